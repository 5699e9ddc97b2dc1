"""What a user keeps with a plan and outside of it: drafts, and words that are spelled right.

Drafts are unfinished answers, kept while they are typed and gone when they are saved. They hold
what nobody has approved yet, and a word may be the name of somebody, so both lie in the user's own
folder, outside any git work tree, and only the owner may read them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NamedTuple

from uitvoeringsplan.files.atomic import schrijf_atomair, slot
from uitvoeringsplan.files.file_reading import grootte
from uitvoeringsplan.model.text_decoding import repair_typed

_EINDE = ".concept.txt"
_NUMMER = "+"  # before the number of a draft that another program wrote
_LEEG = "leeg"  # the fingerprint of no answer, as a part of a file name


class Concept(NamedTuple):
    """A draft: of which question, what was typed, when it was kept (local time), from what.

    `basis` is the fingerprint of the answer that it started from; None when nobody knows.
    """

    vraag_id: str
    tekst: str
    moment: dt.datetime
    basis: str | None = None


class Concepten:
    """The drafts of one plan: a file per question, with the text as it was typed.

    The fingerprint of the answer that a draft started from stands in the name of its file, so that
    the two are written in one step and the file itself is plain text.

    Another program may be at work on the same question. What this one did not write, and did not
    give to anybody, is not its own to replace: that gets a number in its name and is offered later.
    """

    def __init__(self, plan: Path, map_: Path | None = None) -> None:
        self._map = eigen_map(plan, map_)
        self._eigen: dict[str, set[str]] = {}  # by question: what this program wrote or gave

    def bewaar(self, vraag_id: str, tekst: str, basis: str | None) -> bool:
        """Keep what is typed so far (nothing: forget it); False when it cannot be kept."""
        if not tekst.strip():
            self.verwijder(vraag_id)
            return True
        deel = "" if basis is None else f".{basis or _LEEG}"
        pad = self._map / f"{vraag_id}{deel}{_EINDE}"
        try:
            self._map.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._spaar(vraag_id, pad)
            data = tekst.encode("utf-8", "surrogatepass")
            schrijf_atomair(pad, data, mode=0o600, duurzaam=False)
        except OSError:
            return False
        self._ruim_op(vraag_id, behalve=pad)
        self._eigen[vraag_id] = {tekst}
        return True

    def lees(self, vraag_id: str) -> Concept | None:
        """Return the draft of a question, if there is one; of several the newest."""
        concept = self._nieuwste(vraag_id)
        if concept is not None:
            self._eigen.setdefault(vraag_id, set()).add(concept.tekst)
        return concept

    def alle(self) -> list[Concept]:
        """Return all drafts of the plan, the newest first."""
        namen = {_delen(pad)[0] for pad in self._paden()}
        gevonden = [concept for naam in namen if (concept := self._nieuwste(naam))]
        return sorted(gevonden, key=lambda concept: concept.moment, reverse=True)

    def verwijder(self, vraag_id: str) -> None:
        """Forget the draft of a question that is ours; leaves no empty folder behind."""
        self._ruim_op(vraag_id)
        with contextlib.suppress(OSError):
            self._map.rmdir()

    def _paden(self, vraag_id: str | None = None) -> list[Path]:
        """Return the files of one question or of all; two of one after a save that was cut off."""
        try:
            paden = list(self._map.glob(f"*{_EINDE}"))
        except OSError:
            return []
        return [pad for pad in paden if vraag_id in (None, _delen(pad)[0])]

    def _nieuwste(self, vraag_id: str) -> Concept | None:
        gevonden = filter(None, map(self._lees, self._paden(vraag_id)))
        return max(gevonden, key=lambda concept: concept.moment, default=None)

    def _ruim_op(self, vraag_id: str, behalve: Path | None = None) -> None:
        for pad in self._paden(vraag_id):
            if pad != behalve and self._is_eigen(vraag_id, pad):
                with contextlib.suppress(OSError):
                    pad.unlink(missing_ok=True)

    def _is_eigen(self, vraag_id: str, pad: Path) -> bool:
        concept = self._lees(pad)
        return concept is not None and concept.tekst in self._eigen.get(vraag_id, ())

    def _spaar(self, vraag_id: str, pad: Path) -> None:
        """Give what another program wrote at this path another name; raises OSError."""
        if not pad.exists() or self._is_eigen(vraag_id, pad):
            return
        stam = pad.name.removesuffix(_EINDE)
        namen = (pad.with_name(f"{stam}{_NUMMER}{nummer}{_EINDE}") for nummer in count(2))
        pad.rename(next(naam for naam in namen if not naam.exists()))

    def _lees(self, pad: Path) -> Concept | None:
        try:
            grootte(pad)
            data = pad.read_bytes()
            moment = dt.datetime.fromtimestamp(pad.stat().st_mtime).astimezone()
        except OSError:
            return None
        try:
            tekst = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:  # somebody opened it with an editor that writes another encoding
            tekst = repair_typed(data.decode("utf-8", "surrogateescape")).tekst
        vraag_id, deel = _delen(pad)
        return Concept(vraag_id, tekst, moment, ("" if deel == _LEEG else deel) if deel else None)


def _delen(pad: Path) -> tuple[str, str]:
    """Return of which question a file is, and the part of its name that is the fingerprint."""
    vraag_id, _, deel = pad.name.removesuffix(_EINDE).partition(_NUMMER)[0].partition(".")
    return vraag_id, deel


def eigen_map(plan: Path, map_: Path | None = None) -> Path:
    """Return the folder for what a user keeps with a plan and outside of it."""
    sleutel = sha256(os.fsencode(os.path.realpath(plan))).hexdigest()[:24]
    return (map_ or conceptenmap()) / sleutel


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
