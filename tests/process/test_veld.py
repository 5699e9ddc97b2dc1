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

from trials import times
from uitvoeringsplan.terminal.field.editing import clean_paste

pytestmark = pytest.mark.terminal

_PROGRAM = Path(__file__).with_name("text_field_program.py")
_PIJL = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_CTRL = {name: c for name, c in _PIJL.items() if name not in ("up", "down")}
_KEY = {
    **{n: f"\x1b[{c}" for n, c in _PIJL.items()},
    **{f"s:{n}": f"\x1b[1;2{c}" for n, c in _PIJL.items()},
    **{f"c-{n}": f"\x1b[1;5{c}" for n, c in _CTRL.items()},
    **{f"s:c-{n}": f"\x1b[1;6{c}" for n, c in _CTRL.items()},
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "s:pageup": "\x1b[5;2~", "s:pagedown": "\x1b[6;2~",
    "backspace": "\x7f", "delete": "\x1b[3~", "enter": "\r", "tab": "\t", "s-tab": "\x1b[Z",
    "undo": "\x1a", "redo": "\x19", "alles": "\x01",
}  # fmt: skip
_WORDS = (
    "de", "het", "een", "van", "gemeente", "wijkagent", "partners", "polarisatiekaart", "e.g.",
    "deskundigheidsbevordering", "coördinatie", "reëel", "–", "“samen”", "2026-2027", "漢字",
    "日本語",
    "a", "b", "c", "**vet**", "*schuin*", "een\u00a0b", "e\u0301e\u0301n", "x\u0302y",
    "1\ufe0f\u20e3",
    "😀", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "⚠\ufe0f", "\U0001f44d\U0001f3fd",
    "\U0001f1f3\U0001f1f1\U0001f1e7\U0001f1ea", "af\u00adbreken", "z\u200bw", "om\u202ekeer",
    "https://www.voorbeeld.example/een/heel/lang/adres/dat/niet/past/op/een/rij", "",
)  # fmt: skip
_SIZES = ((80, 24), (100, 30), (41, 14), (60, 20))
_PER_PROGRAM = 10


def one_text(r: random.Random) -> str:
    lines = []
    for _ in range(r.randint(0, 10)):
        words = [r.choice(_WORDS) for _ in range(r.choice([0, 1, 5, 20, 50]))]
        if r.random() < 0.1:
            words.append("lang" * r.randint(10, 40))
        line = "".join(
            word + " " * (r.choice([2, 3, 90]) if r.random() < 0.05 else 1) for word in words
        )
        lines.append(r.choice(["", "", "", "- ", "  - ", "1. ", "12. ", "   "]) + line)
    return "\n".join(lines)


class Proef:
    """The program with its field in a terminal, and the model beside it."""

    def __init__(self, map_: Path) -> None:
        self.path = map_ / "geval.json"
        self.term = Term(map_, str(_PROGRAM), str(self.path), command=(sys.executable,))
        self.kolommen, self.rijen = 80, 24
        self.keys = 0
        self.geklikt = -1
        self.wait()

    def wait(self) -> None:
        ready = f"{self.keys} {self.kolommen}x{self.rijen}"
        self.term.wait(lambda: self.term.screen.title == ready, ready)

    def press(self, data: str, count: int = 1) -> None:
        self.keys += count
        self.term.type_in(data)
        self.wait()

    def start(self, text: str, place: int) -> Model:
        model = Model(text, place, self.kolommen, self.rijen - 1)
        self.path.write_text(json.dumps({"tekst": text, "plek": model.p}), "utf-8")
        self.press("\x1b[24~")
        return model

    def size(self, kolommen: int, rijen: int) -> None:
        self.kolommen, self.rijen = kolommen, rijen
        self.term.screen.resize(rijen, kolommen)
        self.term.kind.setwinsize(rijen, kolommen)
        self.wait()

    def verschil(self, model: Model) -> str:
        """Return in what the screen is not as the model says; empty when it is."""
        lines, y, x = model.screen()
        screen = self.term.screen
        picture = screen.display[1:]
        for i in range(model.height):
            moet = unicodedata.normalize("NFC", lines[i] if i < len(lines) else "").rstrip()
            if unicodedata.normalize("NFC", picture[i]).rstrip() != moet:
                return f"rij {i}: moet {moet!r}, is {picture[i].rstrip()!r}"
        if (screen.cursor.y - 1, screen.cursor.x) != (y, x):
            return f"cursor: moet {(y, x)}, is {(screen.cursor.y - 1, screen.cursor.x)}"
        chosen = sum(
            screen.buffer[rij][kolom].reverse
            for rij in range(1, self.rijen)
            for kolom in range(self.kolommen)
        )
        if chosen != model.chosen_cellen():
            return f"gekozen: moet {model.chosen_cellen()} cellen, is {chosen}"
        return ""


