"""The tree that a YAML file is read into: mappings, lists and text, each with its place."""

from __future__ import annotations

from typing import NamedTuple


class Tekst(NamedTuple):
    """A scalar. `begin` and `einde` are offsets in the text of the file."""

    tekst: str
    regel: int
    kolom: int
    begin: int
    einde: int
    stijl: str  # "" for plain, else one of `'`, `"`, `|`, `>`


class Lijst(NamedTuple):
    """A sequence; `in_haken` when it is written between [ and ]."""

    delen: tuple[Knoop, ...]
    regel: int
    kolom: int
    einde: int
    in_haken: bool


class Kaart(NamedTuple):
    """A mapping; keys are unique and in file order; `in_haken` when between { and }."""

    paren: dict[str, tuple[Tekst, Knoop]]
    regel: int = 1
    kolom: int = 1
    einde: int = 0
    in_haken: bool = False


Knoop = Tekst | Lijst | Kaart
