"""Work counted in lines of Python: the same number in every run, however busy the machine is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def lines(perform: Callable[[], object]) -> int:
    """Return how many steps of Python it takes, in our code and in what it calls."""
    count = 0

    def stap(_frame: FrameType, _kind: str, _value: Any) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return stap

    previous = sys.gettrace()
    sys.settrace(stap)
    try:
        perform()
    finally:
        sys.settrace(previous)
    return count


def growth(perform: Callable[[int], Callable[[], object]], start: int) -> float:
    """Return how many times the work becomes when the size doubles: 2 is linear, 4 is quadratic.

    `perform` prepares the work of a size; only the work itself is counted.
    """
    perform(start)()  # what is loaded or remembered at the first time is no work
    return lines(perform(2 * start)) / lines(perform(start))
