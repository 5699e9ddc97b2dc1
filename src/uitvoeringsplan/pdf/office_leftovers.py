"""The folder that LibreOffice works in, and taking away those of runs that were killed.

Nothing can clean up after `kill -9` or a power cut but the next run. Each folder holds a lock for
as long as its run lives, so that of a folder without a run one can be sure.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

PROFILE = "profiel"
_PREFIX = "uitvoeringsplan-"
_LOCK = "slot"
_PIPE_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice itself looks
# Files that a program is still closing cannot be removed at once everywhere.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
# Seconds in which a run makes a folder and locks it; and those after which no run is at work in one
# without a lock, as earlier versions made.
_JUST_MADE, _SURELY_OLD = 10.0, 24 * 3600.0


@contextlib.contextmanager
def work_folder() -> Iterator[Path]:
    """Give a new folder that only this user can read, and remove it; raises OSError."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    lock = None
    try:
        lock = _acquire(folder)
        yield folder
    finally:
        if lock is not None:
            lock.release()
        remove_folder(folder)


def remove_leftovers() -> None:
    """Remove the folders of runs that were killed, and stop what still works in them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # Of every plan that was ever saved the lock may lie here: no need to look at each.
        is_lock = folder.suffix == ".lock"
        if not is_lock and _is_ours(folder) and _is_leftover(folder):
            _stop_programs(folder)
            remove_pipe((folder / PROFILE).as_uri())
            remove_folder(folder)


def remove_pipe(profile: str) -> None:
    """Remove what a LibreOffice that was stopped leaves outside its folder.

    It is the pipe at which it can be asked to open more files, named after its profile; the place
    is fixed.
    """
    name = md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    end = f"SingleOfficeIPC_{''.join(f'{sign:x}' for sign in name)}"
    for folder in _PIPE_FOLDERS:
        for pipe in folder.glob(f"OSL_PIPE_*_{end}"):
            pipe.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder; a program that was stopped may be writing in it for a moment more."""
    for pause in _PAUSES:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(pause)
    shutil.rmtree(folder, ignore_errors=True)


def _acquire(folder: Path) -> BaseFileLock | None:
    """Return the lock of a folder, or None when a run holds it or there are no locks here.

    It goes with the process: no program that we start gets it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - few runs need LibreOffice

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError, NotImplementedError):
        return None
    return lock


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder of this user; anyone may put things among the temporary files."""
    try:
        owner = folder.lstat().st_uid
        own = not hasattr(os, "getuid") or owner == os.getuid()
        return own and not folder.is_symlink() and (folder / PROFILE).is_dir()
    except OSError:  # its own run was quicker
        return False


def _is_leftover(folder: Path) -> bool:
    lock = folder / _LOCK
    try:
        old = time.time() - (lock if lock.exists() else folder).stat().st_mtime
    except OSError:
        return False
    if not lock.exists():
        return old > _SURELY_OLD
    if old < _JUST_MADE or (got := _acquire(folder)) is None:
        return False
    got.release()
    return True


def _stop_programs(folder: Path) -> None:
    """End every LibreOffice with its profile in this folder; Windows keeps no list to ask."""
    if os.name == "nt":
        return
    try:
        lijst = subprocess.run(
            ["ps", "-e", "-ww", "-o", "pid=", "-o", "args="],  # noqa: S607 - as POSIX has it
            capture_output=True, check=False,
        )  # fmt: skip
    except OSError:
        return
    mark = f"-env:UserInstallation={(folder / PROFILE).as_uri()}".encode()
    for line in lijst.stdout.splitlines():
        number, _, command = line.strip().partition(b" ")
        if mark in command.split() and number.isdigit():
            with contextlib.suppress(OSError):
                os.kill(int(number), signal.SIGKILL)
