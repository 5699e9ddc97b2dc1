"""`genereer --volg`: making a document again whenever something it is made of was saved.

Files are looked at a few times a second; no way in which an editor saves can be missed by that,
and it works on every system and on shared drives. What was noted before making is compared with
what is there after it, so that a save in between is never lost.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

PAUSE = 0.2  # seconds between two looks
# A file that keeps changing, or that is gone: how often to look again before making all the same.
# An editor that replaces a file takes far less.
_PATIENCE = 3


class _Stamp(NamedTuple):
    """By what a saved file can be told from what it was before."""

    moment: int
    size: int
    number: int


_Stamps = dict["Path", "_Stamp | None"]  # None: there is no such file


def follow_files(
    paths: Callable[[], Iterable[Path]],
    make: Callable[[tuple[Path, ...]], None],
    notify: Callable[[UitvoeringsplanError], None],
    *,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Call `make` now and after every save, until Ctrl+C.

    `paths` gives the files to follow, also those that are not there yet; it is asked again at
    every look, so that it may name others once a plan names others. `make` gets what was saved,
    the first time nothing. An error it raises goes to `notify`, and following goes on. `wait` is
    called with the seconds till the next look.
    """
    try:
        state = _stamps(paths())
        _make((), make, notify)
        while True:
            wait(PAUSE)
            now = _stamps(paths())
            if now == state:
                continue
            now = _settled(now, state, paths, wait)
            changed = tuple(path for path in now if now[path] != state.get(path))
            state = now
            if changed:
                _make(changed, make, notify)
    except KeyboardInterrupt:
        return


def _make(
    changed: tuple[Path, ...],
    make: Callable[[tuple[Path, ...]], None],
    notify: Callable[[UitvoeringsplanError], None],
) -> None:
    try:
        make(changed)
    except UitvoeringsplanError as error:
        notify(error)


def _settled(
    now: _Stamps,
    state: _Stamps,
    paths: Callable[[], Iterable[Path]],
    wait: Callable[[float], None],
) -> _Stamps:
    """Return how the files are once nobody is writing in them.

    That is when two looks show the same, and no file is gone that was there before.
    """
    for _ in range(_PATIENCE):
        wait(PAUSE)
        previous, now = now, _stamps(paths())
        gone = any(mark is None and state.get(path) is not None for path, mark in now.items())
        if now == previous and not gone:
            break
    return now


def _stamps(paths: Iterable[Path]) -> _Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> _Stamp | None:
    try:
        stat = os.stat(path)  # noqa: PTH116 - what Path.stat() adds is only an object more
    except OSError:
        # Gone, or the drive is: either way there is nothing to make a document of now.
        return None
    return _Stamp(stat.st_mtime_ns, stat.st_size, stat.st_ino)
