"""Sentences in their order against those that there were: new, changed, moved and gone."""

from __future__ import annotations

import pytest

from uitvoeringsplan.model.three_way import FixedChange
from uitvoeringsplan.word.fixed.fingerprints import (
    KnownSentence,
    decode,
    encode,
    make_sentences,
)
from uitvoeringsplan.word.returned import fixed_order
from uitvoeringsplan.word.returned.fixed_order import PlacedSentence, quote


def run(words: str, where: str = "", line: int = 0, **rest) -> PlacedSentence:
    (zin,) = make_sentences(words)
    return PlacedSentence(zin, line, where, **rest)


def then_(text: str) -> list[KnownSentence]:
    return [decode(encode(zin)) for zin in make_sentences(text)]


def compare_order(then: list[KnownSentence], pieces: list[PlacedSentence]) -> list[str]:
    return [one.message for one in fixed_order.compare_order(then, pieces)]


def vergelijk(was: str, *nu: str) -> list[str]:
    return compare_order(then_(was), [run(zin, "Doel") for zin in nu])


def test_een_woord_van_een_antwoord_is_niet_de_vaste_tekst_van_elders():
    """Where no control tells where an answer ends, its words may be those of a label further on."""
    was = then_("Vraag. Datum. Einde.")
    antwoord = run("Datum.", is_antwoord=True)
    rest = [run("Vraag."), antwoord, run("Datum."), run("Einde.")]
    assert compare_order(was, rest) == []
    assert compare_order(was, [rest[0], antwoord, rest[3]]) == []  # it may as well be the label
    (zin,) = compare_order(was, [antwoord, rest[0], rest[3]])
    assert zin == "Aan het begin van het document is vaste tekst weg (een zin), na “Vraag.”"


def test_elk_verschil_noemt_zijn_plaats_zijn_woorden_en_zijn_vraag():
    now = [run("Vier.", "Doel", 1), run("Een.", "Doel", 2), run("Anders.", "Doel", 3),
           run("Drie.", "Doel", 4), run("Nieuw.", "Plan", 5, rij=(0, 1))]  # fmt: skip
    found = fixed_order.compare_order(
        then_("Een. Twee. Drie. Vier. Vijf."), now, "abcdef".__getitem__
    )
    assert [one[1:] for one in found] == [
        (FixedChange.CHANGED, "Doel", "Anders.", "d"),
        (FixedChange.ROW, "Plan", "Nieuw.", "f"),
        (FixedChange.GONE, "Doel", "", "b"),
        (FixedChange.MOVED, "Doel", "Vier.", "b"),
    ]
    assert all(one.words in one.message and one.where in one.message for one in found)


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
    (said,) = vergelijk(was, *nu)
    assert said.startswith("Bij “Doel” ")
    assert said.endswith(zin)


def test_wat_aan_het_begin_weg_is():
    (said,) = vergelijk("Een. Twee.", "Twee.")
    assert said == "Aan het begin van het document is vaste tekst weg (een zin)."


def test_nieuwe_zinnen_achter_elkaar_zijn_een_bericht():
    nu = [run("Een.", "Doel"), run("Nieuw.", "Doel", 1), run("Nog een.", "Doel", 2)]
    (said,) = compare_order(then_("Een."), nu)
    assert said.endswith("tekst die er niet stond: “Nieuw. | Nog een.”")
    between = [nu[0], nu[1], PlacedSentence(None, 0, ""), nu[2]]  # an answer stands between them
    assert len(compare_order(then_("Een."), between)) == 2


def test_een_tabelrij_die_erbij_kwam():
    rows = [run("Een.", "Doel", rij=(0, 0)), run("Nieuw.", "Doel", rij=(0, 1))]
    (said,) = compare_order(then_("Een."), rows)
    assert said == "Bij “Doel” is een tabelrij bijgekomen: “Nieuw.”"
    beside = [rows[0], run("Nieuw.", "Doel", rij=(0, 0))]
    assert "tekst die er niet stond" in compare_order(then_("Een."), beside)[0]


def test_een_kop_noemt_zichzelf_niet():
    (said,) = compare_order(then_("Doel en gebruik"), [run("Doel", "Doel")])
    assert said == "Vaste tekst is veranderd. Er staat nu: “Doel”."


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("woord", "“woord”."), ("Zin.", "“Zin.”"), ("Echt?", "“Echt?”"),
        ("x" * 300, f"“{'x' * 300}”."), ("x" * 301, f"“{'x' * 299}…”"),
    ],
)  # fmt: skip
def test_een_citaat_is_het_eind_van_een_zin(text, short):
    assert quote(text) == short
