"""The file that a user's own editor works on."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from uitvoeringsplan.model.codering import repair_typed


class Bewerkbestand:
    """A file for this text alone, that only its owner may read; raises OSError when there is none.

    `naam` is what the editor shows; `regeleinde` is that of the system.
    """

    def __init__(self, tekst: str, naam: str, regeleinde: str) -> None:
        self.pad = Path(tempfile.mkdtemp(prefix="uitvoeringsplan-")) / f"{naam}.txt"
        schrijfbaar = (
            repair_typed(tekst).tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        self._begin = schrijfbaar.replace("\n", regeleinde).encode()
        self.pad.write_bytes(self._begin)
        self._stempel = self.stempel()

    def stempel(self) -> tuple[int, int]:
        """Return what changes when something is saved, even when it is the same text."""
        try:
            stand = self.pad.stat()
        except OSError:
            return (0, 0)
        return (stand.st_mtime_ns, stand.st_ino)

    @property
    def is_bewaard(self) -> bool:
        """Whether the editor saved it, changed or not."""
        return self.stempel() != self._stempel

    def lees(self) -> bytes | None:
        """Return what stands in it now; None when that is what it started with."""
        data = self.pad.read_bytes()
        return None if data == self._begin else data

    def verwijder(self) -> None:
        """Remove it: what stood in it is taken over, or was there already."""
        shutil.rmtree(self.pad.parent, ignore_errors=True)
