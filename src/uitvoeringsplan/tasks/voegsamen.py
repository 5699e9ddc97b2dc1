"""What git calls to merge a plan (`merge=uitvoeringsplan`): as text, and points by their keys.

When it cannot, it says so and leaves everything as it was; git's own merge then marks the clash.
So nothing is ever merged that git by itself would have put to the user, but for points.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from uitvoeringsplan.errors import BestandError, UitvoeringsplanError
from uitvoeringsplan.storage.brontekst import lees_bytes
from uitvoeringsplan.storage.git import draai_git
from uitvoeringsplan.storage.planbestand import lees_planbestand
from uitvoeringsplan.storage.puntenmerge import voeg_versies_samen
from uitvoeringsplan.storage.systeemfout import reden
from uitvoeringsplan.storage.vindplaats import find_vragen
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst


def voeg_samen_voor_git(
    onze: Path, oud: Path, hunne: Path, naam: Path, *, vragen: Path | None = None
) -> bool:
    """Merge three files into the first and return whether that could be done.

    `naam` is the plan that they are versions of. Nothing is written when it cannot be done.
    """
    data = [lees_bytes(pad) for pad in (onze, oud, hunne)]
    samen = _als_tekst(*data)
    lijst = load_vragenlijst(find_vragen(vragen, naam.parent))
    try:
        if samen is not None:
            lees_planbestand(samen, naam, lijst)  # a merge that nobody can read is none
    except UitvoeringsplanError:
        samen = None
    try:
        if samen is None:
            van_ons, was, van_hen = (lees_planbestand(deel, naam, lijst) for deel in data)
            samen = voeg_versies_samen(was, van_ons, van_hen, _als_tekst)
    except UitvoeringsplanError:
        return False
    if samen is None:
        return False
    try:
        onze.write_bytes(samen)
    except OSError as fout:
        raise BestandError(onze, f"dit bestand is niet te schrijven ({reden(fout)}).") from fout
    return True


def _als_tekst(onze: bytes, oud: bytes, hunne: bytes) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="uitvoeringsplan-") as map_:
        namen = ("onze", "oud", "hunne")
        for naam, data in zip(namen, (onze, oud, hunne), strict=True):
            (Path(map_) / naam).write_bytes(data)
        gezegd = draai_git(Path(map_), "merge-file", "--stdout", *namen)
    return gezegd.uit if gezegd.gelukt else None
