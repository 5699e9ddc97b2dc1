"""The command line in Dutch: help, arguments that are texts, and what is around every command."""

from __future__ import annotations

import functools
import gc
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from uitvoeringsplan.commands.help import Opmaak
from uitvoeringsplan.commands.output import zeg
from uitvoeringsplan.commands.signals import signalen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from types import ModuleType


# The options of Typer that switch Tab on.
_TAB = {
    "install_completion": "Zet aanvullen met Tab aan in deze shell.",
    "show_completion": "Toon wat daarvoor nodig is, om zelf ergens neer te zetten.",
}


class _Context(typer.Context):
    formatter_class = Opmaak


class _MetHulp:
    """Shows help as everything else is shown; Typer itself would write it past us."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option, with what it does."""
        optie = super().get_help_option(ctx)  # type: ignore[misc]  # of what it is mixed into
        if optie is not None:
            optie.callback = _toon_hulp
            optie.help = "Toon deze uitleg."
        return optie


def _toon_hulp(ctx: Any, _optie: object, gevraagd: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if gevraagd and not ctx.resilient_parsing:
        zeg(ctx.get_help())
        ctx.exit()


class Opdracht(_MetHulp, TyperCommand):
    """A command with Dutch help."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; a text such as `- punt` or `-5` is no option."""
        met_waarde = {
            naam
            for param in self.params
            if param.param_type_name == "option" and not getattr(param, "is_flag", False)
            for naam in param.opts
        }
        vorige = ["", *args][: len(args)]
        over = super().parse_args(
            ctx,
            [
                f"{_GEEN_OPTIE}{arg}"
                if _is_tekst(arg) and vorig not in met_waarde and arg[:2] not in met_waarde
                else arg
                for vorig, arg in zip(vorige, args, strict=True)
            ],
        )
        ctx.params = {naam: _zonder_merk(waarde) for naam, waarde in ctx.params.items()}
        return over

    def invoke(self, ctx: Any) -> Any:
        """Run the command; Typer itself would end without a word after Ctrl+C."""
        # Who asks what there is reads no file.
        from uitvoeringsplan.files.reading import leesmeldingen, once  # noqa: PLC0415

        gc.freeze()
        gc.enable()
        try:
            with signalen(), leesmeldingen(once(functools.partial(zeg, err=True))):
                return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Abort from None


# Put in front of what is no option: a noncharacter of Unicode, which no text starts with.
_GEEN_OPTIE = "\ufdd0"


def _is_tekst(argument: str) -> bool:
    """Whether an argument with a dash in front is a text: no option looks like that.

    An option is a dash or two with a letter behind, and has no blanks before its value.
    """
    if not argument.startswith("-") or argument in ("-", "--"):
        return False
    return not re.match(r"--?[^\W\d_][^\s=]*(?:=|$)", argument)


def _zonder_merk(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return waarde.removeprefix(_GEEN_OPTIE)
    if isinstance(waarde, Path):
        return Path(str(waarde).removeprefix(_GEEN_OPTIE))
    if isinstance(waarde, (list, tuple)):
        return type(waarde)(_zonder_merk(deel) for deel in waarde)
    return waarde


class Groep(_MetHulp, TyperGroup):
    """The commands together, with Dutch help.

    `modules` names every command with what loads the module that has it as a function.
    """

    context_class = _Context
    modules: ClassVar[Mapping[str, Callable[[], ModuleType]]] = {}
    verborgen: ClassVar[Collection[str]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        kwargs["subcommand_metavar"] = "OPDRACHT ..."
        super().__init__(*args, **kwargs)
        self.commands = cast("Any", dict.fromkeys(self.modules))

    def get_params(self, ctx: Any) -> Any:
        """Return the options; what those of Typer for Tab say is said in Dutch."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            if param.name in _TAB and not isinstance(param.callback, functools.partial):
                param.help = _TAB[param.name]
                param.callback = functools.partial(_vul_aan, param.callback)
        return params

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, made when it is asked for: Typer takes a while for each."""
        if cmd_name in self.modules and self.commands[cmd_name] is None:
            functie = getattr(self.modules[cmd_name](), cmd_name.replace("-", "_"))
            soort = CommandInfo(
                cmd_name,
                cls=Opdracht,
                callback=functie,
                short_help=functie.__doc__,  # whole; Typer would cut it
                hidden=cmd_name in self.verborgen,
            )
            self.commands[cmd_name] = get_command_from_info(
                soort, pretty_exceptions_short=False, rich_markup_mode=None
            )
        return super().get_command(ctx, cmd_name)


def _vul_aan(doe: Callable[..., object], ctx: Any, param: Any, gevraagd: object) -> None:
    if gevraagd and not ctx.resilient_parsing:
        from uitvoeringsplan.commands import aanvullen  # noqa: PLC0415 - seldom asked for

        wat = aanvullen.zet_aan if param.name == "install_completion" else aanvullen.toon
        wat(lambda: doe(ctx, param, gevraagd))
        ctx.exit()
