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
    Plek(str(n), f"Vraag {n}", f"Deel {n // 3}", is_open=n == 4, is_gevuld=n < 4) for n in range(10)
)
HOOGTE = st.integers(1, 20)
DAAD = st.one_of(
    st.tuples(st.just("move"), st.integers(-12, 12)),
    st.tuples(st.just("move_page"), st.sampled_from([-1, 1]), HOOGTE),
    st.tuples(st.just("scroll"), st.integers(-5, 5), HOOGTE),
    st.tuples(st.just("view"), HOOGTE),
    st.tuples(st.just("search"), st.sampled_from(["", "1", "deel 2", "vraag", "niets"])),
)


def getoond(stand: ListState, hoogte: int) -> list[str]:
    """Return the view as text: a heading, or a number with a star at the marked one."""
    return [
        f"{regel.titel} {regel.gevuld}/{regel.totaal}"
        if isinstance(regel, PartHeading)
        else f"{stand.gevonden[regel].vraag_id}{'*' if stand.is_marked(regel) else ''}"
        for regel in stand.view(hoogte)
    ]


@given(st.integers(0, 10), st.lists(DAAD, max_size=12), HOOGTE, st.integers(0, 10))
def test_de_gemerkte_regel_is_altijd_te_zien(aantal, daden, hoogte, huidig):
    stand = ListState(TIEN[:aantal], str(huidig))
    for naam, *wat in daden:
        getattr(stand, naam)(*wat)
    zicht = stand.view(hoogte)
    assert len(zicht) <= hoogte
    assert [stand.is_marked(regel) for regel in zicht].count(True) == bool(stand.gevonden)
    assert (stand.gekozen is None) == (not stand.gevonden)


@given(st.lists(DAAD, max_size=12), st.integers(2, 20))
def test_bij_de_eerste_vraag_van_een_hoofdstuk_staat_de_kop(daden, hoogte):
    stand = ListState(TIEN)
    for naam, *wat in daden:
        getattr(stand, naam)(*wat)
    zicht = stand.view(hoogte)
    for voor, regel in zip([None, *zicht], zicht, strict=False):
        eerste = not isinstance(regel, PartHeading) and (
            regel == 0 or stand.gevonden[regel].onderdeel != stand.gevonden[regel - 1].onderdeel
        )
        if eerste and stand.is_marked(regel):
            assert isinstance(voor, PartHeading)


def test_het_begint_bij_de_vraag_waar_je_bent_anders_bij_de_eerste_open():
    assert ListState(TIEN, "7").gekozen == TIEN[7]
    assert ListState(TIEN).gekozen == TIEN[4]
    assert ListState(TIEN, "weg").gekozen == TIEN[4]
    assert ListState(TIEN[:3]).gekozen == TIEN[0]


def test_er_is_ook_te_zien_wat_eromheen_staat():
    assert getoond(ListState(TIEN, "5"), 5) == ["3", "4", "5*", "Deel 2 0/3", "6"]


def test_een_regel_verder_en_niet_voorbij_het_einde():
    stand = ListState(TIEN, "8")
    for _ in range(3):
        stand.move(1)
    assert stand.gekozen == TIEN[9]
    stand.move(-100)
    assert stand.gekozen == TIEN[0]


@pytest.mark.parametrize(("hoogte", "volgende"), [(6, "4"), (3, "2"), (2, "1"), (1, "1")])
def test_een_bladzijde_verder_laat_een_regel_staan(hoogte, volgende):
    stand = ListState(TIEN, "0")
    stand.move_page(1, hoogte)
    assert stand.gekozen.vraag_id == volgende


def test_een_bladzijde_terug():
    stand = ListState(TIEN, "9")
    stand.move_page(-1, 6)
    assert stand.gekozen.vraag_id == "6"


