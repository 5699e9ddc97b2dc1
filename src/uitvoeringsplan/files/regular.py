"""Looking before reading: a pipe would let us wait for ever, and a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GEEN_BESTAND = "dit is geen gewoon bestand maar een apparaat of een doorgeefluik"


def grootte(pad: Path) -> int:
    """Return how many bytes a regular file has; a folder counts as one, reading it says so.

    Raises OSError, also for what is neither: a device, a pipe, a socket.
    """
    # os.stat() follows a link, so that what it names is looked at.
    wat = os.stat(pad)  # noqa: PTH116 - one call, on every read
    if not (stat.S_ISREG(wat.st_mode) or stat.S_ISDIR(wat.st_mode)):
        raise OSError(errno.EINVAL, GEEN_BESTAND, str(pad))
    return wat.st_size if stat.S_ISREG(wat.st_mode) else 0
