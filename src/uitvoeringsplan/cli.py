"""The program as a command line: which commands there are."""

from __future__ import annotations

from typing import Annotated, ClassVar

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.rand import Groep, main_met


class Programma(Groep):
    """All commands, in the order of the help, each with the module that it is a function of.

    Only the one that is asked for is loaded: a user who wants `status` waits for no other.
    """

    modules: ClassVar = {
        "nieuw": "gesprek",
        "verder": "gesprek",
        "antwoord": "plan",
        "genereer": "genereer",
        "inlezen": "inlezen",
        "vergelijk": "vergelijk",
        "geschiedenis": "vergelijk",
        "punt": "punt",
        "status": "plan",
        "git": "git",
        "voorbeeld": "plan",
        "als-tekst": "git",
        "voeg-samen": "git",
    }
    # What git calls, by the names that it was told.
    verborgen = ("als-tekst", "voeg-samen")


app = typer.Typer(
    cls=Programma,
    name="uitvoeringsplan",
    help="Van vragenlijst naar een afgerond uitvoeringsplan in Word.",
    epilog="Begin met `uitvoeringsplan nieuw`, of bekijk eerst `uitvoeringsplan voorbeeld`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
