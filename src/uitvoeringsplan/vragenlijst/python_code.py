"""Values written down as the Python that makes them, for what is made ready with the wheel."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.model.vraag import VraagType

if TYPE_CHECKING:
    from collections.abc import Mapping


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
