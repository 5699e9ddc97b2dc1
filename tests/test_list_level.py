"""A third level of points is one number: everything that knows points follows it.

Whoever writes a second place that knows how many levels there are breaks a test here.
"""

from __future__ import annotations

import pytest

from changed_house import outcome_of
from uitvoeringsplan.model.answer_markup import LEVELS

CHANGES = {"uitvoeringsplan.model.answer_markup": [(f"\nLEVELS = {LEVELS}\n", "\nLEVELS = 3\n")]}
PUNTEN = ["", *(f"List Bullet{deep}" for deep in ("", " 2", " 3", " 3", " 2", ""))]
NUMBERS = ["", *(f"List Number{deep}" for deep in ("", " 2", " 3", " 3", " 2", ""))]
MD = """\
- een
  - twee
    - drie\\
      verder
    - vier
  - vijf
- zes
"""
HTML = """\
<ol start="7">
<li>een
<ol type="a">
<li>twee
<ol type="i" start="4">
<li>drie</li>
<li>vier</li>
</ol></li>
<li>vijf</li>
</ol></li>
<li>zes"""


@pytest.fixture(scope="module")
def three(tmp_path_factory) -> dict:
    """What became of three levels, in a process that knew three from the start."""
    return outcome_of("three_levels", CHANGES, tmp_path_factory.mktemp("drie"))


@pytest.fixture(scope="module", params=["nieuw sjabloon", "sjabloon van eerder"])
def document(three, request) -> dict:
    """What a document says, of a template made anew and of one with two levels."""
    return three[request.param]


def test_de_opmaak_en_het_plan(three):
    assert three["opmaak"] == three["plan"] == three["tekst"]
    assert three["te diep"] == "- a\n  - b\n    - c\n    - d"


def test_een_sjabloon_van_de_maker_mist_niets(three):
    assert three["nieuw is compleet"]


def test_in_word_heeft_elk_niveau_zijn_stijl_en_een_lijst(document):
    assert document["stijlen"] == [*PUNTEN, *NUMBERS]
    assert document["bevindingen"] == []


def test_uit_word_komt_het_terug(three, document):
    assert document["terug"] == document["uit spoor"] == three["tekst"]
    assert document["zeker"]
    assert document["bedenkingen"] == []


def test_elk_ander_formaat_heeft_drie_niveaus(document):
    assert MD in document["md"]
    assert document["html"].endswith(HTML)
    assert document["pdf"]


def test_samenvoegen(three):
    assert three["samen"] == [
        "- a\n  - wel\n    - cc\n    - d\n  - nooit\n    - e\n    - f",
        "- a\n  - wel\n    - cc\n    - d\n  - niet\n    - e\n    - ff",
    ]


def test_een_punt_hangt_aan_elk_niveau_erboven(three):
    assert three["botst"] == [None, None, None]


def test_plakken(three):
    assert three["geplakt"] == [
        "- een\n  - twee\n    - drie\n    - vier",
        "- een\n  - twee\n    - drie\n    - vier\n- vijf",
        "1. een\n  1. twee\n    1. drie",
    ]


def test_het_tekstveld(three):
    deeper = ["- een\n  - twee", "- een\n    - twee", "- een\n    - twee"]
    assert three["veld"] == [*deeper, "- een\n  - twee"]
    assert three["gezegd"] == [
        "Dieper kan niet: een lijst begint op niveau 1 en gaat tot niveau 3."
    ]


def test_vergelijken(three):
    assert three["verschil"].endswith("[-niveau 2-]{+niveau 3+} c")
