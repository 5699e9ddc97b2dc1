"""`git --klaargezet`: whether the plans that are about to be committed can be read.

What counts is what will be committed, which need not be what is in the folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, ProjectbestandError, UitvoeringsplanError
from uitvoeringsplan.storage.brontekst import ontcijfer
from uitvoeringsplan.storage.git import Werkboom
from uitvoeringsplan.storage.planbestand import lees_planbestand
from uitvoeringsplan.storage.vindplaats import PLAN_EINDE, find_vragen
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.storage.yamltekst import Tekst, lees_boom

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_PLANNEN = f":(top,glob)**/*{PLAN_EINDE}"
_GEWOON = ("100644", "100755")


def kijk_klaargezette_na(*, vragen: Path | None = None) -> list[UitvoeringsplanError]:
    """Return what is wrong with the plans in the index; raises GitError.

    A plan of another kind than its question set is only looked at as YAML: who made it has another
    set for it.
    """
    boom = Werkboom(Path(), "", in_haak=True)
    uit: list[UitvoeringsplanError] = []
    top = Path(boom.lees("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    for naam, object_ in _klaargezet(boom).items():
        [(_, data)] = boom.inhouden([object_])
        try:
            _kijk_na(data, naam, load_vragenlijst(find_vragen(vragen, (top / naam).parent)))
        except (ProjectbestandError, BestandError) as fout:
            uit.append(fout)
    return uit


def _kijk_na(data: bytes, naam: str, lijst: Vragenlijst) -> None:
    bron = ontcijfer(data, naam, ProjectbestandError)
    soort = lees_boom(bron).paren.get("soort")
    if soort is None or not isinstance(soort[1], Tekst) or soort[1].tekst == lijst.soort:
        lees_planbestand(data, Path(naam), lijst)


def _klaargezet(boom: Werkboom) -> dict[str, str]:
    """Return the plans that were added or changed, with the ids of their content."""
    veranderd = boom.lees(
        "diff", "--cached", "--name-only", "-z", "--no-renames", "--no-relative",
        "--diff-filter=ACMRT", "--no-ext-diff", "--no-textconv", "--", _PLANNEN,
    )  # fmt: skip
    namen = set(veranderd.split(b"\0")[:-1])
    uit = {}
    for regel in boom.lees("ls-files", "-s", "-z", "--full-name", "--", _PLANNEN).split(b"\0")[:-1]:
        soort, _, naam = regel.partition(b"\t")
        mode, object_, _ = soort.decode().split(" ")
        if naam in namen and mode in _GEWOON:
            uit[naam.decode("utf-8", "surrogateescape")] = object_
    return uit
