"""A ` #` behind a value without quotes: for YAML a comment, for who typed it often not.

YAML 1.2.2 section 6.6: a comment is separated from what is before it by white space. So of
`kenmerk: Z-2026 #417` the value is `Z-2026`. A comment on a line of its own is one, and so is what
stands behind a value in quotes or behind the sign of a block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.yamltext.nodes import Node

_BEHIND = re.compile(r"[ \t]+(#[^\n]*)")
_BEHIND_KEY = re.compile(r"[ \t]*:[ \t]+(#[^\n]*)")
_SHORT = 60


class LostComment(NamedTuple):
    """What stands behind the value, and what to write when it belongs to it."""

    line: int
    behind: str
    better: str

    @property
    def message(self) -> str:
        """Say what is lost and how to keep it."""
        return (
            f"wat hier achter de spatie staat (“{_shorten(self.behind)}”) is in YAML een"
            " opmerking en telt niet mee. Hoort het bij het antwoord, zet het geheel dan tussen"
            f" aanhalingstekens: {_shorten(self.better)}. Is het een opmerking, zet haar dan op een"
            " eigen regel."
        )


def find_lost_comments(source: SourceText, tree: MappingNode) -> Iterator[LostComment]:
    """Return every value of a file that ends at a ` #` on its own line."""
    return _in_mapping(source.text, tree)


def _in_mapping(text: str, mapping: MappingNode) -> Iterator[LostComment]:
    for key, value in mapping.pairs.values():
        if isinstance(value, ScalarNode) and not value.style and not value.text:
            if found := _BEHIND_KEY.match(text, key.end):
                yield _lost_comment(key.line, f"{key.text}: ", "", found[1])
        else:
            yield from _in_node(text, value, f"{key.text}: ")


def _in_node(text: str, node: Node, before: str) -> Iterator[LostComment]:
    if isinstance(node, MappingNode):
        yield from _in_mapping(text, node)
    elif isinstance(node, SequenceNode):
        for part in node.parts:
            yield from _in_node(text, part, "" if node.is_flow else "- ")
    elif not node.style and (found := _BEHIND.match(text, node.end)):
        line = node.line + text.count("\n", node.start, node.end)
        yield _lost_comment(line, before, text[node.start : node.end], found[0])


def _lost_comment(line: int, before: str, value: str, behind: str) -> LostComment:
    behind = behind.rstrip()
    whole = " ".join(f"{value}{behind}".split()).replace("'", "''")
    return LostComment(line, behind.strip(), f"{before}'{whole}'")


def _shorten(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
