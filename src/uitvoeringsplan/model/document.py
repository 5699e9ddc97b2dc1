"""A finished document as somebody reads it: headings, text, lists, tables, pictures.

This is what lies between a Word file and the formats that are made from it. It knows nothing of
Word or of any other format, and it holds no more than what a reader notices: a control, a field
or a section of Word is gone, the text in it is here.

The shape is a row of `Inhoud`, in reading order. Lists and tables hold rows of `Inhoud` again, so
that a cell may hold a list and a list another list. A heading holds nothing: what is under it
follows it. These things are true of every document, so that a writer need not look:

- no heading, paragraph, point or fact is empty;
- a heading is at most one level deeper than the one before it, and the first has level 1;
- no two anchors are the same, and no two runs in the same dress stand next to each other.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_DEFINITIEF = ("vastgesteld", "vervallen")


class Tekstdeel(NamedTuple):
    """A run of text in one dress; a line feed is a line break.

    `adres` is an address outside the document; `target` the name of a place in it, to be looked up
    in `Document.anchors`. A `plaatshouder` is text that stands where an answer should come.
    """

    text: str
    vet: bool = False
    cursief: bool = False
    doorgehaald: bool = False
    adres: str = ""
    target: str = ""
    plaatshouder: bool = False


Tekst = tuple[Tekstdeel, ...]


class Aard(Enum):
    """What a paragraph is to the reader."""

    ALINEA = "alinea"
    TITEL = "titel"  # of the whole document, at most one
    ONDERTITEL = "ondertitel"
    OPSCHRIFT = "opschrift"  # says of what comes below it what it is, but is no heading
    CITAAT = "citaat"
    BIJSCHRIFT = "bijschrift"


class Passage(NamedTuple):
    """A paragraph; `anchors` are the ids by which links elsewhere find it."""

    text: Tekst
    aard: Aard = Aard.ALINEA
    anchors: tuple[str, ...] = ()


class Kop(NamedTuple):
    """A heading; `level` 1 is a chapter, `number` what the document counts before it."""

    level: int
    number: str
    text: Tekst
    anchor: str


class Lijstpunt(NamedTuple):
    """A point; `number` is given only where the number is more than a count, such as `2.1`."""

    content: tuple[Inhoud, ...]
    number: str = ""
    anchors: tuple[str, ...] = ()


class Telwijze(Enum):
    """What stands before the points of a list."""

    TEKEN = "teken"
    CIJFER = "cijfer"
    LETTER = "letter"
    HOOFDLETTER = "hoofdletter"
    ROMEINS = "romeins"
    ROMEINS_GROOT = "romeins groot"
    EIGEN = "eigen"  # each point has its `number`


class Lijst(NamedTuple):
    """Points that belong together; counted ones go up by one from `start`."""

    punten: tuple[Lijstpunt, ...]
    telwijze: Telwijze = Telwijze.TEKEN
    start: int = 1


class Feit(NamedTuple):
    """A label with its value, such as the status of the plan."""

    label: Tekst
    value: Tekst
    anchors: tuple[str, ...] = ()


class Feiten(NamedTuple):
    """Facts below each other."""

    feiten: tuple[Feit, ...]


class Cel(NamedTuple):
    """A cell, over so many columns and rows."""

    content: tuple[Inhoud, ...]
    width: int = 1
    height: int = 1


Celrij = tuple[Cel, ...]


class Vak(NamedTuple):
    """A place in the grid of a table, and the cell it is part of."""

    cel: Cel
    starts: bool  # whether this is the first place of the cell


class Tabel(NamedTuple):
    """A table: its header rows, its other rows, a name for who cannot see it.

    With `rijkoppen` the first cell of a row says what the row is about. `widths` are those of
    the columns in percents, empty when the document does not say.
    """

    kop: tuple[Celrij, ...]
    rijen: tuple[Celrij, ...]
    name: str = ""
    rijkoppen: bool = False
    widths: tuple[int, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The lowest header cell over each column as plain text; none without a header row."""
        lowest = rooster(self.kop)[-1] if self.kop else []
        return tuple(" ".join(words(vak.cel.content)) for vak in lowest)


class Afbeelding(NamedTuple):
    """A picture; sizes in pixels of the screen, 0 when unknown.

    `kind` is its media type, empty when no browser could show it: only the text counts then.
    """

    data: bytes
    kind: str
    text: str
    width: int = 0
    height: int = 0


Inhoud = Kop | Passage | Lijst | Feiten | Tabel | Afbeelding


class Document(NamedTuple):
    """A whole document.

    `cover` is what stands before the contents list: the title block. The contents list itself
    is not here, for it says nothing that `koppen` does not say. `anchors` turns the places that
    links name into ids; a place that nothing stands at is not in it.
    """

    titel: str
    taal: str
    status: str
    cover: tuple[Inhoud, ...]
    content: tuple[Inhoud, ...]
    anchors: Mapping[str, str]

    @property
    def is_concept(self) -> bool:
        """Whether the document says of itself that it is not adopted yet."""
        return bool(self.status) and self.status.lower() not in _DEFINITIEF

    @property
    def koppen(self) -> tuple[Kop, ...]:
        """All headings in order, also those in tables."""
        everything = alle_inhoud((*self.cover, *self.content))
        return tuple(block for block in everything if isinstance(block, Kop))


def alle_inhoud(content: Iterable[Inhoud]) -> Iterator[Inhoud]:
    """Return everything in reading order: each thing, and after it what is in it."""
    for block in content:
        yield block
        for part in _parts(block):
            yield from alle_inhoud(part)


def rooster(rijen: Iterable[Celrij]) -> list[list[Vak]]:
    """Return the places of rows, one for every column, also those that merged cells take."""
    result: list[list[Vak]] = []
    running: dict[int, tuple[Cel, int]] = {}  # by column, a cell from above and its rows to go
    for rij in rijen:
        vakken: list[Vak] = []
        cellen = list(rij)
        while cellen or len(vakken) in running:
            kolom = len(vakken)
            if kolom in running:
                cel, rest = running.pop(kolom)
                vakken.append(Vak(cel, starts=False))
            else:
                cel = cellen.pop(0)
                rest = cel.height
                vakken += (Vak(cel, starts=i == 0) for i in range(cel.width))
            if rest > 1:
                running |= dict.fromkeys(range(kolom, len(vakken)), (cel, rest - 1))
        result.append(vakken)
    return result


def words(content: Iterable[Inhoud]) -> list[str]:
    """Return the words of the text, without what is counted and without pictures."""
    result: list[str] = []
    for block in alle_inhoud(content):
        if isinstance(block, Kop | Passage):
            result += platte_regel(block.text).split()
        elif isinstance(block, Feiten):
            texts = (text for feit in block.feiten for text in (feit.label, feit.value))
            result += (word for text in texts for word in platte_regel(text).split())
    return result


def platte_regel(text: Tekst) -> str:
    """Return text as one plain line."""
    return " ".join("".join(part.text for part in text).split())


def _parts(block: Inhoud) -> Iterator[tuple[Inhoud, ...]]:
    if isinstance(block, Lijst):
        yield from (punt.content for punt in block.punten)
    elif isinstance(block, Tabel):
        yield from (cel.content for rij in (*block.kop, *block.rijen) for cel in rij)
