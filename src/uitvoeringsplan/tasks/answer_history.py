"""`geschiedenis`: how one answer came to be, from its first words to what stands there now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.git.git_history import read_answer, read_answers, read_history
from uitvoeringsplan.model.plan_differences import Wijziging
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.tasks.environment import Vragenlijsten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.git.git_history import AnswerReading
    from uitvoeringsplan.model.plan_differences import Versie
    from uitvoeringsplan.model.vraag import Vraag


class UnreadableVersion(NamedTuple):
    """A version that cannot be read as a plan, and why; None is the file on disk."""

    versie: Versie | None
    objection: str


@dataclass(frozen=True, slots=True)
class AnswerHistory:
    """How an answer came to be: its changes, the oldest first."""

    path: Path
    vraag: Vraag
    wijzigingen: tuple[Wijziging, ...]
    unreadable: tuple[UnreadableVersion, ...]
    in_git: bool
    is_shallow: bool


def load_answer_history(
    plan: Path | None, vraag_id: str, *, vragen: Path | None = None
) -> AnswerHistory:
    """Return the changes of one answer; raises GitError and OnbekendeVraagError."""
    path = find_plan(plan)
    vraag = Vragenlijsten(vragen).of(path).vragenlijst.vraag(vraag_id)
    history = read_history(path)
    versions = history.versions
    readings = read_answers(history, vraag)
    changes, last = _changes(versions, readings)
    unreadable = [
        UnreadableVersion(version, reading.objection)
        for version, reading in zip(versions, readings, strict=True)
        if reading.objection
        and all(versions[o].content != version.content for o in version.parents)
    ]
    if now := _on_disk(path, vraag, must=not versions):
        if now.objection:
            unreadable.append(UnreadableVersion(None, now.objection))
        elif now.text != last:
            changes.append(Wijziging(None, last, now.text))
    return AnswerHistory(
        path, vraag, tuple(changes), tuple(unreadable), bool(versions), history.is_shallow
    )


def to_json(history: AnswerHistory) -> dict[str, object]:
    """Return a history in the documented shape of `geschiedenis --json`."""

    def start(version: Versie | None) -> dict[str, str]:
        if version is None:
            return {"commit": "", "auteur": "", "datum": "", "onderwerp": ""}
        return {
            "commit": version.commit,
            "auteur": version.auteur,
            "datum": version.datum,
            "onderwerp": version.subject,
        }

    return {
        "plan": str(history.path),
        "vraag": history.vraag.id,
        "wijzigingen": [
            {**start(w.versie), "samenvoeging": w.is_merge, "oud": w.old, "nieuw": w.new}
            for w in history.wijzigingen
        ],
        "onleesbaar": [{**start(o.versie), "reden": o.objection} for o in history.unreadable],
        "in_git": history.in_git,
        "afgekapt": history.is_shallow,
    }


def _on_disk(path: Path, vraag: Vraag, *, must: bool) -> AnswerReading | None:
    """Return the answer in the file as it is; None when the file is gone but was in git."""
    try:
        data = load_bytes(path)
    except BestandError:
        if must or path.exists():
            raise
        return None
    return read_answer(data, str(path), vraag)


def _changes(
    versions: Sequence[Versie], readings: Iterable[AnswerReading]
) -> tuple[list[Wijziging], str]:
    """Return the changes, and the answer in the last version.

    A version that cannot be read counts as if it said what the one before it says.
    """
    texts: list[str] = []
    out: dict[int, Wijziging] = {}
    for number, (version, reading) in enumerate(zip(versions, readings, strict=True)):
        before = [texts[parent] for parent in version.parents] or [""]
        now = before[0] if reading.objection else reading.text
        texts.append(now)
        gone = before[0] if now not in before else _given_way(versions, texts, number, out.keys())
        if gone is not None:
            out[number] = Wijziging(version, gone, now)
    return list(out.values()), texts[-1] if texts else ""


def _given_way(
    versions: Sequence[Versie], texts: Sequence[str], number: int, changed: Iterable[int]
) -> str | None:
    """Return the text that a merge did not take over though its branch had changed it, or None."""
    parents = versions[number].parents
    now = texts[number]
    if all(texts[parent] == now for parent in parents):
        return None
    kept = _with_all_before(versions, [o for o in parents if texts[o] == now])
    for parent in parents:
        if texts[parent] != now:
            own = _with_all_before(versions, [parent]) - kept
            if not own.isdisjoint(changed):
                return texts[parent]
    return None


def _with_all_before(versions: Sequence[Versie], numbers: Sequence[int]) -> set[int]:
    seen = set(numbers)
    open_ = list(numbers)
    while open_:
        further = [o for o in versions[open_.pop()].parents if o not in seen]
        seen.update(further)
        open_ += further
    return seen
