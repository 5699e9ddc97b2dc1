"""Where a sentence surely ends: whatever is in doubt is no end."""

from __future__ import annotations

import pytest

from uitvoeringsplan.model.zinseinde import find_zinseinden, is_complete, is_unfinished


@pytest.mark.parametrize(
    "tekst",
    [
        "De wijk is rustig.| De buurt ook.",
        "Doe mee!| Iedereen kan dat.| En waarom niet?| Omdat het mag.",
        "Het sluit daarop aan.| De gemeente (de raad).| “Samen” is het woord.",
        "Hij zei: “Kom maar.”| Toen ging hij.",
        "Dat was in 2027.| De raad kreeg € 10.000.| Dat is 15%.| Meer niet.",
        "De ene zin.|\nDe andere zin.",
    ],
)
def test_zekere_einden(tekst):
    delen = tekst.split("|")
    einden = find_zinseinden("".join(delen))
    assert einden == [len("".join(delen[: i + 1])) for i in range(len(delen) - 1)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie bijv. De Zeilwijk.",
        "Met o.a. De Brug, i.s.m. Team Noord, d.w.z. Alle teams.",
        "Volgens art. 3.1 en lid 2. Werkwijze blijft.",
        "Dhr. Jansen, mevr. De Wit, drs. P. Smit, prof. Bakker, ds. Kok en St. Jozef.",
        "J. de Vries en A.B. Jansen, Th. Visser en Joh. Mol.",
        "Om 10.30 uur in wk. 3. Daarna niet.",
        "Stappen: 1. Plan maken 2. Uitvoeren",
        "Wat nu... Dat is de vraag. en dan klein verder.",
        "Het kost 3. 000 euro. 12 mensen komen.",
        "Burg. Mulder, weth. De Boer, wnd. secr. Kuiper, incl. Delft, gem. Oudermeer.",
        "Dat doet de WMO. De rest niet.",
        "Stuur het naar j.jansen@delft.example. De rest volgt.",
    ],
)
def test_twijfel_is_geen_einde(tekst):
    assert find_zinseinden(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "af"),
    [
        ("De wijk is rustig.", True),
        ("Doe mee!", True),
        ("(Zie de bijlage.)", True),
        ("We doen niet:", False),
        ("Aanpak", False),
        ("In overleg met o.a.", False),
        ("Dorpsstraat 1.", False),
        ("", False),
    ],
)
def test_of_een_tekst_af_is(tekst, af):
    assert is_complete(tekst) is af


@pytest.mark.parametrize(
    ("tekst", "door"),
    [("een loket;", True), ("een loket, of", True), ("een loket en", True),
     ("een loket", False), ("het dorp van Hof", False), ("een loket.", False)],
)  # fmt: skip
def test_of_een_punt_zelf_zegt_dat_het_doorgaat(tekst, door):
    assert is_unfinished(tekst) is door
