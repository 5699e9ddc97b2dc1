"""Words of one's own: what a user said that is spelled right in one plan.

They lie beside the drafts of that plan, in the user's own folder: a word may be the name of
somebody, and what is typed is nobody's business until it is saved as an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.files.atomic import schrijf_atomair
from uitvoeringsplan.files.lock import slot
from uitvoeringsplan.files.regular import grootte
from uitvoeringsplan.plan.drafts import eigen_map

if TYPE_CHECKING:
    from pathlib import Path

_NAAM = "woorden.txt"


class Eigenwoorden:
    """The words of one plan: a text file with a word on each line, which may be edited by hand."""

    def __init__(self, plan: Path, map_: Path | None = None) -> None:
        self._pad = eigen_map(plan, map_) / _NAAM

    def lees(self) -> frozenset[str]:
        """Return the words; none when they cannot be read."""
        try:
            grootte(self._pad)
            tekst = self._pad.read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return frozenset()
        return frozenset(woord for regel in tekst.splitlines() if (woord := regel.strip()))

    def bewaar(self, woord: str) -> bool:
        """Add a word, to what another window may have added meanwhile; False when that fails."""
        try:
            self._pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with slot(self._pad):
                woorden = sorted({*self.lees(), woord})
                data = "".join(f"{regel}\n" for regel in woorden).encode("utf-8", "replace")
                schrijf_atomair(self._pad, data, mode=0o600)
        except OSError:
            return False
        return True
