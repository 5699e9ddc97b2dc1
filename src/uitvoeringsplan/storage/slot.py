"""One process at a time: a lock that is held only while a file is compared and replaced."""

from __future__ import annotations

import contextlib
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator

# A save takes milliseconds; whoever waits longer than this waits for something that hangs.
_WACHT = 15.0


@contextlib.contextmanager
def slot(pad: Path) -> Iterator[None]:
    """Hold the lock of a file; goes on without it when another process keeps it too long.

    The lock file stands in the folder for temporary files, named after the path, so that no litter
    lands in git or on a shared drive. It keeps processes on one machine apart; between machines the
    comparison just before replacing does.
    """
    sleutel = sha256(os.fsencode(pad.resolve())).hexdigest()[:24]
    grendel = FileLock(Path(tempfile.gettempdir()) / f"uitvoeringsplan-{sleutel}.lock")
    try:
        grendel.acquire(timeout=_WACHT)
    except (Timeout, OSError):
        # The comparison before replacing still guards the file; a stuck lock must not stop work.
        yield
        return
    try:
        yield
    finally:
        grendel.release()
