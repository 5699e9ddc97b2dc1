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
    bedoel_je,
)

PAD = Path("map") / "x.yaml"


@pytest.mark.parametrize(
    "fout",
    [
        pytest.param(BestandError(PAD, "weg."), id="bestand"),
        pytest.param(UitvoerError(PAD, "weg."), id="uitvoer"),
        pytest.param(InhoudError(PAD, "weg."), id="inhoud zonder plaats"),
        pytest.param(SjabloonError(PAD, "weg."), id="sjabloon"),
    ],
)
def test_een_fout_in_een_bestand_begint_met_het_bestand(fout):
    assert str(fout) == f"{PAD}: weg."
    assert fout.pad == PAD


def test_elke_fout_van_een_gebruiker_heeft_een_basis():
    soorten = [
        s for s in vars(errors).values() if isinstance(s, type) and s.__name__[-5:] == "Error"
    ]
    assert len(soorten) >= 10
    assert all(issubclass(soort, UitvoeringsplanError) for soort in soorten)


@pytest.mark.parametrize(
    ("regeltekst", "kolom", "onder"),
    [
        pytest.param("a: b", 1, "7 | a: b\n    ^", id="begin"),
        pytest.param("a: b", 4, "7 | a: b\n       ^", id="midden"),
        pytest.param("a:\tb", 4, "7 | a: b\n       ^", id="tab"),
        pytest.param("a: b", 5, "7 | a: b\n        ^", id="voorbij het eind"),
        pytest.param("é" * 3 + "x", 4, "7 | éééx\n       ^", id="unicode"),
    ],
)
def test_de_wijzer_staat_onder_de_kolom(regeltekst, kolom, onder):
    fout = InhoudError("x", "mis.", Plaats(7, kolom, regeltekst))
    assert str(fout) == f"x, regel 7, kolom {kolom}: mis.\n{onder}"


@pytest.mark.parametrize("regeltekst", ["", "   ", "\t"])
def test_een_lege_regel_wordt_niet_getoond(regeltekst):
    assert str(InhoudError("x", "mis.", Plaats(2, 1, regeltekst))) == "x, regel 2, kolom 1: mis."


@pytest.mark.parametrize("kolom", [1, 59, 60, 61, 100, 5000, 99_999])
def test_van_een_lange_regel_een_venster_om_de_kolom(kolom):
    regel = "".join(chr(0x4E00 + i % 5000) for i in range(100_000))
    _, venster, wijzer = str(InhoudError("x", "mis.", Plaats(12, kolom, regel))).split("\n")
    assert len(venster) <= len("12 | ") + 100
    assert venster[len(wijzer) - 1] == regel[kolom - 1]


def test_een_onbekende_vraag_noemt_de_naaste_en_wat_te_doen():
    fout = OnbekendeVraagError("lokale-ambite", ["lokale-ambitie", "datum"])
    assert fout.vraag_id == "lokale-ambite"
    assert "“lokale-ambite” is geen vraag" in str(fout)
    assert "Bedoel je “lokale-ambitie”?" in str(fout)
    assert "uitvoeringsplan status --alles" in str(fout)


def test_een_antwoordfout_houdt_vraag_en_melding_apart():
    fout = AntwoordError("datum", "geen datum.")
    assert (fout.vraag_id, fout.melding, str(fout)) == (
        "datum",
        "geen datum.",
        "datum: geen datum.",
    )


@pytest.mark.parametrize(
    ("woord", "tip"),
    [("antworden", " Bedoel je “antwoorden”?"), ("xyz", ""), ("", ""),
     ("gegeven", " Bedoel je “gegevens”?")],
)  # fmt: skip
def test_bedoel_je(woord, tip):
    assert bedoel_je(woord, ("antwoorden", "gegevens")) == tip
    assert bedoel_je(woord, []) == ""
