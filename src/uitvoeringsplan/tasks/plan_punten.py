"""`punt`: the open points of a plan, listed, closed, opened again and added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.punt import OpenPunt, namen_van, zoek_punt
from uitvoeringsplan.plan.punten_patch import voeg_punten_toe, zet_allemaal_klaar
from uitvoeringsplan.plan.saving import bewaar
from uitvoeringsplan.tasks.environment import open_omgeving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.plan.planbestand import Planbestand


class Benoemd(NamedTuple):
    """A point with its short name, and the label of its question."""

    naam: str
    punt: OpenPunt
    label: str


class Puntenlijst(NamedTuple):
    """The points of a plan in the order of the file."""

    pad: Path
    punten: tuple[Benoemd, ...]

    @property
    def open(self) -> tuple[Benoemd, ...]:
        """The points that somebody still has to do something with."""
        return tuple(een for een in self.punten if een.punt.is_open)


class Gezet(NamedTuple):
    """What became of points: all that were meant, and whether the file changed."""

    pad: Path
    punten: tuple[Benoemd, ...]
    veranderd: bool


def puntenlijst(bestand: Planbestand) -> Puntenlijst:
    """Return the points of a plan that was read."""
    return Puntenlijst(bestand.pad, tuple(_benoemd(bestand)))


def lees_puntenlijst(plan: Path | None, *, vragen: Path | None = None) -> Puntenlijst:
    """Return the points of a plan (None: the only one in this folder)."""
    return puntenlijst(open_omgeving(vragen).plan(plan))


def zet_punten(
    plan: Path, aanduidingen: Sequence[str], *, klaar: str, vragen: Path | None = None
) -> Gezet:
    """Close points, by name or key, on the date `klaar`; open them again without one.

    All of them or none. Raises PuntError, and what reading and saving raise.
    """
    oud = open_omgeving(vragen).plan(plan)
    plekken = [zoek_punt(oud.punten, aanduiding) for aanduiding in aanduidingen]
    # A point that was closed keeps its date.
    anders = (plek for plek in plekken if oud.punten[plek].is_open == bool(klaar))
    nieuw = zet_allemaal_klaar(oud, dict.fromkeys(anders, klaar))
    kenmerken = {nieuw.punten[plek].kenmerk for plek in plekken}
    return _bewaard(oud, nieuw, kenmerken)


def voeg_punt_toe(plan: Path, punt: OpenPunt, *, vragen: Path | None = None) -> Gezet:
    """Add a point; one that is there already stays as it is.

    Raises PuntError and OnbekendeVraagError, and what reading and saving raise.
    """
    oud = open_omgeving(vragen).plan(plan)
    if punt.vraag:
        oud.vragenlijst.vraag(punt.vraag)
    nieuw = voeg_punten_toe(oud, [punt])
    erbij = {p.kenmerk for p in nieuw.punten} - {p.kenmerk for p in oud.punten}
    return _bewaard(oud, nieuw, erbij)


def als_json(lijst: Puntenlijst) -> dict[str, object]:
    """Return the points in the documented shape of `punt --json`."""
    return {
        "plan": str(lijst.pad),
        "open": len(lijst.open),
        "punten": [
            {"naam": een.naam, "nummer": nummer, **een.punt._asdict()}
            for nummer, een in enumerate(lijst.punten, 1)
        ],
    }


def _bewaard(oud: Planbestand, nieuw: Planbestand, kenmerken: set[str]) -> Gezet:
    bewaard = bewaar(oud, nieuw)
    # Somebody else may have changed the file meanwhile.
    gezet = tuple(g for g in _benoemd(bewaard) if g.punt.kenmerk in kenmerken)
    return Gezet(oud.pad, gezet, nieuw is not oud)


def _benoemd(bestand: Planbestand) -> list[Benoemd]:
    return [
        Benoemd(naam, punt, _label(bestand, punt))
        for naam, punt in zip(namen_van(bestand.punten), bestand.punten, strict=True)
    ]


def _label(bestand: Planbestand, punt: OpenPunt) -> str:
    return bestand.vragenlijst.vraag(punt.vraag).label if punt.vraag else ""