def stap(r: random.Random, trial: Proef, model: Model) -> tuple[str, object]:
    """Do one thing, in the terminal and in the model; return what it was."""
    lot = r.random()

    def punt() -> tuple[int, int]:
        return r.randrange(trial.kolommen), r.randrange(model.height)

    if lot < 0.30:
        name, data = "typ", r.choice("abcdefghij   éë漢-1.\u0301")
        trial.press(data)
    elif lot < 0.36:
        name = "plak"
        data = one_text(r)[: r.choice([5, 50, 400])]
        trial.press(f"\x1b[200~{data}\x1b[201~")
        data = clean_paste(data, is_block=True).text
    elif lot < 0.40:
        name, data = "maat", r.choice([size for size in _SIZES if size[0] != trial.kolommen])
        trial.size(*data)
        model.kol, model.height = data[0], data[1] - 1
        return name, data
    elif lot < 0.52:
        name = r.choice(["klik", "sleep", "dubbel", "wiel"])
        data = [punt(), *([punt()] * (name == "sleep"))]
        place = -1 if name == "wiel" else model.place_of(*data[0])
        if place == trial.geklikt:  # clicked here just now: once more would be a double click
            name = "wiel"
        if name == "wiel":
            data = r.choice([1, -1])
        else:
            trial.geklikt = -1 if name == "dubbel" else place
        mouse(name, data, trial)
    else:
        name, data = r.choice([*_KEY, "enter", "backspace", "undo", "up", "down"]), ""
        trial.press(_KEY[name])
    model.perform(name, data)
    return name, data


def mouse(name: str, data: object, trial: Proef) -> None:
    def op(kind: int, place: tuple[int, int], end: str = "M") -> str:
        return f"\x1b[<{kind};{place[0] + 1};{place[1] + 2}{end}"

    if name == "wiel":
        trial.press(op(65 if data == 1 else 64, (0, 0)))
        return
    first = data[0]
    if name == "klik":
        trial.press(op(0, first) + op(0, first, "m"), 2)
    elif name == "sleep":
        trial.press(op(0, first))
        trial.press(op(32, data[1]))
    else:
        trial.press((op(0, first) + op(0, first, "m")) * 2, 4)


def test_scherm_cursor_en_keuze_zijn_zoals_het_model_zegt(tmp_path):
    trial, keys = None, 0
    for seed in range(times(40)):
        r = random.Random(seed)  # noqa: S311
        if seed % _PER_PROGRAM == 0:
            if trial:
                trial.term.sluit()
            trial = Proef(tmp_path)
        text = one_text(r)
        model = trial.start(text, r.randint(0, len(text)))
        done: list[tuple[str, object]] = []
        for _ in range(r.randint(15, 40)):
            verschil = trial.verschil(model)
            assert not verschil, f"zaad {seed} na {done[-6:]}:\n{verschil}\n{trial.term.picture}"
            done.append(stap(r, trial, model))
        keys += len(done)
    trial.term.sluit()
    assert keys >= 15 * times(40)
