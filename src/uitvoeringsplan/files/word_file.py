"""Word files on disk: reading them whole, and replacing them with care."""

from __future__ import annotations

import contextlib
import os
import re
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.atomic import short_name, write_atomic
from uitvoeringsplan.files.file_reading import reason, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_OLD = 3600.0  # seconds
_TEMPORARY = r"\.(.+)\.\d+-\d+\.tmp"  # as `write_atomic` names them
MAX_WORD = 25 * 2**20  # bytes; what reads the parts of a Word file takes no more
MAX_OUTPUT = 500 * 2**20  # bytes; a PDF may hold many pictures

PREVIOUS = "-vorige"  # behind the name of a file that another took the place of


def load_word(path: Path, at_most: int = MAX_WORD) -> bytes | None:
    """Return the content of a Word file, or None when there is no such file.

    Raises BestandError, also for one of more bytes than `at_most`: no file of ours is so large.
    """
    try:
        if size_of(path) > at_most:
            raise BestandError(
                path, f"dit bestand is groter dan {at_most // 2**20} MB. Is dit het goede bestand?"
            )
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except (IsADirectoryError, PermissionError):
        if os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir() this never raises
            raise UitvoerError(path, "dit is een map. Geef de naam van een Word-bestand.") from None
        raise BestandError(
            path, "dit bestand mag niet gelezen worden. Controleer de rechten."
        ) from None
    except OSError as error:
        raise BestandError(path, f"dit bestand is niet te lezen ({reason(error)}).") from error


def make_folder(folder: Path) -> None:
    """Make the folder that Word files go to, and those above it; raises UitvoerError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UitvoerError(folder, f"deze map is niet te maken ({reason(error)}).") from error


def save_word(path: Path, data: bytes) -> None:
    """Write a Word file, whole or not at all; raises UitvoerError with the reason."""
    if lock := _lock_of_another(path):
        raise UitvoerError(
            path,
            "dit document is open in Word of LibreOffice. Sluit het daar en probeer het opnieuw."
            f" Is het nergens open, verwijder dan het bestand {lock.name}.",
        )
    try:
        write_atomic(path, data, durable=False)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UitvoerError(path, f"de map {path.parent} bestaat niet. Maak die eerst.") from error
    except PermissionError as error:
        raise UitvoerError(
            path,
            "hier mag niet geschreven worden: het bestand of de map is alleen-lezen, of het"
            " document is open in Word. Sluit het, of kies met -u een andere plek.",
        ) from error
    except OSError as error:
        raise UitvoerError(path, f"opslaan lukt niet ({reason(error)}).") from error


def remove_temporary(paths: Iterable[Path]) -> None:
    """Remove what a run that was killed left beside these files: copies that were never whole.

    Whoever is still writing one, perhaps on another machine, is done within the hour.
    """
    by_folder: dict[Path, set[str]] = {}
    for path in paths:
        by_folder.setdefault(path.parent, set()).add(short_name(path.name))
    for folder, names in by_folder.items():
        with contextlib.suppress(OSError), os.scandir(folder) as content:
            for part in content:
                found = re.fullmatch(_TEMPORARY, part.name)
                if found and found[1] in names and _is_old(part):
                    Path(part.path).unlink(missing_ok=True)


def _is_old(part: os.DirEntry[str]) -> bool:
    return time.time() - part.stat(follow_symlinks=False).st_mtime > _OLD


def keep_previous(path: Path, data: bytes, end: str = "") -> Path:
    """Keep what a file holds under a name of its own beside it, and return that name.

    No file that is there is replaced: `oud-vorige.docx`, then `oud-vorige-2.docx`, and so on; one
    with this content already is the one. `end` is how the name ends when that is more than a
    suffix. Raises UitvoerError or BestandError.
    """
    end = end or path.suffix
    stem = path.name.removesuffix(end)
    for number in count(1):
        behind = f"-{number}" if number > 1 else ""
        previous = path.with_name(f"{stem}{PREVIOUS}{behind}{end}")
        existing = load_word(previous, at_most=MAX_OUTPUT)
        if existing is None:
            save_word(previous, data)
        if existing is None or existing == data:
            return previous
    raise AssertionError  # counting does not end


def _lock_of_another(path: Path) -> Path | None:
    """Return the file by which an office program says that it has this document open."""
    # Word writes ~$ over the first two letters of a long name, and before a short one.
    names = (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#")
    # os.path.exists() never raises, Path.exists() does in a folder that is closed.
    return next((lock for name in names if os.path.exists(lock := path.with_name(name))), None)  # noqa: PTH110
