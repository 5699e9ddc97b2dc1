"""Flat points become lists in lists, and facts below each other one block."""

from __future__ import annotations

import pytest
from docx_to_read import (
    control,
    paragraph,
    punt,
    read,
    run,
    sketch,
)

from uitvoeringsplan.document.outline import LoosePoint, build_up, split_at_tab, tidy
from uitvoeringsplan.model.document import (
    Feit,
    Feiten,
    Lijst,
    Passage,
    Tekstdeel,
    Telwijze,
)
from uitvoeringsplan.ooxml.counters import Counted

FEITEN = [
    paragraph("Status", run("<w:tab/>"), "concept", style="UvpFeit"),
    paragraph("Datum", run("<w:tab/>"), control(run("1 mei 2027")), style="UvpFeit"),
]


def test_feiten_staan_bij_elkaar():
    document = read(*FEITEN, paragraph("Los", style="UvpFeit"), paragraph("Kaal<w:tab/>"))
    assert sketch((*document.cover, *document.content))[:2] == [
        {"Status": "concept", "Datum": "1 mei 2027"}, "Los",
    ]  # fmt: skip


def test_een_lijst_in_een_lijst():
    document = read(
        punt("a"), punt("b", ilvl=1), punt("c", ilvl=1), punt("d"), paragraph("tussen"), punt("e")
    )
    assert sketch(document.content) == [
        ["teken", ["a", ["teken", ["b"], ["c"]]], ["d"]], "tussen", ["teken", ["e"]],
    ]  # fmt: skip


def test_een_genummerde_lijst_telt_en_begint_waar_ze_zegt():
    document = read(
        punt("a", 8), punt("b", 8, 1), punt("c", 8), punt("d", 18), punt("e", 18), punt("f", 7)
    )
    assert sketch(document.content) == [
        ["cijfer", ["a", ["letter", ["b"]]], ["c"], ["d"], ["e"]], ["teken", ["f"]],
    ]  # fmt: skip
    los = read(punt("a", 18), paragraph("tussen"), punt("b", 18))
    assert sketch(los.content) == [["cijfer 3", ["a"]], "tussen", ["cijfer 4", ["b"]]]


def test_een_sprong_in_de_telling_begint_een_nieuwe_lijst():
    document = read(punt("a", 8), punt("b", 18), punt("c", 18))
    assert sketch(document.content) == [["cijfer", ["a"]], ["cijfer 3", ["b"], ["c"]]]


def test_een_lijst_die_dieper_begint():
    document = read(punt("a", ilvl=1), punt("b"), punt("c", ilvl=1))
    assert sketch(document.content) == [["teken", ["a"], ["b", ["teken", ["c"]]]]]


def test_een_nummer_met_meer_erin_blijft_zoals_het_is():
    (lijst,) = read(punt("a", 9), punt("b", 9, 1)).content
    assert isinstance(lijst, Lijst)
    assert lijst.telwijze is Telwijze.CIJFER
    (below,) = lijst.punten[0].content[1:]
    assert (below.telwijze, below.punten[0].number) == (Telwijze.EIGEN, "1.1")


def los(text: str, level: int = 0, form: str = "bullet", value: int = 1, number="") -> LoosePoint:
    return LoosePoint(level, Counted(number, value, form), (Tekstdeel(text),))


@pytest.mark.parametrize(
    ("form", "value", "number", "telwijze"),
    [
        ("bullet", 1, "•", Telwijze.TEKEN),
        ("decimal", 2, "2.", Telwijze.CIJFER),
        ("decimal", 2, "(2)", Telwijze.CIJFER),
        ("decimal", 2, "1.2", Telwijze.EIGEN),
        ("decimal", 2, "Stap 2:", Telwijze.EIGEN),
        ("lowerLetter", 3, "c)", Telwijze.LETTER),
        ("upperLetter", 3, "C.", Telwijze.HOOFDLETTER),
        ("lowerRoman", 4, "iv.", Telwijze.ROMEINS),
        ("upperRoman", 4, "IV", Telwijze.ROMEINS_GROOT),
    ],
)
def test_hoe_een_punt_geteld_is(form, value, number, telwijze):
    assert los("x", 0, form, value, number).telwijze is telwijze


def test_wat_geen_punt_is_breekt_een_lijst_af():
    between = Passage((Tekstdeel("tussen"),))
    feit = Feit((Tekstdeel("a"),), (Tekstdeel("b"),))
    gebouwd = build_up([los("een"), between, los("twee"), feit, feit, between])
    assert [type(block) for block in gebouwd] == [Lijst, Passage, Lijst, Feiten, Passage]
    assert gebouwd[3] == Feiten((feit, feit))


def test_punten_met_een_eigen_nummer_houden_het():
    gebouwd = build_up([los("a", 0, "decimal", 1, " 1.1 "), los("b", 0, "decimal", 5, "1.5")])
    (lijst,) = gebouwd
    assert (lijst.telwijze, lijst.start) == (Telwijze.EIGEN, 1)
    assert [punt_.number for punt_ in lijst.punten] == ["1.1", "1.5"]


def test_na_een_andere_telling_begint_een_nieuwe_lijst_ook_onder_een_punt():
    gebouwd = build_up(
        [los("a"), los("b", 1, "decimal", 3, "3."), los("c", 1), los("d", 1), los("e", 2)]
    )
    assert sketch(gebouwd) == [
        ["teken", ["a", ["cijfer 3", ["b"]], ["teken", ["c"], ["d", ["teken", ["e"]]]]]]
    ]


def test_tekst_in_haar_ene_vorm():
    vet = Tekstdeel("", vet=True)
    parts = [
        Tekstdeel(" \t"), Tekstdeel(" a\t"), Tekstdeel("b"), vet, vet._replace(text="c "),
        Tekstdeel("  "),
    ]  # fmt: skip
    assert tidy(parts) == (Tekstdeel("a b"), Tekstdeel("c", vet=True))
    assert tidy([Tekstdeel(" "), Tekstdeel("\n")]) == ()


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        (["Datum\t1 mei"], ("Datum", "1 mei")),
        (["Da", "tum \t", " 1 mei"], ("Datum", "1 mei")),
        (["a\tb\tc"], ("a", "b c")),
        (["Datum\t "], None),
        (["\tx"], None),
        (["geen tab"], None),
    ],
)
def test_een_feit_is_wat_voor_en_achter_de_tab_staat(texts, pair):
    found = split_at_tab([Tekstdeel(text) for text in texts])
    assert (found and tuple(part[0].text for part in found)) == pair
