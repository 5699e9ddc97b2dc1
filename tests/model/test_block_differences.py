"""What changed in the blocks of an answer, and in the rows of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_pairs import opbouw, rijparen, tekstparen
from trials import proeven
from uitvoeringsplan.model.answer_markup import ListItem, Paragraph, Run, next_number, read_markup
from uitvoeringsplan.model.block_differences import (
    Blokverschil,
    compare_blocks,
    compare_rows,
    list_numbers,
)
from uitvoeringsplan.model.markup_writer import canonical, write_markup
from uitvoeringsplan.model.word_differences import Verandering

GELIJK, WEG, NIEUW, GEWIJZIGD = Verandering


def verschil(oud: str, nieuw: str) -> tuple[Blokverschil, ...]:
    return compare_blocks(read_markup(oud), read_markup(nieuw))


def kant(verschil: tuple[Blokverschil, ...], weg: Verandering) -> tuple[Paragraph | ListItem, ...]:
    """Return one of the two texts, put together again from the pieces alone."""
    uit = []
    for blok in verschil:
        vorm = blok.nieuw if weg is WEG else blok.oud
        if vorm is None:
            assert {wat for wat, _ in blok.stukken} <= {weg}
            continue
        stukken: list[Run] = []
        for wat, stuk in blok.stukken:
            if wat is weg:
                continue
            if stukken and stukken[-1]._replace(tekst="") == stuk._replace(tekst=""):
                stukken[-1] = stuk._replace(tekst=stukken[-1].tekst + stuk.tekst)
            else:
                stukken.append(stuk)
        uit.append(vorm._replace(stukken=tuple(stukken)))
    return tuple(uit)


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param("", "", "", id="leeg"),
        pytest.param("a b c", "a b c", "gelijk", id="gelijk"),
        pytest.param("", "a\n\n- b", "nieuw nieuw", id="ingevuld"),
        pytest.param("a\n\n- b", "", "weg weg", id="leeggemaakt"),
        pytest.param("a\n\nb\n\nc", "a\n\nc", "gelijk weg gelijk", id="alinea weg"),
        pytest.param("- a\n- c", "- a\n- b\n- c", "gelijk nieuw gelijk", id="punt erbij"),
        pytest.param("1. a\n2. c", "1. a\n2. b\n3. c", "gelijk nieuw gelijk", id="telt door"),
        pytest.param("1. a\n2. b", "4. a\n5. b", "gewijzigd gelijk", id="begint bij vier"),
        pytest.param("1. a\n2. b\n3. c", "1. a\n2. b\n\ntekst\n\n1. c",
                     "gelijk gelijk nieuw gewijzigd", id="lijst in tweeën"),
        pytest.param("- a\n- b", "- a\n  - b", "gelijk gewijzigd", id="dieper"),
        pytest.param("een twee drie", "- een twee drie", "gewijzigd", id="alinea wordt punt"),
        pytest.param("- een twee drie", "1. een twee drie", "gewijzigd", id="punt wordt nummer"),
        pytest.param("een twee drie vier", "een twee drie vijf", "gewijzigd", id="een woord"),
        pytest.param("een twee drie", "vier vijf zes", "weg nieuw", id="heel andere tekst"),
        pytest.param("een twee drie\n\nvier vijf zes", "vier vijf zeven\n\neen twee acht",
                     "weg gewijzigd nieuw", id="verplaatst: een van beide blijft"),
        pytest.param("- ja\n- nee", "- nee\n- ja", "nieuw gelijk weg", id="verwisseld"),
    ],
)  # fmt: skip
def test_blokken(oud, nieuw, verwacht):
    assert " ".join(blok.wat for blok in verschil(oud, nieuw)) == verwacht


@proeven(500)
@given(tekstparen)
def test_alles_nemen_is_nieuw_en_niets_is_oud(paar):
    oud, nieuw = paar
    gevonden = verschil(oud, nieuw)
    assert kant(gevonden, WEG) == read_markup(nieuw)
    assert kant(gevonden, NIEUW) == read_markup(oud)
    assert write_markup(kant(gevonden, WEG)) == canonical(nieuw)
    assert write_markup(kant(gevonden, NIEUW)) == canonical(oud)


@proeven(500)
@given(tekstparen)
def test_er_is_verschil_als_de_teksten_verschillen_en_anders_niet(paar):
    oud, nieuw = paar
    gelijk = read_markup(oud) == read_markup(nieuw)
    assert all(blok.wat is GELIJK for blok in verschil(oud, nieuw)) == gelijk
    assert all(blok.wat is GELIJK for blok in verschil(nieuw, oud)) == gelijk
    assert all(blok.wat is GELIJK for blok in verschil(nieuw, nieuw))


@proeven(300)
@given(opbouw.map(lambda delen: read_markup("".join(regel + slot for regel, slot in delen))))
def test_een_lijst_is_wat_doortelt(blokken):
    """The same lists as `next_number` finds by looking back from every point."""
    nummers = list_numbers(blokken)
    for plek, (blok, lijst) in enumerate(zip(blokken, nummers, strict=True)):
        if isinstance(blok, Paragraph) or blok.nummer is None:
            assert lijst is None
        else:
            eerder = blokken[:plek]
            gaat_door = next_number(eerder, blok.niveau) is not None
            assert (lijst in nummers[:plek]) == gaat_door


# Tables.


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ([], [], ""),
        ([("a", "b")], [("a", "b")], "gelijk"),
        ([("a", "b")], [], "weg"),
        ([("a", "x y")], [("a", "x z")], "gewijzigd"),
        ([("a", "b"), ("c", "d")], [("a", "b"), ("e", "f"), ("c", "d")], "gelijk nieuw gelijk"),
        ([("a", "b")], [("c", "d")], "weg nieuw"),
        # The same word in another column is no likeness.
        ([("a", "")], [("", "a")], "weg nieuw"),
    ],
)
def test_rijen(oud, nieuw, verwacht):
    assert " ".join(rij.wat for rij in compare_rows(oud, nieuw)) == verwacht


@proeven(300)
@given(st.integers(1, 4).flatmap(rijparen))
def test_van_een_tabel_komt_alles_terug(paar):
    oud, nieuw = paar
    rijen = compare_rows(oud, nieuw)
    for weg, verwacht in ((WEG, nieuw), (NIEUW, oud)):
        gevonden = [
            tuple("".join(stuk.tekst for wat, stuk in cel if wat is not weg) for cel in rij.cellen)
            for rij in rijen
            if (rij.nieuw if weg is WEG else rij.oud) is not None
        ]
        assert gevonden == verwacht
    assert all(rij.wat is GELIJK for rij in rijen) == (oud == nieuw)
