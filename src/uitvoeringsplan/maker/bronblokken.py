"""The blocks that the source text of a template is made of (read by `bron`)."""

from __future__ import annotations

from dataclasses import dataclass

from uitvoeringsplan.model.opmaak import Stuk


@dataclass(frozen=True, slots=True)
class Veld:
    """The place of a field of the plan inside a paragraph."""

    id: str
    vet: bool = False
    cursief: bool = False


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A reference to a place in the document itself."""

    tekst: str
    anker: str


Inhoud = tuple[Stuk | Veld | Verwijzing, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading of level 1 or 2."""

    niveau: int
    tekst: str
    genummerd: bool
    regel: int


@dataclass(frozen=True, slots=True)
class Tekst:
    """A paragraph: plain (`alinea`), or a `punt`, `nummer` or `citaat`."""

    vorm: str
    inhoud: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class Paar:
    """One line with a left and a right half."""

    links: Inhoud
    rechts: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class Antwoordplek:
    """The place of a question with its answer."""

    vraag_id: str
    regel: int


@dataclass(frozen=True, slots=True)
class Plek:
    """The place of the rows of a chapter (`tabel` or `koppen`), or of a drawing (`beeld`)."""

    soort: str
    id: str
    regel: int


@dataclass(frozen=True, slots=True)
class Ligging:
    """From here on the pages lie or stand."""

    liggend: bool
    regel: int


@dataclass(frozen=True, slots=True)
class NieuwePagina:
    """The next heading starts a page."""

    regel: int


@dataclass(frozen=True, slots=True)
class Als:
    """What follows, up to the `Einde` that belongs to it, is there when the condition holds."""

    voorwaarde: str
    regel: int


@dataclass(frozen=True, slots=True)
class Einde:
    """The end of the last `Als` that is still open."""

    regel: int


Blok = Kop | Tekst | Paar | Antwoordplek | Plek | Ligging | NieuwePagina | Als | Einde
