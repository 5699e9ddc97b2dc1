"""Colleagues on branches: real merges by a real git, of plans as our own saves leave them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from branch_pairs import ALLES, LIJST, SOORTEN, UITERST, Paar, waarden

from git_work_folder import NAAM, Werkmap, strategieen
from trials import keren
from uitvoeringsplan.errors import ProjectbestandError, UitvoeringsplanError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.git.git_setup import find_missing_lines
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan, read_planbestand
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.yamltext.yaml_writer import plan_text

pytestmark = pytest.mark.git
IN_CI = 25
AANTAL = keren(IN_CI, 6)  # pairs per strategy; UVP_PROEVEN=40 makes them 1,000


def gelezen(data: bytes) -> dict[str, str] | str:
    try:
        return waarden(read_planbestand(data, Path(NAAM), LIJST))
    except UitvoeringsplanError as fout:
        return str(fout)


def zonder_kop(tekst: str) -> str:
    """Return a plan without its first line, which names the municipality of the start."""
    return tekst.split("\n", 1)[1]


@pytest.fixture(scope="module")
def paren() -> list[Paar]:
    return [Paar(zaad) for zaad in range(AANTAL)]


def voeg_samen(git_map: Werkmap, paren: list[Paar], strategie: str) -> tuple[list[str], list[str]]:
    """Merge all pairs; return which git could not merge, and which it merged wrongly."""
    git_map.leg_vast((p.basis.data, p.kanten[0].data, p.kanten[1].data) for p in paren)
    botsingen, fout = [], []
    for i, paar in enumerate(paren):
        gelukt, data = git_map.voeg_samen(i, strategie)
        wie = f"zaad {paar.zaad}: {paar.soort}, {paar.palet}"
        if not gelukt:
            botsingen.append(wie)
            fout += [] if "conflict van git" in gelezen(data) else [wie]
        elif gelezen(data) != paar.verwacht:
            fout.append(wie)
        else:
            # Not a line too many either: it is what the program itself would have written.
            heel = plan_text(LIJST, paar.verwacht, paar.verwacht)
            fout += [] if zonder_kop(data.decode()) == zonder_kop(heel) else [wie]
    return botsingen, fout


@pytest.mark.parametrize("strategie", strategieen())
def test_verschillende_vragen_op_twee_takken_botsen_nooit(git_map, paren, strategie):
    assert voeg_samen(git_map, paren, strategie) == ([], [])


@pytest.mark.parametrize("strategie", strategieen())
@pytest.mark.parametrize("palet", UITERST)
def test_lange_gelijke_teksten_op_veel_plekken_gaan_nooit_stil_mis(git_map, palet, strategie):
    """Here git may ask, as nothing in a line can tell which of the places it is; never err."""
    paren = [Paar(zaad, palet) for zaad in range(AANTAL // 3)]
    _, fout = voeg_samen(git_map, paren, strategie)
    assert fout == []


@pytest.fixture(scope="module")
def paren_van_ci(paren) -> list[Paar]:
    return [*paren, *(Paar(zaad) for zaad in range(AANTAL, IN_CI))]


def test_de_paren_zijn_wat_ze_moeten_zijn(paren_van_ci):
    """The simulation has every kind of change, on both sides, and never the same question twice."""
    wissels = set()
    for paar in paren_van_ci:
        een, ander = paar.antwoorden
        assert een
        assert ander
        assert not een.keys() & ander.keys()
        oud = waarden(paar.basis)
        for id_, tekst in (een | ander).items():
            wissels.add((bool(oud[id_]), bool(tekst)))
        for kant, antwoorden in zip(paar.kanten, paar.antwoorden, strict=True):
            assert waarden(kant) == oud | antwoorden
    assert wissels >= {(False, True), (True, True), (True, False)}
    assert {paar.soort for paar in paren_van_ci} == set(SOORTEN)


def test_zonder_de_opmerkingen_zou_het_wel_botsen(git_map, paren_van_ci):
    """What the layout is for: the same answers without it, and git gives up."""

    def kaal(data: bytes) -> bytes:
        return re.sub(rb"\n\n  # [^\n]*", b"", data)

    buren = [p for p in paren_van_ci if p.soort == "iedereen de helft"][:3]
    git_map.leg_vast(tuple(map(kaal, (p.basis.data, *(k.data for k in p.kanten)))) for p in buren)
    assert not any(git_map.voeg_samen(i, strategieen()[0])[0] for i in range(len(buren)))


@pytest.fixture
def voorbeeld(git_map) -> Path:
    """The shipped example in a repository, as `nieuw` would set it up."""
    pad = git_map.map / "oudermeer.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    for aanvulling in find_missing_lines(git_map.map):
        aanvulling.schrijf()
    git_map.doe("add", ".")
    git_map.doe("commit", "-q", "-m", "Het plan")
    return pad


def op_een_tak(git_map: Werkmap, pad: Path, tak: str, antwoorden: dict[str, str]) -> None:
    git_map.doe("checkout", "-q", "-b", tak, "hoofd")
    for id_, tekst in antwoorden.items():
        oud = load_plan(pad, LIJST)
        save_plan(oud, oud.with_answer(LIJST.vraag(id_), tekst))
    git_map.doe("commit", "-q", "-a", "-m", f"Antwoorden van {tak}")


def test_drie_collegas_aan_het_voorbeeld(git_map, voorbeeld):
    verwacht = waarden(load_plan(voorbeeld, LIJST))
    takken: dict[str, dict[str, str]] = {"anna": {}, "bram": {}, "chris": {}}
    for i, vraag in enumerate(ALLES):  # each has the neighbours of the others
        if vraag.keuzes or vraag.controle.patroon or not (vraag.type.is_blok or i % 2):
            continue
        rij = vraag.voorbeeld.partition("\n")[0]
        vast = {"datum": "2027-03-01", "getal": "2029", "jaanee": "ja", "tabel": rij}
        tekst = vast.get(vraag.type.name, "n.v.t.")
        takken[list(takken)[i % 3]][vraag.id] = vraag.normalise(tekst)
    for tak, antwoorden in takken.items():
        op_een_tak(git_map, voorbeeld, tak, antwoorden)
        verwacht |= antwoorden
    git_map.doe("checkout", "-q", "hoofd")
    for tak in takken:
        git_map.doe("merge", "-q", "--no-edit", tak)
    assert waarden(load_plan(voorbeeld, LIJST)) == verwacht
    assert sum(map(len, takken.values())) > 20


def test_hetzelfde_antwoord_op_twee_takken_is_een_conflict_dat_wordt_uitgelegd(git_map, voorbeeld):
    id_ = LIJST.vragen[0].id
    op_een_tak(git_map, voorbeeld, "anna", {id_: "Van Anna."})
    op_een_tak(git_map, voorbeeld, "bram", {id_: "Van Bram."})
    assert git_map.git("merge", "anna").returncode == 1
    with pytest.raises(ProjectbestandError, match="conflict van git") as fout:
        load_plan(voorbeeld, LIJST)
    regel = fout.value.plaats.regel
    assert voorbeeld.read_text(encoding="utf-8").split("\n")[regel - 1].startswith("<<<<<<<")


def test_een_antwoord_is_in_git_alleen_zijn_eigen_regels(git_map, voorbeeld):
    vraag = next(v for v in LIJST.vragen if v.type is TYPES["tekst"])
    op_een_tak(git_map, voorbeeld, "anna", {vraag.id: "Een.\n\nTwee."})
    verschil = git_map.doe("diff", "--unified=0", "hoofd", "anna").split("\n")
    kop = next(i for i, regel in enumerate(verschil) if regel.startswith("@@"))
    regels = voorbeeld.read_text(encoding="utf-8").split("\n")
    eigen = regels.index(f"  {vraag.id}: |")
    plekken = [regel for regel in verschil[kop:] if regel.startswith("@@")]
    assert plekken
    for plek in plekken:  # every hunk lies between this key and the next
        begin, aantal = re.search(r"\+(\d+)(?:,(\d+))?", plek).groups()
        assert eigen < int(begin)
        assert int(begin) + int(aantal or 1) - 1 <= eigen + 4
    assert regels[eigen + 1 : eigen + 5] == ["    Een.", "", "    Twee.", ""]


def test_wat_een_afgebroken_run_achterlaat_komt_niet_in_git(git_map, voorbeeld):
    for rest in (f".{voorbeeld.name}.12-0.tmp", "oudermeer.herstel-1.yaml"):
        (git_map.map / rest).write_bytes(b"x")
    assert git_map.doe("status", "--porcelain") == ""
