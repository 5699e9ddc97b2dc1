"""What a program does to controls and links inside a line, undone before anybody reads it.

Those are its habits in `habits.py`: a control and a link are written in pieces where a text changes
script, a control goes into the link that comes behind its words, or it becomes a field to fill in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, new, val, w
from uitvoeringsplan.word.returned.habits import FILL_IN_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_MARKS = frozenset(map(w, ("bookmarkStart", "commentRangeStart", "commentRangeEnd")))
_BOOKMARKS = frozenset(map(w, ("bookmarkStart", "bookmarkEnd")))
#: What stands for the name of the placeholder in a control that was such a field.
WAS_FIELD = "FILLIN"
_SDT, _LINK, _INSTRUCTION = w("sdt"), w("hyperlink"), w("instrText")


def repair(root: Element) -> None:
    """Give controls and links that were written in pieces back as one."""
    for paragraph in root.iter(w("p")):
        tags = [element.tag for element in paragraph]
        has_fields = next(paragraph.iter(_INSTRUCTION), None) is not None
        if has_fields:
            paragraph[:] = _FieldReader().without_fields(list(paragraph))
        if _LINK in tags:
            paragraph[:] = list(_out_of_links(list(paragraph)))
        if tags.count(_SDT) > 1:
            _drop_repeats(paragraph)
        if _LINK in tags or has_fields:
            links = _LinkRepair()
            for element in list(paragraph):
                links.take(element)
            paragraph[:] = links.result()


def _out_of_links(paragraph: Iterable[Element]) -> Iterator[Element]:
    """Yield what is in a paragraph, with a control that begins a link in front of that link.

    habits.CONTROL_IN_LINK.
    The words of the link are the ones behind the control; without any it is the whole link.
    """
    for element in paragraph:
        if element.tag == _LINK:
            start = next((part for part in element if part.tag not in _MARKS), None)
            rest = [part for part in element if part is not start]
            if start is not None and start.tag == _SDT and any(map(_text, rest)):
                element[:] = rest
                yield start
        yield element


class _FieldReader:
    """Makes controls without a name of the fields to fill in in one paragraph.

    habits.FILL_IN_FIELD.
    A field that has no end here goes on in the next paragraph; its first one is enough.
    """

    def __init__(self) -> None:
        self._result: list[Element] = []
        self._start: list[Element] = []  # of a field whose result has not begun
        self._content: Element | None = None  # of the control that is open
        self._deep = 0  # how many other fields are open in it

    def without_fields(self, paragraph: Iterable[Element]) -> list[Element]:
        """Return what is in a paragraph."""
        for element in paragraph:
            sign = child(element, "fldChar") if element.tag == w("r") else None
            self._take(element, val(sign, "fldCharType"))
        return [*self._result, *self._start]

    def _take(self, element: Element, sign: str) -> None:
        if self._content is not None:
            if sign == "end" and not self._deep:
                self._content = None
                return
            self._deep += {"begin": 1, "end": -1}.get(sign, 0)
            self._content.append(element)
        elif sign == "begin":
            self._result += self._start
            self._start = [element]
        elif sign == "separate" and _instruction(self._start) in FILL_IN_FIELD.signs:
            # habits.COPIED_BOOKMARK: one that stood in front of the field comes here.
            self._result += [part for part in self._start if part.tag in _BOOKMARKS]
            self._start = []
            self._result.append(sdt := _control())
            self._content = sdt[-1]
        elif self._start:
            self._start.append(element)
            if sign:
                self._result += self._start
                self._start = []
        else:
            self._result.append(element)


def _instruction(runs: Iterable[Element]) -> str:
    """Return the name of the field that begins in these runs."""
    text = "".join(piece.text or "" for run in runs for piece in run.iterchildren(_INSTRUCTION))
    return next(iter(text.split()), "").upper()


def _control() -> Element:
    """Return a control for what was a field, with its content last."""
    placeholder = new("placeholder", new("docPart", val=WAS_FIELD))
    return new("sdt", new("sdtPr", placeholder), new("sdtContent"))


def _drop_repeats(paragraph: Element) -> None:
    """Leave of controls that repeat each other the first: habits.REPEATED_CONTROL."""
    result: list[Element] = []
    name: tuple[str, str] | None = None
    text = ""
    for element in paragraph:
        if element.tag == w("sdt"):
            if name and text and name == _name(element) and _text(element).endswith(text):
                continue
            name, text = _name(element), _text(element)
        elif element.tag not in _MARKS:
            name = None
        result.append(element)
    paragraph[:] = result


def _name(sdt: Element) -> tuple[str, str] | None:
    """Return what controls of one origin share; nothing for one that still has its tag."""
    properties = child(sdt, "sdtPr")
    if child(properties, "tag") is not None:
        return None
    return val(child(properties, "alias")), val(child(properties, "placeholder", "docPart"))


def _text(sdt: Element) -> str:
    return "".join(t.text or "" for t in sdt.iter(w("t")))


class _LinkRepair:
    """Takes runs into the link before them when they go on in the style of its words.

    habits.SHORT_LINK.
    """

    def __init__(self) -> None:
        # A list in it holds what goes in before the end of a field. Whatever may come behind that
        # end, it is never shifted.
        self._result: list[Element | list[Element]] = []
        self._is_link = False  # whether the field that is open is one
        self._style = ""  # of the words of the last link
        self._tail: list[Element] | Element | None = None  # where more words of it go

    def result(self) -> list[Element]:
        """Return the pieces of the paragraph, with every run where it belongs."""
        whole: list[Element] = []
        for run in self._result:
            if isinstance(run, list):
                whole += run
            else:
                whole.append(run)
        return whole

    def take(self, element: Element) -> None:
        """Take the next piece of a paragraph."""
        if element.tag == w("r"):
            self._run(element)
            return
        if element.tag == w("hyperlink"):
            self._tail, self._style = element, _style(element)
        elif element.tag not in _MARKS:
            self._tail = None
        self._result.append(element)

    def _run(self, run: Element) -> None:
        sign = val(child(run, "fldChar"), "fldCharType")
        style = "" if sign else _style(run)
        if style and self._tail is not None and style == self._style:
            self._extend(run)
            return
        if sign == "begin":
            self._is_link, self._style, self._tail = False, "", None
        elif sign == "end":
            self._tail = [] if self._is_link else None
            if self._tail is not None:
                self._result.append(self._tail)
            self._is_link = False
        elif _is_link(run):
            self._is_link = True
        elif not sign:
            self._tail = None
            self._style = style if self._is_link else ""
        self._result.append(run)

    def _extend(self, run: Element) -> None:
        """Put a run in the link that ended just before it."""
        if self._tail is not None:
            self._tail.append(run)


def _style(element: Element) -> str:
    """Return the style of the last words in a run or a link."""
    style = ""
    for run in element.iter(w("r")):
        style = val(child(run, "rPr", "rStyle"))
    return style


def _is_link(run: Element) -> bool:
    return _instruction([run]) == "HYPERLINK"
