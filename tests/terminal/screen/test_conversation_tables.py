"""A table row by row, with the real prompts."""

from __future__ import annotations

import pytest
from keystrokes import ENTER, EVERYTHING, F2, F5, OMHOOG, OMLAAG, STOP, stel, vraag, zet

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom

WHO, WHAT = Kolom("wie", "Wie"), Kolom("wat", "Wat")
TABEL = vraag(TYPES["tabel"], kolommen=(WHO, WHAT))
THREE = "| a | 1 |\n| b | 2 |\n| c | 3 |"


def rij(*cellen: str) -> str:
    return "".join(cel + ENTER for cel in cellen)


def naar(place: int, rijen: int = 3) -> str:
    """Return the keys from the default (klaar, after the rows and `erbij`) to a row."""
    return OMHOOG * (rijen + 1 - place) + ENTER


def test_een_rij_erbij_en_klaar():
    assert zet(ENTER + rij("ik", "dit") + ENTER, TABEL) == Beantwoord("| ik | dit |")


def test_nog_een_rij_erbij():
    keys = OMHOOG + ENTER + rij("d", "4") + ENTER
    assert zet(keys, TABEL, THREE) == Beantwoord(f"{THREE}\n| d | 4 |")


def test_een_lege_rij_is_er_geen():
    assert zet(ENTER + rij("", "") + OMLAAG + ENTER, TABEL) == Beantwoord("")


def test_klaar_zonder_iets_te_doen():
    assert zet(ENTER, TABEL, THREE) == Beantwoord(THREE)
    assert stel(ENTER, TABEL, text=THREE).concepten == []


def test_een_rij_veranderen():
    keys = naar(1) + ENTER + rij("x", "y") + ENTER
    assert zet(keys, TABEL, THREE) == Beantwoord("| a | 1 |\n| bx | 2y |\n| c | 3 |")


@pytest.mark.parametrize(
    ("place", "keuze", "wordt"),
    [
        (1, 1, "b a c"),  # up
        (1, 2, "a c b"),  # down
        (1, 3, "a c"),  # away
        (1, 4, "a b c"),  # as it is
        (0, 1, "b a c"),  # the first has no up
        (0, 2, "b c"),
        (2, 1, "a c b"),  # the last has no down
        (2, 2, "a b"),
    ],
)
def test_een_rij_verplaatsen_of_weghalen(place, keuze, wordt):
    done = zet(naar(place) + OMLAAG * keuze + ENTER + ENTER, TABEL, THREE)
    assert [line[2] for line in done.text.split("\n")] == wordt.split()


def test_bij_het_menu_van_een_rij_stoppen_verandert_niets():
    assert zet(naar(1) + STOP + ENTER, TABEL, THREE) == Beantwoord(THREE)


def test_terug_naar_de_vorige_vraag():
    assert zet(F2, TABEL, THREE) == Terug(THREE)


def test_naar_een_andere_vraag():
    assert zet(F5 + OMLAAG + ENTER, TABEL, THREE) == Spring(THREE, "z")


def test_stoppen_houdt_de_rijen():
    assert zet(ENTER + rij("ik", "dit") + STOP, TABEL) == Gestopt("| ik | dit |")


def test_stoppen_midden_in_een_rij_houdt_wat_getypt_is():
    assert zet(f"{ENTER}{rij('ik')}hal{STOP}", TABEL) == Gestopt("| ik | hal |")
    keys = f"{naar(1)}{ENTER}x{STOP}"
    assert zet(keys, TABEL, THREE) == Gestopt("| a | 1 |\n| bx | 2 |\n| c | 3 |")


def test_f5_in_een_rij_laat_haar_zoals_ze_was():
    keys = f"{naar(1)}{ENTER}x{F5}{ENTER}"
    assert zet(keys, TABEL, THREE) == Beantwoord(THREE)


def test_f2_in_een_rij_gaat_naar_de_vorige_cel_met_behoud_van_de_tekst():
    keys = f"{ENTER}{rij('ik')}dit{F2}!{ENTER}{ENTER}{ENTER}"
    assert zet(keys, TABEL) == Beantwoord("| ik! | dit |")
    assert zet(f"{ENTER}ik{F2}{ENTER}{rij('dit')}{ENTER}", TABEL) == Beantwoord("| ik | dit |")


def test_elke_rij_komt_in_het_concept():
    gesteld = stel(ENTER + rij("ik", "dit") + OMHOOG + ENTER + rij("jij", "dat") + STOP, TABEL)
    assert gesteld.concepten == ["| ik | dit |", "| ik | dit |\n| jij | dat |"]


def test_een_cel_heeft_de_vorm_van_haar_kolom():
    kolommen = (
        Kolom("wanneer", "Wanneer", TYPES["datum"], verplicht=True),
        Kolom("hoe", "Hoe", TYPES["keuze"], ("goed", "slecht")),
    )
    tabel = vraag(TYPES["tabel"], kolommen=kolommen)
    keys = f"{ENTER}morgen{ENTER}{EVERYTHING}3 maart 2027{ENTER}{OMLAAG}{ENTER}{ENTER}"
    gesteld = stel(keys, tabel)
    assert gesteld.zet == Beantwoord("| 3 maart 2027 | slecht |")


@pytest.mark.parametrize(
    ("keys", "kop"),
    [
        ("", "vraag 3 van 20 | Onderdeel"),
        (ENTER, "kolom 1 van 2 | Label, rij 1"),
        (ENTER + rij("ik"), "kolom 2 van 2 | Label, rij 1"),
    ],
)
def test_boven_een_cel_staat_welke_het_is(keys, kop):
    assert stel(keys, TABEL).picture.startswith(kop)


def test_een_streep_in_een_cel_blijft_tekst():
    assert zet(ENTER + rij("a|b", "c") + ENTER, TABEL) == Beantwoord("| a\\|b | c |")


def test_een_concept_dat_geen_tabel_is_gaat_niet_verloren():
    """In plain lines a half row can be typed and kept."""
    done = zet(ENTER, TABEL, "| a | 1 |\n| half\nlosse tekst")
    assert done == Beantwoord("| a | 1 |\n| \\| half |  |\n| losse tekst |  |")


def test_een_cel_met_advies_komt_terug_en_mag_blijven():
    asked: list[str] = []

    def advies(text: str) -> str:
        asked.append(text)
        return "Dat is een naam." if asked == ["| ik |  |"] else ""

    gesteld = stel(ENTER + rij("ik", "", "dit") + ENTER, TABEL, advies=advies)
    assert gesteld.zet == Beantwoord("| ik | dit |")
    assert asked == ["| ik |  |", "| ik |  |", "| ik | dit |"]


def test_advies_over_een_cel_staat_op_het_scherm():
    gesteld = stel(ENTER + rij("ik"), TABEL, advies=lambda _: "Dat is een naam.")
    assert gesteld.shows("Dat is een naam. Klopt het toch, ga dan nog een keer verder.")


def test_een_cel_met_advies_kan_anders():
    rest = iter(["Dat is een naam."])
    keys = ENTER + rij("ik", f"{EVERYTHING}griffier", "dit") + ENTER
    gesteld = stel(keys, TABEL, advies=lambda _: next(rest, ""))
    assert gesteld.zet == Beantwoord("| griffier | dit |")
