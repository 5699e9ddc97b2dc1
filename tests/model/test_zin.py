"""Sentences are the text again, and pieces are never taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from proeven import proeven, tekst
from uitvoeringsplan.model.opmaak import lees_opmaak
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.model.woordstuk import read_woordstukken
from uitvoeringsplan.model.zin import read_zinnen, write_zinnen
from verschilproeven import tekstparen


def zinnen(markup):
    return [zin.tekst for zin in read_zinnen(lees_opmaak(markup))]


@proeven(500)
@given(markup=tekst)
def test_zinnen_zijn_samen_weer_de_tekst(markup):
    blokken = lees_opmaak(schoon(markup))
    assert write_zinnen(read_zinnen(blokken)) == blokken


@proeven(500)
@given(paar=tekstparen)
def test_gelijke_stukken_zijn_gelijke_zinnen(paar):
    een, ander = (read_zinnen(lees_opmaak(markup)) for markup in paar)
    gelijk = read_woordstukken(een) == read_woordstukken(ander)
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
    (zin,) = read_zinnen(lees_opmaak(f"zo is het dan; {stuk} ; dat was het"))
    stukken = ["".join(s.tekst for s in een.stukken) for een in read_woordstukken([zin])]
    kaal = stuk.partition("](")[0].removeprefix("[")
    assert any(kaal in een for een in stukken), stukken
    assert [een.strip() for een in (stukken[0], stukken[-1])] == ["zo", "het"]


def test_een_lange_rij_tussenvoegsels_kost_niet_meer():
    (zin,) = read_zinnen(lees_opmaak("Jan" + " van de" * 5_000))
    assert len(read_woordstukken([zin])) == 1
