"""The user's own editor from a question, and bytes that are no letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from keystrokes import CTRL_C, CTRL_S, ENTER, F4, keyboard, stel, vraag

from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Stap
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller


@pytest.mark.parametrize("kind", [TYPES["tekst"], TYPES["regel"]])
def test_f4_bewerkt_het_antwoord_in_een_eigen_programma(kind, editor):
    editor("pad.write_bytes(pad.read_bytes() + b' uit de editor\\n')")
    gesteld = stel(f"{F4}, en meer{CTRL_S}", vraag(kind), text="één tekst")
    assert gesteld.zet == Beantwoord("één tekst uit de editor, en meer")
    assert gesteld.concepten[0] == "één tekst uit de editor"


def test_f4_neemt_de_onaffe_tekst_mee_en_een_regel_blijft_een_regel(editor):
    editor("pad.write_bytes(pad.read_bytes() + b'\\ntwee\\n')")
    gesteld = stel(f" half{F4}{CTRL_S}", vraag(TYPES["regel"]), text="een")
    assert gesteld.zet == Beantwoord("een half twee")


def test_f4_met_een_oude_codering_houdt_wat_er_geschreven_is(editor):
    editor("pad.write_bytes('Café € 20.\\r\\n'.encode('cp1252'))")
    gesteld = stel(f"{F4}{CTRL_S}", vraag(), text="Oud.")
    assert gesteld.zet == Beantwoord("Café € 20.")
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café, €." in platte(gesteld.shown)


def test_f4_met_een_programma_dat_meteen_terugkomt_wacht_op_enter(editor, tmp_path):
    """The second editor is what the user saves in the window that is still open."""
    later = tmp_path / "later.txt"
    editor(f"pathlib.Path({str(later)!r}).write_text(str(pad))")

    def save(zin: str) -> None:
        shown.append(zin)
        if "kwam terug" in zin:
            Path(later.read_text()).write_text("Later bewerkt.\n", "utf-8")

    shown: list[str] = []
    with keyboard() as typed:
        typed.send_text(F4 + ENTER + CTRL_S)
        typed.close()
        beurt = Beurt(Stap(vraag(), ""), "Oud.", 0, 1)
        assert TerminalVragensteller(save).ask(beurt) == Beantwoord("Later bewerkt.")
    assert "code --wait" in platte("\n".join(shown))
    assert shown[-1].endswith(later.read_text())  # the file stays, and is named
    assert Path(later.read_text()).exists()


def test_f4_met_ctrl_c_bij_het_wachten_houdt_de_tekst(editor):
    editor("pass")
    gesteld = stel(f"{F4}{CTRL_C} af{CTRL_S}", vraag(), text="half")
    assert gesteld.zet == Beantwoord("half af")
    assert "Het bestand blijft staan:" in gesteld.shown


def test_f4_zonder_programma_zegt_wat_er_mis_is_en_houdt_de_tekst(monkeypatch):
    monkeypatch.setenv("VISUAL", "bestaat-niet --wait")
    gesteld = stel(f"{F4} af{CTRL_S}", vraag(), text="half")
    assert gesteld.zet == Beantwoord("half af")
    assert "“bestaat-niet” (uit VISUAL) is niet te vinden." in platte(gesteld.shown)


def test_losse_bytes_van_een_oude_terminal_worden_letters_en_dat_wordt_gezegd():
    shown: list[str] = []
    with keyboard() as typed, TerminalVragensteller(shown.append) as steller:
        typed.send_bytes(b"caf\xe9 \x80 20" + CTRL_S.encode())
        typed.close()
        done = steller.ask(Beurt(Stap(vraag(), ""), "", 0, 1))
    assert done == Beantwoord("café € 20")
    assert "gelezen als Windows-1252" in platte("\n".join(shown))


def platte(text: str) -> str:
    """Return a text without the line ends of folding."""
    return " ".join(text.split())
