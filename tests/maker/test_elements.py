"""The small builders: what they write is what their call says, and Word keeps every blank."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml import etree

from uitvoeringsplan.maker.elements import el, field, paragraph, run, text_element
from uitvoeringsplan.model.answer_markup import Run


def xml(element) -> str:
    """Return an element without the namespaces that python-docx puts on it."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode"))


def test_een_element_met_kenmerken_en_kinderen():
    assert xml(el("spacing", after=120, before=0)) == '<w:spacing w:after="120" w:before="0"/>'
    assert xml(el("p", el("r"), None, el("r"))) == "<w:p><w:r/><w:r/></w:p>"
    link = el("hyperlink", r__id="rId7")
    assert link.get(qn("r:id")) == "rId7"
    assert el("a:blip").tag == qn("a:blip")


def test_een_tekst_houdt_haar_spaties():
    made = text_element(" a ")
    assert (made.tag, made.text) == (qn("w:t"), " a ")
    assert made.get(qn("xml:space")) == "preserve"
    assert text_element("PAGE", "instrText").tag == qn("w:instrText")


def test_een_stuk_tekst_met_tab_en_nieuwe_regel():
    names = [kind.tag.partition("}")[2] for kind in run("a\tb\n\tc")]
    assert names == ["t", "tab", "t", "br", "tab", "t"]
    assert list(run("")) == []


def test_een_stuk_tekst_in_zijn_jas():
    assert run("x").find(qn("w:rPr")) is None
    dress = run("x", "Hyperlink", Run("", vet=True, cursief=True)).find(qn("w:rPr"))
    assert [kind.tag.partition("}")[2] for kind in dress] == ["rStyle", "b", "i"]
    assert dress[0].get(qn("w:val")) == "Hyperlink"
    assert [k.tag.partition("}")[2] for k in run("x", dress=Run("", cursief=True))[0]] == ["i"]


def test_een_alinea_heeft_alleen_eigenschappen_als_ze_er_zijn():
    assert xml(paragraph("", [])) == "<w:p/>"
    assert xml(paragraph("Title", [el("r")], el("keepNext"))) == (
        '<w:p><w:pPr><w:pStyle w:val="Title"/><w:keepNext/></w:pPr><w:r/></w:p>'
    )


def test_een_veld_is_gesloten_en_toont_zijn_uitkomst():
    for dirty in (False, True):
        runs = field("PAGE", "1", dirty=dirty)
        kinds = [run[0].get(qn("w:fldCharType")) for run in runs]
        assert kinds == ["begin", None, "separate", None, "end"]
        assert runs[1][0].text == " PAGE "
        assert runs[3][0].text == "1"
        assert runs[0][0].get(qn("w:dirty")) == ("true" if dirty else None)
