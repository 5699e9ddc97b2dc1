"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: an amount that is struck through is no amount, and 10 with a small 3 is no 103. So
must he where something between the words gives no words itself, and gets lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import is_set
from uitvoeringsplan.document.paragraph_content import Kind, words_inside
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.styles import NO_STYLE
from uitvoeringsplan.ooxml.symbols import NO_SIGN, character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.returned.answer_blocks import style_id
from uitvoeringsplan.word.returned.fixed_order import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.styles import Style
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

_DATE = "een datum"
_THINGS = {
    Kind.PICTURE: "een afbeelding of tekstvak",
    Kind.FILE: "een ingevoegd bestand",
    Kind.NOTE: "een voetnoot",
    Kind.RUBY: "een bijschrift boven woorden",
    Kind.CONTENTS: "een inhoudsopgave",
    Kind.VALUE: _DATE,
    Kind.FORMULA: "een formule",
}
_OTHER_THINGS = {w("endnoteReference"): "een eindnoot", w("pgNum"): "een paginanummer"}
_FIELDS = (Kind.FIELD_SIGN, Kind.FIELD)
_WITH_WORDS = (Kind.PICTURE, Kind.FILE, Kind.RUBY, Kind.UNKNOWN)
_LINK = w("hyperlink")
_LONG = 200
_LIST = (
    "In dit antwoord staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone"
    " cijfers. Kijk na of de tekst ernaar verwijst."
)
_LETTERS = (
    "In dit antwoord staan letters in het lettertype {}, dat er in Word een teken van maakt: {} In"
    " het plan blijven het letters. Kijk na wat er moet staan."
)
# Of the words themselves, not of their style: that is how a document looks. A colour is named when
# it hides: who takes those words over shows them.
_FORMS = (("u", "onderstreept"), ("highlight", "gemarkeerd met een kleur"))
_CAPITALS = (("caps", "hoofdletters"), ("smallCaps", "kleine hoofdletters"))
_FORM = (
    "In dit antwoord is tekst {}: {} Het plan kent dat niet: daar staat ze gewoon. Kijk na of er"
    " dan nog staat wat je bedoelt."
)
_AS_CAPITALS = (
    "In dit antwoord maakt Word {} van tekst: {} In het plan staan de letters zoals ze getypt zijn."
)
_WHITE = (
    "In dit antwoord staat tekst in witte letters, die op papier niet te zien is: {} In het plan is"
    " ze gewoon te lezen. Haal weg wat er niet in hoort."
)
_PARAGRAPH = "In dit antwoord heeft een alinea {}: {} Dat kan niet mee; de tekst wel."
_BREAKS = {"page": "een pagina-einde", "column": "een kolomeinde"}
_DROP_CAP = (
    "In dit antwoord staat een beginkapitaal, een grote letter naast een alinea: {} In het plan"
    " wordt dat een alinea op zichzelf. Zet de letter in Word terug in haar woord."
)
_SYMBOL = (
    f"In dit antwoord staat een teken uit een symbolenlettertype dat geen letter is. In het plan"
    f" komt er {NO_SIGN} voor in de plaats."
)


def without_words(items: Sequence[Item], style_id: str, reader: MarkupReader) -> list[str]:
    """Return a sentence about everything in a paragraph that an answer cannot hold."""
    things: dict[tuple[str, str], None] = {}
    has_fields = False
    for kind, element, _, _ in items:
        if kind is Kind.UNKNOWN:
            local = element.tag.rpartition("}")[2]
            name = f"iets dat dit programma niet kent ({local})"
        elif kind is Kind.CONTROL and child(element, "sdtPr", "docPartObj") is not None:
            name = _THINGS[Kind.CONTENTS]
        elif kind is Kind.SIGN and val(element, "type") in _BREAKS:
            name = _BREAKS[val(element, "type")]
        elif kind in _THINGS:
            name = _OTHER_THINGS.get(element.tag, _THINGS[kind])
        else:
            has_fields |= kind in _FIELDS
            continue
        things[name, words_inside(element) if kind in _WITH_WORDS else ""] = None
    result = []
    for name, words in things:
        met = f" met “{_shortened(words)}”" if words else ""
        result.append(f"{name}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel.")
    for instruction in reader.unread(items, style_id) if has_fields else ():
        field = f"een veld dat Word zelf invult (“{_shortened(instruction)}”)"
        result.append(f"{field}. Dat kan niet mee; de tekst eromheen wel.")
    return [f"In dit antwoord staat {sentence}" for sentence in result]


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


