"""What several commands share: their arguments, what Tab completes, and the answer yes or no."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def vul_plan_aan(begin: str) -> list[str]:
    """Return the plans that Tab offers, in the folder that was typed so far."""
    from uitvoeringsplan.files.lookup import plannen_in  # noqa: PLC0415

    map_ = begin.removesuffix(os.path.basename(begin))  # noqa: PTH119 - Path drops a `./` that was typed
    gevonden = [f"{map_}{plan.name}" for plan in plannen_in(Path(map_))]
    return [plan for plan in gevonden if plan.startswith(begin)]


def vul_vraag_aan(begin: str) -> list[tuple[str, str]]:
    """Return the ids that Tab offers, with their labels."""
    from uitvoeringsplan.errors import UitvoeringsplanError  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415

    try:
        lijst = open_omgeving().vragenlijst
    except UitvoeringsplanError:
        return []  # a message in the middle of a command line would only be in the way
    return [
        (vraag.id, vraag.label)
        for vraag in (*lijst.gegevens, *lijst.vragen)
        if vraag.id.startswith(begin)
    ]


PlanArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="BESTAND",
        help="Het plan (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
        readable=False,
        autocompletion=vul_plan_aan,
    ),
]
# Where a question follows, the plan cannot be left out.
VastPlanArgument = Annotated[
    Path,
    typer.Argument(
        metavar="BESTAND",
        readable=False,
        help="Het plan (*.plan.yaml).",
        autocompletion=vul_plan_aan,
    ),
]
PlannenArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[BESTAND]...",
        help="De plannen (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
        readable=False,
        autocompletion=vul_plan_aan,
    ),
]
VragenOptie = Annotated[
    Path | None,
    typer.Option(
        "--vragen",
        metavar="BESTAND",
        help="Een andere vragenlijst. Anders geldt vragen.yaml in deze map, en anders de"
        " meegeleverde.",
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
