"""Blanks in a line of text."""

from __future__ import annotations

import pytest

from small_forms import cell, p, read, run, table
from uitvoeringsplan.forms.blank_text import LeftBlank, cut_line
from uitvoeringsplan.forms.blanks import find_blanks
from uitvoeringsplan.forms.places import Source


def cut(*content):
    left = []
    (line,) = read(p(*content)).containers[0].lines
    cut_line(line, left)
    return [piece.text or str(piece.place.source) for piece in line.pieces], left


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("______", Source.RULE),
        ("......", Source.RULE),
        ("……", Source.RULE),
        ("__-__-____", Source.RULE),
        ("[naam]", Source.BRACKET),
        ("<naam>", Source.BRACKET),
        ("{naam}", Source.BRACKET),
        ("«naam»", Source.BRACKET),
        ("☐", Source.SIGN),
        ("[  ]", Source.SIGN),
        ("( x )", Source.SIGN),
    ],
)
def test_een_plek_in_een_regel(text, source):
    pieces, left = cut(f"Voor {text} na")
    assert pieces == ["Voor ", str(source), " na"]
    assert left == []


@pytest.mark.parametrize("text", ["[12]", "(zie boven)", "a_b", "wacht...", "[https://x.nl]"])
def test_wat_geen_plek_is(text):
    assert cut(f"Voor {text} na")[0] == [f"Voor {text} na"]


def test_wat_voor_een_ander_is_blijft_weg_met_de_reden():
    assert cut("Nummer [niet invullen]")[1] == [
        LeftBlank("niet invullen", "is voor wie het formulier ontvangt")
    ]
    assert cut("[Vul de tabel hieronder in]")[1] == [
        LeftBlank("Vul de tabel hieronder in", "is een aanwijzing voor wie invult")
    ]


def test_een_kolom_met_uitleg_vraagt_niets():
    form = read(table(["Vraag", "Toelichting"], [cell("Naam: [naam]"), cell("zoals [Jan]")]))
    assert LeftBlank("Jan", "staat in een kolom met uitleg") in find_blanks(form)


def test_een_plek_weet_waar_ze_staat_ook_in_meer_stukken():
    (line,) = read(p("Naam: ", run("__"), run("____"), " en")).containers[0].lines
    cut_line(line, [])
    spot = line.places[0].spot
    assert (spot.first.text, spot.start) == ("__", 0)
    assert (spot.last.text, spot.end) == ("____", 4)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ((p("Naam:"), p(), p("Plaats:"), p()), 2),
        ((p("Naam:"), table(["a", "b"])), 0),
        ((p("Dit gaat mee:"), p("punt", point=True)), 0),
        ((p("Naam:"), p("Dat is alles.")), 0),
    ],
)
def test_ruimte_achter_een_dubbele_punt(content, found):
    form = read(*content)
    find_blanks(form)
    assert len(form.containers[0].places) == found
