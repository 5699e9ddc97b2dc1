"""A document with other words in a part, as if another program saved it."""

from __future__ import annotations

from uitvoeringsplan.ooxml.package import Package, deflated, load_package, write_package

DOCUMENT = "word/document.xml"


def edited(data: bytes, otherwise: dict[str, bytes]) -> bytes:
    """Return a document with other parts in the place of those of the same name."""
    package = load_package(data, "x")
    members = package.members | {name: deflated(name, new) for name, new in otherwise.items()}
    return write_package(list(members.values()))


def content(data: bytes, name: str = DOCUMENT) -> bytes:
    package: Package = load_package(data, "x")
    return package.content(name)


def replace(data: bytes, old: str, new: str, name: str = DOCUMENT) -> bytes:
    """Return a document in which the first of some words are others."""
    was = content(data, name)
    assert was.count(old.encode()) >= 1
    return edited(data, {name: was.replace(old.encode(), new.encode(), 1)})
