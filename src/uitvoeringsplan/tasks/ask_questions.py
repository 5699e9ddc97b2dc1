"""The conversation: which question comes next, and saving every answer as it is given.

What asks is passed in (a `Vragensteller`), so that the same conversation runs in a rich terminal,
in plain lines, and from a script in the tests.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, OnderbrokenError, niet_bewaard
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Terug,
    met_uitweg,
)
from uitvoeringsplan.model.fingerprint import vingerafdruk
from uitvoeringsplan.model.plan import is_verplicht, is_zichtbaar, voortgang
from uitvoeringsplan.tasks.steps import positie_van, stappen
from uitvoeringsplan.tasks.take_answer import Raadgever, bewaar_antwoord

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.beurt import Plekken, Positie, Vragensteller, Zet
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.plan.drafts import Concepten
    from uitvoeringsplan.plan.planbestand import Planbestand

_VERANDERD = "Het antwoord op “{label}” is veranderd sinds je concept van {moment}."
_ONBEKEND = (
    "Bij “{label}” staat een antwoord en een concept van {moment}. Welk van de twee nieuwer is, is"
    " niet bekend."
)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How a conversation ended."""

    bestand: Planbestand
    gestopt: bool
    voortgang: Voortgang
    concept: bool = False  # whether the text of an unfinished answer was kept


def wanneer(moment: dt.datetime) -> str:
    """Return when a draft was kept, for a reader of today: `12:30 uur`, or with the day."""
    if moment.date() == dt.datetime.now(moment.tzinfo).date():
        return f"{moment:%H:%M} uur"
    return f"{moment:%d-%m-%Y} om {moment:%H:%M} uur"


class _Begin(NamedTuple):
    """What the input of a question starts with, what to say about it, and if that is advice."""

    tekst: str
    melding: str = ""
    is_geraden: bool = False


