"""Reading files: looking first, why it fails, and what a reader should hear of it.

A pipe would let us wait for ever, and a device may have no end, so both are refused. What is
remarkable about a file that can be read all the same is no error, and what reads it does not know
who is listening: a command says it, a check makes a finding of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from contextvars import ContextVar
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOT_A_FILE = "dit is geen gewoon bestand maar een apparaat of een doorgeefluik"


def size_of(path: Path) -> int:
    """Return how many bytes a regular file has; a folder counts as one, reading it says so.

    Raises OSError, also for what is neither: a device, a pipe, a socket.
    """
    # os.stat() follows a link, so that what it names is looked at.
    what = os.stat(path)  # noqa: PTH116 - one call, on every read
    if not (stat.S_ISREG(what.st_mode) or stat.S_ISDIR(what.st_mode)):
        raise OSError(errno.EINVAL, NOT_A_FILE, str(path))
    return what.st_size if stat.S_ISREG(what.st_mode) else 0


_REASONS = {
    "ENOSPC": "de schijf is vol",
    "EDQUOT": "je ruimte op deze schijf is op",
    "EFBIG": "het bestand is te groot voor deze schijf",
    "EIO": "de schijf of de verbinding ermee is gestoord",
    "EROFS": "deze schijf is alleen-lezen",
    "ENAMETOOLONG": "de naam is te lang",
    "ELOOP": "de snelkoppeling verwijst naar zichzelf",
    "ENOTDIR": "een deel van het pad is een bestand, geen map",
    "EISDIR": "dit is een map",
    "ENOENT": "het bestand of de map bestaat niet",
    "EEXIST": "dit bestand bestaat al",
    "EACCES": "je hebt er geen rechten voor",
    "EPERM": "je hebt er geen rechten voor",
    "EBUSY": "het bestand is in gebruik",
    "ETXTBSY": "het bestand is in gebruik",
    "EMFILE": "er zijn te veel bestanden open",
    "ENFILE": "er zijn te veel bestanden open",
    "ESTALE": "de verbinding met de netwerkschijf is weg",
    "ETIMEDOUT": "de netwerkschijf antwoordt niet",
    "EHOSTDOWN": "de netwerkschijf antwoordt niet",
    "EHOSTUNREACH": "de netwerkschijf antwoordt niet",
    "ENODEV": "de schijf is weg",
    "ENXIO": "de schijf is weg",
}
# Not every system knows every number.
_BY_NUMBER = {
    getattr(errno, naam): reason for naam, reason in _REASONS.items() if hasattr(errno, naam)
}


def reason(error: OSError) -> str:
    """Return why, in a few Dutch words; of an error that is not in the table, its own text."""
    return _BY_NUMBER.get(error.errno or 0) or error.strerror or str(error)


class ReadingNotice(NamedTuple):
    """What is remarkable, as a sentence, and where; `regel` counts from 1."""

    pad: Path
    regel: int
    melding: str

    def __str__(self) -> str:
        """Return the whole message."""
        return f"{self.pad}, regel {self.regel}: {self.melding}"


_LUISTERAAR: ContextVar[Callable[[ReadingNotice], None] | None] = ContextVar("luisteraar")


def give_notice(message: ReadingNotice) -> None:
    """Tell whoever is listening; without anybody nothing happens."""
    if (listener := _LUISTERAAR.get(None)) is not None:
        listener(message)


@contextlib.contextmanager
def notices_to(to: Callable[[ReadingNotice], None]) -> Iterator[None]:
    """Let everything that is told inside go to `to`, and to nobody else."""
    begin = _LUISTERAAR.set(to)
    try:
        yield
    finally:
        _LUISTERAAR.reset(begin)


def once(say: Callable[[str], object]) -> Callable[[ReadingNotice], None]:
    """Return what says each remark once as a sentence, however often the file is read."""
    said: set[str] = set()

    def zeg_het(message: ReadingNotice) -> None:
        text = f"Let op: {message}"
        if text not in said:
            said.add(text)
            say(text)

    return zeg_het
