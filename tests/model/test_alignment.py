"""Laying two rows beside each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.model import alignment
from uitvoeringsplan.model.alignment import equal_pairs, similar_pairs

rij = st.lists(st.integers(0, 6), max_size=30)
# With one thing to a row the search for fixed points never ends in comparing all with all.
lange_rij = st.lists(st.integers(0, 200), min_size=210, max_size=260)


def loopt_op(pairs: list[tuple[int, int]]) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@trials(500)
@given(rij, rij)
def test_gelijk_en_op_volgorde(old, new):
    pairs = equal_pairs(old, new)
    assert loopt_op(pairs)
    assert all(old[i] == new[j] for i, j in pairs)
    if old == new:
        assert len(pairs) == len(old)
    if set(old) & set(new):
        assert pairs


@trials(50)
@given(lange_rij, lange_rij)
def test_ook_als_de_rijen_te_lang_zijn_om_alles_te_bekijken(old, new):
    assert len(old) * len(new) > alignment._MAX_PAIRS
    pairs = equal_pairs(old, new)
    assert loopt_op(pairs)
    assert all(old[i] == new[j] for i, j in pairs)


def test_vaste_punten_zijn_wat_een_keer_voorkomt():
    old = ["x"] * 300 + ["eerste"] + ["y"] * 300 + ["tweede"] + ["z"] * 300
    new = ["p"] * 300 + ["eerste"] + ["q"] * 300 + ["tweede"] + ["r"] * 300
    assert equal_pairs(old, new) == [(300, 300), (601, 601)]


def test_wat_los_is_houdt_niets_vast():
    """A blank in both is no reason to put two texts beside each other."""
    assert equal_pairs("a b", "c d", str.isspace) == []
    assert equal_pairs("a b c", "x b y", str.isspace) == [(1, 1), (2, 2), (3, 3)]


@trials(300)
@given(st.lists(st.frozensets(st.integers(0, 9)), max_size=12), st.data())
def test_gelijkenis_is_op_volgorde_en_nooit_te_weinig(old, data):
    new = data.draw(
        st.lists(
            st.frozensets(st.integers(0, 9)) | st.sampled_from(old or [frozenset()]), max_size=12
        )
    )
    pairs = similar_pairs(old, new, 0.4)
    assert loopt_op(pairs)
    for i, j in pairs:
        together = len(old[i]) + len(new[j])
        assert together
        assert 2 * len(old[i] & new[j]) / together >= 0.4


def test_de_beste_gelijkenis_wint():
    old = [frozenset("abcd")]
    new = [frozenset("abxy"), frozenset("abcx"), frozenset("zq")]
    assert similar_pairs(old, new, 0.4) == [(0, 1)]


def test_van_veel_rijen_komt_ook_antwoord():
    old = [frozenset({n, n + 1_000}) for n in range(300)]
    new = [frozenset({-n}) for n in range(1, 6)] + [frozenset({n, -9}) for n in range(300)]
    assert similar_pairs(old, new, 0.4) == [(n, n + 5) for n in range(300)]
