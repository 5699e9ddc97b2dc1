"""How the parts of a package find each other, and what type each of them has."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_DOCUMENT, REL_DOCUMENT_STRICT, RELATIONSHIPS, TYPES
from uitvoeringsplan.ooxml.tree import STRICT, new_in, parse, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element


class Relationship(NamedTuple):
    """One relationship; `doel` is a part name, or an address when `extern`."""

    id: str
    soort: str
    doel: str
    extern: bool


def relationships_part(deel: str) -> str:
    """Return the name of the part with the relationships of `deel` (empty: of the package)."""
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def load_relationships(pakket: Package, deel: str) -> list[Relationship]:
    """Return the relationships of a part; none when it has no such file."""
    naam = relationships_part(deel)
    if naam not in pakket.leden:
        return []
    return list(read_relationships(pakket.inhoud(naam), deel, pakket.pad))


@lru_cache(maxsize=32)  # opening a template asks for some of them ten times
def read_relationships(data: bytes, deel: str, pad: str) -> tuple[Relationship, ...]:
    """Return the relationships that a file with those of `deel` holds."""
    uit = []
    for element in parse(data, relationships_part(deel), pad):
        extern = element.get("TargetMode") == "External"
        doel = element.get("Target", "")
        if not extern:
            doel = posixpath.normpath(posixpath.join("/", posixpath.dirname(deel), doel))[1:]
        uit.append(Relationship(element.get("Id", ""), element.get("Type", ""), doel, extern))
    return tuple(uit)


def main_part(pakket: Package) -> str:
    """Return the name of the main part; raises SjabloonError when there is none."""
    for relatie in load_relationships(pakket, ""):
        if relatie.soort == REL_DOCUMENT_STRICT:
            raise SjabloonError(pakket.pad, f"dit bestand {STRICT}")
        if relatie.soort == REL_DOCUMENT and relatie.doel in pakket.leden:
            return relatie.doel
    raise SjabloonError(
        pakket.pad, "dit is geen Word-document: het hoofdonderdeel ontbreekt. Kies een .docx uit"
        " Word."
    )  # fmt: skip


def with_relationships(oud: bytes | None, nieuw: list[tuple[str, str, str, bool]]) -> bytes:
    """Return a relationships file with (id, type, target, external) added at the end."""
    root = new_in(RELATIONSHIPS, "Relationships") if oud is None else parse(oud, "relaties", "")
    for id_, soort, doel, extern in nieuw:
        mode = {"TargetMode": "External"} if extern else {}
        attributes = {"Id": id_, "Type": soort, "Target": doel, **mode}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
    return write(root)


def free_id(relaties: bytes | None, begin: str) -> str:
    """Return an id that begins so, of which no relationship has the beginning."""
    while relaties and f'"{begin}'.encode() in relaties:
        begin += "_"
    return begin


def with_content_type(xml: bytes, deel: str, soort: str) -> bytes:
    """Return [Content_Types].xml with an override for `deel` in it."""
    root = parse(xml, TYPES, "")
    if any(type_.get("PartName") == f"/{deel}" for type_ in root):
        return xml
    root.append(new_in(_namespace(root), "Override", PartName=f"/{deel}", ContentType=soort))
    return write(root)


def with_default_type(xml: bytes, ending: str, soort: str) -> bytes:
    """Return [Content_Types].xml with a default for names with this ending in it."""
    root = parse(xml, TYPES, "")
    if any(type_.get("Extension", "").lower() == ending for type_ in root):
        return xml
    # Defaults stand before the overrides.
    root.insert(0, new_in(_namespace(root), "Default", Extension=ending, ContentType=soort))
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
