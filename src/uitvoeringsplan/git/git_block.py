"""Our own lines in a file that others write in too: .gitattributes, .gitignore, a hook.

They stand between two marks. Whatever is outside the marks is never touched, so our lines can be
changed and taken away again without knowing what else there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import schrijf_atomair
from uitvoeringsplan.files.system_error import reden

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEGIN = "# >>> uitvoeringsplan git >>>"
EINDE = "# <<< uitvoeringsplan git <<<"

_REGEL = re.compile(rb"[^\n]*\n|[^\n]+")


def require_bytes_of_git(data: bytes, pad: Path) -> None:
    """Raise BestandError for a file in UTF-16: git reads no line of it, and ours would spoil it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BestandError(
            pad,
            "dit bestand is opgeslagen als UTF-16, en dat leest git niet. Sla het op als UTF-8 en"
            " probeer het opnieuw. Er is niets veranderd.",
        )


def lees_blok(data: bytes, pad: Path) -> list[str]:
    """Return our lines in a file, none when we have none; raises BestandError."""
    require_bytes_of_git(data, pad)
    regels = _REGEL.findall(data)
    van, tot = _grenzen(regels, pad)
    return [regel.strip().decode("utf-8", "replace") for regel in regels[van + 1 : tot - 1]]


def met_blok(data: bytes, pad: Path, regels: Sequence[str]) -> bytes:
    """Return a file with these as our lines, at the end when we had none; raises BestandError."""
    require_bytes_of_git(data, pad)
    oud = _REGEL.findall(data)
    van, tot = _grenzen(oud, pad)
    einde = "\r\n" if b"\r\n" in data else "\n"
    nieuw = [f"{regel}{einde}".encode() for regel in (BEGIN, *regels, EINDE) if regels]
    if nieuw and van and not oud[van - 1].endswith(b"\n"):
        nieuw.insert(0, einde.encode())
    return b"".join([*oud[:van], *nieuw, *oud[tot:]])


def zet_bestand(pad: Path, data: bytes | None, mode: int | None = None) -> None:
    """Write a file of a repository, or remove it (None); raises BestandError.

    `mode` is what the file must have afterwards; without it an existing file keeps its own.
    """
    try:
        if data is None:
            pad.unlink()
            return
        pad.parent.mkdir(exist_ok=True)
        schrijf_atomair(pad, data, mode=mode)
        if mode is not None:
            pad.chmod(mode)
    except OSError as fout:
        raise BestandError(pad, f"dit bestand is niet te veranderen ({reden(fout)}).") from fout


def _grenzen(regels: Sequence[bytes], pad: Path) -> tuple[int, int]:
    """Return the places [from, to) of our lines with their marks; empty at the end without any."""
    begin = [i for i, regel in enumerate(regels) if regel.strip() == BEGIN.encode()]
    einde = [i for i, regel in enumerate(regels) if regel.strip() == EINDE.encode()]
    if not begin and not einde:
        return len(regels), len(regels)
    if len(begin) != 1 or len(einde) != 1 or begin[0] > einde[0]:
        raise BestandError(
            pad,
            f"de regels van uitvoeringsplan zijn hier beschadigd. Haal alles weg van “{BEGIN}” tot"
            f" en met “{EINDE}” en probeer het opnieuw.",
        )
    return begin[0], einde[0] + 1
