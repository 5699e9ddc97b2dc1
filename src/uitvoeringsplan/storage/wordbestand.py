"""Word files on disk: reading them whole, and replacing them with care."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.storage.atomair import schrijf_atomair
from uitvoeringsplan.storage.gewoonbestand import grootte
from uitvoeringsplan.storage.systeemfout import reden

if TYPE_CHECKING:
    from pathlib import Path

MAX_WORD = 25 * 2**20  # bytes; what reads the parts of a Word file takes no more


def lees_word(pad: Path) -> bytes | None:
    """Return the content of a Word file, or None when there is no such file.

    Raises BestandError, also for one that is too large to be one of ours.
    """
    try:
        if grootte(pad) > MAX_WORD:
            raise BestandError(
                pad, f"dit bestand is groter dan {MAX_WORD // 2**20} MB. Is dit het goede bestand?"
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


def _slot_van_ander(pad: Path) -> Path | None:
    """Return the file by which an office program says that it has this document open."""
    # Word writes ~$ over the first two letters of a long name, and before a short one.
    namen = (f"~${pad.name[2:]}", f"~${pad.name}", f".~lock.{pad.name}#")
    # os.path.exists() never raises, Path.exists() does in a folder that is closed.
    return next((slot for naam in namen if os.path.exists(slot := pad.with_name(naam))), None)  # noqa: PTH110
