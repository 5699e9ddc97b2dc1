"""The window with the list of questions, at any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from uitvoeringsplan.model.beurt import Aandacht, Plek, Plekken
from uitvoeringsplan.terminal.question_list import ListState
from uitvoeringsplan.terminal.screen.list_picture import PagedLines, draw_keys, draw_list

PLACES = Plekken(
    (
        Plek("a", "Gemeente", "Gegevens", is_open=False, is_filled=True),
        Plek("b", "Kader", "Gegevens", is_open=False),
        Plek("c", "Ambitie", "Doel", is_open=True, has_concept=True),
        Plek("d", "Budget", "Activiteiten: Borgen van de hele aanpak", is_open=True),
        Plek(
            "e",
            "Gesprek tussen inwoners en overheid",
            "Activiteiten: Borgen van de hele aanpak",
            is_open=False,
            is_filled=True,
            aandacht=Aandacht(1, 2, 1),
        ),
    ),
    7,
    20,
    Aandacht(punten=2),
    ("Er is iets.",),
)


def draw(
    kolommen: int,
    rijen: int,
    sought: str = "",
    current: str | None = "c",
    plekken: Plekken = PLACES,
):
    stand = ListState(plekken.every, current)
    stand.search(sought)
    return draw_list(stand, plekken, current, kolommen, rijen)


def text(*what, **options) -> str:
    return "\n".join(line.rstrip() for _, line in draw(*what, **options).lines)


def test_een_gewoon_venster():
    assert text(100, 18) == "\n".join(
        [
            "Waar wil je heen?  [#######.............] 7/20",
            "Zoek: typ een woord",
            "Over het hele plan: 2 open punten.",
            "Er is iets.",
            "",
            "Gegevens  1/2",
            "  ingevuld    Gemeente",
            "  naar keuze  Kader",
            "Doel  0/1",
            "» concept     Ambitie (hier)",
            "Activiteiten: Borgen van de hele aanpak  1/2",
            "  open        Budget",
            f"  ingevuld    {PLACES.every[4].label}{' ' * 14}2 fouten, 1 waarschuwing, 1 open punt",
            *[""] * 4,
            "F1 toetsen  Enter erheen  Esc sluiten",
        ]
    )


def test_een_smal_venster_heeft_tekens_met_een_legenda():
    assert text(40, 16).split("\n")[4:] == [
        "Gegevens  1/2",
        "  [x] Gemeente",
        "  [-] Kader",
        "Doel  0/1",
        "» [c] Ambitie (hier)",
        "Borgen van de hele aanpak  1/2",
        "  [ ] Budget",
        "  [x] Gesprek tussen inwoners…  2f 1w 1p",
        "[ ] open  [x] ingevuld  [c] concept",
        "[-] naar keuze  f fouten",
        "w waarschuwingen  p open punten",
        "F1 toetsen  Enter erheen  Esc sluiten",
    ]


def test_letters_met_een_legenda_als_een_naam_anders_niet_past():
    short = [plek._replace(label="Gesprek") for plek in PLACES.every]
    met = f"ingevuld    Gesprek tussen inwoners en overheid{' ' * 23}2f 1w 1p"
    assert met in text(80, 20)
    assert "f fouten  w waarschuwingen  p open punten" in text(80, 20)
    without = text(80, 20, plekken=PLACES._replace(every=tuple(short)))
    assert "2 fouten, 1 waarschuwing, 1 open punt" in without
    assert "w waarschuwingen" not in without


def test_van_een_rij_gaat_eerst_het_hoofdstuk_weg_en_dan_pas_haar_naam():
    rij = Plek("a", "Activiteiten: Borgen van de hele aanpak (2 van 3)", "", is_open=True)
    lijst = Plekken((rij,), 2, 3)
    assert f"open        {rij.label}" in text(80, 12, plekken=lijst)
    assert "open        Borgen van de hele aanpak (2 van 3)\n" in text(54, 12, plekken=lijst)


def test_zoeken_en_niets_vinden():
    sought = text(80, 12, "bud")
    assert "Zoek: bud  (1 van 5)" in sought
    assert "» open        Budget" in sought
    assert "Kader" not in sought
    nothing = draw(80, 12, "xyz")
    assert "Niets gevonden met deze woorden." in "\n".join(r for _, r in nothing.lines)
    assert nothing.keuzes == {}


def test_van_een_lang_zoekwoord_is_het_einde_te_zien():
    assert "bcdef  (0 van 5)" in text(40, 12, "a" * 80 + "bcdef")


@pytest.mark.parametrize(("rijen", "first"), [(1, "» "), (4, "  [-] Kader"), (6, "Waar wil")])
def test_in_een_laag_venster_blijft_de_lijst(rijen, first):
    lines = text(40, rijen).split("\n")
    assert len(lines) == rijen
    assert lines[0].startswith(first)


def test_tekens_die_een_terminal_zou_gehoorzamen_staan_er_uitgeschreven():
    foreign = Plekken((Plek("a", "Am\x1b[31mbitie", "D\u200beel", is_open=True),))
    drawn = text(80, 12, "e", plekken=foreign)
    assert "Am<U+001B>[31mbitie" in drawn
    assert "D<U+200B>eel" in drawn


@given(
    st.integers(20, 130),
    st.integers(1, 40),
    st.sampled_from(["", "e", "kader", "q", "漢字"]),
    st.sampled_from([None, "a", "e"]),
    st.booleans(),
)
def test_elk_venster_is_precies_vol_en_niets_steekt_uit(kolommen, rijen, sought, current, width):
    plekken = PLACES
    if width:
        every = tuple(p._replace(label="漢字" * 20, onderdeel="漢" * 60) for p in PLACES.every)
        plekken = PLACES._replace(every=every)
    picture = draw(kolommen, rijen, sought, current, plekken)
    assert len(picture.lines) == rijen
    assert max(get_cwidth(line) for _, line in picture.lines) <= kolommen
    if picture.keuzes:
        assert picture.lines[picture.cursor][1].startswith("» ")
        assert picture.cursor in picture.keuzes


def test_de_toetsen_passen_of_bladeren():
    sheet = PagedLines()
    heel = [line for _, line in draw_keys(sheet, 60, 40).lines]
    assert heel[0] == "Toetsen in de lijst met vragen"
    assert any(line.startswith("Esc of F5") for line in heel)
    sheet.move(1000)
    assert [line for _, line in draw_keys(sheet, 60, 3).lines] == heel[-3:]


TIEN = [str(n) for n in range(10)]


def test_bladeren():
    sheet = PagedLines()
    assert sheet.view(TIEN, 3) == ["0", "1", "2"]
    sheet.move(1)
    assert sheet.view(TIEN, 3) == ["1", "2", "3"]
    sheet.move_page(1, 3)
    assert sheet.view(TIEN, 3) == ["3", "4", "5"]
    sheet.move_page(-1, 3)
    assert sheet.view(TIEN, 3) == ["1", "2", "3"]


@given(st.lists(st.integers(-20, 20), max_size=5), st.integers(1, 15))
def test_er_blijft_in_beeld_wat_past(stappen, height):
    sheet = PagedLines()
    for stap in stappen:
        sheet.move(stap)
    assert len(sheet.view(TIEN, height)) == min(10, height)
