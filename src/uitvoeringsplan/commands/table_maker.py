"""Makes the table of commands from what Typer declares, when the wheel is built and in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.main import get_command

from uitvoeringsplan.commands.table import COMMANDS, FLAG, GROUPS, PATH, TEXT
from uitvoeringsplan.commands.with_typer import app

if TYPE_CHECKING:
    from uitvoeringsplan.commands.help import Page
    from uitvoeringsplan.commands.table import Entry, Param, Table

_KINDS = {"str": TEXT, "choice": TEXT, "path": PATH, "boolean": FLAG}


def make_module() -> str:
    """Return the module that `table.load_table` loads."""
    return f'"""What Typer declares."""\n\nREADY = {make_table()!r}\n'


def make_table() -> Table:
    """Return what may be known of every command without Typer.

    Raises ValueError for a parameter of a kind that the table does not know.
    """
    program: Any = get_command(app)
    context = program.make_context("uitvoeringsplan", [], resilient_parsing=True)
    table: dict[str, Entry] = {"": (_page(program, context), (), {})}
    for group in GROUPS:
        table[group] = (_page(*_find(program, context, group)), (), {})
    for name in COMMANDS:
        command, own = _find(program, context, name)
        table[name] = (
            _page(command, own),
            tuple(_param(p) for p in command.params if p.param_type_name == "argument"),
            {
                opt: _param(p)
                for p in command.params
                if p.param_type_name == "option"
                for opt in p.opts
            },
        )
    return table


def _find(group: Any, context: Any, name: str) -> tuple[Any, Any]:
    """Return a command with its context, also when it stands in a group."""
    first, _, rest = name.partition(" ")
    command = group.get_command(context, first)
    own = command.context_class(command, parent=context, info_name=first)
    return _find(command, own, rest) if rest else (command, own)


def _page(command: Any, context: Any) -> Page:
    recorder = context.make_formatter()
    command.format_help(context, recorder)
    return tuple(recorder.blocks)


def _param(param: Any) -> Param:
    kind = _KINDS.get(param.type.name)
    is_many = param.nargs == -1 or getattr(param, "multiple", False)
    surprises = [
        param.nargs not in (1, -1),
        bool(getattr(param, "is_flag", False)) != (kind == FLAG),
        *(getattr(param, what) for what in ("secondary_opts", "callback", "envvar", "is_eager")),
        *(getattr(param.type, what, False) for what in ("exists", "readable", "resolve_path")),
    ]
    if kind is None or any(surprises):
        raise ValueError(f"{param.name}: the table of commands cannot say this")
    return param.name, kind, is_many, param.required, tuple(getattr(param.type, "choices", ()))
