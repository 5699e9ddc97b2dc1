"""One prompt per kind of question."""

from __future__ import annotations

from base64 import b64encode

import pytest
from keystrokes import (
    CTRL_C,
    CTRL_D,
    CTRL_S,
    ENTER,
    ESC,
    EVERYTHING,
    F1,
    F2,
    F3,
    F5,
    F6,
    F7,
    F8,
    F10,
    OMHOOG,
    OMLAAG,
    PLAK,
    STOP,
    plak,
    stel,
    vraag,
    zet,
)

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Hulpmiddel, Kolom, VraagType

KOLOMMEN = (Kolom("wie", "Wie"), Kolom("wat", "Wat"))


def kind_vraag(kind: VraagType):
    return vraag(kind, kolommen=KOLOMMEN) if kind is TYPES["tabel"] else vraag(kind)


@pytest.mark.parametrize("ready", [CTRL_S, F10])
@pytest.mark.parametrize("kind", [TYPES["tekst"], TYPES["lijst"]])
def test_een_antwoord_van_meer_regels(ready, kind):
    assert zet(f"een{ENTER}{ENTER}- twee{ready}", vraag(kind)) == Beantwoord("een\n\n- twee")


@pytest.mark.parametrize("ready", [ENTER, CTRL_S, F10])
@pytest.mark.parametrize(
    ("kind", "typed"),
    [(TYPES["regel"], "één regel"), (TYPES["datum"], "31 jan 2027"), (TYPES["getal"], "2027")],
)
def test_een_antwoord_van_een_regel(ready, kind, typed):
    assert zet(typed + ready, vraag(kind)) == Beantwoord(typed)


def test_wat_er_stond_staat_klaar_met_de_cursor_achteraan():
    assert zet(f" en meer{CTRL_S}", vraag(), "Er stond al") == Beantwoord("Er stond al en meer")


def test_leeg_slaat_over():
    assert zet(CTRL_S, vraag()) == Beantwoord("")
    assert zet(ENTER, vraag(TYPES["regel"])) == Beantwoord("")


def test_een_keuze():
    assert zet(OMLAAG + ENTER, vraag(TYPES["keuze"])) == Beantwoord("groen")
    assert zet(ENTER, vraag(TYPES["keuze"]), "blauw") == Beantwoord("blauw")


def test_een_keuze_overslaan():
    assert zet(OMHOOG + ENTER, vraag(TYPES["keuze"])) == Beantwoord("")


def test_ja_of_nee():
    assert zet(ENTER, vraag(TYPES["jaanee"])) == Beantwoord("ja")
    assert zet(OMLAAG + ENTER, vraag(TYPES["jaanee"])) == Beantwoord("nee")
    assert zet(ENTER, vraag(TYPES["jaanee"]), "nee") == Beantwoord("nee")


def test_meer_keuzes():
    assert zet(f" {OMLAAG}{OMLAAG} {ENTER}", vraag(TYPES["meerkeuze"])) == Beantwoord(
        "- rood\n- blauw"
    )
    assert zet(f" {ENTER}", vraag(TYPES["meerkeuze"]), "- rood\n- groen") == Beantwoord("- groen")
    assert zet(ENTER, vraag(TYPES["meerkeuze"])) == Beantwoord("")


def test_meer_keuzes_die_niet_passen_houden_de_vraag_open():
    de_vraag = vraag(TYPES["meerkeuze"], controle=Controle(min=8))
    assert zet(f" {ENTER}{OMLAAG} {ENTER}", de_vraag) == Beantwoord("- rood\n- groen")


@pytest.mark.parametrize("kind", [TYPES["tekst"], TYPES["regel"], TYPES["datum"]])
def test_terug_met_behoud_van_de_tekst(kind):
    assert zet(f" meer{F2}", vraag(kind), "half") == Terug("half meer")


@pytest.mark.parametrize(
    ("kind", "keys", "was", "stays"),
    [
        (TYPES["keuze"], OMLAAG, "blauw", "blauw"),
        (TYPES["keuze"], OMLAAG, "", ""),  # pointing is not choosing
        (TYPES["jaanee"], "", "nee", "nee"),
        (TYPES["meerkeuze"], f" {OMLAAG} ", "", "- rood\n- groen"),
    ],
)
def test_bij_keuzes_werken_dezelfde_toetsen(kind, keys, was, stays):
    assert zet(keys + F2, vraag(kind), was) == Terug(stays)
    assert zet(keys + STOP, vraag(kind), was) == Gestopt(stays)
    assert zet(f"{keys}{F5}{OMLAAG}{ENTER}", vraag(kind), was) == Spring(stays, "z")


@pytest.mark.parametrize("kind", TYPES.values(), ids=str)
@pytest.mark.parametrize("ja", [CTRL_C, CTRL_D, "b"])
def test_ctrl_c_vraagt_of_je_stopt(kind, ja):
    gesteld = stel(CTRL_C + ja, kind_vraag(kind))
    assert isinstance(gesteld.zet, Gestopt)
    assert stel(CTRL_C, kind_vraag(kind)).shows("Stoppen? Ctrl+C of b: bewaren en stoppen.")


