"""Writing a file so that a reader sees the old or the new content, never half of it.

The new content goes to a hidden file in the same folder, is flushed to disk, gets the mode of the
file it replaces and then takes its name in one step; at last the folder is flushed, where the
system has that. A failure at any point leaves the old file as it was. A lock, held only while a
file is compared and replaced, keeps two processes apart.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from filelock import BaseFileLock

# Windows refuses to replace a file that a virus scanner, an indexer or a sync client holds for a
# moment. Only those errors are worth another try; the pauses add up to some three seconds.
_DEELFOUTEN = (5, 32, 33)
_PAUZES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
# A name may have 255 bytes; in an encrypted folder of Linux 143. Ours adds some twenty.
_MAX_NAAM = 120


def schrijf_atomair(
    pad: Path,
    data: bytes,
    *,
    vlak_voor: Callable[[], None] | None = None,
    mode: int | None = None,
    duurzaam: bool = True,
) -> None:
    """Write `data` to `pad`, through a symlink to its target; raises OSError.

    `vlak_voor` is called when the new content is safely on disk and about to take its place; what
    it raises cancels the write. `mode` is for a new file; an existing one keeps its own. Without
    `duurzaam` the system may keep it in memory for a while: enough for what can be made again.
    """
    doel = Path(os.path.realpath(pad))  # resolve() has an error of its own for a loop
    bestaand = _mode(doel)
    if bestaand is not None and not os.access(doel, os.W_OK):
        # POSIX would replace a read-only file without a word.
        raise PermissionError(13, "alleen-lezen", str(pad))
    nummer, tijdelijk = _tijdelijk_bestand(doel)
    try:
        with als_bestand(nummer) as bestand:
            bestand.write(data)
            bestand.flush()
            if duurzaam:
                os.fsync(bestand.fileno())
        if bestaand is not None:
            tijdelijk.chmod(bestaand)
        else:
            tijdelijk.chmod(_nieuwe_mode() if mode is None else mode)
        if vlak_voor is not None:
            vlak_voor()
        _vervang(tijdelijk, doel)
    except BaseException:
        with contextlib.suppress(OSError):
            tijdelijk.unlink()
        raise
    if duurzaam:
        _spoel_map(doel.parent)


def korte_naam(naam: str) -> str:
    """Return a name that leaves room to add to, with the same ending; most names are one."""
    if len(os.fsencode(naam)) <= _MAX_NAAM:
        return naam
    # The ending keeps the rules for git and for leftovers true of it.
    return sha256(os.fsencode(naam)).hexdigest()[:16] + naam[-10:]


def als_bestand(nummer: int) -> BinaryIO:
    """Return the file of a descriptor; the descriptor is closed when that fails."""
    try:
        return os.fdopen(nummer, "wb")
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(nummer)
        raise


def _tijdelijk_bestand(doel: Path) -> tuple[int, Path]:
    """Open a new hidden file beside `doel`, readable by its owner alone until it is whole."""
    soort = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    poging = 0
    while True:
        # The number of the process keeps two of them apart; a leftover of a killed one is skipped.
        pad = doel.with_name(f".{korte_naam(doel.name)}.{os.getpid()}-{poging}.tmp")
        try:
            return os.open(pad, soort, 0o600), pad
        except FileExistsError:
            poging += 1


def _mode(pad: Path) -> int | None:
    """Return the mode of a file that is there; a folder or a device is none to replace."""
    try:
        soort = pad.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(soort):
        # realpath() stops without a word where it cannot follow; the link itself must stay.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(pad))
    if not stat.S_ISREG(soort):
        raise OSError(errno.EINVAL, "dit is geen gewoon bestand", str(pad))
    return stat.S_IMODE(soort)


def _nieuwe_mode() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return 0o666 & ~masker


def _vervang(tijdelijk: Path, doel: Path) -> None:
    for pauze in (*_PAUZES, None):
        try:
            tijdelijk.replace(doel)
        except PermissionError as fout:
            if pauze is None or getattr(fout, "winerror", None) not in _DEELFOUTEN:
                raise
            time.sleep(pauze)
        else:
            return


def _spoel_map(map_: Path) -> None:
    """Flush the folder, so that the new name survives a power cut.

    Not every system can, and not every folder may be opened; the file is in its place all the same.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        nummer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)


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
    # Only a save needs these, and the first question should not wait for them.
    import tempfile  # noqa: PLC0415

    from filelock import FileLock  # noqa: PLC0415

    try:
        # resolve() has an error of its own for a loop of symlinks.
        sleutel = sha256(os.fsencode(os.path.realpath(pad))).hexdigest()[:24]
        grendel = FileLock(Path(tempfile.gettempdir()) / f"uitvoeringsplan-{sleutel}.lock")
        grendel.acquire(timeout=_WACHT)
    except (OSError, NotImplementedError):  # a timeout is an OSError too
        return None
    return grendel
