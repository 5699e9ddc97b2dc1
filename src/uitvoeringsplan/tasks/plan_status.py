"""`status`: how far plans are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.plan import Plan, Stand, Voortgang, voortgang
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import find_leftovers
from uitvoeringsplan.tasks.environment import Vragenlijsten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand


class Status(NamedTuple):
    """How far one plan is."""

    path: Path
    plan: Plan
    vragenlijst: Vragenlijst
    voortgang: Voortgang
    leftovers: tuple[Path, ...] = ()  # files that an interrupted save left behind
    open_punten: tuple[str, ...] = ()  # the names of the points that are still open


class UnreadablePlan(NamedTuple):
    """A plan that cannot be read, and why."""

    path: Path
    error: UitvoeringsplanError


def load_status(
    plannen: Sequence[Path], *, vragen: Path | None = None
) -> list[Status | UnreadablePlan]:
    """Return how far these plans are (none: the only one in this folder).

    One that cannot be read does not stop the others. Raises what holds for all of them.
    """
    environments = Vragenlijsten(vragen).of_each(plannen or [find_plan(None)])
    return [
        UnreadablePlan(path, one)
        if isinstance(one, UitvoeringsplanError)
        else _progress(path, one.vragenlijst)
        for path, one in environments.items()
    ]


def _progress(path: Path, lijst: Vragenlijst) -> Status | UnreadablePlan:
    try:
        file = load_plan(path, lijst)
        leftovers = tuple(rest.path for rest in find_leftovers(file, sweep=False))
    except UitvoeringsplanError as error:
        return UnreadablePlan(path, error)
    progress = voortgang(lijst, file.plan)
    return Status(path, file.plan, lijst, progress, leftovers, _open_punten(file))


def to_json(statuses: Sequence[Status | UnreadablePlan]) -> list[dict[str, object]]:
    """Return the statuses in the documented shape of `status --json` (docs/formaten.md)."""
    return [
        {"plan": str(status.path), "fout": str(status.error)}
        if isinstance(status, UnreadablePlan)
        else {
            "plan": str(status.path),
            "gemeente": status.plan.gegevens.get(velden.GEMEENTE) or "",
            "status": status.plan.status,
            "vragen": status.voortgang.total,
            "beantwoord": status.voortgang.beantwoord,
            "onderdelen": [_section(progress) for progress in status.voortgang.standen],
            "naar_keuze": [_section(progress) for progress in status.voortgang.naar_keuze],
            "ontbrekende_gegevens": [veld.id for veld in status.voortgang.open_velden],
            "open_punten": len(status.open_punten),
            "punten": list(status.open_punten),
            "resten": [str(path) for path in status.leftovers],
        }
        for status in statuses
    ]


def _open_punten(file: Planbestand) -> tuple[str, ...]:
    if not file.punten:  # most plans have none and need not wait for what names them
        return ()
    from uitvoeringsplan.model.open_punt import names_of  # noqa: PLC0415

    names = zip(names_of(file.punten), file.punten, strict=True)
    return tuple(name for name, punt in names if punt.is_open)


def _section(progress: Stand) -> dict[str, object]:
    return {
        "id": progress.onderdeel.id,
        "titel": progress.onderdeel.titel,
        "vragen": progress.total,
        "beantwoord": progress.beantwoord,
        "open": [vraag.id for vraag in progress.open],
    }
