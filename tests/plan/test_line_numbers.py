"""On which line of a project file a question, words of an answer and a point stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
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


def read(text: str = PLAN):
    return read_planbestand(text.encode(), Path("a.plan.yaml"), LIJST)


@pytest.mark.parametrize(
    ("vraag", "words", "line"),
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
def test_de_regel_van_een_vraag(vraag, words, line):
    assert line_of(read(), vraag, words) == line


def test_een_groep_die_ontbreekt_of_leeg_is():
    kop = "soort: polarisatie\nvragenlijst: 1\n"
    assert line_of(read(kop), "gemeente") == 1
    assert line_of(read(f"{kop}antwoorden:\n"), "lokale-ambitie", "x") == 3


@pytest.mark.parametrize(("number", "line"), [(1, 13), (2, 16), (3, 12), (0, 12)])
def test_de_regel_van_een_punt(number, line):
    assert line_of_punt(read(), number) == line


def test_regels_tellen_ook_met_regeleindes_van_windows_en_een_bom():
    file = read("\ufeff" + PLAN.replace("\n", "\r\n"))
    assert line_of(file, "lokale-ambitie", "nog eens") == 10


def test_elke_vraag_van_het_voorbeeld_staat_op_haar_regel():
    file = load_plan(find_voorbeeld(), LIJST)
    lines = file.source.text.split("\n")
    for vraag in (*LIJST.gegevens, *LIJST.vragen):
        assert lines[line_of(file, vraag.id) - 1].strip().startswith(f"{vraag.id}:")


@trials(100)
@given(st.lists(st.text("ab *[]\\-", min_size=1, max_size=12), max_size=6), st.text(max_size=6))
def test_een_regel_ligt_altijd_in_het_antwoord(lines, words):
    vraag = LIJST.vraag("lokale-ambitie")
    text = vraag.normalise("\n".join(lines))
    file = new_planbestand(Path("a.plan.yaml"), LIJST, {}, {"lokale-ambitie": text})
    first = line_of(file, vraag.id)
    found = line_of(file, vraag.id, words)
    assert first <= found <= first + len(text.split("\n"))
    if found > first:
        assert words.strip()
