"""The versions of one file in git: every commit in which it changed, under every name it had.

git can follow one name through renames, or all branches that were merged, but not both: `--follow`
loses the branch on which a file still has its old name. So the history is walked here. git gives
the commits that touch the names that are known; where the file comes into being, it is asked which
name the file had before, and then gives the commits that touch that name too.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.git.git_command import werkboom

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.git.git_command import Werkboom

_VORM = "--format=%H%n%P%n%aN%n%aI%n%s"
_MEESTE_NAMEN = 1_000  # in one commit, for git to look which of them are the same file


class Versie(NamedTuple):
    """A file in one commit; `datum` is a moment in ISO form, `inhoud` the id of the content.

    `ouders` are the places in the history of the versions that this one was made from: one, more
    after a merge, or none where the file begins.
    """

    commit: str
    auteur: str
    datum: str
    onderwerp: str
    naam: str
    inhoud: str
    maat: int
    ouders: tuple[int, ...]


class Geschiedenis(NamedTuple):
    """Every version of a file, behind those that it was made from; the last is that of now.

    Merges are versions too, also where they change nothing. Of a shallow history the beginning is
    not here.
    """

    boom: Werkboom
    versies: tuple[Versie, ...]
    is_ondiep: bool


def versies(pad: Path) -> list[Versie]:
    """Return the versions in which a file became other than it was, the newest first.

    A merge is among them when it is like none of what it brings together.
    """
    alle = lees_geschiedenis(pad).versies
    anders = (v for v in alle if all(alle[ouder].inhoud != v.inhoud for ouder in v.ouders))
    return list(anders)[::-1]


def lees_geschiedenis(pad: Path) -> Geschiedenis:
    """Return the history of a file up to the last commit; raises GitError."""
    boom = werkboom(pad)
    hoofd = boom.hoofd()
    if not hoofd:
        return Geschiedenis(boom, (), is_ondiep=False)
    wandeling = _Wandeling(boom, hoofd)
    return Geschiedenis(boom, wandeling.versies(), boom.is_ondiep())


class _Commit(NamedTuple):
    id: str
    ouders: tuple[str, ...]
    auteur: str
    datum: str
    onderwerp: str


_Plek = tuple[str, str]  # a commit, and a name in it


class _Wandeling:
    """Walks from the last commit back, along every parent, knowing the name of the file there."""

    def __init__(self, boom: Werkboom, hoofd: str) -> None:
        self._boom = boom
        self._hoofd = hoofd
        suffix = PurePosixPath(boom.naam).suffix
        # A file keeps its ending; the others need not be compared with it.
        self._soort = [f":(top,glob)**/*{suffix}"] if suffix[1:].isalnum() else []
        self._hernoemd: dict[str, set[tuple[str, str]]] = {}
        self._commits: list[_Commit] = []
        self._inhoud: dict[_Plek, tuple[str, int]] = {}

    def versies(self) -> tuple[Versie, ...]:
        eerste = self._eerste_naam()
        namen: set[str] = set()
        erbij = {eerste}
        plekken: dict[_Plek, list[_Plek]] = {}
        while not erbij <= namen:
            namen |= erbij
            self._commits = self._lees_commits(sorted(namen))
            self._inhoud = self._lees_inhoud(sorted(namen))
            plekken, erbij = self._loop(eerste)
        per_commit = {commit.id: commit for commit in self._commits}
        nummers: dict[_Plek, int] = {}
        uit: list[Versie] = []
        # Places were met from the last commit back, so each comes after those made from it.
        for plek in reversed([plek for plek in plekken if plek in self._inhoud]):
            nummers[plek] = len(uit)
            ouders = dict.fromkeys(nummers[ouder] for ouder in self._echte(plek, plekken))
            commit = per_commit[plek[0]]
            uit.append(
                Versie(
                    commit.id, commit.auteur, commit.datum, commit.onderwerp, plek[1],
                    *self._inhoud[plek], tuple(ouders),
                )
            )  # fmt: skip
        return tuple(uit)

    def _eerste_naam(self) -> str:
        """Return the name in the last commit; of a file that was just renamed its former name."""
        naam = self._boom.naam
        if self._boom.maten([f"{self._hoofd}:{naam}"]) == [None]:
            for oud, nieuw in self._namen("diff-index", "--cached", self._hoofd):
                if nieuw == naam:
                    return oud
        return naam

    def _lees_commits(self, namen: list[str]) -> list[_Commit]:
        """Return the commits that touch these names and the merges between, the newest first."""
        uit = self._boom.lees(
            "--literal-pathspecs", "log", "-z", "--no-patch", "--topo-order", "--simplify-merges",
            _VORM, self._hoofd, "--", *namen,
        )  # fmt: skip
        delen = [deel.split("\n") for deel in uit.decode("utf-8", "replace").split("\0") if deel]
        return [_Commit(id_, tuple(ouders.split()), *rest) for id_, ouders, *rest in delen]

    def _lees_inhoud(self, namen: list[str]) -> dict[_Plek, tuple[str, int]]:
        plekken = [(commit.id, naam) for commit in self._commits for naam in namen]
        maten = self._boom.maten(f"{id_}:{naam}" for id_, naam in plekken)
        return {plek: maat for plek, maat in zip(plekken, maten, strict=True) if maat}

    def _loop(self, eerste: str) -> tuple[dict[_Plek, list[_Plek]], set[str]]:
        """Return every place with those before it, and the names that were met on the way."""
        plekken: dict[_Plek, list[_Plek]] = {}
        gezocht: defaultdict[str, dict[str, None]] = defaultdict(dict)
        namen: set[str] = set()
        if self._commits:
            gezocht[self._commits[0].id][eerste] = None
        for commit in self._commits:
            for naam in gezocht.pop(commit.id, ()):
                voor, oude_namen = self._ervoor(commit, naam)
                plekken[commit.id, naam] = voor
                namen |= oude_namen
                for id_, oud in voor:
                    gezocht[id_][oud] = None
        return plekken, namen

    def _ervoor(self, commit: _Commit, naam: str) -> tuple[list[_Plek], set[str]]:
        """Return the places just before one, and the names that the file may have had there."""
        hier = (commit.id, naam) in self._inhoud
        voor: list[_Plek] = []
        namen: set[str] = set()
        for ouder in commit.ouders or ("",):
            if (ouder, naam) in self._inhoud:
                # Where the name was given to another file, this file had none yet.
                if hier or not any(oud == naam for oud, _ in self._hernoemingen(commit)):
                    voor.append((ouder, naam))
                continue
            oude = {oud for oud, nieuw in self._hernoemingen(commit) if hier and nieuw == naam}
            namen |= oude
            echt = [oud for oud in sorted(oude) if (ouder, oud) in self._inhoud]
            # Not there at all: it may have been thrown away before, and brought back.
            voor += [(ouder, oud) for oud in echt or [naam] if ouder]
        return voor, namen

    def _echte(self, plek: _Plek, plekken: dict[_Plek, list[_Plek]]) -> list[_Plek]:
        """Return the nearest places before one where the file is really there."""
        uit: list[_Plek] = []
        open_ = list(plekken[plek])
        gezien = set(open_)
        while open_:
            ander = open_.pop(0)
            if ander in self._inhoud:
                uit.append(ander)
                continue
            verder = [voor for voor in plekken.get(ander, ()) if voor not in gezien]
            gezien.update(verder)
            open_ += verder
        return uit

    def _hernoemingen(self, commit: _Commit) -> set[tuple[str, str]]:
        """Return the old and the new name of every file that a commit renamed."""
        if commit.id not in self._hernoemd:
            self._hernoemd[commit.id] = set(
                self._namen("diff-tree", "-r", "-m", "--no-commit-id", commit.id)
            )
        return self._hernoemd[commit.id]

    def _namen(self, *opdracht: str) -> Iterable[tuple[str, str]]:
        soort, *rest = opdracht
        uit = self._boom.lees(
            soort, "-M", f"-l{_MEESTE_NAMEN}", "--diff-filter=R", "--name-status", "-z",
            "--no-ext-diff", "--no-textconv", *rest, "--", *self._soort,
        )  # fmt: skip
        delen = uit.decode("utf-8", "surrogateescape").split("\0")
        return zip(delen[1::3], delen[2::3], strict=True)
