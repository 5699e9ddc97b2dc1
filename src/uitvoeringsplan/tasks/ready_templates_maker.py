"""Writes down which shipped templates need no preparing, and what there is to know of them.

That is done when the wheel is built, and in tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.vragenlijst.python_code import write_code, write_imports
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.sjabloon.inventory import take_inventory
from uitvoeringsplan.word.sjabloon.preparing import digest, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def make_module(paths: Iterable[Path] | None = None) -> str:
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
