"""The window with the list of questions, at any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from uitvoeringsplan.model.beurt import Aandacht, Plek, Plekken
from uitvoeringsplan.terminal.question_list import ListState
from uitvoeringsplan.terminal.screen.list_picture import PagedLines, draw_keys, draw_list

PLEKKEN = Plekken(
    (
        Plek("a", "Gemeente", "Gegevens", is_open=False, is_gevuld=True),
        Plek("b", "Kader", "Gegevens", is_open=False),
        Plek("c", "Ambitie", "Doel", is_open=True, heeft_concept=True),
        Plek("d", "Budget", "Activiteiten: Borgen van de hele aanpak", is_open=True),
        Plek(
            "e",
            "Gesprek tussen inwoners en overheid",
            "Activiteiten: Borgen van de hele aanpak",
            is_open=False,
            is_gevuld=True,
            aandacht=Aandacht(1, 2, 1),
        ),
    ),
    7,
    20,
    Aandacht(punten=2),
    ("Er is iets.",),
)


def teken(
    kolommen: int,
    rijen: int,
    gezocht: str = "",
    huidig: str | None = "c",
    plekken: Plekken = PLEKKEN,
):
    stand = ListState(plekken.alle, huidig)
    stand.search(gezocht)
    return draw_list(stand, plekken, huidig, kolommen, rijen)


def tekst(*wat, **opties) -> str:
    return "\n".join(regel.rstrip() for _, regel in teken(*wat, **opties).regels)


def test_een_gewoon_venster():
    assert tekst(100, 18) == "\n".join(
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
            f"  ingevuld    {PLEKKEN.alle[4].label}{' ' * 14}2 fouten, 1 waarschuwing, 1 open punt",
            *[""] * 4,
            "F1 toetsen  Enter erheen  Esc sluiten",
        ]
    )


def test_een_smal_venster_heeft_tekens_met_een_legenda():
    assert tekst(40, 16).split("\n")[4:] == [
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
    kort = [plek._replace(label="Gesprek") for plek in PLEKKEN.alle]
    met = f"ingevuld    Gesprek tussen inwoners en overheid{' ' * 23}2f 1w 1p"
    assert met in tekst(80, 20)
    assert "f fouten  w waarschuwingen  p open punten" in tekst(80, 20)
    zonder = tekst(80, 20, plekken=PLEKKEN._replace(alle=tuple(kort)))
    assert "2 fouten, 1 waarschuwing, 1 open punt" in zonder
    assert "w waarschuwingen" not in zonder


def test_van_een_rij_gaat_eerst_het_hoofdstuk_weg_en_dan_pas_haar_naam():
    rij = Plek("a", "Activiteiten: Borgen van de hele aanpak (2 van 3)", "", is_open=True)
    lijst = Plekken((rij,), 2, 3)
    assert f"open        {rij.label}" in tekst(80, 12, plekken=lijst)
    assert "open        Borgen van de hele aanpak (2 van 3)\n" in tekst(54, 12, plekken=lijst)


def test_zoeken_en_niets_vinden():
    gezocht = tekst(80, 12, "bud")
    assert "Zoek: bud  (1 van 5)" in gezocht
    assert "» open        Budget" in gezocht
    assert "Kader" not in gezocht
    niets = teken(80, 12, "xyz")
    assert "Niets gevonden met deze woorden." in "\n".join(r for _, r in niets.regels)
    assert niets.keuzes == {}


def test_van_een_lang_zoekwoord_is_het_einde_te_zien():
    assert "bcdef  (0 van 5)" in tekst(40, 12, "a" * 80 + "bcdef")


@pytest.mark.parametrize(("rijen", "eerste"), [(1, "» "), (4, "  [-] Kader"), (6, "Waar wil")])
def test_in_een_laag_venster_blijft_de_lijst(rijen, eerste):
    regels = tekst(40, rijen).split("\n")
    assert len(regels) == rijen
    assert regels[0].startswith(eerste)


def test_tekens_die_een_terminal_zou_gehoorzamen_staan_er_uitgeschreven():
    vreemd = Plekken((Plek("a", "Am\x1b[31mbitie", "D\u200beel", is_open=True),))
    getekend = tekst(80, 12, "e", plekken=vreemd)
    assert "Am<U+001B>[31mbitie" in getekend
    assert "D<U+200B>eel" in getekend


@given(
    st.integers(20, 130),
    st.integers(1, 40),
    st.sampled_from(["", "e", "kader", "q", "漢字"]),
    st.sampled_from([None, "a", "e"]),
    st.booleans(),
)
def test_elk_venster_is_precies_vol_en_niets_steekt_uit(kolommen, rijen, gezocht, huidig, breed):
    plekken = PLEKKEN
    if breed:
        alle = tuple(p._replace(label="漢字" * 20, onderdeel="漢" * 60) for p in PLEKKEN.alle)
        plekken = PLEKKEN._replace(alle=alle)
    beeld = teken(kolommen, rijen, gezocht, huidig, plekken)
    assert len(beeld.regels) == rijen
    assert max(get_cwidth(regel) for _, regel in beeld.regels) <= kolommen
    if beeld.keuzes:
        assert beeld.regels[beeld.cursor][1].startswith("» ")
        assert beeld.cursor in beeld.keuzes


def test_de_toetsen_passen_of_bladeren():
    blad = PagedLines()
    heel = [regel for _, regel in draw_keys(blad, 60, 40).regels]
    assert heel[0] == "Toetsen in de lijst met vragen"
    assert any(regel.startswith("Esc of F5") for regel in heel)
    blad.move(1000)
    assert [regel for _, regel in draw_keys(blad, 60, 3).regels] == heel[-3:]


TIEN = [str(n) for n in range(10)]


def test_bladeren():
    blad = PagedLines()
    assert blad.view(TIEN, 3) == ["0", "1", "2"]
    blad.move(1)
    assert blad.view(TIEN, 3) == ["1", "2", "3"]
    blad.move_page(1, 3)
    assert blad.view(TIEN, 3) == ["3", "4", "5"]
    blad.move_page(-1, 3)
    assert blad.view(TIEN, 3) == ["1", "2", "3"]


@given(st.lists(st.integers(-20, 20), max_size=5), st.integers(1, 15))
def test_er_blijft_in_beeld_wat_past(stappen, hoogte):
    blad = PagedLines()
    for stap in stappen:
        blad.move(stap)
    assert len(blad.view(TIEN, hoogte)) == min(10, hoogte)
