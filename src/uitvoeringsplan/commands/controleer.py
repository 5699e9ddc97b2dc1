"""`controleer`: whether a plan is ready for the college and the web."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.edge import INVOER, met_kleur
from uitvoeringsplan.commands.gedeeld import (  # noqa: TC001 - Typer
    HuisstijlOptie,
    PlannenArgument,
    SjabloonOptie,
    VragenOptie,
)
from uitvoeringsplan.commands.output import zeg, zeg_json


class Formaat(StrEnum):
    """How the findings are written."""

    TEKST = "tekst"
    JSON = "json"
    SARIF = "sarif"


def controleer(
    bestanden: PlannenArgument = None,
    *,
    formaat: Annotated[
        Formaat,
        typer.Option(
            "--formaat",
            metavar="tekst|json|sarif",
            help="Hoe je de bevindingen wilt: tekst om te lezen, json of sarif voor programma's.",
        ),
    ] = Formaat.TEKST,
    sjabloon: SjabloonOptie = None,
    huisstijl: HuisstijlOptie = None,
    vragen: VragenOptie = None,
) -> int:
    """Kijk na of een plan klaar is voor het college en het web."""
    from uitvoeringsplan.model.bevinding import Ernst  # noqa: PLC0415
    from uitvoeringsplan.tasks.controleer import controleer as taak  # noqa: PLC0415

    plannen = []
    for plan in taak(bestanden or [], vragen=vragen, sjabloon=sjabloon, huisstijl=huisstijl):
        plannen.append(plan)
        if formaat is Formaat.TEKST:
            from uitvoeringsplan.terminal.reports import findings  # noqa: PLC0415

            if plannen[1:]:
                zeg()
            zeg(findings.plan(plan.pad, plan.bevindingen, kleur=met_kleur()))
    if formaat is Formaat.TEKST:
        alle = [bevinding for plan in plannen for bevinding in plan.bevindingen]
        if alle or len(plannen) > 1:  # of one plan without findings everything has been said
            zeg(f"\n{findings.slot(alle, len(plannen))}")
    else:
        from uitvoeringsplan.tasks import controleuitvoer  # noqa: PLC0415

        uit: object = controleuitvoer.als_json(plannen)
        if formaat is Formaat.SARIF:
            uit = controleuitvoer.als_sarif(plannen, __version__)
        zeg_json(uit)
    return INVOER if any(plan.aantal(Ernst.FOUT) for plan in plannen) else 0
