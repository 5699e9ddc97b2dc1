"""On which line of a project file a question, words of an answer and a point stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.plan.line_numbers import line_of, line_of_punt
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand, read_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())
PLAN = """\
soort: polarisatie
vragenlijst: 1
gegevens: {gemeente: Delft, versie: '1'}
antwoorden:
  # Lokale ambitie: wat?
  lokale-ambitie: |
    Een **vette** zin.

    Zie [de link](https://www.kis.nl/x) en \\[dit].
    Zie [de link](https://www.kis.nl/x) nog eens.
  lokale-doelstellingen: "- punt"
punten:
  - tekst: een
    sleutel: p1111

  - tekst: twee
    sleutel: p2222
"""


def lees(tekst: str = PLAN):
    return read_planbestand(tekst.encode(), Path("a.plan.yaml"), LIJST)


@pytest.mark.parametrize(
    ("vraag", "woorden", "regel"),
    [
        ("gemeente", "", 3),
        ("versie", "1", 3),
        ("lokale-ambitie", "", 6),
        ("lokale-ambitie", "Een vette zin", 7),
        ("lokale-ambitie", "de link en [dit]", 9),
        ("lokale-ambitie", "https://www.kis.nl/x", 9),
        ("lokale-ambitie", "nog   eens", 10),
        ("lokale-ambitie", "staat er niet", 6),
        # A key below it is no part of the answer.
        ("lokale-ambitie", "punt", 6),
        ("lokale-doelstellingen", "punt", 11),
        ("periode-van", "", 3),
        ("borgen-budget", "", 4),
        ("borgen-budget", "iets", 4),
    ],
)
def test_de_regel_van_een_vraag(vraag, woorden, regel):
    assert line_of(lees(), vraag, woorden) == regel


def test_een_groep_die_ontbreekt_of_leeg_is():
    kop = "soort: polarisatie\nvragenlijst: 1\n"
    assert line_of(lees(kop), "gemeente") == 1
    assert line_of(lees(f"{kop}antwoorden:\n"), "lokale-ambitie", "x") == 3


@pytest.mark.parametrize(("nummer", "regel"), [(1, 13), (2, 16), (3, 12), (0, 12)])
def test_de_regel_van_een_punt(nummer, regel):
    assert line_of_punt(lees(), nummer) == regel


def test_regels_tellen_ook_met_regeleindes_van_windows_en_een_bom():
    bestand = lees("\ufeff" + PLAN.replace("\n", "\r\n"))
    assert line_of(bestand, "lokale-ambitie", "nog eens") == 10


def test_elke_vraag_van_het_voorbeeld_staat_op_haar_regel():
    bestand = load_plan(find_voorbeeld(), LIJST)
    regels = bestand.bron.tekst.split("\n")
    for vraag in (*LIJST.gegevens, *LIJST.vragen):
        assert regels[line_of(bestand, vraag.id) - 1].strip().startswith(f"{vraag.id}:")


@proeven(100)
@given(st.lists(st.text("ab *[]\\-", min_size=1, max_size=12), max_size=6), st.text(max_size=6))
def test_een_regel_ligt_altijd_in_het_antwoord(regels, woorden):
    vraag = LIJST.vraag("lokale-ambitie")
    tekst = vraag.normalise("\n".join(regels))
    bestand = new_planbestand(Path("a.plan.yaml"), LIJST, {}, {"lokale-ambitie": tekst})
    eerste = line_of(bestand, vraag.id)
    gevonden = line_of(bestand, vraag.id, woorden)
    assert eerste <= gevonden <= eerste + len(tekst.split("\n"))
    if gevonden > eerste:
        assert woorden.strip()