class Gesprek:
    """One conversation about one plan; `bestand` is the plan as it is on disk now."""

    def __init__(
        self, bestand: Planbestand, vragensteller: Vragensteller, concepten: Concepten
    ) -> None:
        self.bestand = bestand
        self.vragensteller = vragensteller
        self.concepten = concepten
        self.stappen = stappen(bestand.vragenlijst)
        self._naar_keuze = {
            vraag.id: onderdeel.hoofdstuk.id
            for onderdeel in bestand.vragenlijst.onderdelen
            if not onderdeel.hoofdstuk.telt
            for vraag in onderdeel.vragen
        }
        self._geschiedenis: list[int] = []
        self._raadgever = Raadgever(bestand.vragenlijst)

    def plek_van(self, vraag_id: str) -> int:
        """Return where a question stands; raises OnbekendeVraagError."""
        vraag = self.bestand.vragenlijst.vraag(vraag_id)
        return next(i for i, stap in enumerate(self.stappen) if stap.vraag is vraag)

    def eerste_open(self, vanaf: int = 0) -> int | None:
        """Return the first question from there on that still needs an answer."""
        return next((i for i in range(vanaf, len(self.stappen)) if self._is_open(i)), None)

    def plekken(self) -> Plekken:
        """Return the list of the questions that count now; it takes a look at the whole plan."""
        # The rules take a while to load, and many who write never open the list.
        from uitvoeringsplan.tasks.question_overview import vind_plekken  # noqa: PLC0415

        stappen = [
            (stap, self._is_open(i)) for i, stap in enumerate(self.stappen) if self._is_zichtbaar(i)
        ]
        return vind_plekken(self.bestand, stappen, self.concepten)

    def telt(self, vraag_id: str) -> bool:
        """Whether there is such a question, and it counts for the plan as it is now."""
        return any(
            stap.vraag.id == vraag_id and self._is_zichtbaar(i)
            for i, stap in enumerate(self.stappen)
        )

    def voer(self, begin: int | None, *, alles: bool = False) -> Uitkomst:
        """Ask from `begin` on, what is open or `alles`; every answer is on disk before the next.

        None asks nothing. An optional chapter is only walked through when it starts there or the
        user jumps to it. Answers that somebody else saves meanwhile show up in what follows.
        """
        i = begin
        if alles and begin is not None and not self._is_zichtbaar(begin):
            i = self._hierna(begin, alles=True)
        opnieuw: _Begin | None = None
        while i is not None:
            nu = opnieuw or self._begin_met(i)
            if nu is None:
                return self._uitkomst(gestopt=True, concept=True)
            zet = self._stel(i, nu)
            if isinstance(zet, Gestopt):
                return self._stop(i, zet)
            opnieuw = None
            if isinstance(zet, Overgeslagen) or self._is_voorbij(i, zet, nu):
                i = self._volgende(i, zet, alles=alles)
            elif isinstance(zet, Spring) and self.plek_van(zet.vraag_id) == i:
                self._houd_vast(i, zet.tekst)
                opnieuw = nu._replace(tekst=zet.tekst, melding="")
            else:
                opnieuw = self._neem_aan(i, zet)
                i = i if opnieuw else self._volgende(i, zet, alles=alles)
        return self._uitkomst(gestopt=False)

    def _begin_met(self, i: int) -> _Begin | None:
        """Return what the input starts with; None when the user stops at the choice between two.

        A draft may be older than the answer. Whoever goes on with one sees what it would replace
        when that is no longer what it started from, or when nobody knows.
        """
        vraag = self.stappen[i].vraag
        concept = self.concepten.lees(vraag.id)
        nu = self.bestand.plan.waarde(vraag)
        if concept is None or self._is_nu(i, concept.tekst):
            return _Begin(vraag.in_woorden(nu))
        tekst, moment = concept.tekst, wanneer(concept.moment)
        if concept.basis is None:
            anders, waarom = bool(self.bestand.plan.tekst(vraag)), _ONBEKEND
        else:
            anders, waarom = concept.basis != vingerafdruk(nu), _VERANDERD
        if anders:
            zin = waarom.format(label=vraag.label, moment=moment)
            onze, hunne = map(vraag.in_woorden, (tekst, nu))
            gekozen = self.vragensteller.kies(vraag, onze, hunne, zin)
            if gekozen is None:
                return None
            tekst = gekozen
            self._houd_vast(i, tekst)
            if self._is_nu(i, tekst):
                return _Begin(vraag.in_woorden(nu))
        return _Begin(tekst, f"Dit is je concept van {moment}.")

    def _advies(self, i: int, tekst: str) -> str:
        return self._raadgever.over(self.bestand.plan, self.stappen[i].vraag, tekst)

    def _stel(self, i: int, nu: _Begin) -> Zet:
        """Ask; raises OnderbrokenError, with the text when it could not be kept."""
        verloren = ""

        def houd_vast(tekst: str) -> None:
            nonlocal verloren
            verloren = "" if self._houd_vast(i, tekst) else tekst

        try:
            return self._stel_met(i, nu, houd_vast)
        except OnderbrokenError as fout:
            if verloren:
                raise OnderbrokenError(fout.signaal, verloren=verloren) from fout
            raise

    def _stel_met(self, i: int, nu: _Begin, houd_vast: Callable[[str], object]) -> Zet:
        stand = voortgang(self.bestand.vragenlijst, self.bestand.plan)
        vraag = self.stappen[i].vraag
        return self.vragensteller.stel(
            Beurt(
                self.stappen[i],
                nu.tekst,
                stand.beantwoord,
                stand.totaal,
                nu.melding,
                self.plekken,
                houd_vast,
                vraag.in_woorden(self.bestand.plan.waarde(vraag)),
                positie=self._positie(i),
                advies=lambda tekst: self._advies(i, tekst),
                is_geraden=nu.is_geraden,
            )
        )

    def _positie(self, i: int) -> Positie:
        plan = self.bestand.plan
        zichtbaar = [j for j in range(len(self.stappen)) if j == i or self._is_zichtbaar(j)]
        gevuld = {j for j in zichtbaar if plan.waarde(self.stappen[j].vraag)}
        return positie_van(self.stappen, i, zichtbaar, gevuld, self._naar_keuze)

    def _is_voorbij(self, i: int, zet: Zet, begin: _Begin) -> bool:
        """Whether the user went elsewhere past a draft without touching it: it stays a draft."""
        stond = begin.tekst
        if not isinstance(zet, Terug | Spring) or zet.tekst != stond or begin.is_geraden:
            return False
        is_hier = isinstance(zet, Spring) and self.plek_van(zet.vraag_id) == i
        return not is_hier and not self._is_nu(i, stond)

    def _is_nu(self, i: int, tekst: str) -> bool:
        """Whether a text is what the plan has now, as it is stored or as it is shown."""
        vraag = self.stappen[i].vraag
        nu = self.bestand.plan.waarde(vraag)
        return tekst.strip("\n") in (nu, vraag.in_woorden(nu))

    def _houd_vast(self, i: int, tekst: str) -> bool:
        """Keep the unfinished text, unless the plan has it already; False when that fails."""
        vraag = self.stappen[i].vraag
        nu = self.bestand.plan.waarde(vraag)
        if not self._is_nu(i, tekst):
            return self.concepten.bewaar(vraag.id, tekst, vingerafdruk(nu))
        self.concepten.verwijder(vraag.id)
        return True

    def _stop(self, i: int, zet: Gestopt) -> Uitkomst:
        """Keep the text as a draft: only the user knows whether it was finished."""
        if not self._houd_vast(i, zet.tekst):
            self.vragensteller.toon(niet_bewaard(zet.tekst))
        concept = self.concepten.lees(self.stappen[i].vraag.id)
        return self._uitkomst(gestopt=True, concept=concept is not None)

    def _neem_aan(self, i: int, zet: Beantwoord | Terug | Spring) -> _Begin | None:
        """Save what the user gave; return how the question comes again when it is not taken yet.

        Advice comes before an answer is taken. Who goes elsewhere reads it on the way.
        """
        advies = self._advies(i, zet.tekst)
        if advies and isinstance(zet, Beantwoord):
            self._houd_vast(i, zet.tekst)
            return _Begin(zet.tekst, met_uitweg(advies), is_geraden=True)
        try:
            self._verwerk(i, zet)
        except AntwoordError as fout:
            return _Begin(zet.tekst, fout.melding)
        if advies:
            self.vragensteller.toon(f"“{self.stappen[i].vraag.label}”: {advies}")
        return None

    def _verwerk(self, i: int, zet: Beantwoord | Terug | Spring) -> None:
        """Save what the user gave; raises AntwoordError when an answer does not fit.

        Going elsewhere keeps the text as the answer when it fits, else as a draft.
        """
        vraag = self.stappen[i].vraag
        stond_er = bool(self.bestand.plan.tekst(vraag))
        try:
            self.bestand = bewaar_antwoord(self.bestand, vraag, zet.tekst, self.vragensteller)
        except AntwoordError:
            self._houd_vast(i, zet.tekst)
            if isinstance(zet, Beantwoord):
                raise
        else:
            self.concepten.verwijder(vraag.id)
            if stond_er and not self.bestand.plan.tekst(vraag):
                self.vragensteller.toon(f"“{vraag.label}” is leeggemaakt.")

    def _volgende(self, i: int, zet: Zet, *, alles: bool) -> int | None:
        if isinstance(zet, Terug):
            while self._geschiedenis:
                vorige = self._geschiedenis.pop()
                if self._is_zichtbaar(vorige):
                    return vorige
            return next((j for j in range(i - 1, -1, -1) if self._is_zichtbaar(j)), i)
        self._geschiedenis.append(i)
        if isinstance(zet, Spring):
            return self.plek_van(zet.vraag_id)
        return self._hierna(i, alles=alles)

    def _hierna(self, i: int, *, alles: bool) -> int | None:
        """Return what comes after question `i` by itself."""
        hier = self._naar_keuze.get(self.stappen[i].vraag.id)
        for j in range(i + 1, len(self.stappen)):
            vraag = self.stappen[j].vraag
            daar = self._naar_keuze.get(vraag.id)
            if not self._is_zichtbaar(j) or (daar is not None and daar != hier):
                continue
            is_gevuld = bool(self.bestand.plan.waarde(vraag))
            if alles or self._is_open(j) or (daar is not None and not is_gevuld):
                return j
        return None

    def _is_zichtbaar(self, i: int) -> bool:
        return is_zichtbaar(self.bestand.vragenlijst, self.stappen[i].vraag, self.bestand.plan)

    def _is_open(self, i: int) -> bool:
        """Whether an answer is needed: to the questions of the format, and the required fields."""
        vraag, plan = self.stappen[i].vraag, self.bestand.plan
        if not self._is_zichtbaar(i) or plan.waarde(vraag):
            return False
        is_veld = vraag.id in self.bestand.vragenlijst.veld_ids
        if is_veld:
            return is_verplicht(vraag, plan.status)
        return vraag.id not in self._naar_keuze

    def _uitkomst(self, *, gestopt: bool, concept: bool = False) -> Uitkomst:
        stand = voortgang(self.bestand.vragenlijst, self.bestand.plan)
        return Uitkomst(self.bestand, gestopt=gestopt, voortgang=stand, concept=concept)
