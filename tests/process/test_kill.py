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
from saving_process import COUNT, LIJST, PATH, Standen

from trials import FACTOR, times
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import find_leftovers

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dit systeem kan niet splitsen")
TIMES = times(25, 6)  # UVP_PROEVEN=8 makes them 200


class Nest:
    """Gives savers, and kills them."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, PATH, "nest", path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self.read() == "klaar"

    def read(self) -> str:
        return self.process.stdout.readline().rstrip("\n")

    def dood_after(self, round_: int, wachttijd: float, *, after_first: bool) -> int:
        """Let a saver go on from a state, kill it, and return the last save that it reported.

        With `after_first` the time counts from its first save on.
        """
        self.process.stdin.write(f"{round_}\n")
        reported: list[str] = []
        while not (line := self.read()).startswith("kind "):
            assert line.isdecimal()  # the saver may be faster than its nest
            reported.append(line)
        if after_first and not reported:
            reported.append(self.read())
        time.sleep(wachttijd)
        os.kill(int(line.removeprefix("kind ")), signal.SIGKILL)
        while (line := self.read()) != "dood":
            assert line.isdecimal()
            reported.append(line)
        return int(reported[-1]) if reported else round_


@pytest.fixture
def nest(tmp_path):
    nest = Nest(tmp_path / "a.plan.yaml")
    yield nest
    nest.process.kill()
    nest.process.communicate()


def test_kill_op_willekeurige_momenten(tmp_path, nest, record_property):
    path, standen = tmp_path / "a.plan.yaml", Standen()
    assert len(standen.after(0)) > 3_000_000
    chance = random.Random(8)  # noqa: S311 - a test must be the same every time
    time, midden, kills = 0, 0, 0
    # On a quick disk few kills come in the middle of a save: then it takes more of them.
    while kills < TIMES or (midden == 0 and kills < 20 * TIMES):
        kills += 1
        after_first = chance.random() < 0.5
        reported = nest.dood_after(time, chance.uniform(0, 0.06), after_first=after_first)
        data = path.read_bytes()
        # What was reported is there, of every question; the save after it may be there too.
        possible = {standen.after(reported): reported, standen.after(reported + 1): reported + 1}
        assert data in possible
        time = possible[data]
        if [*tmp_path.iterdir()] != [path]:
            midden += 1
            clean_up(path, time, herken=midden <= 2 * FACTOR)
            assert [*tmp_path.iterdir()] == [path]
    plan = load_plan(path, LIJST).plan
    last = {i % COUNT: i for i in range(1, time + 1)}
    for i, vraag in enumerate(LIJST.vragen):
        assert plan.text(vraag).startswith(f"nummer {last.get(i, 0):08}\n")
    # Kills did come in the middle of a save, and the lock of a dead saver is free for the next.
    record_property("kills, midden in een bewaring, bewaringen", (kills, midden, time))
    assert midden > 0
    assert time > TIMES / 4


def clean_up(path, time: int, *, herken: bool) -> None:
    """Remove what a kill left, as the program would (which has to read 3 MB for it) or not."""
    for rest in path.parent.glob(".*"):
        os.utime(rest, (0, 0))
        if not herken:
            rest.unlink()
    if herken:
        for rest in find_leftovers(load_plan(path, LIJST)):
            # Whole, so it was the next save: one answer.
            assert [*rest.antwoorden] == [f"q{(time + 1) % COUNT:03}"]
            rest.clean_up()
