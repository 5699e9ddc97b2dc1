"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: an amount that is struck through is no amount, and 10 with a small 3 is no 103. So
must he where something between the words gives no words itself, and gets lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.styles import NO_STYLE
from uitvoeringsplan.ooxml.symbols import NO_SIGN, character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, is_on, val, w
from uitvoeringsplan.word.returned.fixed_order import quote
from uitvoeringsplan.word.returned.lean_tree import UNKNOWN, M

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.ooxml.styles import Style
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

_TEXT, _RUBY, _RPR, _SYM = w("t"), w("rt"), w("rPr"), w("sym")
_PICTURE, _FILE, _DATE = "een afbeelding of tekstvak", "een ingevoegd bestand", "een datum"
_THINGS = {
    w("drawing"): _PICTURE,
    w("pict"): _PICTURE,
    w("contentPart"): _PICTURE,
    w("object"): _FILE,
    w("altChunk"): _FILE,
    w("subDoc"): _FILE,
    w("footnoteReference"): "een voetnoot",
    w("endnoteReference"): "een eindnoot",
    _RUBY: "een bijschrift boven woorden",
    w("docPartObj"): "een inhoudsopgave",
    w("pgNum"): "een paginanummer",
    **{
        w(f"{deel}{vorm}"): _DATE for deel in ("day", "month", "year") for vorm in ("Short", "Long")
    },
    f"{{{M}}}oMath": "een formule",
}
_LONG = 200
_LIST = (
    "In dit antwoord staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone"
    " cijfers. Kijk na of de tekst ernaar verwijst."
)
_LETTERS = (
    "In dit antwoord staan letters in het lettertype {}, dat er in Word een teken van maakt: {} In"
    " het plan blijven het letters. Kijk na wat er moet staan."
)
_SYMBOL = (
    f"In dit antwoord staat een teken uit een symbolenlettertype dat geen letter is. In het plan"
    f" komt er {NO_SIGN} voor in de plaats."
)


def without_words(paragraph: Element, reader: MarkupReader) -> list[str]:
    """Return a sentence about everything in a paragraph that an answer cannot hold."""
    result = []
    for element in paragraph.iter(UNKNOWN, *_THINGS):
        name = _THINGS.get(element.tag, "")
        words = element.text or ""
        if element.tag == UNKNOWN:
            name = f"iets dat dit programma niet kent ({val(element, 'name')})"
        elif element.tag == _RUBY:
            words = "".join(t.text or "" for t in element.iter(_TEXT))
        if name:
            met = f" met “{_shortened(words)}”" if words.strip() else ""
            result.append(f"{name}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel.")
    for instruction in reader.unread(paragraph):
        field = f"een veld dat Word zelf invult (“{_shortened(instruction)}”)"
        result.append(f"{field}. Dat kan niet mee; de tekst eromheen wel.")
    return [f"In dit antwoord staat {sentence}" for sentence in result]


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


class Caveat(NamedTuple):
    """A sentence about an answer; where `is_twijfel` nobody may take it over without looking."""

    melding: str
    is_twijfel: bool = True


