"""`punt`: the open points of a plan, listed, closed, opened again and added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.open_punt import BenoemdPunt, OpenPunt, find_punt, names_of
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.tasks.environment import open_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.plan.planbestand import Planbestand


class Puntenlijst(NamedTuple):
    """The points of a plan in the order of the file."""

    path: Path
    punten: tuple[BenoemdPunt, ...]

    @property
    def open(self) -> tuple[BenoemdPunt, ...]:
        """The points that somebody still has to do something with."""
        return tuple(one for one in self.punten if one.punt.is_open)


class PuntenSet(NamedTuple):
    """What became of points: all that were meant, and whether the file changed."""

    path: Path
    punten: tuple[BenoemdPunt, ...]
    changed: bool


def list_punten(file: Planbestand) -> Puntenlijst:
    """Return the points of a plan that was read."""
    return Puntenlijst(file.path, tuple(_named(file)))


def load_puntenlijst(plan: Path | None, *, vragen: Path | None = None) -> Puntenlijst:
    """Return the points of a plan (None: the only one in this folder)."""
    return list_punten(open_plan(plan, vragen))


def set_punten(
    plan: Path, references: Sequence[str], *, ready: str, vragen: Path | None = None
) -> PuntenSet:
    """Close points, by name or key, on the date `ready`; open them again without one.

    All of them or none. Raises PuntError, and what reading and saving raise.
    """
    old = open_plan(plan, vragen)
    places = [find_punt(old.punten, reference) for reference in references]
    # A point that was closed keeps its date.
    different = (place for place in places if old.punten[place].is_open == bool(ready))
    new = close_punten(old, dict.fromkeys(different, ready))
    attributes = {new.punten[place].attribute for place in places}
    return _saved(old, new, attributes)


def add_punt(plan: Path, punt: OpenPunt, *, vragen: Path | None = None) -> PuntenSet:
    """Add a point; one that is there already stays as it is.

    Raises PuntError and OnbekendeVraagError, and what reading and saving raise.
    """
    old = open_plan(plan, vragen)
    if punt.vraag:
        old.vragenlijst.vraag(punt.vraag)
    new = add_punten(old, [punt])
    added = {p.attribute for p in new.punten} - {p.attribute for p in old.punten}
    return _saved(old, new, added)


def to_json(lijst: Puntenlijst) -> dict[str, object]:
    """Return the points in the documented shape of `punt --json`."""
    return {
        "plan": str(lijst.path),
        "open": len(lijst.open),
        "punten": [
            {"naam": one.name, "nummer": number, **one.punt._asdict()}
            for number, one in enumerate(lijst.punten, 1)
        ],
    }


def _saved(old: Planbestand, new: Planbestand, attributes: set[str]) -> PuntenSet:
    saved = save_plan(old, new)
    # Somebody else may have changed the file meanwhile.
    changed = tuple(g for g in _named(saved) if g.punt.attribute in attributes)
    return PuntenSet(old.path, changed, new is not old)


def _named(file: Planbestand) -> list[BenoemdPunt]:
    return [
        BenoemdPunt(name, punt, _label(file, punt))
        for name, punt in zip(names_of(file.punten), file.punten, strict=True)
    ]


def _label(file: Planbestand, punt: OpenPunt) -> str:
    return file.vragenlijst.vraag(punt.vraag).label if punt.vraag else ""
