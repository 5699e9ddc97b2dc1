"""Writes down what a question set says as Python, when the wheel is built and in tests."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import digest

if TYPE_CHECKING:
    from pathlib import Path


def make_module(pad: Path | None = None) -> str:
    """Return the source of a module with the `DIGEST` of a question set, and `load` to get it.

    By default it is the shipped one.
    """
    pad = pad or find_vragen()
    data = load_bytes(pad)
    names = {"re": "", "TYPES": "uitvoeringsplan.model.types"}
    code = _code(read_vragenlijst(data, pad), names)
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
    if hasattr(value, "_fields"):
        names[type(value).__name__] = type(value).__module__
        given = [name for name in value._fields if not _is_default(value, name)]
        parts = (f"{name}={_code(getattr(value, name), names)}" for name in given)
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, tuple):
        return f"({''.join(f'{_code(part, names)}, ' for part in value)})"
    return repr(value)


def _is_default(value: Any, name: str) -> bool:
    defaults = value._field_defaults
    return name in defaults and getattr(value, name) == defaults[name]
