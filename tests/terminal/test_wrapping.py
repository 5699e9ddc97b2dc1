"""Lines that fit: at words, with what is copied whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.terminal.visible import colour_mark, make_visible
from uitvoeringsplan.terminal.wrapping import (
    columns_of,
    fit_text,
    line_slices,
    progress_bar,
    wrap_line,
)

PAD = "C:/een/heel/lang/pad/naar/oudermeer.plan.yaml"


@pytest.mark.parametrize(
    ("tekst", "breed"),
    [("abc", 3), ("e\u0301", 1), ("漢字", 4), ("🙂", 2), ("👩\u200d🔧", 4)],
)
def test_de_breedte_op_het_scherm(tekst, breed):
    assert columns_of(tekst) == breed


def test_een_kleur_neemt_geen_plaats():
    rood = f"{colour_mark(31)}rood{colour_mark(39)}"
    assert columns_of(rood) == columns_of(make_visible(rood)) == 4


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("een twee drie vier vijf", ["een twee drie vier", "vijf"]),
        ("- een twee drie vier vijf", ["- een twee drie vier", "  vijf"]),
        ("12. een twee drie vier vijf", ["12. een twee drie", "    vier vijf"]),
        ("[ ] 0/3  een twee drie vier", ["[ ] 0/3  een twee", "         drie vier"]),
        ("   open a: twee drie vier", ["   open a: twee drie", "        vier"]),
        ("    een twee drie vier vijf", ["    een twee drie", "    vier vijf"]),
        (f"zie {PAD} daar", ["zie", PAD, "daar"]),
        (f"zie ({PAD}).", ["zie", f"({PAD})."]),
        ("mail naam@een.lang.adres.example nu", ["mail", "naam@een.lang.adres.example", "nu"]),
        (
            "doe `uitvoeringsplan status --alles` nu",
            ["doe", "`uitvoeringsplan status --alles`", "nu"],
        ),
        ("`een twee` drie vier vijf zes", ["`een twee` drie vier", "vijf zes"]),
        (f"een {'x' * 25} twee", ["een", "x" * 20, "xxxxx twee"]),
        (f"- {'x' * 25} twee", [f"- {'x' * 18}", f"  {'x' * 7} twee"]),
        (f"- {PAD} twee", [f"- {PAD}", "  twee"]),
        (f"- {'x' * 18} twee", [f"- {'x' * 18}", "  twee"]),
        (f"            {'x' * 15}", [f"     {'x' * 15}"]),
        (f"漢{'字' * 9} drie", [f"漢{'字' * 9}", "drie"]),
        ("een twee drie     vier", ["een twee drie", "vier"]),
        ("", [""]),
        ("   ", [""]),
    ],
)
def test_een_regel_vouwt_aan_woorden(regel, verwacht):
    assert wrap_line(regel, 20) == verwacht


def test_wat_eronder_komt_hangt_zo_ver_als_gevraagd():
    assert wrap_line("een twee drie vier vijf", 20, " ", 4) == [" een twee drie vier", "     vijf"]


woorden = st.text("abcdefgé漢 -.1[]x`", max_size=60)


@given(woorden, st.integers(0, 12), st.integers(16, 40))
@proeven(400)
def test_elk_woord_dat_past_blijft_heel_en_elke_regel_past(tekst, inspringing, kolommen):
    regel = f"{' ' * inspringing}{tekst}"
    uit = wrap_line(regel, kolommen)
    # One file name among the words may be too long, and stays whole.
    te_lang = [een for een in uit if columns_of(een) > kolommen]
    assert all(len(een.split()) == 1 and re.search(r"[`.]", een) for een in te_lang)
    if all(columns_of(woord) <= kolommen for woord in regel.split()):
        assert " ".join(uit).split() == regel.split()
    assert "".join(uit).replace(" ", "") == regel.replace(" ", "")


@given(woorden, st.integers(0, 10), st.integers(0, 8))
@proeven(200)
def test_de_stukken_sluiten_op_elkaar_aan(tekst, hang, begin):
    gevonden = line_slices(tekst, 20, hang, begin)
    tussen = [tekst[tot:van] for (_, tot), (van, _) in pairwise(gevonden)]
    assert "".join(tussen).strip(" ") == ""
    assert gevonden[0][0] == 0
    assert tekst[gevonden[-1][1] :].strip(" ") == ""


def test_een_opdracht_op_een_eigen_regel_blijft_een_regel():
    opdracht = "uitvoeringsplan inlezen oudermeer.docx oudermeer.plan.yaml"
    assert fit_text(f"Dat kan met:\n{opdracht}", 20).split("\n") == ["Dat kan met:", opdracht]


def test_een_fout_in_het_gebruik_is_geen_opdracht():
    assert fit_text("uitvoeringsplan status: de optie bestaat niet.", 30).split("\n") == [
        "uitvoeringsplan status: de",
        "optie bestaat niet.",
    ]


@pytest.mark.parametrize(
    ("gedaan", "totaal", "verwacht"),
    [
        (0, 20, "[....................] 0/20"),
        (7, 20, "[#######.............] 7/20"),
        (19, 20, "[###################.] 19/20"),
        (20, 20, "[####################] 20/20"),
        (341, 342, "[###################.] 341/342"),
        (0, 0, "[####################] 0/0"),
    ],
)
def test_de_balk(gedaan, totaal, verwacht):
    assert progress_bar(gedaan, totaal) == verwacht
    assert verwacht.isascii()