@pytest.mark.parametrize("stop", [CTRL_C + CTRL_C, CTRL_D + "b", ""])
def test_wie_stopt_houdt_wat_er_staat(stop):
    assert zet(f"half{ENTER}antwoord{stop}", vraag()) == Gestopt("half\nantwoord")
    assert zet(stop, vraag(TYPES["regel"]), "stond er") == Gestopt("stond er")


@pytest.mark.parametrize("nee", [ESC, "v"])
def test_wie_niet_stopt_gaat_verder_waar_hij_was(nee):
    gesteld = stel(f"half{CTRL_C}{nee}", vraag())
    assert not gesteld.shows("Stoppen?")
    assert gesteld.zet == Gestopt("half")  # nothing but the end of the keyboard


@pytest.mark.parametrize(
    ("keys", "wordt"),
    [("af", "half af"), (ENTER, "half \n"), (plak("geplakt"), "half geplakt"), ("\x7f", "half")],
)
def test_bij_de_stopvraag_gaat_geen_toets_verloren(keys, wordt):
    assert zet(f"half {CTRL_C}{keys}{CTRL_S}", vraag()) == Beantwoord(wordt)


def test_bij_de_stopvraag_werken_de_andere_toetsen():
    assert zet(f"half{CTRL_C}{F2}", vraag()) == Terug("half")


def test_ctrl_c_kopieert_wat_geselecteerd_is():
    gesteld = stel(f"half{EVERYTHING}{CTRL_C}", vraag())
    assert gesteld.shows("Gekopieerd.")
    assert f"\x1b]52;c;{b64encode(b'half').decode()}\x07" in gesteld.raw  # for other programs
    assert zet(f"half{EVERYTHING}{CTRL_C}{ESC}{PLAK}{CTRL_S}", vraag()) == Beantwoord("halfhalf")


def test_pas_bij_verder_wordt_gekeken_of_het_past():
    """Typing what does not fit is no problem; going on with it keeps the question open."""
    de_vraag = vraag(TYPES["getal"], controle=Controle(min=2000))
    assert zet(f"12{ENTER}{EVERYTHING}2027{ENTER}", de_vraag) == Beantwoord("2027")
    assert zet(f"twaalf{F2}", de_vraag) == Terug("twaalf")
    assert stel("twaalf", de_vraag).shows("twaalf")
    assert not stel("twaalf", de_vraag).shows("geen heel getal")
    gesteld = stel(f"twaalf{ENTER}", de_vraag)
    assert gesteld.shows("“twaalf” is geen heel getal.")
    assert gesteld.zet == Gestopt("twaalf")


def test_na_verder_typen_is_een_melding_weg():
    de_vraag = vraag(TYPES["getal"])
    assert not stel(f"twaalf{ENTER}x", de_vraag).shows("geen heel getal")
    assert stel(CTRL_S[:0], vraag(), message="Dat paste niet.").shows("Dat paste niet.")


def test_f5_springt_met_behoud_van_de_tekst():
    gesteld = stel(f"half{F5}{OMHOOG}{ENTER}", vraag())
    assert gesteld.zet == Spring("half", "a")
    assert gesteld.concepten == ["half"]  # the program may end while the list is open


def test_de_spronglijst_begint_bij_deze_vraag():
    assert zet(f"half{F5}{ENTER}", vraag()) == Spring("half", "v")


def test_springen_zonder_typen_is_geen_concept():
    assert stel(f"{F5}{ENTER}", vraag(), text="Er stond al").concepten == []


def test_ctrl_s_gaat_ook_verder_bij_een_keuze():
    assert zet(OMLAAG + CTRL_S, vraag(TYPES["keuze"])) == Beantwoord("groen")
    assert zet(f" {CTRL_S}", vraag(TYPES["meerkeuze"])) == Beantwoord("- rood")


@pytest.mark.parametrize("kind", TYPES.values(), ids=str)
def test_boven_de_invoer_staat_de_vraag_en_waar_je_bent(kind):
    first, second, dash, *_ = stel("", kind_vraag(kind)).picture.split("\n")
    assert first.startswith("vraag 3 van 20 | Onderdeel (1 van 4 klaar)")
    assert first.endswith("2 van 20 vragen beantwoord")
    assert second == "De vraag?"
    assert dash.startswith("──")


# The pane.


def test_f1_toont_de_toetsen_van_deze_plek_en_houdt_de_tekst():
    gesteld = stel(f"half{F1}", vraag(), rijen=60)
    assert gesteld.zet == Gestopt("half")
    assert gesteld.shows("Shift+Tab      een punt een niveau hoger")
    keuze = stel(F1, vraag(TYPES["meerkeuze"]), rijen=40)
    assert keuze.shows("spatiebalk     aankruisen, of niet meer")
    assert not keuze.shows("Shift+Tab")


