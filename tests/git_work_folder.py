"""A repository of git in a folder of the test, free of what the user or the machine configured."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAAM = "x.plan.yaml"  # of the file in which pairs of branches differ


class Werkmap:
    """A repository of git, free of what the user or the machine has configured."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        kaal = {naam: waarde for naam, waarde in os.environ.items() if naam[:4] != "GIT_"}
        self.omgeving = {
            **kaal, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
        }  # fmt: skip
        self.doe("init", "-q", "-b", "hoofd")

    def git(self, *argumenten: str, invoer: bytes | None = None) -> subprocess.CompletedProcess:
        wie = ["-c", "user.name=Proef", "-c", "user.email=proef@oudermeer.example"]
        vast = [*wie, "-c", "core.autocrlf=false", "-c", "gc.auto=0"]
        return subprocess.run(
            ["git", *vast, *argumenten],
            cwd=self.map,
            env=self.omgeving,
            input=invoer,
            capture_output=True,
            check=False,
        )

    def doe(self, *argumenten: str, invoer: bytes | None = None) -> str:
        klaar = self.git(*argumenten, invoer=invoer)
        assert klaar.returncode == 0, (argumenten, klaar.stdout, klaar.stderr)
        return klaar.stdout.decode()

    def commit(self, bericht: str, wie: str = "Anna") -> None:
        """Commit everything as it is now, also when nothing changed."""
        self.doe("add", "-A")
        self.doe("commit", "-q", "--allow-empty", "-m", bericht, f"--author={wie} <x@x.nl>")

    def leg_vast(self, paren: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        """Make for pair `i` a commit and two that follow it: the branches `een-i` and `ander-i`."""
        delen = []
        for i, (basis, een, ander) in enumerate(paren):
            for tak, data in (("basis", basis), ("een", een), ("ander", ander)):
                van = b"" if tak == "basis" else b"from refs/heads/basis-%d\n" % i
                delen += [
                    b"commit refs/heads/%s-%d\n" % (tak.encode(), i),
                    b"committer Proef <proef@oudermeer.example> 1700000000 +0000\n",
                    b"data 1\nx\n" + van,
                    b"M 100644 inline %s\ndata %d\n%s\n" % (NAAM.encode(), len(data), data),
                ]
        self.doe("fast-import", "--quiet", invoer=b"".join(delen))

    def voeg_samen(self, i: int, strategie: str) -> tuple[bool, bytes]:
        """Merge pair `i` in the work tree; return whether git could, and the file that it left."""
        self.doe("checkout", "-q", "-f", "--detach", f"een-{i}")
        klaar = self.git("merge", "-q", "--no-edit", "-s", strategie, f"ander-{i}")
        return klaar.returncode == 0, (self.map / NAAM).read_bytes()


def strategieen() -> tuple[str, str]:
    """Return the two ways of merging that this git really has.

    `ort` came with 2.33, and since 2.50 `recursive` is no more than another name of it.
    """
    try:
        uit = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "ort", "recursive"
    versie = tuple(map(int, re.findall(r"\d+", uit.stdout)[:2]))
    if versie < (2, 33):
        return "recursive", "resolve"
    return "ort", "recursive" if versie < (2, 50) else "resolve"
