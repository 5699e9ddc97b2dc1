"""`nieuw` and `verder`: the commands that ask."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say
from uitvoeringsplan.files.file_reading import notices_to, once
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.tasks.check_spelling import find_spelling
from uitvoeringsplan.tasks.continue_plan import continue_plan
from uitvoeringsplan.tasks.environment import Vragenlijsten, open_plan
from uitvoeringsplan.tasks.start_plan import (
    ask_rest,
    complete_git,
    find_soort,
    make_plan,
    open_soort,
    plan_path,
    start_plan,
)
from uitvoeringsplan.terminal.reports import progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import (
        EenvoudigOptie,
        PlanArgument,
        VragenOptie,
        complete_plan,
        complete_soort,
        complete_vraag,
    )
    from uitvoeringsplan.commands.user import AnyVragensteller
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.ask_questions import ConversationOutcome

_WITHOUT_ASKING = "uitvoeringsplan antwoord BESTAND VRAAG TEKST"


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
            autocompletion=complete_plan,
        ),
    ] = None,
    soort: Annotated[
        str | None,
        typer.Option(
            "--soort",
            metavar="SOORT",
            help="Welke soort plan, als er meer vragenlijsten zijn.",
            show_default=False,
            autocompletion=complete_soort,
        ),
    ] = None,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Begin een plan: eerst de gegevens, dan de vragen."""
    lijsten = Vragenlijsten(vragen)
    place = plan_path(bestand) if bestand is not None else Path(PLAN_SUFFIX)
    if bestand is not None and antwoorden is not None and not user.is_terminal():
        kind = soort or lijsten.of(antwoorden).vragenlijst.soort
        made = make_plan(open_soort(lijsten, kind, place), bestand, antwoorden)
        say(f"Het plan: {made.path}")
        return 0
    user.require_terminal(_WITHOUT_ASKING)
    vragensteller = user.open_vragensteller(plain=eenvoudig)
    if bestand is not None and antwoorden is None and plan_path(bestand).exists():
        if not vragensteller.confirm(
            f"{plan_path(bestand)} bestaat al. Wil je met dat plan verdergaan?"
        ):
            return INPUT
        return verder(plan_path(bestand), eenvoudig=eenvoudig, vragen=vragen)
    if soort is None and antwoorden is not None:
        soort = lijsten.of(antwoorden).vragenlijst.soort
    soort = soort or find_soort(lijsten, place, vragensteller)
    if soort is None:
        say("Gestopt. Er is nog geen plan gemaakt.")
        return INTERRUPTED
    environment = open_soort(lijsten, soort, place)
    with vragensteller, notices_to(once(vragensteller.show)):
        begun = start_plan(environment, bestand, vragensteller, antwoorden)
        if begun is not None:
            vragensteller.show(f"Je plan staat in {begun.path}. Elk antwoord wordt meteen bewaard.")
            complete_git(begun, vragensteller)
            with _check_spelling(begun, vragensteller):
                outcome = ask_rest(begun, vragensteller)
    if begun is None:
        say("Gestopt. Er is nog geen plan gemaakt.")
        return INTERRUPTED
    return _finish(outcome, vragensteller, vragen, plain=eenvoudig)


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
            autocompletion=complete_vraag,
        ),
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Loop alle vragen langs, ook de beantwoorde.")
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Ga verder bij de eerste open vraag, of bij één vraag."""
    user.require_terminal(_WITHOUT_ASKING)
    plan = open_plan(bestand, vragen)
    vragensteller = user.open_vragensteller(plain=eenvoudig)
    with (
        vragensteller,
        notices_to(once(vragensteller.show)),
        _check_spelling(plan, vragensteller),
    ):
        outcome = continue_plan(plan, vragensteller, start_at=vraag, everything=alles)
    return _finish(outcome, vragensteller, vragen, plain=eenvoudig)


@contextlib.contextmanager
def _check_spelling(file: Planbestand, vragensteller: AnyVragensteller) -> Iterator[None]:
    """Let the spelling of what is typed be looked at, until the conversation is over."""
    vragensteller.spelling = find_spelling(file)
    try:
        yield
    finally:
        vragensteller.spelling.stop()


def _finish(
    outcome: ConversationOutcome,
    vragensteller: Vragensteller,
    vragen: Path | None,
    *,
    plain: bool,
) -> int:
    """Say how far the plan is; when the user has not stopped, go on to the Word file."""
    path = outcome.file.path
    options = ["--vragen", str(vragen)] if vragen is not None else []
    say(
        progress.render_end(
            path,
            outcome.voortgang,
            gestopt=outcome.gestopt,
            concept=outcome.concept,
            options=[*(["--eenvoudig"] if plain else []), *options],
        )
    )
    if outcome.gestopt:
        return INTERRUPTED
    return _offer_document(outcome.file, vragensteller, vragen, options)


def _offer_document(
    file: Planbestand, vragensteller: Vragensteller, vragen: Path | None, options: list[str]
) -> int:
    """Say what `check_plans` finds, and make and show the Word file if the user wants.

    What that needs is loaded now: the first question does not wait for it.
    """
    from uitvoeringsplan.files.processes import can_open, open_file  # noqa: PLC0415
    from uitvoeringsplan.tasks.check_plans import check_plans  # noqa: PLC0415
    from uitvoeringsplan.tasks.generate import Request, take_order  # noqa: PLC0415
    from uitvoeringsplan.tasks.look_over import VASTGESTELD  # noqa: PLC0415
    from uitvoeringsplan.terminal.reports import finding_counts  # noqa: PLC0415

    path = file.path
    (checked,) = check_plans([path], vragen=vragen)
    severities = [one.ernst for one in checked.bevindingen]
    say(progress.checked(finding_counts.counts(severities), path, options))
    toch = file.plan.status == VASTGESTELD and "fout" in severities
    sentence = "Het plan is vastgesteld, maar heeft nog fouten. Zal ik het Word-bestand toch maken?"
    if not vragensteller.confirm(sentence if toch else "Zal ik nu het Word-bestand maken?"):
        say(progress.make_later(path, [*options, *(["--toch"] if toch else [])]))
        return 0
    for made in take_order(
        [path], vragen=vragen, request=Request(check_over=True, toch=toch)
    ).run():
        if made.error is not None:
            raise made.error
        say(f"Het Word-bestand: {made.word}")
        if made.word is not None and can_open() and vragensteller.confirm("Zal ik het openen?"):
            open_file(made.word)
    return 0
