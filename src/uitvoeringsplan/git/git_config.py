"""The settings of one repository: its own configuration, its folder of hooks, its attributes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GitError
from uitvoeringsplan.git.git_command import draai_git

if TYPE_CHECKING:
    from collections.abc import Iterable

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
