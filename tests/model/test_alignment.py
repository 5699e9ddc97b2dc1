"""Laying two rows beside each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.model import alignment
from uitvoeringsplan.model.alignment import equal_pairs, similar_pairs

rij = st.lists(st.integers(0, 6), max_size=30)
# With one thing to a row the search for fixed points never ends in comparing all with all.
lange_rij = st.lists(st.integers(0, 200), min_size=210, max_size=260)


def loopt_op(paren: list[tuple[int, int]]) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in pairwise(paren))


@proeven(500)
@given(rij, rij)
def test_gelijk_en_op_volgorde(oud, nieuw):
    paren = equal_pairs(oud, nieuw)
    assert loopt_op(paren)
    assert all(oud[i] == nieuw[j] for i, j in paren)
    if oud == nieuw:
        assert len(paren) == len(oud)
    if set(oud) & set(nieuw):
        assert paren


@proeven(50)
@given(lange_rij, lange_rij)
def test_ook_als_de_rijen_te_lang_zijn_om_alles_te_bekijken(oud, nieuw):
    assert len(oud) * len(nieuw) > alignment._MAX_PAIRS
    paren = equal_pairs(oud, nieuw)
    assert loopt_op(paren)
    assert all(oud[i] == nieuw[j] for i, j in paren)


def test_vaste_punten_zijn_wat_een_keer_voorkomt():
    oud = ["x"] * 300 + ["eerste"] + ["y"] * 300 + ["tweede"] + ["z"] * 300
    nieuw = ["p"] * 300 + ["eerste"] + ["q"] * 300 + ["tweede"] + ["r"] * 300
    assert equal_pairs(oud, nieuw) == [(300, 300), (601, 601)]


def test_wat_los_is_houdt_niets_vast():
    """A blank in both is no reason to put two texts beside each other."""
    assert equal_pairs("a b", "c d", str.isspace) == []
    assert equal_pairs("a b c", "x b y", str.isspace) == [(1, 1), (2, 2), (3, 3)]


@proeven(300)
@given(st.lists(st.frozensets(st.integers(0, 9)), max_size=12), st.data())
def test_gelijkenis_is_op_volgorde_en_nooit_te_weinig(oud, data):
    nieuw = data.draw(
        st.lists(
            st.frozensets(st.integers(0, 9)) | st.sampled_from(oud or [frozenset()]), max_size=12
        )
    )
    paren = similar_pairs(oud, nieuw, 0.4)
    assert loopt_op(paren)
    for i, j in paren:
        samen = len(oud[i]) + len(nieuw[j])
        assert samen
        assert 2 * len(oud[i] & nieuw[j]) / samen >= 0.4


def test_de_beste_gelijkenis_wint():
    oud = [frozenset("abcd")]
    nieuw = [frozenset("abxy"), frozenset("abcx"), frozenset("zq")]
    assert similar_pairs(oud, nieuw, 0.4) == [(0, 1)]


def test_van_veel_rijen_komt_ook_antwoord():
    oud = [frozenset({n, n + 1_000}) for n in range(300)]
    nieuw = [frozenset({-n}) for n in range(1, 6)] + [frozenset({n, -9}) for n in range(300)]
    assert similar_pairs(oud, nieuw, 0.4) == [(n, n + 5) for n in range(300)]
