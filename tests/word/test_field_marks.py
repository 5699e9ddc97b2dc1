"""Places that bookmarks mark, seen as controls and back."""

from __future__ import annotations

import pytest
from lxml import etree

from uitvoeringsplan.ooxml.tree import fragment, val, w
from uitvoeringsplan.word.field_marks import is_wrapped, mark_name, unwrap_marked, wrap_marked
from uitvoeringsplan.word.invulvelden import choice_of, tag_of

RUN = "<w:r><w:t>{}</w:t></w:r>"
START, END = '<w:bookmarkStart w:id="7" w:name="{}"/>', '<w:bookmarkEnd w:id="7"/>'
SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _paragraph(inside: str) -> etree._Element:
    (paragraph,) = fragment(f"<w:p>{inside}</w:p>")
    return paragraph


def test_om_een_gemerkte_plek_komt_een_invulveld_dat_weer_gaat():
    name = mark_name("een-vraag", 2)
    paragraph = _paragraph(RUN.format("a") + START.format(name) + RUN.format("b") + END)
    before = etree.tostring(paragraph)
    assert wrap_marked(paragraph)
    (control,) = paragraph.iter(w("sdt"))
    assert (tag_of(control), choice_of(control), is_wrapped(control)) == ("een-vraag", 2, True)
    assert "".join(control.itertext()) == "b"
    unwrap_marked(paragraph)
    assert etree.tostring(paragraph) == before


@pytest.mark.parametrize("name", ["uva_een", "uv0_een", "uv1_", "Text1", "uvx_een"])
def test_een_andere_bladwijzer_merkt_niets(name):
    paragraph = _paragraph(START.format(name) + RUN.format("b") + END)
    assert not wrap_marked(paragraph)
    assert next(paragraph.iter(w("sdt")), None) is None


def test_een_bladwijzer_die_in_een_veld_begint_merkt_het_hele_veld():
    name = mark_name("een", 1) + "_Copy_1"
    inside = SIGN.format("begin") + SIGN.format("separate") + START.format(name)
    paragraph = _paragraph(f"{RUN.format('a')}{inside}{RUN.format('b')}{SIGN.format('end')}{END}")
    wrap_marked(paragraph)
    (control,) = paragraph.iter(w("sdt"))
    assert len(list(control.iter(w("fldChar")))) == 3
    assert "".join(control.itertext()) == "b"


def test_een_invulveld_dat_zijn_code_verloor_krijgt_die_terug():
    def sdt(properties: str, inside: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    start = START.format(mark_name("een", 1))
    for inside in (
        start + sdt("", RUN.format("b")) + END,
        sdt("", start + RUN.format("b")) + END,
        sdt("<w:date/>", RUN.format("4") + start + RUN.format("-3") + END),
    ):
        paragraph = _paragraph(inside)
        wrap_marked(paragraph)
        (control,) = paragraph.iter(w("sdt"))
        assert (tag_of(control), is_wrapped(control)) == ("een", False)
        assert val(next(control.iter(w("tag")))) == "een#1"
