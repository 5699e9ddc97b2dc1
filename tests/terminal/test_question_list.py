"""Which question is marked and which lines are in view, whatever somebody does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.beurt import Plek
from uitvoeringsplan.terminal.question_list import (
    ListState,
    PartHeading,
    find_plekken,
    part_headings,
)

TIEN = tuple(
    Plek(str(n), f"Vraag {n}", f"Deel {n // 3}", is_open=n == 4, is_filled=n < 4) for n in range(10)
)
HEIGHT = st.integers(1, 20)
DAAD = st.one_of(
    st.tuples(st.just("move"), st.integers(-12, 12)),
    st.tuples(st.just("move_page"), st.sampled_from([-1, 1]), HEIGHT),
    st.tuples(st.just("scroll"), st.integers(-5, 5), HEIGHT),
    st.tuples(st.just("view"), HEIGHT),
    st.tuples(st.just("search"), st.sampled_from(["", "1", "deel 2", "vraag", "niets"])),
)


def shown(stand: ListState, height: int) -> list[str]:
    """Return the view as text: a heading, or a number with a star at the marked one."""
    return [
        f"{line.titel} {line.filled}/{line.total}"
        if isinstance(line, PartHeading)
        else f"{stand.found[line].vraag_id}{'*' if stand.is_marked(line) else ''}"
        for line in stand.view(height)
    ]


@given(st.integers(0, 10), st.lists(DAAD, max_size=12), HEIGHT, st.integers(0, 10))
def test_de_gemerkte_regel_is_altijd_te_zien(count, daden, height, current):
    stand = ListState(TIEN[:count], str(current))
    for name, *what in daden:
        getattr(stand, name)(*what)
    view = stand.view(height)
    assert len(view) <= height
    assert [stand.is_marked(line) for line in view].count(True) == bool(stand.found)
    assert (stand.chosen is None) == (not stand.found)


@given(st.lists(DAAD, max_size=12), st.integers(2, 20))
def test_bij_de_eerste_vraag_van_een_hoofdstuk_staat_de_kop(daden, height):
    stand = ListState(TIEN)
    for name, *what in daden:
        getattr(stand, name)(*what)
    view = stand.view(height)
    for before, line in zip([None, *view], view, strict=False):
        first = not isinstance(line, PartHeading) and (
            line == 0 or stand.found[line].onderdeel != stand.found[line - 1].onderdeel
        )
        if first and stand.is_marked(line):
            assert isinstance(before, PartHeading)


def test_het_begint_bij_de_vraag_waar_je_bent_anders_bij_de_eerste_open():
    assert ListState(TIEN, "7").chosen == TIEN[7]
    assert ListState(TIEN).chosen == TIEN[4]
    assert ListState(TIEN, "weg").chosen == TIEN[4]
    assert ListState(TIEN[:3]).chosen == TIEN[0]


def test_er_is_ook_te_zien_wat_eromheen_staat():
    assert shown(ListState(TIEN, "5"), 5) == ["3", "4", "5*", "Deel 2 0/3", "6"]


def test_een_regel_verder_en_niet_voorbij_het_einde():
    stand = ListState(TIEN, "8")
    for _ in range(3):
        stand.move(1)
    assert stand.chosen == TIEN[9]
    stand.move(-100)
    assert stand.chosen == TIEN[0]


@pytest.mark.parametrize(("height", "following"), [(6, "4"), (3, "2"), (2, "1"), (1, "1")])
def test_een_bladzijde_verder_laat_een_regel_staan(height, following):
    stand = ListState(TIEN, "0")
    stand.move_page(1, height)
    assert stand.chosen.vraag_id == following


def test_een_bladzijde_terug():
    stand = ListState(TIEN, "9")
    stand.move_page(-1, 6)
    assert stand.chosen.vraag_id == "6"


@given(HEIGHT)
def test_bladeren_komt_langs_alles_tot_het_einde_en_terug(height):
    stand = ListState(TIEN, "0")
    seen = set(shown(stand, height))
    for _ in range(len(TIEN)):
        stand.move_page(1, height)
        seen |= set(shown(stand, height))
    assert stand.chosen == TIEN[9]
    assert {line.rstrip("*") for line in seen} >= {plek.vraag_id for plek in TIEN}
    for _ in range(len(TIEN)):
        stand.move_page(-1, height)
    assert stand.chosen == TIEN[0]


def test_het_wiel_schuift_en_neemt_het_merk_alleen_mee_als_het_moet():
    stand = ListState(TIEN, "0")
    assert shown(stand, 4) == ["Deel 0 3/3", "0*", "1", "2"]
    stand.scroll(1, 4)
    assert shown(stand, 4) == ["Deel 0 3/3", "0*", "1", "2"]  # the heading stays with it
    stand.scroll(3, 4)
    assert shown(stand, 4) == ["2*", "Deel 1 1/3", "3", "4"]
    stand.scroll(-100, 4)
    assert shown(stand, 4) == ["Deel 0 3/3", "0", "1", "2*"]


def test_zoeken_houdt_de_vraag_gemerkt_als_die_gevonden_is():
    stand = ListState(TIEN, "5")
    stand.search("vraag 5")
    assert shown(stand, 9) == ["Deel 1 1/3", "5*"]
    stand.search("")
    assert stand.chosen == TIEN[5]
    stand.search("deel 2")
    assert shown(stand, 9) == ["Deel 0 3/3", "2*", "Deel 2 0/3", "6", "7", "8"]
    assert (len(stand.found), stand.count) == (4, 10)


def test_niets_gevonden_is_niets_gekozen():
    stand = ListState(TIEN, "5")
    stand.search("xyz")
    for perform in (stand.move, lambda n: stand.move_page(n, 3), lambda n: stand.scroll(n, 3)):
        perform(1)
    assert (stand.chosen, stand.view(5)) == (None, [])


def test_een_kop_telt_alles_van_het_hoofdstuk():
    assert part_headings(TIEN)["Deel 1"] == PartHeading("Deel 1", 1, 3)


def test_zonder_onderdeel_geen_kop():
    assert shown(ListState([Plek("a", "A", "", is_open=True)]), 5) == ["a*"]


PLACES = (
    Plek("a", "Lokale ambitie", "Ambitie", is_open=True, vraag="Wat voegt de gemeente toe?"),
    Plek("b", "Continuïteit", "Samenwerking", is_open=True, vraag="Hoe blijft het zo?"),
    Plek("c", "Criteria", "Activiteiten: Handhaving", is_open=True, vraag="Wanneer één keer?"),
)
TEXT = st.text(st.sampled_from("abcéÉïß I'12"), max_size=8)
PLACE = st.builds(Plek, st.just("x"), TEXT, TEXT, st.booleans(), vraag=TEXT)


def found(words: str) -> str:
    return "".join(plek.vraag_id for plek in find_plekken(PLACES, words))


@pytest.mark.parametrize(
    ("words", "welke"),
    [
        ("", "abc"),
        ("  ", "abc"),
        ("ambitie", "a"),
        ("gemeente", "a"),  # in the question
        ("handhav", "c"),  # in the chapter
        ("AMBITIE", "a"),
        ("continuiteit", "b"),
        ("contïnuiteit", "b"),
        ("een", "ac"),
        ("samen hoe", "b"),  # every word, wherever
        ("hoe gemeente", ""),
        ("xyz", ""),
    ],
)
def test_zoeken_op_woorden(words, welke):
    assert found(words) == welke


@given(st.lists(PLACE, max_size=6), TEXT, TEXT)
def test_een_woord_erbij_geeft_nooit_meer(plekken, one, two):
    minder, more = find_plekken(plekken, f"{one} {two}"), find_plekken(plekken, one)
    assert [plek for plek in more if plek in minder] == minder


@given(st.lists(PLACE, max_size=6), st.data())
def test_wat_ergens_staat_wordt_gevonden_ook_in_hoofdletters(plekken, data):
    for plek in plekken:
        text = data.draw(st.sampled_from([plek.label, plek.vraag, plek.onderdeel]))
        assert plek in find_plekken(plekken, text)
        assert plek in find_plekken(plekken, text.upper())
