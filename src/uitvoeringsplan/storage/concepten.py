"""Drafts: unfinished answers, kept while they are typed and gone when they are saved.

They hold what nobody has approved yet, so they lie in the user's own folder, outside any git work
tree, and only the owner may read them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from uitvoeringsplan.storage.atomair import schrijf_atomair

_EINDE = ".concept.txt"


class Concept(NamedTuple):
    """A draft: of which question, what was typed, and when it was kept (local time)."""

    vraag_id: str
    tekst: str
    moment: dt.datetime


class Concepten:
    """The drafts of one plan."""

    def __init__(self, plan: Path, map_: Path | None = None) -> None:
        sleutel = sha256(os.fsencode(os.path.realpath(plan))).hexdigest()[:24]
        self._map = (map_ or conceptenmap()) / sleutel

    def bewaar(self, vraag_id: str, tekst: str) -> bool:
        """Keep what is typed so far (nothing: forget it); False when it cannot be kept."""
        if not tekst.strip():
            self.verwijder(vraag_id)
            return True
        try:
            self._map.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = tekst.encode("utf-8", "surrogatepass")
            schrijf_atomair(self._pad(vraag_id), data, mode=0o600, duurzaam=False)
        except OSError:
            return False
        return True

    def lees(self, vraag_id: str) -> Concept | None:
        """Return the draft of a question, if there is one."""
        pad = self._pad(vraag_id)
        try:
            tekst = pad.read_bytes().decode("utf-8", "surrogatepass")
            moment = dt.datetime.fromtimestamp(pad.stat().st_mtime).astimezone()
        except (OSError, UnicodeDecodeError):
            return None
        return Concept(vraag_id, tekst, moment)

    def alle(self) -> list[Concept]:
        """Return all drafts of the plan, the newest first."""
        try:
            namen = [pad.name.removesuffix(_EINDE) for pad in self._map.glob(f"*{_EINDE}")]
        except OSError:
            return []
        gevonden = [concept for naam in namen if (concept := self.lees(naam))]
        return sorted(gevonden, key=lambda concept: concept.moment, reverse=True)

    def verwijder(self, vraag_id: str) -> None:
        """Forget the draft of a question; leaves no empty folder behind."""
        with contextlib.suppress(OSError):
            self._pad(vraag_id).unlink(missing_ok=True)
            self._map.rmdir()

    def _pad(self, vraag_id: str) -> Path:
        return self._map / f"{vraag_id}{_EINDE}"


def conceptenmap() -> Path:
    """Return the folder for drafts: where the system keeps the state of programs.

    A user without a home folder gets a place where nothing can be kept.
    """
    try:
        thuis = Path.home()
    except RuntimeError:
        thuis = Path(os.devnull)
    if basis := os.environ.get("UITVOERINGSPLAN_CONCEPTEN"):
        return Path(basis)
    if os.name == "nt":
        basis = os.environ.get("LOCALAPPDATA")
        return (Path(basis) if basis else thuis) / "uitvoeringsplan" / "concepten"
    basis = os.environ.get("XDG_STATE_HOME")
    return (Path(basis) if basis else thuis / ".local/state") / "uitvoeringsplan/concepten"
