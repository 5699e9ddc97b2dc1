"""Points on two branches: git by itself never errs, and with our help it need not ask."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from branch_pairs import LIJST, values
from punt_branch_pairs import Puntenpaar

from git_work_folder import NAME, Werkmap, strategieen
from trials import FACTOR
from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import new_planbestand, read_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.merge_for_git import merge_for_git
from uitvoeringsplan.tasks.set_up_git import set_up_git

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
START = (0, 1, 4, 12, 30)  # how many points the plan has before
COUNT = 4 * FACTOR  # pairs for each of those; UVP_PROEVEN=10 makes them 200
COMMAND = shlex.join([sys.executable, "-m", "uitvoeringsplan"])


@pytest.fixture(scope="module")
def pairs() -> list[Puntenpaar]:
    return [Puntenpaar(seed, start) for start in START for seed in range(COUNT)]


def outcome(pair: Puntenpaar, data: bytes, *, succeeded: bool) -> str:
    try:
        reading = read_planbestand(data, Path(NAME), LIJST)
    except UitvoeringsplanError as error:
        return "botst" if not succeeded and "conflict van git" in str(error) else "fout"
    punten = {punt.sleutel: punt for punt in reading.punten}
    good = punten == pair.punten and values(reading) == pair.antwoorden
    return "goed" if succeeded and good else "fout"


def voeg_samen(git_map: Werkmap, pairs: list[Puntenpaar], strategie: str) -> dict[str, list[int]]:
    """Merge all pairs; return which went well, which clashed and which went wrong."""
    git_map.record((p.basis.data, p.sides[0].data, p.sides[1].data) for p in pairs)
    result: dict[str, list[int]] = {"goed": [], "botst": [], "fout": []}
    for i, pair in enumerate(pairs):
        succeeded, data = git_map.voeg_samen(i, strategie)
        result[outcome(pair, data, succeeded=succeeded)].append(i)
    return result


@pytest.mark.parametrize("strategie", strategieen())
def test_git_alleen_gaat_nooit_stil_mis(tmp_path, pairs, strategie):
    result = voeg_samen(Werkmap(tmp_path), pairs, strategie)
    assert result["fout"] == []
    # Points that are there already keep new ones apart.
    assert len([i for i in result["goed"] if i >= 4 * COUNT]) > COUNT / 4


def test_met_onze_samenvoeger_botst_er_niets(tmp_path, pairs):
    git_map = Werkmap(tmp_path)
    set_up_git(git_map.map, lambda _: True, command=COMMAND)
    result = voeg_samen(git_map, pairs, strategieen()[0])
    assert (result["fout"], result["botst"]) == ([], [])


def test_de_paren_zijn_wat_ze_moeten_zijn(pairs):
    for pair in pairs:
        was = {punt.sleutel: punt for punt in pair.basis.punten}
        added = [{p.sleutel for p in side.punten} - was.keys() for side in pair.sides]
        assert added[0] | added[1]
        assert was.keys() | added[0] | added[1] == pair.punten.keys()
    assert any(punt.klaar for pair in pairs for punt in pair.punten.values())
    assert any(values(pair.basis) != pair.antwoorden for pair in pairs)
    equal = [{*pair.sides[0].punten} & {*pair.sides[1].punten} for pair in pairs[:COUNT]]
    assert FACTOR == 1 or any(equal)


PLAN = new_planbestand(Path(NAME), LIJST, {"gemeente": "Oudermeer"}, {})
TWO = add_punten(PLAN, [OpenPunt(tekst=f"punt {i}", sleutel=f"p{i}") for i in "12"])
MET_DE_HAND = b"  - tekst: met de hand\n    sleutel: p9\n"


def together(map_: Path, ours: bytes, old: bytes, theirs: bytes) -> bytes | None:
    """Merge as git lets us do it; None when we leave it to git, with everything as it was."""
    paths = [map_ / name for name in ("onze", "oud", "hunne")]
    for path, data in zip(paths, (ours, old, theirs), strict=True):
        path.write_bytes(data)
    succeeded = merge_for_git(*paths, map_ / NAME)
    assert [path.read_bytes() for path in paths[1:]] == [old, theirs]
    if not succeeded:
        assert paths[0].read_bytes() == ours
    return paths[0].read_bytes() if succeeded else None


def test_wat_git_zelf_kan_doet_git(tmp_path):
    one = PLAN.with_answer(LIJST.vraag("lokale-ambitie"), "a").data + b"# van een\n"
    other = PLAN.data.replace(b"soort", b"# van een ander\nsoort", 1)
    data = together(tmp_path, one, PLAN.data, other)
    assert data == one.replace(b"soort", b"# van een ander\nsoort", 1)


def test_een_punt_dat_git_twee_keer_neerzet_staat_er_een_keer(tmp_path):
    """Both have it, in another place: git sees no clash, and nobody could read the result."""
    one = TWO.data.replace(b"punten:\n", b"punten:\n" + MET_DE_HAND, 1)
    data = together(tmp_path, one, TWO.data, TWO.data + MET_DE_HAND)
    assert data is not None
    punten = read_planbestand(data, Path(NAME), LIJST).punten
    assert sorted(punt.sleutel for punt in punten) == ["p1", "p2", "p9"]


@pytest.mark.parametrize(
    ("ours", "old", "theirs"),
    [
        pytest.param(b"soort: 'open", PLAN.data, TWO.data, id="onleesbaar"),
        pytest.param(TWO.data, b"", PLAN.data + b"punten:\n" + MET_DE_HAND, id="zonder begin"),
        pytest.param(b"soort: a\n", b"soort: b\n", b"soort: c\n", id="andere soort"),
        pytest.param(
            PLAN.data.replace(b"Oudermeer", b"A"),
            PLAN.data,
            PLAN.data.replace(b"Oudermeer", b"B"),
            id="hetzelfde gegeven",
        ),
    ],
)
def test_de_rest_blijft_aan_git_over(tmp_path, ours, old, theirs):
    assert together(tmp_path, ours, old, theirs) is None
