"""`sjabloon maak`: a question set of a Word form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands.output import say
from uitvoeringsplan.tasks.make_question_set import make_question_set
from uitvoeringsplan.terminal.reports import made_sets

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer


def make_sjabloon(
    formulier: Annotated[
        Path,
        typer.Argument(
            metavar="FORMULIER", readable=False, help="Het Word-formulier (.docx of .dotx)."
        ),
    ],
    *,
    map_: Annotated[
        Path | None,
        typer.Option(
            "-m",
            "--map",
            metavar="MAP",
            readable=False,
            help="De map voor de vragenlijst en het sjabloon. Anders een map met de naam van het"
            " formulier, ernaast.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Maak van een Word-formulier een vragenlijst met een sjabloon."""
    made = make_question_set(formulier, map_)
    say(
        made_sets.made_set(
            made.vragen,
            made.sjabloon,
            made.report,
            asked=made.asked,
            to_check=made.to_check,
            not_yet=made.not_yet,
        )
    )
    say(made_sets.next_step(made.vragen.parent))
    return 0
