"""The choices of `inlezen`: answers that were changed both in Word and in the plan.

Imported only when there is such an answer and somebody to ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands import gesprek
from uitvoeringsplan.commands.edge import met_kleur
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Stap,
    Terug,
)
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.three_way import onder_elkaar
from uitvoeringsplan.model.vingerafdruk import vingerafdruk
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.tasks.inlezen import los_op
from uitvoeringsplan.terminal.reports.readback import botsing, vooraf
from uitvoeringsplan.terminal.wrapping import breedte

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller, Zet
    from uitvoeringsplan.model.three_way import Drieweg
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.inlezen import Inlezing

_BEWAARD = "Je tekst is nog geen antwoord; die blijft bewaard als concept."
_LANG = 60  # signs of a text in the name of a choice
_PLAN, _WORD, _BEIDE, _ZELF, _HEEL = "plan", "word", "beide", "zelf", "heel"


def los_botsingen_op(inlezing: Inlezing, *, eenvoudig: bool) -> Inlezing | None:
    """Return the reading with every clash settled by the user; None when the user stops."""
    vragensteller = gesprek.maak_vragensteller(eenvoudig=eenvoudig)
    with vragensteller:
        vragensteller.toon(vooraf(len(inlezing.botsingen), breedte()))
        return los_op(inlezing, lambda weg: _kies(weg, inlezing.oud, vragensteller))


def _kies(weg: Drieweg, bestand: Planbestand, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop."""
    blok = weg.vraag.type.is_blok
    beide = onder_elkaar(weg.vraag, weg.plan, weg.word) if blok else weg.word
    begin = weg.vraag.in_woorden(beide)
    eigen, heel = begin, False
    concepten = Concepten(bestand.pad)
    while True:
        getoond = botsing(weg, breedte(), kleur=met_kleur(), heel=heel)
        vragensteller.toon(f"\n{getoond.tekst}")
        keuzes = [(_PLAN, "de tekst van het plan houden"), (_WORD, "de tekst uit Word overnemen")]
        anders = {f"{_WORD}{i}": tekst for i, tekst in enumerate(weg.anders, 2)}
        keuzes += [(naam, f"in plaats daarvan: {_kort(anders[naam])}") for naam in anders]
        if blok:
            keuzes.append((_BEIDE, "beide, onder elkaar"))
        keuzes.append((_ZELF, "zelf bewerken"))
        if not getoond.is_heel:
            keuzes.append((_HEEL, "eerst de hele teksten lezen"))
        keuze = vragensteller.kies_uit("Welke tekst krijgt het plan?", keuzes)
        heel = heel or keuze == _HEEL
        if keuze in (_PLAN, _WORD, *anders):
            if eigen != begin:  # what was typed gave way to a choice
                concepten.verwijder(weg.vraag.id)
            return {_PLAN: weg.plan, _WORD: weg.word, **anders}[keuze]
        bezwaar = _bezwaar(weg, beide)
        if keuze == _BEIDE and not bezwaar:
            return beide
        if keuze in (_BEIDE, _ZELF):  # together they may be too long, which only the user can mend
            melding = bezwaar if keuze == _BEIDE else ""
            zet = _bewerk(weg, eigen, melding, bestand, vragensteller, concepten)
            if not isinstance(zet, Terug):
                return zet.tekst if isinstance(zet, Beantwoord) else None
            eigen = zet.tekst
        elif keuze != _HEEL:
            return None


def _kort(tekst: str) -> str:
    tekst = een_regel(tekst) or "(leeg)"
    return tekst if len(tekst) <= _LANG else f"{tekst[: _LANG - 1].rstrip()}…"


def _bewerk(
    weg: Drieweg,
    tekst: str,
    melding: str,
    bestand: Planbestand,
    vragensteller: Vragensteller,
    concepten: Concepten,
) -> Zet:
    """Let the user write the answer; there is no other question to go to.

    What is typed is kept as the draft of the question until it is an answer.
    """
    stand = voortgang(bestand.vragenlijst, bestand.plan)
    stap = Stap(weg.vraag, "Inlezen")
    basis = vingerafdruk(weg.plan)
    begin = tekst

    def houd_vast(getypt: str) -> bool:
        return getypt == begin or concepten.bewaar(weg.vraag.id, getypt, basis)

    while True:
        beurt = Beurt(
            stap,
            tekst,
            stand.beantwoord,
            stand.totaal,
            melding,
            concept=houd_vast,
            antwoord=weg.vraag.in_woorden(weg.plan),
        )
        zet = vragensteller.stel(beurt)
        if isinstance(zet, Overgeslagen):
            return Terug(tekst)
        if isinstance(zet, Beantwoord):
            melding = _bezwaar(weg, zet.tekst)
            if not melding:
                concepten.verwijder(weg.vraag.id)
                return zet
        elif not isinstance(zet, Spring):
            if isinstance(zet, Gestopt) and zet.tekst.strip() and zet.tekst != begin:
                kwijt = f"Je tekst kon niet als concept bewaard worden. Dit typte je:\n{zet.tekst}"
                vragensteller.toon(_BEWAARD if houd_vast(zet.tekst) else kwijt)
            return zet
        tekst = zet.tekst


def _bezwaar(weg: Drieweg, tekst: str) -> str:
    try:
        weg.vraag.normaliseer(tekst)
    except AntwoordError as fout:
        return fout.melding
    return ""