class Caveat(NamedTuple):
    """A sentence about an answer; where `is_doubt` nobody may take it over without looking."""

    message: str
    is_doubt: bool = True


def remarks(paragraphs: Sequence[PlacedParagraph], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of an answer that stands in these paragraphs."""
    seen = _Seen(reader)
    for line in paragraphs:
        seen.take(line.items, style_id(line.paragraph), is_hidden=line.is_hidden)
        seen.take_paragraph(line)
    result = seen.zinnen()
    if any(line.met_letters for line in paragraphs):
        result.append(Caveat(_LIST, is_doubt=False))
    return result


def remarks_on(places: Iterable[Sequence[Item]], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of words that stand in these pieces of paragraphs."""
    seen = _Seen(reader)
    for items in places:
        seen.take(items)
    return seen.zinnen()


class _Seen:
    """The words of an answer that are more than letters, by what is the matter with them."""

    def __init__(self, reader: MarkupReader) -> None:
        self._reader, self._styles = reader, reader.stylesheet.styles
        self._struck: dict[str, None] = {}
        self._hidden: dict[str, None] = {}
        self._position: dict[str, dict[str, None]] = {"hoog": {}, "laag": {}}
        self._letters: dict[tuple[str, str], None] = {}
        self._forms: dict[str, dict[str, None]] = {}
        self._white: dict[str, None] = {}
        self._drop_caps: dict[str, None] = {}
        self._things: dict[str, None] = {}
        self._is_unknown = False

    def take(self, items: Sequence[Item], style_id: str = "", *, is_hidden: bool = False) -> None:
        """Take what stands in a paragraph; `is_hidden` tells that nobody sees it."""
        self._things |= dict.fromkeys(without_words(items, style_id, self._reader))
        paragraph_style = self._styles.get(style_id, NO_STYLE)
        self._is_unknown |= any(
            character(val(element, "font"), val(element, "char")) == NO_SIGN
            for kind, element, _, _ in items
            if kind is Kind.SYMBOL
        )
        for run, (raw, is_link) in _words_of_runs(items).items():
            properties = child(run, "rPr")
            font = symbol_font(properties)
            self._is_unknown |= NO_SIGN in readable(raw, font) and NO_SIGN not in raw
            text = one_line(raw)
            if text and is_hidden:
                self._hidden[text] = None
            elif text and (properties is not None or paragraph_style is not NO_STYLE):
                run_style = self._styles.get(val(child(properties, "rStyle")), NO_STYLE)
                self._look(text, properties, (run_style, paragraph_style))
                self._look_at_form(text, properties, is_link=is_link)
                if font and any(sign.isalnum() for sign in text):
                    self._letters[font, text] = None

    def _look(self, text: str, properties: Element | None, styles: tuple[Style, Style]) -> None:
        """Look at the dress of words: their own, that of their style, that of the paragraph."""
        if is_set(properties, ("vanish",), [style.hidden for style in styles]):
            self._hidden[text] = None
        elif is_set(properties, ("strike", "dstrike"), [style.struck for style in styles]):
            self._struck[text] = None
        elif not text.isalpha():  # the letter of 1e reads the same on the line
            height = _height(properties, [style.place for style in styles])
            if height:
                self._position["hoog" if height > 0 else "laag"][text] = None

    def take_paragraph(self, line: PlacedParagraph) -> None:
        """Take how a paragraph as a whole looks."""
        properties = child(line.paragraph, "pPr")
        text = one_line("".join(text for kind, _, _, text in line.items if kind is Kind.TEXT))
        if not text or line.is_hidden or properties is None:
            return
        if val(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
            self._drop_caps[text] = None
        is_head = bool(line.path) and line.path[-1].rij == 0
        for said in _paragraph_forms(properties, is_kop=line.level is not None, is_head=is_head):
            self._forms.setdefault(_PARAGRAPH.format(said, "{}"), {})[text] = None

    def _look_at_form(self, text: str, properties: Element | None, *, is_link: bool) -> None:
        """Look at what somebody did to these words alone; a link is underlined by itself."""
        for name, said in _FORMS:
            if val(child(properties, name)) not in ("", "none") and not (is_link and name == "u"):
                self._forms.setdefault(_FORM.format(said, "{}"), {})[text] = None
        for name, said in _CAPITALS:
            if text != text.upper() and is_set(properties, (name,), ()):
                self._forms.setdefault(_AS_CAPITALS.format(said, "{}"), {})[text] = None
        has_ground = any(child(properties, name) is not None for name in ("shd", "highlight"))
        if val(child(properties, "color")).upper() == "FFFFFF" and not has_ground:
            self._white[text] = None

    def zinnen(self) -> list[Caveat]:
        """Return a sentence about everything that was seen."""
        result = [Caveat(thing, is_doubt=False) for thing in self._things]
        for sentence, words in self._forms.items():
            result.append(Caveat(sentence.format(quote(" … ".join(words))), is_doubt=False))
        if self._drop_caps:
            result.append(Caveat(_DROP_CAP.format(quote(" … ".join(self._drop_caps)))))
        if self._white:
            result.append(Caveat(_WHITE.format(quote(" … ".join(self._white)))))
        result += _sentences(
            self._struck, self._hidden, self._position["hoog"], self._position["laag"]
        )
        for font, text in self._letters:
            result.append(Caveat(_LETTERS.format(font, quote(text))))
        if self._is_unknown:
            result.append(Caveat(_SYMBOL))
        return result


def _paragraph_forms(properties: Element, *, is_kop: bool, is_head: bool) -> Iterator[str]:
    """Say what of a paragraph is no matter of words.

    Programs write borders that are none, too, and some give the paragraphs in the head of a table
    (`is_head`) the colour of their cell, as AbiWord 3.0.6 does.
    """
    if is_kop:
        yield "de opmaak van een kop"
    sides = child(properties, "pBdr")
    if any(val(side) not in ("", "none", "nil") for side in (() if sides is None else sides)):
        yield "een rand"
    fill = val(child(properties, "shd"), "fill").upper()
    if not is_head and fill not in ("", "AUTO", "FFFFFF"):
        yield "een achtergrondkleur"
    if is_set(properties, ("pageBreakBefore",), ()):
        yield "een nieuwe pagina ervoor"
    if child(properties, "sectPr") is not None:
        yield "een sectie-einde erachter"


def _words_of_runs(items: Iterable[Item]) -> dict[Element | None, tuple[str, bool]]:
    """Return the letters of every run in order, and whether they stand in a link."""
    result: dict[Element | None, tuple[str, bool]] = {}
    links = 0
    for kind, element, run, text in items:
        if kind is Kind.TEXT:
            before, _ = result.get(run, ("", False))
            result[run] = before + text, links > 0
        elif kind is Kind.LINK:
            links += 1
        elif kind is Kind.END and element.tag == _LINK:
            links -= 1
    return result


def _height(properties: Element | None, styles: Iterable[str | None]) -> int:
    """Return whether words stand above the line (more than 0) or below it (less)."""
    size = val(child(properties, "position"))
    if re.fullmatch("-?[0-9]{1,6}", size) and int(size):
        return int(size)
    place = val(child(properties, "vertAlign")) or next(filter(None, styles), "")
    return {"superscript": 1, "subscript": -1}.get(place, 0)


def _sentences(
    door: Iterable[str], hidden: Iterable[str], high: Iterable[str], layer: Iterable[str]
) -> list[Caveat]:
    result = []
    if door := " … ".join(door):
        sentence = (
            f"In dit antwoord is tekst doorgehaald: {quote(door)} Het plan kent geen doorgehaalde"
        )
        result.append(
            Caveat(f"{sentence} tekst: daar staat ze gewoon. Haal weg wat niet meer geldt.")
        )
    if hidden := " … ".join(hidden):
        sentence = f"In dit antwoord staat verborgen tekst, die niet meekomt: {quote(hidden)}"
        result.append(Caveat(sentence, is_doubt=False))
    for words, how in ((high, "hoog"), (layer, "laag")):
        if text := " … ".join(words):
            sentence = (
                f"In dit antwoord staat {how} geschreven: {quote(text)} In het plan worden dat"
            )
            result.append(
                Caveat(f"{sentence} gewone tekens. Kijk na wat er moet staan.", how == "hoog")
            )
    return result
