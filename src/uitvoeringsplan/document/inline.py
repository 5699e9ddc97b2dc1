"""What stands inside a paragraph: runs of text in their dress, links, pictures, text boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import form_choice
from uitvoeringsplan.model.document import Afbeelding, Tekstdeel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.symbols import character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, is_on, outside, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.pictures import Pictures
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: A formula in the text, and one between paragraphs.
FORMULAS = frozenset((f"{_M}oMath", f"{_M}oMathPara"))
# Wrappers that say nothing to a reader, and what was deleted or moved away.
_TRANSPARENT = frozenset(
    map(w, ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent"))
)
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_RUN, _SDT, _LINK, _SIMPLE_FIELD = w("r"), w("sdt"), w("hyperlink"), w("fldSimple")
_BOOKMARK, _NAME = w("bookmarkStart"), w("name")
_TEXT, _FIELD_SIGN, _INSTRUCTION = w("t"), w("fldChar"), w("instrText")
_ADDRESS = re.compile(r"(?:https?|mailto|tel|ftp):\S+", re.IGNORECASE)


class TextBox(NamedTuple):
    """The content of a text box, to be read as blocks after the paragraph it hangs on."""

    inhoud: Element


class NoteReference(NamedTuple):
    """A reference to a note: the kind of note and its id."""

    soort: str
    id: str


class RubyText(NamedTuple):
    """What stands in small letters above the words before it, to be read as a paragraph."""

    inhoud: Element


Inline = Tekstdeel | Afbeelding | TextBox | NoteReference | RubyText


class InlineReader:
    """Reads paragraphs of one part; fields may run on from one into the next."""

    def __init__(
        self,
        stylesheet: Styles,
        relationships: Mapping[str, Relationship],
        pictures: Pictures,
        fields: OpenFields,
    ) -> None:
        self._stylesheet, self._relationships = stylesheet, relationships
        self._pictures, self._fields = pictures, fields
        self._hidden = False  # by the style of the paragraph

    def lees(
        self,
        paragraph: Iterable[Element],
        dress: Tekstdeel,
        bookmarks: list[str],
        style_id: str = "",
    ) -> list[Inline]:
        """Return what stands in a paragraph, or in pieces of one, in the style with this id.

        Adds the names of its bookmarks to `bladwijzers`.
        """
        result: list[Inline] = []
        style = self._stylesheet.stijlen.get(style_id)
        self._hidden = style is not None and bool(style.verborgen)
        self._children(paragraph, dress, bookmarks, result)
        return result

    def _children(
        self,
        parent: Iterable[Element],
        dress: Tekstdeel,
        bookmarks: list[str],
        result: list[Inline],
    ) -> None:
        for element in parent:
            name = element.tag
            if name == _RUN:
                self._run(element, dress, result)
            elif name == _BOOKMARK:
                bookmarks.append(element.get(_NAME, ""))
            elif name in _TRANSPARENT:
                self._children(element, dress, bookmarks, result)
            elif name == _SDT:
                inner = dress._replace(plaatshouder=dress.plaatshouder or is_placeholder(element))
                self._children(element, inner, bookmarks, result)
            elif name == _LINK:
                self._children(element, self._with_link(element, dress), bookmarks, result)
            elif name == _SIMPLE_FIELD:
                self._fields.begin_simple(val(element, "instr"))
                self._children(element, dress, bookmarks, result)
                self._fields.sign("end")
            elif name == ALTERNATE_CONTENT:
                for choice in chosen(element):
                    self._children(choice, dress, bookmarks, result)
            else:
                self._say(_formula(element), dress, result)

    def _with_link(self, element: Element, dress: Tekstdeel) -> Tekstdeel:
        relationship = self._relationships.get(element.get(f"{{{R}}}id", ""))
        return _linked(dress, relationship.doel if relationship else "", val(element, "anchor"))

    def _run(self, run: Element, dress: Tekstdeel, result: list[Inline]) -> None:
        properties = child(run, "rPr")
        if properties is None:
            self._run_children(run, None if self._hidden else dress, "", result)
            return
        style = self._stylesheet.stijlen.get(val(child(properties, "rStyle")))
        verborgen = self._hidden if style is None or style.verborgen is None else style.verborgen
        dress = dress._replace(
            vet=_is_set(properties, "b", style.vet if style else None, dress.vet),
            cursief=_is_set(properties, "i", style.cursief if style else None, dress.cursief),
        )
        if child(properties, "vanish") is not None:
            verborgen = is_on(properties, "vanish")
        self._run_children(run, None if verborgen else dress, symbol_font(properties), result)

    def _run_children(
        self, run: Element, dress: Tekstdeel | None, font: str, result: list[Inline]
    ) -> None:
        """Read a run; without `jas` its text is hidden, but the fields go on."""
        for element in run:
            name = element.tag
            if name == _TEXT:
                self._say(readable(element.text or "", font), dress, result)
            elif name in _SIGNS:
                self._say(_SIGNS[name], dress, result)
            elif name == _FIELD_SIGN:
                choice = form_choice(element)
                self._say(choice or "", dress, result)
                self._fields.sign(val(element, "fldCharType"), is_chosen=choice is not None)
            elif name == _INSTRUCTION:
                self._fields.instruct(element.text or "")
            elif name == ALTERNATE_CONTENT:
                for versie in chosen(element):
                    self._run_children(versie, dress, font, result)
            elif dress is not None and self._fields.is_visible:
                self._special(element, dress, result)

    def _special(self, element: Element, dress: Tekstdeel, result: list[Inline]) -> None:
        name = element.tag
        if name == w("sym"):
            self._say(character(val(element, "font"), val(element, "char")), dress, result)
        elif name in (w("footnoteReference"), w("endnoteReference")):
            result.append(
                NoteReference(name.rpartition("}")[2].removesuffix("Reference"), val(element, "id"))
            )
        elif name == w("ruby"):
            for basis in element.findall(w("rubyBase")):
                self._children(basis, dress, [], result)
            above = [RubyText(part) for part in element.findall(w("rt"))]
            result += above
        elif name == w("drawing"):
            result += self._pictures.of_drawing(element)
        elif name in (w("pict"), w("object")):
            result += self._pictures.of_vml(element)
        if name in (w("drawing"), w("pict")):
            box = w("txbxContent")
            result += [TextBox(part) for part in outside(element, box) if part.tag == box]

    def _say(self, text: str, dress: Tekstdeel | None, result: list[Inline]) -> None:
        if text and dress is not None and self._fields.is_visible:
            self._fields.say()
            result.append(_linked(dress, *self._fields.link)._replace(tekst=text))


def is_placeholder(sdt: Element) -> bool:
    """Whether a control shows its placeholder still."""
    return is_on(sdt, "sdtPr", "showingPlcHdr")


def _formula(element: Element) -> str:
    """Return the letters of a formula; nothing for what is none."""
    if not element.tag.startswith(_M):
        return ""
    return "".join(letters.text or "" for letters in element.iter(f"{_M}t"))


def _is_set(properties: Element, name: str, style: bool | None, others: bool) -> bool:  # noqa: FBT001 - three sources of one switch
    if child(properties, name) is not None:
        return is_on(properties, name)
    return others if style is None else style


def _linked(dress: Tekstdeel, address: str, place: str) -> Tekstdeel:
    """Return the dress with a link; one that a browser should not follow is left out."""
    address = address.strip().replace(" ", "%20")
    if address:
        whole = f"{address}#{place}" if place else address
        return dress._replace(adres=whole, naar="") if _ADDRESS.fullmatch(whole) else dress
    return dress._replace(adres="", naar=place) if place else dress