def remarks(paragraphs: Sequence[PlacedParagraph], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of an answer that stands in these paragraphs."""
    seen = _Seen(reader)
    for regel in paragraphs:
        seen.take(regel.alinea, is_verborgen=regel.is_hidden)
    result = seen.zinnen()
    if any(regel.met_letters for regel in paragraphs):
        result.append(Caveat(_LIST, is_twijfel=False))
    return result


def remarks_on(elementen: Iterable[Element], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of words that stand in these elements."""
    seen = _Seen(reader)
    for element in elementen:
        seen.take(element)
    return seen.zinnen()


class _Seen:
    """The words of an answer that are more than letters, by what is the matter with them."""

    def __init__(self, reader: MarkupReader) -> None:
        self._reader, self._styles = reader, reader.stylesheet.stijlen
        self._struck: dict[str, None] = {}
        self._hidden: dict[str, None] = {}
        self._position: dict[str, dict[str, None]] = {"hoog": {}, "laag": {}}
        self._letters: dict[tuple[str, str], None] = {}
        self._things: dict[str, None] = {}
        self._is_unknown = False

    def take(self, element: Element, *, is_verborgen: bool = False) -> None:
        """Take a paragraph, or a control in one; `is_verborgen` tells that nobody sees it."""
        self._things |= dict.fromkeys(without_words(element, self._reader))
        alineastijl = self._styles.get(val(child(element, "pPr", "pStyle")), NO_STYLE)
        for run in element.iter(w("r")):
            properties = None
            raw = ""
            for deel in run:
                if deel.tag == _TEXT:
                    raw += deel.text or ""
                elif deel.tag == _RPR:
                    properties = deel
                elif deel.tag == _SYM:
                    sign = character(val(deel, "font"), val(deel, "char"))
                    self._is_unknown |= sign == NO_SIGN
            font = symbol_font(properties)
            self._is_unknown |= NO_SIGN in readable(raw, font) and NO_SIGN not in raw
            text = one_line(raw)
            if text and is_verborgen:
                self._hidden[text] = None
            elif text:
                runstijl = self._styles.get(val(child(properties, "rStyle")), NO_STYLE)
                self._look(text, properties, (runstijl, alineastijl))
                if font and any(sign.isalnum() for sign in text):
                    self._letters[font, text] = None

    def _look(self, text: str, properties: Element | None, styles: tuple[Style, Style]) -> None:
        """Look at the dress of words: their own, that of their style, that of the paragraph."""
        if _is_set(properties, ("vanish",), [style.verborgen for style in styles]):
            self._hidden[text] = None
        elif _is_set(properties, ("strike", "dstrike"), [style.doorgehaald for style in styles]):
            self._struck[text] = None
        elif not text.isalpha():  # the letter of 1e reads the same on the line
            hoogte = _height(properties, [style.plaats for style in styles])
            if hoogte:
                self._position["hoog" if hoogte > 0 else "laag"][text] = None

    def zinnen(self) -> list[Caveat]:
        """Return a sentence about everything that was seen."""
        result = [Caveat(thing, is_twijfel=False) for thing in self._things]
        result += _sentences(
            self._struck, self._hidden, self._position["hoog"], self._position["laag"]
        )
        for font, text in self._letters:
            result.append(Caveat(_LETTERS.format(font, quote(text))))
        if self._is_unknown:
            result.append(Caveat(_SYMBOL))
        return result


def _is_set(
    properties: Element | None, names: Sequence[str], styles: Iterable[bool | None]
) -> bool:
    """Whether a switch is on; the nearest that says something about it decides."""
    if any(child(properties, name) is not None for name in names):
        return any(is_on(properties, name) for name in names)
    return next((style for style in styles if style is not None), False)


def _height(properties: Element | None, styles: Iterable[str | None]) -> int:
    """Return whether words stand above the line (more than 0) or below it (less)."""
    size = val(child(properties, "position"))
    if re.fullmatch("-?[0-9]{1,6}", size) and int(size):
        return int(size)
    place = val(child(properties, "vertAlign")) or next(filter(None, styles), "")
    return {"superscript": 1, "subscript": -1}.get(place, 0)


def _sentences(
    door: Iterable[str], verborgen: Iterable[str], high: Iterable[str], laag: Iterable[str]
) -> list[Caveat]:
    result = []
    if door := " … ".join(door):
        sentence = (
            f"In dit antwoord is tekst doorgehaald: {quote(door)} Het plan kent geen doorgehaalde"
        )
        result.append(
            Caveat(f"{sentence} tekst: daar staat ze gewoon. Haal weg wat niet meer geldt.")
        )
    if verborgen := " … ".join(verborgen):
        sentence = f"In dit antwoord staat verborgen tekst, die niet meekomt: {quote(verborgen)}"
        result.append(Caveat(sentence, is_twijfel=False))
    for words, how in ((high, "hoog"), (laag, "laag")):
        if text := " … ".join(words):
            sentence = (
                f"In dit antwoord staat {how} geschreven: {quote(text)} In het plan worden dat"
            )
            result.append(
                Caveat(f"{sentence} gewone tekens. Kijk na wat er moet staan.", how == "hoog")
            )
    return result
