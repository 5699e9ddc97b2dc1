"""What a document is made of, as far as it tells where words belong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uitvoeringsplan.word.lezer.boom import aan, kind, val

if TYPE_CHECKING:
    from uitvoeringsplan.word.lezer.boom import Element


@dataclass(slots=True, eq=False)
class Besturing:
    """A content control, around paragraphs (`begin` up to `einde`) or inside one.

    `bouwsteen` is the name of the glossary entry with its placeholder.
    """

    element: Element
    tag: str
    alias: str
    bouwsteen: str
    toont_plaatshouder: bool
    is_tekst: bool
    begin: int
    einde: int = 0
    is_blok: bool = True


@dataclass(slots=True, eq=False)
class Cel:
    """A cell of a table, in the column of the grid in which it begins."""

    tabel: Tabel
    rij: int
    kolom: int
    breed: int
    loopt_door: bool  # goes on with the cell above it
    begin: int
    einde: int = 0


@dataclass(slots=True, eq=False)
class Tabel:
    """A table: its cells, row by row."""

    rijen: list[list[Cel]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Regel:
    """A paragraph; `pad` holds the cells it is in, from the outside in.

    `punt` is None for what is no point of a list, or else (level, number or None for a bullet).
    """

    alinea: Element
    pad: tuple[Cel, ...]
    ankers: tuple[str, ...]
    niveau: int | None  # of a heading
    punt: tuple[int, int | None] | None
    besturingen: tuple[Besturing, ...] = ()  # inside it
    met_letters: bool = False  # its number in a list is no figure, where the plan has one

    @property
    def is_kop(self) -> bool:
        """Whether it is a heading."""
        return self.niveau is not None


def lees_besturing(sdt: Element, begin: int, einde: int = 0) -> Besturing:
    """Return what the properties of a content control say; with `einde` it stands in a line."""
    eigen = kind(sdt, "sdtPr")
    return Besturing(
        sdt,
        val(kind(eigen, "tag")),
        val(kind(eigen, "alias")),
        val(kind(eigen, "placeholder", "docPart")),
        aan(eigen, "showingPlcHdr"),
        kind(eigen, "text") is not None,
        begin,
        einde,
        is_blok=not einde,
    )
