"""What does not fit in an answer is set apart, so that it never holds up the rest of it.

In the place of a cell or choice that does not fit comes what stood there before. That is only
taken from the same row, or the same place between its neighbours; where nobody knows it, nothing
is filled in. The words themselves go to the user.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.opmaak import lees_opmaak, platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.word.terug.uitkomst import Weigering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vraag import Vraag

    _Rij = tuple[str, ...]

MAX_CEL = 50_000  # characters; more is no cell that anybody typed
_LEEG = "deze cel moet ingevuld zijn."
_TE_LANG = "de tekst is te lang voor een cel."
_NAAM = 40  # characters of the cell by which a row is recognised


class Tabelrij(NamedTuple):
    """A row as the document has it: its number there, and its cells in the order of the plan."""

    nummer: int  # from 1, without the row with the headers
    cellen: _Rij


class Rijkeuring(NamedTuple):
    """The rows that fit, and what was set apart from them."""

    rijen: tuple[_Rij, ...]
    geweigerd: tuple[Weigering, ...]


class Rijkeurder:
    """Judges the rows of one table; `oud` are those that it had before, in the same order."""

    def __init__(self, vraag: Vraag, rijen: Sequence[Tabelrij], oud: Sequence[_Rij]) -> None:
        self._rijen, self._oud = rijen, oud
        self._vragen = [kolom.vraag for kolom in vraag.kolommen]
        self._over: list[int] = []  # the old rows that are not there any more
        self._op_plaats: dict[int, int] = {}  # a row that came in the place of one old row

    def keur(self) -> Rijkeuring:
        """Return the rows as a plan can store them."""
        fouten = {i: fout for i, rij in enumerate(self._rijen) if (fout := self._fouten(rij))}
        if not fouten:
            return Rijkeuring(tuple(rij.cellen for rij in self._rijen), ())
        self._vergelijk()
        rijen: list[_Rij] = []
        geweigerd: list[Weigering] = []
        for i, rij in enumerate(self._rijen):
            was = self._was(i, fouten[i]) if i in fouten else ()
            cellen = list(rij.cellen)
            apart = []
            for kolom, melding in fouten.get(i, {}).items():
                cellen[kolom] = was[kolom] if was else ""
                if cellen[kolom] != rij.cellen[kolom]:
                    apart.append(self._weigering(rij, kolom, melding))
            if self._mist_iets(cellen):
                geweigerd.append(_hele_rij(rij, fouten[i]))
                continue
            rijen.append(tuple(cellen))
            geweigerd += apart
        return Rijkeuring(tuple(rijen), tuple(geweigerd))

    def _fouten(self, rij: Tabelrij) -> dict[int, str]:
        """Return what is wrong with the cells of a row, by column."""
        uit = {}
        for kolom, (vraag, cel) in enumerate(zip(self._vragen, rij.cellen, strict=True)):
            if len(cel) > MAX_CEL:
                uit[kolom] = _TE_LANG
            elif not cel and vraag.verplicht is Verplicht.ALTIJD:
                uit[kolom] = _LEEG
            else:
                try:
                    vraag.normaliseer(cel)
                except AntwoordError as fout:
                    uit[kolom] = fout.melding
        return uit

    def _mist_iets(self, cellen: Sequence[str]) -> bool:
        return any(
            not cel and vraag.verplicht is Verplicht.ALTIJD
            for vraag, cel in zip(self._vragen, cellen, strict=True)
        )

    def _vergelijk(self) -> None:
        nieuw = [rij.cellen for rij in self._rijen]
        vergelijking = SequenceMatcher(None, self._oud, nieuw, autojunk=False)
        for soort, van, tot, begin, einde in vergelijking.get_opcodes():
            if soort != "equal":
                self._over += range(van, tot)
            if soort == "replace" and tot - van == einde - begin == 1:
                self._op_plaats[begin] = van

    def _was(self, i: int, fouten: Iterable[int]) -> _Rij:
        """Return the old row that this row was; empty when nobody can tell."""
        anders = [k for k in range(len(self._vragen)) if k not in set(fouten)]

        def gelijke(oud: _Rij) -> int:
            return sum(bool(oud[k]) and oud[k] == cellen[k] for k in anders)

        cellen = self._rijen[i].cellen
        kandidaten = sorted(((gelijke(self._oud[j]), j) for j in self._over), reverse=True)
        if i in self._op_plaats:
            gekozen = self._op_plaats[i]
        elif not kandidaten or kandidaten[0][0] == 0:
            return ()
        else:
            (meeste, gekozen), *rest = kandidaten
            gevuld = sum(bool(cellen[k]) for k in anders)
            if (rest and rest[0][0] == meeste) or 2 * meeste < gevuld:
                return ()
        self._over.remove(gekozen)
        return self._oud[gekozen]

    def _weigering(self, rij: Tabelrij, kolom: int, melding: str) -> Weigering:
        plek = f"rij {rij.nummer}{_naam(rij, kolom)}, kolom “{self._vragen[kolom].label}”"
        return Weigering(plek, rij.cellen[kolom], melding)


def keur_keuzes(vraag: Vraag, tekst: str, oud: str) -> tuple[str, tuple[Weigering, ...]]:
    """Return the choices in a list that the question knows, and those that were set apart.

    What stood in the place of an unknown one in `oud` stays.
    """
    nieuw, was = _punten(tekst), _punten(oud)
    goed: list[str] = []
    geweigerd: list[Weigering] = []
    vergelijking = SequenceMatcher(None, was, nieuw, autojunk=False)
    for soort, van, tot, begin, einde in vergelijking.get_opcodes():
        apart = []
        for punt in nieuw[begin:einde]:
            try:
                goed.append(vraag.normaliseer(f"- {punt}"))
            except AntwoordError as fout:
                apart.append(Weigering("", punt, fout.melding))
        if soort == "replace" and apart:
            goed += (f"- {punt}" for punt in was[van:tot])
        geweigerd += apart
    return "\n".join(dict.fromkeys(goed)), tuple(geweigerd)


def _punten(tekst: str) -> list[str]:
    return [punt for blok in lees_opmaak(tekst) if (punt := een_regel(platte_tekst((blok,))))]


def _hele_rij(rij: Tabelrij, fouten: dict[int, str]) -> Weigering:
    woorden = " | ".join(cel[:MAX_CEL] for cel in rij.cellen if cel)
    return Weigering(f"rij {rij.nummer}", woorden, " ".join(dict.fromkeys(fouten.values())))


def _naam(rij: Tabelrij, kolom: int) -> str:
    """Return the first words of a row, by which somebody knows it; not those that do not fit."""
    naam = next((cel for k, cel in enumerate(rij.cellen) if cel and k != kolom), "")
    kort = naam if len(naam) <= _NAAM else f"{naam[: _NAAM - 1].rstrip()}…"
    return f" (“{kort}”)" if kort else ""
