"""A Word file as a form."""

from __future__ import annotations

import pytest

from small_forms import control, form_bytes, p, read
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.forms.form_reader import read_form
from uitvoeringsplan.ooxml.package import load_package


def test_de_titel_staat_in_de_tekst():
    assert read(p("Aanvraag", style="Titel"), p("rest")).title == "Aanvraag"
    assert read(p(""), p("Aanvraag", bold=True), p("rest")).title == "Aanvraag"
    assert read(p("rest")).title == ""


def test_de_tekst_komt_voor_de_koptekst_en_de_noten():
    note = f'<w:footnote w:id="2">{p("noot")}</w:footnote>'
    form = read(p("tekst"), header=p("kop"), notes=note)
    assert [(c.kind, c.words) for c in form.containers] == [
        ("body", "tekst"),
        ("header", "kop"),
        ("note", "noot"),
    ]
    assert set(form.part_roots) == {"word/document.xml", "word/header1.xml", "word/footnotes.xml"}


@pytest.mark.parametrize(
    ("settings", "protection"),
    [
        ('<w:documentProtection w:edit="forms" w:enforcement="1"/>', "forms"),
        ('<w:documentProtection w:edit="forms" w:enforcement="0"/>', ""),
        ("<w:zoom/>", ""),
    ],
)
def test_hoe_een_formulier_beveiligd_is(settings, protection):
    assert read(p(control()), settings=settings).protection == protection


def test_de_stijl_van_een_leeg_veld():
    assert read(p()).prompt_style == "Tekstaanduiding"


def test_een_beschadigd_bestand_wordt_geweigerd():
    data = form_bytes(p("x")).replace(b"PK", b"KP")
    with pytest.raises(SjabloonError):
        read_form(load_package(data, "x.docx"))
