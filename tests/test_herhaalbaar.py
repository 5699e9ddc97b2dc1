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
ALLOWED = {
    "libreoffice_scripts/uno_connection.py",  # LibreOffice says nothing while it starts
    "process/terminal_screen.py",  # a program that hangs must not hang the tests
    "process/test_kill.py",  # a random moment is what it is about
    "plan/test_saving_every_call.py",  # makes files look old
    "pdf/test_office_leftovers.py",  # idem
    "plan/test_saving_leftovers.py",  # idem
    "plan/test_saving_leftovers_punten.py",  # idem
}
KLOK = {"time", "process_time", "perf_counter", "monotonic", "thread_time", "sleep"}
KLOK |= {f"{name}_ns" for name in KLOK}


def objections(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of what makes a test another one in the next run."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in ("time", "random"):
            yield from ((node.lineno, f"{node.module}.{n.name}") for n in node.names)
        name = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
        module, _, functie = name.partition(".")
        if (module == "time" and functie in KLOK) or name in ("asyncio.sleep", "os.times"):
            yield node.lineno, name
        if module == "random" and functie != "Random":
            yield node.lineno, name
        if isinstance(node, ast.Call) and ast.unparse(node) == "random.Random()":
            yield node.lineno, "random.Random()"


def test_geen_klok_en_geen_toeval():
    found = []
    for path in sorted(MAP.rglob("*.py")):
        name = path.relative_to(MAP).as_posix()
        found += [
            f"{name}:{line}: {what}"
            for line, what in objections(path.read_text("utf-8"))
            if name not in ALLOWED or not what.startswith("time.")
        ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import time\nx = time.perf_counter()", "time.perf_counter"),
        ("import time\ntime.sleep(1)", "time.sleep"),
        ("import time\ntime.monotonic_ns()", "time.monotonic_ns"),
        ("from time import process_time\nprocess_time()", "time.process_time"),
        ("import random\n\nrandom.choice('ab')", "random.choice"),
        ("import random\n\nrandom.Random()", "random.Random()"),
    ],
)
def test_elk_bezwaar_wordt_gezien(source, name):
    assert name in dict.fromkeys(what for _, what in objections(source))


def test_wat_vastligt_mag():
    assert list(objections("import random\nr = random.Random(7)\nr.choice('ab')")) == []
