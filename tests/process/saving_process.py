"""The process that the tests kill, or let race another: it saves, and says what it saved.

`saving_process.py nest PLAN` forks a saver for every line `NUMMER` on its standard input; the saver
goes on from that state of the plan until it is killed. `saving_process.py wissel PLAN EERSTE EINDE`
saves an answer to every other question, one for every line on its standard input. It needs
nothing of pytest, so that it starts fast.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_plan

PATH = __file__
COUNT = 200
VRAGEN = tuple(
    Vraag(id=f"q{i:03}", label=f"Vraag {i}", vraag="Wat?", type=TYPES["tekst"])
    for i in range(COUNT)
)
LIJST = Vragenlijst("proef", "1", "Proef", "p.docx", (), (Hoofdstuk("h", "H", vragen=VRAGEN),))


class Standen:
    """A plan of 3 MB, and what it is after so many saves: each changes the next question."""

    _VULSEL = "\n".join(["een regel die het plan groot maakt, zoals het hoort"] * 300)
    _MARK = b"nummer 00000000"

    def __init__(self) -> None:
        antwoord = f"{self._MARK.decode()}\n{self._VULSEL}"
        texts = {vraag.id: antwoord for vraag in VRAGEN}
        self._bare = new_planbestand(Path("a.plan.yaml"), LIJST, {}, texts).data
        self._places: list[int] = []
        for _ in VRAGEN:
            start = self._places[-1] if self._places else 0
            self._places.append(self._bare.index(self._MARK, start) + len(self._MARK))

    def after(self, time: int) -> bytes:
        """Return the bytes of the plan after that many saves."""
        data = bytearray(self._bare)
        for i in range(max(1, time - COUNT + 1), time + 1):
            end = self._places[i % COUNT]
            data[end - 8 : end] = b"%08d" % i
        return bytes(data)


def nest(path: Path) -> None:
    """Fork a saver for every line, and say when it is dead."""
    standen = Standen()
    path.write_bytes(standen.after(0))
    basis = load_plan(path, LIJST)
    print("klaar", flush=True)  # noqa: T201
    for line in sys.stdin:
        kind = os.fork()
        if kind == 0:
            parent, time = os.getppid(), int(line)
            old = basis._replace(data=standen.after(time))
            while os.getppid() == parent:  # never outlive the test
                time += 1
                old = save_plan(old, basis._replace(data=standen.after(time)))
                os.write(1, b"%d\n" % time)
            os._exit(0)
        os.write(1, b"kind %d\n" % kind)
        os.waitpid(kind, 0)
        os.write(1, b"dood\n")


def wissel(path: Path, first: int, end: int) -> None:
    """Save an answer to every other question; say how often somebody else had come between."""
    file, together = load_plan(path, LIJST), 0
    print("klaar", flush=True)  # noqa: T201
    for i in range(first, end, 2):
        sys.stdin.readline()
        new = file.with_answer(VRAGEN[i], f"Van proces {first}: {i}.")
        file = save_plan(file, new)
        together += file.data != new.data
        print(i, flush=True)  # noqa: T201
    print("samen", together, flush=True)  # noqa: T201


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["nest", plan]:
            nest(Path(plan))
        case ["wissel", plan, start, end]:
            wissel(Path(plan), int(start), int(end))
