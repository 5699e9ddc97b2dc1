"""Plain lines as a screen reader gets them: text alone, in order, with the question at the end."""

from __future__ import annotations

import re
import shutil

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import Term

from uitvoeringsplan.files.lookup import find_voorbeeld

pytestmark = pytest.mark.terminal


def test_alleen_tekst_en_de_vraag_als_laatste(tmp_path):
    shutil.copy(find_voorbeeld(), tmp_path / "dorp.plan.yaml")
    terminal = Term(tmp_path, "verder", "dorp.plan.yaml", "--vraag", "lokale-ambitie",
                    "--alles", "--eenvoudig")  # fmt: skip
    vraag = "Welke eigen ambitie voegt de gemeente toe aan de gezamenlijke ambitie?"
    try:
        terminal.wait_for_new(vraag, ">")
        terminal.rest()
        assert terminal.raw.decode().endswith(f"{vraag}\r\n> ")
        for line, antwoord in (
            (".lees 1", "In Oudermeer"),
            (".zoek windmolens", "2. Dat is hier nodig."),
            (".regel 9", "van 1 tot en met 3."),
            ("Erbji.\b\b\b\b", "> Er >"),
            (".ongedaan", "Weggehaald: Er"),
            (".vraag", vraag),
            (".stop", "alle vragen zijn beantwoord"),
        ):
            terminal.type_in(f"{line}\n")
            terminal.wait(lambda zin=antwoord: zin in _text(terminal), antwoord)
        assert terminal.end() == 130
    finally:
        terminal.sluit()
    said = terminal.raw.decode()
    # What is taken back is wiped with backspaces; nothing else moves or draws.
    assert set(re.findall(r"[\x00-\x1f\x7f-\x9f]", said)) == {"\r", "\n", "\b"}
    # Signs in a row would be read one by one.
    assert re.findall(r"[^\w\s]{4,}", re.sub(r"\S+://\S+", "", said).replace("\b \b", "")) == []


def _text(terminal: Term) -> str:
    return " ".join(terminal.everything.split())
