"""Sentences are the text again, and pieces are never taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from trials import text, trials
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
    return [zin.text for zin in read_zinnen(read_markup(markup))]


@trials(500)
@given(markup=text)
def test_zinnen_zijn_samen_weer_de_tekst(markup):
    blocks = read_markup(clean(markup))
    assert write_zinnen(read_zinnen(blocks)) == blocks


@trials(500)
@given(pair=tekstparen)
def test_gelijke_stukken_zijn_gelijke_zinnen(pair):
    one, other = (read_zinnen(read_markup(markup)) for markup in pair)
    equal = read_tokens(one) == read_tokens(other)
    assert equal == (write_zinnen(one) == write_zinnen(other))


@pytest.mark.parametrize(
    ("markup", "expected"),
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
def test_wat_een_zin_is(markup, expected):
    assert zinnen(markup) == expected


@pytest.mark.parametrize(
    "run",
    [
        "€ 10.000,-", "10.000 euro", "0,4 fte", "10.30 uur", "12 maart 2027", "2027-2028",
        "art. 3.1", "1234 AB", "06-12345678", "015 123 45 67", "15%", "j.jansen@delft.example",
        "www.delft.example/a", "J. de Vries", "A.B. van den Berg", "Jan de Boer",
        "[het hele plan](https://a.example)",
    ],
)  # fmt: skip
def test_een_stuk_blijft_heel(run):
    (zin,) = read_zinnen(read_markup(f"zo is het dan; {run} ; dat was het"))
    runs = ["".join(s.text for s in one.runs) for one in read_tokens([zin])]
    bare = run.partition("](")[0].removeprefix("[")
    assert any(bare in one for one in runs), runs
    assert [one.strip() for one in (runs[0], runs[-1])] == ["zo", "het"]


def test_een_lange_rij_tussenvoegsels_kost_niet_meer():
    (zin,) = read_zinnen(read_markup("Jan" + " van de" * 5_000))
    assert len(read_tokens([zin])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De wijk is rustig.| De buurt ook.",
        "Doe mee!| Iedereen kan dat.| En waarom niet?| Omdat het mag.",
        "Het sluit daarop aan.| De gemeente (de raad).| “Samen” is het woord.",
        "Hij zei: “Kom maar.”| Toen ging hij.",
        "Dat was in 2027.| De raad kreeg € 10.000.| Dat is 15%.| Meer niet.",
        "De ene zin.|\nDe andere zin.",
    ],
)
def test_zekere_einden(text):
    parts = text.split("|")
    ends = find_zinseinden("".join(parts))
    assert ends == [len("".join(parts[: i + 1])) for i in range(len(parts) - 1)]


@pytest.mark.parametrize(
    "text",
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
def test_twijfel_is_geen_einde(text):
    assert find_zinseinden(text) == []


@pytest.mark.parametrize(
    ("text", "af"),
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
def test_of_een_tekst_af_is(text, af):
    assert is_complete(text) is af


@pytest.mark.parametrize(
    ("text", "door"),
    [("een loket;", True), ("een loket, of", True), ("een loket en", True),
     ("een loket", False), ("het dorp van Hof", False), ("een loket.", False)],
)  # fmt: skip
def test_of_een_punt_zelf_zegt_dat_het_doorgaat(text, door):
    assert is_unfinished(text) is door
