"""X"""

from __future__ import annotations

import pytest
from keystrokes import CTRL_C, CTRL_S, ENTER, OMLAAG, Venster, stel, toetsenbord, vraag

from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller


def doe(toetsen: str, methode: str, *argumenten):
    """Return what a question to the asker gave, and what it showed."""
    getoond: list[str] = []
    with toetsenbord() as invoer:
        invoer.send_text(toetsen)
        invoer.close()
        uit = getattr(TerminalVragensteller(getoond.append), methode)(*argumenten)
    return uit, "\n".join(getoond)


def test_wat_er_mis_was_staat_op_het_scherm():
    assert stel("", vraag(), melding="Dat paste niet.").toont("Dat paste niet.")


def na_een_vraag(toetsen: str, doe) -> tuple[object, list[str], list[str]]:
    """Do something between two questions; return what it gave, what was said, and the screens."""
    getoond: list[str] = []
    venster = Venster()
    beurt = Beurt(Stap(vraag(), "Deel"), "", 0, 1)
    with (
        toetsenbord(venster, eindigt=True) as invoer,
        TerminalVragensteller(getoond.append) as steller,
    ):
        invoer.send_text(CTRL_S + toetsen)
        steller.ask(beurt)
        uit = doe(steller)
        gezegd = list(getoond)
        steller.ask(beurt)
    return uit, gezegd, [*getoond, "--", *venster.beelden]


def test_wat_tussen_twee_vragen_gezegd_wordt_staat_op_het_scherm_en_daarna_in_de_terminal():
    _, gezegd, alles = na_een_vraag("", lambda steller: steller.show("“Label” is leeggemaakt."))
    assert gezegd == []  # the window is ours
    assert alles[0] == "“Label” is leeggemaakt."
    assert "“Label” is leeggemaakt." in alles[-1]


def test_van_twee_teksten_kiezen_kan_ook_op_het_scherm_van_het_gesprek():
    def kies(steller: TerminalVragensteller) -> str | None:
        return steller.choose_text(vraag(), "de mijne", "de hunne")

    uit, gezegd, _ = na_een_vraag(OMLAAG + ENTER, kies)
    assert uit == "de hunne"
    assert gezegd == []
    _, _, beelden = na_een_vraag("", kies)
    (scherm,) = [beeld for beeld in beelden if "Welke tekst blijft?" in beeld]
    assert "In het bestand staat:\n  de hunne" in scherm


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
    uit, getoond = doe(toetsen, "choose_text", vraag(), "de mijne", "de hunne")
    assert uit == blijft
    assert "In het bestand staat:\n  de hunne" in getoond
    assert "Jij schreef:\n  de mijne" in getoond


def test_van_twee_korte_antwoorden_kan_er_maar_een_blijven():
    assert doe(OMLAAG * 2 + ENTER, "choose_text", vraag(TYPES["regel"]), "a", "b")[0] == "a"


@pytest.mark.parametrize(
    ("toetsen", "antwoord"), [(ENTER, True), (OMLAAG + ENTER, False), (CTRL_C, False), ("", False)]
)
def test_ja_of_nee_vragen(toetsen, antwoord):
    uit, getoond = doe(toetsen, "confirm", "Doorgaan?")
    assert uit is antwoord
    assert getoond == "Doorgaan?"


def test_tonen_en_het_overzicht():
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("h", "Doel", vragen=(vraag(),)),))
    assert doe("", "show", "Zo.")[1] == "Zo."
    stand = voortgang(lijst, Plan("p", "1"))
    assert "[ ] 0/1  Doel" in doe("", "show_progress", stand)[1]
