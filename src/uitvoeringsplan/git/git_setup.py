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
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError, GitError
from uitvoeringsplan.files.atomic import schrijf_atomair
from uitvoeringsplan.files.file_reading import grootte, reden
from uitvoeringsplan.git.git_command import draai_git

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.git.git_command import Werkboom

_MEESTE_BESTANDEN = 5_000


def lees_instelling(boom: Werkboom, sleutel: str) -> list[str]:
    """Return the values of a key in the configuration of this repository alone."""
    uit = boom.draai("config", "--local", "-z", "--get-all", sleutel).uit
    return uit.decode("utf-8", "replace").split("\0")[:-1]


def zet_instelling(boom: Werkboom, sleutel: str, waarde: str | None) -> None:
    """Give a key one value in the configuration of this repository, or none; raises GitError."""
    wat = ("--replace-all", sleutel, waarde) if waarde is not None else ("--unset-all", sleutel)
    boom.lees("config", "--local", *wat)


def haakmap(boom: Werkboom) -> tuple[Path, bool]:
    """Return the folder of the hooks, and whether it belongs to this repository.

    A folder elsewhere (`core.hooksPath`) is used by other repositories too.
    """
    # Not asked in the usual way: that leaves out where the hooks are.
    gezegd = draai_git(
        boom.top, "rev-parse", "--path-format=absolute", "--git-path", "hooks", "--git-common-dir"
    )
    if not gezegd.gelukt:
        raise GitError(f"git zegt niet waar de haken staan in {boom.top}: {gezegd.mis}")
    haken, gedeeld = (
        Path(os.path.realpath(regel))
        for regel in gezegd.uit.decode("utf-8", "surrogateescape").split("\n")[:2]
    )
    eigen = (Path(os.path.realpath(boom.top)), gedeeld)
    return haken, any(haken.is_relative_to(map_) for map_ in eigen)


def bestanden(boom: Werkboom, *patronen: str) -> list[str]:
    """Return the files in the work tree that git knows or could add, by pattern of their name."""
    uit = boom.lees(
        "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--",
        *(f":(top,glob)**/{patroon}" for patroon in patronen),
    )  # fmt: skip
    namen = uit.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return sorted(set(namen))[:_MEESTE_BESTANDEN]


def kenmerk(boom: Werkboom, naam: str, namen: Iterable[str]) -> dict[str, str]:
    """Return the value of an attribute as git sees it, for each of these files."""
    invoer = "".join(f"{pad}\0" for pad in namen).encode("utf-8", "surrogateescape")
    uit = boom.lees("check-attr", "-z", "--stdin", naam, invoer=invoer)
    delen = uit.decode("utf-8", "surrogateescape").split("\0")
    return dict(zip(delen[::3], delen[2::3], strict=False))


BEGIN = "# >>> uitvoeringsplan git >>>"
EINDE = "# <<< uitvoeringsplan git <<<"

_REGEL = re.compile(rb"[^\n]*\n|[^\n]+")


