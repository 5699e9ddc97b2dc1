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

WORTEL = Path(__file__).resolve().parents[2]
VRAGEN = (WORTEL / "vragen.yaml").read_text("utf-8")
PAKKET = Path(uitvoeringsplan.__file__).parent
EENDUIDIG = {id_ for id_ in velden.GEBRUIK if "-" in id_ or id_ in ("openbaarheid", "gemeentecode")}


def fout_van(tekst: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as mis:
        read_vragenlijst(tekst.encode(), "vragen.yaml")
    return mis.value


def lijst(*gegevens: str, soort: str = "proef", verplicht: str = "nee") -> str:
    return "\n".join(
        [
            f"soort: {soort}",
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
    nieuw = f"{id_}-x"
    regel = VRAGEN[: VRAGEN.index(f"  - id: {id_}\n")].count("\n") + 1
    fout = fout_van(VRAGEN.replace(f"  - id: {id_}\n", f"  - id: {nieuw}\n"))
    assert f"ontbreekt “{id_}”" in fout.melding
    assert f"Heet het hier “{nieuw}”? Geef het dan weer het id “{id_}”." in fout.melding
    assert fout.plaats.regel == regel


def test_een_hernoemd_gegeven_met_zijn_oude_naam_onder_was():
    fout = fout_van(
        VRAGEN.replace("  - id: periode-van\n", "  - id: startjaar\n    was: [periode-van]\n")
    )
    assert "ontbreekt “periode-van”: dat gegeven staat in de titel" in fout.melding
    assert "Heet het hier “startjaar”?" in fout.melding


def test_een_weggehaald_gegeven_wijst_naar_de_gegevens():
    begin = VRAGEN.index("  - id: openbaarheid\n")
    einde = VRAGEN.index("  - id: ", begin + 5)
    fout = fout_van(VRAGEN[:begin] + VRAGEN[einde:])
    assert "dat gegeven zegt of een plan naar buiten mag" in fout.melding
    assert "Voeg het toe, met precies het id “openbaarheid”." in fout.melding
    assert fout.plaats.regel == VRAGEN[: VRAGEN.index("\ngegevens:")].count("\n") + 2


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
    fout = fout_van(lijst(*gegevens))
    assert f"ontbreekt “{mist}”" in fout.melding
    assert f"“{gegevens[-1]}” kan niet zonder" in fout.melding
    assert fout.plaats.regel == 5 + len(gegevens)


def test_verplicht_vanaf_vastgesteld_vraagt_een_status():
    fout = fout_van(lijst("gemeente", verplicht="vastgesteld"))
    assert "ontbreekt “status”" in fout.melding
    assert fout.plaats.regel == 11
    assert read_vragenlijst(lijst("status", verplicht="vastgesteld").encode(), "v.yaml").vragen


@pytest.mark.parametrize("gegevens", [[], ["naam"], ["periode-van", "periode-tot"], ["gemeente"]])
def test_een_andere_soort_heeft_geen_van_de_gegevens_nodig(gegevens):
    assert read_vragenlijst(lijst(*gegevens).encode(), "v.yaml").veld_ids == {*gegevens}


def test_de_meegeleverde_vragenlijst_heeft_elk_gegeven_dat_het_programma_kent():
    ids = load_vragenlijst(WORTEL / "vragen.yaml").veld_ids
    assert {*velden.GEBRUIK} - ids == {velden.INFORMATIECATEGORIE}


def test_elk_gegeven_staat_een_keer_op_naam_en_elders_met_die_naam():
    namen = {
        naam: waarde
        for naam, waarde in vars(velden).items()
        if naam.isupper() and isinstance(waarde, str)
    }
    assert sorted(namen.values()) == sorted(velden.GEBRUIK)
    los = {
        f"{pad.relative_to(PAKKET)}:{knoop.lineno}"
        for pad in PAKKET.rglob("*.py")
        if pad != PAKKET / "model" / "velden.py"
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.Constant) and knoop.value in EENDUIDIG
    }
    assert los == set()
