"""All rules over one Word file."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.access_rules import ACCESS_RULES, COLOUR_RULES
from uitvoeringsplan.checks.control_rules import CONTROL_RULES
from uitvoeringsplan.checks.package_rules import PACKAGE_RULES
from uitvoeringsplan.checks.word_parts import read_word_file
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.ooxml.package import load_package

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from uitvoeringsplan.checks.word_parts import WordFile
    from uitvoeringsplan.ooxml.package import Package

UNREADABLE_FILE = "onleesbaar"
DOUBLE_PART = "dubbel-onderdeel"

#: The functions that look, by the stable id of their rule.
WORD_RULES: dict[str, Callable[[WordFile], Iterator[Bevinding]]] = {
    **PACKAGE_RULES,
    **CONTROL_RULES,
    **ACCESS_RULES,
    **COLOUR_RULES,
}


def check_docx(data: bytes, path: str) -> list[Bevinding]:
    """Return everything that is wrong with a Word file, in the order of the rules.

    A file that cannot be read gives one finding; `path` names it there.
    """
    if double := _double_parts(_names(data), path):
        return double
    try:
        package = load_package(data, path)
    except SjabloonError as error:
        return [_unreadable(error, path)]
    return check_package(package, ())


def check_package(package: Package, filled: Collection[str]) -> list[Bevinding]:
    """Return everything that is wrong with a package.

    `filled` are the parts that no other document has; what is in the others is read once.
    """
    if double := _double_parts(package.members, package.path):
        return double
    try:
        file = read_word_file(package, filled)
    except SjabloonError as error:
        return [_unreadable(error, package.path)]
    return [
        found._replace(rule_id=rule_id)
        for rule_id, look in WORD_RULES.items()
        for found in look(file)
    ]


def _unreadable(error: SjabloonError, path: str) -> Bevinding:
    said = str(error).removeprefix(f"{path}: ")
    return Bevinding(Ernst.FOUT, said, place=path, rule_id=UNREADABLE_FILE)


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []  # the reader says what is wrong with it


def _double_parts(names: Iterable[str], path: str) -> list[Bevinding]:
    """Return the parts that are in the package twice: which one counts differs per program.

    The reader of templates refuses such a file at the first one; here they are all named.
    Source: ECMA-376-2 (Open Packaging Conventions), part names are unique, capitals aside.
    """
    counted = Counter(name.lower() for name in names)
    return [
        Bevinding(
            Ernst.FOUT,
            f"het onderdeel {name} zit {count} keer in het pakket.",
            place=path,
            rule_id=DOUBLE_PART,
        )
        for name, count in counted.items()
        if count > 1
    ]
