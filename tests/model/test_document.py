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
    woorden,
)


def t(tekst: str) -> tuple[Tekstdeel, ...]:
    return (Tekstdeel(tekst),)


def kop(tekst: str) -> Kop:
    return Kop(1, "2.1", t(tekst), tekst)


TABEL = Tabel(
    ((Cel((Passage(t("een")), Passage(t("naam"))), breed=2), Cel(())),),
    ((Cel((kop("diep"),)), Cel((Passage(t("x  y")),)), Cel(())),),
)
INHOUD = (
    Lijst((Lijstpunt((Passage(t("a")), Lijst((Lijstpunt((Passage(t("b")),)),)))),)),
    Feiten((Feit(t("c"), t("d\ne")),)),
    TABEL,
    kop("f"),
)


def test_alle_inhoud_in_leesvolgorde():
    assert [type(blok).__name__ for blok in alle_inhoud(INHOUD)] == [
        "Lijst", "Passage", "Lijst", "Passage", "Feiten", "Tabel", "Passage", "Passage", "Kop",
        "Passage", "Kop",
    ]  # fmt: skip


def test_de_woorden_van_alles():
    assert woorden(INHOUD) == ["a", "b", "c", "d", "e", "een", "naam", "diep", "x", "y", "f"]


def test_een_kolom_heet_naar_de_kopcel_erboven():
    assert TABEL.kolomnamen == ("een naam", "een naam", "")
    assert Tabel((), TABEL.rijen).kolomnamen == ()


def test_een_kolom_heet_naar_de_onderste_kopcel_ook_als_die_hoger_begint():
    a, b, c, d = (Cel((Passage(t(naam)),)) for naam in "ABCD")
    kop_ = ((a._replace(hoog=2), b._replace(breed=2)), (c, d))
    assert Tabel(kop_, ()).kolomnamen == ("A", "C", "D")


def test_het_rooster_heeft_een_vak_per_kolom():
    hoog, breed, los = Cel((), hoog=2), Cel((), breed=2), Cel(())
    assert [
        [(vak.cel, vak.begint) for vak in rij] for rij in rooster(((hoog, breed), (los, los)))
    ] == [[(hoog, True), (breed, True), (breed, False)], [(hoog, False), (los, True), (los, True)]]
    assert rooster(()) == []


def test_een_regel_heeft_enkele_spaties():
    assert platte_regel((*t(" a\n"), *t("  b "))) == "a b"


def test_koppen_staan_ook_op_het_voorblad_en_in_tabellen():
    document = Document("", "nl", "", (kop("v"),), INHOUD, {})
    assert [platte_regel(k.tekst) for k in document.koppen] == ["v", "diep", "f"]


@pytest.mark.parametrize(
    ("status", "verwacht"),
    [("", False), ("concept", True), ("ter bespreking", True), ("Vastgesteld", False),
     ("vervallen", False)],
)  # fmt: skip
def test_wat_een_concept_is(status, verwacht):
    assert Document("", "nl", status, (), (), {}).is_concept is verwacht
