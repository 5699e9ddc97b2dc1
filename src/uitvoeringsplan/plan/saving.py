"""Saving a plan so that nothing is lost: not our answer, and not what somebody else just wrote."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, BotsingError, ProjectbestandError
from uitvoeringsplan.files.atomic import schrijf_atomair, slot
from uitvoeringsplan.files.file_reading import grootte, reden
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.model.tekst import typed_command
from uitvoeringsplan.plan.leftovers import schrijf_herstel
from uitvoeringsplan.plan.planbestand import Planbestand, lees_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _ChangedMeanwhile(Exception):  # noqa: N818 - no error: a signal between these two functions
    """The file is no longer what it was when it was read."""


def bewaar_nieuw(file: Planbestand) -> None:
    """Write a file that may not exist yet; raises BestandError."""
    with slot(file.pad):
        if os.path.lexists(file.pad):
            raise BestandError(
                file.pad,
                "dit bestand bestaat al. Ga ermee verder met"
                f" `{typed_command('verder', file.pad)}`, of kies een andere naam.",
            )
        with _with_rescue(file):
            _write(file, None)


def bewaar(old: Planbestand, new: Planbestand) -> Planbestand:
    """Save `new`, which was made from `old`, and return what stands on disk afterwards.

    Nothing is written when the two are equal. When somebody else changed the file meanwhile, our
    answers are put into theirs; that is what comes back. Raises BotsingError, with nothing
    written, when both changed one answer. Any other failure leaves our text in a file beside the
    plan, which the error names.
    """
    if new.data == old.data:
        return old
    with slot(new.pad), _with_rescue(new):
        while True:
            try:
                _write(new, old.data)
            except _ChangedMeanwhile:
                theirs = _read_again(old)
            else:
                return new
            from uitvoeringsplan.plan.merging import voeg_samen  # noqa: PLC0415 - seldom

            merged = voeg_samen(old, new, theirs)
            if merged.botsingen:
                raise BotsingError(
                    old.pad, [(b.vraag.id, b.onze, b.hunne) for b in merged.botsingen]
                )
            old, new = theirs, merged.bestand
            if new.data == old.data:
                return new


def _read_again(file: Planbestand) -> Planbestand:
    return lees_planbestand(lees_bytes(file.pad), file.pad, file.vragenlijst)


def _write(file: Planbestand, seen: bytes | None) -> None:
    """Write the file if it still has the bytes `seen`; raises _Veranderd or OSError."""

    def ongewijzigd() -> None:
        if _bytes_now(file.pad) != seen:
            raise _ChangedMeanwhile

    ongewijzigd()  # before the work, and again just before replacing
    schrijf_atomair(file.pad, file.data, just_before=ongewijzigd)


def _bytes_now(path: Path) -> bytes | None:
    try:
        grootte(path)
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
        raise gered(file, "dit bestand is intussen door iemand anders gemaakt.") from None
    except ProjectbestandError as error:
        raise gered(file, f"iemand heeft dit bestand intussen veranderd.\n{error}") from error
    except BestandError as error:
        if not os.path.exists(file.pad):  # noqa: PTH110 - says no where a Path would fail
            raise gered(file, "dit bestand is intussen weggehaald of hernoemd.") from error
        raise gered(file, error.melding) from error
    except OSError as error:
        raise gered(file, _why_not(file.pad, error)) from error


def gered(file: Planbestand, message: str) -> BestandError:
    """Return the error to raise, after putting the text of the plan in a file beside it."""
    place = schrijf_herstel(file.pad, file.data)
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
    return f"opslaan lukt niet ({reden(error)})."