@given(HOOGTE)
def test_bladeren_komt_langs_alles_tot_het_einde_en_terug(hoogte):
    stand = ListState(TIEN, "0")
    gezien = set(getoond(stand, hoogte))
    for _ in range(len(TIEN)):
        stand.move_page(1, hoogte)
        gezien |= set(getoond(stand, hoogte))
    assert stand.gekozen == TIEN[9]
    assert {regel.rstrip("*") for regel in gezien} >= {plek.vraag_id for plek in TIEN}
    for _ in range(len(TIEN)):
        stand.move_page(-1, hoogte)
    assert stand.gekozen == TIEN[0]


def test_het_wiel_schuift_en_neemt_het_merk_alleen_mee_als_het_moet():
    stand = ListState(TIEN, "0")
    assert getoond(stand, 4) == ["Deel 0 3/3", "0*", "1", "2"]
    stand.scroll(1, 4)
    assert getoond(stand, 4) == ["Deel 0 3/3", "0*", "1", "2"]  # the heading stays with it
    stand.scroll(3, 4)
    assert getoond(stand, 4) == ["2*", "Deel 1 1/3", "3", "4"]
    stand.scroll(-100, 4)
    assert getoond(stand, 4) == ["Deel 0 3/3", "0", "1", "2*"]


def test_zoeken_houdt_de_vraag_gemerkt_als_die_gevonden_is():
    stand = ListState(TIEN, "5")
    stand.search("vraag 5")
    assert getoond(stand, 9) == ["Deel 1 1/3", "5*"]
    stand.search("")
    assert stand.gekozen == TIEN[5]
    stand.search("deel 2")
    assert getoond(stand, 9) == ["Deel 0 3/3", "2*", "Deel 2 0/3", "6", "7", "8"]
    assert (len(stand.gevonden), stand.aantal) == (4, 10)


def test_niets_gevonden_is_niets_gekozen():
    stand = ListState(TIEN, "5")
    stand.search("xyz")
    for doe in (stand.move, lambda n: stand.move_page(n, 3), lambda n: stand.scroll(n, 3)):
        doe(1)
    assert (stand.gekozen, stand.view(5)) == (None, [])


def test_een_kop_telt_alles_van_het_hoofdstuk():
    assert part_headings(TIEN)["Deel 1"] == PartHeading("Deel 1", 1, 3)


def test_zonder_onderdeel_geen_kop():
    assert getoond(ListState([Plek("a", "A", "", is_open=True)]), 5) == ["a*"]


PLEKKEN = (
    Plek("a", "Lokale ambitie", "Ambitie", is_open=True, vraag="Wat voegt de gemeente toe?"),
    Plek("b", "Continuïteit", "Samenwerking", is_open=True, vraag="Hoe blijft het zo?"),
    Plek("c", "Criteria", "Activiteiten: Handhaving", is_open=True, vraag="Wanneer één keer?"),
)
TEKST = st.text(st.sampled_from("abcéÉïß I'12"), max_size=8)
PLEK = st.builds(Plek, st.just("x"), TEKST, TEKST, st.booleans(), vraag=TEKST)


def gevonden(woorden: str) -> str:
    return "".join(plek.vraag_id for plek in find_plekken(PLEKKEN, woorden))


@pytest.mark.parametrize(
    ("woorden", "welke"),
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
def test_zoeken_op_woorden(woorden, welke):
    assert gevonden(woorden) == welke


@given(st.lists(PLEK, max_size=6), TEKST, TEKST)
def test_een_woord_erbij_geeft_nooit_meer(plekken, een, twee):
    minder, meer = find_plekken(plekken, f"{een} {twee}"), find_plekken(plekken, een)
    assert [plek for plek in meer if plek in minder] == minder


@given(st.lists(PLEK, max_size=6), st.data())
def test_wat_ergens_staat_wordt_gevonden_ook_in_hoofdletters(plekken, data):
    for plek in plekken:
        tekst = data.draw(st.sampled_from([plek.label, plek.vraag, plek.onderdeel]))
        assert plek in find_plekken(plekken, tekst)
        assert plek in find_plekken(plekken, tekst.upper())
