"""Who stands on which side, and in what order, so that few lines cross."""

from __future__ import annotations

import pytest
from drawing_examples import chain, kaart, pairs, star

from uitvoeringsplan.drawing.map_order import (
    crossings,
    join_maps,
    part_of_map,
    put_in_order,
    separate_maps,
)


@pytest.mark.parametrize("rijen", [pairs(5), chain(9), star(7)])
def test_wie_tegenover_elkaar_staat_staat_aan_weerszijden(rijen):
    for part in separate_maps(kaart(*rijen)):
        ordering = put_in_order(part)
        assert all((t.wij in ordering.links) != (t.zij in ordering.links) for t in ordering.midden)
        assert crossings(ordering) == 0


def test_wij_staat_meestal_links():
    part = kaart(("a", "b", "", ""), ("a", "c", "", ""), ("c", "d", "", ""))
    ordering = put_in_order(part)
    assert [part.groups[nr] for nr in ordering.links] == ["a", "d"]


def test_kruisingen_worden_minder():
    """Rows in an order that would cross, set so that nothing crosses."""
    rijen = [("a", "z", "1", ""), ("b", "y", "2", ""), ("a", "y", "3", "")]
    ordering = put_in_order(kaart(*rijen))
    assert crossings(ordering) == 0
    assert [t.theme for t in ordering.midden] in (["1", "3", "2"], ["2", "3", "1"])


def test_losse_delen_en_weer_samen():
    heel = kaart(("a", "b", "1", ""), ("c", "d", "2", ""), ("b", "e", "3", ""))
    parts = separate_maps(heel)
    assert [part.groups for part in parts] == [("a", "b", "e"), ("c", "d")]
    terug = join_maps(parts)
    assert terug.groups == ("a", "b", "e", "c", "d")
    assert [(terug.groups[t.wij], terug.groups[t.zij]) for t in terug.tegenstellingen] == [
        ("a", "b"),
        ("b", "e"),
        ("c", "d"),
    ]


def test_een_deel_heeft_alleen_zijn_eigen_groepen():
    heel = kaart(("a", "b", "1", ""), ("c", "d", "2", ""), ("b", "d", "3", ""))
    part = part_of_map(heel, heel.tegenstellingen[1:])
    assert part.groups == ("b", "c", "d")
    assert [(part.groups[t.wij], part.groups[t.zij], t.theme) for t in part.tegenstellingen] == [
        ("c", "d", "2"), ("b", "d", "3"),
    ]  # fmt: skip


def test_een_ring_van_drie_laat_er_twee_aan_een_kant():
    ordering = put_in_order(kaart(("a", "b", "x", ""), ("b", "c", "y", ""), ("c", "a", "z", "")))
    assert sorted((len(ordering.links), len(ordering.right))) == [1, 2]


def test_een_groep_tegenover_zichzelf():
    ordering = put_in_order(kaart(("a", "a", "x", "")))
    assert (ordering.links, ordering.right) == ((0,), ())
    assert crossings(ordering) == 0


def test_twee_lijnen_die_kruisen_tellen_aan_elke_kant():
    part = kaart(("a", "z", "1", ""), ("b", "y", "2", ""))
    recht = put_in_order(kaart(("a", "z", "1", ""), ("b", "z", "2", "")))
    assert crossings(recht) == 0
    links = tuple(part.groups.index(name) for name in "ba")
    right = tuple(part.groups.index(name) for name in "zy")
    assert crossings(recht._replace(links=links, midden=part.tegenstellingen, right=right)) == 1
    gekruist = recht._replace(links=links, midden=part.tegenstellingen, right=right[::-1])
    assert crossings(gekruist) == 2
