"""What git is told to call: the commands in its configuration and in its hook.

git runs them in a shell of its own, on Windows too. None of them may make git worse than it is
without us: where the program is not found, git shows, merges and commits as it always does.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path


def eigen_opdracht() -> str:
    """Return how a shell starts this program: by its name, or by its Python when it has none."""
    if shutil.which("uitvoeringsplan"):
        return "uitvoeringsplan"
    return f"{shlex.quote(Path(sys.executable).as_posix())} -m uitvoeringsplan"


def als_tekst(opdracht: str) -> str:
    """Return the command that shows a Word file; git stops when it fails, so it never does."""
    return (
        f'f() {{ {opdracht} als-tekst "$1" || {{ echo "(uitvoeringsplan is niet gevonden; dit is'
        ' alleen een kenmerk van het bestand)"; git hash-object --no-filters "$1"; }; }; f'
    )


def voeg_samen(opdracht: str) -> str:
    """Return the command that merges plans; where it cannot, git does what it always does."""
    return (
        f"{opdracht} voeg-samen %A %O %B %P || git merge-file --marker-size=%L"
        " -L 'deze tak' -L 'voor de wijzigingen' -L 'de andere tak' %A %O %B"
    )


def nakijken(opdracht: str) -> list[str]:
    """Return the lines of a hook that looks at the plans that are about to be committed."""
    programma = shlex.split(opdracht)[0]
    return [
        "# Kijkt of de plannen die je vastlegt te lezen zijn.",
        "# Een keer overslaan kan met: git commit --no-verify",
        f"if command -v {shlex.quote(programma)} >/dev/null 2>&1; then",
        f"  {opdracht} git --klaargezet || exit 1",
        "else",
        '  echo "uitvoeringsplan is niet gevonden; de plannen zijn niet nagekeken." >&2',
        "fi",
    ]
