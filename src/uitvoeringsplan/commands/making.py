"""`genereer`: the Word file of a plan, other formats beside it; and `voorbeeld`, an example."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.commands.edge import INPUT
from uitvoeringsplan.commands.output import clear_progress, say, show_progress
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.terminal.reports import finding_counts, made_files

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import (
        HuisstijlOptie,
        PlannenArgument,
        SjabloonOptie,
        VragenOptie,
    )
    from uitvoeringsplan.tasks.generate import MadePlan, Order


def genereer(
    bestanden: PlannenArgument = None,
    *,
    uit: Annotated[
        Path | None,
        typer.Option(
            "-u",
            "--uit",
            metavar="PAD",
            readable=False,
            help="Het Word-bestand, of de map daarvoor. Anders komt het naast het plan.",
            show_default=False,
        ),
    ] = None,
    sjabloon: SjabloonOptie = None,
    huisstijl: HuisstijlOptie = None,
    indeling: Annotated[
        str,
        typer.Option(
            "--indeling",
            metavar="tabel|koppen",
            help="De activiteiten in een tabel of onder koppen. Anders zoals in het plan staat.",
            show_default=False,
        ),
    ] = "",
    naar: Annotated[
        list[str] | None,
        typer.Option(
            "--naar",
            metavar="FORMAAT",
            help="Maak ook md, html, odt of pdf; met een komma ertussen kan het samen.",
            show_default=False,
        ),
    ] = None,
    intern: Annotated[
        bool, typer.Option("--intern", help="Maak het interne document in plaats van het plan.")
    ] = False,
    met_punten: Annotated[
        bool,
        typer.Option(
            "--met-punten",
            help="Maak een werkversie (…-met-punten.docx) met de open punten als opmerkingen.",
        ),
    ] = False,
    metadata: Annotated[
        bool,
        typer.Option("--metadata", help="Schrijf er de DiWoo-metadata bij (.diwoo.xml)."),
    ] = False,
    adres: Annotated[
        str,
        typer.Option(
            "--adres",
            metavar="URL",
            help="Waar het document op internet komt, voor de metadata.",
            show_default=False,
        ),
    ] = "",
    open_: Annotated[
        bool, typer.Option("--open", help="Open het resultaat met het programma van je computer.")
    ] = False,
    volg: Annotated[
        bool, typer.Option("--volg", help="Blijf kijken en maak het opnieuw na elke wijziging.")
    ] = False,
    overschrijf: Annotated[
        bool,
        typer.Option(
            "--overschrijf",
            help="Vervang ook een bestand dat daarna is bewerkt, of dat hier niet is gemaakt. Wat"
            " er stond, blijft ernaast staan als -vorige.",
        ),
    ] = False,
    toch: Annotated[
        bool,
        typer.Option(
            "--toch",
            help="Maak het ook van een vastgesteld plan dat volgens controleer fouten heeft.",
        ),
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Maak het Word-bestand van een of meer plannen."""
    formats: tuple[str, ...] = ()
    if naar:
        from uitvoeringsplan.tasks.output_formats import read_formats  # noqa: PLC0415 - few ask for it

        formats = read_formats(naar)
    if adres and not metadata:
        raise GebruikError("--adres hoort bij --metadata. Voeg --metadata toe, of laat het weg.")
    wens = Request(
        sjabloon,
        huisstijl,
        indeling,
        formats,
        intern,
        metadata,
        overschrijf,
        adres,
        met_punten,
        check_over=True,
        toch=toch,
    )
    command = take_order(bestanden or [], out=uit, vragen=vragen, request=wens)
    if open_ and len(command.pairs) > 1:
        raise GebruikError("--open kan bij één plan tegelijk.")
    if volg:
        _follow(command, with_opening=open_)
        return 0
    made = _make(command)
    if open_ and made[-1].error is None:
        _open(made[-1])
    return INPUT if any(one.error for one in made) else 0


def _make(command: Order) -> list[MadePlan]:
    """Make the files and report on each plan at once."""
    total = len(command.pairs)
    has_bar = total >= made_files.BAR_FROM and sys.stderr.isatty()
    result: list[MadePlan] = []
    failed: set[str] = set()  # what was said of plans that were not made
    for made in command.run():
        result.append(made)
        if has_bar:
            clear_progress()
        _report(made, failed)
        if has_bar:
            show_progress(made_files.run_bar(len(result), total), is_done=len(result) == total)
    looked_over = [one.checked for one in result if one.checked is not None]
    if severities := [ernst for one in looked_over for ernst in one.severities]:
        path = result[0].plan if len(result) == 1 else None
        is_complete_text = all(one.is_complete_text for one in looked_over)
        say(
            finding_counts.with_document(severities, path, is_complete_text=is_complete_text),
            err=True,
        )
    failures = sum(made.error is not None for made in result)
    if failures and total > 1:
        say(f"{total - failures} van de {total} plannen gemaakt, {failures} niet.", err=True)
    return result


def _report(made: MadePlan, failed: set[str]) -> None:
    """Say what became of one plan; what is wrong for more of them, such as their set, once."""
    if made.error is not None:
        what = str(made.error)
        say(made_files.failed_too(made.plan) if what in failed else what, err=True)
        failed.add(what)
    elif made.word and made.voortgang:
        say(made_files.made(made.word, made.voortgang, made.added))
        for previous in made.previous:
            say(made_files.kept_before(previous), err=True)
        for line in made_files.remarks(made.without_place, made.missing, made.omitted):
            say(line, err=True)
        if made.punten is not None:
            say(made_files.comments_made(*made.punten))


def _open(made: MadePlan) -> None:
    from uitvoeringsplan.files.processes import open_file  # noqa: PLC0415 - few ask for it

    if made.word is not None:
        # Who asks for a PDF or a page wants to see that.
        open_file((*made.added, made.word)[0])


def _follow(command: Order, *, with_opening: bool) -> None:
    """Make the files now and after every save, until the user stops."""
    from uitvoeringsplan.tasks.follow import follow_files  # noqa: PLC0415 - few ask for it

    say("Ik maak het opnieuw na elke wijziging. Stop met Ctrl+C.", err=True)
    to_open = with_opening
    own: set[Path] = set()

    def make(changed: tuple[Path, ...]) -> None:
        nonlocal to_open
        made = _make(command.renewed(changed, own))
        own.update(one.word for one in made if one.word is not None)
        if to_open and made[-1].error is None:
            _open(made[-1])
            to_open = False

    follow_files(lambda: command.followed, make, lambda error: say(str(error), err=True))


def voorbeeld(
    map_: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]",
            readable=False,
            help="Waar het voorbeeld komt.",
            show_default="deze map",
        ),
    ] = Path(),
) -> int:
    """Schrijf een ingevuld voorbeeld en het Word-bestand ervan."""
    from uitvoeringsplan.tasks.make_example import make_example  # noqa: PLC0415 - few ask for it

    made = make_example(map_)
    say(f"Het plan: {made.plan}\nHet Word-bestand: {made.word}")
    return 0
