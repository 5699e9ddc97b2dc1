"""The program as a command line: which commands there are."""

from __future__ import annotations

from typing import Annotated

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.opdrachten.genereer import genereer
from uitvoeringsplan.opdrachten.gesprek import nieuw, verder
from uitvoeringsplan.opdrachten.git import als_tekst, git, voeg_samen
from uitvoeringsplan.opdrachten.inlezen import inlezen
from uitvoeringsplan.opdrachten.plan import antwoord, status, voorbeeld
from uitvoeringsplan.opdrachten.punt import punt
from uitvoeringsplan.opdrachten.vergelijk import geschiedenis, vergelijk
from uitvoeringsplan.rand import Groep, Opdracht, main_met

app = typer.Typer(
    cls=Groep,
    name="uitvoeringsplan",
    help="Van vragenlijst naar een afgerond uitvoeringsplan in Word.",
    epilog="Begin met `uitvoeringsplan nieuw`, of bekijk eerst `uitvoeringsplan voorbeeld`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for opdracht in (
    nieuw,
    verder,
    antwoord,
    genereer,
    inlezen,
    vergelijk,
    geschiedenis,
    punt,
    status,
    git,
    voorbeeld,
):
    app.command(cls=Opdracht)(opdracht)
# What git calls, by the names that it was told.
app.command(cls=Opdracht, hidden=True)(als_tekst)
app.command(cls=Opdracht, hidden=True)(voeg_samen)
main = main_met(app)


def _versie(toon: bool) -> None:  # noqa: FBT001 - the signature that Typer calls
    if toon:
        typer.echo(f"uitvoeringsplan {__version__}")
        raise typer.Exit


@app.callback()
def _begin(
    *,
    versie: Annotated[
        bool,
        typer.Option(
            "--versie", callback=_versie, is_eager=True, help="Toon de versie.", show_default=False
        ),
    ] = False,
) -> None:
    del versie
