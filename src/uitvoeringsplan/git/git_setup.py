"""What a repository gets to treat plans well: settings, attributes, our own lines in its files.

Our lines in .gitattributes, .gitignore and a hook stand between two marks. Whatever is outside the
marks is never touched, so our lines can be changed and taken away again without knowing what else
there is. The commands that git is told to call are run by a shell of its own, on Windows too. None
of them may make git worse than it is without us: where the program is not found, git shows, merges
and commits as it always does.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, GitError
from uitvoeringsplan.files.atomic import write_atomic
from uitvoeringsplan.files.file_reading import reason, size_of
from uitvoeringsplan.git.git_command import run_git
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.git.git_command import WorkTree

_MOST_FILES = 5_000


def read_setting(tree: WorkTree, key: str) -> list[str]:
    """Return the values of a key in the configuration of this repository alone."""
    out = tree.run("config", "--local", "-z", "--get-all", key).result
    return out.decode("utf-8", "replace").split("\0")[:-1]


def write_setting(tree: WorkTree, key: str, value: str | None) -> None:
    """Give a key one value in the configuration of this repository, or none; raises GitError."""
    what = ("--replace-all", key, value) if value is not None else ("--unset-all", key)
    tree.read("config", "--local", *what)


def hooks_folder(tree: WorkTree) -> tuple[Path, bool]:
    """Return the folder of the hooks, and whether it belongs to this repository.

    A folder elsewhere (`core.hooksPath`) is used by other repositories too.
    """
    # Not asked in the usual way: that leaves out where the hooks are.
    said = run_git(
        tree.top, "rev-parse", "--path-format=absolute", "--git-path", "hooks", "--git-common-dir"
    )
    if not said.succeeded:
        raise GitError(f"git zegt niet waar de haken staan in {tree.top}: {said.wrong}")
    hooks, shared = (
        Path(os.path.realpath(line))
        for line in said.result.decode("utf-8", "surrogateescape").split("\n")[:2]
    )
    own = (Path(os.path.realpath(tree.top)), shared)
    return hooks, any(hooks.is_relative_to(folder) for folder in own)


def list_files(tree: WorkTree, *patterns: str) -> list[str]:
    """Return the files in the work tree that git knows or could add, by pattern of their name."""
    out = tree.read(
        "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--",
        *(f":(top,glob)**/{pattern}" for pattern in patterns),
    )  # fmt: skip
    names = out.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return sorted(set(names))[:_MOST_FILES]


def read_attribute(tree: WorkTree, name: str, names: Iterable[str]) -> dict[str, str]:
    """Return the value of an attribute as git sees it, for each of these files."""
    given = "".join(f"{path}\0" for path in names).encode("utf-8", "surrogateescape")
    out = tree.read("check-attr", "-z", "--stdin", name, given=given)
    parts = out.decode("utf-8", "surrogateescape").split("\0")
    return dict(zip(parts[::3], parts[2::3], strict=False))


BLOCK_START = "# >>> uitvoeringsplan git >>>"
BLOCK_END = "# <<< uitvoeringsplan git <<<"

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")


def require_bytes_of_git(data: bytes, path: Path) -> None:
    """Raise BestandError for a file in UTF-16: git reads no line of it, and ours would spoil it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BestandError(
            path,
            "dit bestand is opgeslagen als UTF-16, en dat leest git niet. Sla het op als UTF-8 en"
            " probeer het opnieuw. Er is niets veranderd.",
        )


def read_block(data: bytes, path: Path) -> list[str]:
    """Return our lines in a file, none when we have none; raises BestandError."""
    require_bytes_of_git(data, path)
    lines = _LINE.findall(data)
    start, stop = _bounds(lines, path)
    return [line.strip().decode("utf-8", "replace") for line in lines[start + 1 : stop - 1]]


def with_block(data: bytes, path: Path, lines: Sequence[str]) -> bytes:
    """Return a file with these as our lines, at the end when we had none; raises BestandError."""
    require_bytes_of_git(data, path)
    old = _LINE.findall(data)
    start, stop = _bounds(old, path)
    end = "\r\n" if b"\r\n" in data else "\n"
    new = [f"{line}{end}".encode() for line in (BLOCK_START, *lines, BLOCK_END) if lines]
    if new and start and not old[start - 1].endswith(b"\n"):
        new.insert(0, end.encode())
    return b"".join([*old[:start], *new, *old[stop:]])


