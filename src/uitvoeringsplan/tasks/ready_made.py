"""What is made ready when the wheel is built, and in tests: question set and templates as Python.

Reading them takes longer than most commands. A module of `built/` has what there is to know of
them, and the digest of the bytes that it was made of.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen
from uitvoeringsplan.model.checksum import digest
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.sjabloon.inventory import take_inventory
from uitvoeringsplan.word.sjabloon.preparing import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_code(value: Any, names: dict[str, str]) -> str:
    """Return the Python that makes a value; `names` gets what that must import, with its module.

    The value is a named tuple, a constant of an Enum, a pattern, a type of question, or anything
    that Python writes down by itself; and tuples and dictionaries of those.
    """
    if isinstance(value, VraagType):
        names["TYPES"] = "uitvoeringsplan.model.types"
        return f"TYPES[{value.name!r}]"
    if isinstance(value, re.Pattern):
        names["re"] = ""
        return f"re.compile({value.pattern!r}, {value.flags})"
    if isinstance(value, Enum):
        names[type(value).__name__] = type(value).__module__
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return _write_tuple(value, names)
    if isinstance(value, dict):
        pairs = (f"{write_code(k, names)}: {write_code(v, names)}" for k, v in value.items())
        return f"{{{', '.join(pairs)}}}"
    return repr(value)


def _write_tuple(value: Any, names: dict[str, str]) -> str:
    if not hasattr(value, "_fields"):
        return f"({''.join(f'{write_code(part, names)}, ' for part in value)})"
    names[type(value).__name__] = type(value).__module__
    given = [name for name in value._fields if not _is_default(value, name)]
    parts = (f"{name}={write_code(getattr(value, name), names)}" for name in given)
    return f"{type(value).__name__}({', '.join(parts)})"


def write_imports(names: Mapping[str, str]) -> str:
    """Return the lines that import what `write_code` wrote down."""
    lines = [
        f"from {module} import {name}" if module else f"import {name}"
        for name, module in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))
    ]
    return "\n".join(lines)


def _is_default(value: Any, name: str) -> bool:
    defaults = value._field_defaults
    return name in defaults and getattr(value, name) == defaults[name]


def make_question_set(path: Path | None = None) -> str:
    """Return the source of a module with the `DIGEST` of a question set, and `load` to get it.

    By default it is the shipped one.
    """
    path = path or find_vragen()
    data = load_bytes(path)
    names: dict[str, str] = {}
    code = write_code(read_vragenlijst(data, path), names)
    return (
        f'"""What {path.name} says."""\n\n{write_imports(names)}\n\n'
        f"DIGEST = {digest(data)!r}\n\n\ndef load():\n    return {code}\n"
    )


def make_ready_templates(paths: Iterable[Path] | None = None) -> str:
    """Return the source of a module with the templates that preparing leaves alone, as `READY`.

    That has the functions that return their inventory, by digest. Without `paths` it is about those
    that the shipped question set names.
    """
    names: dict[str, str] = {}
    ready = {}
    for path in shipped_templates() if paths is None else paths:
        data = path.read_bytes()
        package = load_package(data, str(path))
        if prepare(package) == (package, ()):
            ready[digest(data)] = write_code(take_inventory(package), names)
    entries = "".join(f"    {key!r}: lambda: {code},\n" for key, code in sorted(ready.items()))
    return (
        '"""The templates that need no preparing, and what there is to know of them."""\n\n'
        f"{write_imports(names)}\n\nREADY = {{\n{entries}}}\n"
    )


def shipped_templates() -> list[Path]:
    """Return the templates of the shipped question set: of the public and the internal document."""
    lijst = load_vragenlijst(find_vragen())
    return [find_sjabloon(part(lijst).sjabloon) for part in (public_part, internal_part)]
