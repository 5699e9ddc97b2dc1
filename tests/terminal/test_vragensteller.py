from __future__ import annotations

import pytest
from toetsenbord import CTRL_C, CTRL_S, ENTER, OMLAAG, stel, toetsenbord, vraag

from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller


def doe(toetsen: str, methode: str, *argumenten):
    """Return what a question to the asker gave, and what it showed."""
    getoond: list[str] = []
    with toetsenbord() as invoer:
        invoer.send_text(toetsen)
        invoer.close()
        uit = getattr(TerminalVragensteller(getoond.append), methode)(*argumenten)
    return uit, "\n".join(getoond)


def test_boven_de_invoer_staan_de_vraag_en_wat_er_mis_was():
    getoond = stel(CTRL_S, vraag(), melding="Dat paste niet.").getoond
    assert [regel for regel in getoond.split("\n") if regel] == [
        "Onderdeel",
        "[##..................] 2/20",
        "De vraag?",
        "  Deze vraag mag je overslaan.",
        "Let op: Dat paste niet.",
    ]


@pytest.mark.parametrize(
    ("toetsen", "blijft"),
    [
        (ENTER, "de mijne"),
        (OMLAAG + ENTER, "de hunne"),
        (OMLAAG * 2 + ENTER, "de hunne\n\nde mijne"),
        (CTRL_C, None),
    ],
)
def test_van_twee_teksten_kiest_de_gebruiker(toetsen, blijft):
    uit, getoond = doe(toetsen, "kies", vraag(), "de mijne", "de hunne")
    assert uit == blijft
    assert "In het bestand staat:\n  de hunne" in getoond
    assert "Jij schreef:\n  de mijne" in getoond


def test_van_twee_korte_antwoorden_kan_er_maar_een_blijven():
    assert doe(OMLAAG * 2 + ENTER, "kies", vraag(VraagType.REGEL), "a", "b")[0] == "a"


@pytest.mark.parametrize(
    ("toetsen", "antwoord"), [(ENTER, True), (OMLAAG + ENTER, False), (CTRL_C, False), ("", False)]
)
def test_ja_of_nee_vragen(toetsen, antwoord):
    uit, getoond = doe(toetsen, "ja_nee", "Doorgaan?")
    assert uit is antwoord
    assert getoond == "Doorgaan?"


def test_tonen_en_het_overzicht():
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("h", "Doel", vragen=(vraag(),)),))
    assert doe("", "toon", "Zo.")[1] == "Zo."
    stand = voortgang(lijst, Plan("p", "1"))
    assert "[ ] 0/1  Doel" in doe("", "overzicht", stand)[1]
