"""Runs programs in turn, each as a whole process, and says what every run took."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OUT = "uit"  # the folder for what a run makes; it is empty before each one
_MIB = 1024**2 if sys.platform == "darwin" else 1024
# With that variable a program without `__pycache__` would be compiled again in every run.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Run(NamedTuple):
    """What one run took, the processes that it started and waited for included."""

    processor: float  # milliseconds
    clock: float  # milliseconds
    memory: float  # MiB, of the largest process
    output: str


def run(command: list[str]) -> Run:
    """Run a program to its end; ends the measurement when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_ENVIRONMENT,
    )
    with process.stdout:
        output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"mislukt ({process.returncode}): {' '.join(command)[:300]}\n{output[-2000:]}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(1000 * processor, 1000 * clock, usage.ru_maxrss / _MIB, output)


def alternate(
    commands: Mapping[str, list[str]], pairs: int, check: Callable[[str, Run], None]
) -> dict[str, list[Run]]:
    """Run all commands in turn, every round in the other direction.

    The round before the first warms the caches up and does not count; it is checked instead.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for round_ in range(pairs + 1):
        for name in sorted(commands, key=list(commands).index, reverse=round_ % 2 == 0):
            shutil.rmtree(OUT, ignore_errors=True)
            Path(OUT).mkdir()
            one = run(commands[name])
            if round_:
                runs[name].append(one)
            else:
                check(name, one)
    return runs
