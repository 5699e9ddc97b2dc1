"""What `genereer` reports: of a file, of what has no place in it, of a run over many."""

from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal.reports import made_files

LIJST = Vragenlijst(
    soort="proef",
    versie="1",
    titel="Proefplan",
    sjabloon="p.docx",
    gegevens=(Vraag(id="gemeente", label="Gemeente", vraag="Welke?", verplicht=Verplicht.ALTIJD),),
    hoofdstukken=(
        Hoofdstuk(
            "doel",
            "Doel",
            vragen=tuple(Vraag(id=n, label=n.title(), vraag="?") for n in ("een", "twee")),
        ),
    ),
)


@pytest.mark.parametrize(
    ("antwoorden", "zin"),
    [
        ({}, "2 vragen zijn nog open"),
        ({"een": "x"}, "1 vraag is nog open"),
        ({"een": "x", "twee": "y"}, "alle vragen zijn beantwoord"),
    ],
)
def test_wat_nog_open_is(antwoorden, zin):
    voort = voortgang(LIJST, Plan("proef", "1", {"gemeente": "Delft"}, antwoorden))
    assert made_files.open_questions(voort) == zin
    assert made_files.made(Path("a.docx"), voort) == f"a.docx ({zin})"


def test_alle_vragen_beantwoord_zegt_niet_dat_de_gegevens_er_zijn():
    plan = Plan("proef", "1", {}, {"een": "x", "twee": "y"})
    zin = made_files.open_questions(voortgang(LIJST, plan))
    assert zin == "alle vragen zijn beantwoord, maar 1 gegeven ontbreekt nog"


def test_wat_er_bij_het_word_bestand_te_zeggen_is():
    voort = voortgang(LIJST, Plan("proef", "1", {}, {}))
    added = (Path("a.md"), Path("a.html"))
    assert made_files.made(Path("a.docx"), voort, added).split("\n")[1:] == ["a.md", "a.html"]
    assert made_files.remarks((), ()) == []
    assert made_files.remarks(LIJST.vragen, ("gemeentecode",)) == [
        "Let op: het sjabloon heeft geen plaats voor het antwoord op een, twee.",
        "De metadata is nog niet volledig. Wat ontbreekt: gemeentecode.",
    ]


def test_een_reeks_heeft_een_balk():
    assert made_files.run_bar(7, 20) == "[#######.............] 7/20 plannen"
