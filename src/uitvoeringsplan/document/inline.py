"""What stands inside a paragraph: runs of text in their dress, links, pictures, text boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import form_choice
from uitvoeringsplan.document.paragraph_content import AROUND, Kind, formula_letters, words_inside
from uitvoeringsplan.model.answer_markup import EMPHASES
from uitvoeringsplan.model.document import Afbeelding, Tekstdeel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.styles import NO_STYLE
from uitvoeringsplan.ooxml.symbols import character, raised_or_lowered, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, is_on, is_true, outside, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.document.pictures import Pictures
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.styles import Style, Styles
    from uitvoeringsplan.ooxml.tree import Element

_SIMPLE_FIELD, _VAL = w("fldSimple"), w("val")
# What is in another file of the package, which is not read here.
_OTHER_FILES = dict.fromkeys((w("altChunk"), w("subDoc")), "ingevoegd bestand")
_TWINS = {"strike": ("dstrike",)}  # what says the same as a switch of `EMPHASES`
_UNSEEN = (Kind.BOOKMARK, Kind.INSTRUCTION, Kind.FIELD_SIGN)
_ADDRESS = re.compile(r"(?:https?|mailto|tel|ftp):\S+", re.IGNORECASE)


class TextBox(NamedTuple):
    """The content of a text box, to be read as blocks after the paragraph it hangs on."""

    content: Element


class NoteReference(NamedTuple):
    """A reference to a note: the kind of note and its id."""

    kind: str
    id: str


class RubyText(NamedTuple):
    """What stands in small letters above the words before it."""

    parts: list[Inline]


class Unread(NamedTuple):
    """Something that shows and that nobody here can read: what it is called, and its words."""

    name: str
    words: str


Inline = Tekstdeel | Afbeelding | TextBox | NoteReference | RubyText | Unread


class InlineReader:
    """Reads paragraphs of one part; fields may run on from one into the next."""

    def __init__(
        self,
        stylesheet: Styles,
        relationships: Mapping[str, Relationship],
        pictures: Pictures,
        fields: OpenFields,
    ) -> None:
        self.stylesheet, self._relationships = stylesheet, relationships
        self.pictures, self.fields = pictures, fields

    def with_link(self, element: Element, dress: Tekstdeel) -> Tekstdeel:
        """Return the dress of the words in a `w:hyperlink`."""
        relationship = self._relationships.get(element.get(f"{{{R}}}id", ""))
        return _linked(dress, relationship.target if relationship else "", val(element, "anchor"))

    def read(
        self, items: Iterable[Item], dress: Tekstdeel, bookmarks: list[str], style_id: str = ""
    ) -> list[Inline]:
        """Return what stands in a paragraph, or in pieces of one, in the style with this id.

        Adds the names of its bookmarks to `bookmarks`.
        """
        style = self.stylesheet.styles.get(style_id, NO_STYLE)
        if style.doorgehaald:  # the one dress of a style that is no matter of looks
            dress = dress._replace(doorgehaald=True)
        line = _Line(self, dress, bookmarks, style)
        for item in items:
            line.take(item)
        return line.result


class _Line:
    """What was read of one paragraph so far, and in what dress the words that come now are."""

    def __init__(
        self, reader: InlineReader, dress: Tekstdeel, bookmarks: list[str], style: Style
    ) -> None:
        self._reader, self._fields, self._bookmarks = reader, reader.fields, bookmarks
        self._block, self._hidden = dress, bool(style.hidden)
        self._place_of_style = style.place or ""
        self.result: list[Inline] = []
        self._around: list[tuple[Tekstdeel, list[Inline]]] = []  # what goes on behind each end
        self._skipped = 0  # how many things are open that are not read
        self._run: Element | None = None
        self._dress = dress  # outside the run
        # In the run; without one its text is hidden.
        self._own: Tekstdeel | None = None if self._hidden else dress
        self._font, self._place = "", self._place_of_style

    def take(self, item: Item) -> None:
        """Take the next thing in the paragraph."""
        kind, element, run, text = item
        if self._skipped:
            self._skipped += (kind in AROUND) - (kind is Kind.END)
            return
        if run is not self._run:
            self._start_run(run)
        if kind is Kind.TEXT:
            self._say(raised_or_lowered(readable(text, self._font), self._place))
        elif kind is Kind.SIGN:
            self._say(text)
        elif kind in AROUND:
            self._start(kind, element)
        elif kind is Kind.END:
            self._end(element)
        elif kind is Kind.FORMULA:
            self._say(formula_letters(element), self._dress)
        elif kind in _UNSEEN:
            self._take_unseen(kind, element)
        elif self._is_shown():
            self._take_thing(kind, element)

    def _start_run(self, run: Element | None) -> None:
        """Work out how the words in a run look: by itself, its style, and what is around it."""
        self._run, self._own = run, None if self._hidden else self._dress
        self._font, self._place = "", self._place_of_style
        if run is None or (properties := child(run, "rPr")) is None:
            return
        style = self._reader.stylesheet.styles.get(val(child(properties, "rStyle")), NO_STYLE)
        hidden = is_set(properties, ("vanish",), (style.hidden, self._hidden))
        self._font = symbol_font(properties)
        own_place = val(child(properties, "vertAlign"))
        self._place = own_place or style.place or self._place_of_style
        self._own = None
        if not hidden:
            switches: dict[str, Any] = {
                name: is_set(
                    properties,
                    (switch, *_TWINS.get(switch, ())),
                    (getattr(style, name, None), getattr(self._dress, name)),
                )
                for name, _, switch, *_ in EMPHASES
            }
            self._own = self._dress._replace(**switches)

    def _is_shown(self) -> bool:
        return self._own is not None and self._fields.is_visible

    def _start(self, kind: Kind, element: Element) -> None:
        """Go into what is around other things; what was deleted is not there."""
        if kind is Kind.DELETED or (kind is Kind.RUBY and not self._is_shown()):
            self._skipped = 1
            return
        dress = self._dress
        self._around.append((dress, self.result))
        if kind is Kind.RUBY:
            self._dress, self.result = self._block, []
        elif kind is Kind.CONTROL:
            if not dress.plaatshouder and is_placeholder(element):
                self._dress = dress._replace(plaatshouder=True)
        elif kind is Kind.LINK:
            self._dress = self._reader.with_link(element, dress)
        elif kind is Kind.FIELD:
            self._fields.start_simple(val(element, "instr"))
        if self._dress is not dress:
            self._start_run(self._run)

    def _end(self, element: Element) -> None:
        if element.tag == _SIMPLE_FIELD:
            self._fields.sign("end")
        dress, result = self._around.pop()
        if result is not self.result:
            result.append(RubyText(self.result))
            self.result = result
        if self._dress is not dress:
            self._dress = dress
            self._start_run(self._run)

    def _take_unseen(self, kind: Kind, element: Element) -> None:
        """Take what goes on where text is hidden, too."""
        if kind is Kind.BOOKMARK:
            self._bookmarks.append(val(element, "name"))
        elif kind is Kind.INSTRUCTION:
            self._fields.instruct(element.text or "")
        else:
            choice = form_choice(element)
            self._say(choice or "")
            self._fields.sign(val(element, "fldCharType"), is_chosen=choice is not None)

    def _take_thing(self, kind: Kind, element: Element) -> None:
        name = element.tag
        if kind is Kind.SYMBOL:
            self._say(character(val(element, "font"), val(element, "char")))
        elif kind is Kind.NOTE:
            note_kind = name.rpartition("}")[2].removesuffix("Reference")
            self.result.append(NoteReference(note_kind, val(element, "id")))
        elif kind is Kind.UNKNOWN or name in _OTHER_FILES:
            local = _OTHER_FILES.get(name) or name.rpartition("}")[2]
            self.result.append(Unread(local, words_inside(element)))
        elif name == w("drawing"):
            self.result += self._reader.pictures.of_drawing(element)
        elif name in (w("pict"), w("object")):
            self.result += self._reader.pictures.of_vml(element)
        if kind is Kind.PICTURE:
            box = w("txbxContent")
            self.result += [TextBox(part) for part in outside(element, box) if part.tag == box]

    def _say(self, text: str, dress: Tekstdeel | None = None) -> None:
        dress = dress or self._own
        if text and dress is not None and self._fields.is_visible:
            self._fields.say()
            self.result.append(_linked(dress, *self._fields.link)._replace(text=text))


def is_placeholder(sdt: Element) -> bool:
    """Whether a control shows its placeholder still."""
    return is_on(sdt, "sdtPr", "showingPlcHdr")


def is_set(properties: Element | None, names: Sequence[str], others: Iterable[bool | None]) -> bool:
    """Whether a switch of a run is on; else what the nearest around it says that says something."""
    said = [
        is_true(switch.get(_VAL))
        for name in names
        if (switch := child(properties, name)) is not None
    ]
    if said:
        return any(said)
    for other in others:
        if other is not None:
            return other
    return False


def _linked(dress: Tekstdeel, address: str, place: str) -> Tekstdeel:
    """Return the dress with a link; one that a browser should not follow is left out."""
    address = address.strip().replace(" ", "%20")
    if address:
        whole = f"{address}#{place}" if place else address
        return dress._replace(adres=whole, target="") if _ADDRESS.fullmatch(whole) else dress
    return dress._replace(adres="", target=place) if place else dress
