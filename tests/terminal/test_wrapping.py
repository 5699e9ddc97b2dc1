"""Lines that fit: at words, with what is copied whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.terminal.visible import colour_mark, make_visible
from uitvoeringsplan.terminal.wrapping import (
    columns_of,
    fit_text,
    line_slices,
    progress_bar,
    wrap_line,
)

PATH = "C:/een/heel/lang/pad/naar/oudermeer.plan.yaml"


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("e\u0301", 1), ("漢字", 4), ("🙂", 2), ("👩\u200d🔧", 4)],
)
def test_de_breedte_op_het_scherm(text, width):
    assert columns_of(text) == width


def test_een_kleur_neemt_geen_plaats():
    red = f"{colour_mark(31)}rood{colour_mark(39)}"
    assert columns_of(red) == columns_of(make_visible(red)) == 4


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("een twee drie vier vijf", ["een twee drie vier", "vijf"]),
        ("- een twee drie vier vijf", ["- een twee drie vier", "  vijf"]),
        ("12. een twee drie vier vijf", ["12. een twee drie", "    vier vijf"]),
        ("[ ] 0/3  een twee drie vier", ["[ ] 0/3  een twee", "         drie vier"]),
        ("   open a: twee drie vier", ["   open a: twee drie", "        vier"]),
        ("    een twee drie vier vijf", ["    een twee drie", "    vier vijf"]),
        (f"zie {PATH} daar", ["zie", PATH, "daar"]),
        (f"zie ({PATH}).", ["zie", f"({PATH})."]),
        ("mail naam@een.lang.adres.example nu", ["mail", "naam@een.lang.adres.example", "nu"]),
        (
            "doe `uitvoeringsplan status --alles` nu",
            ["doe", "`uitvoeringsplan status --alles`", "nu"],
        ),
        ("`een twee` drie vier vijf zes", ["`een twee` drie vier", "vijf zes"]),
        (f"een {'x' * 25} twee", ["een", "x" * 20, "xxxxx twee"]),
        (f"- {'x' * 25} twee", [f"- {'x' * 18}", f"  {'x' * 7} twee"]),
        (f"- {PATH} twee", [f"- {PATH}", "  twee"]),
        (f"- {'x' * 18} twee", [f"- {'x' * 18}", "  twee"]),
        (f"            {'x' * 15}", [f"     {'x' * 15}"]),
        (f"漢{'字' * 9} drie", [f"漢{'字' * 9}", "drie"]),
        ("een twee drie     vier", ["een twee drie", "vier"]),
        ("", [""]),
        ("   ", [""]),
    ],
)
def test_een_regel_vouwt_aan_woorden(line, expected):
    assert wrap_line(line, 20) == expected


def test_wat_eronder_komt_hangt_zo_ver_als_gevraagd():
    assert wrap_line("een twee drie vier vijf", 20, " ", 4) == [" een twee drie vier", "     vijf"]


words = st.text("abcdefgé漢 -.1[]x`", max_size=60)


@given(words, st.integers(0, 12), st.integers(16, 40))
@trials(400)
def test_elk_woord_dat_past_blijft_heel_en_elke_regel_past(text, indent, kolommen):
    line = f"{' ' * indent}{text}"
    result = wrap_line(line, kolommen)
    # One file name among the words may be too long, and stays whole.
    te_lang = [one for one in result if columns_of(one) > kolommen]
    assert all(len(one.split()) == 1 and re.search(r"[`.]", one) for one in te_lang)
    if all(columns_of(word) <= kolommen for word in line.split()):
        assert " ".join(result).split() == line.split()
    assert "".join(result).replace(" ", "") == line.replace(" ", "")


@given(words, st.integers(0, 10), st.integers(0, 8))
@trials(200)
def test_de_stukken_sluiten_op_elkaar_aan(text, hang, start):
    found = line_slices(text, 20, hang, start)
    between = [text[until:since] for (_, until), (since, _) in pairwise(found)]
    assert "".join(between).strip(" ") == ""
    assert found[0][0] == 0
    assert text[found[-1][1] :].strip(" ") == ""


def test_een_opdracht_op_een_eigen_regel_blijft_een_regel():
    command = "uitvoeringsplan inlezen oudermeer.docx oudermeer.plan.yaml"
    assert fit_text(f"Dat kan met:\n{command}", 20).split("\n") == ["Dat kan met:", command]


def test_een_fout_in_het_gebruik_is_geen_opdracht():
    assert fit_text("uitvoeringsplan status: de optie bestaat niet.", 30).split("\n") == [
        "uitvoeringsplan status: de",
        "optie bestaat niet.",
    ]


@pytest.mark.parametrize(
    ("done", "total", "expected"),
    [
        (0, 20, "[....................] 0/20"),
        (7, 20, "[#######.............] 7/20"),
        (19, 20, "[###################.] 19/20"),
        (20, 20, "[####################] 20/20"),
        (341, 342, "[###################.] 341/342"),
        (0, 0, "[####################] 0/0"),
    ],
)
def test_de_balk(done, total, expected):
    assert progress_bar(done, total) == expected
    assert expected.isascii()
