"""The two small files that make git treat plans well, without needing git itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import schrijf_atomair
from uitvoeringsplan.files.regular import grootte
from uitvoeringsplan.files.system_error import reden
from uitvoeringsplan.git.git_block import require_bytes_of_git

if TYPE_CHECKING:
    from pathlib import Path

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
