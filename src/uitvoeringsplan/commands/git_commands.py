"""`git`, and what git itself calls: showing a Word file as text, and merging plans.

Git calls the last two for every file, so each loads only what it needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say, say_utf8
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import EenvoudigOptie, GitArgument, VragenOptie
    from uitvoeringsplan.tasks.set_up_git import SetupOutcome, Vrager


def git(
    map_: Annotated[
        Path,
        typer.Argument(metavar="[MAP]", readable=False, help="De map.", show_default="deze map"),
    ] = Path(),
    *,
    ja: Annotated[bool, typer.Option("--ja", help="Doe alles zonder te vragen.")] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen; verander niets.")
    ] = False,
    weg: Annotated[bool, typer.Option("--weg", help="Haal alles weer weg.")] = False,
    klaargezet: Annotated[
        bool, typer.Option("--klaargezet", help="Kijk de plannen na die je gaat vastleggen.")
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Stel git in voor plannen: samenvoegen, tonen en nakijken."""
    if klaargezet:
        from uitvoeringsplan.tasks.check_staged import check_staged  # noqa: PLC0415

        faults = check_staged(vragen=vragen)
        for fault in faults:
            say(str(fault), err=True)
        return INPUT if faults else 0
    from uitvoeringsplan.tasks.set_up_git import remove_setup, set_up_git  # noqa: PLC0415

    do = remove_setup if weg else set_up_git
    outcome = do(map_, _open_asker(ja=ja or proef, plain=eenvoudig), dry_run=proef)
    _report(outcome, trial=proef)
    if outcome.is_gestopt:
        say("Gestopt. Wat hierboven niet staat, is niet veranderd.", err=True)
        return INTERRUPTED
    return 0


def als_tekst(bestand: GitArgument) -> int:
    """Schrijf een Word-bestand als tekst (voor `git diff`)."""
    from uitvoeringsplan.tasks.as_text import als_tekst as read  # noqa: PLC0415

    say_utf8(read(bestand))
    return 0


def voeg_samen(
    onze: GitArgument,
    oud: GitArgument,
    hunne: GitArgument,
    naam: GitArgument,
    *,
    vragen: VragenOptie = None,
) -> int:
    """Voeg twee versies van een plan samen (voor `git merge`)."""
    from uitvoeringsplan.tasks.merge_for_git import merge_for_git  # noqa: PLC0415

    return 0 if merge_for_git(onze, oud, hunne, naam, vragen=vragen) else INPUT


def _open_asker(*, ja: bool, plain: bool) -> Vrager:
    if ja:
        return lambda _: True
    if not user.is_terminal():
        raise GebruikError(
            "Hier is geen terminal om in te vragen. Gebruik --ja om alles te doen, of --proef om te"
            " zien wat er zou veranderen."
        )
    vragensteller = user.open_vragensteller(plain=plain)

    def vraag(zin: str) -> bool | None:
        # Not `confirm`, for which Ctrl+C is a no: the next question would follow.
        choice = vragensteller.choose_value(zin, [("ja", "ja"), ("nee", "nee")])
        return None if choice is None else choice == "ja"

    return vraag


def _report(outcome: SetupOutcome, *, trial: bool) -> None:
    if not outcome.done:
        is_left = outcome.niet or outcome.is_gestopt
        say("Er is niets veranderd." if is_left else "Er is niets te veranderen.")
    for step in outcome.done:
        for change in step.wijzigingen:
            say(f"{'zou veranderen' if trial else 'veranderd'}: {change.where}")
            for line in change.what:
                say(f"  {line}")
    for message in outcome.messages:
        say(message, err=True)
