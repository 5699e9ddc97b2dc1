"""Saving a plan so that nothing is lost: not our answer, and not what somebody else just wrote."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, BotsingError, ProjectbestandError
from uitvoeringsplan.files.atomic import hold_lock, write_atomic
from uitvoeringsplan.files.file_reading import load_bytes, reason, size_of
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.plan.leftovers import write_rescue
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _ChangedMeanwhile(Exception):  # noqa: N818 - no error: a signal between these two functions
    """The file is no longer what it was when it was read."""


def save_new(file: Planbestand) -> None:
    """Write a file that may not exist yet; raises BestandError."""
    with hold_lock(file.pad):
        if os.path.lexists(file.pad):
            raise BestandError(
                file.pad,
                "dit bestand bestaat al. Ga ermee verder met"
                f" `{typed_command('verder', file.pad)}`, of kies een andere naam.",
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
    with hold_lock(new.pad), _with_rescue(new):
        while True:
            try:
                _write(new, old.data)
            except _ChangedMeanwhile:
                theirs = _read_again(old)
            else:
                return new
            from uitvoeringsplan.plan.merging import merge_answers  # noqa: PLC0415 - seldom

            merged = merge_answers(old, new, theirs)
            if merged.botsingen:
                raise BotsingError(
                    old.pad, [(b.vraag.id, b.onze, b.hunne) for b in merged.botsingen]
                )
            old, new = theirs, merged.bestand
            if new.data == old.data:
                return new


def _read_again(file: Planbestand) -> Planbestand:
    return read_planbestand(load_bytes(file.pad), file.pad, file.vragenlijst)


def _write(file: Planbestand, seen: bytes | None) -> None:
    """Write the file if it still has the bytes `seen`; raises _ChangedMeanwhile or OSError."""

    def ongewijzigd() -> None:
        if _bytes_now(file.pad) != seen:
            raise _ChangedMeanwhile

    ongewijzigd()  # before the work, and again just before replacing
    write_atomic(file.pad, file.data, just_before=ongewijzigd)


def _bytes_now(path: Path) -> bytes | None:
    try:
        size_of(path)
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
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
        if not os.path.exists(file.pad):  # noqa: PTH110 - says no where a Path would fail
            raise rescued(file, "dit bestand is intussen weggehaald of hernoemd.") from error
        raise rescued(file, error.melding) from error
    except OSError as error:
        raise rescued(file, _why_not(file.pad, error)) from error


def rescued(file: Planbestand, message: str) -> BestandError:
    """Return the error to raise, after putting the text of the plan in a file beside it."""
    place = write_rescue(file.pad, file.data)
    if place is None:
        return BestandError(file.pad, message)
    between = "\n" if "\n" in message else " "
    return BestandError(
        file.pad,
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
