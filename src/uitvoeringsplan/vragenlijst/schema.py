"""What may stand in a file of ours, as data: the keys of a group, which it needs, how each is read.

A schema says of every key what reads it and what it becomes; a `Reader` goes by it, and gives the
place of every mistake. Adding a key is a line in a schema. What a key that is not there means is
for the class that gets the values: its defaults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from uitvoeringsplan.errors import bedoel_je
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from uitvoeringsplan.files.file_reading import SourceText

    Read = Callable[[Any, MappingNode, str], Any]
    Schema = Mapping[str, "Key"]

T = TypeVar("T")


class Key(NamedTuple):
    """A key of a group; `read` gets the reader, the group and the key, when that is there.

    `field` is what the value is called afterwards, when that is not the key itself.
    """

    read: Read
    is_needed: bool = False
    field: str = ""


class Reader:
    """Reads the groups of one file."""

    def __init__(self, bron: SourceText) -> None:
        self.bron = bron

    def read(self, kaart: MappingNode, schema: Schema) -> dict[str, Any]:
        """Return the values that a group has, by the names of their fields."""
        for naam, (sleutel, _) in kaart.paren.items():
            if naam not in schema:
                raise self.bron.error_at(
                    f"de sleutel “{naam}” bestaat hier niet.{bedoel_je(naam, schema)}", sleutel
                )
        for naam, key in schema.items():
            if key.is_needed and not self.text(kaart, naam):
                raise self.bron.error_at(f"hier ontbreekt de sleutel “{naam}”.", kaart)
        return {
            key.field or naam: key.read(self, kaart, naam)
            for naam, key in schema.items()
            if naam in kaart.paren
        }

    def text(self, kaart: MappingNode, sleutel: str) -> str:
        """Return a text of one or more lines."""
        paar = kaart.paren.get(sleutel)
        return self.as_text(paar[1]) if paar else ""

    def line(self, kaart: MappingNode, sleutel: str) -> str:
        """Return a text on one line."""
        return one_line(self.text(kaart, sleutel))

    def choice(self, kaart: MappingNode, sleutel: str, mag: Iterable[str], standaard: str) -> str:
        """Return one of these words."""
        mag = list(mag)
        waarde = self.text(kaart, sleutel) or standaard
        if waarde not in mag:
            raise self.bron.error_at(
                f"“{waarde}” kan niet bij `{sleutel}`; kies uit {', '.join(filter(None, mag))}."
                f"{bedoel_je(waarde, mag)}",
                kaart.paren[sleutel][1],
            )
        return waarde

    def yes(self, kaart: MappingNode, sleutel: str) -> bool:
        """Return whether it says `ja`; nothing means `nee`."""
        return self.choice(kaart, sleutel, ("ja", "nee"), "nee") == "ja"

    def yes_by_default(self, kaart: MappingNode, sleutel: str) -> bool:
        """Return whether it says `ja`, or nothing."""
        return self.choice(kaart, sleutel, ("ja", "nee"), "ja") == "ja"

    def whole(self, kaart: MappingNode, sleutel: str) -> int | None:
        """Return a whole number, None when it is not there."""
        tekst = self.text(kaart, sleutel)
        if tekst and not re.fullmatch(r"-?\d{1,9}", tekst):
            raise self.bron.error_at(
                f"`{sleutel}` moet een heel getal zijn.", kaart.paren[sleutel][1]
            )
        return int(tekst) if tekst else None

    def group(self, kaart: MappingNode, sleutel: str) -> MappingNode:
        """Return the group under a key."""
        knoop = kaart.paren[sleutel][1]
        return (
            MappingNode({}, kaart.regel, kaart.kolom) if _is_empty(knoop) else self.as_group(knoop)
        )

    def each(self, kaart: MappingNode, sleutel: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """Return what `read` makes of every part of a list."""
        knoop = kaart.paren[sleutel][1]
        if _is_empty(knoop):
            return ()
        if not isinstance(knoop, SequenceNode):
            raise self.bron.error_at(
                f"onder `{sleutel}` hoort een lijst: elk deel op een regel met een streepje ervoor,"
                " of tussen [ en ].",
                knoop,
            )
        return tuple(read(deel) for deel in knoop.delen)

    def as_text(self, knoop: Node) -> str:
        """Return the cleaned text of a node."""
        if not isinstance(knoop, ScalarNode):
            raise self.bron.error_at("hier hoort een tekst, geen lijst of groep.", knoop)
        return clean(knoop.tekst)

    def as_line(self, knoop: Node) -> str:
        """Return the text of a node on one line."""
        return one_line(self.as_text(knoop))

    def as_group(self, knoop: Node) -> MappingNode:
        """Return a node as the group that it is."""
        if not isinstance(knoop, MappingNode):
            raise self.bron.error_at("hier hoort een groep van sleutels met waarden.", knoop)
        return knoop


def one_of(names: Callable[[], Iterable[str]], make: Callable[[str], Any], default: str) -> Read:
    """Return what reads one of these words and makes something of it."""
    return lambda reader, kaart, key: make(reader.choice(kaart, key, names(), default))


def each(read: Callable[[Any, Node], Any]) -> Read:
    """Return what reads a list, and every part of it with this method."""
    return lambda reader, kaart, key: reader.each(kaart, key, lambda knoop: read(reader, knoop))


def within(schema: Schema) -> Read:
    """Return what reads a group by a schema, as the values by their fields."""
    return lambda reader, kaart, key: reader.read(reader.group(kaart, key), schema)


def _is_empty(knoop: Node) -> bool:
    return isinstance(knoop, ScalarNode) and not knoop.tekst
