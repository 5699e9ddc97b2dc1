"""Random answers that two people edit: what is put together was written by somebody.

UVP_PROEVEN=100 makes them the 100,000 of the promise.
"""

from __future__ import annotations

import random

import pytest

from merge_judge import errors
from random_edits import Blok, blocks, edited, text
from trials import times
from uitvoeringsplan.model.sentence_merge import merge_markup

PER_SERIES = times(250)


def case(number: str) -> tuple[list[Blok], tuple[list[Blok], list[Blok]]]:
    r = random.Random(number)  # noqa: S311 - a fixed draw
    basis = blocks(r)
    return basis, (edited(r, basis), edited(r, basis))


@pytest.mark.parametrize("series", range(4))
def test_wat_samengaat_schreef_iemand(series):
    together = clash = 0
    for number in range(PER_SERIES):
        basis, sides = case(f"{series}-{number}")
        was, one, other = (text(side) for side in (basis, *sides))
        if one == other or was in (one, other):
            continue
        result = merge_markup(was, one, other)
        assert result == merge_markup(was, other, one), "wie eerst komt maakt niets uit"
        if result is None:
            clash += 1
            continue
        together += 1
        assert errors(basis, sides, result) == [], f"geval {series}-{number}:\n{result}"
    # Neither all nor nothing: both outcomes are tried.
    assert together > PER_SERIES / 20
    assert clash > PER_SERIES / 20
