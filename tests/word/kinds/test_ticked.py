"""Which answer boxes give, and which box an answer ticks."""

from __future__ import annotations

import pytest
from field_samples import vraag

from uitvoeringsplan.word.kinds.ticked import answer_of, is_ticked

YES = vraag("akkoord", "jaanee")
SOME = vraag("maat", "meerkeuze", "Klein", "Groot")


@pytest.mark.parametrize(
    ("one", "boxes", "ticked", "was", "answer"),
    [
        (YES, [1], [1], "", "ja"),
        (YES, [1], [], "", ""),
        (YES, [1], [], "iets", "nee"),
        (YES, [1, 2], [2], "", "nee"),
        (YES, [1, 2], [], "iets", ""),
        (SOME, [1, 2], [2, 1], "", "Klein; Groot"),
        (SOME, [1, 2, 3], [3], "", ""),
    ],
)
def test_het_antwoord_van_vakjes(one, boxes, ticked, was, answer):
    assert answer_of(one, boxes, ticked, was=was) == answer


def test_een_vakje_staat_aan_bij_zijn_eigen_keuze():
    assert [is_ticked(SOME, n, "- Groot") for n in (1, 2, 3)] == [False, True, False]
    assert [is_ticked(YES, n, "ja") for n in (0, 1, 2)] == [True, True, False]
