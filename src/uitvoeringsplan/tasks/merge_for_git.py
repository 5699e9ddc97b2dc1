"""What git calls to merge a plan (`merge=uitvoeringsplan`): as text, and points by their keys.

When it cannot, it says so and leaves our version and theirs as they were; git's own merge then
marks the clash. So nothing is ever merged that git by itself would have put to the user, but for
points. The other way round, git merges lines of one answer that make a sentence nobody wrote. An
answer that both changed must therefore be what `inlezen` would make of it; else it is a clash too.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, GeenVragenlijstError, UitvoeringsplanError
from uitvoeringsplan.files.file_reading import load_bytes, reason
from uitvoeringsplan.git.git_command import run_git
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.three_way import merge_antwoorden
from uitvoeringsplan.plan.merging import merge_versions
from uitvoeringsplan.plan.planbestand import read_planbestand
from uitvoeringsplan.tasks.environment import Vragenlijsten

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand


def merge_for_git(
    ours: Path, old: Path, theirs: Path, name: Path, *, vragen: Path | None = None
) -> bool:
    """Merge three files into the first and return whether that could be done.

    `name` is the plan that they are versions of. When it cannot be done the first and the last are
    not written. The second, a copy that git made for this merge, then loses the answers that git
    would have merged and may not, so that git marks both versions of them.
    """
    data = [load_bytes(path) for path in (ours, old, theirs)]
    merged = _as_text(*data)
    try:
        lijst = Vragenlijsten(vragen).of_data(data[0], name).vragenlijst
    except GeenVragenlijstError:
        return False
    reading = _read(merged, name, lijst)  # a merge that nobody can read is none
    from_us, was, from_them = (_read(part, name, lijst) for part in data)
    if reading is None and from_us and was and from_them:
        reading = _read(merge_versions(was, from_us, from_them, _as_text), name, lijst)
    if reading is None:
        return False
    if from_us and from_them:
        wrong = [
            vraag
            for vraag in (*lijst.gegevens, *lijst.vragen)
            if not _may_stand(
                vraag, reading.plan, was.plan if was else None, from_us.plan, from_them.plan
            )
        ]
        if wrong:
            _write(old, _without(was, wrong, data))
            return False
    _write(ours, reading.data)
    return True


def _may_stand(vraag: Vraag, merged: Plan, was: Plan | None, ours: Plan, theirs: Plan) -> bool:
    """Whether a merged answer is that of one side, or what their sentences or rows make."""
    text, from_us, from_them = (plan.text(vraag) for plan in (merged, ours, theirs))
    if text in (from_us, from_them):
        return True
    good = merge_antwoorden(vraag, was.text(vraag), from_us, from_them) if was else None
    return good is not None and antwoord_fingerprint(vraag, good) == antwoord_fingerprint(
        vraag, text
    )


def _without(was: Planbestand | None, vragen: list[Vraag], data: list[bytes]) -> bytes:
    """Return the old version without these answers: then both sides brought one in that place."""
    if was is None:
        return b""
    for vraag in vragen:
        was = was.with_answer(vraag, "")
    ours, _, theirs = data
    # Without any old version every difference is a clash.
    return was.data if _as_text(ours, was.data, theirs) is None else b""


def _read(data: bytes | None, name: Path, lijst: Vragenlijst) -> Planbestand | None:
    if data is None:
        return None
    try:
        return read_planbestand(data, name, lijst)
    except UitvoeringsplanError:
        return None


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BestandError(path, f"dit bestand is niet te schrijven ({reason(error)}).") from error


def _as_text(ours: bytes, old: bytes, theirs: bytes) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="uitvoeringsplan-") as folder:
        names = ("onze", "oud", "hunne")
        for name, data in zip(names, (ours, old, theirs), strict=True):
            (Path(folder) / name).write_bytes(data)
        said = run_git(Path(folder), "merge-file", "--stdout", *names)
    return said.result if said.succeeded else None
