"""`inlezen`: what colleagues changed in Word, back into the plan.

What was changed both in Word and in the plan is a clash: the user says what the plan gets.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say
from uitvoeringsplan.errors import AntwoordError, GebruikError
from uitvoeringsplan.files.lookup import PLAN_EINDE, find_plan
from uitvoeringsplan.files.word_file import VORIGE
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Stap,
    Terug,
)
from uitvoeringsplan.model.fingerprint import vingerafdruk
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.three_way import onder_elkaar
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.environment import open_omgeving
from uitvoeringsplan.tasks.read_back import bewaar_inlezing, lees_in, los_op
from uitvoeringsplan.terminal.reports import readback
from uitvoeringsplan.terminal.wrapping import breedte, vouw

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import EenvoudigOptie, VragenOptie
    from uitvoeringsplan.model.beurt import Vragensteller, Zet
    from uitvoeringsplan.model.three_way import Drieweg
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.read_back import Inlezing

_BEWAARD = "Je tekst is nog geen antwoord; die blijft bewaard als concept."
_LANG = 60  # signs of a text in the name of a choice
_PLAN, _WORD, _BEIDE, _ZELF, _HEEL = "plan", "word", "beide", "zelf", "heel"


def inlezen(
    bestanden: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORD... [BESTAND]",
            readable=False,
            help="De Word-bestanden, en het plan (*.plan.yaml) als dat niet vanzelf spreekt.",
        ),
    ],
    *,
    zonder_wijzigingen: Annotated[
        bool,
        typer.Option(
            "--zonder-wijzigingen",
            help="Laat bijgehouden wijzigingen die nog open staan niet meetellen.",
        ),
    ] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat alles zien en bewaar niets.")
    ] = False,
    toch: Annotated[
        bool,
        typer.Option(
            "--toch",
            help="Neem ook over uit een Word-bestand dat van een ander plan lijkt te zijn.",
        ),
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Neem over wat anderen in het Word-bestand hebben veranderd."""
    words, pad = _divide(bestanden)
    lijst = open_omgeving(vragen).vragenlijst
    plan = load_plan(pad, lijst)
    vandaag = dt.datetime.now().astimezone().date().isoformat()
    onopgelost = False
    for word in words:
        inlezing = lees_in(plan, word, accepted=not zonder_wijzigingen, today=vandaag)
        say(
            readback.kop(
                word,
                breedte(),
                heeft_wijzigingen=inlezing.heeft_wijzigingen,
                aangenomen=not zonder_wijzigingen,
            )
        )
        if inlezing.vreemd:
            # Also with --toch: an answer that nobody changed there stays as the plan has it.
            zin = readback.ander_plan(word, pad, inlezing.vreemd, breedte())
            say(zin, err=True)
            if not (toch or _is_allowed(eenvoudig=eenvoudig, proef=proef)):
                onopgelost = True
                continue
        for twijfel in inlezing.twijfels:
            say(vouw(f"Let op: {twijfel}", breedte(), "  "), err=True)
        for regel in readback.buiten_antwoorden(inlezing.vast, breedte()):
            say(regel, err=True)
        onopgelost = onopgelost or bool(inlezing.geweigerd)
        if inlezing.botsingen and (proef or not user.is_terminal()):
            onopgelost = True
            _report_unsettled(inlezing)
            extra = ["--toch"] if inlezing.vreemd else []
            extra += ["--zonder-wijzigingen"] if zonder_wijzigingen else []
            extra += ["--vragen", str(vragen)] if vragen else []
            say(readback.kies_later(word, pad, extra, breedte()), err=True)
            continue
        klaar: Inlezing | None = inlezing
        if inlezing.botsingen:
            klaar = _settle_clashes(inlezing, eenvoudig=eenvoudig)
        if klaar is None:
            say("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return INTERRUPTED
        # Saving comes first: what is said to be taken over is in the file.
        plan = klaar.nieuw if proef else bewaar_inlezing(klaar)
        for regel in readback.regels(klaar.driewegen, breedte(), bewaard=not proef):
            say(regel)
        _report_refused(klaar)
        punten = readback.PointCounts(klaar.nieuwe_punten, len(klaar.afgehandeld))
        gelijk = klaar.vast.is_gelijk and not (klaar.bedenkingen or klaar.vreemd)
        say(
            readback.slot(
                klaar.driewegen,
                punten,
                pad,
                bewaard=not proef,
                verder_gelijk=gelijk,
                geweigerd=len(klaar.geweigerd),
            )
        )
        onopgelost = onopgelost or not klaar.is_heel
    return INPUT if onopgelost else 0


def _divide(bestanden: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    plannen = [pad for pad in bestanden if pad.suffix in (".yaml", ".yml")]
    words = [pad for pad in bestanden if pad not in plannen]
    if not words:
        raise GebruikError("Geef ook het Word-bestand dat je wilt inlezen.")
    if len(plannen) > 1:
        raise GebruikError("Geef één plan. Word-bestanden mogen er meer zijn.")
    if plannen:
        return words, plannen[0]
    stam = re.sub(rf"{VORIGE}(-\d+)?$", "", words[0].stem)
    zonder = stam.removesuffix("-met-punten").removesuffix("-intern")
    for naam in (stam, zonder):
        if (plan := words[0].with_name(naam + PLAN_EINDE)).is_file():
            return words, plan
    return words, find_plan(None)


def _is_allowed(*, eenvoudig: bool, proef: bool) -> bool:
    """Ask whether a file that seems to be of another plan may be taken over."""
    if user.is_terminal() and not proef:
        vragensteller = user.open_vragensteller(eenvoudig=eenvoudig)
        # The first choice is what Enter takes: that must be the one that changes nothing.
        keuzes = [("nee", "nee, niets overnemen"), ("ja", "ja, het hoort bij dit plan")]
        if vragensteller.kies_uit("Wil je het toch overnemen?", keuzes) == "ja":
            return True
    zin = "Van dit bestand is niets overgenomen. Hoort het toch bij dit plan, gebruik dan --toch."
    say(vouw(zin, breedte()), err=True)
    return False


def _report_unsettled(inlezing: Inlezing) -> None:
    """Say what waits: the clashes, and with them everything else of this file."""
    for regel in readback.regels(inlezing.driewegen, breedte(), bewaard=False):
        say(regel)
    _report_refused(inlezing)
    for weg in inlezing.botsingen:
        say("")
        say(readback.botsing(weg, breedte(), kleur=user.wants_colour()).tekst, nl=False)


def _report_refused(inlezing: Inlezing) -> None:
    """Show the words that the plan cannot hold; they never hold up the others."""
    for vraag, (plek, woorden, melding) in inlezing.geweigerd:
        naam = f"{vraag.label} ({vraag.id})"
        say(readback.geweigerd(naam, plek, woorden, melding, breedte()))
    if inlezing.geweigerd:
        say(readback.over_geweigerd(len(inlezing.geweigerd), breedte()), err=True)


def _settle_clashes(inlezing: Inlezing, *, eenvoudig: bool) -> Inlezing | None:
    """Return the reading with every clash settled by the user; None when the user stops."""
    vragensteller = user.open_vragensteller(eenvoudig=eenvoudig)
    with vragensteller:
        vragensteller.toon(readback.vooraf(len(inlezing.botsingen), breedte()))
        return los_op(inlezing, lambda weg: _choose(weg, inlezing.oud, vragensteller))


def _choose(weg: Drieweg, bestand: Planbestand, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop."""
    blok = weg.vraag.type.is_blok
    beide = onder_elkaar(weg.vraag, weg.plan, weg.word) if blok else weg.word
    begin = weg.vraag.in_woorden(beide)
    eigen, heel = begin, False
    concepten = Concepten(bestand.pad)
    while True:
        getoond = readback.botsing(weg, breedte(), kleur=user.wants_colour(), heel=heel)
        vragensteller.toon(f"\n{getoond.tekst}")
        keuzes = [(_PLAN, "de tekst van het plan houden"), (_WORD, "de tekst uit Word overnemen")]
        anders = {f"{_WORD}{i}": tekst for i, tekst in enumerate(weg.anders, 2)}
        keuzes += [(naam, f"in plaats daarvan: {_short(anders[naam])}") for naam in anders]
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
        bezwaar = _objection(weg, beide)
        if keuze == _BEIDE and not bezwaar:
            return beide
        if keuze in (_BEIDE, _ZELF):  # together they may be too long, which only the user can mend
            melding = bezwaar if keuze == _BEIDE else ""
            zet = _edit(weg, eigen, melding, bestand, vragensteller, concepten)
            if not isinstance(zet, Terug):
                return zet.tekst if isinstance(zet, Beantwoord) else None
            eigen = zet.tekst
        elif keuze != _HEEL:
            return None


def _short(tekst: str) -> str:
    tekst = een_regel(tekst) or "(leeg)"
    return tekst if len(tekst) <= _LANG else f"{tekst[: _LANG - 1].rstrip()}…"


def _edit(
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
            melding = _objection(weg, zet.tekst)
            if not melding:
                concepten.verwijder(weg.vraag.id)
                return zet
        elif not isinstance(zet, Spring):
            if isinstance(zet, Gestopt) and zet.tekst.strip() and zet.tekst != begin:
                kwijt = f"Je tekst kon niet als concept bewaard worden. Dit typte je:\n{zet.tekst}"
                vragensteller.toon(_BEWAARD if houd_vast(zet.tekst) else kwijt)
            return zet
        tekst = zet.tekst


def _objection(weg: Drieweg, tekst: str) -> str:
    try:
        weg.vraag.normaliseer(tekst)
    except AntwoordError as fout:
        return fout.melding
    return ""
