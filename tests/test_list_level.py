"""A third level of points is one number: everything that knows points follows it.

Whoever writes a second place that knows how many levels there are breaks a test here.
"""

from __future__ import annotations

import pytest

from changed_house import outcome_of
from uitvoeringsplan.model.answer_markup import LEVELS

CHANGES = {"uitvoeringsplan.model.answer_markup": [(f"\nLEVELS = {LEVELS}\n", "\nLEVELS = 3\n")]}
PUNTEN = ["", *(f"List Bullet{diep}" for diep in ("", " 2", " 3", " 3", " 2", ""))]
NUMMERS = ["", *(f"List Number{diep}" for diep in ("", " 2", " 3", " 3", " 2", ""))]
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
def drie(tmp_path_factory) -> dict:
    """What became of three levels, in a process that knew three from the start."""
    return outcome_of("three_levels", CHANGES, tmp_path_factory.mktemp("drie"))


@pytest.fixture(scope="module", params=["nieuw sjabloon", "sjabloon van eerder"])
def document(drie, request) -> dict:
    """What a document says, of a template made anew and of one with two levels."""
    return drie[request.param]


def test_de_opmaak_en_het_plan(drie):
    assert drie["opmaak"] == drie["plan"] == drie["tekst"]
    assert drie["te diep"] == "- a\n  - b\n    - c\n    - d"


def test_een_sjabloon_van_de_maker_mist_niets(drie):
    assert drie["nieuw is compleet"]


def test_in_word_heeft_elk_niveau_zijn_stijl_en_een_lijst(document):
    assert document["stijlen"] == [*PUNTEN, *NUMMERS]
    assert document["bevindingen"] == []


def test_uit_word_komt_het_terug(drie, document):
    assert document["terug"] == document["uit spoor"] == drie["tekst"]
    assert document["zeker"]
    assert document["bedenkingen"] == []


def test_elk_ander_formaat_heeft_drie_niveaus(document):
    assert MD in document["md"]
    assert document["html"].endswith(HTML)
    assert document["pdf"]


def test_samenvoegen(drie):
    assert drie["samen"] == [
        "- a\n  - wel\n    - cc\n    - d\n  - nooit\n    - e\n    - f",
        "- a\n  - wel\n    - cc\n    - d\n  - niet\n    - e\n    - ff",
    ]


def test_een_punt_hangt_aan_elk_niveau_erboven(drie):
    assert drie["botst"] == [None, None, None]


def test_plakken(drie):
    assert drie["geplakt"] == [
        "- een\n  - twee\n    - drie\n    - vier",
        "- een\n  - twee\n    - drie\n    - vier\n- vijf",
        "1. een\n  1. twee\n    1. drie",
    ]


def test_het_tekstveld(drie):
    dieper = ["- een\n  - twee", "- een\n    - twee", "- een\n    - twee"]
    assert drie["veld"] == [*dieper, "- een\n  - twee"]
    assert drie["gezegd"] == ["Dieper kan niet: een lijst begint op niveau 1 en gaat tot niveau 3."]


def test_vergelijken(drie):
    assert drie["verschil"].endswith("[-niveau 2-]{+niveau 3+} c")
