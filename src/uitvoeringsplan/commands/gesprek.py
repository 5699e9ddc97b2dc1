"""`nieuw` and `verder`: the commands that ask."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.commands.edge import INVOER, ONDERBROKEN, is_terminal, vereis_terminal
from uitvoeringsplan.commands.gedeeld import (
    EenvoudigOptie,
    PlanArgument,
    VragenOptie,
    vul_plan_aan,
    vul_vraag_aan,
)
from uitvoeringsplan.commands.output import zeg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.gesprek import Uitkomst
    from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller
    from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller

    _Vragensteller = EenvoudigeVragensteller | TerminalVragensteller

_ZONDER_VRAGEN = "uitvoeringsplan antwoord BESTAND VRAAG TEKST"


def nieuw(
    bestand: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="Hoe het plan moet heten. Anders krijgt het de naam van de gemeente.",
            show_default=False,
        ),
    ] = None,
    *,
    antwoorden: Annotated[
        Path | None,
        typer.Option(
            "--antwoorden",
            metavar="BESTAND",
            readable=False,
            help="Neem de antwoorden over uit een ander plan, bijvoorbeeld dat van vorig jaar.",
            show_default=False,
            autocompletion=vul_plan_aan,
        ),
    ] = None,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Begin een plan: eerst de gegevens, dan de vragen."""
    from uitvoeringsplan.files.reading import leesmeldingen, once  # noqa: PLC0415
    from uitvoeringsplan.tasks.nieuw import (  # noqa: PLC0415
        begin_plan,
        maak_plan,
        planpad,
        vervolg_nieuw,
        vul_git_aan,
    )
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415

    if bestand is not None and antwoorden is not None and not is_terminal():
        gemaakt = maak_plan(open_omgeving(vragen), bestand, antwoorden)
        zeg(f"Het plan: {gemaakt.pad}")
        return 0
    vereis_terminal(_ZONDER_VRAGEN)
    vragensteller = maak_vragensteller(eenvoudig=eenvoudig)
    if bestand is not None and antwoorden is None and planpad(bestand).exists():
        if not vragensteller.ja_nee(
            f"{planpad(bestand)} bestaat al. Wil je met dat plan verdergaan?"
        ):
            return INVOER
        return verder(planpad(bestand), eenvoudig=eenvoudig, vragen=vragen)
    omgeving = open_omgeving(vragen)
    with vragensteller, leesmeldingen(once(vragensteller.toon)):
        begonnen = begin_plan(omgeving, bestand, vragensteller, antwoorden)
        if begonnen is not None:
            vragensteller.toon(
                f"Je plan staat in {begonnen.pad}. Elk antwoord wordt meteen bewaard."
            )
            vul_git_aan(begonnen, vragensteller)
            with _spelling(begonnen, vragensteller):
                uitkomst = vervolg_nieuw(begonnen, vragensteller)
    if begonnen is None:
        zeg("Gestopt. Er is nog geen plan gemaakt.")
        return ONDERBROKEN
    return _rond_af(uitkomst, vragensteller, vragen, eenvoudig=eenvoudig)


