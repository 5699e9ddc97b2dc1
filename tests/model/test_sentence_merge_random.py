"""Random answers that two people edit: what is put together was written by somebody.

UVP_PROEVEN=100 makes them the 100,000 of the promise.
"""

from __future__ import annotations

import random

import pytest

from merge_judge import fouten
from random_edits import Blok, bewerkt, blokken, tekst
from trials import keren
from uitvoeringsplan.model.sentence_merge import merge_markup

PER_REEKS = keren(250)


def geval(nummer: str) -> tuple[list[Blok], tuple[list[Blok], list[Blok]]]:
    r = random.Random(nummer)  # noqa: S311 - a fixed draw
    basis = blokken(r)
    return basis, (bewerkt(r, basis), bewerkt(r, basis))


@pytest.mark.parametrize("reeks", range(4))
def test_wat_samengaat_schreef_iemand(reeks):
    samen = botsing = 0
    for nummer in range(PER_REEKS):
        basis, kanten = geval(f"{reeks}-{nummer}")
        was, een, ander = (tekst(kant) for kant in (basis, *kanten))
        if een == ander or was in (een, ander):
            continue
        uit = merge_markup(was, een, ander)
        assert uit == merge_markup(was, ander, een), "wie eerst komt maakt niets uit"
        if uit is None:
            botsing += 1
            continue
        samen += 1
        assert fouten(basis, kanten, uit) == [], f"geval {reeks}-{nummer}:\n{uit}"
    # Neither all nor nothing: both outcomes are tried.
    assert samen > PER_REEKS / 20
    assert botsing > PER_REEKS / 20