def write_file(path: Path, data: bytes | None, mode: int | None = None) -> None:
    """Write a file of a repository, or remove it (None); raises BestandError.

    `mode` is what the file must have afterwards; without it an existing file keeps its own.
    """
    try:
        if data is None:
            path.unlink()
            return
        path.parent.mkdir(exist_ok=True)
        write_atomic(path, data, mode=mode)
        if mode is not None:
            path.chmod(mode)
    except OSError as error:
        raise BestandError(path, f"dit bestand is niet te veranderen ({reason(error)}).") from error


def _bounds(lines: Sequence[bytes], path: Path) -> tuple[int, int]:
    """Return the places [from, to) of our lines with their marks; empty at the end without any."""
    start = [i for i, line in enumerate(lines) if line.strip() == BLOCK_START.encode()]
    end = [i for i, line in enumerate(lines) if line.strip() == BLOCK_END.encode()]
    if not start and not end:
        return len(lines), len(lines)
    if len(start) != 1 or len(end) != 1 or start[0] > end[0]:
        raise BestandError(
            path,
            "de regels van uitvoeringsplan zijn hier beschadigd. Haal alles weg van"
            f" “{BLOCK_START}” tot en met “{BLOCK_END}” en probeer het opnieuw.",
        )
    return start[0], end[0] + 1


# What a killed or failed save leaves behind is never to be committed, and the Word file can be
# made again at any time, so it is the user's choice and not in this list.
_IGNORED = (".*.plan.yaml.*.tmp", "*.herstel-*.yaml")
_ATTRIBUTES = ("*.plan.yaml text eol=lf", "*.docx binary")


class MissingLines(NamedTuple):
    """A file and the lines that it lacks."""

    path: Path
    lines: tuple[str, ...]

    def schrijf(self) -> None:
        """Add the lines at the end of the file; raises BestandError."""
        try:
            old = self.path.read_bytes() if self.path.exists() and size_of(self.path) else b""
            require_bytes_of_git(old, self.path)
            loose = b"\n" if old and not old.endswith(b"\n") else b""
            new = "".join(f"{line}\n" for line in self.lines).encode()
            write_atomic(self.path, old + loose + new)
        except OSError as error:
            raise BestandError(
                self.path, f"dit bestand is niet aan te vullen ({reason(error)})."
            ) from error


def is_in_git(folder: Path) -> bool:
    """Whether a folder lies in a work tree of git."""
    # A work tree has a folder .git, or a file of that name in a submodule or second work tree.
    return any(
        (parent / ".git").exists() for parent in (folder.resolve(), *folder.resolve().parents)
    )


def find_missing_lines(folder: Path) -> list[MissingLines]:
    """Return what .gitignore and .gitattributes of a folder lack; nothing outside git."""
    if not is_in_git(folder):
        return []
    out = []
    for name, needed in ((".gitignore", _IGNORED), (".gitattributes", _ATTRIBUTES)):
        path = folder / name
        try:
            size_of(path)
            present = path.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            present = []
        except OSError:
            continue
        known = {line.strip() for line in present}
        if missing := tuple(line for line in needed if line not in known):
            out.append(MissingLines(path, missing))
    return out


def own_command() -> str:
    """Return how a shell starts this program: by its name, or by its Python when it has none."""
    if shutil.which("uitvoeringsplan"):
        return "uitvoeringsplan"
    return f"{shlex.quote(Path(sys.executable).as_posix())} -m uitvoeringsplan"


def show_command(command: str) -> str:
    """Return the command that shows a Word file; git stops when it fails, so it never does."""
    return (
        f'f() {{ {command} als-tekst "$1" || {{ echo "(uitvoeringsplan is niet gevonden; dit is'
        ' alleen een kenmerk van het bestand)"; git hash-object --no-filters "$1"; }; }; f'
    )


def merge_command(command: str) -> str:
    """Return the command that merges plans; where it cannot, git does what it always does."""
    return (
        f"{command} voeg-samen %A %O %B %P || git merge-file --marker-size=%L"
        " -L 'deze tak' -L 'voor de wijzigingen' -L 'de andere tak' %A %O %B"
    )


def hook_lines(command: str) -> list[str]:
    """Return the lines of a hook that looks at the plans that are about to be committed."""
    program = shlex.split(command)[0]
    return [
        "# Kijkt of de plannen die je vastlegt te lezen zijn.",
        "# Een keer overslaan kan met: git commit --no-verify",
        f"if command -v {shlex.quote(program)} >/dev/null 2>&1; then",
        f"  {command} git --klaargezet || exit 1",
        "else",
        '  echo "uitvoeringsplan is niet gevonden; de plannen zijn niet nagekeken." >&2',
        "fi",
    ]