def require_bytes_of_git(data: bytes, pad: Path) -> None:
    """Raise BestandError for a file in UTF-16: git reads no line of it, and ours would spoil it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BestandError(
            pad,
            "dit bestand is opgeslagen als UTF-16, en dat leest git niet. Sla het op als UTF-8 en"
            " probeer het opnieuw. Er is niets veranderd.",
        )


def lees_blok(data: bytes, pad: Path) -> list[str]:
    """Return our lines in a file, none when we have none; raises BestandError."""
    require_bytes_of_git(data, pad)
    regels = _REGEL.findall(data)
    van, tot = _grenzen(regels, pad)
    return [regel.strip().decode("utf-8", "replace") for regel in regels[van + 1 : tot - 1]]


def met_blok(data: bytes, pad: Path, regels: Sequence[str]) -> bytes:
    """Return a file with these as our lines, at the end when we had none; raises BestandError."""
    require_bytes_of_git(data, pad)
    oud = _REGEL.findall(data)
    van, tot = _grenzen(oud, pad)
    einde = "\r\n" if b"\r\n" in data else "\n"
    nieuw = [f"{regel}{einde}".encode() for regel in (BEGIN, *regels, EINDE) if regels]
    if nieuw and van and not oud[van - 1].endswith(b"\n"):
        nieuw.insert(0, einde.encode())
    return b"".join([*oud[:van], *nieuw, *oud[tot:]])


def zet_bestand(pad: Path, data: bytes | None, mode: int | None = None) -> None:
    """Write a file of a repository, or remove it (None); raises BestandError.

    `mode` is what the file must have afterwards; without it an existing file keeps its own.
    """
    try:
        if data is None:
            pad.unlink()
            return
        pad.parent.mkdir(exist_ok=True)
        schrijf_atomair(pad, data, mode=mode)
        if mode is not None:
            pad.chmod(mode)
    except OSError as fout:
        raise BestandError(pad, f"dit bestand is niet te veranderen ({reden(fout)}).") from fout


def _grenzen(regels: Sequence[bytes], pad: Path) -> tuple[int, int]:
    """Return the places [from, to) of our lines with their marks; empty at the end without any."""
    begin = [i for i, regel in enumerate(regels) if regel.strip() == BEGIN.encode()]
    einde = [i for i, regel in enumerate(regels) if regel.strip() == EINDE.encode()]
    if not begin and not einde:
        return len(regels), len(regels)
    if len(begin) != 1 or len(einde) != 1 or begin[0] > einde[0]:
        raise BestandError(
            pad,
            f"de regels van uitvoeringsplan zijn hier beschadigd. Haal alles weg van “{BEGIN}” tot"
            f" en met “{EINDE}” en probeer het opnieuw.",
        )
    return begin[0], einde[0] + 1


# What a killed or failed save leaves behind is never to be committed, and the Word file can be
# made again at any time, so it is the user's choice and not in this list.
_NEGEER = (".*.plan.yaml.*.tmp", "*.herstel-*.yaml")
_EIGENSCHAPPEN = ("*.plan.yaml text eol=lf", "*.docx binary")


class Aanvulling(NamedTuple):
    """A file and the lines that it lacks."""

    pad: Path
    regels: tuple[str, ...]

    def schrijf(self) -> None:
        """Add the lines at the end of the file; raises BestandError."""
        try:
            oud = self.pad.read_bytes() if self.pad.exists() and grootte(self.pad) else b""
            require_bytes_of_git(oud, self.pad)
            los = b"\n" if oud and not oud.endswith(b"\n") else b""
            nieuw = "".join(f"{regel}\n" for regel in self.regels).encode()
            schrijf_atomair(self.pad, oud + los + nieuw)
        except OSError as fout:
            raise BestandError(
                self.pad, f"dit bestand is niet aan te vullen ({reden(fout)})."
            ) from fout


def in_git(map_: Path) -> bool:
    """Whether a folder lies in a work tree of git."""
    # A work tree has a folder .git, or a file of that name in a submodule or second work tree.
    return any((ouder / ".git").exists() for ouder in (map_.resolve(), *map_.resolve().parents))


def aanvullingen(map_: Path) -> list[Aanvulling]:
    """Return what .gitignore and .gitattributes of a folder lack; nothing outside git."""
    if not in_git(map_):
        return []
    uit = []
    for naam, nodig in ((".gitignore", _NEGEER), (".gitattributes", _EIGENSCHAPPEN)):
        pad = map_ / naam
        try:
            grootte(pad)
            staat_er = pad.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            staat_er = []
        except OSError:
            continue
        bekend = {regel.strip() for regel in staat_er}
        if mist := tuple(regel for regel in nodig if regel not in bekend):
            uit.append(Aanvulling(pad, mist))
    return uit


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
