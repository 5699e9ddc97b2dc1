"""`inlezen`: what colleagues changed in Word, back into the plan."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path  # noqa: TC003 - Typer reads the types at run time
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.commands.edge import INVOER, ONDERBROKEN, is_terminal, met_kleur
from uitvoeringsplan.commands.gedeeld import EenvoudigOptie, VragenOptie  # noqa: TC001 - idem
from uitvoeringsplan.commands.output import zeg
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from uitvoeringsplan.tasks.inlezen import Inlezing


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
    from uitvoeringsplan.plan.planbestand import load_plan  # noqa: PLC0415
    from uitvoeringsplan.tasks.inlezen import bewaar_inlezing, lees_in  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415
    from uitvoeringsplan.terminal.reports import readback  # noqa: PLC0415
    from uitvoeringsplan.terminal.wrapping import breedte, vouw  # noqa: PLC0415

    words, pad = _verdeel(bestanden)
    lijst = open_omgeving(vragen).vragenlijst
    plan = load_plan(pad, lijst)
    vandaag = dt.datetime.now().astimezone().date().isoformat()
    onopgelost = False
    for word in words:
        inlezing = lees_in(plan, word, aangenomen=not zonder_wijzigingen, vandaag=vandaag)
        zeg(
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
            zeg(zin, err=True)
            if not (toch or _is_toch(eenvoudig=eenvoudig, proef=proef)):
                onopgelost = True
                continue
        for twijfel in inlezing.twijfels:
            zeg(vouw(f"Let op: {twijfel}", breedte(), "  "), err=True)
        for regel in readback.buiten_antwoorden(inlezing.vast, breedte()):
            zeg(regel, err=True)
        onopgelost = onopgelost or bool(inlezing.geweigerd)
        if inlezing.botsingen and (proef or not is_terminal()):
            onopgelost = True
            _meld_onopgelost(inlezing)
            extra = ["--toch"] if inlezing.vreemd else []
            extra += ["--zonder-wijzigingen"] if zonder_wijzigingen else []
            extra += ["--vragen", str(vragen)] if vragen else []
            zeg(readback.kies_later(word, pad, extra, breedte()), err=True)
            continue
        klaar: Inlezing | None = inlezing
        if inlezing.botsingen:
            from uitvoeringsplan.commands.botsingen import los_botsingen_op  # noqa: PLC0415

            klaar = los_botsingen_op(inlezing, eenvoudig=eenvoudig)
        if klaar is None:
            zeg("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return ONDERBROKEN
        # Saving comes first: what is said to be taken over is in the file.
        plan = klaar.nieuw if proef else bewaar_inlezing(klaar)
        for regel in readback.regels(klaar.driewegen, breedte(), bewaard=not proef):
            zeg(regel)
        _meld_geweigerd(klaar)
        punten = readback.Punten(klaar.nieuwe_punten, len(klaar.afgehandeld))
        gelijk = klaar.vast.is_gelijk and not (klaar.bedenkingen or klaar.vreemd)
        zeg(
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
    return INVOER if onopgelost else 0


def _verdeel(bestanden: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    from uitvoeringsplan.files.lookup import PLAN_EINDE, find_plan  # noqa: PLC0415
    from uitvoeringsplan.files.word_file import VORIGE  # noqa: PLC0415

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


def _is_toch(*, eenvoudig: bool, proef: bool) -> bool:
    """Ask whether a file that seems to be of another plan may be taken over."""
    from uitvoeringsplan.commands import gesprek  # noqa: PLC0415
    from uitvoeringsplan.terminal.wrapping import breedte, vouw  # noqa: PLC0415

    if is_terminal() and not proef:
        vragensteller = gesprek.maak_vragensteller(eenvoudig=eenvoudig)
        # The first choice is what Enter takes: that must be the one that changes nothing.
        keuzes = [("nee", "nee, niets overnemen"), ("ja", "ja, het hoort bij dit plan")]
        if vragensteller.kies_uit("Wil je het toch overnemen?", keuzes) == "ja":
            return True
    zin = "Van dit bestand is niets overgenomen. Hoort het toch bij dit plan, gebruik dan --toch."
    zeg(vouw(zin, breedte()), err=True)
    return False


def _meld_onopgelost(inlezing: Inlezing) -> None:
    """Say what waits: the clashes, and with them everything else of this file."""
    from uitvoeringsplan.terminal.reports import readback  # noqa: PLC0415
    from uitvoeringsplan.terminal.wrapping import breedte  # noqa: PLC0415

    for regel in readback.regels(inlezing.driewegen, breedte(), bewaard=False):
        zeg(regel)
    _meld_geweigerd(inlezing)
    for weg in inlezing.botsingen:
        zeg("")
        zeg(readback.botsing(weg, breedte(), kleur=met_kleur()).tekst, nl=False)


def _meld_geweigerd(inlezing: Inlezing) -> None:
    """Show the words that the plan cannot hold; they never hold up the others."""
    from uitvoeringsplan.terminal.reports import readback  # noqa: PLC0415
    from uitvoeringsplan.terminal.wrapping import breedte  # noqa: PLC0415

    for vraag, (plek, woorden, melding) in inlezing.geweigerd:
        naam = f"{vraag.label} ({vraag.id})"
        zeg(readback.geweigerd(naam, plek, woorden, melding, breedte()))
    if inlezing.geweigerd:
        zeg(readback.over_geweigerd(len(inlezing.geweigerd), breedte()), err=True)
