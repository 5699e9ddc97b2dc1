"""Work counted in lines of Python: the same number in every run, however busy the machine is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def regels(doe: Callable[[], object]) -> int:
    """Return how many steps of Python it takes, in our code and in what it calls."""
    aantal = 0

    def stap(_frame: FrameType, _soort: str, _waarde: Any) -> Callable[..., Any]:
        nonlocal aantal
        aantal += 1
        return stap

    vorige = sys.gettrace()
    sys.settrace(stap)
    try:
        doe()
    finally:
        sys.settrace(vorige)
    return aantal


def groei(doe: Callable[[int], Callable[[], object]], van: int) -> float:
    """Return how many times the work becomes when the size doubles: 2 is linear, 4 is quadratic.

    `doe` prepares the work of a size; only the work itself is counted.
    """
    doe(van)()  # what is loaded or remembered at the first time is no work
    return regels(doe(2 * van)) / regels(doe(van))
