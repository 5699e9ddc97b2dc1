"""The list of questions in a real (pseudo-)terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import CTRL_C, ENTER, F1, F5, OMLAAG, Term

from uitvoeringsplan.files.lookup import find_voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.terminal

ESC = "\x1b"


@pytest.fixture
def open_lijst(tmp_path: Path) -> Iterator[Callable[..., Term]]:
    """Start at a question of the example, type something, and open the list."""
    open_: list[Term] = []
    (tmp_path / "dorp.plan.yaml").write_bytes(find_voorbeeld().read_bytes())

    def doe(**opties: str | int) -> Term:
        terminal = Term(tmp_path, "verder", "dorp.plan.yaml", "--vraag", "lokale-ambitie", **opties)
        open_.append(terminal)
        terminal.wacht_op_nieuw("Welke eigen ambitie voegt de gemeente toe")
        terminal.typ("Erbij." + F5)
        terminal.wacht_op("Waar wil je heen?", toetsen=True)
        return terminal

    yield doe
    for terminal in open_:
        terminal.sluit()


@pytest.mark.parametrize(("kolommen", "rijen"), [(80, 24), (60, 20), (40, 24), (120, 40)])
def test_de_lijst_vult_het_venster_en_noemt_het_concept(open_lijst, kolommen, rijen):
    terminal = open_lijst(kolommen=kolommen, rijen=rijen)
    terminal.rust()
    regels = terminal.beeld.split("\n")
    assert regels[0].startswith("Waar wil je heen?")
    assert len(regels) == rijen
    assert regels[-1].startswith("F1 toetsen")
    (hier,) = [regel for regel in regels if regel.startswith("»")]
    assert "Lokale ambitie (hier)" in hier
    assert "[c]" in hier if kolommen < 50 else "concept" in hier  # what was just typed


def test_zoeken_en_erheen_gaan(open_lijst):
    terminal = open_lijst()
    terminal.typ("budget")
    terminal.wacht_op("» ingevuld    Beschikbaar budget")
    assert "Zoek: budget" in terminal.beeld
    terminal.typ(ENTER)
    terminal.wacht_op_nieuw("Welk budget is er")
    assert terminal.kind.isalive()


def test_esc_sluit_en_de_tekst_staat_er_nog(open_lijst, tmp_path):
    voor = (tmp_path / "dorp.plan.yaml").read_bytes()
    terminal = open_lijst()
    terminal.typ(OMLAAG * 3)
    terminal.wacht_op("» ingevuld    Rol van het college")
    terminal.typ(ESC)
    terminal.wacht_op_nieuw("Welke eigen ambitie voegt de gemeente toe", "Erbij.")
    assert (tmp_path / "dorp.plan.yaml").read_bytes() == voor


def test_ctrl_c_in_de_lijst_sluit_alleen_de_lijst(open_lijst):
    terminal = open_lijst()
    terminal.typ(F1)
    terminal.wacht_op("Toetsen in de lijst met vragen")
    terminal.typ(CTRL_C)
    terminal.wacht_op("Zoek: typ een woord")
    terminal.typ(CTRL_C)
    terminal.wacht_op_nieuw("Welke eigen ambitie voegt de gemeente toe", "Erbij.")


def test_zonder_kleur_en_met_alleen_de_tekens_van_windows(open_lijst):
    """A console of Windows-1252 has every sign of the list, and nothing in it has a colour."""
    terminal = open_lijst(NO_COLOR="1", PYTHONIOENCODING="cp1252")
    terminal.rust()
    lijst = bytes(terminal.ruw).rpartition(b"\x1b[?1049h")[2]
    assert "» concept ".encode("cp1252") in lijst
    assert not any(b"\x1b[" + kleur in lijst for kleur in (b"31m", b"32m", b"38;", b"48;"))
    assert b"?1049h" in terminal.ruw  # a window of its own, so that what stood there comes back
