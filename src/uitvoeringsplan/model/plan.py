"""One plan: the facts and the answers, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Onderdeel, Vragenlijst


_FINAL = ("vastgesteld", "vervallen")


class Plan(NamedTuple):
    """The content of one project file. A missing key and an empty text both mean: not answered.

    `hidden` holds the questions that do not even have their default (see `without_hidden`).
    """

    soort: str
    vragenlijst: str
    gegevens: Mapping[str, str] = {}
    antwoorden: Mapping[str, str] = {}
    hidden: frozenset[str] = frozenset()

    def text(self, vraag: Vraag) -> str:
        """Return what was filled in for a question or field; empty when nothing was."""
        return self.antwoorden.get(vraag.id) or self.gegevens.get(vraag.id) or ""

    def value(self, vraag: Vraag) -> str:
        """Return what the document shows: what was filled in, or else the default."""
        return self.text(vraag) or ("" if vraag.id in self.hidden else vraag.standaard)

    @property
    def status(self) -> str:
        """The status of the plan in lower case; a plan that says nothing is a `concept`."""
        return (self.gegevens.get(velden.STATUS) or "concept").lower()

    @property
    def is_definitief(self) -> bool:
        """Whether the plan was adopted, so that its document has no gaps to fill in any more."""
        return self.status in _FINAL


class Stand(NamedTuple):
    """How far one group of questions is; its part holds only the questions that count now."""

    onderdeel: Onderdeel
    open: tuple[Vraag, ...]

    @property
    def total(self) -> int:
        """The number of questions in the group."""
        return len(self.onderdeel.vragen)

    @property
    def beantwoord(self) -> int:
        """The number of questions in the group that have an answer."""
        return self.total - len(self.open)


class Voortgang(NamedTuple):
    """How far a whole plan is: per group, the open questions and the missing required fields.

    `naar_keuze` holds the groups of optional chapters; they count for nothing.
    """

    standen: tuple[Stand, ...]
    open_velden: tuple[Vraag, ...]
    naar_keuze: tuple[Stand, ...] = ()

    @property
    def total(self) -> int:
        """The number of questions that count now."""
        return sum(stand.total for stand in self.standen)

    @property
    def beantwoord(self) -> int:
        """The number of questions that have an answer."""
        return sum(stand.beantwoord for stand in self.standen)

    @property
    def open(self) -> tuple[Vraag, ...]:
        """The questions without an answer, in the order of the document."""
        return tuple(vraag for stand in self.standen for vraag in stand.open)


def is_required(vraag: Vraag, status: str) -> bool:
    """Whether a plan with this status must have an answer to this question."""
    if vraag.verplicht is Verplicht.VASTGESTELD:
        return status == "vastgesteld"
    return vraag.verplicht is Verplicht.ALTIJD


def is_visible(vragenlijst: Vragenlijst, vraag: Vraag, plan: Plan) -> bool:
    """Whether a question counts for this plan; one whose condition does not hold is hidden.

    The answer to a hidden question stays in the plan, but conditions take it for empty. Conditions
    may not go round in a circle; reading `vragen.yaml` sees to that.
    """
    return vraag.als is None or _is_visible(vragenlijst, vraag, plan, {})


def without_hidden(vragenlijst: Vragenlijst, plan: Plan) -> Plan:
    """Return the plan as the document shows it: hidden questions have no answer and no default."""
    known: dict[str, bool] = {}
    hidden = frozenset(
        vraag.id
        for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)
        if not _is_visible(vragenlijst, vraag, plan, known)
    )
    if not hidden:
        return plan
    return plan._replace(
        gegevens={name: t for name, t in plan.gegevens.items() if name not in hidden},
        antwoorden={name: t for name, t in plan.antwoorden.items() if name not in hidden},
        hidden=hidden,
    )


def voortgang(vragenlijst: Vragenlijst, plan: Plan) -> Voortgang:
    """Return how far `plan` is, measured by the questions of `vragenlijst` that count now."""
    known: dict[str, bool] = {}
    standen: list[Stand] = []
    naar_keuze: list[Stand] = []
    for onderdeel in vragenlijst.onderdelen:
        vragen = tuple(v for v in onderdeel.vragen if _is_visible(vragenlijst, v, plan, known))
        if vragen:
            counted = onderdeel._replace(vragen=vragen)
            stand = Stand(counted, tuple(v for v in vragen if not plan.value(v)))
            (standen if onderdeel.hoofdstuk.counts else naar_keuze).append(stand)
    return Voortgang(
        standen=tuple(standen),
        open_velden=tuple(
            veld
            for veld in vragenlijst.gegevens
            if is_required(veld, plan.status)
            and not plan.value(veld)
            and _is_visible(vragenlijst, veld, plan, known)
        ),
        naar_keuze=tuple(naar_keuze),
    )


def _is_visible(vragenlijst: Vragenlijst, vraag: Vraag, plan: Plan, known: dict[str, bool]) -> bool:
    """Weigh a condition once; `known` keeps what came of it, for others that build on it."""
    if vraag.als is None:
        return True

    def value_of(vraag_id: str) -> str:
        other = vragenlijst.vraag(vraag_id)
        counts = _is_visible(vragenlijst, other, plan, known)
        return plan.value(other) if counts else ""

    if vraag.id not in known:
        known[vraag.id] = vraag.als.holds(value_of)
    return known[vraag.id]
