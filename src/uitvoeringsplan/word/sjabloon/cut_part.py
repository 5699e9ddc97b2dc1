"""A part of a template, cut at the places where answers come.

Of most controls an answer changes nothing but what is in them. What is around those is the same for
every plan with the same conditions, so it is made and written once; a plan puts its answers between
the pieces. An answer that does more (`Control.is_apart` is False) is part of what is made once:
another one there gives other pieces.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import fragments, new, parent_of, remove, w, write
from uitvoeringsplan.word.field_marks import unwrap_marked
from uitvoeringsplan.word.invulvelden import Invulveld, answer_place, fill_field
from uitvoeringsplan.word.sjabloon.contents_list import Contents
from uitvoeringsplan.word.sjabloon.mending import Mending
from uitvoeringsplan.word.sjabloon.template_parts import PicturePlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.parts import FixedPart
    from uitvoeringsplan.word.sjabloon.template_parts import Control, TemplatePart

# A processing instruction marks where to cut: the tree of a template has none of its own.
_CUT = re.compile(rb"<\?cut (here|unless|end) ([0-9]+)\?>")
_AROUND = -1


class Answer(NamedTuple):
    """What a place that takes more than words is filled with; `earlier` is None without changes."""

    vraag: Vraag
    text: str
    earlier: str | None = None


class WrittenControl(NamedTuple):
    """A control that is left of a part, whether it stays, and what comes in it as XML."""

    control: Control
    stays: bool
    xml: str
    answer: Answer | None = None  # of a place that takes more than words

    @property
    def shape(self) -> str | bool | tuple[str, Answer]:
        """What of it makes other pieces when it is another."""
        if self.answer is not None:
            return self.xml, self.answer
        if not self.control.is_apart:
            return self.xml
        return isinstance(self.control.what, Invulveld) or bool(self.xml)


class CutPart(NamedTuple):
    """The pieces of a part in order, and what stood outside its answers.

    A piece is bytes with a number: `_AROUND` is always there, without bytes the answer of that
    number comes, and other bytes are there unless that answer is.
    """

    pieces: tuple[tuple[bytes, int], ...]
    fixed: FixedPart | None

    def filled(self, answers: Sequence[str]) -> bytes:
        """Return the part with these answers, as XML with the prefixes w and r."""
        out = []
        for data, number in self.pieces:
            if number == _AROUND:
                out.append(data)
            elif not data:
                out.append(answers[number].encode())
            elif not answers[number]:
                out.append(data)
        return b"".join(out)


def cut_part(
    part: TemplatePart,
    template: Element,
    written: Sequence[WrittenControl],
    counters: Counters,
    read_fixed: Callable[[Element, Mapping[Element, int]], FixedPart] | None,
) -> CutPart:
    """Return the pieces of a part with these controls, whatever the answers between them.

    `template` is the tree of the part, which stays as it is. `read_fixed` gives the fixed text of a
    tree with its places for answers (None: that is not asked for).
    """
    root = deepcopy(template)
    elements = list(root.iter(w("sdt")))
    contents = Contents(part.contents, root) if part.contents else None
    mending = Mending(
        root, [elements[c.place] for c in part.controls if not isinstance(c.what, Invulveld)]
    )
    inside = fragments(["" if one.control.is_apart else one.xml for one in written])
    placed = [
        _place(one, elements[one.control.place], content, mending)
        for one, content in zip(written, inside, strict=True)
    ]
    if contents:
        contents.fill(counters, mending.is_here)
    mending.finish()
    answers = (place for one, place in zip(written, placed, strict=True) if one.control.is_apart)
    places = {place: number for number, place in enumerate(answers)}
    fixed = read_fixed(root, places) if read_fixed else None
    unwrap_marked(root)
    for place, number in places.items():
        if mending.is_here(place):
            _mark(place, number)
    return CutPart(tuple(_pieces(write(root))), fixed)


def _place(
    one: WrittenControl, element: Element, content: list[Element], mending: Mending
) -> Element:
    """Put what makes the pieces into a control; return where the answer of a plan comes."""
    control = one.control
    if isinstance(control.what, Invulveld):
        if one.answer is not None:
            _fill_kind(element, control.what, one.answer, content)
        elif content:
            fill_field(element, content)
    elif not one.stays or (isinstance(control.what, PicturePlace) and not one.xml):
        remove(element)
    elif control.is_apart:
        # A paragraph stands for those of the pictures: a cell may end with it as with them.
        pictures = new("p")
        mending.unwrap(element, [pictures])
        return pictures
    else:
        mending.unwrap(element, content)
    return element


def _fill_kind(element: Element, what: Invulveld, answer: Answer, content: list[Element]) -> None:
    # The shipped templates have no such place, and who fills them waits for none of this.
    from uitvoeringsplan.word.kinds.field_kind import Value  # noqa: PLC0415
    from uitvoeringsplan.word.kinds.kinds import KINDS  # noqa: PLC0415

    value = Value(answer.vraag, answer.text, tuple(content), what.choice, answer.earlier)
    KINDS[what.kind].fill(element, value)


def _mark(element: Element, number: int) -> None:
    """Mark where to cut for an answer."""
    if element.tag == w("p"):
        parent_of(element).replace(element, _cut("here", number))
        return
    flag, holder = answer_place(element)
    if flag is not None:
        flag.addprevious(_cut("unless", number))
        flag.addnext(_cut("end", number))
    here, unless = _cut("here", number), _cut("unless", number)
    if len(holder) and holder[0].tag == w("tcPr"):
        holder[0].addnext(here)
    else:
        unless.tail, holder.text = holder.text, None
        holder.insert(0, here)
    here.addnext(unless)
    holder.append(_cut("end", number))


def _cut(what: str, number: int) -> Element:
    return etree.ProcessingInstruction("cut", f"{what} {number}")


def _pieces(data: bytes) -> Iterator[tuple[bytes, int]]:
    first, *rest = _CUT.split(data)
    yield first, _AROUND
    for what, number, piece in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        if what == b"here":
            yield b"", int(number)
        if piece:
            yield piece, int(number) if what == b"unless" else _AROUND
