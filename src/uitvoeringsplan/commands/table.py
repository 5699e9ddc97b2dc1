"""Which commands there are, and what may be known of them without loading Typer.

Typer declares what a command takes. When the wheel is built, `table_maker` writes the options and
the help down in `built/command_table.py`. With that a call that is plainly right is read here, in a
fraction of the time that Typer takes to load. Whatever is not plain (a mistake, an option in an
unusual form, Tab) is left to Typer, as is everything in a clone, where there is no such table.
"""

from __future__ import annotations

import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from uitvoeringsplan.commands.help import Page

    # Of a parameter: its name in Python, its kind (one of KINDS), whether it takes more than one,
    # whether it must be there, and what it may be if that is known.
    Param = tuple[str, str, bool, bool, tuple[str, ...]]
    # Of a command: its help, its arguments in order, and its options by what is typed.
    Entry = tuple[Page, tuple[Param, ...], Mapping[str, Param]]
    # Of every command; that of "" holds the help of the program as a whole.
    Table = Mapping[str, Entry]

# Every command in the order of the help, with the function that it is. One of two words is in a
# group, which the first word names.
COMMANDS = {
    "nieuw": "conversing:nieuw",
    "verder": "conversing:verder",
    "antwoord": "answering:antwoord",
    "genereer": "making:genereer",
    "inlezen": "taking_back:inlezen",
    "vergelijk": "comparing:vergelijk",
    "geschiedenis": "comparing:geschiedenis",
    "punt": "answering:punt",
    "status": "reporting:status",
    "controleer": "checking:controleer",
    "sjabloon maak": "form_commands:make_sjabloon",
    "vragen toon": "questions:toon",
    "vragen controleer": "questions:controleer",
    "vragen schema": "questions:schema",
    "git": "git_commands:git",
    "voorbeeld": "making:voorbeeld",
    "als-tekst": "git_commands:als_tekst",
    "voeg-samen": "git_commands:voeg_samen",
}
# What a group is about, for the help.
GROUPS = {
    "sjabloon": "Maak van een Word-formulier een vragenlijst met een sjabloon.",
    "vragen": "Toon een vragenlijst, kijk haar na, of schrijf haar schema.",
}
# What git calls, by the names that it was told.
HIDDEN = ("als-tekst", "voeg-samen")
HELP = ("--help", "-h")
FLAG, TEXT, PATH = KINDS = ("flag", "text", "path")
# Put before what is no option: a noncharacter of Unicode, which no text starts with.
MARK = "\ufdd0"
_TAB = "_UITVOERINGSPLAN_COMPLETE"  # what the shell asks with, when somebody presses Tab
_WINDOWS = frozenset("*?[~$%")  # what a shell there leaves to the program to expand


def load(name: str) -> Callable[..., int]:
    """Return the function of a command; only its module is loaded, and what that needs."""
    module, _, function = COMMANDS[name].partition(":")
    found: Callable[..., int] = getattr(
        import_module(f"uitvoeringsplan.commands.{module}"), function
    )
    return found


def load_table() -> Table | None:
    """Return the table that was made with the wheel; None in a clone, or when Tab asks."""
    if _TAB in os.environ:
        return None
    try:
        built = import_module("uitvoeringsplan.built.command_table")
    except ModuleNotFoundError:
        return None
    table: Table = built.READY
    return table


def find_help(arguments: Sequence[str], table: Table) -> Page | None:
    """Return the help that is asked for; None when these arguments ask for something else."""
    *names, last = arguments or ("",)
    name = " ".join(names)
    if last not in HELP or name.split() != names or name not in table:
        return None
    return table[name][0]


def split_call(arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the command that is called and its arguments; no command: the empty name."""
    for count in (2, 1):
        words = list(arguments[:count])
        name = " ".join(words)
        if name in COMMANDS and name.split(" ") == words:
            return name, arguments[count:]
    return "", arguments


def read_call(arguments: Sequence[str], entry: Entry) -> dict[str, Any] | None:
    """Return the values for the function of a command; None when Typer has to look.

    It has to at anything but arguments and options in their plain form: `--name`, `--name value`
    and `--name=value`, each once.
    """
    _, params, options = entry
    values: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if not _is_plain(argument):
            return None
        if argument[0] != "-" or argument == "-":
            words.append(argument)
        elif not _put_option(values, options, argument, rest):
            return None
    for param in params:
        taken, words = (words, []) if param[2] else (words[:1], words[1:])
        if (param[3] and not taken) or (taken and not _put(values, param, taken)):
            return None
    return None if words else values


def _put_option(
    values: dict[str, Any], options: Mapping[str, Param], argument: str, rest: Iterator[str]
) -> bool:
    """Put what an option says among the values; `rest` holds what comes behind it."""
    option, has_value, value = argument.partition("=")
    param = options.get(option)
    if param is None or (has_value and (param[1] == FLAG or option[:2] != "--")):
        return False
    if param[1] == FLAG:
        values[param[0]] = True
        return True
    if not has_value:
        value = next(rest, "")
    if not _is_plain(value) or (value[0] == "-" and not has_value):
        return False
    return _put(values, param, [value])


def _is_plain(argument: str) -> bool:
    """Whether an argument is what it looks like, here and on Windows."""
    expands = os.name == "nt" and not _WINDOWS.isdisjoint(argument)
    return argument not in ("", "--") and MARK not in argument and not expands


def _put(values: dict[str, Any], param: Param, taken: list[str]) -> bool:
    """Put the value or values of a parameter among the others; False when they cannot be that."""
    name, kind, is_many, _, choices = param
    if (choices and not set(taken) <= set(choices)) or (name in values and not is_many):
        return False
    found: list[Any] = taken
    if kind == PATH:
        from pathlib import Path  # noqa: PLC0415 - who asks for help has none

        found = [Path(text) for text in taken]
    values[name] = [*values.get(name, ()), *found] if is_many else found[0]
    return True
