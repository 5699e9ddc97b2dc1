"""`genereer --volg`: making a document again whenever something it is made of was saved.

Files are looked at a few times a second; no way in which an editor saves can be missed by that,
and it works on every system and on shared drives. What was noted before making is compared with
what is there after it, so that a save in between is never lost.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import UitvoeringsplanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

TUSSENPOOS = 0.2  # seconds between two looks
# A file that keeps changing, or that is gone: how often to look again before making all the same.
# An editor that replaces a file takes far less.
_GEDULD = 3


class _Merk(NamedTuple):
    """By what a saved file can be told from what it was before."""

    moment: int
    grootte: int
    nummer: int


_Stand = dict["Path", "_Merk | None"]  # None: there is no such file


def volg(
    paden: Callable[[], Iterable[Path]],
    maak: Callable[[tuple[Path, ...]], None],
    meld: Callable[[UitvoeringsplanError], None],
    *,
    wacht: Callable[[float], None] = time.sleep,
) -> None:
    """Call `maak` now and after every save, until Ctrl+C.

    `paden` gives the files to follow, also those that are not there yet; it is asked again at
    every look, so that it may name others once a plan names others. `maak` gets what was saved,
    the first time nothing. An error it raises goes to `meld`, and following goes on. `wacht` is
    called with the seconds till the next look.
    """
    try:
        stand = _stand(paden())
        _maak((), maak, meld)
        while True:
            wacht(TUSSENPOOS)
            nu = _stand(paden())
            if nu == stand:
                continue
            nu = _tot_rust(nu, stand, paden, wacht)
            gewijzigd = tuple(pad for pad in nu if nu[pad] != stand.get(pad))
            stand = nu
            if gewijzigd:
                _maak(gewijzigd, maak, meld)
    except KeyboardInterrupt:
        return


def _maak(
    gewijzigd: tuple[Path, ...],
    maak: Callable[[tuple[Path, ...]], None],
    meld: Callable[[UitvoeringsplanError], None],
) -> None:
    try:
        maak(gewijzigd)
    except UitvoeringsplanError as fout:
        meld(fout)


def _tot_rust(
    nu: _Stand,
    stand: _Stand,
    paden: Callable[[], Iterable[Path]],
    wacht: Callable[[float], None],
) -> _Stand:
    """Return how the files are once nobody is writing in them.

    That is when two looks show the same, and no file is gone that was there before.
    """
    for _ in range(_GEDULD):
        wacht(TUSSENPOOS)
        vorige, nu = nu, _stand(paden())
        weg = any(merk is None and stand.get(pad) is not None for pad, merk in nu.items())
        if nu == vorige and not weg:
            break
    return nu


def _stand(paden: Iterable[Path]) -> _Stand:
    return {pad: _merk(pad) for pad in paden}


def _merk(pad: Path) -> _Merk | None:
    try:
        stat = os.stat(pad)  # noqa: PTH116 - what Path.stat() adds is only an object more
    except OSError:
        # Gone, or the drive is: either way there is nothing to make a document of now.
        return None
    return _Merk(stat.st_mtime_ns, stat.st_size, stat.st_ino)
