"""`git --klaargezet`: whether the plans that are about to be committed can be read and kept.

What counts is what will be committed, which need not be what is in the folder. A number of a person
stops the commit, because git keeps what is taken out later; one that the last commit has already is
kept anyhow. Comments in the file count as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.personal_numbers import vind_nummers
from uitvoeringsplan.checks.plan.privacy import KENMERK
from uitvoeringsplan.errors import BestandError, Plaats, ProjectbestandError, UitvoeringsplanError
from uitvoeringsplan.files.lookup import PLAN_EINDE, find_vragen
from uitvoeringsplan.files.source_text import ontcijfer
from uitvoeringsplan.git.git_command import MAX_OBJECT, Werkboom
from uitvoeringsplan.plan.planbestand import lees_en_meld
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Tekst, lees_boom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.personal_numbers import Nummer
    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.yamltext.yaml_tree import Knoop

_PLANNEN = f":(top,glob)**/*{PLAN_EINDE}"
_GEWOON = ("100644", "100755")
_BLIJFT = (
    "Git bewaart dat voor altijd, ook als je het later weghaalt. Haal het weg en zet het plan"
    " opnieuw klaar met `git add`. Is het verzonnen, of mag iedereen het altijd zien, leg dan vast"
    " met `git commit --no-verify`."
)


def kijk_klaargezette_na(*, vragen: Path | None = None) -> list[UitvoeringsplanError]:
    """Return what is wrong with the plans in the index; raises GitError.

    That is also every number of a person that the last commit does not have yet. A plan of another
    kind than its question set is only looked at as YAML: who made it has another set for it.
    """
    boom = Werkboom(Path(), "", in_haak=True)
    uit: list[UitvoeringsplanError] = []
    top = Path(boom.lees("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    for naam, object_ in _klaargezet(boom).items():
        [(_, data)] = boom.inhouden([object_])
        try:
            bron = ontcijfer(data, naam, ProjectbestandError)
            uit += _nummers(bron, _vastgelegd(boom, naam))
            _kijk_na(bron, data, load_vragenlijst(find_vragen(vragen, (top / naam).parent)))
        except (ProjectbestandError, BestandError) as fout:
            uit.append(fout)
    return uit


def _kijk_na(bron: Bron, data: bytes, lijst: Vragenlijst) -> None:
    soort = lees_boom(bron).paren.get("soort")
    if soort is None or not isinstance(soort[1], Tekst) or soort[1].tekst == lijst.soort:
        lees_en_meld(data, Path(bron.pad), lijst)


def _nummers(bron: Bron, bekend: set[str]) -> Iterator[UitvoeringsplanError]:
    """Yield the numbers of persons in a plan, each once; `bekend` holds those that git has."""
    gezien = set(bekend)
    for nummer, regel, kolom in _gevonden(bron):
        if (kaal := _kaal(nummer)) not in gezien:
            gezien.add(kaal)
            yield ProjectbestandError(
                bron.pad,
                f"“{nummer.tekst}” kan een {nummer.soort} zijn. {_BLIJFT}",
                Plaats(regel, kolom, bron.tekst.split("\n")[regel - 1]),
            )


def _gevonden(bron: Bron) -> Iterator[tuple[Nummer, int, int]]:
    """Yield every number with its line and column: in the lines, then in values as YAML has them.

    A value that goes on over lines, or that names its signs, says something else than its lines.
    """
    for regelnummer, regel in enumerate(bron.tekst.split("\n"), 1):
        for nummer in vind_nummers(regel):
            yield nummer, regelnummer, nummer.begin + 1
    try:
        teksten = list(_teksten(lees_boom(bron)))
    except ProjectbestandError:  # said already where the plan is read
        return
    for tekst in teksten:
        for regel in tekst.tekst.split("\n"):
            for nummer in vind_nummers(regel):
                yield nummer, tekst.regel, tekst.kolom


def _teksten(knoop: Knoop) -> Iterator[Tekst]:
    if isinstance(knoop, Tekst):
        yield knoop
    elif isinstance(knoop, Kaart):
        for sleutel, waarde in knoop.paren.values():
            # Only the field for the number of a case may hold one that looks like a BSN.
            if sleutel.tekst != KENMERK:
                yield from _teksten(waarde)
    else:
        for deel in knoop.delen:
            yield from _teksten(deel)


def _kaal(nummer: Nummer) -> str:
    return "".join(filter(str.isalnum, nummer.tekst)).upper()


def _vastgelegd(boom: Werkboom, naam: str) -> set[str]:
    """Return the numbers that the last commit has in this file."""
    if "\n" in naam or not boom.hoofd():
        return set()
    [oud] = boom.maten([f"HEAD:{naam}"])
    if oud is None or oud[1] > MAX_OBJECT:
        return set()
    [(_, data)] = boom.inhouden([oud[0]])
    try:
        bron = ontcijfer(data, naam, ProjectbestandError)
    except ProjectbestandError:
        return set()
    return {_kaal(nummer) for nummer, _, _ in _gevonden(bron)}


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
