"""Saving a plan so that nothing is lost: not our answer, and not what somebody else just wrote.

What a failed or killed save leaves behind is written beside the plan, and found again.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import (
    BestandError,
    BotsingError,
    ProjectbestandError,
    UitvoeringsplanError,
)
from uitvoeringsplan.files.atomic import hold_lock, open_descriptor, short_name, write_atomic
from uitvoeringsplan.files.file_reading import load_bytes, reason, size_of
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_ATTEMPTS = 100
_OLD = 3600.0  # seconds


class _ChangedMeanwhile(Exception):  # noqa: N818 - no error: a signal between these two functions
    """The file is no longer what it was when it was read."""


def save_new(file: Planbestand) -> None:
    """Write a file that may not exist yet; raises BestandError."""
    with hold_lock(file.path):
        if os.path.lexists(file.path):
            raise BestandError(
                file.path,
                "dit bestand bestaat al. Ga ermee verder met"
                f" `{typed_command('verder', file.path)}`, of kies een andere naam.",
            )
        with _with_rescue(file):
            _write(file, None)


def save_plan(old: Planbestand, new: Planbestand) -> Planbestand:
    """Save `new`, which was made from `old`, and return what stands on disk afterwards.

    Nothing is written when the two are equal. When somebody else changed the file meanwhile, our
    answers are put into theirs; that is what comes back. Raises BotsingError, with nothing
    written, when both changed one answer. Any other failure leaves our text in a file beside the
    plan, which the error names.
    """
    if new.data == old.data:
        return old
    with hold_lock(new.path), _with_rescue(new):
        while True:
            try:
                _write(new, old.data)
            except _ChangedMeanwhile:
                theirs = _read_again(old)
            else:
                return new
            from uitvoeringsplan.plan.merging import merge_answers  # noqa: PLC0415 - seldom

            merged = merge_answers(old, new, theirs)
            if merged.clashes:
                raise BotsingError(
                    old.path, [(b.vraag.id, b.ours, b.theirs) for b in merged.clashes]
                )
            old, new = theirs, merged.file
            if new.data == old.data:
                return new


def _read_again(file: Planbestand) -> Planbestand:
    return read_planbestand(load_bytes(file.path), file.path, file.vragenlijst)


def _write(file: Planbestand, seen: bytes | None) -> None:
    """Write the file if it still has the bytes `seen`; raises _ChangedMeanwhile or OSError."""

    def unchanged() -> None:
        if _bytes_now(file.path) != seen:
            raise _ChangedMeanwhile

    unchanged()  # before the work, and again just before replacing
    write_atomic(file.path, file.data, just_before=unchanged)


def _bytes_now(path: Path) -> bytes | None:
    try:
        size_of(path)
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _with_rescue(file: Planbestand) -> Iterator[None]:
    """Turn every failure into a message, and leave the text where it can be found."""
    try:
        yield
    except BotsingError:
        raise
    except _ChangedMeanwhile:
        # Only a new plan comes here: someone made the same file in the same moment.
        raise rescued(file, "dit bestand is intussen door iemand anders gemaakt.") from None
    except ProjectbestandError as error:
        raise rescued(file, f"iemand heeft dit bestand intussen veranderd.\n{error}") from error
    except BestandError as error:
        if not os.path.exists(file.path):  # noqa: PTH110 - says no where a Path would fail
            raise rescued(file, "dit bestand is intussen weggehaald of hernoemd.") from error
        raise rescued(file, error.message) from error
    except OSError as error:
        raise rescued(file, _why_not(file.path, error)) from error


def rescued(file: Planbestand, message: str) -> BestandError:
    """Return the error to raise, after putting the text of the plan in a file beside it."""
    place = write_rescue(file.path, file.data)
    if place is None:
        return BestandError(file.path, message)
    between = "\n" if "\n" in message else " "
    return BestandError(
        file.path,
        f"{message}{between}Er is niets verloren: het plan met je antwoord staat in {place}.",
    )


def _why_not(path: Path, error: OSError) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return f"de map {path.parent} bestaat niet. Maak die eerst, of kies een andere plek."
    if isinstance(error, PermissionError):
        return (
            "hier mag niet geschreven worden (alleen-lezen, of open in een ander programma)."
            " Maak het bestand beschrijfbaar, of kies een andere plek."
        )
    return f"opslaan lukt niet ({reason(error)})."


class Leftover(NamedTuple):
    """A leftover, and the answers and points in it that the plan does not have."""

    path: Path
    antwoorden: Mapping[str, str]
    punten: tuple[OpenPunt, ...] = ()

    def clean_up(self) -> None:
        """Remove the leftover; one that cannot be removed stays."""
        with contextlib.suppress(OSError):
            self.path.unlink()


def write_rescue(plan: Path, data: bytes) -> Path | None:
    """Write the text of a plan that could not be saved, and return where; None when nowhere can.

    Beside the plan if possible, else in the home folder, else among the temporary files. Only the
    owner may read it.
    """
    import tempfile  # noqa: PLC0415 - seldom, and `status` should not wait for it

    stem = short_name(plan.name).removesuffix(PLAN_SUFFIX)
    for folder in (plan.parent, Path.home(), Path(tempfile.gettempdir())):
        for i in range(1, _ATTEMPTS):
            path = folder / f"{stem}.herstel-{i}.yaml"
            try:
                number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                with open_descriptor(number) as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    path.unlink()
                break
            return path
    return None


def find_leftovers(file: Planbestand, *, sweep: bool = True) -> list[Leftover]:
    """Return the leftovers of this plan that hold something it lacks; sweeps the others.

    Nobody on this machine is saving while we hold the lock; whoever saves on another one is done
    within the hour. A file that was cut off in the middle cannot be read as a plan and holds
    nothing that was ever acknowledged.
    """
    if not _candidates(file.path):
        return []  # what comes just after this is of a save that goes on
    out: list[Leftover] = []
    with hold_lock(file.path) as alone:
        for path in _candidates(file.path):
            rest = _read_leftover(path, file, file.vragenlijst)
            if rest and (rest.antwoorden or rest.punten):
                out.append(rest)
            elif sweep and alone and (rest is not None or _is_temporary(path)) and _is_old(path):
                Leftover(path, {}).clean_up()
    return out


def _candidates(plan: Path) -> list[Path]:
    """Return what looks like a leftover; of a symlink also beside the file that it names."""
    out: list[Path] = []
    places = [plan]
    if os.path.islink(plan):  # noqa: PTH114 - says no where a Path would fail
        places.append(Path(os.path.realpath(plan)))
    for place in places:
        name = re.escape(short_name(place.name))
        stem = name.removesuffix(re.escape(PLAN_SUFFIX))
        shape = re.compile(rf"\.{name}\.\d+-\d+\.tmp|{stem}\.herstel-\d+\.yaml")
        with contextlib.suppress(OSError):
            out += sorted(path for path in place.parent.iterdir() if shape.fullmatch(path.name))
    return out


def _is_temporary(path: Path) -> bool:
    return path.suffix == ".tmp"


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except OSError:
        return False


def _read_leftover(path: Path, file: Planbestand, vragenlijst: Vragenlijst) -> Leftover | None:
    """Return what a leftover says otherwise than the plan; None when it is no plan."""
    try:
        rest = read_planbestand(load_bytes(path), path, vragenlijst)
    except UitvoeringsplanError:
        return None
    # A rescue file was whole before anyone heard of it; a temporary file may be cut off.
    temporary = _is_temporary(path)
    if temporary and not _is_whole(rest, file):
        return None
    out = {}
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        text, now = rest.plan.text(vraag), file.plan.text(vraag)
        # The beginning of what the plan has: cut off just there, and nothing new in any case.
        if text and text != now and not (temporary and now.startswith(text)):
            out[vraag.id] = text
    # The key is the last line of a point: one without may be cut off.
    punten = [punt for punt in rest.punten if punt.sleutel or not temporary]
    return Leftover(path, out, _new_punten(file, punten) if punten else ())


def _new_punten(file: Planbestand, punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    from uitvoeringsplan.model.open_punt import new_punten  # noqa: PLC0415 - few plans have points

    return new_punten(file.punten, punten)


def _is_whole(rest: Planbestand, file: Planbestand) -> bool:
    """Whether a leftover has every key that the plan has, and ends as the plan does."""
    keys = [{*reading.plan.gegevens, *reading.plan.antwoorden} for reading in (rest, file)]
    has_line_end = rest.data.endswith(b"\n") or not file.data.endswith(b"\n")
    return keys[0] >= keys[1] and has_line_end
