"""The text field in a real terminal, with random texts and keys, against a simple model.

After every key the text on the screen, the cursor and what is selected are as the model says. A
plain run does four texts, CI forty, and `UVP_PROEVEN=25` a thousand.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import Term
from text_field_model import Model

from trials import keren
from uitvoeringsplan.terminal.field.editing import clean_paste

pytestmark = pytest.mark.terminal

_PROGRAMMA = Path(__file__).with_name("text_field_program.py")
_PIJL = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_CTRL = {naam: c for naam, c in _PIJL.items() if naam not in ("up", "down")}
_TOETS = {
    **{n: f"\x1b[{c}" for n, c in _PIJL.items()},
    **{f"s:{n}": f"\x1b[1;2{c}" for n, c in _PIJL.items()},
    **{f"c-{n}": f"\x1b[1;5{c}" for n, c in _CTRL.items()},
    **{f"s:c-{n}": f"\x1b[1;6{c}" for n, c in _CTRL.items()},
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "s:pageup": "\x1b[5;2~", "s:pagedown": "\x1b[6;2~",
    "backspace": "\x7f", "delete": "\x1b[3~", "enter": "\r", "tab": "\t", "s-tab": "\x1b[Z",
    "undo": "\x1a", "redo": "\x19", "alles": "\x01",
}  # fmt: skip
_WOORDEN = (
    "de", "het", "een", "van", "gemeente", "wijkagent", "partners", "polarisatiekaart", "e.g.",
    "deskundigheidsbevordering", "coördinatie", "reëel", "–", "“samen”", "2026-2027", "漢字",
    "日本語",
    "a", "b", "c", "**vet**", "*schuin*", "een\u00a0b", "e\u0301e\u0301n", "x\u0302y",
    "1\ufe0f\u20e3",
    "😀", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "⚠\ufe0f", "\U0001f44d\U0001f3fd",
    "\U0001f1f3\U0001f1f1\U0001f1e7\U0001f1ea", "af\u00adbreken", "z\u200bw", "om\u202ekeer",
    "https://www.voorbeeld.example/een/heel/lang/adres/dat/niet/past/op/een/rij", "",
)  # fmt: skip
_MATEN = ((80, 24), (100, 30), (41, 14), (60, 20))
_PER_PROGRAMMA = 10


def een_tekst(r: random.Random) -> str:
    regels = []
    for _ in range(r.randint(0, 10)):
        woorden = [r.choice(_WOORDEN) for _ in range(r.choice([0, 1, 5, 20, 50]))]
        if r.random() < 0.1:
            woorden.append("lang" * r.randint(10, 40))
        regel = "".join(
            woord + " " * (r.choice([2, 3, 90]) if r.random() < 0.05 else 1) for woord in woorden
        )
        regels.append(r.choice(["", "", "", "- ", "  - ", "1. ", "12. ", "   "]) + regel)
    return "\n".join(regels)


class Proef:
    """The program with its field in a terminal, and the model beside it."""

    def __init__(self, map_: Path) -> None:
        self.pad = map_ / "geval.json"
        self.term = Term(map_, str(_PROGRAMMA), str(self.pad), opdracht=(sys.executable,))
        self.kolommen, self.rijen = 80, 24
        self.toetsen = 0
        self.geklikt = -1
        self.wacht()

    def wacht(self) -> None:
        klaar = f"{self.toetsen} {self.kolommen}x{self.rijen}"
        self.term.wacht(lambda: self.term.scherm.title == klaar, klaar)

    def druk(self, data: str, aantal: int = 1) -> None:
        self.toetsen += aantal
        self.term.typ(data)
        self.wacht()

    def begin(self, tekst: str, plek: int) -> Model:
        model = Model(tekst, plek, self.kolommen, self.rijen - 1)
        self.pad.write_text(json.dumps({"tekst": tekst, "plek": model.p}), "utf-8")
        self.druk("\x1b[24~")
        return model

    def maat(self, kolommen: int, rijen: int) -> None:
        self.kolommen, self.rijen = kolommen, rijen
        self.term.scherm.resize(rijen, kolommen)
        self.term.kind.setwinsize(rijen, kolommen)
        self.wacht()

    def verschil(self, model: Model) -> str:
        """Return in what the screen is not as the model says; empty when it is."""
        regels, y, x = model.scherm()
        scherm = self.term.scherm
        beeld = scherm.display[1:]
        for i in range(model.hoog):
            moet = unicodedata.normalize("NFC", regels[i] if i < len(regels) else "").rstrip()
            if unicodedata.normalize("NFC", beeld[i]).rstrip() != moet:
                return f"rij {i}: moet {moet!r}, is {beeld[i].rstrip()!r}"
        if (scherm.cursor.y - 1, scherm.cursor.x) != (y, x):
            return f"cursor: moet {(y, x)}, is {(scherm.cursor.y - 1, scherm.cursor.x)}"
        gekozen = sum(
            scherm.buffer[rij][kolom].reverse
            for rij in range(1, self.rijen)
            for kolom in range(self.kolommen)
        )
        if gekozen != model.gekozen_cellen():
            return f"gekozen: moet {model.gekozen_cellen()} cellen, is {gekozen}"
        return ""


def stap(r: random.Random, proef: Proef, model: Model) -> tuple[str, object]:
    """Do one thing, in the terminal and in the model; return what it was."""
    lot = r.random()

    def punt() -> tuple[int, int]:
        return r.randrange(proef.kolommen), r.randrange(model.hoog)

    if lot < 0.30:
        naam, data = "typ", r.choice("abcdefghij   éë漢-1.\u0301")
        proef.druk(data)
    elif lot < 0.36:
        naam = "plak"
        data = een_tekst(r)[: r.choice([5, 50, 400])]
        proef.druk(f"\x1b[200~{data}\x1b[201~")
        data = clean_paste(data, is_block=True).text
    elif lot < 0.40:
        naam, data = "maat", r.choice([maat for maat in _MATEN if maat[0] != proef.kolommen])
        proef.maat(*data)
        model.kol, model.hoog = data[0], data[1] - 1
        return naam, data
    elif lot < 0.52:
        naam = r.choice(["klik", "sleep", "dubbel", "wiel"])
        data = [punt(), *([punt()] * (naam == "sleep"))]
        plek = -1 if naam == "wiel" else model.place_of(*data[0])
        if plek == proef.geklikt:  # clicked here just now: once more would be a double click
            naam = "wiel"
        if naam == "wiel":
            data = r.choice([1, -1])
        else:
            proef.geklikt = -1 if naam == "dubbel" else plek
        muis(naam, data, proef)
    else:
        naam, data = r.choice([*_TOETS, "enter", "backspace", "undo", "up", "down"]), ""
        proef.druk(_TOETS[naam])
    model.doe(naam, data)
    return naam, data


def muis(naam: str, data: object, proef: Proef) -> None:
    def op(soort: int, plek: tuple[int, int], einde: str = "M") -> str:
        return f"\x1b[<{soort};{plek[0] + 1};{plek[1] + 2}{einde}"

    if naam == "wiel":
        proef.druk(op(65 if data == 1 else 64, (0, 0)))
        return
    eerste = data[0]
    if naam == "klik":
        proef.druk(op(0, eerste) + op(0, eerste, "m"), 2)
    elif naam == "sleep":
        proef.druk(op(0, eerste))
        proef.druk(op(32, data[1]))
    else:
        proef.druk((op(0, eerste) + op(0, eerste, "m")) * 2, 4)


def test_scherm_cursor_en_keuze_zijn_zoals_het_model_zegt(tmp_path):
    proef, toetsen = None, 0
    for zaad in range(keren(40)):
        r = random.Random(zaad)  # noqa: S311
        if zaad % _PER_PROGRAMMA == 0:
            if proef:
                proef.term.sluit()
            proef = Proef(tmp_path)
        tekst = een_tekst(r)
        model = proef.begin(tekst, r.randint(0, len(tekst)))
        gedaan: list[tuple[str, object]] = []
        for _ in range(r.randint(15, 40)):
            verschil = proef.verschil(model)
            assert not verschil, f"zaad {zaad} na {gedaan[-6:]}:\n{verschil}\n{proef.term.beeld}"
            gedaan.append(stap(r, proef, model))
        toetsen += len(gedaan)
    proef.term.sluit()
    assert toetsen >= 15 * keren(40)
