"""A paragraph to a line: its words, and the controls and fields in it as places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import form_choice
from uitvoeringsplan.document.paragraph_content import AROUND, Kind
from uitvoeringsplan.forms import controls
from uitvoeringsplan.forms.layout import Piece, Place
from uitvoeringsplan.forms.places import Source, Takes
from uitvoeringsplan.ooxml.symbols import character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, is_on, is_true, outside, val, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.tree import Element

_BOX = w("txbxContent")
_SKIPPED = (Kind.DELETED, Kind.RUBY)


class _OpenField:
    """A field that has begun: its place, if it is one, and its instruction so far.

    One that `is_inside` decides what another one shows, and is seen nowhere itself.
    """

    __slots__ = ("element", "has_result", "instruction", "is_inside", "place", "shown")

    def __init__(self, element: Element, place: Place | None, *, is_inside: bool) -> None:
        self.element, self.place, self.is_inside = element, place, is_inside
        self.instruction: list[str] = []
        self.shown: list[str] = []
        self.has_result = False

    def end(self) -> None:
        """Give the place what the field showed; blanks are what an empty one shows."""
        place = self.place
        if place is None or not self.has_result or place.takes in (Takes.TICK, Takes.CHOICE):
            return
        text = " ".join("".join(self.shown).split())
        if place.source is Source.MERGE:
            place.prompt = text
        else:
            place.default = text


class FormFields:
    """The fields that are open at a place in the text, of which some are places to fill in."""

    def __init__(self, fields: OpenFields) -> None:
        self._fields = fields
        self._open: list[_OpenField] = []

    @property
    def is_visible(self) -> bool:
        """Whether words here are words of the form."""
        return self._fields.is_visible

    def follow(self, element: Element) -> None:
        """Follow the fields through something that is not read itself."""
        self._fields.follow(element)

    def start_simple(self, instruction: str) -> None:
        """Begin the result of a field in one element that is no place."""
        self._fields.start_simple(instruction)

    def end_simple(self) -> None:
        """End what `start_simple` began."""
        self._fields.sign("end")

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        self._fields.instruct(text)
        if self._open:
            self._open[-1].instruction.append(text)

    def start_line(self) -> None:
        """Begin a paragraph: what stands in a place goes on behind a blank."""
        self.fill(" ")

    def fill(self, text: str) -> bool:
        """Take words as what stands in a place, and return whether they do."""
        inside = next((one for one in reversed(self._open) if one.place and one.has_result), None)
        if inside is not None:
            inside.shown.append(text)
        return inside is not None

    def sign(self, sign: Element) -> Place | None:
        """Take a sign of a field; returns the place that it turns out to be."""
        kind, found = val(sign, "fldCharType"), None
        if kind == "begin":
            is_inside = any(not one.has_result for one in self._open)
            found = controls.legacy_place(sign) if child(sign, "ffData") is not None else None
            self._open.append(_OpenField(sign, found, is_inside=is_inside))
        elif kind in ("separate", "end") and self._open:
            field = self._open[-1]
            found = _merge_place(field)
            if kind == "end":
                self._open.pop().end()
            field.has_result = True
        self._fields.sign(kind, is_chosen=kind == "begin" and form_choice(sign) is not None)
        return found


def _merge_place(field: _OpenField) -> Place | None:
    """Return a field whose instruction is whole now as a place, if it is a merge field."""
    instruction = "".join(field.instruction)
    if field.place is not None or field.has_result or not controls.is_merge(instruction):
        return None
    field.place = controls.merge_place(field.element, instruction)
    if field.is_inside:
        field.place.explanation = "Word kiest met dit gegeven welke tekst er komt."
    return field.place


class LineTaker:
    """Takes the things of one paragraph as pieces: words and places.

    `place_of` returns a control as a place, or None for one that is around others or stays as it
    is. What is a text box is kept in `boxes`.
    """

    def __init__(
        self,
        fields: FormFields,
        place_of: Callable[[Element], Place | None],
        *,
        style_is_bold: bool,
    ) -> None:
        self._fields, self._place_of = fields, place_of
        fields.start_line()
        self._style_is_bold = style_is_bold
        self._pieces: list[Piece] = []
        self._words: list[tuple[Element | None, str]] = []
        self._skipped = 0
        self._bold: list[bool] = []
        self.boxes: list[Element] = []
        self._run: Element | None = None
        self._font, self._is_hidden = "", False
        self._takers: dict[Kind, Callable[[Item], object]] = {
            Kind.TEXT: self._text,
            Kind.SIGN: lambda item: self._say(item.text),
            Kind.SYMBOL: self._symbol,
            Kind.CONTROL: self._control,
            Kind.FIELD: self._simple_field,
            Kind.END: self._end,
            Kind.FIELD_SIGN: self._sign,
            Kind.INSTRUCTION: lambda item: fields.instruct(item.element.text or ""),
            Kind.PICTURE: self._picture,
        }

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return bool(self._bold) and all(self._bold)

    def take(self, item: Item) -> None:
        """Take the next thing in the paragraph."""
        if self._skipped:
            self._skipped += (item.kind in AROUND) - (item.kind is Kind.END)
            return
        if item.run is not self._run:
            self._start_run(item.run)
        if item.kind in _SKIPPED:
            self._skipped = 1
        elif taker := self._takers.get(item.kind):
            taker(item)

    def finish(self) -> list[Piece]:
        """Return the pieces of the line."""
        self._end_words()
        return self._pieces

    def _start_run(self, run: Element | None) -> None:
        self._run = run
        own = child(run, "rPr")
        self._font, self._is_hidden = symbol_font(own), is_on(own, "vanish")

    def _text(self, item: Item) -> None:
        shown = readable(item.text, self._font)
        self._say(shown, item.element if shown == item.text else None)

    def _symbol(self, item: Item) -> None:
        self._say(character(val(item.element, "font"), val(item.element, "char")))

    def _say(self, text: str, source: Element | None = None) -> None:
        if self._fields.fill(text) or not self._fields.is_visible or self._is_hidden:
            return
        self._words.append((source, text))
        if text.strip() and self._run is not None:
            own = child(self._run, "rPr", "b")
            self._bold.append(self._style_is_bold if own is None else is_true(own.get(w("val"))))

    def _control(self, item: Item) -> None:
        place = self._place_of(item.element)
        if place is not None:
            self._add(place)
            self._fields.follow(item.element)
            self._skipped = 1

    def _simple_field(self, item: Item) -> None:
        instruction = val(item.element, "instr")
        if controls.is_merge(instruction):
            self._add(controls.merge_place(item.element, instruction))
            self._skipped = 1
        else:
            self._fields.start_simple(instruction)

    def _end(self, item: Item) -> None:
        if item.element.tag == w("fldSimple"):
            self._fields.end_simple()

    def _sign(self, item: Item) -> None:
        if place := self._fields.sign(item.element):
            self._add(place)

    def _picture(self, item: Item) -> None:
        self.boxes += [box for box in outside(item.element, _BOX) if box.tag == _BOX]

    def _add(self, place: Place) -> None:
        self._end_words()
        self._pieces.append(Piece("", place))

    def _end_words(self) -> None:
        if self._words:
            text = "".join(text for _, text in self._words)
            self._pieces.append(Piece(text, None, tuple(self._words)))
            self._words = []
