"""Pictures that a document was not made with, each with its place, and those that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import FixedChange, FixedDifference
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, REL_NOTES, R
from uitvoeringsplan.ooxml.relationships import load_relationships
from uitvoeringsplan.ooxml.tree import attributes, parse
from uitvoeringsplan.word.fixed.parts import pictures
from uitvoeringsplan.word.returned.fixed_order import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

_GONE = (
    "Een afbeelding is weg of vervangen, of door een ander programma opnieuw opgeslagen. Dat is van"
    " buiten niet te zien: kijk zelf."
)
_SOMEWHERE = "Er staat een afbeelding in die er niet was."
_MARGINS = {
    **dict.fromkeys(REL_NOTES, "de voetnoten en eindnoten"),
    REL_HEADER: "de koptekst",
    REL_FOOTER: "de voettekst",
}
_ID = f"{{{R}}}"


class Place(NamedTuple):
    """Where a paragraph stands: the heading above it, and the question nearest to it."""

    name: str
    where: str
    vraag_id: str


def compare_pictures(
    inner: LetIn,
    paragraphs: Iterable[PlacedParagraph],
    place_of: Callable[[int], Place],
    then: Collection[str],
) -> Iterator[FixedDifference]:
    """Yield the pictures that are new, each with its place, and whether one is gone.

    `then` are the checksums of those that the document was made with; `place_of` gives the place of
    the paragraph with a number.
    """
    members = inner.package.members
    now = pictures(members)
    new = {
        name
        for name, member in members.items()
        if f"{member.crc:08x}" in now and f"{member.crc:08x}" not in then
    }
    if new:
        found = [*_in_document(inner, paragraphs, place_of, new), *_in_margins(inner, new)]
        yield from dict.fromkeys(found) or [FixedDifference(_SOMEWHERE, FixedChange.PICTURE)]
    if not set(now).issuperset(then):
        yield FixedDifference(_GONE, FixedChange.PICTURE)


def _in_document(
    inner: LetIn,
    paragraphs: Iterable[PlacedParagraph],
    place_of: Callable[[int], Place],
    new: Collection[str],
) -> Iterator[FixedDifference]:
    ids = _ids(inner, inner.document, new)
    for number, line in enumerate(paragraphs) if ids else ():
        if any(_shows(item.element, ids) for item in line.items):
            place = place_of(number)
            message = f"{place.name} staat een afbeelding die er niet was"
            words = _alternative(item.element for item in line.items)
            yield FixedDifference(
                _with_words(message, words), FixedChange.PICTURE, place.where, words, place.vraag_id
            )


def _in_margins(inner: LetIn, new: Collection[str]) -> Iterator[FixedDifference]:
    for kind, where in _MARGINS.items():
        for part in inner.parts(kind):
            if ids := _ids(inner, part, new):
                root = parse(inner.package.content(part), part, inner.package.path)
                if _shows(root, ids):
                    words = _alternative([root])
                    message = f"In {where} staat een afbeelding die er niet was"
                    yield FixedDifference(
                        _with_words(message, words), FixedChange.PICTURE, where, words
                    )


def _ids(inner: LetIn, part: str, new: Collection[str]) -> set[str]:
    return {one.id for one in load_relationships(inner.package, part) if one.target in new}


def _shows(thing: Element, ids: Collection[str]) -> bool:
    return any(
        value in ids
        for element in thing.iter()
        for name, value in attributes(element)
        if name.startswith(_ID)
    )


def _alternative(things: Iterable[Element]) -> str:
    """Return what is said of pictures for who cannot see them."""
    said = (element.get("descr", "") for thing in things for element in thing.iter())
    return " … ".join(dict.fromkeys(filter(None, said)))


def _with_words(message: str, words: str) -> str:
    return f"{message}, met de beschrijving {quote(words)}" if words else f"{message}."
