"""A document with other words in a part, as if another program saved it."""

from __future__ import annotations

from uitvoeringsplan.ooxml.package import Package, deflated, load_package, write_package

DOCUMENT = "word/document.xml"


def bewerkt(data: bytes, anders: dict[str, bytes]) -> bytes:
    """Return a document with other parts in the place of those of the same name."""
    pakket = load_package(data, "x")
    leden = pakket.leden | {naam: deflated(naam, nieuw) for naam, nieuw in anders.items()}
    return write_package(list(leden.values()))


def inhoud(data: bytes, naam: str = DOCUMENT) -> bytes:
    pakket: Package = load_package(data, "x")
    return pakket.inhoud(naam)


def vervang(data: bytes, oud: str, nieuw: str, naam: str = DOCUMENT) -> bytes:
    """Return a document in which the first of some words are others."""
    was = inhoud(data, naam)
    assert was.count(oud.encode()) >= 1
    return bewerkt(data, {naam: was.replace(oud.encode(), nieuw.encode(), 1)})
