"""What of a document must come back as it was made: its parts, the words outside the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from uitvoeringsplan.ooxml.names import REL_KOPTEKST, REL_NOTEN, REL_VOETTEKST, TYPES
from uitvoeringsplan.ooxml.relationships import lees_relaties
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.fixed.fingerprints import as_properties, encode
from uitvoeringsplan.word.fixed.words import read_part_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from uitvoeringsplan.ooxml.package import Lid, Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.tree import Element

#: The kinds of fixed text, as the properties name them.
TEKST, KOPTEKST, VOETTEKST, NOOT = "tekst", "kop", "voet", "noot"
VAK, BESCHRIJVING, BEELD = "vak", "alt", "beeld"
_SOORTEN = {REL_KOPTEKST: KOPTEKST, REL_VOETTEKST: VOETTEKST, **dict.fromkeys(REL_NOTEN, NOOT)}
_BEELDEN = (
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp",
)  # fmt: skip
_EIGENSCHAPPEN = "docProps/"  # a thumbnail of the first page stands there


def fixed_properties(
    pakket: Pakket, document: str, tags: Collection[str], roots: Mapping[str, Element]
) -> dict[str, str]:
    """Return the properties that tell later what stood outside the answers.

    `tags` are those of the controls for answers; `roots` are the trees of parts that are at hand.
    """
    soorten: dict[str, dict[str, None] | list[str]] = {TEKST: []}
    vakken: list[str] = []
    beschrijvingen: list[str] = []
    for naam, soort in text_parts(lees_relaties(pakket, document), document, pakket.leden):
        root = roots.get(naam)
        if root is None:
            root = parse(pakket.inhoud(naam), naam, pakket.pad)
        read = read_part_tree(root, tags)
        soorten[soort] = [*soorten.get(soort, ()), *map(encode, read.sentences)]
        vakken += map(encode, read.boxes)
        beschrijvingen += map(encode, read.descriptions)
    soorten |= {VAK: vakken, BESCHRIJVING: beschrijvingen, BEELD: pictures(pakket.leden)}
    once = (KOPTEKST, VOETTEKST, NOOT, VAK, BESCHRIJVING)  # these have no order
    return as_properties(
        {soort: sorted(set(een)) if soort in once else een for soort, een in soorten.items()}
    )


def text_parts(
    relaties: Iterable[Relatie], document: str, leden: Collection[str]
) -> list[tuple[str, str]]:
    """Return the parts with text of their own and what kind they are, the main part first."""
    delen = {document: TEKST}
    for relatie in relaties:
        if relatie.soort in _SOORTEN and not relatie.extern and relatie.doel in leden:
            delen.setdefault(relatie.doel, _SOORTEN[relatie.soort])
    return list(delen.items())


def pictures(leden: Mapping[str, Lid]) -> list[str]:
    """Return a checksum of every picture in a package, each once."""
    crcs = {
        lid.crc
        for naam, lid in leden.items()
        if naam.lower().endswith(_BEELDEN) and not naam.startswith(_EIGENSCHAPPEN)
    }
    return [f"{crc:08x}" for crc in sorted(crcs)]


def parts_checksum(leden: Mapping[str, Lid], apart: Collection[str]) -> str:
    """Return one checksum of all parts, without those in `apart` and the lists of the package.

    Those are the properties, which hold it themselves.
    """
    lijsten = (TYPES, "_rels/.rels", *apart)
    regels = sorted(f"{naam} {lid.crc:08x}\n" for naam, lid in leden.items() if naam not in lijsten)
    return f"{crc32(''.join(regels).encode()):08x}"
