"""Sentences are the text again, and pieces are never taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from trials import proeven, tekst
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.sentences import (
    find_zinseinden,
    is_complete,
    is_unfinished,
    read_tokens,
    read_zinnen,
    write_zinnen,
)


def zinnen(markup):
    return [zin.tekst for zin in read_zinnen(read_markup(markup))]


@proeven(500)
@given(markup=tekst)
def test_zinnen_zijn_samen_weer_de_tekst(markup):
    blokken = read_markup(clean(markup))
    assert write_zinnen(read_zinnen(blokken)) == blokken


@proeven(500)
@given(paar=tekstparen)
def test_gelijke_stukken_zijn_gelijke_zinnen(paar):
    een, ander = (read_zinnen(read_markup(markup)) for markup in paar)
    gelijk = read_tokens(een) == read_tokens(ander)
    assert gelijk == (write_zinnen(een) == write_zinnen(ander))


@pytest.mark.parametrize(
    ("markup", "verwacht"),
    [
        ("Een zin. Nog een.\n\nEn hier.", ["Een zin.", " Nog een.", "En hier."]),
        # A heading, the lines of an address and a sentence over two paragraphs are one.
        ("Aanpak\n\nWe gaan aan de slag. Nu.", ["Aanpak\nWe gaan aan de slag.", " Nu."]),
        ("J. Jansen\n\nPostbus 78\n\n2600 ME Delft", ["J. Jansen\nPostbus 78\n2600 ME Delft"]),
        ("In overleg met o.a.\n\nDe politie.", ["In overleg met o.a.\nDe politie."]),
        # A list stands apart, unless its points say that they go on.
        ("We doen:\n\n- een\n- twee", ["We doen:", "een", "twee"]),
        ("- een; of\n- twee\n- drie,\n- vier", ["een; of\ntwee", "drie,\nvier"]),
        ("Een **zin. Nog** een.", ["Een zin.", " Nog een."]),
    ],
)
def test_wat_een_zin_is(markup, verwacht):
    assert zinnen(markup) == verwacht


@pytest.mark.parametrize(
    "stuk",
    [
        "€ 10.000,-", "10.000 euro", "0,4 fte", "10.30 uur", "12 maart 2027", "2027-2028",
        "art. 3.1", "1234 AB", "06-12345678", "015 123 45 67", "15%", "j.jansen@delft.example",
        "www.delft.example/a", "J. de Vries", "A.B. van den Berg", "Jan de Boer",
        "[het hele plan](https://a.example)",
    ],
)  # fmt: skip
def test_een_stuk_blijft_heel(stuk):
    (zin,) = read_zinnen(read_markup(f"zo is het dan; {stuk} ; dat was het"))
    stukken = ["".join(s.tekst for s in een.stukken) for een in read_tokens([zin])]
    kaal = stuk.partition("](")[0].removeprefix("[")
    assert any(kaal in een for een in stukken), stukken
    assert [een.strip() for een in (stukken[0], stukken[-1])] == ["zo", "het"]


def test_een_lange_rij_tussenvoegsels_kost_niet_meer():
    (zin,) = read_zinnen(read_markup("Jan" + " van de" * 5_000))
    assert len(read_tokens([zin])) == 1


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
