"""Telling whether a Word file is still the one that was made here, and with which options it was.

The options are a property of its own, so that whoever looks at it later makes the same document
again, instead of taking an option for a change. Only what differs from a plain run is written:
names and fingerprints, no path and no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import REL_CORE, REL_CUSTOM
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.filling.properties import add_properties, read_custom
from uitvoeringsplan.word.fixed.parts import parts_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.package import Package


_ANTWOORD = "antwoord."


def is_edited_in_word(data: bytes) -> bool:
    """Whether someone saved this file after it was made here, or it was never made here.

    Every program that saves a document writes its parts anew; the checksum of them, which stands
    in the properties, then no longer fits. Older versions of this program wrote only that of the
    main part.
    """
    try:
        package = load_package(data, "")
        own = _properties(package)
        document = package.members[main_part(package)]
        if own.get("document") != f"{document.crc:08x}":
            return True
        apart = (
            r.target for r in load_relationships(package, "") if r.kind in (REL_CUSTOM, REL_CORE)
        )
        nu = parts_checksum(package.members, tuple(apart))
        return own.get("delen", nu) != nu
    except SjabloonError:
        return True


def made_for(data: bytes) -> str:
    """Return the kind of plan that a document was made for; empty when it does not say.

    Raises SjabloonError for what is no Word file.
    """
    return _properties(load_package(data, "")).get("soort", "")


def fingerprints(data: bytes) -> dict[str, str]:
    """Return the fingerprint of every answer that a file was made from, by the id of its question.

    One without an answer has an empty fingerprint. Raises SjabloonError for what is no Word file.
    """
    own = _properties(load_package(data, ""))
    return {
        name.removeprefix(_ANTWOORD): value
        for name, value in own.items()
        if name.startswith(_ANTWOORD)
    }


def _properties(package: Package) -> dict[str, str]:
    name = next((r.target for r in load_relationships(package, "") if r.kind == REL_CUSTOM), "")
    return read_custom(package.content(name)) if name in package.members else {}


_OPTIONS = "opties"


def with_options(data: bytes, options: Mapping[str, str]) -> bytes:
    """Return a document that was just made, with these options in it; without any, as it was."""
    if not options:
        return data
    package = load_package(data, "")
    part = _own_part(package)
    root = parse(package.content(part), part, "")
    add_properties(root, {_OPTIONS: " ".join(f"{name}={value}" for name, value in options.items())})
    return write_package(list(package.with_parts({part: write(root)}).members.values()))


def read_options(data: bytes) -> dict[str, str]:
    """Return the options that a document of ours was made with; raises SjabloonError."""
    package = load_package(data, "")
    part = _own_part(package)
    text = read_custom(package.content(part)).get(_OPTIONS, "") if part in package.members else ""
    pairs = (run.partition("=") for run in text.split())
    return {name: value for name, _, value in pairs}


def _own_part(package: Package) -> str:
    return next((r.target for r in load_relationships(package, "") if r.kind == REL_CUSTOM), "")
