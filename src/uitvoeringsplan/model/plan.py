"""One plan: the facts and the answers, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.vraag import Verplicht

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Onderdeel, Vragenlijst


@dataclass(frozen=True, slots=True)
class Plan:
    """The content of one project file. A missing key and an empty text both mean: not answered."""

    soort: str
    vragenlijst: str
    gegevens: Mapping[str, str] = field(default_factory=dict)
    antwoorden: Mapping[str, str] = field(default_factory=dict)

    def tekst(self, vraag: Vraag) -> str:
        """Return what was filled in for a question or field; empty when nothing was."""
        return self.antwoorden.get(vraag.id) or self.gegevens.get(vraag.id) or ""

    def waarde(self, vraag: Vraag) -> str:
        """Return what the document shows: what was filled in, or else the default."""
        return self.tekst(vraag) or vraag.standaard

    @property
    def status(self) -> str:
        """The status of the plan in lower case; a plan that says nothing is a `concept`."""
        return (self.gegevens.get("status") or "concept").lower()


class Stand(NamedTuple):
    """How far one group of questions is."""

    onderdeel: Onderdeel
    open: tuple[Vraag, ...]

    @property
    def totaal(self) -> int:
        """The number of questions in the group."""
        return len(self.onderdeel.vragen)

    @property
    def beantwoord(self) -> int:
        """The number of questions in the group that have an answer."""
        return self.totaal - len(self.open)


class Voortgang(NamedTuple):
    """How far a whole plan is: per group, the open questions and the missing required fields."""

    standen: tuple[Stand, ...]
    open_velden: tuple[Vraag, ...]

    @property
    def totaal(self) -> int:
        """The number of questions in the set."""
        return sum(stand.totaal for stand in self.standen)

    @property
    def beantwoord(self) -> int:
        """The number of questions that have an answer."""
        return sum(stand.beantwoord for stand in self.standen)

    @property
    def open(self) -> tuple[Vraag, ...]:
        """The questions without an answer, in the order of the document."""
        return tuple(vraag for stand in self.standen for vraag in stand.open)


def is_verplicht(vraag: Vraag, status: str) -> bool:
    """Whether a plan with this status must have an answer to this question."""
    if vraag.verplicht is Verplicht.VASTGESTELD:
        return status == "vastgesteld"
    return vraag.verplicht is Verplicht.ALTIJD


def voortgang(vragenlijst: Vragenlijst, plan: Plan) -> Voortgang:
    """Return how far `plan` is, measured by the questions of `vragenlijst`."""
    return Voortgang(
        standen=tuple(
            Stand(onderdeel, tuple(v for v in onderdeel.vragen if not plan.waarde(v)))
            for onderdeel in vragenlijst.onderdelen
        ),
        open_velden=tuple(
            veld
            for veld in vragenlijst.gegevens
            if is_verplicht(veld, plan.status) and not plan.waarde(veld)
        ),
    )
