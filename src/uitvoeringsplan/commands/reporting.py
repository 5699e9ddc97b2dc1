"""`status`: how far plans are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands.edge import INPUT
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.tasks import plan_status as task
from uitvoeringsplan.terminal.reports import made_files, progress

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import PlannenArgument, VragenOptie


def status(
    bestanden: PlannenArgument = None,
    *,
    alles: Annotated[bool, typer.Option("--alles", help="Noem alle vragen met hun naam.")] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de stand als JSON, voor andere programma's.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat zien hoe ver een plan is en wat nog open is."""
    states = task.load_status(bestanden or [], vragen=vragen)
    unreadable = [s for s in states if isinstance(s, task.UnreadablePlan)]
    read = [s for s in states if not isinstance(s, task.UnreadablePlan)]
    if als_json:
        say_json(task.to_json(states))
    elif read:
        say(
            "\n\n".join(
                progress.render_status(
                    s.path,
                    s.plan,
                    s.voortgang,
                    everything=alles,
                    leftovers=s.leftovers,
                    open_punten=s.open_punten,
                )
                for s in read
            )
        )
    said: set[str] = set()
    for one in unreadable:  # what is wrong for more of them, such as their question set, once
        what = str(one.error)
        say(made_files.failed_too(one.path) if what in said else what, err=True)
        said.add(what)
    if unreadable and read:
        say(
            f"Van {len(unreadable)} van de {len(states)} plannen is de stand niet te lezen.",
            err=True,
        )
    return INPUT if unreadable else 0
