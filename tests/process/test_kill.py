"""kill -9 at random moments of saving 3 MB: the old or the new text, and no answer lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from saving_process import AANTAL, LIJST, PAD, Standen

from trials import FACTOR, keren
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import find_leftovers

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dit systeem kan niet splitsen")
KEREN = keren(25, 6)  # UVP_PROEVEN=8 makes them 200


class Nest:
    """Gives savers, and kills them."""

    def __init__(self, pad: Path) -> None:
        self.proces = subprocess.Popen(
            [sys.executable, PAD, "nest", pad],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self.lees() == "klaar"

    def lees(self) -> str:
        return self.proces.stdout.readline().rstrip("\n")

    def dood_na(self, keer: int, wachttijd: float, *, na_eerste: bool) -> int:
        """Let a saver go on from a state, kill it, and return the last save that it reported.

        With `na_eerste` the time counts from its first save on.
        """
        self.proces.stdin.write(f"{keer}\n")
        gemeld: list[str] = []
        while not (regel := self.lees()).startswith("kind "):
            assert regel.isdecimal()  # the saver may be faster than its nest
            gemeld.append(regel)
        if na_eerste and not gemeld:
            gemeld.append(self.lees())
        time.sleep(wachttijd)
        os.kill(int(regel.removeprefix("kind ")), signal.SIGKILL)
        while (regel := self.lees()) != "dood":
            assert regel.isdecimal()
            gemeld.append(regel)
        return int(gemeld[-1]) if gemeld else keer


@pytest.fixture
def nest(tmp_path):
    nest = Nest(tmp_path / "a.plan.yaml")
    yield nest
    nest.proces.kill()
    nest.proces.communicate()


def test_kill_op_willekeurige_momenten(tmp_path, nest, record_property):
    pad, standen = tmp_path / "a.plan.yaml", Standen()
    assert len(standen.na(0)) > 3_000_000
    toeval = random.Random(8)  # noqa: S311 - a test must be the same every time
    keer, midden, kills = 0, 0, 0
    # On a quick disk few kills come in the middle of a save: then it takes more of them.
    while kills < KEREN or (midden == 0 and kills < 20 * KEREN):
        kills += 1
        na_eerste = toeval.random() < 0.5
        gemeld = nest.dood_na(keer, toeval.uniform(0, 0.06), na_eerste=na_eerste)
        data = pad.read_bytes()
        # What was reported is there, of every question; the save after it may be there too.
        mogelijk = {standen.na(gemeld): gemeld, standen.na(gemeld + 1): gemeld + 1}
        assert data in mogelijk
        keer = mogelijk[data]
        if [*tmp_path.iterdir()] != [pad]:
            midden += 1
            ruim_op(pad, keer, herken=midden <= 2 * FACTOR)
            assert [*tmp_path.iterdir()] == [pad]
    plan = load_plan(pad, LIJST).plan
    laatste = {i % AANTAL: i for i in range(1, keer + 1)}
    for i, vraag in enumerate(LIJST.vragen):
        assert plan.tekst(vraag).startswith(f"nummer {laatste.get(i, 0):08}\n")
    # Kills did come in the middle of a save, and the lock of a dead saver is free for the next.
    record_property("kills, midden in een bewaring, bewaringen", (kills, midden, keer))
    assert midden > 0
    assert keer > KEREN / 4


def ruim_op(pad, keer: int, *, herken: bool) -> None:
    """Remove what a kill left, as the program would (which has to read 3 MB for it) or not."""
    for rest in pad.parent.glob(".*"):
        os.utime(rest, (0, 0))
        if not herken:
            rest.unlink()
    if herken:
        for rest in find_leftovers(load_plan(pad, LIJST)):
            # Whole, so it was the next save: one answer.
            assert [*rest.antwoorden] == [f"q{(keer + 1) % AANTAL:03}"]
            rest.ruim_op()
