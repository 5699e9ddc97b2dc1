"""A table as a document shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.tabel import read_tabel, sorted_rows, visible_tabel, write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag

KOLOMMEN = (
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", TYPES["datum"]),
    Kolom("tal", "Aantal", TYPES["getal"]),
)


def vraag(sorteer: str = "") -> Vraag:
    return Vraag(
        id="t", label="T", vraag="?", type=TYPES["tabel"], kolommen=KOLOMMEN, sorteer=sorteer
    )


RIJEN = write_tabel([
    ("c", "2027-05-01", "10"),
    ("A", "", "-2"),
    ("b", "2026-12-31", ""),
    ("a", "2027-05-01", "9"),
    ("", "", "100"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("sorteer", "order"),
    [
        ("", "cAba "),
        ("dag", "bcaA "),  # equal days and rows without one keep their order
        ("tal", "Aac b"),  # as numbers, below zero first
        ("wat", "Aabc "),  # capitals do not count
    ],
)
def test_de_volgorde_van_de_rijen(sorteer, order):
    assert "".join(rij[0] or " " for rij in sorted_rows(vraag(sorteer), RIJEN)) == order


def test_datums_in_woorden_en_kopregel_van_labels():
    koppen, rijen = visible_tabel(vraag("dag"), "| x | 2027-05-01 | 3 |")
    assert koppen == ("Wat", "Dag", "Aantal")
    assert rijen == (("x", "1 mei 2027", "3"),)


def test_een_kolom_waar_niets_in_staat_valt_weg():
    koppen, rijen = visible_tabel(vraag("dag"), "| x |  | 3 |\n|  |  | 4 |")
    assert (koppen, rijen) == (("Wat", "Aantal"), (("x", "3"), ("", "4")))


@pytest.mark.parametrize("value", ["", "\n\n"])
def test_zonder_rijen_is_er_niets(value):
    assert visible_tabel(vraag("dag"), value) == ((), ())


def test_wat_geen_datum_is_blijft_zoals_het_er_staat():
    assert visible_tabel(vraag(), "|  | medio 2027 |  |") == (("Dag",), (("medio 2027",),))


def test_een_rij_met_te_weinig_cellen_is_een_fout():
    with pytest.raises(TabelError, match="hier horen 3 cellen"):
        sorted_rows(vraag(), "| a | b |")


CEL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=8)


@trials(200)
@given(
    cellen=st.lists(st.tuples(CEL, CEL, CEL), max_size=6),
    sorteer=st.sampled_from(["", *(kolom.id for kolom in KOLOMMEN)]),
)
def test_sorteren_verliest_en_verzint_niets(cellen, sorteer):
    text = write_tabel(cellen)
    rijen = read_tabel(KOLOMMEN, text)
    in_order = sorted_rows(vraag(sorteer), text)
    assert sorted(in_order) == sorted(rijen)
    if sorteer:
        place = [kolom.id for kolom in KOLOMMEN].index(sorteer)
        empty = [not rij[place] for rij in in_order]
        assert empty == sorted(empty)
    koppen, visible = visible_tabel(vraag(sorteer), text)
    assert all(len(rij) == len(koppen) for rij in visible)
    assert len(visible) == len(rijen)
    assert all(map(any, zip(*visible, strict=True)))
