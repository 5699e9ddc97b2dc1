"""Controls put around the blanks of a form."""

from __future__ import annotations

import re

from small_forms import cell, control, form_bytes, heading, p, run, table
from uitvoeringsplan.forms.blank_controls import mark_of
from uitvoeringsplan.forms.form_reader import read_form
from uitvoeringsplan.forms.ids import Ids
from uitvoeringsplan.forms.proposal import propose
from uitvoeringsplan.forms.template import make_template
from uitvoeringsplan.ooxml.package import load_package

MAIN = "word/document.xml"


def made(*content):
    package = load_package(form_bytes(*content), "x.docx")
    form = read_form(package)
    questions, ids = propose(form).questions, Ids()
    for question in questions:
        question.id = ids.of(question.label)
    data = make_template(package, form, questions)
    return load_package(data, "y.docx").content(MAIN).decode(), questions


def test_een_plek_in_een_regel_heeft_een_bladwijzer_om_zich_heen():
    text, (question,) = made(p("Naam van iemand: ____"))
    assert mark_of(question, question.places[0]) == "uv1_naam_van_iemand"
    assert re.search(r'<w:bookmarkStart w:id="\d+" w:name="uv1_naam_van_iemand"/><w:sdt>', text)
    assert re.search(r'</w:sdt><w:bookmarkEnd w:id="\d+"/>', text)
    assert '<w:docPart w:val="UvpVeld-naam-van-iemand"/>' in text


def test_een_plek_in_een_cel_heeft_die_niet():
    text, _ = made(table(["Naam:", cell()]))
    assert "bookmarkStart" not in text
    assert "<w:sdtContent><w:p></w:p></w:sdtContent>" in text


def test_wat_er_stond_is_de_aanwijzing_en_het_antwoord_krijgt_het_uiterlijk():
    text, _ = made(p("Naam: ", run("__", "<w:b/>"), run("__", "<w:i/>"), " na"))
    prompt = '<w:rStyle w:val="Tekstaanduiding"/>'
    assert "<w:sdtPr><w:rPr><w:b/></w:rPr><w:alias" in text
    assert f"<w:rPr>{prompt}<w:b/></w:rPr>" in text
    assert f"<w:rPr>{prompt}<w:i/></w:rPr>" in text


def test_een_tekst_met_twee_plekken_wordt_in_vijven_geknipt():
    text, _ = made(p("Van [begin] tot [eind] uur"))
    texts = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text)
    assert texts == ["Van ", "[begin]", " tot ", "[eind]", " uur"]


def test_nummers_zijn_van_niets_anders():
    text, _ = made(
        p('<w:bookmarkStart w:id="2" w:name="x"/>', '<w:bookmarkEnd w:id="2"/>', "Naam: ____"),
        p("Plaats: ", control(more='<w:id w:val="1"/>')),
        heading("x"),
    )
    numbers = re.findall(r'<w:(?:id w:val|bookmarkStart w:id)="(\d+)"', text)
    assert sorted(numbers) == sorted(set(numbers))
