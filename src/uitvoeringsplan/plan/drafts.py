"""What a user keeps with a plan and outside of it: drafts, and words that are spelled right.

Drafts are unfinished answers, kept while they are typed and gone when they are saved. They hold
what nobody has approved yet, and a word may be the name of somebody, so both lie in the user's own
folder, outside any git work tree, and only the owner may read them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from itertools import count
from pathlib import Path

from uitvoeringsplan.files.atomic import hold_lock, write_atomic
from uitvoeringsplan.files.file_reading import size_of
from uitvoeringsplan.model.checksum import digest
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple

_SUFFIX = ".concept.txt"
_NUMBER = "+"  # before the number of a draft that another program wrote
_EMPTY = "leeg"  # the fingerprint of no answer, as a part of a file name


class Concept(NamedTuple):
    """A draft: of which question, what was typed, when it was kept (local time), from what.

    `basis` is the fingerprint of the answer that it started from; None when nobody knows.
    """

    vraag_id: str
    text: str
    moment: dt.datetime
    basis: str | None = None


class Concepten:
    """The drafts of one plan: a file per question, with the text as it was typed.

    The fingerprint of the answer that a draft started from stands in the name of its file, so that
    the two are written in one step and the file itself is plain text.

    Another program may be at work on the same question. What this one did not write, and did not
    give to anybody, is not its own to replace: that gets a number in its name and is offered later.
    """

    def __init__(self, plan: Path, folder: Path | None = None) -> None:
        self._folder = user_folder(plan, folder)
        self._own: dict[str, set[str]] = {}  # by question: what this program wrote or gave

    def save(self, vraag_id: str, text: str, base: str | None) -> bool:
        """Keep what is typed so far (nothing: forget it); False when it cannot be kept."""
        if not text.strip():
            self.remove(vraag_id)
            return True
        part = "" if base is None else f".{base or _EMPTY}"
        path = self._folder / f"{vraag_id}{part}{_SUFFIX}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._spare(vraag_id, path)
            data = text.encode("utf-8", "surrogatepass")
            write_atomic(path, data, mode=0o600, durable=False)
        except OSError:
            return False
        self._remove(vraag_id, keep=path)
        self._own[vraag_id] = {text}
        return True

    def read(self, vraag_id: str) -> Concept | None:
        """Return the draft of a question, if there is one; of several the newest."""
        concept = self._newest(vraag_id)
        if concept is not None:
            self._own.setdefault(vraag_id, set()).add(concept.text)
        return concept

    def every(self) -> list[Concept]:
        """Return all drafts of the plan, the newest first."""
        names = {_name_parts(path)[0] for path in self._paths()}
        found = [concept for name in names if (concept := self._newest(name))]
        return sorted(found, key=lambda concept: concept.moment, reverse=True)

    def remove(self, vraag_id: str) -> None:
        """Forget the draft of a question that is ours; leaves no empty folder behind."""
        self._remove(vraag_id)
        with contextlib.suppress(OSError):
            self._folder.rmdir()

    def _paths(self, vraag_id: str | None = None) -> list[Path]:
        """Return the files of one question or of all; two of one after a save that was cut off."""
        try:
            paths = list(self._folder.glob(f"*{_SUFFIX}"))
        except OSError:
            return []
        return [path for path in paths if vraag_id in (None, _name_parts(path)[0])]

    def _newest(self, vraag_id: str) -> Concept | None:
        found = filter(None, map(self._read, self._paths(vraag_id)))
        return max(found, key=lambda concept: concept.moment, default=None)

    def _remove(self, vraag_id: str, keep: Path | None = None) -> None:
        for path in self._paths(vraag_id):
            if path != keep and self._is_own(vraag_id, path):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def _is_own(self, vraag_id: str, path: Path) -> bool:
        concept = self._read(path)
        return concept is not None and concept.text in self._own.get(vraag_id, ())

    def _spare(self, vraag_id: str, path: Path) -> None:
        """Give what another program wrote at this path another name; raises OSError."""
        if not path.exists() or self._is_own(vraag_id, path):
            return
        stem = path.name.removesuffix(_SUFFIX)
        names = (path.with_name(f"{stem}{_NUMBER}{number}{_SUFFIX}") for number in count(2))
        path.rename(next(name for name in names if not name.exists()))

    def _read(self, path: Path) -> Concept | None:
        try:
            size_of(path)
            data = path.read_bytes()
            moment = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except OSError:
            return None
        try:
            text = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:  # somebody opened it with an editor that writes another encoding
            text = repair_typed(data.decode("utf-8", "surrogateescape")).text
        vraag_id, part = _name_parts(path)
        return Concept(vraag_id, text, moment, ("" if part == _EMPTY else part) if part else None)


def _name_parts(path: Path) -> tuple[str, str]:
    """Return of which question a file is, and the part of its name that is the fingerprint."""
    vraag_id, _, part = path.name.removesuffix(_SUFFIX).partition(_NUMBER)[0].partition(".")
    return vraag_id, part


def user_folder(plan: Path, folder: Path | None = None) -> Path:
    """Return the folder for what a user keeps with a plan and outside of it."""
    key = digest(os.fsencode(os.path.realpath(plan)), 24)
    return (folder or concepten_folder()) / key


def concepten_folder() -> Path:
    """Return the folder for drafts: where the system keeps the state of programs.

    A user without a home folder gets a place where nothing can be kept.
    """
    try:
        home = Path.home()
    except RuntimeError:
        home = Path(os.devnull)
    if base := os.environ.get("UITVOERINGSPLAN_CONCEPTEN"):
        return Path(base)
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else home) / "uitvoeringsplan" / "concepten"
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else home / ".local/state") / "uitvoeringsplan/concepten"


_WORDS_FILE = "woorden.txt"


class OwnWords:
    """The words of one plan: a text file with a word on each line, which may be edited by hand."""

    def __init__(self, plan: Path, folder: Path | None = None) -> None:
        self._path = user_folder(plan, folder) / _WORDS_FILE

    def read(self) -> frozenset[str]:
        """Return the words; none when they cannot be read."""
        try:
            size_of(self._path)
            text = self._path.read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return frozenset()
        return frozenset(word for line in text.splitlines() if (word := line.strip()))

    def save(self, word: str) -> bool:
        """Add a word, to what another window may have added meanwhile; False when that fails."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with hold_lock(self._path):
                words = sorted({*self.read(), word})
                data = "".join(f"{line}\n" for line in words).encode("utf-8", "replace")
                write_atomic(self._path, data, mode=0o600)
        except OSError:
            return False
        return True
