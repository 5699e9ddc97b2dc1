"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: an amount that is struck through is no amount, and 10 with a small 3 is no 103. So
must he where something between the words gives no words itself, and gets lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.ooxml.styles import GEEN_STIJL
from uitvoeringsplan.ooxml.symbols import ONBEKEND, character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, is_on, val, w
from uitvoeringsplan.word.returned.fixed_order import quote
from uitvoeringsplan.word.returned.lean_tree import UNKNOWN, M

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.ooxml.styles import Stijl
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
    from uitvoeringsplan.word.returned.walk import Regel

_TEKST, _BOVEN, _RPR, _SYM = w("t"), w("rt"), w("rPr"), w("sym")
_BEELD, _BESTAND, _DATUM = "een afbeelding of tekstvak", "een ingevoegd bestand", "een datum"
_DINGEN = {
    w("drawing"): _BEELD,
    w("pict"): _BEELD,
    w("contentPart"): _BEELD,
    w("object"): _BESTAND,
    w("altChunk"): _BESTAND,
    w("subDoc"): _BESTAND,
    w("footnoteReference"): "een voetnoot",
    w("endnoteReference"): "een eindnoot",
    _BOVEN: "een bijschrift boven woorden",
    w("docPartObj"): "een inhoudsopgave",
    w("pgNum"): "een paginanummer",
    **{
        w(f"{deel}{vorm}"): _DATUM
        for deel in ("day", "month", "year")
        for vorm in ("Short", "Long")
    },
    f"{{{M}}}oMath": "een formule",
}
_LANG = 200
_LIJST = (
    "In dit antwoord staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone"
    " cijfers. Kijk na of de tekst ernaar verwijst."
)
_LETTERS = (
    "In dit antwoord staan letters in het lettertype {}, dat er in Word een teken van maakt: {} In"
    " het plan blijven het letters. Kijk na wat er moet staan."
)
_SYMBOOL = (
    f"In dit antwoord staat een teken uit een symbolenlettertype dat geen letter is. In het plan"
    f" komt er {ONBEKEND} voor in de plaats."
)


def without_words(alinea: Element, lezer: Tekstlezer) -> list[str]:
    """Return a sentence about everything in a paragraph that an answer cannot hold."""
    uit = []
    for element in alinea.iter(UNKNOWN, *_DINGEN):
        naam = _DINGEN.get(element.tag, "")
        woorden = element.text or ""
        if element.tag == UNKNOWN:
            naam = f"iets dat dit programma niet kent ({val(element, 'name')})"
        elif element.tag == _BOVEN:
            woorden = "".join(t.text or "" for t in element.iter(_TEKST))
        if naam:
            met = f" met “{_kort(woorden)}”" if woorden.strip() else ""
            uit.append(f"{naam}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel.")
    for opdracht in lezer.unread(alinea):
        veld = f"een veld dat Word zelf invult (“{_kort(opdracht)}”)"
        uit.append(f"{veld}. Dat kan niet mee; de tekst eromheen wel.")
    return [f"In dit antwoord staat {zin}" for zin in uit]


def _kort(tekst: str) -> str:
    tekst = een_regel(tekst)
    return tekst if len(tekst) <= _LANG else f"{tekst[:_LANG].rstrip()}…"


class Bijzonder(NamedTuple):
    """A sentence about an answer; where `is_twijfel` nobody may take it over without looking."""

    melding: str
    is_twijfel: bool = True


def remarks(regels: Sequence[Regel], lezer: Tekstlezer) -> list[Bijzonder]:
    """Return what to say of an answer that stands in these paragraphs."""
    gezien = _Gezien(lezer)
    for regel in regels:
        gezien.neem(regel.alinea, is_verborgen=regel.is_verborgen)
    uit = gezien.zinnen()
    if any(regel.met_letters for regel in regels):
        uit.append(Bijzonder(_LIJST, is_twijfel=False))
    return uit


def remarks_on(elementen: Iterable[Element], lezer: Tekstlezer) -> list[Bijzonder]:
    """Return what to say of words that stand in these elements."""
    gezien = _Gezien(lezer)
    for element in elementen:
        gezien.neem(element)
    return gezien.zinnen()


