"""One prompt per kind of question."""

from __future__ import annotations

import pytest
from toetsenbord import (
    CTRL_C,
    CTRL_D,
    CTRL_S,
    CTRL_U,
    ENTER,
    F2,
    F5,
    F10,
    OMHOOG,
    OMLAAG,
    PLEKKEN,
    stel,
    toetsenbord,
    vraag,
    zet,
)

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.vraag import Controle, Kolom, VraagType
from uitvoeringsplan.terminal import formulier
from uitvoeringsplan.terminal.formulier import kies_uit

KOLOMMEN = (Kolom("wie", "Wie"), Kolom("wat", "Wat"))


def soort_vraag(soort: VraagType):
    return vraag(soort, kolommen=KOLOMMEN) if soort is VraagType.TABEL else vraag(soort)


@pytest.mark.parametrize("klaar", [CTRL_S, F10, "\x1b\r"])
@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.LIJST])
def test_een_antwoord_van_meer_regels(klaar, soort):
    assert zet(f"een{ENTER}{ENTER}- twee{klaar}", vraag(soort)) == Beantwoord("een\n\n- twee")


@pytest.mark.parametrize("klaar", [ENTER, CTRL_S, F10])
@pytest.mark.parametrize(
    ("soort", "getypt"),
    [(VraagType.REGEL, "één regel"), (VraagType.DATUM, "31 jan 2027"), (VraagType.GETAL, "2027")],
)
def test_een_antwoord_van_een_regel(klaar, soort, getypt):
    assert zet(getypt + klaar, vraag(soort)) == Beantwoord(getypt)


def test_wat_er_stond_staat_klaar_met_de_cursor_achteraan():
    assert zet(f" en meer{CTRL_S}", vraag(), "Er stond al") == Beantwoord("Er stond al en meer")


def test_leeg_slaat_over():
    assert zet(CTRL_S, vraag()) == Beantwoord("")
    assert zet(ENTER, vraag(VraagType.REGEL)) == Beantwoord("")


def test_een_keuze():
    assert zet(OMLAAG + ENTER, vraag(VraagType.KEUZE)) == Beantwoord("groen")
    assert zet(ENTER, vraag(VraagType.KEUZE), "blauw") == Beantwoord("blauw")


def test_een_keuze_overslaan():
    assert zet(OMHOOG + ENTER, vraag(VraagType.KEUZE)) == Beantwoord("")


def test_ja_of_nee():
    assert zet(ENTER, vraag(VraagType.JANEE)) == Beantwoord("ja")
    assert zet(OMLAAG + ENTER, vraag(VraagType.JANEE)) == Beantwoord("nee")
    assert zet(ENTER, vraag(VraagType.JANEE), "nee") == Beantwoord("nee")


def test_meer_keuzes():
    assert zet(f" {OMLAAG}{OMLAAG} {ENTER}", vraag(VraagType.MEERKEUZE)) == Beantwoord(
        "- rood\n- blauw"
    )
    assert zet(f" {ENTER}", vraag(VraagType.MEERKEUZE), "- rood\n- groen") == Beantwoord("- groen")
    assert zet(ENTER, vraag(VraagType.MEERKEUZE)) == Beantwoord("")


def test_meer_keuzes_zegt_in_het_nederlands_wat_gekozen_is():
    gesteld = stel(f" {OMLAAG} {ENTER}", vraag(VraagType.MEERKEUZE))
    assert gesteld.getoond.endswith("Gekozen: rood, groen")
    assert stel(ENTER, vraag(VraagType.MEERKEUZE)).getoond.endswith("Gekozen: niets")


def test_meer_keuzes_die_niet_passen_houden_de_vraag_open():
    de_vraag = vraag(VraagType.MEERKEUZE, controle=Controle(min=8))
    assert zet(f" {ENTER}{OMLAAG} {ENTER}", de_vraag) == Beantwoord("- rood\n- groen")


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.REGEL, VraagType.DATUM])
def test_terug_met_behoud_van_de_tekst(soort):
    assert zet(f" meer{F2}", vraag(soort), "half") == Terug("half meer")


