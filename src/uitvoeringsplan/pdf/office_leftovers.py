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

PROFIEL = "profiel"
_VOOR = "uitvoeringsplan-"
_SLOT = "slot"
_PIJPMAPPEN = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice itself looks
# Files that a program is still closing cannot be removed at once everywhere.
_PAUZES = (0.05, 0.1, 0.2, 0.4, 0.8)
# Seconds in which a run makes a folder and locks it; and those after which no run is at work in one
# without a lock, as earlier versions made.
_NET_GEMAAKT, _ZEKER_OUD = 10.0, 24 * 3600.0


@contextlib.contextmanager
def werkmap() -> Iterator[Path]:
    """Give a new folder that only this user can read, and remove it; raises OSError."""
    map_ = Path(tempfile.mkdtemp(prefix=_VOOR))
    slot = None
    try:
        slot = _vergrendel(map_)
        yield map_
    finally:
        if slot is not None:
            slot.release()
        ruim_op(map_)


def ruim_resten_op() -> None:
    """Remove the folders of runs that were killed, and stop what still works in them."""
    for map_ in Path(tempfile.gettempdir()).glob(f"{_VOOR}*"):
        if _is_van_ons(map_) and _is_rest(map_):
            _stop_programmas(map_)
            ruim_pijp_op((map_ / PROFIEL).as_uri())
            ruim_op(map_)


def ruim_pijp_op(profiel: str) -> None:
    """Remove what a LibreOffice that was stopped leaves outside its folder.

    It is the pipe at which it can be asked to open more files, named after its profile; the place
    is fixed.
    """
    naam = md5(profiel.encode("utf-16-le"), usedforsecurity=False).digest()
    einde = f"SingleOfficeIPC_{''.join(f'{teken:x}' for teken in naam)}"
    for map_ in _PIJPMAPPEN:
        for pijp in map_.glob(f"OSL_PIPE_*_{einde}"):
            pijp.unlink(missing_ok=True)


def ruim_op(map_: Path) -> None:
    """Remove a folder; a program that was stopped may be writing in it for a moment more."""
    for pauze in _PAUZES:
        shutil.rmtree(map_, ignore_errors=True)
        if not map_.exists():
            return
        time.sleep(pauze)
    shutil.rmtree(map_, ignore_errors=True)


def _vergrendel(map_: Path) -> BaseFileLock | None:
    """Return the lock of a folder, or None when a run holds it or there are no locks here.

    It goes with the process: no program that we start gets it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - few runs need LibreOffice

    slot = FileLock(map_ / _SLOT)
    try:
        slot.acquire(timeout=0)
    except (Timeout, OSError, NotImplementedError):
        return None
    return slot


def _is_van_ons(map_: Path) -> bool:
    """Whether it is a folder of this user; anyone may put things among the temporary files."""
    try:
        eigenaar = map_.lstat().st_uid
        eigen = not hasattr(os, "getuid") or eigenaar == os.getuid()
        return eigen and not map_.is_symlink() and (map_ / PROFIEL).is_dir()
    except OSError:  # its own run was quicker
        return False


def _is_rest(map_: Path) -> bool:
    slot = map_ / _SLOT
    try:
        oud = time.time() - (slot if slot.exists() else map_).stat().st_mtime
    except OSError:
        return False
    if not slot.exists():
        return oud > _ZEKER_OUD
    if oud < _NET_GEMAAKT or (gekregen := _vergrendel(map_)) is None:
        return False
    gekregen.release()
    return True


def _stop_programmas(map_: Path) -> None:
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
    merk = f"-env:UserInstallation={(map_ / PROFIEL).as_uri()}".encode()
    for regel in lijst.stdout.splitlines():
        nummer, _, opdracht = regel.strip().partition(b" ")
        if merk in opdracht.split() and nummer.isdigit():
            with contextlib.suppress(OSError):
                os.kill(int(nummer), signal.SIGKILL)
