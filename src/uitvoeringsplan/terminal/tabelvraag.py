"""Filling a table row by row: add, change, move, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Stap,
    Terug,
    Zet,
)
from uitvoeringsplan.model.tabel import (
    lees_tabel,
    schrijf_tabel,
    verplaats,
    vervang,
    verwijder,
    voeg_toe,
)
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.terminal.formulier import kies_uit, vraag_antwoord
from uitvoeringsplan.terminal.weergave import breedte, plekregel, vouw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.vraag import Kolom

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]


def vraag_tabel(beurt: Beurt, toon: Callable[[str], None]) -> Zet:
    """Let the user work on the rows and return what came of it."""
    rijen = _lees(beurt.stap.vraag.kolommen, beurt.tekst)
    while True:
        keuze = kies_uit(
            "Kies een rij om haar te veranderen.",
            [
                *((str(i), _rijregel(i, rij)) for i, rij in enumerate(rijen)),
                ("erbij", "een rij erbij"),
                ("klaar", "klaar, naar de volgende vraag"),
                ("terug", "terug naar de vorige vraag"),
                ("lijst", "naar een andere vraag"),
            ],
            huidig="klaar" if rijen else "erbij",
        )
        match keuze:
            case None:
                return Gestopt(schrijf_tabel(rijen))
            case "klaar":
                return Beantwoord(schrijf_tabel(rijen))
            case "terug":
                return Terug(schrijf_tabel(rijen))
            case "lijst":
                plekken = [(p.vraag_id, plekregel(p, breedte())) for p in beurt.plekken]
                doel = kies_uit("Naar welke vraag?", plekken, huidig=beurt.stap.vraag.id)
                return Spring(schrijf_tabel(rijen), doel or beurt.stap.vraag.id)
            case "erbij":
                gedaan = _Rijvraag(beurt, rijen, len(rijen), toon).stel()
            case _:
                gedaan = _werk_aan_rij(beurt, rijen, int(keuze), toon)
        if isinstance(gedaan, Gestopt):
            return gedaan
        rijen = gedaan
        beurt.concept(schrijf_tabel(rijen))


def _lees(kolommen: Sequence[Kolom], tekst: str) -> _Rijen:
    """Return the rows; a line of a draft that is no row becomes the first cell of one."""
    rijen: _Rijen = ()
    for regel in filter(str.strip, tekst.split("\n")):
        try:
            rijen += lees_tabel(kolommen, regel)
        except TabelError:
            rijen += ((een_regel(regel), *[""] * (len(kolommen) - 1)),)
    return rijen


def _rijregel(i: int, rij: _Rij) -> str:
    return f"{i + 1}. {'; '.join(filter(None, rij))}"


def _werk_aan_rij(
    beurt: Beurt, rijen: _Rijen, i: int, toon: Callable[[str], None]
) -> _Rijen | Gestopt:
    keuzes = [("anders", "veranderen")]
    keuzes += [("omhoog", "een plaats omhoog")] if i > 0 else []
    keuzes += [("omlaag", "een plaats omlaag")] if i < len(rijen) - 1 else []
    keuzes += [("weg", "weghalen"), ("niets", "zo laten")]
    match kies_uit("Wat wil je met deze rij?", keuzes):
        case "anders":
            return _Rijvraag(beurt, rijen, i, toon).stel()
        case "omhoog":
            return verplaats(rijen, i, i - 1)
        case "omlaag":
            return verplaats(rijen, i, i + 1)
        case "weg":
            return verwijder(rijen, i)
    return rijen


class _Rijvraag:
    """Asks the cells of the row at `plek`, which may be the one after the last."""

    def __init__(self, beurt: Beurt, rijen: _Rijen, plek: int, toon: Callable[[str], None]) -> None:
        self.beurt = beurt
        self.rijen = rijen
        self.plek = plek
        self.toon = toon
        self.kolommen = beurt.stap.vraag.kolommen
        self.cellen = list(rijen[plek]) if plek < len(rijen) else [""] * len(self.kolommen)

    def stel(self) -> _Rijen | Gestopt:
        """Return the rows with this one in it; F5 leaves the row as it was, Ctrl+C stops."""
        i = 0
        while i < len(self.kolommen):
            zet = self._vraag_cel(i)
            if isinstance(zet, Spring | Overgeslagen):
                return self.rijen
            if isinstance(zet, Gestopt):
                return Gestopt(schrijf_tabel(self._met_cel(i, zet.tekst)))
            vraag = self.kolommen[i].vraag
            if isinstance(zet, Terug):
                self.cellen[i] = een_regel(zet.tekst)
                i = max(0, i - 1)
            else:
                self.cellen[i] = vraag.normaliseer(zet.tekst)
                i += 1
        return self._met_cel(0, self.cellen[0])

    def _vraag_cel(self, i: int) -> Zet:
        kolom = self.kolommen[i]
        moet = ", moet ingevuld zijn" if kolom.verplicht else ""
        self.toon(vouw(f"{kolom.label} ({i + 1} van {len(self.kolommen)}{moet})", breedte()))

        def houd_vast(tekst: str) -> None:
            self.beurt.concept(schrijf_tabel(self._met_cel(i, tekst)))

        cel = Beurt(Stap(kolom.vraag, ""), self.cellen[i], 0, 0, concept=houd_vast)
        return vraag_antwoord(cel, self.toon)

    def _met_cel(self, i: int, tekst: str) -> _Rijen:
        """Return the rows with this one as it stands now; a new one without any text is none."""
        rij = (*self.cellen[:i], een_regel(tekst), *self.cellen[i + 1 :])
        if self.plek < len(self.rijen):
            return vervang(self.rijen, self.plek, rij)
        return voeg_toe(self.rijen, rij) if any(rij) else self.rijen
