"""One process at a time: a lock that is held only while a file is compared and replaced."""

from __future__ import annotations

import contextlib
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

# A save takes milliseconds; whoever waits longer than this waits for something that hangs.
_WACHT = 15.0


@contextlib.contextmanager
def slot(pad: Path) -> Iterator[bool]:
    """Hold the lock of a file; gives False when another process keeps it too long.

    The lock file stands in the folder for temporary files, named after the path, so that no litter
    lands in git or on a shared drive. It keeps processes on one machine apart; between machines the
    comparison just before replacing does. That also guards a save without the lock: a stuck lock
    must not stop work.
    """
    grendel = _neem(pad)
    try:
        yield grendel is not None
    finally:
        if grendel is not None:
            # What was saved is saved; the end of the process frees a lock that will not let go.
            with contextlib.suppress(OSError):
                grendel.release()


def _neem(pad: Path) -> BaseFileLock | None:
    # Only a save needs it, and the first question should not wait for it.
    from filelock import FileLock  # noqa: PLC0415

    try:
        # resolve() has an error of its own for a loop of symlinks.
        sleutel = sha256(os.fsencode(os.path.realpath(pad))).hexdigest()[:24]
        grendel = FileLock(Path(tempfile.gettempdir()) / f"uitvoeringsplan-{sleutel}.lock")
        grendel.acquire(timeout=_WACHT)
    except (OSError, NotImplementedError):  # a timeout is an OSError too
        return None
    return grendel
