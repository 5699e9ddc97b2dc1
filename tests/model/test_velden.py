"""The fields that the program looks at: declared, used by that name alone, and checked."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import uitvoeringsplan
from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model import velden
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

ROOT = Path(__file__).resolve().parents[2]
VRAGEN = (ROOT / "vragen.yaml").read_text("utf-8")
PACKAGE = Path(uitvoeringsplan.__file__).parent
EENDUIDIG = {id_ for id_ in velden.GEBRUIK if "-" in id_ or id_ in ("openbaarheid", "gemeentecode")}


def error_of(text: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as wrong:
        read_vragenlijst(text.encode(), "vragen.yaml")
    return wrong.value


def lijst(*gegevens: str, kind: str = "proef", verplicht: str = "nee") -> str:
    return "\n".join(
        [
            f"soort: {kind}",
            "versie: 1",
            "titel: Proef",
            "sjabloon: proef.docx",
            "gegevens:",
            *(f"  - {{id: {id_}, label: L, vraag: V?, type: regel}}" for id_ in gegevens),
            "hoofdstukken:",
            "  - id: een",
            "    titel: Een",
            "    vragen:",
            f"      - {{id: wat, label: W, vraag: W?, type: tekst, verplicht: {verplicht}}}",
        ]
    )


@pytest.mark.parametrize(
    "id_",
    ["gemeente", "periode-van", "periode-tot", "status", "versie", "datum", "openbaarheid"],
)
def test_een_hernoemd_gegeven_is_een_fout_met_plaats_en_raad(id_):
    new = f"{id_}-x"
    line = VRAGEN[: VRAGEN.index(f"  - id: {id_}\n")].count("\n") + 1
    error = error_of(VRAGEN.replace(f"  - id: {id_}\n", f"  - id: {new}\n"))
    assert f"ontbreekt “{id_}”" in error.message
    assert f"Heet het hier “{new}”? Geef het dan weer het id “{id_}”." in error.message
    assert error.place.line == line


def test_een_hernoemd_gegeven_met_zijn_oude_naam_onder_was():
    error = error_of(
        VRAGEN.replace("  - id: periode-van\n", "  - id: startjaar\n    was: [periode-van]\n")
    )
    assert "ontbreekt “periode-van”: dat gegeven staat in de titel" in error.message
    assert "Heet het hier “startjaar”?" in error.message


def test_een_weggehaald_gegeven_wijst_naar_de_gegevens():
    start = VRAGEN.index("  - id: openbaarheid\n")
    end = VRAGEN.index("  - id: ", start + 5)
    error = error_of(VRAGEN[:start] + VRAGEN[end:])
    assert "dat gegeven zegt of een plan naar buiten mag" in error.message
    assert "Voeg het toe, met precies het id “openbaarheid”." in error.message
    assert error.place.line == VRAGEN[: VRAGEN.index("\ngegevens:")].count("\n") + 2


@pytest.mark.parametrize(
    ("gegevens", "mist"),
    [
        (["gemeente", "periode-tot"], "periode-van"),
        (["periode-van"], "periode-tot"),
        (["gemeentecode"], "gemeente"),
        (["datum-vaststelling"], "status"),
    ],
)
def test_wat_bij_elkaar_hoort_is_er_allebei_ook_in_een_andere_soort(gegevens, mist):
    error = error_of(lijst(*gegevens))
    assert f"ontbreekt “{mist}”" in error.message
    assert f"“{gegevens[-1]}” kan niet zonder" in error.message
    assert error.place.line == 5 + len(gegevens)


def test_verplicht_vanaf_vastgesteld_vraagt_een_status():
    error = error_of(lijst("gemeente", verplicht="vastgesteld"))
    assert "ontbreekt “status”" in error.message
    assert error.place.line == 11
    assert read_vragenlijst(lijst("status", verplicht="vastgesteld").encode(), "v.yaml").vragen


@pytest.mark.parametrize("gegevens", [[], ["naam"], ["periode-van", "periode-tot"], ["gemeente"]])
def test_een_andere_soort_heeft_geen_van_de_gegevens_nodig(gegevens):
    assert read_vragenlijst(lijst(*gegevens).encode(), "v.yaml").veld_ids == {*gegevens}


def test_de_meegeleverde_vragenlijst_heeft_elk_gegeven_dat_het_programma_kent():
    ids = load_vragenlijst(ROOT / "vragen.yaml").veld_ids
    assert {*velden.GEBRUIK} - ids == {velden.INFORMATIECATEGORIE}


def test_elk_gegeven_staat_een_keer_op_naam_en_elders_met_die_naam():
    names = {
        name: value
        for name, value in vars(velden).items()
        if name.isupper() and isinstance(value, str)
    }
    assert sorted(names.values()) == sorted(velden.GEBRUIK)
    los = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        if path != PACKAGE / "model" / "velden.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in EENDUIDIG
    }
    assert los == set()
