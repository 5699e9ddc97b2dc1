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

EERSTE_VRAAG = b"Voor welke gemeente is dit plan?"
GRENS_START, GRENS_TUSSEN = 12, 50  # times `python -c pass`; milliseconds


def main() -> None:
    """Print the ratios of the start and the milliseconds between two questions."""
    opties = argparse.ArgumentParser(description="Meet hoelang het gesprek laat wachten.")
    opties.add_argument("--keren", type=int, default=21, help="aantal paren per meting")
    keren = opties.parse_args().keren
    with tempfile.TemporaryDirectory() as map_:
        _start(map_, keren)
        _tussen_vragen(Path(map_), max(1, keren // 4))


def _start(map_: str, keren: int) -> None:
    programma = str(Path(sysconfig.get_path("scripts")) / "uitvoeringsplan")
    leeg, gelezen, typbaar = [], [], []
    for ronde in range(keren + 1):  # the first round warms the caches up and does not count
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        duur = time.perf_counter() - begin
        tijden = _eerste_vraag(programma, map_)
        if ronde:
            leeg.append(duur)
            gelezen.append(tijden[0])
            typbaar.append(tijden[1])
    print(f"pass        {statistics.median(leeg) * 1000:7.1f} ms")
    for naam, reeks in (("te lezen", gelezen), ("te typen", typbaar)):
        verhouding = statistics.median(a / b for a, b in zip(reeks, leeg, strict=True))
        print(f"{naam:10}  {statistics.median(reeks) * 1000:7.1f} ms")
        print(f"eerste vraag {naam} / pass: {verhouding:.2f} (hooguit {GRENS_START})")


def _eerste_vraag(programma: str, map_: str) -> tuple[float, float]:
    """Return the seconds until the first question can be read, and until it can be answered."""
    begin = time.perf_counter()
    kind, kant = pty.fork()
    if kind == 0:
        os.chdir(map_)
        os.environ.update(TERM="xterm-256color", UITVOERINGSPLAN_CONCEPTEN=f"{map_}/concepten")
        os.execv(programma, [programma, "nieuw"])
    gezien, gelezen = b"", 0.0
    try:
        while True:
            select.select([kant], [], [], 10)
            nieuw = os.read(kant, 65536)
            gezien += nieuw
            if b"\x1b[6n" in nieuw:  # where is the cursor? a terminal answers
                os.write(kant, b"\x1b[1;1R")
            if not gelezen and EERSTE_VRAAG in gezien:
                gelezen = time.perf_counter() - begin
            # The prompt has drawn its toolbar and reads every key, without waiting for Enter.
            if b"F1 toetsen" in gezien and not termios.tcgetattr(kant)[3] & termios.ICANON:
                return gelezen, time.perf_counter() - begin
    finally:
        os.kill(kind, 9)
        os.waitpid(kind, 0)
        os.close(kant)


def _tussen_vragen(map_: Path, keren: int) -> None:
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
    tijden: list[float] = []
    for ronde in range(keren):
        bestand = new_planbestand(
            map_ / f"{ronde}.plan.yaml", lijst, voorbeeld.gegevens, voorbeeld.antwoorden
        )
        save_new(bestand)
        with create_pipe_input() as toetsen, create_app_session(toetsen, DummyOutput()):
            gebruiker = _Gebruiker(toetsen)
            gesprek = Gesprek(bestand, gebruiker, Concepten(bestand.pad, map_ / "concepten"))
            gesprek.voer(gesprek.place_of(lijst.vragen[0].id), alles=True)
        # The first prompt loads what the others have then; the start is measured above.
        tijden += gebruiker.tijden[1:]
    ms = sorted(1000 * tijd for tijd in tijden)
    print(
        f"tussen twee vragen: {statistics.median(ms):.1f} ms,"
        f" 95% binnen {ms[len(ms) * 95 // 100]:.1f} ms, hooguit {ms[-1]:.1f} ms"
        f" van {len(ms)} (hooguit {GRENS_TUSSEN})"
    )


class _Gebruiker:
    """Adds a letter to every answer and goes on; keeps how long each turn took as a whole.

    A turn is saving the answer before it, finding the next question, building its prompt, drawing
    it, and two keys: a little more than what a user waits for.
    """

    def __init__(self, toetsen: PipeInput) -> None:
        from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller

        self._toetsen = toetsen
        self._echt = TerminalVragensteller(lambda _tekst: None)
        self._vorige = time.perf_counter()
        self.tijden: list[float] = []

    def ask(self, beurt: Beurt) -> Zet:
        self._toetsen.send_text("x\x13")
        zet = self._echt.ask(beurt)
        nu = time.perf_counter()
        self.tijden.append(nu - self._vorige)
        self._vorige = nu
        return zet


if __name__ == "__main__":
    main()
