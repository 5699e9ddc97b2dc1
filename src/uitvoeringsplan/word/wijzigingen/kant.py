"""One side of a comparison: what a plan has for one control."""

from __future__ import annotations

from typing import NamedTuple


class Kant(NamedTuple):
    """What one plan has for a control: an answer, or else the words that stand for none.

    Both are empty when the control shows its placeholder.
    """

    waarde: str
    leegtekst: str
