from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan import errors
from uitvoeringsplan.errors import (
    AntwoordError,
    BestandError,
    InhoudError,
    OnbekendeVraagError,
    Plaats,
    SjabloonError,
    UitvoerError,
    UitvoeringsplanError,
    did_you_mean,
)

PATH = Path("map") / "x.yaml"


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(BestandError(PATH, "weg."), id="bestand"),
        pytest.param(UitvoerError(PATH, "weg."), id="uitvoer"),
        pytest.param(InhoudError(PATH, "weg."), id="inhoud zonder plaats"),
        pytest.param(SjabloonError(PATH, "weg."), id="sjabloon"),
    ],
)
def test_een_fout_in_een_bestand_begint_met_het_bestand(error):
    assert str(error) == f"{PATH}: weg."
    assert error.path == PATH


def test_elke_fout_van_een_gebruiker_heeft_een_basis():
    kinds = [s for s in vars(errors).values() if isinstance(s, type) and s.__name__[-5:] == "Error"]
    assert len(kinds) >= 10
    assert all(issubclass(kind, UitvoeringsplanError) for kind in kinds)


@pytest.mark.parametrize(
    ("line_text", "kolom", "below"),
    [
        pytest.param("a: b", 1, "7 | a: b\n    ^", id="begin"),
        pytest.param("a: b", 4, "7 | a: b\n       ^", id="midden"),
        pytest.param("a:\tb", 4, "7 | a: b\n       ^", id="tab"),
        pytest.param("a: b", 5, "7 | a: b\n        ^", id="voorbij het eind"),
        pytest.param("é" * 3 + "x", 4, "7 | éééx\n       ^", id="unicode"),
    ],
)
def test_de_wijzer_staat_onder_de_kolom(line_text, kolom, below):
    error = InhoudError("x", "mis.", Plaats(7, kolom, line_text))
    assert str(error) == f"x, regel 7, kolom {kolom}: mis.\n{below}"


@pytest.mark.parametrize("line_text", ["", "   ", "\t"])
def test_een_lege_regel_wordt_niet_getoond(line_text):
    assert str(InhoudError("x", "mis.", Plaats(2, 1, line_text))) == "x, regel 2, kolom 1: mis."


@pytest.mark.parametrize("kolom", [1, 59, 60, 61, 100, 5000, 99_999])
def test_van_een_lange_regel_een_venster_om_de_kolom(kolom):
    line = "".join(chr(0x4E00 + i % 5000) for i in range(100_000))
    _, window, pointer = str(InhoudError("x", "mis.", Plaats(12, kolom, line))).split("\n")
    assert len(window) <= len("12 | ") + 100
    assert window[len(pointer) - 1] == line[kolom - 1]


def test_een_onbekende_vraag_noemt_de_naaste_en_wat_te_doen():
    error = OnbekendeVraagError("lokale-ambite", ["lokale-ambitie", "datum"])
    assert error.vraag_id == "lokale-ambite"
    assert "“lokale-ambite” is geen vraag" in str(error)
    assert "Bedoel je “lokale-ambitie”?" in str(error)
    assert "uitvoeringsplan status --alles" in str(error)


def test_een_antwoordfout_houdt_vraag_en_melding_apart():
    error = AntwoordError("datum", "geen datum.")
    assert (error.vraag_id, error.message, str(error)) == (
        "datum",
        "geen datum.",
        "datum: geen datum.",
    )


@pytest.mark.parametrize(
    ("word", "tip"),
    [("antworden", " Bedoel je “antwoorden”?"), ("xyz", ""), ("", ""),
     ("gegeven", " Bedoel je “gegevens”?")],
)  # fmt: skip
def test_bedoel_je(word, tip):
    assert did_you_mean(word, ("antwoorden", "gegevens")) == tip
    assert did_you_mean(word, []) == ""
