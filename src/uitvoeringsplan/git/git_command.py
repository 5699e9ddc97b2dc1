"""git as a program: asking it things without letting the repository do anything.

A repository can name programs of its own: hooks, pagers, filters, signatures, a monitor of files,
places to fetch missing objects from. Nothing here starts one of them. Only plumbing is asked, with
fixed settings, in plain English that can be recognised; what reaches the user is Dutch.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import GeenGitError, GitError
from uitvoeringsplan.files.file_reading import reden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_OBJECT = 25 * 2**20  # bytes of one version of a file; a Word file may have as many
_TIJD = 60.0  # seconds
_PER_KEER = 50  # versions in memory at once

_VAST = (
    "--no-pager", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never", "-c", "log.showSignature=false", "-c", "color.ui=false",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_ZONDER_HAKEN = ("-c", f"core.hooksPath={os.devnull}")
# What says where a repository is. A hook of another repository would pass on its own place.
_PLEK = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE",
)  # fmt: skip
# What changes how git works, for everyone who starts it from here.
_STUUR = (
    "GIT_CONFIG", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_GRAFT_FILE", "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_ATTR_SOURCE",
)  # fmt: skip
_ID = re.compile("[0-9a-f]{40,64}")
_EIGENAAR = re.compile(r"dubious ownership in repository at '(.*)'")


class Gezegd(NamedTuple):
    """What git said, and whether it was content."""

    gelukt: bool
    uit: bytes
    mis: str


class Werkboom(NamedTuple):
    """A work tree, and the path in it that was asked about (with slashes, from its top).

    `in_haak` is for a command that a hook starts (see `draai_git`).
    """

    top: Path
    naam: str
    in_haak: bool = False

    def draai(self, *opdracht: str, invoer: bytes | None = None) -> Gezegd:
        """Return what git says in this work tree; raises GeenGitError when git is not there."""
        opdracht = (*_ZONDER_HAKEN, *opdracht)
        return draai_git(self.top, *opdracht, invoer=invoer, in_haak=self.in_haak)

    def lees(self, *opdracht: str, invoer: bytes | None = None) -> bytes:
        """Return what git says; raises GitError when it fails."""
        gezegd = self.draai(*opdracht, invoer=invoer)
        if not gezegd.gelukt and "promisor" in gezegd.mis:
            raise GitError(
                f"een deel van de geschiedenis van {self.naam} staat niet in {self.top}, en dit"
                f" programma haalt niets op. Geef daar eerst: git log -p -- '{self.naam}'"
            )
        if not gezegd.gelukt:
            raise GitError(f"git {opdracht[0]} lukt niet in {self.top}: {gezegd.mis}")
        return gezegd.uit

    def commit(self, rev: str) -> str:
        """Return the full name of a revision; raises GitError when there is none."""
        # A name that looks like an option would be taken for one by older versions of git.
        if rev and rev[0] != "-" and rev.isprintable():
            gevonden = self.draai("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
            if id_ := _ID.fullmatch(gevonden.uit.decode().strip()):  # and not what `^x` gives
                return id_[0]
        raise GitError(f"“{rev}” is geen commit, tak of label in {self.top}.{self._ondiep()}")

    def hoofd(self) -> str:
        """Return the full name of the last commit, or an empty text when there is none."""
        gevonden = self.draai("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return gevonden.uit.decode().strip()

    def is_ondiep(self) -> bool:
        """Whether only a part of the history is here."""
        return self.lees("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _ondiep(self) -> str:
        if not self.is_ondiep():
            return ""
        return (
            " Deze map heeft maar een deel van de geschiedenis; de rest haal je op met"
            " `git fetch --unshallow`."
        )

    def maten(self, namen: Iterable[str]) -> list[tuple[str, int] | None]:
        """Return of each `commit:path` the id and the size of the file; None when it is none."""
        vragen = list(namen)
        if mis := next((naam for naam in vragen if "\n" in naam), None):
            raise GitError(f"de naam van dit bestand heeft een regeleinde: {mis!r}. Hernoem het.")
        invoer = "".join(f"{naam}\n" for naam in vragen).encode("utf-8", "surrogateescape")
        regels = self.lees("cat-file", "--batch-check", invoer=invoer).split(b"\n")[:-1]
        delen = (re.fullmatch(rb"([0-9a-f]+) blob (\d+)", regel) for regel in regels)
        return [(deel[1].decode(), int(deel[2])) if deel else None for deel in delen]

    def inhouden(self, objecten: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the content of files by their id, some at a time; ask for none that is huge."""
        rij = list(objecten)
        for i in range(0, len(rij), _PER_KEER):
            deel = rij[i : i + _PER_KEER]
            uit = self.lees("cat-file", "--batch", invoer="".join(f"{o}\n" for o in deel).encode())
            plek = 0
            for object_ in deel:
                kop, _, maat = uit[plek : uit.index(b"\n", plek)].rpartition(b" ")
                if not kop.endswith(b" blob"):
                    raise GitError(f"in {self.top} ontbreekt een deel van de geschiedenis.")
                begin = uit.index(b"\n", plek) + 1
                plek = begin + int(maat) + 1
                yield object_, uit[begin : plek - 1]


