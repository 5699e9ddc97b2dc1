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

    `adres` is an address outside the document; `naar` the name of a place in it, to be looked up
    in `Document.ankers`. A `plaatshouder` is text that stands where an answer should come.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    adres: str = ""
    naar: str = ""
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
    """A paragraph; `ankers` are the ids by which links elsewhere find it."""

    tekst: Tekst
    aard: Aard = Aard.ALINEA
    ankers: tuple[str, ...] = ()


class Kop(NamedTuple):
    """A heading; `niveau` 1 is a chapter, `nummer` what the document counts before it."""

    niveau: int
    nummer: str
    tekst: Tekst
    anker: str


class Lijstpunt(NamedTuple):
    """A point; `nummer` is given only where the number is more than a count, such as `2.1`."""

    inhoud: tuple[Inhoud, ...]
    nummer: str = ""
    ankers: tuple[str, ...] = ()


class Telwijze(Enum):
    """What stands before the points of a list."""

    TEKEN = "teken"
    CIJFER = "cijfer"
    LETTER = "letter"
    HOOFDLETTER = "hoofdletter"
    ROMEINS = "romeins"
    ROMEINS_GROOT = "romeins groot"
    EIGEN = "eigen"  # each point has its `nummer`


class Lijst(NamedTuple):
    """Points that belong together; counted ones go up by one from `begin`."""

    punten: tuple[Lijstpunt, ...]
    telwijze: Telwijze = Telwijze.TEKEN
    begin: int = 1


class Feit(NamedTuple):
    """A label with its value, such as the status of the plan."""

    label: Tekst
    waarde: Tekst
    ankers: tuple[str, ...] = ()


class Feiten(NamedTuple):
    """Facts below each other."""

    feiten: tuple[Feit, ...]


class Cel(NamedTuple):
    """A cell, over so many columns and rows."""

    inhoud: tuple[Inhoud, ...]
    breed: int = 1
    hoog: int = 1


Celrij = tuple[Cel, ...]


class Vak(NamedTuple):
    """A place in the grid of a table, and the cell it is part of."""

    cel: Cel
    begint: bool  # whether this is the first place of the cell


class Tabel(NamedTuple):
    """A table: its header rows, its other rows, a name for who cannot see it.

    With `rijkoppen` the first cell of a row says what the row is about. `breedtes` are those of
    the columns in percents, empty when the document does not say.
    """

    kop: tuple[Celrij, ...]
    rijen: tuple[Celrij, ...]
    naam: str = ""
    rijkoppen: bool = False
    breedtes: tuple[int, ...] = ()

    @property
    def kolomnamen(self) -> tuple[str, ...]:
        """The lowest header cell over each column as plain text; none without a header row."""
        onderste = rooster(self.kop)[-1] if self.kop else []
        return tuple(" ".join(woorden(vak.cel.inhoud)) for vak in onderste)


class Afbeelding(NamedTuple):
    """A picture; sizes in pixels of the screen, 0 when unknown.

    `soort` is its media type, empty when no browser could show it: only the text counts then.
    """

    data: bytes
    soort: str
    tekst: str
    breedte: int = 0
    hoogte: int = 0


Inhoud = Kop | Passage | Lijst | Feiten | Tabel | Afbeelding


class Document(NamedTuple):
    """A whole document.

    `voorblad` is what stands before the contents list: the title block. The contents list itself
    is not here, for it says nothing that `koppen` does not say. `ankers` turns the places that
    links name into ids; a place that nothing stands at is not in it.
    """

    titel: str
    taal: str
    status: str
    voorblad: tuple[Inhoud, ...]
    inhoud: tuple[Inhoud, ...]
    ankers: Mapping[str, str]

    @property
    def is_concept(self) -> bool:
        """Whether the document says of itself that it is not adopted yet."""
        return bool(self.status) and self.status.lower() not in _DEFINITIEF

    @property
    def koppen(self) -> tuple[Kop, ...]:
        """All headings in order, also those in tables."""
        alles = alle_inhoud((*self.voorblad, *self.inhoud))
        return tuple(blok for blok in alles if isinstance(blok, Kop))


def alle_inhoud(inhoud: Iterable[Inhoud]) -> Iterator[Inhoud]:
    """Return everything in reading order: each thing, and after it what is in it."""
    for blok in inhoud:
        yield blok
        for deel in _delen(blok):
            yield from alle_inhoud(deel)


def rooster(rijen: Iterable[Celrij]) -> list[list[Vak]]:
    """Return the places of rows, one for every column, also those that merged cells take."""
    uit: list[list[Vak]] = []
    lopend: dict[int, tuple[Cel, int]] = {}  # by column, a cell from above and its rows to go
    for rij in rijen:
        vakken: list[Vak] = []
        cellen = list(rij)
        while cellen or len(vakken) in lopend:
            kolom = len(vakken)
            if kolom in lopend:
                cel, rest = lopend.pop(kolom)
                vakken.append(Vak(cel, begint=False))
            else:
                cel = cellen.pop(0)
                rest = cel.hoog
                vakken += (Vak(cel, begint=i == 0) for i in range(cel.breed))
            if rest > 1:
                lopend |= dict.fromkeys(range(kolom, len(vakken)), (cel, rest - 1))
        uit.append(vakken)
    return uit


def woorden(inhoud: Iterable[Inhoud]) -> list[str]:
    """Return the words of the text, without what is counted and without pictures."""
    uit: list[str] = []
    for blok in alle_inhoud(inhoud):
        if isinstance(blok, Kop | Passage):
            uit += platte_regel(blok.tekst).split()
        elif isinstance(blok, Feiten):
            teksten = (tekst for feit in blok.feiten for tekst in (feit.label, feit.waarde))
            uit += (woord for tekst in teksten for woord in platte_regel(tekst).split())
    return uit


def platte_regel(tekst: Tekst) -> str:
    """Return text as one plain line."""
    return " ".join("".join(deel.tekst for deel in tekst).split())


def _delen(blok: Inhoud) -> Iterator[tuple[Inhoud, ...]]:
    if isinstance(blok, Lijst):
        yield from (punt.inhoud for punt in blok.punten)
    elif isinstance(blok, Tabel):
        yield from (cel.inhoud for rij in (*blok.kop, *blok.rijen) for cel in rij)
