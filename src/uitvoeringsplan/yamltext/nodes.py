"""The tree that a YAML file is read into: mappings, lists and text, each with its place."""

from __future__ import annotations

from uitvoeringsplan.named_tuple import NamedTuple


class ScalarNode(NamedTuple):
    """A scalar. `start` and `end` are offsets in the text of the file."""

    text: str
    line: int
    column: int
    start: int
    end: int
    style: str  # "" for plain, else one of `'`, `"`, `|`, `>`


class SequenceNode(NamedTuple):
    """A sequence; `is_flow` when it is written between [ and ]."""

    parts: tuple[Node, ...]
    line: int
    column: int
    end: int
    is_flow: bool


class MappingNode(NamedTuple):
    """A mapping; keys are unique and in file order; `is_flow` when between { and }."""

    pairs: dict[str, tuple[ScalarNode, Node]]
    line: int = 1
    column: int = 1
    end: int = 0
    is_flow: bool = False


Node = ScalarNode | SequenceNode | MappingNode
