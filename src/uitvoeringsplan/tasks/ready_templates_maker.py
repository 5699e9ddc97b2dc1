"""Writes down which shipped templates need no preparing, when the wheel is built and in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.sjabloon.preparing import digest, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def make_module(paths: Iterable[Path] | None = None) -> str:
    """Return the source of a module with the `DIGESTS` of templates that preparing leaves alone.

    Without `paths` it is about those that the shipped question set names.
    """
    digests = []
    for path in shipped_templates() if paths is None else paths:
        data = path.read_bytes()
        package = load_package(data, str(path))
        if prepare(package) == (package, ()):
            digests.append(digest(data))
    return f'"""The templates that need no preparing."""\n\nDIGESTS = {tuple(sorted(digests))!r}\n'


def shipped_templates() -> list[Path]:
    """Return the templates of the shipped question set: of the public and the internal document."""
    lijst = load_vragenlijst(find_vragen())
    return [find_sjabloon(part(lijst).sjabloon) for part in (public_part, internal_part)]
