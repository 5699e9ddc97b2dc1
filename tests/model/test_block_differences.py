"""What changed in the blocks of an answer, and in the rows of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_pairs import rijparen, structure, tekstparen
from trials import trials
from uitvoeringsplan.model.answer_markup import ListItem, Paragraph, Run, next_number, read_markup
from uitvoeringsplan.model.block_differences import (
    Blokverschil,
    compare_blocks,
    compare_rows,
    list_numbers,
)
from uitvoeringsplan.model.markup_writer import canonical, write_markup
from uitvoeringsplan.model.word_differences import Verandering

EQUAL, GONE, NEW, CHANGED = Verandering


def verschil(old: str, new: str) -> tuple[Blokverschil, ...]:
    return compare_blocks(read_markup(old), read_markup(new))


def side(verschil: tuple[Blokverschil, ...], gone: Verandering) -> tuple[Paragraph | ListItem, ...]:
    """Return one of the two texts, put together again from the pieces alone."""
    result = []
    for block in verschil:
        form = block.new if gone is GONE else block.old
        if form is None:
            assert {what for what, _ in block.runs} <= {gone}
            continue
        runs: list[Run] = []
        for what, run in block.runs:
            if what is gone:
                continue
            if runs and runs[-1]._replace(text="") == run._replace(text=""):
                runs[-1] = run._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
        result.append(form._replace(runs=tuple(runs)))
    return tuple(result)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
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
def test_blokken(old, new, expected):
    assert " ".join(block.change for block in verschil(old, new)) == expected


@trials(500)
@given(tekstparen)
def test_alles_nemen_is_nieuw_en_niets_is_oud(pair):
    old, new = pair
    found = verschil(old, new)
    assert side(found, GONE) == read_markup(new)
    assert side(found, NEW) == read_markup(old)
    assert write_markup(side(found, GONE)) == canonical(new)
    assert write_markup(side(found, NEW)) == canonical(old)


@trials(500)
@given(tekstparen)
def test_er_is_verschil_als_de_teksten_verschillen_en_anders_niet(pair):
    old, new = pair
    equal = read_markup(old) == read_markup(new)
    assert all(block.change is EQUAL for block in verschil(old, new)) == equal
    assert all(block.change is EQUAL for block in verschil(new, old)) == equal
    assert all(block.change is EQUAL for block in verschil(new, new))


@trials(300)
@given(structure.map(lambda parts: read_markup("".join(line + slot for line, slot in parts))))
def test_een_lijst_is_wat_doortelt(blocks):
    """The same lists as `next_number` finds by looking back from every point."""
    numbers = list_numbers(blocks)
    for place, (block, lijst) in enumerate(zip(blocks, numbers, strict=True)):
        if isinstance(block, Paragraph) or block.number is None:
            assert lijst is None
        else:
            earlier = blocks[:place]
            gaat_door = next_number(earlier, block.level) is not None
            assert (lijst in numbers[:place]) == gaat_door


# Tables.


@pytest.mark.parametrize(
    ("old", "new", "expected"),
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
def test_rijen(old, new, expected):
    assert " ".join(rij.change for rij in compare_rows(old, new)) == expected


@trials(300)
@given(st.integers(1, 4).flatmap(rijparen))
def test_van_een_tabel_komt_alles_terug(pair):
    old, new = pair
    rijen = compare_rows(old, new)
    for gone, expected in ((GONE, new), (NEW, old)):
        found = [
            tuple("".join(run.text for what, run in cel if what is not gone) for cel in rij.cellen)
            for rij in rijen
            if (rij.new if gone is GONE else rij.old) is not None
        ]
        assert found == expected
    assert all(rij.change is EQUAL for rij in rijen) == (old == new)
