"""The edge of the program: Dutch help, errors to messages and exit codes.

Exit codes: 0 done; 1 the user's input or findings; 2 wrong use; 3 a bug of ours; 130 Ctrl-C.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TextIO, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from uitvoeringsplan import __version__
from uitvoeringsplan.errors import (
    GebruikError,
    OnderbrokenError,
    UitvoeringsplanError,
    bedoel_je,
)
from uitvoeringsplan.signalen import AfgebrokenError, signalen
from uitvoeringsplan.storage.leesmelding import leesmeldingen
from uitvoeringsplan.uitgang import UitgangDichtError, bereid_voor, sluit_af, zeg

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from types import ModuleType

    from uitvoeringsplan.storage.leesmelding import Leesmelding

KLAAR, INVOER, GEBRUIK, BUG, ONDERBROKEN = 0, 1, 2, 3, 130

_KOPPEN = {"Arguments": "Argumenten", "Options": "Opties", "Commands": "Opdrachten"}
_WOORDEN = (
    ("Show this message and exit.", "Toon deze uitleg."),
    ("Install completion for the current shell.", "Zet aanvullen met Tab aan in deze shell."),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "Toon wat daarvoor nodig is, om zelf ergens neer te zetten.",
    ),
    ("[required]", "[verplicht]"),
    ("[default: ", "[standaard: "),
)
# Typer has no translations; these are all the sentences of wrong use that it can say.
_MELDINGEN = (
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


# Typer does not export the class that writes help, but every context names it.
_Basis: Any = typer.Context.formatter_class


class _Opmaak(_Basis):  # type: ignore[misc]  # a base that is only known at run time
    """Writes help with Dutch headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def section(self, name: str) -> Any:
        return super().section(_KOPPEN.get(name, name))

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().write_dl([(naam, _vertaald(uitleg)) for naam, uitleg in rows], *args, **kwargs)


class _Context(typer.Context):
    formatter_class = _Opmaak


class _MetHulp:
    """Shows help as everything else is shown; Typer itself would write it past us."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option, with what it does."""
        optie = super().get_help_option(ctx)  # type: ignore[misc]  # of what it is mixed into
        if optie is not None:
            optie.callback = _toon_hulp
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
        try:
            with signalen(), leesmeldingen(_zegger()):
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

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, made when it is asked for: Typer takes a while for each."""
        if cmd_name in self.modules and self.commands[cmd_name] is None:
            soort = CommandInfo(
                cmd_name,
                cls=Opdracht,
                callback=getattr(self.modules[cmd_name](), cmd_name.replace("-", "_")),
                hidden=cmd_name in self.verborgen,
            )
            self.commands[cmd_name] = get_command_from_info(
                soort, pretty_exceptions_short=False, rich_markup_mode=None
            )
        return super().get_command(ctx, cmd_name)


def _vertaald(tekst: str) -> str:
    for engels, nederlands in _WOORDEN:
        tekst = tekst.replace(engels, nederlands)
    return tekst


def voer_uit(  # noqa: PLR0911 - one for every way to end
    app: typer.Typer, argumenten: Sequence[str] | None = None
) -> int:
    """Run the program and return its exit code; says on stderr what went wrong."""
    bereid_voor()
    try:
        uitkomst = app(args=argumenten, prog_name="uitvoeringsplan", standalone_mode=False)
    except (OnderbrokenError, AfgebrokenError) as fout:
        _zeg(str(fout))  # the window may be gone, and with it everyone to tell
        return 128 + fout.signaal
    except UitvoeringsplanError as fout:
        _zeg(str(fout))
        return GEBRUIK if isinstance(fout, GebruikError) else INVOER
    except (KeyboardInterrupt, typer.Abort):
        _zeg("Gestopt.")
        return ONDERBROKEN
    except UitgangDichtError:
        return _uitgang_dicht()
    except Exception as fout:  # noqa: BLE001 - the one place that may: it becomes a report
        if hasattr(fout, "format_message"):
            return _verkeerd_gebruik(fout)
        return _bug(fout)
    return uitkomst if isinstance(uitkomst, int) else KLAAR


def _zegger() -> Callable[[Leesmelding], None]:
    """Return what says each remark about a file once, however often the file is read."""
    gezegd: set[str] = set()

    def zeg_het(melding: Leesmelding) -> None:
        tekst = f"Let op: {melding}"
        if tekst not in gezegd:
            gezegd.add(tekst)
            _zeg(tekst)

    return zeg_het


def _uitgang_dicht() -> int:
    sluit_af()
    _zeg(
        "De uitvoer kan nergens meer heen: het programma dat haar las is gestopt, of de schijf is"
        " vol. Wat er daarna nog te doen was, is niet gedaan."
    )
    return INVOER


def _zeg(tekst: str) -> None:
    zeg(tekst, err=True)


def _verkeerd_gebruik(fout: Any) -> int:
    """Say in Dutch what Typer could not make sense of."""
    context = getattr(fout, "ctx", None)
    if type(fout).__name__ == "NoArgsIsHelpError":
        _zeg(fout.format_message())
        return GEBRUIK
    melding = fout.format_message()
    for patroon, nederlands in _MELDINGEN:
        if gevonden := re.fullmatch(patroon, melding):
            melding = nederlands.format(*gevonden.groups())
            break
    if melding.startswith("de opdracht") and context is not None:
        melding += bedoel_je(gevonden[1] if gevonden else "", context.command.commands)
    if mogelijk := getattr(fout, "possibilities", None):
        melding += f" Bedoel je {' of '.join(sorted(mogelijk))}?"
    elif melding.startswith("de optie -") and any(
        param.name == "tekst" for param in getattr(getattr(context, "command", None), "params", ())
    ):
        melding += " Is het een tekst? Zet er dan een los -- voor."
    opdracht = context.command_path if context is not None else "uitvoeringsplan"
    _zeg(f"{opdracht}: {melding}\nMet `{opdracht} --help` zie je wat er kan.")
    return GEBRUIK


def _bug(fout: Exception) -> int:
    """Put the traceback in a file that can be sent to us."""
    import tempfile  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    verslag = "".join(traceback.format_exception(fout))
    regels = f"uitvoeringsplan {__version__}, Python {sys.version}, {sys.platform}\n\n{verslag}"
    with tempfile.NamedTemporaryFile(
        "w", prefix="uitvoeringsplan-fout-", suffix=".txt", encoding="utf-8", delete=False
    ) as bestand:
        bestand.write(regels)
    _zeg(
        f"Er ging iets mis wat niet aan jou ligt ({type(fout).__name__}).\n"
        f"Wat er gebeurde staat in {bestand.name}. Stuur dat bestand naar de makers. Kijk eerst of"
        " er tekst in staat die geheim moet blijven."
    )
    return BUG


def met_kleur() -> bool:
    """Whether standard output shows colours, and the user wants them."""
    return _is_scherm(sys.stdout) and not os.environ.get("NO_COLOR")


def is_terminal() -> bool:
    """Whether there is someone to ask: a keyboard and a screen, both not redirected."""
    return _is_scherm(sys.stdin) and _is_scherm(sys.stdout)


def vereis_terminal(opdracht: str) -> None:
    """Raise GebruikError, naming what to use instead, when nobody can be asked anything."""
    if not is_terminal():
        raise GebruikError(
            f"Hier is geen terminal om vragen in te stellen. Gebruik in een script `{opdracht}`."
        )


def _is_scherm(stroom: TextIO | None) -> bool:
    return stroom is not None and not stroom.closed and stroom.isatty()
