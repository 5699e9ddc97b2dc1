"""What every command starts with: the question set of a plan, and the plan itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, GeenVragenlijstError, UitvoeringsplanError
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_plan, find_sets, find_vragen
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.files.lookup import SetFiles
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


class Environment(NamedTuple):
    """A question set and the file it came from."""

    vragen_path: Path
    vragenlijst: Vragenlijst


class Vragenlijsten:
    """The question sets of one run: for every plan the nearest of its kind, each read once."""

    def __init__(self, vragen: Path | None = None) -> None:
        """Take them from where they are found; with `vragen` that one holds for every plan."""
        self.asked = vragen
        self._read: dict[Path, Environment] = {}
        self._found: dict[Path, SetFiles] = {}
        self._looked: dict[Path, list[tuple[Path, bool]] | OSError] = {}

    def of(self, plan: Path) -> Environment:
        """Return the question set of a plan.

        A plan that cannot be read gets the one set in its folder, or else a shipped one. Raises
        GeenVragenlijstError when there is no set of its kind, BestandError or VragenlijstError for
        a set that cannot be used.
        """
        if self.asked is not None or self._only(plan.parent) is not None:
            return self.of_data(b"", plan)
        try:
            data = load_bytes(plan)
        except BestandError:  # said where the plan itself is read
            data = b""
        return self.of_data(data, plan)

    def of_data(self, data: bytes, plan: Path) -> Environment:
        """Return the question set of the plan with this content; raises as `of` does."""
        if self.asked is not None:
            return self.read(find_vragen(self.asked))
        path = self._only(plan.parent)
        if path is None:
            # Most plans have one question set to choose from, and need not wait for choosing.
            from uitvoeringsplan.tasks.question_sets import choose_set  # noqa: PLC0415

            path = choose_set(self.found(plan.parent), data, plan)
        return self.read(path)

    def of_kind(self, soort: str, plan: Path) -> Environment:
        """Return the question set of a kind for a plan at this path; raises OnbekendeSoortError.

        An empty kind is not known; then it is as for a plan that cannot be read.
        """
        if not soort or self.asked is not None:
            return self.of_data(b"", plan)
        if (only := self._only(plan.parent)) is not None and self.read(
            only
        ).vragenlijst.soort == soort:
            return self.read(only)
        from uitvoeringsplan.tasks.question_sets import find_kind  # noqa: PLC0415 - as above

        return self.read(find_kind(self.found(plan.parent), soort))

    def of_each(self, plans: Iterable[Path]) -> dict[Path, Environment | UitvoeringsplanError]:
        """Return of each plan its question set, or why it has none.

        Raises when what is wrong with a question set leaves no plan to go on with.
        """
        result: dict[Path, Environment | UitvoeringsplanError] = {}
        for plan in plans:
            try:
                result[plan] = self.of(plan)
            except UitvoeringsplanError as wrong:
                result[plan] = wrong
        errors = [one for one in result.values() if isinstance(one, UitvoeringsplanError)]
        if len(errors) == len(result):
            for error in errors:
                if not isinstance(error, GeenVragenlijstError):
                    raise error
        return result

    def load(self, plan: Path | None) -> Planbestand:
        """Return the plan asked for, or the only one in this folder, with its question set."""
        path = find_plan(plan)
        return load_plan(path, self.of(path).vragenlijst)

    def read(self, path: Path) -> Environment:
        """Return the question set in a file; raises BestandError or VragenlijstError."""
        if path not in self._read:
            self._read[path] = Environment(path, load_vragenlijst(path))
        return self._read[path]

    def found(self, folder: Path) -> SetFiles:
        """Return the question sets that there are for plans in a folder."""
        if folder not in self._found:
            self._found[folder] = find_sets(folder, self._looked)
        return self._found[folder]

    def _only(self, folder: Path) -> Path | None:
        """Return the only question set that there is; None when there are more, or may be."""
        files, away = self.found(folder)
        return files[0].path if len(files) == 1 and not away else None


def open_plan(plan: Path | None, vragen: Path | None = None) -> Planbestand:
    """Return the plan asked for, or the only one in this folder, with its question set."""
    return Vragenlijsten(vragen).load(plan)
