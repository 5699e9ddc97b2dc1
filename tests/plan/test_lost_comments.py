"""A ` #` behind a value is named, and a real comment never is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given

from trials import text, trials
from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.plan.lost_comments import find_lost_comments
from uitvoeringsplan.plan.planbestand import new_planbestand, read_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.yamltext import yaml_tree

LIJST = load_vragenlijst(find_vragen(None))
PATH = Path("x.plan.yaml")


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def reader(request, monkeypatch):
    """Both readers of PyYAML, as not everybody has libyaml."""
    if request.param == "python":
        monkeypatch.setattr(yaml_tree, "_LOADER", yaml.Loader)
    elif not hasattr(yaml, "CLoader"):
        pytest.skip("PyYAML is hier zonder libyaml")


def hekjes(text_: str) -> list[tuple[int, str, str]]:
    source = decode(text_.encode(), PATH, ProjectbestandError)
    return [tuple(hekje) for hekje in find_lost_comments(source, yaml_tree.read_yaml(source))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("kenmerk: Z-2026 #417", (1, "#417", "kenmerk: 'Z-2026 #417'")),
        ("a:\n  kenmerk: Z-2026   # 417  ", (2, "# 417", "kenmerk: 'Z-2026 # 417'")),
        ("kenmerk: #417", (1, "#417", "kenmerk: '#417'")),
        ("kenmerk : #417\nb: c", (1, "#417", "kenmerk: '#417'")),
        ("kenmerk: it's #1", (1, "#1", "kenmerk: 'it''s #1'")),
        ("a:\n  - een\n  - punt #3\n", (3, "#3", "- 'punt #3'")),
        ("a: [een, punt #3\n  ]", (1, "#3", "'punt #3'")),
        ("punten:\n  - vraag: b\n    tekst: klopt #3?\n", (3, "#3?", "tekst: 'klopt #3?'")),
        ("a: twee\n  regels #1\nb: c", (2, "#1", "a: 'twee regels #1'")),
        ("a: €12 #é", (1, "#é", "a: '€12 #é'")),
    ],
)
def test_wat_niet_meetelt_wordt_genoemd(lines, expected):
    assert hekjes(lines) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        "# Voor wie #1\na: b",
        "a: b#1",
        "a: 'b #1'",
        "a: 'b' # met opzet",
        'a: "b #1" # met opzet',
        "a: | # met opzet\n  tekst #1\n",
        "a: |\n  tekst #1\n\n  # en nog #2\n",
        "a: >\n  tekst #1\n",
        "a:\n  # een vraag #1\n  b: c\n",
        "a:\n  # een vraag #1\n",
        "a: [b, c] # met opzet",
        "a: b\n# onder #1\n  # en dieper #2\n",
        "",
        "# alleen #1",
    ],
)
def test_wat_een_opmerking_is_of_gewoon_meetelt_niet(lines):
    assert hekjes(lines) == []


def test_een_lange_waarde_blijft_leesbaar():
    source = decode(f"a: {'b' * 500} #{'c' * 500}".encode(), PATH, ProjectbestandError)
    (hekje,) = find_lost_comments(source, yaml_tree.read_yaml(source))
    assert len(hekje.message) < 400


@trials(60)
@given(text)
def test_wat_het_programma_zelf_schrijft_telt_altijd_mee(value):
    velden = {"kenmerk": one_line(value)[:60].strip()}
    file = new_planbestand(PATH, LIJST, velden, {"lokale-ambitie": clean(value)})
    assert list(find_lost_comments(file.source, file.tree)) == []


def test_het_voorbeeld_heeft_er_geen():
    file = read_planbestand(find_voorbeeld().read_bytes(), PATH, LIJST)
    assert list(find_lost_comments(file.source, file.tree)) == []
