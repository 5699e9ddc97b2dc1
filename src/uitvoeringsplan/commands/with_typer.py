"""The command line as Typer reads it, in Dutch: arguments that are texts, mistakes, Tab, help."""

from __future__ import annotations

import contextlib
import functools
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, cast, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from uitvoeringsplan import __version__
from uitvoeringsplan.commands import edge, options
from uitvoeringsplan.commands.help import Recorder
from uitvoeringsplan.commands.output import say, say_utf8
from uitvoeringsplan.commands.table import COMMANDS, GROUPS, HIDDEN, MARK, load
from uitvoeringsplan.errors import GebruikError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The options of Typer that switch Tab on.
_TAB = {
    "install_completion": "Zet aanvullen met Tab aan in deze shell.",
    "show_completion": "Toon wat daarvoor nodig is, om zelf ergens neer te zetten.",
}
_INSTALLED = re.compile(r"(\S+) completion installed in (.*)\n")
# Typer has no translations; these are all the sentences of wrong use that it can say.
_SENTENCES = (
    (r"No such command ['\"](.*?)['\"]\.(?: Did you mean .*)?", "de opdracht “{0}” bestaat niet."),
    (r"No such option: (\S+)(?: .*)?", "de optie {0} bestaat niet."),
    (r"Missing argument '(.*)'\.", "het argument {0} ontbreekt."),
    (r"Missing option '(.*)'\.", "de optie {0} ontbreekt."),
    (r"Missing command\.", "zeg erbij wat er moet gebeuren."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "“{0}” hoort hier niet."),
    (r"Option '?(\S+?)'? requires an argument\.", "achter {0} ontbreekt een waarde."),
    (r"Option '?(\S+?)'? does not take a value\.", "achter {0} hoort geen waarde."),
    (r"Invalid value for '(.*?)': '(.*)' is not a valid .*", "“{1}” kan niet bij {0}."),
    (r"Invalid value for '(.*?)': '(.*)' is not one of (.*)\.", "{0} kan zijn: {2}."),
    (r"Invalid value for '(.*?)': .*", "wat bij {0} staat, kan daar niet."),
)


