"""What a measure is: what it gets, what it needs, and the rows that it returns."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runs import Run


class Setup(NamedTuple):
    """What the user asked for."""

    program: str
    other: str  # another build of it, or empty
    pairs: int  # zero: as many as the measure finds enough


class Measure(NamedTuple):
    """A measure that can be chosen by name."""

    run: Callable[[Setup], list[Row]]
    pairs: int  # how many are enough
    lacks: Callable[[Setup], str] = lambda _: ""  # what it needs that is not there, or empty


class Row(NamedTuple):
    """A figure of two programs, pair after pair."""

    name: str
    goal: str
    these: Sequence[float]
    those: Sequence[float]

    @property
    def cells(self) -> tuple[str, ...]:
        """The ratio in the middle of all pairs, the goal, both medians and the number of pairs."""
        ratio = statistics.median(a / b for a, b in zip(self.these, self.those, strict=True))
        medians = (f"{statistics.median(side):.1f}" for side in (self.these, self.those))
        return self.name, f"{ratio:.2f}", self.goal, *medians, str(len(self.these))


def time_rows(name: str, goal: str, these: Sequence[Run], those: Sequence[Run]) -> list[Row]:
    """Return the processor time, which the goal is for, and the time on the clock."""
    return [
        Row(name, goal, [r.processor for r in these], [r.processor for r in those]),
        Row("  op de klok", "", [r.clock for r in these], [r.clock for r in those]),
    ]


def memory_row(goal: str, these: Sequence[Run], those: Sequence[Run]) -> Row:
    """Return the most memory that was in use."""
    name = "  hoogste geheugen (MiB)"
    return Row(name, goal, [r.memory for r in these], [r.memory for r in those])


def print_rows(rows: list[Row]) -> None:
    """Print a line for each row."""
    for row in rows:
        print_cells(*row.cells)


def print_cells(name: str, *cells: str) -> None:
    """Print a line of the table."""
    print(f"{name:28}" + "".join(f"{cell:>12}" for cell in cells), flush=True)