def verder(
    bestand: PlanArgument = None,
    *,
    vraag: Annotated[
        str | None,
        typer.Option(
            "--vraag",
            metavar="NAAM",
            help="Begin bij de vraag met deze naam.",
            show_default=False,
            autocompletion=vul_vraag_aan,
        ),
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Loop alle vragen langs, ook de beantwoorde.")
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Ga verder bij de eerste open vraag, of bij één vraag."""
    from uitvoeringsplan.files.reading import leesmeldingen, once  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415
    from uitvoeringsplan.tasks.verder import ga_verder  # noqa: PLC0415

    vereis_terminal(_ZONDER_VRAGEN)
    plan = open_omgeving(vragen).plan(bestand)
    vragensteller = maak_vragensteller(eenvoudig=eenvoudig)
    with vragensteller, leesmeldingen(once(vragensteller.toon)), _spelling(plan, vragensteller):
        uitkomst = ga_verder(plan, vragensteller, vanaf=vraag, alles=alles)
    return _rond_af(uitkomst, vragensteller, vragen, eenvoudig=eenvoudig)


@contextlib.contextmanager
def _spelling(bestand: Planbestand, vragensteller: _Vragensteller) -> Iterator[None]:
    """Let the spelling of what is typed be looked at, until the conversation is over."""
    from uitvoeringsplan.tasks.spelling import find_spelling  # noqa: PLC0415

    vragensteller.spelling = find_spelling(bestand)
    try:
        yield
    finally:
        vragensteller.spelling.stop()


def maak_vragensteller(*, eenvoudig: bool) -> _Vragensteller:
    """Return what asks here: in a rich terminal, or in plain lines."""
    if eenvoudig or os.environ.get("TERM") == "dumb":
        from uitvoeringsplan.terminal.lines.line_input import Regelinvoer  # noqa: PLC0415
        from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller  # noqa: PLC0415

        return EenvoudigeVragensteller(zeg, Regelinvoer(sys.stdin, sys.stdout))
    gc.disable()  # what is loaded stays: looking for garbage in it only takes time
    try:
        from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller  # noqa: PLC0415
    finally:
        gc.enable()
    return TerminalVragensteller(zeg)


def _rond_af(
    uitkomst: Uitkomst, vragensteller: Vragensteller, vragen: Path | None, *, eenvoudig: bool
) -> int:
    """Say how far the plan is; when the user has not stopped, go on to the Word file."""
    from uitvoeringsplan.terminal.reports import progress  # noqa: PLC0415

    pad = uitkomst.bestand.pad
    lijst = ["--vragen", str(vragen)] if vragen is not None else []
    zeg(
        progress.einde(
            pad,
            uitkomst.voortgang,
            gestopt=uitkomst.gestopt,
            concept=uitkomst.concept,
            opties=[*(["--eenvoudig"] if eenvoudig else []), *lijst],
        )
    )
    if uitkomst.gestopt:
        return ONDERBROKEN
    return _maak_document(uitkomst.bestand, vragensteller, vragen, lijst)


def _maak_document(
    bestand: Planbestand, vragensteller: Vragensteller, vragen: Path | None, lijst: list[str]
) -> int:
    """Say what `controleer` finds, and make and show the Word file if the user wants."""
    from uitvoeringsplan.tasks.controleer import controleer  # noqa: PLC0415
    from uitvoeringsplan.tasks.nakijken import VASTGESTELD  # noqa: PLC0415
    from uitvoeringsplan.terminal.reports import findings, progress  # noqa: PLC0415

    pad = bestand.pad
    (gecontroleerd,) = controleer([pad], vragen=vragen)
    ernsten = [een.ernst for een in gecontroleerd.bevindingen]
    zeg(progress.nagekeken(findings.kort(ernsten), pad, lijst))
    toch = bestand.plan.status == VASTGESTELD and "fout" in ernsten
    zin = "Het plan is vastgesteld, maar heeft nog fouten. Zal ik het Word-bestand toch maken?"
    if not vragensteller.ja_nee(zin if toch else "Zal ik nu het Word-bestand maken?"):
        zeg(progress.later_maken(pad, [*lijst, *(["--toch"] if toch else [])]))
        return 0
    from uitvoeringsplan.files.open_with import can_open, open_bestand  # noqa: PLC0415
    from uitvoeringsplan.tasks.genereer import Wens, neem_op  # noqa: PLC0415

    for gemaakt in neem_op([pad], vragen=vragen, wens=Wens(kijk_na=True, toch=toch)).voer_uit():
        if gemaakt.fout is not None:
            raise gemaakt.fout
        zeg(f"Het Word-bestand: {gemaakt.word}")
        if gemaakt.word is not None and can_open() and vragensteller.ja_nee("Zal ik het openen?"):
            open_bestand(gemaakt.word)
    return 0
