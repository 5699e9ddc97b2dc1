"""Who stands on which side, and in what order, so that few lines cross."""

from __future__ import annotations

import pytest
from drawing_examples import kaart, keten, paren, ster

from uitvoeringsplan.drawing.map_order import (
    join_maps,
    kruisingen,
    part_of_map,
    put_in_order,
    separate_maps,
)


@pytest.mark.parametrize("rijen", [paren(5), keten(9), ster(7)])
def test_wie_tegenover_elkaar_staat_staat_aan_weerszijden(rijen):
    for deel in separate_maps(kaart(*rijen)):
        ordening = put_in_order(deel)
        assert all((t.wij in ordening.links) != (t.zij in ordening.links) for t in ordening.midden)
        assert kruisingen(ordening) == 0


def test_wij_staat_meestal_links():
    deel = kaart(("a", "b", "", ""), ("a", "c", "", ""), ("c", "d", "", ""))
    ordening = put_in_order(deel)
    assert [deel.groepen[nr] for nr in ordening.links] == ["a", "d"]


def test_kruisingen_worden_minder():
    """Rows in an order that would cross, set so that nothing crosses."""
    rijen = [("a", "z", "1", ""), ("b", "y", "2", ""), ("a", "y", "3", "")]
    ordening = put_in_order(kaart(*rijen))
    assert kruisingen(ordening) == 0
    assert [t.thema for t in ordening.midden] in (["1", "3", "2"], ["2", "3", "1"])


def test_losse_delen_en_weer_samen():
    heel = kaart(("a", "b", "1", ""), ("c", "d", "2", ""), ("b", "e", "3", ""))
    delen = separate_maps(heel)
    assert [deel.groepen for deel in delen] == [("a", "b", "e"), ("c", "d")]
    terug = join_maps(delen)
    assert terug.groepen == ("a", "b", "e", "c", "d")
    assert [(terug.groepen[t.wij], terug.groepen[t.zij]) for t in terug.tegenstellingen] == [
        ("a", "b"),
        ("b", "e"),
        ("c", "d"),
    ]


def test_een_deel_heeft_alleen_zijn_eigen_groepen():
    heel = kaart(("a", "b", "1", ""), ("c", "d", "2", ""), ("b", "d", "3", ""))
    deel = part_of_map(heel, heel.tegenstellingen[1:])
    assert deel.groepen == ("b", "c", "d")
    assert [(deel.groepen[t.wij], deel.groepen[t.zij], t.thema) for t in deel.tegenstellingen] == [
        ("c", "d", "2"), ("b", "d", "3"),
    ]  # fmt: skip


def test_een_ring_van_drie_laat_er_twee_aan_een_kant():
    ordening = put_in_order(kaart(("a", "b", "x", ""), ("b", "c", "y", ""), ("c", "a", "z", "")))
    assert sorted((len(ordening.links), len(ordening.rechts))) == [1, 2]


def test_een_groep_tegenover_zichzelf():
    ordening = put_in_order(kaart(("a", "a", "x", "")))
    assert (ordening.links, ordening.rechts) == ((0,), ())
    assert kruisingen(ordening) == 0


def test_twee_lijnen_die_kruisen_tellen_aan_elke_kant():
    deel = kaart(("a", "z", "1", ""), ("b", "y", "2", ""))
    recht = put_in_order(kaart(("a", "z", "1", ""), ("b", "z", "2", "")))
    assert kruisingen(recht) == 0
    links = tuple(deel.groepen.index(naam) for naam in "ba")
    rechts = tuple(deel.groepen.index(naam) for naam in "zy")
    assert kruisingen(recht._replace(links=links, midden=deel.tegenstellingen, rechts=rechts)) == 1
    gekruist = recht._replace(links=links, midden=deel.tegenstellingen, rechts=rechts[::-1])
    assert kruisingen(gekruist) == 2
