"""Form fields of old and merge fields: their result, and what they keep of it.

Such a field stands in a control that only `field_marks` put around it; the runs that begin and end
it, its instruction and its own bookmark stay where they are.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import read_items
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.datum import read_datum
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child, is_on, new, number, parent_of, val, w
from uitvoeringsplan.word.kinds.check_box import OFF, ON
from uitvoeringsplan.word.kinds.date_format import date_text, read_date
from uitvoeringsplan.word.kinds.field_kind import FieldKind, with_words
from uitvoeringsplan.word.kinds.ticked import is_ticked

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.kinds.field_kind import Value

_NAMED = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]*)\"|(\S+))")
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


class _Field(NamedTuple):
    """The runs of a field: the ones with its signs, and what stands between the last two.

    `between` is None when it has no result at all.
    """

    begin: Element
    between: list[Element] | None
    end: Element
    code: str


class FormText(FieldKind):
    """A field for words, a number or a date (ECMA-376 part 1, 17.16.5.21)."""

    def fill(self, control: Element, value: Value) -> None:
        """Put the answer in as the result."""
        field = _find(control)
        if field is None or not value.content:
            return
        content = list(value.content)
        picture = _date_format(field)
        day = read_datum(value.text) if picture is not None else None
        if picture is not None and day is not None and not value.is_tracked:
            content = with_words(value.content, date_text(day, picture, ""))
        _put_result(field, content)

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the result; a date as a plan shows it."""
        field = _find(control)
        if field is None:
            return None
        words = _result(field)
        picture = _date_format(field)
        day = read_date(words, picture, "") if picture is not None else None
        return vraag.in_words(day.isoformat()) if day is not None else words

    def preset(self, control: Element) -> str:
        """Return the default of the field."""
        field = _find(control)
        data = child(field.begin, "fldChar", "ffData", "textInput") if field is not None else None
        return one_line(val(child(data, "default")))


class FormBox(FieldKind):
    """A box to tick (ECMA-376 part 1, 17.16.5.20)."""

    def fill(self, control: Element, value: Value) -> None:
        """Tick the box or not."""
        own = next(control.iter(w("checkBox")))
        checked = child(own, "checked")
        if checked is None:
            own.append(checked := new("checked"))
        is_on = is_ticked(value.vraag, value.choice, value.text)
        checked.set(w("val"), str(int(is_on)))

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the sign of its state."""
        del vraag
        own = next(control.iter(w("checkBox")))
        switch = "checked" if child(own, "checked") is not None else "default"
        return ON if is_on(own, switch) else OFF


class FormList(FieldKind):
    """A drop-down list (ECMA-376 part 1, 17.16.5.22)."""

    def fill(self, control: Element, value: Value) -> None:
        """Choose an item; an answer that is in none becomes one, so that it is not lost."""
        own = next(control.iter(w("ddList")))
        result = child(own, "result")
        if not value.text:  # a sentence for no answer is no choice
            if result is not None:
                own.remove(result)
            return
        items = _entries(own)
        words = value.words
        places = [n for n, one in enumerate(items) if one.casefold() == words.casefold()]
        if not places:
            own.append(new("listEntry", val=words))
            places = [len(items)]
        if result is None:
            own.insert(0, result := new("result"))
        result.set(w("val"), str(places[0]))

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the item that is chosen; none is when the field says nothing of it.

        Then it shows its first item, which nobody chose.
        """
        del vraag
        own = next(control.iter(w("ddList")))
        chosen = number(val(child(own, "result")) or val(child(own, "default")))
        return _entry(own, chosen)

    def preset(self, control: Element) -> str:
        """Return its default."""
        own = next(control.iter(w("ddList")))
        return _entry(own, number(val(child(own, "default"))))


class MergeField(FieldKind):
    """A place that mail merge fills in (ECMA-376 part 1, 17.16.5.35)."""

    def fill(self, control: Element, value: Value) -> None:
        """Put the answer in as the result."""
        if not value.content:
            return
        simple = next(control.iter(w("fldSimple")), None)
        if simple is not None:
            simple[:] = list(value.content)
        elif (field := _find(control)) is not None:
            _put_result(field, list(value.content))

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the result; its own name between marks is none."""
        del vraag
        simple = next(control.iter(w("fldSimple")), None)
        field = _find(control)
        if simple is not None:
            words, code = (
                one_line("".join(one.text for one in read_items(simple))),
                val(simple, "instr"),
            )
        elif field is not None:
            words, code = _result(field), field.code
        else:
            return None
        found = _NAMED.match(code)
        return "" if found and words == f"«{found[1] or found[2]}»" else words


def _find(control: Element) -> _Field | None:
    """Return the field in a control; None when it is not whole."""
    begin: Element | None = None
    separate: Element | None = None
    code = ""
    deep = 0
    for piece in control.iter(w("fldChar"), w("instrText")):
        if piece.tag != w("fldChar"):
            code += (piece.text or "") if deep == 1 and separate is None else ""
            continue
        sign, run = val(piece, "fldCharType"), parent_of(piece)
        if sign == "begin":
            deep += 1
            begin = run if begin is None else begin
        elif sign == "separate" and deep == 1:
            separate = run
        elif sign == "end":
            deep -= 1
            if deep == 0 and begin is not None:
                between = None if separate is None else list(_until(separate, run))
                return _Field(begin, between, run, code)
    return None


def _until(first: Element, last: Element) -> list[Element]:
    found = []
    for one in first.itersiblings():
        if one is last:
            break
        found.append(one)
    return found


def _put_result(field: _Field, content: list[Element]) -> None:
    """Put runs between the last two signs of a field, in the dress of its old result."""
    old = field.between or []
    dressed = next((one for one in old if child(one, "rPr") is not None), field.begin)
    dress = child(dressed, "rPr")
    for one in old:
        if one.tag not in _BOOKMARKS:
            parent_of(one).remove(one)
    if field.between is None:
        separate = new("r", new("fldChar", fldCharType="separate"))
        if dress is not None:
            separate.insert(0, deepcopy(dress))
        field.end.addprevious(separate)
    for one in content:
        for run in one.iter(w("r")):
            if dress is not None and child(run, "rPr") is None:
                run.insert(0, deepcopy(dress))
        field.end.addprevious(one)


def _result(field: _Field) -> str:
    return one_line("".join(one.text for one in read_items(field.between or [])))


def _date_format(field: _Field) -> str | None:
    """Return the format of the date that a field takes; None when it takes something else."""
    data = child(field.begin, "fldChar", "ffData", "textInput")
    return val(child(data, "format")) if val(child(data, "type")) == "date" else None


def _entry(own: Element, place: int | None) -> str:
    items = _entries(own)
    return items[place] if place is not None and place < len(items) else ""


def _entries(own: Element) -> list[str]:
    return [one_line(val(item)) for item in own.iterchildren(w("listEntry"))]
