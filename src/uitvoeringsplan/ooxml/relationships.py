"""Relationships: how the parts of a package find each other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import (
    REL_DOCUMENT,
    REL_DOCUMENT_STRIKT,
    RELATIES,
    XML_KOP,
    waarde_xml,
)
from uitvoeringsplan.ooxml.scan import STRIKT, achteraan, tast_af

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket


class Relatie(NamedTuple):
    """One relationship; `doel` is a part name, or an address when `extern`."""

    id: str
    soort: str
    doel: str
    extern: bool


def relatiedeel(deel: str) -> str:
    """Return the name of the part with the relationships of `deel` (empty: of the package)."""
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def lees_relaties(pakket: Pakket, deel: str) -> list[Relatie]:
    """Return the relationships of a part; none when it has no such file."""
    naam = relatiedeel(deel)
    if naam not in pakket.leden:
        return []
    return lees_relatiedata(pakket.inhoud(naam), deel, pakket.pad)


def lees_relatiedata(data: bytes, deel: str, pad: str) -> list[Relatie]:
    """Return the relationships that a file with those of `deel` holds."""
    afdruk = tast_af(data, relatiedeel(deel), pad)
    uit = []
    for element in afdruk.wortel.kinderen:
        extern = element.attributen.get("TargetMode") == "External"
        doel = element.attributen.get("Target", "")
        if not extern:
            doel = posixpath.normpath(posixpath.join("/", posixpath.dirname(deel), doel))[1:]
        uit.append(
            Relatie(
                element.attributen.get("Id", ""), element.attributen.get("Type", ""), doel, extern
            )
        )
    return uit


def hoofddocument(pakket: Pakket) -> str:
    """Return the name of the main part; raises SjabloonError when there is none."""
    for relatie in lees_relaties(pakket, ""):
        if relatie.soort == REL_DOCUMENT_STRIKT:
            raise SjabloonError(pakket.pad, f"dit bestand {STRIKT}")
        if relatie.soort == REL_DOCUMENT and relatie.doel in pakket.leden:
            return relatie.doel
    raise SjabloonError(
        pakket.pad, "dit is geen Word-document: het hoofdonderdeel ontbreekt. Kies een .docx uit"
        " Word."
    )  # fmt: skip


def met_relaties(oud: bytes | None, nieuw: list[tuple[str, str, str, bool]]) -> bytes:
    """Return a relationships file with (id, type, target, external) added at the end."""

    def regels(prefix: str) -> str:
        return "".join(
            f'<{prefix}Relationship Id="{id_}" Type="{soort}" Target="{waarde_xml(doel)}"'
            f"{' TargetMode=' + chr(34) + 'External' + chr(34) if extern else ''}/>"
            for id_, soort, doel, extern in nieuw
        )

    leeg = XML_KOP + f'<Relationships xmlns="{RELATIES}"/>'.encode()
    return achteraan(leeg if oud is None else oud, regels)
