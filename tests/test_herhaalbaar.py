"""A test says the same in every run: it reads no clock, waits for no time and draws no new lots."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MAP = Path(__file__).parent
#: What may look at the clock, and why: never to judge how long something took.
MAG = {
    "libreoffice_scripts/uno_connection.py",  # LibreOffice says nothing while it starts
    "process/terminal_screen.py",  # a program that hangs must not hang the tests
    "process/test_kill.py",  # a random moment is what it is about
    "plan/test_saving_every_call.py",  # makes files look old
    "pdf/test_office_leftovers.py",  # idem
    "plan/test_saving_leftovers.py",  # idem
    "plan/test_saving_leftovers_punten.py",  # idem
}
KLOK = {"time", "process_time", "perf_counter", "monotonic", "thread_time", "sleep"}
KLOK |= {f"{naam}_ns" for naam in KLOK}


def bezwaren(bron: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of what makes a test another one in the next run."""
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.ImportFrom) and knoop.module in ("time", "random"):
            yield from ((knoop.lineno, f"{knoop.module}.{n.name}") for n in knoop.names)
        naam = ast.unparse(knoop) if isinstance(knoop, ast.Attribute) else ""
        module, _, functie = naam.partition(".")
        if (module == "time" and functie in KLOK) or naam in ("asyncio.sleep", "os.times"):
            yield knoop.lineno, naam
        if module == "random" and functie != "Random":
            yield knoop.lineno, naam
        if isinstance(knoop, ast.Call) and ast.unparse(knoop) == "random.Random()":
            yield knoop.lineno, "random.Random()"


def test_geen_klok_en_geen_toeval():
    gevonden = []
    for pad in sorted(MAP.rglob("*.py")):
        naam = pad.relative_to(MAP).as_posix()
        gevonden += [
            f"{naam}:{regel}: {wat}"
            for regel, wat in bezwaren(pad.read_text("utf-8"))
            if naam not in MAG or not wat.startswith("time.")
        ]
    assert gevonden == []


@pytest.mark.parametrize(
    ("bron", "naam"),
    [
        ("import time\nx = time.perf_counter()", "time.perf_counter"),
        ("import time\ntime.sleep(1)", "time.sleep"),
        ("import time\ntime.monotonic_ns()", "time.monotonic_ns"),
        ("from time import process_time\nprocess_time()", "time.process_time"),
        ("import random\n\nrandom.choice('ab')", "random.choice"),
        ("import random\n\nrandom.Random()", "random.Random()"),
    ],
)
def test_elk_bezwaar_wordt_gezien(bron, naam):
    assert naam in dict.fromkeys(wat for _, wat in bezwaren(bron))


def test_wat_vastligt_mag():
    assert list(bezwaren("import random\nr = random.Random(7)\nr.choice('ab')")) == []
