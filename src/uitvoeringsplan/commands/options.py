"""What several commands take, and what Tab completes.

The function of a command is annotated with these, and with what `typer` and `Annotated` are here;
it loads them only for a type checker. Typer reads the annotations when it has to.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.lookup import PLAN_SUFFIX, find_plannen, find_sets


def complete_plan(start: str) -> list[str]:
    """Return the plans that Tab offers, in the folder that was typed so far."""
    folder = start.removesuffix(os.path.basename(start))  # noqa: PTH119 - Path drops a `./` that was typed
    found = [f"{folder}{plan.name}" for plan in find_plannen(Path(folder))]
    return [plan for plan in found if plan.startswith(start)]


def complete_soort(start: str) -> list[tuple[str, str]]:
    """Return the kinds of plan that Tab offers, with their titles."""
    from uitvoeringsplan.tasks.question_sets import list_kinds  # noqa: PLC0415 - reads files

    try:
        kinds = list_kinds(find_sets(Path()))
    except UitvoeringsplanError:
        return []
    return [(one.soort, one.titel) for one in kinds if one.soort.startswith(start)]


def complete_vraag(start: str, ctx: typer.Context | None = None) -> list[tuple[str, str]]:
    """Return the ids that Tab offers, with their labels: of the plan that was typed, or the only.

    `ctx` is what Typer has read of the line so far.
    """
    from uitvoeringsplan.tasks.environment import Vragenlijsten  # noqa: PLC0415 - reads YAML

    typed = ctx.params.get("bestand") if ctx else None
    plannen = [Path(typed)] if typed else find_plannen(Path())
    plan = plannen[0] if len(plannen) == 1 else Path(PLAN_SUFFIX)
    try:
        lijst = Vragenlijsten().of(plan).vragenlijst
    except UitvoeringsplanError:
        return []  # a message in the middle of a command line would only be in the way
    return [
        (vraag.id, vraag.label)
        for vraag in (*lijst.gegevens, *lijst.vragen)
        if vraag.id.startswith(start)
    ]


PlanArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="BESTAND",
        help="Het plan (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
        readable=False,
        autocompletion=complete_plan,
    ),
]
# Where a question follows, the plan cannot be left out.
VastPlanArgument = Annotated[
    Path,
    typer.Argument(
        metavar="BESTAND",
        readable=False,
        help="Het plan (*.plan.yaml).",
        autocompletion=complete_plan,
    ),
]
PlannenArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[BESTAND]...",
        help="De plannen (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
        readable=False,
        autocompletion=complete_plan,
    ),
]
VragenOptie = Annotated[
    Path | None,
    typer.Option(
        "--vragen",
        metavar="BESTAND",
        help="Een andere vragenlijst, of de map waar ze in staat. Anders geldt de dichtstbijzijnde"
        " van de soort van het plan.",
        show_default=False,
        readable=False,
    ),
]
SjabloonOptie = Annotated[
    Path | None,
    typer.Option(
        "--sjabloon",
        metavar="WORD",
        readable=False,
        help="Een eigen sjabloon (.docx of .dotx).",
        show_default=False,
    ),
]
HuisstijlOptie = Annotated[
    Path | None,
    typer.Option(
        "--huisstijl",
        metavar="YAML",
        readable=False,
        help="Een huisstijl. Anders geldt huisstijl.yaml naast het plan.",
        show_default=False,
    ),
]
EenvoudigOptie = Annotated[
    bool,
    typer.Option(
        "--eenvoudig",
        help="Vraag in gewone regels, zonder het scherm te hertekenen (voor schermlezers).",
    ),
]
FormaatOptie = Annotated[
    Literal["tekst", "json", "sarif"],
    typer.Option(
        "--formaat",
        metavar="tekst|json|sarif",
        help="Hoe je de bevindingen wilt: tekst om te lezen, json of sarif voor programma's.",
    ),
]
# What git gives has no help: nobody types it.
GitArgument = Annotated[Path, typer.Argument(readable=False)]
