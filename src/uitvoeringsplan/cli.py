"""The program as a command line: which commands there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.command_line import Groep
from uitvoeringsplan.commands.output import zeg

if TYPE_CHECKING:
    from types import ModuleType


# Only the module of the command that is asked for is loaded: who wants `status` waits for no other.
def _controleer() -> ModuleType:
    from uitvoeringsplan.commands import controleer  # noqa: PLC0415

    return controleer


def _genereer() -> ModuleType:
    from uitvoeringsplan.commands import genereer  # noqa: PLC0415

    return genereer


def _gesprek() -> ModuleType:
    from uitvoeringsplan.commands import gesprek  # noqa: PLC0415

    return gesprek


def _git() -> ModuleType:
    from uitvoeringsplan.commands import git  # noqa: PLC0415

    return git


def _inlezen() -> ModuleType:
    from uitvoeringsplan.commands import inlezen  # noqa: PLC0415

    return inlezen


def _plan() -> ModuleType:
    from uitvoeringsplan.commands import plan  # noqa: PLC0415

    return plan


def _punt() -> ModuleType:
    from uitvoeringsplan.commands import punt  # noqa: PLC0415

    return punt


def _vergelijk() -> ModuleType:
    from uitvoeringsplan.commands import vergelijk  # noqa: PLC0415

    return vergelijk


class Programma(Groep):
    """All commands, in the order of the help, each with the module that it is a function of."""

    modules: ClassVar = {
        "nieuw": _gesprek,
        "verder": _gesprek,
        "antwoord": _plan,
        "genereer": _genereer,
        "inlezen": _inlezen,
        "vergelijk": _vergelijk,
        "geschiedenis": _vergelijk,
        "punt": _punt,
        "status": _plan,
        "controleer": _controleer,
        "git": _git,
        "voorbeeld": _plan,
        "als-tekst": _git,
        "voeg-samen": _git,
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


def _versie(toon: bool) -> None:  # noqa: FBT001 - the signature that Typer calls
    if toon:
        zeg(f"uitvoeringsplan {__version__}")
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
