"""`controleer`: whether a plan is ready for the college and the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan import __version__
from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.tasks import check_plans as task
from uitvoeringsplan.terminal.reports import finding_counts, findings

if TYPE_CHECKING:
    from uitvoeringsplan.commands.options import (
        FormaatOptie,
        HuisstijlOptie,
        PlannenArgument,
        SjabloonOptie,
        VragenOptie,
    )


def controleer(
    bestanden: PlannenArgument = None,
    *,
    formaat: FormaatOptie = "tekst",
    sjabloon: SjabloonOptie = None,
    huisstijl: HuisstijlOptie = None,
    vragen: VragenOptie = None,
) -> int:
    """Kijk na of een plan klaar is voor het college en het web."""
    plannen = []
    for plan in task.check_plans(
        bestanden or [], vragen=vragen, sjabloon=sjabloon, huisstijl=huisstijl
    ):
        plannen.append(plan)
        if formaat == "tekst":
            if plannen[1:]:
                say()
            say(findings.render_plan(plan.path, plan.bevindingen, kleur=user.wants_colour()))
    if formaat == "tekst":
        every = [bevinding for plan in plannen for bevinding in plan.bevindingen]
        if every or len(plannen) > 1:  # of one plan without findings everything has been said
            say(f"\n{finding_counts.count_line(every, len(plannen))}")
    else:
        from uitvoeringsplan.tasks import findings_export  # noqa: PLC0415 - for programs only

        result: object = findings_export.to_json(plannen)
        if formaat == "sarif":
            result = findings_export.to_sarif(plannen, __version__)
        say_json(result)
    return INPUT if any(plan.count(Ernst.FOUT) for plan in plannen) else 0
