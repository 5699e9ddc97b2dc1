"""What may stand in a file of ours, as data: the keys of a group, which it needs, how each is read.

A schema says of every key what reads it and what it becomes; a `Reader` goes by it, and gives the
place of every mistake. Adding a key is a line in a schema. What a key that is not there means is
for the class that gets the values: its defaults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from uitvoeringsplan.errors import did_you_mean
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

    `field` is what the value is called afterwards, when that is not the key itself. `meaning` is
    what an editor says of the key to who writes the file by hand.
    """

    read: Read
    is_needed: bool = False
    field: str = ""
    meaning: str = ""


class Reader:
    """Reads the groups of one file."""

    def __init__(self, source: SourceText) -> None:
        self.source = source

    def read(self, mapping: MappingNode, schema: Schema) -> dict[str, Any]:
        """Return the values that a group has, by the names of their fields."""
        for name, (key_node, _) in mapping.pairs.items():
            if name not in schema:
                raise self.source.error_at(
                    f"de sleutel “{name}” bestaat hier niet.{did_you_mean(name, schema)}", key_node
                )
        for name, key in schema.items():
            if key.is_needed and not self.text(mapping, name):
                raise self.source.error_at(f"hier ontbreekt de sleutel “{name}”.", mapping)
        return {
            key.field or name: key.read(self, mapping, name)
            for name, key in schema.items()
            if name in mapping.pairs
        }

    def text(self, mapping: MappingNode, key: str) -> str:
        """Return a text of one or more lines."""
        pair = mapping.pairs.get(key)
        return self.as_text(pair[1]) if pair else ""

    def line(self, mapping: MappingNode, key: str) -> str:
        """Return a text on one line."""
        return one_line(self.text(mapping, key))

    def choice(self, mapping: MappingNode, key: str, allowed: Iterable[str], standaard: str) -> str:
        """Return one of these words."""
        allowed = list(allowed)
        value = self.text(mapping, key) or standaard
        if value not in allowed:
            raise self.source.error_at(
                f"“{value}” kan niet bij `{key}`; kies uit {', '.join(filter(None, allowed))}."
                f"{did_you_mean(value, allowed)}",
                mapping.pairs[key][1],
            )
        return value

    def yes(self, mapping: MappingNode, key: str) -> bool:
        """Return whether it says `ja`; nothing means `nee`."""
        return self.choice(mapping, key, ("ja", "nee"), "nee") == "ja"

    def yes_by_default(self, mapping: MappingNode, key: str) -> bool:
        """Return whether it says `ja`, or nothing."""
        return self.choice(mapping, key, ("ja", "nee"), "ja") == "ja"

    def whole(self, mapping: MappingNode, key: str) -> int | None:
        """Return a whole number, None when it is not there."""
        text = self.text(mapping, key)
        if text and not re.fullmatch(r"-?\d{1,9}", text):
            raise self.source.error_at(f"`{key}` moet een heel getal zijn.", mapping.pairs[key][1])
        return int(text) if text else None

    def group(self, mapping: MappingNode, key: str) -> MappingNode:
        """Return the group under a key."""
        node = mapping.pairs[key][1]
        return (
            MappingNode({}, mapping.line, mapping.column)
            if _is_empty(node)
            else self.as_group(node)
        )

    def each(self, mapping: MappingNode, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """Return what `read` makes of every part of a list."""
        node = mapping.pairs[key][1]
        if _is_empty(node):
            return ()
        if not isinstance(node, SequenceNode):
            raise self.source.error_at(
                f"onder `{key}` hoort een lijst: elk deel op een regel met een streepje ervoor,"
                " of tussen [ en ].",
                node,
            )
        return tuple(read(part) for part in node.parts)

    def as_text(self, node: Node) -> str:
        """Return the cleaned text of a node."""
        if not isinstance(node, ScalarNode):
            raise self.source.error_at("hier hoort een tekst, geen lijst of groep.", node)
        return clean(node.text)

    def as_line(self, node: Node) -> str:
        """Return the text of a node on one line."""
        return one_line(self.as_text(node))

    def as_group(self, node: Node) -> MappingNode:
        """Return a node as the group that it is."""
        if not isinstance(node, MappingNode):
            raise self.source.error_at("hier hoort een groep van sleutels met waarden.", node)
        return node


# What reads a value in a way that is put together. They are values themselves, so that the schema
# of a file can also be told to another program (`json_schema`).


class OneOf:
    """Reads one of these words, and makes something of it; `default` when there is nothing."""

    def __init__(
        self, names: Callable[[], Iterable[str]], make: Callable[[str], Any], default: str
    ) -> None:
        self.names, self.make, self.default = names, make, default

    def __call__(self, reader: Reader, mapping: MappingNode, key: str) -> Any:
        """Return what is made of the word."""
        return self.make(reader.choice(mapping, key, self.names(), self.default))


class Each:
    """Reads a list, and every part of it with this method of the reader."""

    def __init__(self, part: Callable[[Any, Node], Any]) -> None:
        self.part = part

    def __call__(self, reader: Reader, mapping: MappingNode, key: str) -> tuple[Any, ...]:
        """Return the parts."""
        return reader.each(mapping, key, lambda node: self.part(reader, node))


class Within:
    """Reads a group by a schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __call__(self, reader: Reader, mapping: MappingNode, key: str) -> dict[str, Any]:
        """Return the values by their fields."""
        return reader.read(reader.group(mapping, key), self.schema)


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.text
