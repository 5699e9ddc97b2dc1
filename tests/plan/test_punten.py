from __future__ import annotations

import pytest

from handwritten_plans import LIJST
from handwritten_punten import read
from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import new_planbestand
from uitvoeringsplan.plan.punten import MAX_PUNTEN

KOP = "soort: proef\nvragenlijst: 1\n"


@pytest.mark.parametrize("empty", ["", "punten:\n", "punten: ''\n", "punten: []\n", "punten: |\n"])
def test_geen_punten(empty):
    assert read(KOP + empty).punten == ()


def test_elke_waarde_is_tekst():
    file = read(
        f"{KOP}punten:\n"
        "  - {vraag: v1, auteur: nee, datum: 2027-03-01, citaat: 010, tekst: 12:30, sleutel: 1e5}\n"
        "  - tekst: ~\n    klaar: 1 maart 2027\n    datum: 2027-03-01T23:59:00Z\n"
    )
    assert file.punten == (
        OpenPunt("v1", "nee", "2027-03-01", "010", "12:30", "", "1e5"),
        OpenPunt("", "", "2027-03-01", "", "~", "2027-03-01", ""),
    )
    assert file.punten[0].is_open
    assert not file.punten[1].is_open


@pytest.mark.parametrize(
    ("text", "line", "kolom", "message"),
    [
        pytest.param("punten: x\n", 3, 9, "hoort een lijst met streepjes", id="tekst"),
        pytest.param("punten:\n  vraag: v1\n", 4, 3, "een lijst met streepjes", id="geen streepje"),
        pytest.param("punten:\n  - x\n", 4, 5, "heeft sleutels", id="punt is tekst"),
        pytest.param("punten:\n  -\n", 4, 4, "heeft sleutels", id="leeg punt"),
        pytest.param(
            "punten:\n  - tekts: x\n", 4, 5, "geen sleutel “tekts”. Bedoel je “tekst”", id="sleutel"
        ),
        pytest.param(
            "punten:\n  - tekst:\n      - a\n", 5, 7, "hier hoort een tekst", id="lijst als tekst"
        ),
        pytest.param(
            "punten:\n  - vraag: v1\n    tekst:\n", 5, 11, "zegt niets", id="zonder woorden"
        ),
        pytest.param("punten:\n  - vraag: v1\n", 4, 5, "zegt niets", id="zonder tekst"),
        pytest.param(
            "punten:\n  - tekst: x\n    vraag: gemeent\n",
            5, 12, "“gemeent” is geen vraag of gegeven .* Bedoel je “gemeente”", id="vraag",
        ),
        pytest.param(
            "punten:\n  - tekst: x\n    datum: gisteren\n", 5, 12, "is geen datum", id="datum"
        ),
        pytest.param("punten:\n  - tekst: x\n    klaar: ja\n", 5, 12, "is geen datum", id="klaar"),
        pytest.param(
            "punten:\n  - tekst: x\n    tekst: y\n", 5, 5, "staat er twee keer", id="twee keer"
        ),
        pytest.param(
            "punten:\n  - {tekst: x, sleutel: p1}\n  - {tekst: y, sleutel: p1}\n",
            5, 5, "dit punt staat er twee keer: op regel 4 en op regel 5", id="zelfde sleutel",
        ),
        pytest.param(
            "punten:\n" + "  - tekst: x\n" * (MAX_PUNTEN + 1),
            4 + MAX_PUNTEN, 5, "meer dan 1000 punten", id="te veel",
        ),
    ],
)  # fmt: skip
def test_een_fout_wijst_haar_plaats_aan(text, line, kolom, message):
    with pytest.raises(ProjectbestandError, match=message) as error:
        read(KOP + text)
    assert (error.value.place.line, error.value.place.column) == (line, kolom)


def test_punten_zijn_geen_deel_van_het_plan():
    met = read(f"{KOP}antwoorden:\n  v0: a\npunten:\n  - tekst: geheim\n")
    assert met.plan == read(f"{KOP}antwoorden:\n  v0: a\n").plan
    assert met.punten[0].tekst == "geheim"


def test_een_antwoord_zetten_laat_de_punten_staan():
    old = read(f"{KOP}punten:\n  - tekst: |\n      x\n    # diep\nantwoorden:\n  v0: a\n")
    new = old.with_answer(LIJST.vraag("v0"), "b").with_answer(LIJST.vraag("gemeente"), "c")
    assert new.punten == old.punten
    assert "punten:\n  - tekst: |\n      x\n    # diep\nantwoorden:" in new.data.decode()


def test_een_nieuw_plan_heeft_geen_sleutel_voor_punten():
    assert b"punten" not in new_planbestand(read(KOP).path, LIJST, {}).data