@pytest.mark.parametrize(
    ("soort", "toetsen", "was", "blijft"),
    [
        (VraagType.KEUZE, OMLAAG, "blauw", "blauw"),
        (VraagType.KEUZE, OMLAAG, "", ""),  # pointing is not choosing
        (VraagType.JANEE, "", "nee", "nee"),
        (VraagType.MEERKEUZE, f" {OMLAAG} ", "", "- rood\n- groen"),
    ],
)
def test_bij_keuzes_werken_dezelfde_toetsen(soort, toetsen, was, blijft):
    assert zet(toetsen + F2, vraag(soort), was) == Terug(blijft)
    assert zet(toetsen + CTRL_C, vraag(soort), was) == Gestopt(blijft)
    assert zet(f"{toetsen}{F5}{OMLAAG}{ENTER}", vraag(soort), was) == Spring(blijft, "z")


@pytest.mark.parametrize("soort", list(VraagType))
def test_ctrl_c_stopt(soort):
    assert isinstance(zet(CTRL_C, soort_vraag(soort)), Gestopt)


def test_ctrl_c_houdt_wat_er_staat():
    assert zet(f"half{ENTER}antwoord{CTRL_C}", vraag()) == Gestopt("half\nantwoord")
    assert zet(CTRL_C, vraag(VraagType.REGEL), "stond er") == Gestopt("stond er")


def test_ctrl_d_op_een_lege_regel_stopt():
    assert zet(CTRL_D, vraag()) == Gestopt("")


def test_een_toetsenbord_dat_ophoudt_houdt_wat_er_staat():
    assert zet("half", vraag()) == Gestopt("half")


def test_pas_bij_verder_wordt_gekeken_of_het_past():
    """Typing what does not fit is no problem; submitting it keeps the question open."""
    de_vraag = vraag(VraagType.GETAL, controle=Controle(min=2000))
    assert zet(f"12{ENTER}{CTRL_U}2027{ENTER}", de_vraag) == Beantwoord("2027")
    assert zet(f"twaalf{F2}", de_vraag) == Terug("twaalf")
    assert zet(f"twaalf{ENTER}{CTRL_C}", de_vraag) == Gestopt("twaalf")


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.GETAL])
def test_tijdens_het_typen_wordt_niets_afgekeurd(soort):
    with toetsenbord():
        prompt, _ = formulier._prompt(vraag(soort), "", print)
        assert not prompt.application.current_buffer.validate_while_typing()


def test_f5_springt_met_behoud_van_de_tekst():
    gesteld = stel(f"half{F5}{OMHOOG}{ENTER}", vraag())
    assert gesteld.zet == Spring("half", "a")
    assert gesteld.concepten == ["half"]  # the program may end while the list is open


def test_de_spronglijst_begint_bij_deze_vraag_en_kan_dicht():
    assert zet(f"half{F5}{ENTER}", vraag()) == Spring("half", "v")
    assert zet(f"half{F5}{CTRL_C}", vraag()) == Spring("half", "v")


def test_springen_zonder_typen_is_geen_concept():
    assert stel(f"{F5}{ENTER}", vraag(), tekst="Er stond al").concepten == []


def test_een_lijst_zonder_keuzes_vraagt_niets():
    assert kies_uit("Welke?", []) is None


@pytest.mark.parametrize(
    ("toetsen", "gekozen"),
    [(ENTER, "a"), (OMLAAG + ENTER, "v"), (OMHOOG + ENTER, "z"), (CTRL_C, None), ("", None)],
)
def test_kiezen_uit_een_lijst(toetsen, gekozen):
    with toetsenbord() as invoer:
        invoer.send_text(toetsen)
        invoer.close()
        assert kies_uit("Welke?", [(p.vraag_id, p.label) for p in PLEKKEN]) == gekozen
