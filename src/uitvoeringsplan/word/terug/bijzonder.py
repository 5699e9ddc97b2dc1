"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: an amount that is struck through is no amount, and 10 with a small 3 is no 103.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.word.lezer.boom import aan, kind, val, w
from uitvoeringsplan.word.lezer.symbolen import ONBEKEND, character
from uitvoeringsplan.word.terug.vastevolgorde import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.word.lezer.boom import Element
    from uitvoeringsplan.word.terug.plekken import Regel

_LIJST = (
    "In dit antwoord staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone"
    " cijfers. Kijk na of de tekst ernaar verwijst."
)
_SYMBOOL = (
    f"In dit antwoord staat een teken uit een symbolenlettertype dat geen letter is. In het plan"
    f" komt er {ONBEKEND} voor in de plaats."
)


class Bijzonder(NamedTuple):
    """A sentence about an answer; where `is_twijfel` nobody may take it over without looking."""

    melding: str
    is_twijfel: bool = True


def remarks(regels: Sequence[Regel]) -> list[Bijzonder]:
    """Return what to say of an answer that stands in these paragraphs."""
    uit = remarks_on(regel.alinea for regel in regels)
    if any(regel.met_letters for regel in regels):
        uit.append(Bijzonder(_LIJST, is_twijfel=False))
    return uit


def remarks_on(elementen: Iterable[Element]) -> list[Bijzonder]:
    """Return what to say of words that stand in these elements."""
    door: dict[str, None] = {}
    verborgen: dict[str, None] = {}
    hoog: dict[str, None] = {}
    laag: dict[str, None] = {}
    is_onbekend = False
    for element in elementen:
        for run in element.iter(w("r")):
            is_onbekend = is_onbekend or any(
                character(val(sym, "font"), val(sym, "char")) == ONBEKEND
                for sym in run.iter(w("sym"))
            )
            eigen = kind(run, "rPr")
            tekst = een_regel("".join(t.text or "" for t in run.findall(w("t"))))
            if eigen is None or not tekst:
                continue
            if aan(eigen, "vanish"):
                verborgen[tekst] = None
            elif aan(eigen, "strike") or aan(eigen, "dstrike"):
                door[tekst] = None
            elif not tekst.isalpha():  # the letter of 1e reads the same on the line
                plaats = val(kind(eigen, "vertAlign"))
                {"superscript": hoog, "subscript": laag}.get(plaats, {})[tekst] = None
    return [*_zinnen(door, verborgen, hoog, laag), *([Bijzonder(_SYMBOOL)] if is_onbekend else [])]


def _zinnen(
    door: Iterable[str], verborgen: Iterable[str], hoog: Iterable[str], laag: Iterable[str]
) -> list[Bijzonder]:
    uit = []
    if door := " … ".join(door):
        zin = (
            f"In dit antwoord is tekst doorgehaald: {quote(door)} In het plan staat die als gewone"
        )
        uit.append(Bijzonder(f"{zin} tekst. Kies wat er moet staan."))
    if verborgen := " … ".join(verborgen):
        zin = f"In dit antwoord staat verborgen tekst, die niet meekomt: {quote(verborgen)}"
        uit.append(Bijzonder(zin, is_twijfel=False))
    for woorden, hoe in ((hoog, "hoog"), (laag, "laag")):
        if tekst := " … ".join(woorden):
            zin = f"In dit antwoord staat {hoe} geschreven: {quote(tekst)} In het plan worden dat"
            uit.append(Bijzonder(f"{zin} gewone tekens. Kijk na wat er moet staan.", hoe == "hoog"))
    return uit
