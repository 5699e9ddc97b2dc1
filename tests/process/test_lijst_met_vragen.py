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

    def perform(**options: str | int) -> Term:
        terminal = Term(
            tmp_path, "verder", "dorp.plan.yaml", "--vraag", "lokale-ambitie", **options
        )
        open_.append(terminal)
        terminal.wait_for_new("Welke eigen ambitie voegt de gemeente toe")
        terminal.type_in("Erbij." + F5)
        terminal.wait_for("Waar wil je heen?", keys=True)
        return terminal

    yield perform
    for terminal in open_:
        terminal.sluit()


@pytest.mark.parametrize(("kolommen", "rijen"), [(80, 24), (60, 20), (40, 24), (120, 40)])
def test_de_lijst_vult_het_venster_en_noemt_het_concept(open_lijst, kolommen, rijen):
    terminal = open_lijst(kolommen=kolommen, rijen=rijen)
    terminal.rest()
    lines = terminal.picture.split("\n")
    assert lines[0].startswith("Waar wil je heen?")
    assert len(lines) == rijen
    assert lines[-1].startswith("F1 toetsen")
    (here,) = [line for line in lines if line.startswith("»")]
    assert "Lokale ambitie (hier)" in here
    assert "[c]" in here if kolommen < 50 else "concept" in here  # what was just typed


def test_zoeken_en_erheen_gaan(open_lijst):
    terminal = open_lijst()
    terminal.type_in("budget")
    terminal.wait_for("» ingevuld    Beschikbaar budget")
    assert "Zoek: budget" in terminal.picture
    terminal.type_in(ENTER)
    terminal.wait_for_new("Welk budget is er")
    assert terminal.kind.isalive()


def test_esc_sluit_en_de_tekst_staat_er_nog(open_lijst, tmp_path):
    before = (tmp_path / "dorp.plan.yaml").read_bytes()
    terminal = open_lijst()
    terminal.type_in(OMLAAG * 3)
    terminal.wait_for("» ingevuld    Rol van het college")
    terminal.type_in(ESC)
    terminal.wait_for_new("Welke eigen ambitie voegt de gemeente toe", "Erbij.")
    assert (tmp_path / "dorp.plan.yaml").read_bytes() == before


def test_ctrl_c_in_de_lijst_sluit_alleen_de_lijst(open_lijst):
    terminal = open_lijst()
    terminal.type_in(F1)
    terminal.wait_for("Toetsen in de lijst met vragen")
    terminal.type_in(CTRL_C)
    terminal.wait_for("Zoek: typ een woord")
    terminal.type_in(CTRL_C)
    terminal.wait_for_new("Welke eigen ambitie voegt de gemeente toe", "Erbij.")


def test_zonder_kleur_en_met_alleen_de_tekens_van_windows(open_lijst):
    """A console of Windows-1252 has every sign of the list, and nothing in it has a colour."""
    terminal = open_lijst(NO_COLOR="1", PYTHONIOENCODING="cp1252")
    terminal.rest()
    lijst = bytes(terminal.raw).rpartition(b"\x1b[?1049h")[2]
    assert "» concept ".encode("cp1252") in lijst
    assert not any(b"\x1b[" + kleur in lijst for kleur in (b"31m", b"32m", b"38;", b"48;"))
    assert b"?1049h" in terminal.raw  # a window of its own, so that what stood there comes back
