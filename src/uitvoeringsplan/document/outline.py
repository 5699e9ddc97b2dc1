"""From the flat row of paragraphs that Word has to lists in lists and facts below each other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.document import (
    Feit,
    Feiten,
    Inhoud,
    Lijst,
    Lijstpunt,
    Passage,
    Tekst,
    Tekstdeel,
    Telwijze,
)
from uitvoeringsplan.ooxml.counters import in_vorm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.ooxml.counters import Nummer

_TELWIJZEN = {
    "bullet": Telwijze.TEKEN,
    "lowerLetter": Telwijze.LETTER,
    "upperLetter": Telwijze.HOOFDLETTER,
    "lowerRoman": Telwijze.ROMEINS,
    "upperRoman": Telwijze.ROMEINS_GROOT,
}
_LOS = (Telwijze.TEKEN, Telwijze.EIGEN)  # whose points are not counted from the first
_LEESTEKENS = " .)(:-–"


class LosPunt(NamedTuple):
    """A point of a list as it stands in Word: a paragraph with a level and a number."""

    niveau: int
    nummer: Nummer
    tekst: Tekst
    ankers: tuple[str, ...] = ()

    @property
    def telwijze(self) -> Telwijze:
        """How the point is counted; a number with more in it than its count is its own."""
        vorm = self.nummer.vorm
        if vorm != "bullet" and self._kaal != in_vorm(self.nummer.waarde, vorm):
            return Telwijze.EIGEN
        return _TELWIJZEN.get(vorm, Telwijze.CIJFER)

    @property
    def _kaal(self) -> str:
        return self.nummer.tekst.strip(_LEESTEKENS)


Los = Inhoud | LosPunt | Feit


def bouw_op(blokken: Iterable[Los]) -> tuple[Inhoud, ...]:
    """Return the blocks with their points gathered in lists, and their facts together."""
    uit: list[Inhoud] = []
    for soort, groep in groupby(blokken, key=_soort):
        if soort is LosPunt:
            uit += _lijsten([blok for blok in groep if isinstance(blok, LosPunt)])
        elif soort is Feit:
            uit.append(Feiten(tuple(blok for blok in groep if isinstance(blok, Feit))))
        else:
            uit += [blok for blok in groep if not isinstance(blok, LosPunt | Feit)]
    return tuple(uit)


def netjes(delen: Iterable[Tekstdeel]) -> Tekst:
    """Return text in its one form: no blanks at its ends, tabs as blanks, equal dress joined."""
    uit: list[Tekstdeel] = []
    for deel in delen:
        tekst = deel.tekst.replace("\t", " ")
        if not uit:
            tekst = tekst.lstrip()
        if not tekst:
            continue
        vorig = uit[-1] if uit else None
        if vorig is not None and vorig._replace(tekst="") == deel._replace(tekst=""):
            uit[-1] = vorig._replace(tekst=vorig.tekst + tekst)
        else:
            uit.append(deel._replace(tekst=tekst))
    while uit and not (einde := uit[-1].tekst.rstrip()):
        uit.pop()
    return (*uit[:-1], uit[-1]._replace(tekst=einde)) if uit else ()


def gesplitst(delen: Sequence[Tekstdeel]) -> tuple[Tekst, Tekst] | None:
    """Return what stands before and after the first tab; None when either is empty."""
    for i, deel in enumerate(delen):
        if "\t" in deel.tekst:
            voor, _, na = deel.tekst.partition("\t")
            links = netjes([*delen[:i], deel._replace(tekst=voor)])
            rechts = netjes([deel._replace(tekst=na), *delen[i + 1 :]])
            return (links, rechts) if links and rechts else None
    return None


def _soort(blok: Los) -> type:
    return type(blok) if isinstance(blok, LosPunt | Feit) else object


def _lijsten(punten: Sequence[LosPunt]) -> list[Inhoud]:
    """Return the lists on the level of the first point, deeper ones inside their points."""
    groepen: list[tuple[LosPunt, list[Lijstpunt]]] = []
    vorig: LosPunt | None = None
    i = 0
    while i < len(punten):
        punt = punten[i]
        onder = i + 1
        while onder < len(punten) and punten[onder].niveau > punt.niveau:
            onder += 1
        inhoud = (Passage(punt.tekst), *_lijsten(punten[i + 1 : onder]))
        if vorig is None or not _gaat_door(vorig, punt):
            groepen.append((punt, []))
        eigen = punt.nummer.tekst.strip() if punt.telwijze is Telwijze.EIGEN else ""
        groepen[-1][1].append(Lijstpunt(inhoud, eigen, punt.ankers))
        vorig = punt
        i = onder
    return [
        Lijst(tuple(lijst), eerste.telwijze, 1 if eerste.telwijze in _LOS else eerste.nummer.waarde)
        for eerste, lijst in groepen
    ]


def _gaat_door(vorig: LosPunt, punt: LosPunt) -> bool:
    """Whether a point belongs to the list of the one before it on its level."""
    if vorig.telwijze is not punt.telwijze:
        return False
    return punt.telwijze in _LOS or punt.nummer.waarde == vorig.nummer.waarde + 1
