"""Points on two branches: git by itself never errs, and with our help it need not ask."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from branch_pairs import LIJST, waarden
from punt_branch_pairs import Puntenpaar

from git_work_folder import NAAM, Werkmap, strategieen
from trials import FACTOR
from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import new_planbestand, read_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.merge_for_git import merge_for_git
from uitvoeringsplan.tasks.set_up_git import set_up_git

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
BEGIN = (0, 1, 4, 12, 30)  # how many points the plan has before
AANTAL = 4 * FACTOR  # pairs for each of those; UVP_PROEVEN=10 makes them 200
OPDRACHT = shlex.join([sys.executable, "-m", "uitvoeringsplan"])


@pytest.fixture(scope="module")
def paren() -> list[Puntenpaar]:
    return [Puntenpaar(zaad, begin) for begin in BEGIN for zaad in range(AANTAL)]


def uitkomst(paar: Puntenpaar, data: bytes, *, gelukt: bool) -> str:
    try:
        gelezen = read_planbestand(data, Path(NAAM), LIJST)
    except UitvoeringsplanError as fout:
        return "botst" if not gelukt and "conflict van git" in str(fout) else "fout"
    punten = {punt.sleutel: punt for punt in gelezen.punten}
    goed = punten == paar.punten and waarden(gelezen) == paar.antwoorden
    return "goed" if gelukt and goed else "fout"


def voeg_samen(git_map: Werkmap, paren: list[Puntenpaar], strategie: str) -> dict[str, list[int]]:
    """Merge all pairs; return which went well, which clashed and which went wrong."""
    git_map.leg_vast((p.basis.data, p.kanten[0].data, p.kanten[1].data) for p in paren)
    uit: dict[str, list[int]] = {"goed": [], "botst": [], "fout": []}
    for i, paar in enumerate(paren):
        gelukt, data = git_map.voeg_samen(i, strategie)
        uit[uitkomst(paar, data, gelukt=gelukt)].append(i)
    return uit


@pytest.mark.parametrize("strategie", strategieen())
def test_git_alleen_gaat_nooit_stil_mis(tmp_path, paren, strategie):
    uit = voeg_samen(Werkmap(tmp_path), paren, strategie)
    assert uit["fout"] == []
    # Points that are there already keep new ones apart.
    assert len([i for i in uit["goed"] if i >= 4 * AANTAL]) > AANTAL / 4


def test_met_onze_samenvoeger_botst_er_niets(tmp_path, paren):
    git_map = Werkmap(tmp_path)
    set_up_git(git_map.map, lambda _: True, command=OPDRACHT)
    uit = voeg_samen(git_map, paren, strategieen()[0])
    assert (uit["fout"], uit["botst"]) == ([], [])


def test_de_paren_zijn_wat_ze_moeten_zijn(paren):
    for paar in paren:
        was = {punt.sleutel: punt for punt in paar.basis.punten}
        erbij = [{p.sleutel for p in kant.punten} - was.keys() for kant in paar.kanten]
        assert erbij[0] | erbij[1]
        assert was.keys() | erbij[0] | erbij[1] == paar.punten.keys()
    assert any(punt.klaar for paar in paren for punt in paar.punten.values())
    assert any(waarden(paar.basis) != paar.antwoorden for paar in paren)
    gelijk = [{*paar.kanten[0].punten} & {*paar.kanten[1].punten} for paar in paren[:AANTAL]]
    assert FACTOR == 1 or any(gelijk)


PLAN = new_planbestand(Path(NAAM), LIJST, {"gemeente": "Oudermeer"}, {})
TWEE = add_punten(PLAN, [OpenPunt(tekst=f"punt {i}", sleutel=f"p{i}") for i in "12"])
MET_DE_HAND = b"  - tekst: met de hand\n    sleutel: p9\n"


def samen(map_: Path, onze: bytes, oud: bytes, hunne: bytes) -> bytes | None:
    """Merge as git lets us do it; None when we leave it to git, with everything as it was."""
    paden = [map_ / naam for naam in ("onze", "oud", "hunne")]
    for pad, data in zip(paden, (onze, oud, hunne), strict=True):
        pad.write_bytes(data)
    gelukt = merge_for_git(*paden, map_ / NAAM)
    assert [pad.read_bytes() for pad in paden[1:]] == [oud, hunne]
    if not gelukt:
        assert paden[0].read_bytes() == onze
    return paden[0].read_bytes() if gelukt else None


def test_wat_git_zelf_kan_doet_git(tmp_path):
    een = PLAN.with_answer(LIJST.vraag("lokale-ambitie"), "a").data + b"# van een\n"
    ander = PLAN.data.replace(b"soort", b"# van een ander\nsoort", 1)
    data = samen(tmp_path, een, PLAN.data, ander)
    assert data == een.replace(b"soort", b"# van een ander\nsoort", 1)


def test_een_punt_dat_git_twee_keer_neerzet_staat_er_een_keer(tmp_path):
    """Both have it, in another place: git sees no clash, and nobody could read the result."""
    een = TWEE.data.replace(b"punten:\n", b"punten:\n" + MET_DE_HAND, 1)
    data = samen(tmp_path, een, TWEE.data, TWEE.data + MET_DE_HAND)
    assert data is not None
    punten = read_planbestand(data, Path(NAAM), LIJST).punten
    assert sorted(punt.sleutel for punt in punten) == ["p1", "p2", "p9"]


@pytest.mark.parametrize(
    ("onze", "oud", "hunne"),
    [
        pytest.param(b"soort: 'open", PLAN.data, TWEE.data, id="onleesbaar"),
        pytest.param(TWEE.data, b"", PLAN.data + b"punten:\n" + MET_DE_HAND, id="zonder begin"),
        pytest.param(b"soort: a\n", b"soort: b\n", b"soort: c\n", id="andere soort"),
        pytest.param(
            PLAN.data.replace(b"Oudermeer", b"A"),
            PLAN.data,
            PLAN.data.replace(b"Oudermeer", b"B"),
            id="hetzelfde gegeven",
        ),
    ],
)
def test_de_rest_blijft_aan_git_over(tmp_path, onze, oud, hunne):
    assert samen(tmp_path, onze, oud, hunne) is None
