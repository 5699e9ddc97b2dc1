"""Measures how long the conversation makes a user wait: for its start, and between questions."""

from __future__ import annotations

import argparse
import os
import pty
import select
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.input import PipeInput

    from uitvoeringsplan.model.beurt import Beurt, Zet

FIRST_VRAAG = b"Voor welke gemeente is dit plan?"
BOUND_START, BOUND_BETWEEN = 12, 50  # times `python -c pass`; milliseconds


def main() -> None:
    """Print the ratios of the start and the milliseconds between two questions."""
    options = argparse.ArgumentParser(description="Meet hoelang het gesprek laat wachten.")
    options.add_argument("--keren", type=int, default=21, help="aantal paren per meting")
    rounds = options.parse_args().keren
    with tempfile.TemporaryDirectory() as map_:
        _start(map_, rounds)
        _between_vragen(Path(map_), max(1, rounds // 4))


def _start(map_: str, rounds: int) -> None:
    program = str(Path(sysconfig.get_path("scripts")) / "uitvoeringsplan")
    empty, reading, typbaar = [], [], []
    for ronde in range(rounds + 1):  # the first round warms the caches up and does not count
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        duur = time.perf_counter() - start
        times = _first_vraag(program, map_)
        if ronde:
            empty.append(duur)
            reading.append(times[0])
            typbaar.append(times[1])
    print(f"pass        {statistics.median(empty) * 1000:7.1f} ms")
    for name, series in (("te lezen", reading), ("te typen", typbaar)):
        ratio = statistics.median(a / b for a, b in zip(series, empty, strict=True))
        print(f"{name:10}  {statistics.median(series) * 1000:7.1f} ms")
        print(f"eerste vraag {name} / pass: {ratio:.2f} (hooguit {BOUND_START})")


def _first_vraag(program: str, map_: str) -> tuple[float, float]:
    """Return the seconds until the first question can be read, and until it can be answered."""
    start = time.perf_counter()
    kind, side = pty.fork()
    if kind == 0:
        os.chdir(map_)
        os.environ.update(TERM="xterm-256color", UITVOERINGSPLAN_CONCEPTEN=f"{map_}/concepten")
        os.execv(program, [program, "nieuw"])
    seen, reading = b"", 0.0
    try:
        while True:
            select.select([side], [], [], 10)
            new = os.read(side, 65536)
            seen += new
            if b"\x1b[6n" in new:  # where is the cursor? a terminal answers
                os.write(side, b"\x1b[1;1R")
            if not reading and FIRST_VRAAG in seen:
                reading = time.perf_counter() - start
            # The prompt has drawn its toolbar and reads every key, without waiting for Enter.
            if b"F1 toetsen" in seen and not termios.tcgetattr(side)[3] & termios.ICANON:
                return reading, time.perf_counter() - start
    finally:
        os.kill(kind, 9)
        os.waitpid(kind, 0)
        os.close(side)


def _between_vragen(map_: Path, rounds: int) -> None:
    """Answer all questions in this process, with keys from a pipe and no real screen."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
    from uitvoeringsplan.plan.drafts import Concepten
    from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
    from uitvoeringsplan.plan.saving import save_new
    from uitvoeringsplan.tasks.ask_questions import Gesprek
    from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

    lijst = load_vragenlijst(find_vragen(None))
    voorbeeld = load_plan(find_voorbeeld(), lijst).plan
    times: list[float] = []
    for ronde in range(rounds):
        file = new_planbestand(
            map_ / f"{ronde}.plan.yaml", lijst, voorbeeld.gegevens, voorbeeld.antwoorden
        )
        save_new(file)
        with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
            user = _Gebruiker(keys)
            gesprek = Gesprek(file, user, Concepten(file.path, map_ / "concepten"))
            gesprek.run(gesprek.place_of(lijst.vragen[0].id), everything=True)
        # The first prompt loads what the others have then; the start is measured above.
        times += user.times[1:]
    ms = sorted(1000 * elapsed for elapsed in times)
    print(
        f"tussen twee vragen: {statistics.median(ms):.1f} ms,"
        f" 95% binnen {ms[len(ms) * 95 // 100]:.1f} ms, hooguit {ms[-1]:.1f} ms"
        f" van {len(ms)} (hooguit {BOUND_BETWEEN})"
    )


class _Gebruiker:
    """Adds a letter to every answer and goes on; keeps how long each turn took as a whole.

    A turn is saving the answer before it, finding the next question, building its prompt, drawing
    it, and two keys: a little more than what a user waits for.
    """

    def __init__(self, keys: PipeInput) -> None:
        from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller

        self._keys = keys
        self._real = TerminalVragensteller(lambda _text: None)
        self._previous = time.perf_counter()
        self.times: list[float] = []

    def ask(self, beurt: Beurt) -> Zet:
        self._keys.send_text("x\x13")
        zet = self._real.ask(beurt)
        nu = time.perf_counter()
        self.times.append(nu - self._previous)
        self._previous = nu
        return zet


if __name__ == "__main__":
    main()
