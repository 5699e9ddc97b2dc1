"""A repository of git in a folder of the test, free of what the user or the machine configured."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "x.plan.yaml"  # of the file in which pairs of branches differ


class Werkmap:
    """A repository of git, free of what the user or the machine has configured."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        bare = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
        self.environment = {
            **bare, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
        }  # fmt: skip
        self.perform("init", "-q", "-b", "hoofd")

    def git(self, *arguments: str, typed: bytes | None = None) -> subprocess.CompletedProcess:
        who = ["-c", "user.name=Proef", "-c", "user.email=proef@oudermeer.example"]
        fixed = [*who, "-c", "core.autocrlf=false", "-c", "gc.auto=0"]
        return subprocess.run(
            ["git", *fixed, *arguments],
            cwd=self.map,
            env=self.environment,
            input=typed,
            capture_output=True,
            check=False,
        )

    def perform(self, *arguments: str, typed: bytes | None = None) -> str:
        ready = self.git(*arguments, typed=typed)
        assert ready.returncode == 0, (arguments, ready.stdout, ready.stderr)
        return ready.stdout.decode()

    def commit(self, message: str, who: str = "Anna") -> None:
        """Commit everything as it is now, also when nothing changed."""
        self.perform("add", "-A")
        self.perform("commit", "-q", "--allow-empty", "-m", message, f"--author={who} <x@x.nl>")

    def record(self, pairs: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        """Make for pair `i` a commit and two that follow it: the branches `one-i` and `other-i`."""
        parts = []
        for i, (basis, one, other) in enumerate(pairs):
            for branch, data in (("basis", basis), ("een", one), ("ander", other)):
                start = b"" if branch == "basis" else b"from refs/heads/basis-%d\n" % i
                parts += [
                    b"commit refs/heads/%s-%d\n" % (branch.encode(), i),
                    b"committer Proef <proef@oudermeer.example> 1700000000 +0000\n",
                    b"data 1\nx\n" + start,
                    b"M 100644 inline %s\ndata %d\n%s\n" % (NAME.encode(), len(data), data),
                ]
        self.perform("fast-import", "--quiet", typed=b"".join(parts))

    def voeg_samen(self, i: int, strategie: str) -> tuple[bool, bytes]:
        """Merge pair `i` in the work tree; return whether git could, and the file that it left."""
        self.perform("checkout", "-q", "-f", "--detach", f"een-{i}")
        ready = self.git("merge", "-q", "--no-edit", "-s", strategie, f"ander-{i}")
        return ready.returncode == 0, (self.map / NAME).read_bytes()


def strategieen() -> tuple[str, str]:
    """Return the two ways of merging that this git really has.

    `ort` came with 2.33, and since 2.50 `recursive` is no more than another name of it.
    """
    try:
        result = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "ort", "recursive"
    versie = tuple(map(int, re.findall(r"\d+", result.stdout)[:2]))
    if versie < (2, 33):
        return "recursive", "resolve"
    return "ort", "recursive" if versie < (2, 50) else "resolve"
