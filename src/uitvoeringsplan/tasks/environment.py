"""What every command starts with: the question set, and the plan to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.files.lookup import find_plan, find_vragen
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vragenlijst import Vragenlijst


class Environment(NamedTuple):
    """A question set and the file it came from."""

    vragen_path: Path
    vragenlijst: Vragenlijst

    def plan(self, path: Path | None) -> Planbestand:
        """Return the plan asked for, or the only one in this folder."""
        return load_plan(find_plan(path), self.vragenlijst)


def open_environment(vragen: Path | None = None) -> Environment:
    """Return the question set to work with; raises BestandError or VragenlijstError."""
    path = find_vragen(vragen)
    return Environment(path, load_vragenlijst(path))
