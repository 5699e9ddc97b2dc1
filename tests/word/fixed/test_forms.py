"""Every form that a reader sees has a code, and every code a name."""

from __future__ import annotations

import pytest
from part_to_read import p, part, r

from uitvoeringsplan.document import visible_form
from uitvoeringsplan.ooxml.counters import read_counters
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.styles import read_styles
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.fixed import forms
from uitvoeringsplan.word.fixed.forms import (
    FixedForms,
    name_paragraph_codes,
    name_run_codes,
    shows_alone,
    split_paragraph_codes,
)
from uitvoeringsplan.word.fixed.words import read_part

STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Weg"><w:name w:val="weg"/><w:rPr><w:vanish/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Oud"><w:name w:val="oud"/><w:rPr><w:strike/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Nadruk"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr>
</w:style></w:styles>"""
LIST = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">
<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>"""


def looks(content: str) -> list[str]:
    """Return how the sentences of a part look, as a property holds it."""
    stylesheet = read_styles(parse(STYLES.encode(), "x", "y"))
    counters = read_counters(parse(LIST.encode(), "x", "y"))
    read = read_part(part(content), "x", "y", (), forms=FixedForms(stylesheet, counters))
    return [sentence.form.encoded() for sentence in read.sentences]


def styled(style: str, *runs: str, more: str = "") -> str:
    return p(f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>', *runs)


def point(number: int, level: int = 0) -> str:
    own = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return p(f"<w:pPr><w:numPr>{own}</w:numPr></w:pPr>", r("Punt."))


def test_elke_vorm_die_een_lezer_ziet_heeft_een_code_en_elke_code_een_naam():
    own = {
        visible_form.UNDERLINED, visible_form.HIGHLIGHTED, visible_form.COLOURED,
        visible_form.WHITE, visible_form.BOXED, visible_form.GROUND, visible_form.ACCENTED,
        visible_form.EFFECT, visible_form.HIGH, visible_form.LOW, visible_form.CAPITALS,
        visible_form.SMALL_CAPITALS, "vet", "cursief",
    }  # fmt: skip
    assert own == set(forms._RUN)
    codes = [*forms._RUN.values(), *forms._THINGS]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 1 and code.islower() for code in codes)
    assert name_run_codes("bB") == ["vet", "niet vet"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (p(r("Gewoon.")), [""]),
        (p(r("Vet.", "<w:b/>")), ["b"]),
        (p(r("Heel "), r("vet.", "<w:b/>")), ["b.…"]),
        (p(r("Een. Twee.", "<w:b/>")), ["b", "b"]),
        (p(r("Een. "), r("Twee.", "<w:u w:val='single'/>")), ["", "u"]),
        (p(r("Nadruk.", "<w:rStyle w:val='Nadruk'/>")), ["i"]),
        (styled("Kop", r("Kop")), [";k2"]),
        (styled("Kop", r("Kop", "<w:b/>")), [";k2"]),  # a heading is bold anyhow
        (styled("Kop", r("Kop", "<w:b w:val='0'/>")), ["B;k2"]),
        (styled("Oud", r("Weg ermee.")), ["c"]),
        (styled("Weg", r("Stil.")), ["v.…"]),
        (p(r("Stil.", "<w:vanish/>")), ["v.…"]),
        (p(r("Een"), "<w:r><w:tab/></w:r>", r("twee.")), ["t.…"]),
        (point(1) + point(1), [";n1", ";n1"]),
        (point(1) + point(1, 1) + point(1), [";n1", ";o2", ";n1"]),
        (point(2) + point(2), [";n1r7", ";n1"]),
        (point(1) + p(r("Tussen.")) + point(1), [";n1", "", ";n1r2"]),
        ("<w:tbl><w:tr><w:tc>" + p(r("Cel.")) + "</w:tc></w:tr></w:tbl>", [";t"]),
        (styled("Normal", more="<w:pBdr><w:top w:val='single'/></w:pBdr>"), [";b"]),
        (p(), []),
    ],
)  # fmt: skip
def test_hoe_een_zin_eruitziet(content, codes):
    found = looks(content)
    assert len(found) == len(codes)
    for one, code in zip(found, codes, strict=True):
        assert one == code or (code.endswith("…") and one.startswith(code[:-1]))


NEW = "<w:pPr><w:pageBreakBefore/></w:pPr>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    "content",
    [
        p(r("Een.")) + p(NEW, r("Twee.")),
        p(r("Een.")) + p(BREAK, r("Twee.")),
        p(r("Een."), BREAK) + p(r("Twee.")),
        p(r("Een.")) + p(BREAK) + p(r("Twee.")),
    ],
)
def test_een_nieuwe_pagina_is_dezelfde_hoe_een_programma_die_ook_schrijft(content):
    assert looks(content) == ["", ";p"]


def test_een_sectie_begint_voor_de_alinea_erna():
    end = "<w:pPr><w:sectPr/></w:pPr>"
    assert looks(p(end, r("Een.")) + p(r("Twee."))) == ["", ";e"]
    assert looks(p(r("Een.")) + p(end) + p(r("Twee."))) == ["", ";e"]
    assert looks(p(r("Een.")) + p(end)) == ["", ";e"]  # with nothing behind it


def test_wat_een_programma_in_stukken_knipt_is_hetzelfde():
    one = looks(p(r("Dit is "), r("heel vet", "<w:b/>"), r(" hoor.")))
    other = looks(
        p(r("Dit "), r("is "), r("heel ", "<w:b/>"), r("vet", "<w:b/>"), r(" hoor.", "<w:lang/>"))
    )
    assert one == other != looks(p(r("Dit is heel "), r("vet", "<w:b/>"), r(" hoor.")))


def test_de_codes_van_een_alinea_hebben_een_naam():
    assert split_paragraph_codes("n2r7bt") == ["n2", "r7", "b", "t"]
    names = name_paragraph_codes(["k1", "o2", "r7", "b"])
    assert names == [
        "een kop van niveau 1", "een punt op niveau 2", "een nummering die bij 7 begint",
        "een rand",
    ]  # fmt: skip
    assert shows_alone("b")
    assert not shows_alone("k1t")