def draai_git(
    map_: Path, *opdracht: str, invoer: bytes | None = None, in_haak: bool = False
) -> Gezegd:
    """Return what git says in a folder; raises GeenGitError when it cannot be asked.

    `in_haak` is for a command that a hook starts: the index and the place are those of the commit
    that is being made.
    """
    weg = _STUUR if in_haak else (*_STUUR, *_PLEK)
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    omgeving |= {
        "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }  # fmt: skip
    try:
        klaar = subprocess.run(  # noqa: S603 - git itself, with our own arguments
            [_programma(), *_VAST, *opdracht],
            cwd=map_,
            env=omgeving,
            input=b"" if invoer is None else invoer,
            capture_output=True,
            check=False,
            timeout=_TIJD,
        )
    except subprocess.TimeoutExpired:
        raise GitError(
            f"git was na {_TIJD:g} seconden nog niet klaar in {map_} en is gestopt. Probeer het"
            " nog eens."
        ) from None
    except OSError as fout:
        raise GeenGitError(f"git is niet te gebruiken in {map_}: {reden(fout)}.") from fout
    mis = klaar.stderr.decode("utf-8", "replace").strip()
    if klaar.returncode and (eigenaar := _EIGENAAR.search(mis)):
        raise GeenGitError(
            f"git vertrouwt de map {eigenaar[1]} niet, want zij is van een andere gebruiker. Is zij"
            f" te vertrouwen, geef dan: git config --global --add safe.directory {eigenaar[1]}"
        )
    return Gezegd(klaar.returncode == 0, klaar.stdout, mis)


def werkboom(pad: Path) -> Werkboom:
    """Return the work tree that a file or folder lies in, also when it is not there any more.

    Raises GeenGitError when it lies in none, or when there is no git.
    """
    # A plan may be a symlink; its versions are those of the file that it names.
    echt = Path(os.path.realpath(pad))
    # os.path.isdir() never raises, Path.is_dir() does in a folder that is closed.
    map_ = next(ouder for ouder in (echt, *echt.parents) if os.path.isdir(ouder))  # noqa: PTH112
    gezegd = draai_git(map_, *_ZONDER_HAKEN, "rev-parse", "--show-toplevel", "--show-prefix")
    if not gezegd.gelukt:
        raise GeenGitError(
            f"{'Deze map' if str(pad) == '.' else pad} staat niet in git. Begin met"
            " `git init`, of ga naar de goede map."
        )
    top, voor, *_ = gezegd.uit.decode("utf-8", "surrogateescape").split("\n")
    rest = echt.relative_to(map_).as_posix()
    return Werkboom(Path(top), f"{voor}{rest}" if rest != "." else voor.rstrip("/"))


def toon(rev: str, pad: Path) -> bytes:
    """Return a file as it was in a revision; raises GitError when it was not in it."""
    boom = werkboom(pad)
    commit = boom.commit(rev)
    [gevonden] = boom.maten([f"{commit}:{boom.naam}"])
    if gevonden is None:
        raise GitError(
            f"{'De laatste commit' if rev == 'HEAD' else rev} heeft geen bestand {boom.naam}. Leg"
            " het eerst vast, of gebruik de naam die het toen had."
        )
    object_, maat = gevonden
    if maat > MAX_OBJECT:
        raise GitError(
            f"{boom.naam} is in {rev} groter dan {MAX_OBJECT // 2**20} MB. Is dit het goede"
            " bestand?"
        )
    [(_, data)] = boom.inhouden([object_])
    return data


def _programma() -> str:
    programma = shutil.which("git")
    # Windows looks in the current folder first, which may be anybody's.
    hier = sys.platform == "win32" and programma and Path(programma).parent.absolute() == Path.cwd()
    if programma is None or hier:
        raise GeenGitError(
            "git is niet gevonden op deze computer. Installeer het (git-scm.com, of via je"
            " beheerder) en probeer het opnieuw."
        )
    return programma
