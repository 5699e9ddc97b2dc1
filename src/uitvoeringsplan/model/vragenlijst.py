"""The question set: fields, chapters, rows of the table and their questions, in order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import OnbekendeVraagError
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Hulpmiddel, Vraag


class Rij(NamedTuple):
    """One row of a three-column table: title and `wat`, `hoe`, and what is filled in locally.

    A row without questions says in `lokaal` what its third column holds.
    """

    id: str
    titel: str
    wat: str = ""
    hoe: str = ""
    lokaal: str = ""
    vragen: tuple[Vraag, ...] = ()


class Hoofdstuk(NamedTuple):
    """A chapter with questions of its own, or with rows that have them.

    An optional one is there for who wants it: nobody has to answer it, and the document leaves it
    out when nobody did. An internal one is optional too, and never in the public document.
    """

    id: str
    titel: str
    inleiding: str = ""
    vragen: tuple[Vraag, ...] = ()
    rijen: tuple[Rij, ...] = ()
    is_optioneel: bool = False
    is_intern: bool = False

    @property
    def counts(self) -> bool:
        """Whether a plan is complete only with these questions answered."""
        return not (self.is_optioneel or self.is_intern)


class Uitgave(NamedTuple):
    """A document made from a question set: its title, and the file of its template."""

    titel: str
    sjabloon: str


class Onderdeel(NamedTuple):
    """The questions that belong together when someone answers: a chapter, or one row of it."""

    id: str
    titel: str
    hoofdstuk: Hoofdstuk
    vragen: tuple[Vraag, ...]


class _Content(NamedTuple):
    """What stands in `vragen.yaml`."""

    soort: str
    versie: str
    titel: str
    sjabloon: str
    gegevens: tuple[Vraag, ...] = ()
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    hulpmiddelen: tuple[Hulpmiddel, ...] = ()
    intern: Uitgave | None = None  # the document with the internal chapters, when there is one


class Vragenlijst(_Content):
    """A whole question set, as read from `vragen.yaml`."""

    @cached_property
    def onderdelen(self) -> tuple[Onderdeel, ...]:
        """The groups of questions in the order of the document; groups without any are left out."""
        groups: list[Onderdeel] = []
        for hoofdstuk in self.hoofdstukken:
            if hoofdstuk.vragen:
                groups.append(Onderdeel(hoofdstuk.id, hoofdstuk.titel, hoofdstuk, hoofdstuk.vragen))
            groups += [
                Onderdeel(rij.id, rij.titel, hoofdstuk, rij.vragen)
                for rij in hoofdstuk.rijen
                if rij.vragen
            ]
        return tuple(groups)

    @cached_property
    def vragen(self) -> tuple[Vraag, ...]:
        """All questions in the order of the document, without the fields of the plan."""
        return tuple(vraag for onderdeel in self.onderdelen for vraag in onderdeel.vragen)

    @cached_property
    def fixed_vragen(self) -> tuple[Vraag, ...]:
        """The questions that every plan answers: those of chapters that are not optional."""
        return tuple(
            vraag
            for onderdeel in self.onderdelen
            if onderdeel.hoofdstuk.counts
            for vraag in onderdeel.vragen
        )

    @cached_property
    def _op_id(self) -> dict[str, Vraag]:
        return {vraag.id: vraag for vraag in (*self.gegevens, *self.vragen)}

    @cached_property
    def veld_ids(self) -> frozenset[str]:
        """The ids of the fields of the plan (`gegevens`)."""
        return frozenset(veld.id for veld in self.gegevens)

    def vraag(self, vraag_id: str) -> Vraag:
        """Return the question or field with this id; raises OnbekendeVraagError."""
        try:
            return self._op_id[vraag_id]
        except KeyError:
            raise OnbekendeVraagError(vraag_id, self._op_id) from None
