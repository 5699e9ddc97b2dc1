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

PAD = __file__
AANTAL = 200
VRAGEN = tuple(
    Vraag(id=f"q{i:03}", label=f"Vraag {i}", vraag="Wat?", type=TYPES["tekst"])
    for i in range(AANTAL)
)
LIJST = Vragenlijst("proef", "1", "Proef", "p.docx", (), (Hoofdstuk("h", "H", vragen=VRAGEN),))


class Standen:
    """A plan of 3 MB, and what it is after so many saves: each changes the next question."""

    _VULSEL = "\n".join(["een regel die het plan groot maakt, zoals het hoort"] * 300)
    _MERK = b"nummer 00000000"

    def __init__(self) -> None:
        antwoord = f"{self._MERK.decode()}\n{self._VULSEL}"
        teksten = {vraag.id: antwoord for vraag in VRAGEN}
        self._kaal = new_planbestand(Path("a.plan.yaml"), LIJST, {}, teksten).data
        self._plekken: list[int] = []
        for _ in VRAGEN:
            vanaf = self._plekken[-1] if self._plekken else 0
            self._plekken.append(self._kaal.index(self._MERK, vanaf) + len(self._MERK))

    def na(self, keer: int) -> bytes:
        """Return the bytes of the plan after that many saves."""
        data = bytearray(self._kaal)
        for i in range(max(1, keer - AANTAL + 1), keer + 1):
            einde = self._plekken[i % AANTAL]
            data[einde - 8 : einde] = b"%08d" % i
        return bytes(data)


def nest(pad: Path) -> None:
    """Fork a saver for every line, and say when it is dead."""
    standen = Standen()
    pad.write_bytes(standen.na(0))
    basis = load_plan(pad, LIJST)
    print("klaar", flush=True)  # noqa: T201
    for regel in sys.stdin:
        kind = os.fork()
        if kind == 0:
            ouder, keer = os.getppid(), int(regel)
            oud = basis._replace(data=standen.na(keer))
            while os.getppid() == ouder:  # never outlive the test
                keer += 1
                oud = save_plan(oud, basis._replace(data=standen.na(keer)))
                os.write(1, b"%d\n" % keer)
            os._exit(0)
        os.write(1, b"kind %d\n" % kind)
        os.waitpid(kind, 0)
        os.write(1, b"dood\n")


def wissel(pad: Path, eerste: int, einde: int) -> None:
    """Save an answer to every other question; say how often somebody else had come between."""
    bestand, samen = load_plan(pad, LIJST), 0
    print("klaar", flush=True)  # noqa: T201
    for i in range(eerste, einde, 2):
        sys.stdin.readline()
        nieuw = bestand.with_answer(VRAGEN[i], f"Van proces {eerste}: {i}.")
        bestand = save_plan(bestand, nieuw)
        samen += bestand.data != nieuw.data
        print(i, flush=True)  # noqa: T201
    print("samen", samen, flush=True)  # noqa: T201


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["nest", plan]:
            nest(Path(plan))
        case ["wissel", plan, begin, eind]:
            wissel(Path(plan), int(begin), int(eind))
