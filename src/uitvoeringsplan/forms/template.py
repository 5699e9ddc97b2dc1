"""A form as a template: a copy with the ids of the questions on its controls, and else as it was.

Nothing of a form is written anew: what is added is put between its own bytes. An empty cell gets a
control around what stands in it. A tag of the form itself would be taken for a question that there
is not, so it gives way: to the id of its question, or else it goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms.fillable import part_of, to_fill
from uitvoeringsplan.forms.places import Source
from uitvoeringsplan.forms.raw_part import RawPart, prefix_of
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W, escape_attribute
from uitvoeringsplan.ooxml.package import write_package
from uitvoeringsplan.ooxml.tree import child, number, parent_of, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.forms.layout import Form, Place
    from uitvoeringsplan.forms.places import Spot
    from uitvoeringsplan.forms.questions import FormQuestion
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

_SDT = w("sdt")
# What stands before the tag among the properties of a control.
_BEFORE_TAG = (w("rPr"), w("alias"))
_BLOCKS = frozenset((w("p"), w("tbl"), _SDT))
_MAX_SDT_ID = 2**31 - 1


def make_template(package: Package, form: Form, questions: Iterable[FormQuestion]) -> bytes:
    """Return the template of a form whose questions have their ids; other parts go as they lie."""
    wanted: dict[str, list[tuple[Place, FormQuestion]]] = {name: [] for name in form.part_roots}
    for question in questions:
        for place in to_fill(question):
            wanted[part_of(place)].append((place, question))
    parts: dict[str, bytes | None] = {}
    for name, root in form.part_roots.items():
        data = package.content(name)
        changed = _with_tags(data, root, wanted[name], form.prompt_style)
        if changed != data:
            parts[name] = changed
    return write_package(list(package.with_parts(parts).members.values()))


def _with_tags(
    data: bytes, root: Element, places: Iterable[tuple[Place, FormQuestion]], prompt_style: str
) -> bytes:
    tags: dict[Element, str] = {}
    blanks: list[tuple[Place, FormQuestion]] = []
    for place, question in places:
        if place.element is None:
            continue
        if place.is_blank:
            blanks.append((place, question))
            continue
        for element in (place.element, *place.twins):
            tags[element] = question.id
    controls = [one for one in root.iter(_SDT) if one in tags or val(child(one, "sdtPr", "tag"))]
    if not controls and not blanks:
        return data
    part = RawPart(data, root)
    for control in controls:
        _tag(part, control, tags.get(control, ""))
    for (place, question), id_ in zip(blanks, _free_ids(root)):  # noqa: B905 - there are more ids
        _put_control(part, place, _start(place, question, id_), prompt_style)
    return part.written()


def _put_control(part: RawPart, place: Place, start: _Start, prompt_style: str) -> None:
    """Put a control around a blank."""
    if place.source is Source.CELL and place.element is not None:
        blocks = [one for one in place.element if one.tag in _BLOCKS]
        _wrap(part, blocks[0], blocks[-1], start)
    elif place.source is Source.UNDER and place.element is not None:
        _under(part, place.element, start, is_new=place.is_new_line)
    elif place.spot is not None:
        _in_line(part, place.spot, start, prompt_style)


def _tag(part: RawPart, control: Element, tag: str) -> None:
    """Give a control a tag, in the place of its own; none when it has no question."""
    properties = child(control, "sdtPr")
    prefix = prefix_of(control)
    added = _empty(prefix, "tag", tag) if tag else ""
    if properties is None:
        part.insert(part.span(control).open_end, f"<{prefix}sdtPr>{added}</{prefix}sdtPr>")
        return
    own = child(properties, "tag")
    if own is not None:
        part.replace(own, added)
        return
    span = part.span(properties)
    if span.is_one_tag:
        part.replace(properties, f"<{prefix}sdtPr>{added}</{prefix}sdtPr>")
        return
    before = [one for one in properties if one.tag in _BEFORE_TAG]
    part.insert(part.span(before[-1]).end if before else span.open_end, added)


class _Start(NamedTuple):
    """How a control begins, up to its content; `rpr` is what its words look like."""

    prefix: str
    names: str

    def opened(self, rpr: str = "", *, more: str = "") -> str:
        """Return the start of a control and of its content."""
        p = self.prefix
        return f"<{p}sdt><{p}sdtPr>{rpr}{self.names}{more}</{p}sdtPr><{p}sdtContent>"

    @property
    def closed(self) -> str:
        """The end of a control."""
        return f"</{self.prefix}sdtContent></{self.prefix}sdt>"


def _start(place: Place, question: FormQuestion, id_: int) -> _Start:
    prefix = prefix_of(place.element) if place.element is not None else "w:"
    names = (("alias", question.label), ("tag", question.id), ("id", str(id_)))
    return _Start(prefix, "".join(_empty(prefix, name, value) for name, value in names))


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
    named = _empty(p, "rStyle", style)
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


def _empty(prefix: str, name: str, value: str) -> str:
    declared = "" if prefix else f' xmlns:w="{W}"'
    return f'<{prefix}{name}{declared} {prefix or "w:"}val="{escape_attribute(value)}"/>'


def _free_ids(root: Element) -> Iterator[int]:
    """Return numbers for controls that none in the part has, one after another."""
    taken = {number(val(one, "val").lstrip("-")) for one in root.iter(w("id"))}
    return (one for one in range(1, _MAX_SDT_ID) if one not in taken)


def dropped_tags(form: Form, questions: Iterable[FormQuestion]) -> list[str]:
    """Return the tags of the form's own that the template has no more, each once."""
    taken = [place for question in questions for place in to_fill(question)]
    kept = {id(one) for place in taken for one in (place.element, *place.twins)}
    return list(
        dict.fromkeys(
            tag
            for root in form.part_roots.values()
            for one in root.iter(_SDT)
            if (tag := val(child(one, "sdtPr", "tag"))) and id(one) not in kept
        )
    )
