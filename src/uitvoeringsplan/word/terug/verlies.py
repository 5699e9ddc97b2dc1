"""Whether a change looks like what a program does to an answer, not like what somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.opmaak import lees_opmaak, platte_tekst
from uitvoeringsplan.model.vingerafdruk import vingerafdruk

if TYPE_CHECKING:
    from uitvoeringsplan.word.terug.waarden import Merk

_OPMAAK = (
    "De woorden zijn gelijk gebleven en alleen de opmaak is anders. Het invulveld is weg, dus"
    " misschien deed een programma dat."
)
_BEGIN = (
    "Alleen het begin van het antwoord is over. Het invulveld is weg of er staat niet meer waar het"
    " bij hoort, dus misschien liet een programma de rest weg."
)


def verloren(tekst: str, merk: Merk) -> str:
    """Return a sentence when an answer has only lost or changed its dress, or lost its end."""
    if vingerafdruk(tekst) in map(vingerafdruk, merk.eerder):
        return ""
    if alleen_begin(tekst, merk):
        return _BEGIN
    woorden = _woorden(tekst)
    return _OPMAAK if any(_woorden(oud) == woorden for oud in merk.eerder) else ""


def alleen_begin(tekst: str, merk: Merk) -> bool:
    """Whether an answer is the first paragraphs of one that it was before, and no more."""
    alineas = _alineas(tekst)
    return any(
        len(alineas) < len(oud) and oud[: len(alineas)] == alineas
        for oud in map(_alineas, merk.eerder)
    )


def _alineas(tekst: str) -> list[str]:
    return ["".join(platte_tekst((blok,)).split()) for blok in lees_opmaak(tekst)]


def _woorden(tekst: str) -> str:
    return "".join(_alineas(tekst))
