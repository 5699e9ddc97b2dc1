"""The marks of a comment: around the words that it is about, or around a whole paragraph.

A mark stands between the parts of a paragraph, never inside a link or a control: a control for
plain text may hold one run only. Words in the middle of a run are set apart in a run of their own.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import new, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_PARAGRAPH, _RUN, _TEXT = w("p"), w("r"), w("t")
_DOORZICHTIG = frozenset(map(w, ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple")))
_SIGNS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "\u2011"}
_BLANK = "{http://www.w3.org/XML/1998/namespace}space"


class _Teken(NamedTuple):
    """One sign of a text: the run and the element that hold it, and its place in there."""

    sign: str
    run: Element
    holder: Element
    place: int


def mark_words(paragraphs: Iterable[Element], words: str, number: int) -> bool:
    """Put the marks of comment `number` around the first place with these words.

    Blanks between words count as one, and so does the end of a paragraph. Returns False when the
    words are not there; nothing is changed then.
    """
    signs = _visible(paragraphs)
    sought = " ".join(words.split())
    start = "".join(one.sign for one in signs).find(sought) if sought else -1
    if start < 0:
        return False
    first, last = signs[start], signs[start + len(sought) - 1]
    # The end first: setting the words behind it apart leaves the place of the first sign as it is.
    _sluit(_part_with(last, behind=True), number)
    _part_with(first, behind=False).addprevious(new("commentRangeStart", id=str(number)))
    return True


def mark_paragraph(paragraph: Element, number: int) -> None:
    """Put the marks of comment `number` around all that stands in a paragraph."""
    start = new("commentRangeStart", id=str(number))
    paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
    _sluit(paragraph[-1], number)


def mark_part(part: Element, number: int) -> None:
    """Put the marks of comment `number` around a part of a line, and whatever it stands in."""
    while parent_of(part).tag != _PARAGRAPH:
        part = parent_of(part)
    _sluit(part, number)
    part.addprevious(new("commentRangeStart", id=str(number)))


def _sluit(part: Element, number: int) -> None:
    """Let the comment end behind a part of a paragraph."""
    part.addnext(new("r", new("commentReference", id=str(number))))
    part.addnext(new("commentRangeEnd", id=str(number)))


def _visible(paragraphs: Iterable[Element]) -> list[_Teken]:
    """Return what a reader sees of paragraphs, every run of blanks as one."""
    result: list[_Teken] = []
    for paragraph in paragraphs:
        for run in _runs(paragraph):
            for holder in run:
                text = (holder.text or "") if holder.tag == _TEXT else _SIGNS.get(holder.tag, "")
                for place, sign in enumerate(text):
                    _add(result, _Teken(sign, run, holder, place))
        if result:
            _add(result, result[-1]._replace(sign=" "))
    return result


def _add(signs: list[_Teken], one: _Teken) -> None:
    if not one.sign.isspace():
        signs.append(one)
    elif signs and signs[-1].sign != " ":
        signs.append(one._replace(sign=" "))


def _runs(parent: Element) -> Iterator[Element]:
    """Yield the runs in the line of a paragraph, not those of a drawing or text box in it."""
    for kind in parent:
        if kind.tag == _RUN:
            yield kind
        elif kind.tag in _DOORZICHTIG:
            yield from _runs(kind)


def _part_with(sign: _Teken, *, behind: bool) -> Element:
    """Return the part of the paragraph that begins (`behind`: ends) with a sign."""
    run = sign.run
    if parent_of(run).tag == _PARAGRAPH:
        rest = _split_up(sign, sign.place + 1 if behind else sign.place)
        return run if behind else rest
    while parent_of(run).tag != _PARAGRAPH:
        run = parent_of(run)
    return run


def _split_up(sign: _Teken, place: int) -> Element:
    """Return the run that begins at a place in the element of `sign`.

    What stands before it stays in its run; nothing is split where a run begins or ends.
    """
    run, holder = sign.run, sign.holder
    opmaak = run.find(w("rPr"))
    parts = [kind for kind in run if kind is not opmaak]
    i = parts.index(holder)
    text = (holder.text or "") if holder.tag == _TEXT else "?"
    if 0 < place < len(text):
        rest = new("t")
        holder.text, rest.text = text[:place], text[place:]
        for piece in (holder, rest):
            piece.set(_BLANK, "preserve")
        behind = [rest, *parts[i + 1 :]]
    else:
        behind = parts[i + bool(place) :]
        if len(behind) in (0, len(parts)):
            return run
    added = new("r", *([] if opmaak is None else [deepcopy(opmaak)]), *behind)
    run.addnext(added)
    return added
