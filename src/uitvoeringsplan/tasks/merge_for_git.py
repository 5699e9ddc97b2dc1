"""What git calls to merge a plan (`merge=uitvoeringsplan`): as text, and points by their keys.

When it cannot, it says so and leaves our version and theirs as they were; git's own merge then
marks the clash. So nothing is ever merged that git by itself would have put to the user, but for
points. The other way round, git merges lines of one answer that make a sentence nobody wrote. An
answer that both changed must therefore be what `inlezen` would make of it; else it is a clash too.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, UitvoeringsplanError
from uitvoeringsplan.files.file_reading import reden
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.git.git_command import draai_git
from uitvoeringsplan.model.fingerprint import antwoordafdruk
from uitvoeringsplan.model.three_way import voeg_antwoorden_samen
from uitvoeringsplan.plan.merging import voeg_versies_samen
from uitvoeringsplan.plan.planbestand import lees_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand


def voeg_samen_voor_git(
    onze: Path, oud: Path, hunne: Path, naam: Path, *, vragen: Path | None = None
) -> bool:
    """Merge three files into the first and return whether that could be done.

    `naam` is the plan that they are versions of. When it cannot be done the first and the last are
    not written. The second, a copy that git made for this merge, then loses the answers that git
    would have merged and may not, so that git marks both versions of them.
    """
    data = [lees_bytes(pad) for pad in (onze, oud, hunne)]
    samen = _als_tekst(*data)
    lijst = load_vragenlijst(find_vragen(vragen, naam.parent))
    gelezen = _lees(samen, naam, lijst)  # a merge that nobody can read is none
    van_ons, was, van_hen = (_lees(deel, naam, lijst) for deel in data)
    if gelezen is None and van_ons and was and van_hen:
        gelezen = _lees(voeg_versies_samen(was, van_ons, van_hen, _als_tekst), naam, lijst)
    if gelezen is None:
        return False
    if van_ons and van_hen:
        mis = [
            vraag
            for vraag in (*lijst.gegevens, *lijst.vragen)
            if not _may_stand(
                vraag, gelezen.plan, was.plan if was else None, van_ons.plan, van_hen.plan
            )
        ]
        if mis:
            _schrijf(oud, _zonder(was, mis, data))
            return False
    _schrijf(onze, gelezen.data)
    return True


def _may_stand(vraag: Vraag, samen: Plan, was: Plan | None, onze: Plan, hunne: Plan) -> bool:
    """Whether a merged answer is that of one side, or what their sentences or rows make."""
    tekst, van_ons, van_hen = (plan.tekst(vraag) for plan in (samen, onze, hunne))
    if tekst in (van_ons, van_hen):
        return True
    goed = voeg_antwoorden_samen(vraag, was.tekst(vraag), van_ons, van_hen) if was else None
    return goed is not None and antwoordafdruk(vraag, goed) == antwoordafdruk(vraag, tekst)


def _zonder(was: Planbestand | None, vragen: list[Vraag], data: list[bytes]) -> bytes:
    """Return the old version without these answers: then both sides brought one in that place."""
    if was is None:
        return b""
    for vraag in vragen:
        was = was.met_antwoord(vraag, "")
    onze, _, hunne = data
    # Without any old version every difference is a clash.
    return was.data if _als_tekst(onze, was.data, hunne) is None else b""


def _lees(data: bytes | None, naam: Path, lijst: Vragenlijst) -> Planbestand | None:
    if data is None:
        return None
    try:
        return lees_planbestand(data, naam, lijst)
    except UitvoeringsplanError:
        return None


def _schrijf(pad: Path, data: bytes) -> None:
    try:
        pad.write_bytes(data)
    except OSError as fout:
        raise BestandError(pad, f"dit bestand is niet te schrijven ({reden(fout)}).") from fout


def _als_tekst(onze: bytes, oud: bytes, hunne: bytes) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="uitvoeringsplan-") as map_:
        namen = ("onze", "oud", "hunne")
        for naam, data in zip(namen, (onze, oud, hunne), strict=True):
            (Path(map_) / naam).write_bytes(data)
        gezegd = draai_git(Path(map_), "merge-file", "--stdout", *namen)
    return gezegd.uit if gezegd.gelukt else None
