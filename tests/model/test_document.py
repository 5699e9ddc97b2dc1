from __future__ import annotations

import pytest

from uitvoeringsplan.model.document import (
    Cel,
    Document,
    Feit,
    Feiten,
    Kop,
    Lijst,
    Lijstpunt,
    Passage,
    Tabel,
    Tekstdeel,
    alle_inhoud,
    platte_regel,
    rooster,
    words,
)


def t(text: str) -> tuple[Tekstdeel, ...]:
    return (Tekstdeel(text),)


def kop(text: str) -> Kop:
    return Kop(1, "2.1", t(text), text)


TABEL = Tabel(
    ((Cel((Passage(t("een")), Passage(t("naam"))), width=2), Cel(())),),
    ((Cel((kop("diep"),)), Cel((Passage(t("x  y")),)), Cel(())),),
)
CONTENT = (
    Lijst((Lijstpunt((Passage(t("a")), Lijst((Lijstpunt((Passage(t("b")),)),)))),)),
    Feiten((Feit(t("c"), t("d\ne")),)),
    TABEL,
    kop("f"),
)


def test_alle_inhoud_in_leesvolgorde():
    assert [type(block).__name__ for block in alle_inhoud(CONTENT)] == [
        "Lijst", "Passage", "Lijst", "Passage", "Feiten", "Tabel", "Passage", "Passage", "Kop",
        "Passage", "Kop",
    ]  # fmt: skip


def test_de_woorden_van_alles():
    assert words(CONTENT) == ["a", "b", "c", "d", "e", "een", "naam", "diep", "x", "y", "f"]


def test_een_kolom_heet_naar_de_kopcel_erboven():
    assert TABEL.column_names == ("een naam", "een naam", "")
    assert Tabel((), TABEL.rijen).column_names == ()


def test_een_kolom_heet_naar_de_onderste_kopcel_ook_als_die_hoger_begint():
    a, b, c, d = (Cel((Passage(t(name)),)) for name in "ABCD")
    kop_ = ((a._replace(height=2), b._replace(width=2)), (c, d))
    assert Tabel(kop_, ()).column_names == ("A", "C", "D")


def test_het_rooster_heeft_een_vak_per_kolom():
    height, width, los = Cel((), height=2), Cel((), width=2), Cel(())
    assert [
        [(vak.cel, vak.starts) for vak in rij] for rij in rooster(((height, width), (los, los)))
    ] == [
        [(height, True), (width, True), (width, False)],
        [(height, False), (los, True), (los, True)],
    ]
    assert rooster(()) == []


def test_een_regel_heeft_enkele_spaties():
    assert platte_regel((*t(" a\n"), *t("  b "))) == "a b"


def test_koppen_staan_ook_op_het_voorblad_en_in_tabellen():
    document = Document("", "nl", "", (kop("v"),), CONTENT, {})
    assert [platte_regel(k.text) for k in document.koppen] == ["v", "diep", "f"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("", False), ("concept", True), ("ter bespreking", True), ("Vastgesteld", False),
     ("vervallen", False)],
)  # fmt: skip
def test_wat_een_concept_is(status, expected):
    assert Document("", "nl", status, (), (), {}).is_concept is expected
