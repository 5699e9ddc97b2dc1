"""Colleagues on branches: real merges by a real git, of plans as our own saves leave them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from branch_pairs import EVERYTHING, KINDS, LIJST, UITERST, Paar, values

from git_work_folder import NAME, Werkmap, strategieen
from trials import times
from uitvoeringsplan.errors import ProjectbestandError, UitvoeringsplanError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.git.git_setup import find_missing_lines
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan, read_planbestand
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.yamltext.yaml_writer import plan_text

pytestmark = pytest.mark.git
IN_CI = 25
COUNT = times(IN_CI, 6)  # pairs per strategy; UVP_PROEVEN=40 makes them 1,000


def reading(data: bytes) -> dict[str, str] | str:
    try:
        return values(read_planbestand(data, Path(NAME), LIJST))
    except UitvoeringsplanError as error:
        return str(error)


def without_kop(text: str) -> str:
    """Return a plan without its first line, which names the municipality of the start."""
    return text.split("\n", 1)[1]


@pytest.fixture(scope="module")
def pairs() -> list[Paar]:
    return [Paar(seed) for seed in range(COUNT)]


def voeg_samen(git_map: Werkmap, pairs: list[Paar], strategie: str) -> tuple[list[str], list[str]]:
    """Merge all pairs; return which git could not merge, and which it merged wrongly."""
    git_map.record((p.basis.data, p.sides[0].data, p.sides[1].data) for p in pairs)
    clashes, error = [], []
    for i, pair in enumerate(pairs):
        succeeded, data = git_map.voeg_samen(i, strategie)
        who = f"zaad {pair.seed}: {pair.kind}, {pair.palette}"
        if not succeeded:
            clashes.append(who)
            error += [] if "conflict van git" in reading(data) else [who]
        elif reading(data) != pair.expected:
            error.append(who)
        else:
            # Not a line too many either: it is what the program itself would have written.
            heel = plan_text(LIJST, pair.expected, pair.expected)
            error += [] if without_kop(data.decode()) == without_kop(heel) else [who]
    return clashes, error


@pytest.mark.parametrize("strategie", strategieen())
def test_verschillende_vragen_op_twee_takken_botsen_nooit(git_map, pairs, strategie):
    assert voeg_samen(git_map, pairs, strategie) == ([], [])


@pytest.mark.parametrize("strategie", strategieen())
@pytest.mark.parametrize("palette", UITERST)
def test_lange_gelijke_teksten_op_veel_plekken_gaan_nooit_stil_mis(git_map, palette, strategie):
    """Here git may ask, as nothing in a line can tell which of the places it is; never err."""
    pairs = [Paar(seed, palette) for seed in range(COUNT // 3)]
    _, error = voeg_samen(git_map, pairs, strategie)
    assert error == []


@pytest.fixture(scope="module")
def pairs_start_ci(pairs) -> list[Paar]:
    return [*pairs, *(Paar(seed) for seed in range(COUNT, IN_CI))]


def test_de_paren_zijn_wat_ze_moeten_zijn(pairs_start_ci):
    """The simulation has every kind of change, on both sides, and never the same question twice."""
    wissels = set()
    for pair in pairs_start_ci:
        one, other = pair.antwoorden
        assert one
        assert other
        assert not one.keys() & other.keys()
        old = values(pair.basis)
        for id_, text in (one | other).items():
            wissels.add((bool(old[id_]), bool(text)))
        for side, antwoorden in zip(pair.sides, pair.antwoorden, strict=True):
            assert values(side) == old | antwoorden
    assert wissels >= {(False, True), (True, True), (True, False)}
    assert {pair.kind for pair in pairs_start_ci} == set(KINDS)


def test_zonder_de_opmerkingen_zou_het_wel_botsen(git_map, pairs_start_ci):
    """What the layout is for: the same answers without it, and git gives up."""

    def bare(data: bytes) -> bytes:
        return re.sub(rb"\n\n  # [^\n]*", b"", data)

    neighbours = [p for p in pairs_start_ci if p.kind == "iedereen de helft"][:3]
    git_map.record(tuple(map(bare, (p.basis.data, *(k.data for k in p.sides)))) for p in neighbours)
    assert not any(git_map.voeg_samen(i, strategieen()[0])[0] for i in range(len(neighbours)))


@pytest.fixture
def voorbeeld(git_map) -> Path:
    """The shipped example in a repository, as `nieuw` would set it up."""
    path = git_map.map / "oudermeer.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    for aanvulling in find_missing_lines(git_map.map):
        aanvulling.schrijf()
    git_map.perform("add", ".")
    git_map.perform("commit", "-q", "-m", "Het plan")
    return path


def op_een_tak(git_map: Werkmap, path: Path, branch: str, antwoorden: dict[str, str]) -> None:
    git_map.perform("checkout", "-q", "-b", branch, "hoofd")
    for id_, text in antwoorden.items():
        old = load_plan(path, LIJST)
        save_plan(old, old.with_answer(LIJST.vraag(id_), text))
    git_map.perform("commit", "-q", "-a", "-m", f"Antwoorden van {branch}")


def test_drie_collegas_aan_het_voorbeeld(git_map, voorbeeld):
    expected = values(load_plan(voorbeeld, LIJST))
    branches: dict[str, dict[str, str]] = {"anna": {}, "bram": {}, "chris": {}}
    for i, vraag in enumerate(EVERYTHING):  # each has the neighbours of the others
        if vraag.keuzes or vraag.controle.patroon or not (vraag.type.is_block or i % 2):
            continue
        rij = vraag.voorbeeld.partition("\n")[0]
        fixed = {"datum": "2027-03-01", "getal": "2029", "jaanee": "ja", "tabel": rij}
        text = fixed.get(vraag.type.name, "n.v.t.")
        branches[list(branches)[i % 3]][vraag.id] = vraag.normalise(text)
    for branch, antwoorden in branches.items():
        op_een_tak(git_map, voorbeeld, branch, antwoorden)
        expected |= antwoorden
    git_map.perform("checkout", "-q", "hoofd")
    for branch in branches:
        git_map.perform("merge", "-q", "--no-edit", branch)
    assert values(load_plan(voorbeeld, LIJST)) == expected
    assert sum(map(len, branches.values())) > 20


def test_hetzelfde_antwoord_op_twee_takken_is_een_conflict_dat_wordt_uitgelegd(git_map, voorbeeld):
    id_ = LIJST.vragen[0].id
    op_een_tak(git_map, voorbeeld, "anna", {id_: "Van Anna."})
    op_een_tak(git_map, voorbeeld, "bram", {id_: "Van Bram."})
    assert git_map.git("merge", "anna").returncode == 1
    with pytest.raises(ProjectbestandError, match="conflict van git") as error:
        load_plan(voorbeeld, LIJST)
    line = error.value.place.line
    assert voorbeeld.read_text(encoding="utf-8").split("\n")[line - 1].startswith("<<<<<<<")


def test_een_antwoord_is_in_git_alleen_zijn_eigen_regels(git_map, voorbeeld):
    vraag = next(v for v in LIJST.vragen if v.type is TYPES["tekst"])
    op_een_tak(git_map, voorbeeld, "anna", {vraag.id: "Een.\n\nTwee."})
    verschil = git_map.perform("diff", "--unified=0", "hoofd", "anna").split("\n")
    kop = next(i for i, line in enumerate(verschil) if line.startswith("@@"))
    lines = voorbeeld.read_text(encoding="utf-8").split("\n")
    own = lines.index(f"  {vraag.id}: |")
    places = [line for line in verschil[kop:] if line.startswith("@@")]
    assert places
    for place in places:  # every hunk lies between this key and the next
        start, count = re.search(r"\+(\d+)(?:,(\d+))?", place).groups()
        assert own < int(start)
        assert int(start) + int(count or 1) - 1 <= own + 4
    assert lines[own + 1 : own + 5] == ["    Een.", "", "    Twee.", ""]


def test_wat_een_afgebroken_run_achterlaat_komt_niet_in_git(git_map, voorbeeld):
    for rest in (f".{voorbeeld.name}.12-0.tmp", "oudermeer.herstel-1.yaml"):
        (git_map.map / rest).write_bytes(b"x")
    assert git_map.perform("status", "--porcelain") == ""
