"""What of a document must come back as it was made: its parts, the words outside the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, REL_NOTES, TYPES
from uitvoeringsplan.ooxml.relationships import load_relationships
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.fixed.fingerprints import as_properties, encode
from uitvoeringsplan.word.fixed.words import read_part_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from uitvoeringsplan.ooxml.package import Member, Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

#: The kinds of fixed text, as the properties name them.
TEKST, KOPTEKST, VOETTEKST, NOOT = "tekst", "kop", "voet", "noot"
VAK, BESCHRIJVING, BEELD = "vak", "alt", "beeld"
_KINDS = {REL_HEADER: KOPTEKST, REL_FOOTER: VOETTEKST, **dict.fromkeys(REL_NOTES, NOOT)}
_PICTURES = (
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp",
)  # fmt: skip
_DOC_PROPS = "docProps/"  # a thumbnail of the first page stands there


def fixed_properties(
    package: Package, document: str, tags: Collection[str], roots: Mapping[str, Element]
) -> dict[str, str]:
    """Return the properties that tell later what stood outside the answers.

    `tags` are those of the controls for answers; `roots` are the trees of parts that are at hand.
    """
    kinds: dict[str, dict[str, None] | list[str]] = {TEKST: []}
    boxes: list[str] = []
    beschrijvingen: list[str] = []
    for name, kind in text_parts(load_relationships(package, document), document, package.leden):
        root = roots.get(name)
        if root is None:
            root = parse(package.inhoud(name), name, package.pad)
        read = read_part_tree(root, tags)
        kinds[kind] = [*kinds.get(kind, ()), *map(encode, read.sentences)]
        boxes += map(encode, read.boxes)
        beschrijvingen += map(encode, read.descriptions)
    kinds |= {VAK: boxes, BESCHRIJVING: beschrijvingen, BEELD: pictures(package.leden)}
    once = (KOPTEKST, VOETTEKST, NOOT, VAK, BESCHRIJVING)  # these have no order
    return as_properties(
        {kind: sorted(set(een)) if kind in once else een for kind, een in kinds.items()}
    )


def text_parts(
    relationships: Iterable[Relationship], document: str, leden: Collection[str]
) -> list[tuple[str, str]]:
    """Return the parts with text of their own and what kind they are, the main part first."""
    parts = {document: TEKST}
    for relationship in relationships:
        if relationship.soort in _KINDS and not relationship.extern and relationship.doel in leden:
            parts.setdefault(relationship.doel, _KINDS[relationship.soort])
    return list(parts.items())


def pictures(leden: Mapping[str, Member]) -> list[str]:
    """Return a checksum of every picture in a package, each once."""
    crcs = {
        lid.crc
        for name, lid in leden.items()
        if name.lower().endswith(_PICTURES) and not name.startswith(_DOC_PROPS)
    }
    return [f"{crc:08x}" for crc in sorted(crcs)]


def parts_checksum(leden: Mapping[str, Member], apart: Collection[str]) -> str:
    """Return one checksum of all parts, without those in `apart` and the lists of the package.

    Those are the properties, which hold it themselves.
    """
    lijsten = (TYPES, "_rels/.rels", *apart)
    lines = sorted(f"{name} {lid.crc:08x}\n" for name, lid in leden.items() if name not in lijsten)
    return f"{crc32(''.join(lines).encode()):08x}"
