"""Fields that fetch go, and their words stay; what a field tells of its maker goes too."""

from __future__ import annotations

import re

import pytest
from small_parts import code, field, inside, part, run, sign

from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.cleaning.field_cleaning import clean_fields
from uitvoeringsplan.word.cleaning.left_out import LeftOut


def cleaned(inner: str) -> tuple[str, str]:
    """Return what is left of a part, and what the user reads of it."""
    report, root = LeftOut(), parse(part(inner), "x", "s.docx")
    for action in [*clean_fields(root, report)]:
        action()
    return inside(write(root)), "\n".join(report.zinnen())


def test_een_veld_houdt_zijn_woorden_maar_niet_zijn_bron(sjabloon):
    data = sjabloon.package.content("word/document.xml").decode()
    assert not re.search("INCLUDEPICTURE|FILENAME|DOCPROPERTY", data)
    assert '<w:fldSimple w:instr=" AUTHOR ">' in data
    assert len(re.findall('fldCharType="begin"', data)) == len(
        re.findall('fldCharType="end"', data)
    )


@pytest.mark.parametrize(
    ("code", "field_stays", "words_stay", "sentence"),
    [
        (" PAGE ", True, True, ""),
        (' HYPERLINK "https://a.nl" ', True, True, ""),
        (" includetext x.docx ", False, True, "een veld dat iets"),
        (" LINK Excel.Sheet ", False, True, "een veld dat iets"),
        (" REF C:\\\\wie\\\\x ", False, True, "een veld dat iets"),
        (" DOCPROPERTY Zaaknummer ", False, True, "een veld dat iets"),
        (" DOCPROPERTY Company ", False, False, "veld over de maker"),
        (' INFO "LastSavedBy" ', False, False, "veld over de maker"),
        (" FILENAME \\p ", False, False, "veld over de maker"),
        (" USERNAME ", False, False, "veld over de maker"),
        (" AUTHOR ", True, False, "veld over de maker"),
        (" SAVEDATE ", True, False, "veld over de maker"),
    ],
)
def test_wat_van_een_veld_blijft(code, field_stays, words_stay, sentence):
    long, said = cleaned(field(code, run("woorden")))
    assert ("fldChar" in long, "instrText" in long) == (field_stays, field_stays)
    assert ("woorden" in long) is words_stay
    assert sentence in said
    assert bool(said) is bool(sentence)
    instr = code.replace('"', "&quot;")
    short, _ = cleaned(f'<w:fldSimple w:instr="{instr}">{run("woorden")}</w:fldSimple>')
    assert ("fldSimple" in short, "woorden" in short) == (field_stays, words_stay)


def test_een_leeg_veld_over_de_maker_wordt_niet_genoemd():
    assert cleaned(field("USERNAME", "<w:r/>"))[1] == ""


def test_een_veld_in_de_code_van_een_ander():
    """What stands in a code is code, also the result of a field in it."""
    inner = code("IF ") + field("FILENAME", run("wie.docx")) + code(" = INCLUDETEXT")
    left, _ = cleaned(f"{sign('begin')}{inner}{sign('separate')}{run('woorden')}{sign('end')}")
    assert "wie.docx" not in left
    assert "FILENAME" not in left
    assert "woorden" in left
    link = code("LINK ") + field("PAGE", run("7"))
    left, _ = cleaned(f"{sign('begin')}{link}{sign('separate')}{run('woorden')}{sign('end')}")
    assert [piece in left for piece in ("LINK", "PAGE", "7", "woorden")] == [False] * 3 + [True]


def test_een_veld_in_het_resultaat_van_een_ander_gaat_met_zijn_woorden():
    left, said = cleaned(field("USERNAME", run("voor ") + field("PAGE", run("7"))))
    assert [piece in left for piece in ("USERNAME", "voor", "7", "PAGE")] == [False] * 3 + [True]
    assert "een veld over de maker" in said


def test_losse_tekens_van_een_veld_zijn_niets():
    inner = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("a")
    assert cleaned(inner) == (inner, "")
