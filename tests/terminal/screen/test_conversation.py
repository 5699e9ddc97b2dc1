"""X"""

from __future__ import annotations

import pytest
from keystrokes import CTRL_C, CTRL_S, ENTER, OMLAAG, Venster, keyboard, stel, vraag

from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller


def perform(keys: str, method: str, *arguments):
    """Return what a question to the asker gave, and what it showed."""
    shown: list[str] = []
    with keyboard() as typed:
        typed.send_text(keys)
        typed.close()
        result = getattr(TerminalVragensteller(shown.append), method)(*arguments)
    return result, "\n".join(shown)


def test_wat_er_mis_was_staat_op_het_scherm():
    assert stel("", vraag(), message="Dat paste niet.").shows("Dat paste niet.")


def after_one_vraag(keys: str, perform) -> tuple[object, list[str], list[str]]:
    """Do something between two questions; return what it gave, what was said, and the screens."""
    shown: list[str] = []
    window = Venster()
    beurt = Beurt(Stap(vraag(), "Deel"), "", 0, 1)
    with (
        keyboard(window, ends=True) as typed,
        TerminalVragensteller(shown.append) as steller,
    ):
        typed.send_text(CTRL_S + keys)
        steller.ask(beurt)
        result = perform(steller)
        said = list(shown)
        steller.ask(beurt)
    return result, said, [*shown, "--", *window.pictures]


def test_wat_tussen_twee_vragen_gezegd_wordt_staat_op_het_scherm_en_daarna_in_de_terminal():
    _, said, everything = after_one_vraag(
        "", lambda steller: steller.show("“Label” is leeggemaakt.")
    )
    assert said == []  # the window is ours
    assert everything[0] == "“Label” is leeggemaakt."
    assert "“Label” is leeggemaakt." in everything[-1]


def test_van_twee_teksten_kiezen_kan_ook_op_het_scherm_van_het_gesprek():
    def choose(steller: TerminalVragensteller) -> str | None:
        return steller.choose_text(vraag(), "de mijne", "de hunne")

    result, said, _ = after_one_vraag(OMLAAG + ENTER, choose)
    assert result == "de hunne"
    assert said == []
    _, _, pictures = after_one_vraag("", choose)
    (screen,) = [picture for picture in pictures if "Welke tekst blijft?" in picture]
    assert "In het bestand staat:\n  de hunne" in screen


@pytest.mark.parametrize(
    ("keys", "stays"),
    [
        (ENTER, "de mijne"),
        (OMLAAG + ENTER, "de hunne"),
        (OMLAAG * 2 + ENTER, "de hunne\n\nde mijne"),
        (CTRL_C, None),
    ],
)
def test_van_twee_teksten_kiest_de_gebruiker(keys, stays):
    result, shown = perform(keys, "choose_text", vraag(), "de mijne", "de hunne")
    assert result == stays
    assert "In het bestand staat:\n  de hunne" in shown
    assert "Jij schreef:\n  de mijne" in shown


def test_van_twee_korte_antwoorden_kan_er_maar_een_blijven():
    assert perform(OMLAAG * 2 + ENTER, "choose_text", vraag(TYPES["regel"]), "a", "b")[0] == "a"


@pytest.mark.parametrize(
    ("keys", "antwoord"), [(ENTER, True), (OMLAAG + ENTER, False), (CTRL_C, False), ("", False)]
)
def test_ja_of_nee_vragen(keys, antwoord):
    result, shown = perform(keys, "confirm", "Doorgaan?")
    assert result is antwoord
    assert shown == "Doorgaan?"


def test_tonen_en_het_overzicht():
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("h", "Doel", vragen=(vraag(),)),))
    assert perform("", "show", "Zo.")[1] == "Zo."
    stand = voortgang(lijst, Plan("p", "1"))
    assert "[ ] 0/1  Doel" in perform("", "show_progress", stand)[1]