def test_f3_toont_het_voorbeeld_en_houdt_de_tekst():
    de_vraag = vraag(voorbeeld="Zo kan het.")
    assert stel(F3, de_vraag).shows("Zo kan het.")
    assert zet(f"half{F3} af{CTRL_S}", de_vraag) == Beantwoord("half af")


def test_f3_zonder_voorbeeld_zegt_dat_en_staat_niet_in_de_balk():
    gesteld = stel(F3, vraag())
    assert gesteld.shows("Bij deze vraag is geen voorbeeld.")
    assert "F3 voorbeeld" not in gesteld.pictures[0]


def test_f7_toont_de_hulpmiddelen_met_hun_hele_adres():
    adres = "https://voorbeeld.example/" + "heel/" * 20
    de_vraag = vraag(hulpmiddelen=(Hulpmiddel("h", "Een handreiking", adres),))
    gesteld = stel(F7, de_vraag)
    assert gesteld.shows("- Een handreiking")
    assert adres in gesteld.picture.replace("\n", "")


def test_de_uitleg_is_open_en_esc_sluit_haar():
    de_vraag = vraag(toelichting="Zo zit het.")
    assert stel("", de_vraag).shows("Zo zit het.")
    assert not stel(ESC, de_vraag).shows("Zo zit het.")
    assert not stel(F6, de_vraag).shows("Zo zit het.")
    assert stel(F6 + F6, de_vraag).shows("Zo zit het.")


def test_dezelfde_toets_geeft_het_vervolg_en_sluit_aan_het_eind():
    lang = "\n".join(f"Regel {n}." for n in range(15))
    de_vraag = vraag(toelichting=lang)
    start = stel("", de_vraag)
    assert start.shows("F6 meer")
    assert not start.shows("Regel 14.")
    continuation = stel(F6, de_vraag)
    assert continuation.shows("Regel 14.")
    assert continuation.shows("F6 sluiten")
    assert not stel(F6 + F6, de_vraag).shows("Regel 14.")


# Windows of every size.


@pytest.mark.parametrize(
    ("kolommen", "rijen"), [(80, 24), (60, 20), (120, 40), (40, 24), (110, 30)]
)
def test_de_vraag_staat_er_helemaal(kolommen, rijen):
    lang = "Welke eigen ambitie voegt de gemeente toe aan die van de hele regio? " * 2
    de_vraag = vraag(vraag=lang, toelichting="Zo zit het. " * 40)
    gesteld = stel("Een antwoord. " * 40, de_vraag, kolommen=kolommen, rijen=rijen)
    assert gesteld.shows(lang)
    assert gesteld.shows("Ctrl+S verder")
    assert gesteld.shows("Een antwoord.")


@pytest.mark.parametrize("rijen", [6, 10, 19])
def test_een_laag_venster_heeft_een_regel_voor_de_vraag(rijen):
    lang = "Welke eigen ambitie voegt de gemeente toe aan de gezamenlijke ambitie van de regio?"
    gesteld = stel("Mijn tekst.", vraag(vraag=lang), rijen=rijen)
    first, dash, third, *_ = gesteld.picture.split("\n")
    assert first.startswith("3/20 Welke eigen ambitie voegt de gemeente toe")
    assert first.endswith("…")
    assert dash.startswith("──")
    assert third == "Mijn tekst."
    assert gesteld.shows("Ctrl+S verder")


def test_in_een_breed_venster_staat_de_uitleg_ernaast():
    gesteld = stel("Mijn tekst.", vraag(toelichting="Zo zit het."), kolommen=120, rijen=40)
    (line,) = [line for line in gesteld.picture.split("\n") if "Mijn tekst." in line]
    assert "Uitleg" in line
    assert gesteld.shows("Zo zit het.")


@pytest.mark.parametrize("kolommen", [5, 20, 80])
@pytest.mark.parametrize("rijen", range(1, 10))
@pytest.mark.parametrize("keys", ["", CTRL_C, "\x06", F1])
def test_ook_het_kleinste_venster_toont_wat_er_staat(keys, rijen, kolommen):
    picture = stel("Tekst" + keys, vraag(), kolommen=kolommen, rijen=rijen).picture
    assert "Wind" not in picture  # so says the library that a window is too small
    assert "t" in picture
    if keys == CTRL_C and rijen > 2:
        assert "Stop" in picture


@pytest.mark.parametrize("rijen", [9, 12, 24])
def test_in_een_laag_venster_maakt_de_uitleg_plaats_voor_de_voorstellen(rijen):
    de_vraag = vraag(toelichting="Zo zit het. " * 40)
    suggestions = stel("implementeren" + OMHOOG + F8, de_vraag, kolommen=60, rijen=rijen)
    assert suggestions.shows("implementeren")
    assert suggestions.shows("Esc laat staan")
    assert suggestions.shows("Ctrl+S verder")
