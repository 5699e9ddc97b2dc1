"""Sentences in their order against those that there were: new, changed, moved and gone."""

from __future__ import annotations

import pytest

from uitvoeringsplan.word.fixed.fingerprints import make_sentences
from uitvoeringsplan.word.returned.fixed_order import PlacedSentence, compare_order, quote


def stuk(woorden: str, waar: str = "", regel: int = 0, **rest) -> PlacedSentence:
    (zin,) = make_sentences(woorden)
    return PlacedSentence(zin, regel, waar, **rest)


def toen(tekst: str) -> list[str]:
    return [zin.afdruk for zin in make_sentences(tekst)]


def vergelijk(was: str, *nu: str) -> list[str]:
    return compare_order(toen(was), [stuk(zin, "Doel") for zin in nu])


def test_een_woord_van_een_antwoord_is_niet_de_vaste_tekst_van_elders():
    """Where no control tells where an answer ends, its words may be those of a label further on."""
    was = toen("Vraag. Datum. Einde.")
    antwoord = stuk("Datum.", is_antwoord=True)
    rest = [stuk("Vraag."), antwoord, stuk("Datum."), stuk("Einde.")]
    assert compare_order(was, rest) == []
    assert compare_order(was, [rest[0], antwoord, rest[3]]) == []  # it may as well be the label
    (zin,) = compare_order(was, [antwoord, rest[0], rest[3]])
    assert zin == "Aan het begin van het document is vaste tekst weg (een zin), na “Vraag.”"


def test_dezelfde_zinnen_geven_geen_bericht():
    assert vergelijk("Een. Twee. Twee. Drie.", "Een.", "Twee.", "Twee.", "Drie.") == []
    assert compare_order([], []) == []


@pytest.mark.parametrize(
    ("was", "nu", "zin"),
    [
        ("Een. Twee.", ("Een.", "Anders.", "Twee."), "tekst die er niet stond: “Anders.”"),
        ("Een. Twee. Drie.", ("Een.", "Anders.", "Drie."), "veranderd. Er staat nu: “Anders.”"),
        ("Een. Twee. Drie.", ("Een.", "Drie."), "vaste tekst weg (een zin), na “Een.”"),
        ("Een. Twee. Drie. Vier.", ("Een.", "Vier."), "vaste tekst weg (2 zinnen), na “Een.”"),
        ("Een. Twee. Drie.", ("Twee.", "Drie.", "Een."), "op een andere plaats: “Een.”"),
    ],
)
def test_wat_er_veranderde(was, nu, zin):
    (gezegd,) = vergelijk(was, *nu)
    assert gezegd.startswith("Bij “Doel” ")
    assert gezegd.endswith(zin)


def test_wat_aan_het_begin_weg_is():
    (gezegd,) = vergelijk("Een. Twee.", "Twee.")
    assert gezegd == "Aan het begin van het document is vaste tekst weg (een zin)."


def test_nieuwe_zinnen_achter_elkaar_zijn_een_bericht():
    nu = [stuk("Een.", "Doel"), stuk("Nieuw.", "Doel", 1), stuk("Nog een.", "Doel", 2)]
    (gezegd,) = compare_order(toen("Een."), nu)
    assert gezegd.endswith("tekst die er niet stond: “Nieuw. | Nog een.”")
    tussen = [nu[0], nu[1], PlacedSentence(None, 0, ""), nu[2]]  # an answer stands between them
    assert len(compare_order(toen("Een."), tussen)) == 2


def test_een_tabelrij_die_erbij_kwam():
    rijen = [stuk("Een.", "Doel", rij=(0, 0)), stuk("Nieuw.", "Doel", rij=(0, 1))]
    (gezegd,) = compare_order(toen("Een."), rijen)
    assert gezegd == "Bij “Doel” is een tabelrij bijgekomen: “Nieuw.”"
    ernaast = [rijen[0], stuk("Nieuw.", "Doel", rij=(0, 0))]
    assert "tekst die er niet stond" in compare_order(toen("Een."), ernaast)[0]


def test_een_kop_noemt_zichzelf_niet():
    (gezegd,) = compare_order(toen("Doel en gebruik"), [stuk("Doel", "Doel")])
    assert gezegd == "Vaste tekst is veranderd. Er staat nu: “Doel”."


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("woord", "“woord”."), ("Zin.", "“Zin.”"), ("Echt?", "“Echt?”"),
        ("x" * 300, f"“{'x' * 300}”."), ("x" * 301, f"“{'x' * 299}…”"),
    ],
)  # fmt: skip
def test_een_citaat_is_het_eind_van_een_zin(tekst, kort):
    assert quote(tekst) == kort
