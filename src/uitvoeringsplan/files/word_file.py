"""Word files on disk: reading them whole, and replacing them with care."""

from __future__ import annotations

import contextlib
import os
import re
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.atomic import korte_naam, schrijf_atomair
from uitvoeringsplan.files.file_reading import grootte, reden

if TYPE_CHECKING:
    from collections.abc import Iterable

_OUD = 3600.0  # seconds
_TIJDELIJK = re.compile(r"\.(.+)\.\d+-\d+\.tmp")  # as `atomair` names them
MAX_WORD = 25 * 2**20  # bytes; what reads the parts of a Word file takes no more
MAX_UITGAVE = 500 * 2**20  # bytes; a PDF may hold many pictures

VORIGE = "-vorige"  # behind the name of a file that another took the place of


def lees_word(pad: Path, hooguit: int = MAX_WORD) -> bytes | None:
    """Return the content of a Word file, or None when there is no such file.

    Raises BestandError, also for one of more bytes than `hooguit`: no file of ours is so large.
    """
    try:
        if grootte(pad) > hooguit:
            raise BestandError(
                pad, f"dit bestand is groter dan {hooguit // 2**20} MB. Is dit het goede bestand?"
            )
        return pad.read_bytes()
    except FileNotFoundError:
        return None
    except (IsADirectoryError, PermissionError):
        if os.path.isdir(pad):  # noqa: PTH112 - unlike Path.is_dir() this never raises
            raise UitvoerError(pad, "dit is een map. Geef de naam van een Word-bestand.") from None
        raise BestandError(
            pad, "dit bestand mag niet gelezen worden. Controleer de rechten."
        ) from None
    except OSError as fout:
        raise BestandError(pad, f"dit bestand is niet te lezen ({reden(fout)}).") from fout


def maak_map(map_: Path) -> None:
    """Make the folder that Word files go to, and those above it; raises UitvoerError."""
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise UitvoerError(map_, f"deze map is niet te maken ({reden(fout)}).") from fout


def bewaar_word(pad: Path, data: bytes) -> None:
    """Write a Word file, whole or not at all; raises UitvoerError with the reason."""
    if slot := _slot_van_ander(pad):
        raise UitvoerError(
            pad,
            "dit document is open in Word of LibreOffice. Sluit het daar en probeer het opnieuw."
            f" Is het nergens open, verwijder dan het bestand {slot.name}.",
        )
    try:
        schrijf_atomair(pad, data, duurzaam=False)
    except (FileNotFoundError, NotADirectoryError) as fout:
        raise UitvoerError(pad, f"de map {pad.parent} bestaat niet. Maak die eerst.") from fout
    except PermissionError as fout:
        raise UitvoerError(
            pad,
            "hier mag niet geschreven worden: het bestand of de map is alleen-lezen, of het"
            " document is open in Word. Sluit het, of kies met -u een andere plek.",
        ) from fout
    except OSError as fout:
        raise UitvoerError(pad, f"opslaan lukt niet ({reden(fout)}).") from fout


def ruim_tijdelijke_op(paden: Iterable[Path]) -> None:
    """Remove what a run that was killed left beside these files: copies that were never whole.

    Whoever is still writing one, perhaps on another machine, is done within the hour.
    """
    per_map: dict[Path, set[str]] = {}
    for pad in paden:
        per_map.setdefault(pad.parent, set()).add(korte_naam(pad.name))
    for map_, namen in per_map.items():
        with contextlib.suppress(OSError), os.scandir(map_) as inhoud:
            for deel in inhoud:
                gevonden = _TIJDELIJK.fullmatch(deel.name)
                if gevonden and gevonden[1] in namen and _is_oud(deel):
                    Path(deel.path).unlink(missing_ok=True)


def _is_oud(deel: os.DirEntry[str]) -> bool:
    return time.time() - deel.stat(follow_symlinks=False).st_mtime > _OUD


def keep_previous(pad: Path, data: bytes, einde: str = "") -> Path:
    """Keep what a file holds under a name of its own beside it, and return that name.

    No file that is there is replaced: `oud-vorige.docx`, then `oud-vorige-2.docx`, and so on; one
    with this content already is the one. `einde` is how the name ends when that is more than a
    suffix. Raises UitvoerError or BestandError.
    """
    einde = einde or pad.suffix
    kern = pad.name.removesuffix(einde)
    for nummer in count(1):
        achter = f"-{nummer}" if nummer > 1 else ""
        vorige = pad.with_name(f"{kern}{VORIGE}{achter}{einde}")
        er_is = lees_word(vorige, hooguit=MAX_UITGAVE)
        if er_is is None:
            bewaar_word(vorige, data)
        if er_is is None or er_is == data:
            return vorige
    raise AssertionError  # counting does not end


def _slot_van_ander(pad: Path) -> Path | None:
    """Return the file by which an office program says that it has this document open."""
    # Word writes ~$ over the first two letters of a long name, and before a short one.
    namen = (f"~${pad.name[2:]}", f"~${pad.name}", f".~lock.{pad.name}#")
    # os.path.exists() never raises, Path.exists() does in a folder that is closed.
    return next((slot for naam in namen if os.path.exists(slot := pad.with_name(naam))), None)  # noqa: PTH110
