"""Writes down what a question set says as Python, when the wheel is built and in tests."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.vragenlijst.question_set_reader import parse_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import digest

if TYPE_CHECKING:
    from pathlib import Path


def make_module(pad: Path | None = None) -> str:
    """Return the source of a module with the `DIGEST` of a question set, and `load` to get it.

    By default it is the shipped one.
    """
    pad = pad or find_vragen()
    data = lees_bytes(pad)
    names = {"re": "", "TYPES": "uitvoeringsplan.model.types.registry"}
    code = _code(parse_vragenlijst(data, pad), names)
    imports = (f"from {module} import {name}" for name, module in sorted(names.items()) if module)
    return (
        f'"""What {pad.name} says."""\n\nimport re\n\n'
        + "\n".join(imports)
        + f"\n\nDIGEST = {digest(data)!r}\n\n\ndef load():\n    return {code}\n"
    )


def _code(value: Any, names: dict[str, str]) -> str:
    """Return the Python that makes a value; `names` gets what that has to import."""
    if isinstance(value, VraagType):
        return f"TYPES[{value.name!r}]"
    if isinstance(value, re.Pattern):
        return f"re.compile({value.pattern!r}, {value.flags})"
    if isinstance(value, Enum):
        names[type(value).__name__] = type(value).__module__
        return str(f"{type(value).__name__}.{value.name}")
    if is_dataclass(value) or hasattr(value, "_fields"):
        names[type(value).__name__] = type(value).__module__
        given = ((name, getattr(value, name), default) for name, default in _fields(value))
        parts = (f"{name}={_code(part, names)}" for name, part, default in given if part != default)
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, tuple):
        return f"({''.join(f'{_code(part, names)}, ' for part in value)})"
    return repr(value)


def _fields(value: Any) -> list[tuple[str, Any]]:
    """Return the fields of a value with what each is when it is not given."""
    if is_dataclass(value):
        return [(field.name, field.default) for field in fields(value)]
    return [(name, value._field_defaults.get(name, MISSING)) for name in value._fields]