def run_typer(arguments: Sequence[str] | None) -> object:
    """Let Typer read the arguments and run the command; returns its exit code.

    Raises GebruikError, in Dutch, for what Typer cannot make sense of.
    """
    try:
        return app(args=arguments, prog_name="uitvoeringsplan", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if hasattr(error, "format_message"):
            raise GebruikError(_in_dutch(error)) from error
        raise


def _in_dutch(error: Any) -> str:
    """Return what is wrong with a call, and where to read how it goes."""
    message: str = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        return message
    context = getattr(error, "ctx", None)
    found = None
    for pattern, dutch in _SENTENCES:
        if found := re.fullmatch(pattern, message):
            message = dutch.format(*found.groups())
            break
    if message.startswith("de opdracht") and context is not None:
        message += did_you_mean(found[1] if found else "", context.command.commands)
    if possible := getattr(error, "possibilities", None):
        message += f" Bedoel je {' of '.join(sorted(possible))}?"
    elif message.startswith("de optie -") and any(
        param.name == "tekst" for param in getattr(getattr(context, "command", None), "params", ())
    ):
        message += " Is het een tekst? Zet er dan een los -- voor."
    command = context.command_path if context is not None else "uitvoeringsplan"
    return f"{command}: {message}\nMet `{command} --help` zie je wat er kan."


class _Context(typer.Context):
    formatter_class = cast("Any", Recorder)


class _WithHelp:
    """Shows help as everything else is shown; Typer itself would write it past us."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option, with what it does."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # of what it is mixed into
        if option is not None:
            option.callback = _show_help
            option.help = "Toon deze uitleg."
        return option


def _show_help(ctx: Any, _option: object, is_asked: bool) -> None:  # noqa: FBT001 - Typer calls it
    if is_asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


class Command(_WithHelp, TyperCommand):
    """A command with Dutch help."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; a text such as `- punt` or `-5` is no option."""
        with_value = {
            name
            for param in self.params
            if param.param_type_name == "option" and not getattr(param, "is_flag", False)
            for name in param.opts
        }
        previous = ["", *args][: len(args)]
        rest = super().parse_args(
            ctx,
            [
                f"{MARK}{arg}"
                if _is_text(arg) and before not in with_value and arg[:2] not in with_value
                else arg
                for before, arg in zip(previous, args, strict=True)
            ],
        )
        ctx.params = {name: _without_mark(value) for name, value in ctx.params.items()}
        return rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; Typer itself would end without a word after Ctrl+C."""
        try:
            return edge.work(super().invoke, {"ctx": ctx})
        except KeyboardInterrupt:
            raise typer.Abort from None


def _is_text(argument: str) -> bool:
    """Whether an argument with a dash in front is a text: no option looks like that.

    An option is a dash or two with a letter behind, and has no blanks before its value.
    """
    if not argument.startswith("-") or argument in ("-", "--"):
        return False
    return not re.match(r"--?[^\W\d_][^\s=]*(?:=|$)", argument)


def _without_mark(value: Any) -> Any:
    if isinstance(value, str):
        return value.removeprefix(MARK)
    if isinstance(value, (list, tuple)):
        return type(value)(_without_mark(part) for part in value)
    return type(value)(str(value).removeprefix(MARK)) if isinstance(value, Path) else value


class Group(_WithHelp, TyperGroup):
    """Commands that belong together, each made when it is asked for."""

    context_class = _Context
    before = ""  # what stands in front of the names of its commands

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        kwargs["subcommand_metavar"] = "OPDRACHT ..."
        kwargs["rich_markup_mode"] = None
        super().__init__(*args, **kwargs)
        own = (name.removeprefix(self.before) for name in COMMANDS if name.startswith(self.before))
        self.commands = cast("Any", dict.fromkeys(name.partition(" ")[0] for name in own))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, made when it is asked for: Typer takes a while for each."""
        if cmd_name in self.commands and self.commands[cmd_name] is None:
            self.commands[cmd_name] = _make(f"{self.before}{cmd_name}")
        return super().get_command(ctx, cmd_name)


def _make(name: str) -> Any:
    """Return the command or the group with this name."""
    if name in GROUPS:
        kind = type(name, (Group,), {"before": f"{name} "})
        return kind(name=name, help=GROUPS[name], short_help=GROUPS[name], no_args_is_help=True)
    function = load(name)
    # What they are annotated with is not loaded when Typer does not ask.
    function.__annotations__ = get_type_hints(function, vars(options), include_extras=True)
    info = CommandInfo(
        name.rpartition(" ")[2],
        cls=Command,
        callback=function,
        short_help=function.__doc__,  # whole; Typer would cut it
        hidden=name in HIDDEN,
    )
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


class Program(Group):
    """All commands together."""

    def get_params(self, ctx: Any) -> Any:
        """Return the options; what those of Typer for Tab say is said in Dutch."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            if param.name in _TAB and not isinstance(param.callback, functools.partial):
                param.help = _TAB[param.name]
                param.callback = functools.partial(_complete, param.callback)
        return params


def _complete(do: Callable[..., object], ctx: Any, param: Any, is_asked: object) -> None:
    """Switch completion with Tab on or show how; what Typer says of that is said in Dutch."""
    if not is_asked or ctx.resilient_parsing:
        return
    said = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
            contextlib.suppress(SystemExit, typer.Exit),  # it ends the program after that
        ):
            do(ctx, param, is_asked)
    except OSError as error:
        raise GebruikError(
            f"Aanvullen met Tab aanzetten lukt niet: {error.filename} is niet te schrijven."
        ) from error
    text = said.getvalue()
    if param.name == "show_completion":
        if re.fullmatch(r"Shell \S* not supported\.\s*", text):
            _unknown_shell()
        say_utf8(text)
    else:
        found = _INSTALLED.search(text) or _unknown_shell()
        say(
            f"Aanvullen met Tab staat aan voor {found[1]}. Het werkt in een nieuwe terminal. Het"
            " staat in:"
        )
        say(found[2])
    ctx.exit()


def _unknown_shell() -> NoReturn:
    raise GebruikError(
        "Het is niet te zien welke shell dit is. Aanvullen met Tab kan in bash, zsh, fish en"
        " PowerShell."
    )


app = typer.Typer(
    cls=Program,
    name="uitvoeringsplan",
    help="Van vragenlijst naar een afgerond uitvoeringsplan in Word.",
    epilog="Begin met `uitvoeringsplan nieuw`, of bekijk eerst `uitvoeringsplan voorbeeld`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(is_asked: bool) -> None:  # noqa: FBT001 - the signature that Typer calls
    if is_asked:
        say(f"uitvoeringsplan {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    *,
    versie: Annotated[
        bool,
        typer.Option(
            "--versie",
            callback=_show_version,
            is_eager=True,
            help="Toon de versie.",
            show_default=False,
        ),
    ] = False,
) -> None:
    del versie
