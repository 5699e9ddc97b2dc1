"""`vergelijk` and `geschiedenis`: what changed, and how it came to be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.model import plan_differences
from uitvoeringsplan.tasks import answer_history as history
from uitvoeringsplan.tasks import compare_plans as comparison
from uitvoeringsplan.terminal.reports import changes, made_files, readback
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import VastPlanArgument, VragenOptie, complete_vraag
    from uitvoeringsplan.tasks.compare_plans import Comparison


def vergelijk(
    oud: Annotated[
        str,
        typer.Argument(
            metavar="[OUD]", help="Een plan, een Word-bestand, of VERSIE:BESTAND in git."
        ),
    ] = "",
    nieuw: Annotated[
        str,
        typer.Argument(metavar="[NIEUW]", help="Het andere. Weglaten mag: dan de laatste commit."),
    ] = "",
    *,
    word: Annotated[
        Path | None,
        typer.Option(
            "--word",
            metavar="UIT",
            readable=False,
            help="Schrijf een Word-bestand met bijgehouden wijzigingen.",
            show_default=False,
        ),
    ] = None,
    auteur: Annotated[
        str,
        typer.Option(
            "--auteur", metavar="NAAM", help="De auteur van de wijzigingen.", show_default=False
        ),
    ] = "",
    overschrijf: Annotated[
        bool,
        typer.Option(
            "--overschrijf",
            help="Vervang het bestand van --word als het er al is;"
            " was het bewerkt, dan blijft het ernaast staan als -vorige.",
        ),
    ] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de verschillen als JSON.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat per vraag zien wat er veranderde."""
    outcome = comparison.compare_plans(oud, nieuw, vragen=vragen)
    if word is not None:
        start_git, moment = comparison.author_and_moment(outcome)
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        previous = comparison.write_changes(
            outcome,
            word,
            author=auteur or start_git or "uitvoeringsplan",
            datum=_moment(moment) or now,
            overwrite=overschrijf,
        )
        say(f"{word}: het nieuwe plan, met de wijzigingen bijgehouden.")
        if previous is not None:
            say(made_files.kept_before(previous), err=True)
    elif als_json:
        say_json(plan_differences.as_json(outcome.verschillen))
    else:
        colour = user.wants_colour()
        say(f"{outcome.old.name} -> {outcome.new.name}\n")
        say(
            changes.render_changes(
                outcome.verschillen, kleur=colour, is_all_viewed=outcome.is_all_viewed
            )
        )
    _say_of_word(outcome)
    return 0


def _say_of_word(outcome: Comparison) -> None:
    """Say what of a Word file no comparison of answers shows."""
    for side, other in ((outcome.old, outcome.new), (outcome.new, outcome.old)):
        lines = [wrap_text(f"Let op: {zin}", text_width(), "  ") for zin in side.doubts]
        if side.fixed is not None:
            lines += readback.outside_answers(side.fixed, text_width())
        if side.foreign:
            lines.insert(0, readback.other_plan(side.path, other.path, side.foreign, text_width()))
        if lines:
            say("\n".join(["", side.name, *lines]), err=True)


def geschiedenis(
    bestand: VastPlanArgument,
    vraag: Annotated[
        str,
        typer.Argument(metavar="VRAAG", help="De vraag.", autocompletion=complete_vraag),
    ],
    *,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de geschiedenis als JSON.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat zien wie wanneer wat aan één antwoord veranderde."""
    read = history.load_answer_history(bestand, vraag, vragen=vragen)
    if not read.in_git and not als_json:
        raise GebruikError(f"{bestand} heeft nog geen versies in git. Leg het eerst vast.")
    if als_json:
        say_json(history.to_json(read))
        return 0
    say(changes.render_history(read.vraag, read.wijzigingen, kleur=user.wants_colour()))
    for missing in read.unreadable:
        name = missing.versie.commit[:10] if missing.versie else str(bestand)
        say(f"Niet te lezen: {name}: {missing.objection}", err=True)
    if read.is_shallow:
        say("Het begin ontbreekt: deze map heeft niet de hele geschiedenis.", err=True)
    return 0


def _moment(iso: str) -> str:
    """Return a moment of git in the form of Word; empty for none."""
    if not iso:
        return ""
    return dt.datetime.fromisoformat(iso).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
