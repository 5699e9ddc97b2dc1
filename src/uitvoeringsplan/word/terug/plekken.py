"""What a document is made of, as far as it tells where words belong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.read_tree import aan, kind, val, w
from uitvoeringsplan.word.terug.leesboom import w15

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.read_tree import Element

_BINDINGEN = (w("dataBinding"), w15("dataBinding"))


@dataclass(slots=True, eq=False)
class Besturing:
    """A content control, around paragraphs (`begin` up to `einde`) or inside one.

    `bouwsteen` is the name of the glossary entry with its placeholder; `is_gebonden` tells that it
    shows a value from elsewhere in the file, which programs put back over what was typed.
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
    is_gebonden: bool = False
    diepte: int = 0  # how many cells are around what it holds


@dataclass(slots=True, eq=False)
class Cel:
    """A cell of a table, in the column of the grid in which it begins."""

    tabel: Tabel
    rij: int
    kolom: int
    breed: int
    loopt_door: bool  # goes on with the cell above it
    is_verborgen: bool  # for that reason, or because its row is hidden
    begin: int
    einde: int = 0


@dataclass(slots=True, eq=False)
class Tabel:
    """A table: its cells, row by row."""

    rijen: list[list[Cel]] = field(default_factory=list)
    is_rij_verborgen: bool = False  # the row that was read last
    # By column how wide the merged cells are of the row above, and of this one.
    boven: dict[int, int] = field(default_factory=dict)
    samen: dict[int, int] = field(default_factory=dict)


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
    def is_verborgen(self) -> bool:
        """Whether nobody sees it, because of the cell that it is in."""
        return any(cel.is_verborgen for cel in self.pad)

    @property
    def is_kop(self) -> bool:
        """Whether it is a heading."""
        return self.niveau is not None

    def tabel(self) -> range:
        """Return the numbers of all paragraphs of the innermost table that it is in."""
        if not self.pad:
            return range(0)
        cellen = [cel for rij in self.pad[-1].tabel.rijen for cel in rij]
        return range(cellen[0].begin, cellen[-1].einde)


def lees_besturing(sdt: Element, begin: int, einde: int = 0, *, diepte: int = 0) -> Besturing:
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
        is_gebonden=eigen is not None and any(deel.tag in _BINDINGEN for deel in eigen),
        diepte=diepte,
    )
