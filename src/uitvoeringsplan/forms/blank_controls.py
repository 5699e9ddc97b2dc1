"""Controls put into a form: around a blank, in a line or in a cell, between its own bytes.

A control in a line has a bookmark around it, and a placeholder with the id of its question:
programs that drop its tag keep those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms.places import Level, Source
from uitvoeringsplan.forms.raw_part import RawPart, prefix_of
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W, escape_attribute
from uitvoeringsplan.ooxml.tree import child, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.layout import Place
    from uitvoeringsplan.forms.places import Spot
    from uitvoeringsplan.forms.questions import FormQuestion
    from uitvoeringsplan.ooxml.tree import Element

#: How the bookmark around a place in a line begins, before its number among those of its question.
PLACE = "uv"
# How the placeholder of a field of ours is named; reading a document back knows it by that.
BUILDING_BLOCK_FIELD = "UvpVeld-"
_BLOCKS = frozenset((w("p"), w("tbl"), w("sdt")))


def mark_of(question: FormQuestion, place: Place) -> str:
    """Return the name of the bookmark around a place in a line, which outlives its tag."""
    number = question.places.index(place) + 1
    return f"{PLACE}{number}_{question.id.replace('-', '_')}"


class Marks(NamedTuple):
    """Both ends of a bookmark."""

    prefix: str
    name: str
    id: int

    @property
    def start(self) -> str:
        """The beginning."""
        named = f'{self._own("id")}="{self.id}" {self._own("name")}="{self.name}"'
        return f"<{self.prefix}bookmarkStart{self._declared} {named}/>"

    @property
    def end(self) -> str:
        """The end."""
        return f'<{self.prefix}bookmarkEnd{self._declared} {self._own("id")}="{self.id}"/>'

    @property
    def _declared(self) -> str:
        return "" if self.prefix else f' xmlns:w="{W}"'

    def _own(self, name: str) -> str:
        return f"{self.prefix or 'w:'}{name}"


def put_marks(part: RawPart, control: Element, marks: Marks) -> None:
    """Put a bookmark around a control in a line."""
    span = part.span(control)
    part.insert(span.start, marks.start)
    part.insert(span.end, marks.end)


def put_control(
    part: RawPart,
    place: Place,
    question: FormQuestion,
    mark: str,
    numbers: Iterator[int],
    prompt_style: str,
) -> None:
    """Put a control around a blank; `numbers` are free ids, `mark` names its bookmark."""
    start = _start(place, question, mark, numbers)
    if place.source is Source.CELL and place.element is not None:
        blocks = [one for one in place.element if one.tag in _BLOCKS]
        _wrap(part, blocks[0], blocks[-1], start)
    elif place.source is Source.UNDER and place.element is not None:
        _under(part, place.element, start, is_new=place.is_new_line)
    elif place.spot is not None:
        _in_line(part, place.spot, start, prompt_style)


class _Start(NamedTuple):
    """How a control begins, up to its content; one in a line has a bookmark around it."""

    prefix: str
    names: str
    marks: Marks | None = None

    def opened(self, rpr: str = "", *, more: str = "") -> str:
        """Return the start of a control and of its content."""
        p = self.prefix
        before = self.marks.start if self.marks else ""
        return f"{before}<{p}sdt><{p}sdtPr>{rpr}{self.names}{more}</{p}sdtPr><{p}sdtContent>"

    @property
    def closed(self) -> str:
        """The end of a control."""
        behind = self.marks.end if self.marks else ""
        return f"</{self.prefix}sdtContent></{self.prefix}sdt>{behind}"


def _start(place: Place, question: FormQuestion, mark: str, numbers: Iterator[int]) -> _Start:
    prefix = prefix_of(place.element) if place.element is not None else "w:"
    names = (("alias", question.label), ("tag", question.id), ("id", str(next(numbers))))
    made = "".join(empty_element(prefix, name, value) for name, value in names)
    if place.level is not Level.INLINE:
        return _Start(prefix, made)
    marks = Marks(prefix, mark, next(numbers))
    return _Start(prefix, f"{made}{_anchor(prefix, question)}", marks)


def _anchor(prefix: str, question: FormQuestion) -> str:
    """Return the name of a placeholder by which a field is known when a program drops its tag."""
    named = empty_element(prefix, "docPart", f"{BUILDING_BLOCK_FIELD}{question.id}")
    return f"<{prefix}placeholder>{named}</{prefix}placeholder>"


def _wrap(part: RawPart, first: Element, last: Element, start: _Start) -> None:
    """Put a control around blocks."""
    part.insert(part.span(first).start, start.opened())
    part.insert(part.span(last).end, start.closed)


def _under(part: RawPart, paragraph: Element, start: _Start, *, is_new: bool) -> None:
    """Put a control around an empty paragraph, or below one that asks something."""
    if not is_new:
        _wrap(part, paragraph, paragraph, start)
        return
    properties = child(paragraph, "pPr")
    own = part.raw(properties).decode() if properties is not None else ""
    p = start.prefix
    part.insert(part.span(paragraph).end, f"{start.opened()}<{p}p>{own}</{p}p>{start.closed}")


def _in_line(part: RawPart, spot: Spot, start: _Start, prompt_style: str) -> None:
    """Put a control around signs in a line; the runs that it begins and ends in are split there.

    What it holds is its prompt, in the style of one: else it would be read back as an answer.
    """
    p = start.prefix
    first, last = parent_of(spot.first), parent_of(spot.last)
    look = _look(part, first)
    flag = f"<{p}showingPlcHdr/>"
    prompt = _as_prompt(part, first, prompt_style)
    text = f'<{p}t xml:space="preserve">'
    if spot.start == spot.end and spot.first is spot.last:  # nothing stands there yet
        blank = f"<{p}r>{prompt}{text} </{p}t></{p}r>"
        opened = start.opened(look, more=flag)
        part.insert(part.span(last).end, f"{opened}{blank}{start.closed}")
        return
    opened = start.opened(look, more=flag)
    if _is_at_start(spot.first, first, spot.start):
        part.insert(part.span(first).start, opened)
        _set_look(part, first, prompt)
    else:
        _keep_blanks(part, spot.first)
        place = part.place_in_text(spot.first, spot.start)
        part.insert(place, f"</{p}t></{p}r>{opened}<{p}r>{prompt}{text}")
    for run in _runs_behind(first, last):
        _set_look(part, run, _as_prompt(part, run, prompt_style))
    if _is_at_end(spot.last, last, spot.end):
        part.insert(part.span(last).end, start.closed)
    else:
        _keep_blanks(part, spot.last)
        place = part.place_in_text(spot.last, spot.end)
        part.insert(place, f"</{p}t></{p}r>{start.closed}<{p}r>{_look(part, last)}{text}")


def _runs_behind(first: Element, last: Element) -> Iterator[Element]:
    """Yield the runs behind one up to and with another."""
    if first is last:
        return
    for one in first.itersiblings():
        if one.tag == w("r"):
            yield one
        if one is last:
            return


def _set_look(part: RawPart, run: Element, look: str) -> None:
    """Give a run other properties."""
    own = child(run, "rPr")
    if own is None:
        part.insert(part.span(run).open_end, look)
    else:
        part.replace(own, look)


def _as_prompt(part: RawPart, run: Element, style: str) -> str:
    """Return the properties of a run with the style of a prompt for its own."""
    p = prefix_of(run)
    own = child(run, "rPr")
    named = empty_element(p, "rStyle", style)
    if own is None:
        return f"<{p}rPr>{named}</{p}rPr>"
    inside = "".join(part.raw(one).decode() for one in own if one.tag != w("rStyle"))
    return f"<{p}rPr>{named}{inside}</{p}rPr>"


def _look(part: RawPart, run: Element) -> str:
    properties = child(run, "rPr")
    return part.raw(properties).decode() if properties is not None else ""


def _is_at_start(text: Element, run: Element, signs: int) -> bool:
    """Whether nothing of a run stands before the first signs of a text in it."""
    before = [one for one in run if one.tag != w("rPr")]
    return signs == 0 and before[0] is text


def _is_at_end(text: Element, run: Element, signs: int) -> bool:
    return signs == len(text.text or "") and run[-1] is text


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _keep_blanks(part: RawPart, text: Element) -> None:
    """Let the blanks at the ends of a text count, which its halves may begin or end with."""
    if text.get(_SPACE) != "preserve" and text not in part.kept:
        part.kept.add(text)
        part.insert(part.span(text).open_end - 1, ' xml:space="preserve"')


def empty_element(prefix: str, name: str, value: str) -> str:
    """Return an element of Word with nothing but a value."""
    declared = "" if prefix else f' xmlns:w="{W}"'
    return f'<{prefix}{name}{declared} {prefix or "w:"}val="{escape_attribute(value)}"/>'
