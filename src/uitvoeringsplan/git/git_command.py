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
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GeenGitError, GitError
from uitvoeringsplan.files.file_reading import reason
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_OBJECT = 25 * 2**20  # bytes of one version of a file; a Word file may have as many
_SECONDS = 60.0  # seconds
_AT_ONCE = 50  # versions in memory at once

_FIXED = (
    "--no-pager", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never", "-c", "log.showSignature=false", "-c", "color.ui=false",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_WITHOUT_HOOKS = ("-c", f"core.hooksPath={os.devnull}")
# What says where a repository is. A hook of another repository would pass on its own place.
_PLACE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE",
)  # fmt: skip
# What changes how git works, for everyone who starts it from here.
_STEERING = (
    "GIT_CONFIG", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_GRAFT_FILE", "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_ATTR_SOURCE",
)  # fmt: skip
_ID = re.compile("[0-9a-f]{40,64}")
_OWNER = re.compile(r"dubious ownership in repository at '(.*)'")


class GitOutput(NamedTuple):
    """What git said, and whether it was content."""

    succeeded: bool
    result: bytes
    wrong: str


class WorkTree(NamedTuple):
    """A work tree, and the path in it that was asked about (with slashes, from its top).

    `in_bracket` is for a command that a hook starts (see `run_git`).
    """

    top: Path
    name: str
    in_bracket: bool = False

    def run(self, *command: str, given: bytes | None = None) -> GitOutput:
        """Return what git says in this work tree; raises GeenGitError when git is not there."""
        command = (*_WITHOUT_HOOKS, *command)
        return run_git(self.top, *command, given=given, in_hook=self.in_bracket)

    def read(self, *command: str, given: bytes | None = None) -> bytes:
        """Return what git says; raises GitError when it fails."""
        said = self.run(*command, given=given)
        if not said.succeeded and "promisor" in said.wrong:
            raise GitError(
                f"een deel van de geschiedenis van {self.name} staat niet in {self.top}, en dit"
                f" programma haalt niets op. Geef daar eerst: git log -p -- '{self.name}'"
            )
        if not said.succeeded:
            raise GitError(f"git {command[0]} lukt niet in {self.top}: {said.wrong}")
        return said.result

    def commit(self, rev: str) -> str:
        """Return the full name of a revision; raises GitError when there is none."""
        # A name that looks like an option would be taken for one by older versions of git.
        if rev and rev[0] != "-" and rev.isprintable():
            found = self.run("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
            if id_ := _ID.fullmatch(found.result.decode().strip()):  # and not what `^x` gives
                return id_[0]
        raise GitError(f"“{rev}” is geen commit, tak of label in {self.top}.{self._shallow_hint()}")

    def head(self) -> str:
        """Return the full name of the last commit, or an empty text when there is none."""
        found = self.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return found.result.decode().strip()

    def is_shallow(self) -> bool:
        """Whether only a part of the history is here."""
        return self.read("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _shallow_hint(self) -> str:
        if not self.is_shallow():
            return ""
        return (
            " Deze map heeft maar een deel van de geschiedenis; de rest haal je op met"
            " `git fetch --unshallow`."
        )

    def sizes(self, names: Iterable[str]) -> list[tuple[str, int] | None]:
        """Return of each `commit:path` the id and the size of the file; None when it is none."""
        vragen = list(names)
        if wrong := next((name for name in vragen if "\n" in name), None):
            raise GitError(f"de naam van dit bestand heeft een regeleinde: {wrong!r}. Hernoem het.")
        given = "".join(f"{name}\n" for name in vragen).encode("utf-8", "surrogateescape")
        lines = self.read("cat-file", "--batch-check", given=given).split(b"\n")[:-1]
        parts = (re.fullmatch(rb"([0-9a-f]+) blob (\d+)", line) for line in lines)
        return [(part[1].decode(), int(part[2])) if part else None for part in parts]

    def contents(self, objects: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the content of files by their id, some at a time; ask for none that is huge."""
        row = list(objects)
        for i in range(0, len(row), _AT_ONCE):
            part = row[i : i + _AT_ONCE]
            out = self.read("cat-file", "--batch", given="".join(f"{o}\n" for o in part).encode())
            place = 0
            for object_ in part:
                heading, _, size = out[place : out.index(b"\n", place)].rpartition(b" ")
                if not heading.endswith(b" blob"):
                    raise GitError(f"in {self.top} ontbreekt een deel van de geschiedenis.")
                start = out.index(b"\n", place) + 1
                place = start + int(size) + 1
                yield object_, out[start : place - 1]


def run_git(
    folder: Path, *command: str, given: bytes | None = None, in_hook: bool = False
) -> GitOutput:
    """Return what git says in a folder; raises GeenGitError when it cannot be asked.

    `in_hook` is for a command that a hook starts: the index and the place are those of the commit
    that is being made.
    """
    gone = _STEERING if in_hook else (*_STEERING, *_PLACE)
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    environment |= {
        "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }  # fmt: skip
    try:
        ready = subprocess.run(  # noqa: S603 - git itself, with our own arguments
            [_program(), *_FIXED, *command],
            cwd=folder,
            env=environment,
            input=b"" if given is None else given,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise GitError(
            f"git was na {_SECONDS:g} seconden nog niet klaar in {folder} en is gestopt. Probeer"
            " het nog eens."
        ) from None
    except OSError as error:
        raise GeenGitError(f"git is niet te gebruiken in {folder}: {reason(error)}.") from error
    wrong = ready.stderr.decode("utf-8", "replace").strip()
    if ready.returncode and (owner := _OWNER.search(wrong)):
        raise GeenGitError(
            f"git vertrouwt de map {owner[1]} niet, want zij is van een andere gebruiker. Is zij"
            f" te vertrouwen, geef dan: git config --global --add safe.directory {owner[1]}"
        )
    return GitOutput(ready.returncode == 0, ready.stdout, wrong)


def find_work_tree(path: Path) -> WorkTree:
    """Return the work tree that a file or folder lies in, also when it is not there any more.

    Raises GeenGitError when it lies in none, or when there is no git.
    """
    # A plan may be a symlink; its versions are those of the file that it names.
    real = Path(os.path.realpath(path))
    # os.path.isdir() never raises, Path.is_dir() does in a folder that is closed.
    folder = next(parent for parent in (real, *real.parents) if os.path.isdir(parent))  # noqa: PTH112
    said = run_git(folder, *_WITHOUT_HOOKS, "rev-parse", "--show-toplevel", "--show-prefix")
    if not said.succeeded:
        raise GeenGitError(
            f"{'Deze map' if str(path) == '.' else path} staat niet in git. Begin met"
            " `git init`, of ga naar de goede map."
        )
    top, before, *_ = said.result.decode("utf-8", "surrogateescape").split("\n")
    rest = real.relative_to(folder).as_posix()
    return WorkTree(Path(top), f"{before}{rest}" if rest != "." else before.rstrip("/"))


def show(rev: str, path: Path) -> bytes:
    """Return a file as it was in a revision; raises GitError when it was not in it."""
    tree = find_work_tree(path)
    commit = tree.commit(rev)
    [found] = tree.sizes([f"{commit}:{tree.name}"])
    if found is None:
        raise GitError(
            f"{'De laatste commit' if rev == 'HEAD' else rev} heeft geen bestand {tree.name}. Leg"
            " het eerst vast, of gebruik de naam die het toen had."
        )
    object_, size = found
    if size > MAX_OBJECT:
        raise GitError(
            f"{tree.name} is in {rev} groter dan {MAX_OBJECT // 2**20} MB. Is dit het goede"
            " bestand?"
        )
    [(_, data)] = tree.contents([object_])
    return data


def _program() -> str:
    program = shutil.which("git")
    # Windows looks in the current folder first, which may be anybody's.
    here = sys.platform == "win32" and program and Path(program).parent.absolute() == Path.cwd()
    if program is None or here:
        raise GeenGitError(
            "git is niet gevonden op deze computer. Installeer het (git-scm.com, of via je"
            " beheerder) en probeer het opnieuw."
        )
    return program
