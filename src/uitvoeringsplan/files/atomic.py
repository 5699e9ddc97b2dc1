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
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.model.checksum import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from filelock import BaseFileLock

# Windows refuses to replace a file that a virus scanner, an indexer or a sync client holds for a
# moment. Only those errors are worth another try; the pauses add up to some three seconds.
_SHARING_ERRORS = (5, 32, 33)
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
# A name may have 255 bytes; in an encrypted folder of Linux 143. Ours adds some twenty.
_MAX_NAME = 120


def write_atomic(
    path: Path,
    data: bytes,
    *,
    just_before: Callable[[], None] | None = None,
    mode: int | None = None,
    durable: bool = True,
) -> None:
    """Write `data` to `path`, through a symlink to its target; raises OSError.

    `just_before` is called when the new content is safely on disk and about to take its place; what
    it raises cancels the write. `mode` is for a new file; an existing one keeps its own. Without
    `durable` the system may keep it in memory for a while: enough for what can be made again.
    """
    target = Path(os.path.realpath(path))  # resolve() has an error of its own for a loop
    existing = _mode(target)
    if existing is not None and not os.access(target, os.W_OK):
        # POSIX would replace a read-only file without a word.
        raise PermissionError(13, "alleen-lezen", str(path))
    number, temporary = _open_temporary(target)
    try:
        with open_descriptor(number) as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if existing is not None:
            temporary.chmod(existing)
        else:
            temporary.chmod(_new_mode() if mode is None else mode)
        if just_before is not None:
            just_before()
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _flush_folder(target.parent)


def short_name(name: str) -> str:
    """Return a name that leaves room to add to, with the same ending; most names are one."""
    if len(os.fsencode(name)) <= _MAX_NAME:
        return name
    # The ending keeps the rules for git and for leftovers true of it.
    return digest(os.fsencode(name), 16) + name[-10:]


def open_descriptor(number: int) -> BinaryIO:
    """Return the file of a descriptor; the descriptor is closed when that fails."""
    try:
        return os.fdopen(number, "wb")
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(number)
        raise


def _open_temporary(target: Path) -> tuple[int, Path]:
    """Open a new hidden file beside `target`, readable by its owner alone until it is whole."""
    kind = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    attempt = 0
    while True:
        # The number of the process keeps two of them apart; a leftover of a killed one is skipped.
        path = target.with_name(f".{short_name(target.name)}.{os.getpid()}-{attempt}.tmp")
        try:
            return os.open(path, kind, 0o600), path
        except FileExistsError:
            attempt += 1


def _mode(path: Path) -> int | None:
    """Return the mode of a file that is there; a folder or a device is none to replace."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(kind):
        # realpath() stops without a word where it cannot follow; the link itself must stay.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if not stat.S_ISREG(kind):
        raise OSError(errno.EINVAL, "dit is geen gewoon bestand", str(path))
    return stat.S_IMODE(kind)


def _new_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(temporary: Path, target: Path) -> None:
    for pause in (*_PAUSES, None):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if pause is None or getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            time.sleep(pause)
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Flush the folder, so that the new name survives a power cut.

    Not every system can, and not every folder may be opened; the file is in its place all the same.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


# A save takes milliseconds; whoever waits longer than this waits for something that hangs.
_PATIENCE = 15.0


@contextlib.contextmanager
def hold_lock(path: Path) -> Iterator[bool]:
    """Hold the lock of a file; gives False when another process keeps it too long.

    The lock file stands in the folder for temporary files, named after the path, so that no litter
    lands in git or on a shared drive. It keeps processes on one machine apart; between machines the
    comparison just before replacing does. That also guards a save without the lock: a stuck lock
    must not stop work.
    """
    lock = _acquire(path)
    try:
        yield lock is not None
    finally:
        if lock is not None:
            # What was saved is saved; the end of the process frees a lock that will not let go.
            with contextlib.suppress(OSError):
                lock.release()


def _acquire(path: Path) -> BaseFileLock | None:
    # Only a save needs these, and the first question should not wait for them.
    import tempfile  # noqa: PLC0415

    from filelock import FileLock  # noqa: PLC0415

    try:
        # resolve() has an error of its own for a loop of symlinks.
        key = digest(os.fsencode(os.path.realpath(path)), 24)
        lock = FileLock(Path(tempfile.gettempdir()) / f"uitvoeringsplan-{key}.lock")
        lock.acquire(timeout=_PATIENCE)
    except (OSError, NotImplementedError):  # a timeout is an OSError too
        return None
    return lock