class _Gezien:
    """The words of an answer that are more than letters, by what is the matter with them."""

    def __init__(self, lezer: Tekstlezer) -> None:
        self._lezer, self._stijlen = lezer, lezer.stijlblad.stijlen
        self._door: dict[str, None] = {}
        self._verborgen: dict[str, None] = {}
        self._plaats: dict[str, dict[str, None]] = {"hoog": {}, "laag": {}}
        self._letters: dict[tuple[str, str], None] = {}
        self._dingen: dict[str, None] = {}
        self._is_onbekend = False

    def neem(self, element: Element, *, is_verborgen: bool = False) -> None:
        """Take a paragraph, or a control in one; `is_verborgen` tells that nobody sees it."""
        self._dingen |= dict.fromkeys(without_words(element, self._lezer))
        alineastijl = self._stijlen.get(val(child(element, "pPr", "pStyle")), GEEN_STIJL)
        for run in element.iter(w("r")):
            eigen = None
            rauw = ""
            for deel in run:
                if deel.tag == _TEKST:
                    rauw += deel.text or ""
                elif deel.tag == _RPR:
                    eigen = deel
                elif deel.tag == _SYM:
                    teken = character(val(deel, "font"), val(deel, "char"))
                    self._is_onbekend |= teken == ONBEKEND
            font = symbol_font(eigen)
            self._is_onbekend |= ONBEKEND in readable(rauw, font) and ONBEKEND not in rauw
            tekst = een_regel(rauw)
            if tekst and is_verborgen:
                self._verborgen[tekst] = None
            elif tekst:
                runstijl = self._stijlen.get(val(child(eigen, "rStyle")), GEEN_STIJL)
                self._kijk(tekst, eigen, (runstijl, alineastijl))
                if font and any(teken.isalnum() for teken in tekst):
                    self._letters[font, tekst] = None

    def _kijk(self, tekst: str, eigen: Element | None, stijlen: tuple[Stijl, Stijl]) -> None:
        """Look at the dress of words: their own, that of their style, that of the paragraph."""
        if _staat(eigen, ("vanish",), [stijl.verborgen for stijl in stijlen]):
            self._verborgen[tekst] = None
        elif _staat(eigen, ("strike", "dstrike"), [stijl.doorgehaald for stijl in stijlen]):
            self._door[tekst] = None
        elif not tekst.isalpha():  # the letter of 1e reads the same on the line
            hoogte = _hoogte(eigen, [stijl.plaats for stijl in stijlen])
            if hoogte:
                self._plaats["hoog" if hoogte > 0 else "laag"][tekst] = None

    def zinnen(self) -> list[Bijzonder]:
        """Return a sentence about everything that was seen."""
        uit = [Bijzonder(ding, is_twijfel=False) for ding in self._dingen]
        uit += _zinnen(self._door, self._verborgen, self._plaats["hoog"], self._plaats["laag"])
        for font, tekst in self._letters:
            uit.append(Bijzonder(_LETTERS.format(font, quote(tekst))))
        if self._is_onbekend:
            uit.append(Bijzonder(_SYMBOOL))
        return uit


def _staat(eigen: Element | None, namen: Sequence[str], stijlen: Iterable[bool | None]) -> bool:
    """Whether a switch is on; the nearest that says something about it decides."""
    if any(child(eigen, naam) is not None for naam in namen):
        return any(is_on(eigen, naam) for naam in namen)
    return next((stijl for stijl in stijlen if stijl is not None), False)


def _hoogte(eigen: Element | None, stijlen: Iterable[str | None]) -> int:
    """Return whether words stand above the line (more than 0) or below it (less)."""
    maat = val(child(eigen, "position"))
    if re.fullmatch("-?[0-9]{1,6}", maat) and int(maat):
        return int(maat)
    plaats = val(child(eigen, "vertAlign")) or next(filter(None, stijlen), "")
    return {"superscript": 1, "subscript": -1}.get(plaats, 0)


def _zinnen(
    door: Iterable[str], verborgen: Iterable[str], hoog: Iterable[str], laag: Iterable[str]
) -> list[Bijzonder]:
    uit = []
    if door := " … ".join(door):
        zin = f"In dit antwoord is tekst doorgehaald: {quote(door)} Het plan kent geen doorgehaalde"
        uit.append(Bijzonder(f"{zin} tekst: daar staat ze gewoon. Haal weg wat niet meer geldt."))
    if verborgen := " … ".join(verborgen):
        zin = f"In dit antwoord staat verborgen tekst, die niet meekomt: {quote(verborgen)}"
        uit.append(Bijzonder(zin, is_twijfel=False))
    for woorden, hoe in ((hoog, "hoog"), (laag, "laag")):
        if tekst := " … ".join(woorden):
            zin = f"In dit antwoord staat {hoe} geschreven: {quote(tekst)} In het plan worden dat"
            uit.append(Bijzonder(f"{zin} gewone tekens. Kijk na wat er moet staan.", hoe == "hoog"))
    return uit
