"""What may stand in a file of ours, as data: the keys of a group, which it needs, how each is read.

A schema says of every key what reads it and what it becomes; a `Reader` goes by it, and gives the
place of every mistake. Adding a key is a line in a schema. What a key that is not there means is
for the class that gets the values: its defaults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from uitvoeringsplan.errors import InhoudError, did_you_mean
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


class SpoiledError(Exception):
    """A group, or a list, in which something is wrong that was kept already.

    `values` are those that could be read.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        super().__init__()


class Reader:
    """Reads the groups of one file.

    The first mistake is raised. Who sets `mistakes` to a list gets all of them in there instead;
    what has one is left out of what is read.
    """

    mistakes: list[InhoudError] | None = None

    def __init__(self, source: SourceText) -> None:
        self.source = source

    def keep(self, mistake: Exception) -> None:
        """Keep a mistake, or raise it when they are not kept; one that was kept is not twice."""
        if self.mistakes is None:
            raise mistake
        if isinstance(mistake, InhoudError):
            self.mistakes.append(mistake)

    def read(self, mapping: MappingNode, schema: Schema) -> dict[str, Any]:
        """Return the values that a group has, by the names of their fields."""
        is_spoiled = False
        for name, (key_node, _) in mapping.pairs.items():
            if name not in schema:
                self.keep(
                    self.source.error_at(
                        f"de sleutel “{name}” bestaat hier niet.{did_you_mean(name, schema)}",
                        key_node,
                    )
                )
        for name, key in schema.items():
            if key.is_needed and _is_missing(mapping, name):
                is_spoiled = True
                self.keep(self.source.error_at(f"hier ontbreekt de sleutel “{name}”.", mapping))
        values = {}
        for name, key in schema.items():
            if name not in mapping.pairs or (key.is_needed and _is_missing(mapping, name)):
                continue
            try:
                values[key.field or name] = key.read(self, mapping, name)
            except (InhoudError, SpoiledError) as mistake:
                is_spoiled = True
                self.keep(mistake)
        if is_spoiled:
            raise SpoiledError(values)
        return values

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

    def each(
        self, mapping: MappingNode, key: str, read: Callable[[Node], T], *, is_loose: bool = False
    ) -> tuple[T, ...]:
        """Return what `read` makes of every part of a list.

        Parts of a list that is loose mean something without each other.
        """
        node = mapping.pairs[key][1]
        if _is_empty(node):
            return ()
        if not isinstance(node, SequenceNode):
            raise self.source.error_at(
                f"onder `{key}` hoort een lijst: elk deel op een regel met een streepje ervoor,"
                " of tussen [ en ].",
                node,
            )
        if self.mistakes is None:
            return tuple(read(part) for part in node.parts)
        parts = []
        for part in node.parts:
            try:
                parts.append(read(part))
            except (InhoudError, SpoiledError) as mistake:
                self.keep(mistake)
        if len(parts) < len(node.parts) and not is_loose:
            raise SpoiledError({})
        return tuple(parts)

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
    """Reads a list, and every part of it with this method of the reader (see `Reader.each`)."""

    def __init__(self, part: Callable[[Any, Node], Any], *, is_loose: bool = False) -> None:
        self.part, self.is_loose = part, is_loose

    def __call__(self, reader: Reader, mapping: MappingNode, key: str) -> tuple[Any, ...]:
        """Return the parts."""
        return reader.each(
            mapping, key, lambda node: self.part(reader, node), is_loose=self.is_loose
        )


class Within:
    """Reads a group by a schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __call__(self, reader: Reader, mapping: MappingNode, key: str) -> dict[str, Any]:
        """Return the values by their fields."""
        return reader.read(reader.group(mapping, key), self.schema)


def _is_missing(mapping: MappingNode, key: str) -> bool:
    """Whether a key is not there, or has nothing behind it."""
    pair = mapping.pairs.get(key)
    return pair is None or (isinstance(pair[1], ScalarNode) and not clean(pair[1].text))


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.text
