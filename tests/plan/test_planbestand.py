from __future__ import annotations

import os
from pathlib import Path

import pytest

from handwritten_plans import EVERYTHING, LIJST, VELDEN
from trials import AWKWARD
from uitvoeringsplan.errors import AntwoordError, BestandError, ProjectbestandError
from uitvoeringsplan.files.file_reading import MAX_BYTES
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.plan.planbestand import (
    load_plan,
    new_planbestand,
    read_planbestand,
)
from uitvoeringsplan.plan.saving import save_new, save_plan

V0, V1 = LIJST.vraag("v0"), LIJST.vraag("v1")
STRICT = Vragenlijst(
    "proef", "1", "Proef", "p.docx",
    (
        Vraag(id="datum", label="Datum", vraag="?", type=TYPES["datum"]),
        Vraag(id="status", label="Status", vraag="?", type=TYPES["keuze"], keuzes=("concept",)),
        Vraag(id="jaar", label="Jaar", vraag="?", type=TYPES["getal"],
              controle=Controle(min=2000)),
        Vraag(id="open", label="Open", vraag="?", type=TYPES["jaanee"]),
    ),
    (Hoofdstuk("h", "H", vragen=(Vraag(id="v0", label="V", vraag="?"),)),),
)  # fmt: skip
KOP = "soort: proef\nvragenlijst: 1\n"


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "x.plan.yaml"
    save_new(new_planbestand(path, LIJST, {"gemeente": "Oudermeer"}, {"v0": "Een.\n\nTwee."}))
    return path


def test_een_nieuw_plan_heeft_elke_sleutel(path):
    file = load_plan(path, LIJST)
    assert file.data == path.read_bytes()
    assert (file.plan.soort, file.plan.vragenlijst) == ("proef", "1")
    assert [*file.plan.gegevens, *file.plan.antwoorden] == [v.id for v in EVERYTHING]
    assert file.plan.text(V0) == "Een.\n\nTwee."


def test_een_nieuw_plan_overschrijft_nooit(path):
    old = path.read_bytes()
    with pytest.raises(BestandError, match="bestaat al"):
        save_new(new_planbestand(path, LIJST, {}))
    assert path.read_bytes() == old


@pytest.mark.parametrize(
    ("text", "line", "kolom", "message"),
    [
        pytest.param("", 1, 1, "ontbreekt de sleutel “soort”", id="leeg bestand"),
        pytest.param("soort: proef\n", 1, 1, "ontbreekt de sleutel “vragenlijst”", id="versie"),
        pytest.param("soort: [a]\n", 1, 1, "ontbreekt de sleutel “soort”", id="lijst als soort"),
        pytest.param("soort: ander\nvragenlijst: 1\n", 1, 8, "van de soort “ander”", id="soort"),
        pytest.param(KOP + "antworden:\n", 3, 1, "Bedoel je “antwoorden”?", id="sleutel bovenaan"),
        pytest.param(KOP + "zzz: 1\n", 3, 1, "“zzz” bestaat hier niet.", id="vreemde sleutel"),
        pytest.param(
            KOP + "gegevens:\n  dattum: x\n", 4, 3, "Bedoel je “datum”?", id="onbekend veld"
        ),
        pytest.param(
            KOP + "gegevens:\n  v0: x\n", 4, 3, "Het hoort onder `antwoorden`.", id="vraag bij veld"
        ),
        pytest.param(
            KOP + "antwoorden:\n  datum: x\n", 4, 3, "hoort onder `gegevens`.", id="veld bij vraag"
        ),
        pytest.param(KOP + "antwoorden: tekst\n", 3, 13, "horen sleutels", id="tekst als groep"),
        pytest.param(KOP + "antwoorden:\n  - a\n", 4, 3, "horen sleutels", id="lijst als groep"),
        pytest.param(KOP + "antwoorden:\n  v0:\n    a: b\n", 5, 5, "hoort een tekst", id="kaart"),
        pytest.param(KOP + "antwoorden: {v0: [[a]]}\n", 3, 18, "hoort een tekst", id="diepe lijst"),
        pytest.param(
            KOP + "gegevens:\n  datum: morgen\n", 4, 10, "datum: “morgen” is geen datum", id="datum"
        ),
        pytest.param(
            KOP + "gegevens:\n  status: klaar\n", 4, 11, "Kies uit: concept.", id="keuze"
        ),
        pytest.param(KOP + "gegevens:\n  jaar: 20x7\n", 4, 9, "geen heel getal", id="getal"),
        pytest.param(KOP + "gegevens:\n  jaar: 1999\n", 4, 9, "minstens 2000", id="grens"),
        pytest.param(KOP + "gegevens:\n  open: misschien\n", 4, 9, "ja of nee", id="jaanee"),
        pytest.param(
            KOP + "gegevens:\n  jaar: 2027\n  jaar: 2028\n", 5, 3, "op regel 4 en op regel 5",
            id="dubbel",
        ),
    ],
)  # fmt: skip
def test_elke_fout_wijst_de_plaats(text, line, kolom, message):
    with pytest.raises(ProjectbestandError) as error:
        read_planbestand(text.encode(), Path("x"), STRICT)
    assert (error.value.place.line, error.value.place.column) == (line, kolom)
    assert message in error.value.message
    assert error.value.place.line_text == (text.split("\n")[line - 1])


