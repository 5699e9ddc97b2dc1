"""The tree that a YAML file is read into: mappings, lists and text, each with its place."""

from __future__ import annotations

from uitvoeringsplan.named_tuple import NamedTuple


class ScalarNode(NamedTuple):
    """A scalar. `begin` and `einde` are offsets in the text of the file."""

    tekst: str
    regel: int
    kolom: int
    begin: int
    einde: int
    stijl: str  # "" for plain, else one of `'`, `"`, `|`, `>`


class SequenceNode(NamedTuple):
    """A sequence; `is_flow` when it is written between [ and ]."""

    delen: tuple[Node, ...]
    regel: int
    kolom: int
    einde: int
    is_flow: bool


class MappingNode(NamedTuple):
    """A mapping; keys are unique and in file order; `is_flow` when between { and }."""

    paren: dict[str, tuple[ScalarNode, Node]]
    regel: int = 1
    kolom: int = 1
    einde: int = 0
    is_flow: bool = False


Node = ScalarNode | SequenceNode | MappingNode
