"""How the parts of a package find each other, and what type each of them has."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_DOCUMENT, REL_DOCUMENT_STRICT, RELATIONSHIPS, TYPES
from uitvoeringsplan.ooxml.tree import STRICT, finder, new_in, parse, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

_pointers = finder("//@r:*")


class Relationship(NamedTuple):
    """One relationship; `target` is a part name, or an address when `extern`."""

    id: str
    kind: str
    target: str
    extern: bool


def relationships_part(part: str) -> str:
    """Return the name of the part with the relationships of `part` (empty: of the package)."""
    map_, name = posixpath.split(part)
    return posixpath.join(map_, "_rels", f"{name}.rels")


def load_relationships(package: Package, part: str) -> list[Relationship]:
    """Return the relationships of a part; none when it has no such file."""
    name = relationships_part(part)
    if name not in package.members:
        return []
    return list(read_relationships(package.content(name), part, package.path))


@lru_cache(maxsize=32)  # opening a template asks for some of them ten times
def read_relationships(data: bytes, part: str, path: str) -> tuple[Relationship, ...]:
    """Return the relationships that a file with those of `part` holds."""
    result = []
    for element in parse(data, relationships_part(part), path):
        extern = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not extern:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))[1:]
        result.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, extern))
    return tuple(result)


def main_part(package: Package) -> str:
    """Return the name of the main part; raises SjabloonError when there is none."""
    for relationship in load_relationships(package, ""):
        if relationship.kind == REL_DOCUMENT_STRICT:
            raise SjabloonError(package.path, f"dit bestand {STRICT}")
        if relationship.kind == REL_DOCUMENT and relationship.target in package.members:
            return relationship.target
    raise SjabloonError(
        package.path, "dit is geen Word-document: het hoofdonderdeel ontbreekt. Kies een .docx uit"
        " Word."
    )  # fmt: skip


def with_relationships(part: str, old: bytes | None, new: Iterable[Relationship]) -> bytes:
    """Return the relationships file of `part` with these added at the end.

    A target in the package is written as seen from the part, as Word does: the format allows one
    from the root too, but not every program finds that.
    """
    root = new_in(RELATIONSHIPS, "Relationships") if old is None else parse(old, "relaties", "")
    for id_, kind, target, extern in new:
        mode = {"TargetMode": "External"} if extern else {}
        seen = target if extern else _seen_from(part, target)
        attributes = {"Id": id_, "Type": kind, "Target": seen, **mode}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
    return write(root)


def _seen_from(part: str, target: str) -> str:
    folder = posixpath.dirname(part)
    return posixpath.relpath(f"/{target}", f"/{folder}")


def free_ids(known: Iterable[Relationship], pointed: Iterable[str] = ()) -> Iterator[str]:
    """Yield ids that none of these relationships of a part has.

    They look as Word's own: any name would do for the format, but not for every program. `pointed`
    are the ids that the part points at (see `pointed_ids`): where one of those has no relationship,
    what points at it must not get ours.
    """
    taken = {*pointed, *(relationship.id for relationship in known)}
    return (id_ for number in count(len(taken) + 1) if (id_ := f"rId{number}") not in taken)


def pointed_ids(root: Element) -> frozenset[str]:
    """Return the ids of relationships that a part points at."""
    return frozenset(_pointers(root))


def with_content_type(xml: bytes, part: str, kind: str) -> bytes:
    """Return [Content_Types].xml with an override for `part` in it."""
    root = parse(xml, TYPES, "")
    if any(type_.get("PartName") == f"/{part}" for type_ in root):
        return xml
    root.append(new_in(_namespace(root), "Override", PartName=f"/{part}", ContentType=kind))
    return write(root)


def with_default_type(xml: bytes, ending: str, kind: str) -> bytes:
    """Return [Content_Types].xml with a default for names with this ending in it."""
    root = parse(xml, TYPES, "")
    if any(type_.get("Extension", "").lower() == ending for type_ in root):
        return xml
    # Defaults stand before the overrides.
    root.insert(0, new_in(_namespace(root), "Default", Extension=ending, ContentType=kind))
    return write(root)


def without_entries(data: bytes, what: str, path: str, goes: Callable[[Element], bool]) -> bytes:
    """Return a list of relationships or types without the entries that go."""
    root = parse(data, what, path)
    for entry in list(root):
        if goes(entry):
            root.remove(entry)
    return write(root)


def _namespace(root: Element) -> str:
    return root.tag[1:].partition("}")[0]