def test_waarden_worden_bij_het_lezen_genormaliseerd():
    text = KOP + "gegevens: {datum: 31 jan 2027, status: CONCEPT, jaar: 2027, open: J}\n"
    plan = read_planbestand(text.encode(), Path("x"), STRICT).plan
    assert plan.gegevens == {
        "datum": "2027-01-31", "status": "concept", "jaar": "2027", "open": "ja",
    }  # fmt: skip


def test_een_soort_in_een_blok_is_ook_een_soort():
    text = "soort: |\n  proef\nvragenlijst: >-\n  1\n"
    plan = read_planbestand(text.encode(), Path("x"), STRICT).plan
    assert (plan.soort, plan.vragenlijst) == ("proef", "1")


def test_een_yaml_lijst_wordt_een_lijst_met_streepjes():
    text = KOP + "antwoorden:\n  v0:\n    - een\n    - |\n      twee\n      regels\n"
    plan = read_planbestand(text.encode(), Path("x"), LIJST).plan
    assert plan.text(V0) == "- een\n- twee\n  regels"


@pytest.mark.parametrize("text", ["Een.\n\nTwee.", "Een.\r\n\r\nTwee.  \n", "\nEen.\n\nTwee.\n\n"])
def test_geen_verandering_schrijft_niets(path, text):
    os.utime(path, ns=(1, 1))
    old = load_plan(path, LIJST)
    new = old.with_answer(V0, text)
    assert new is old
    save_plan(old, new)
    assert path.stat().st_mtime_ns == 1
    assert path.read_bytes() == old.data


def test_dezelfde_bytes_worden_niet_opnieuw_geschreven(path):
    os.utime(path, ns=(1, 1))
    old = load_plan(path, LIJST)
    terug = old.with_answer(V1, "x").with_answer(V1, "")
    assert (terug is not old, terug.data == old.data) == (True, True)
    save_plan(old, terug)
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("text", AWKWARD)
def test_elk_antwoord_staat_na_bewaren_en_lezen_er_precies(path, text):
    old = load_plan(path, LIJST)
    new = old.with_answer(V0, text)
    save_plan(old, new)
    weer = load_plan(path, LIJST)
    assert weer.plan == new.plan
    assert weer.plan.text(V0) == V0.normalise(text)


def test_een_antwoord_dat_niet_past_verandert_niets():
    file = new_planbestand(Path("x"), STRICT, {})
    with pytest.raises(AntwoordError, match="geen datum"):
        file.with_answer(STRICT.vraag("datum"), "ooit")


def test_een_antwoord_waarmee_het_plan_onleesbaar_groot_wordt(path):
    with pytest.raises(ProjectbestandError, match="groter dan 5 MB"):
        load_plan(path, LIJST).with_answer(V0, "x" * MAX_BYTES)


@pytest.mark.parametrize("veld", VELDEN, ids=lambda veld: veld.id)
def test_een_veld_komt_onder_gegevens(veld):
    file = read_planbestand(KOP.encode(), Path("x"), LIJST).with_answer(veld, "x")
    assert file.plan.gegevens == {veld.id: veld.normalise("x")}
    assert file.plan.antwoorden == {}
