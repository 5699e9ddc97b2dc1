"""What was found in a form, as a text."""

from __future__ import annotations

from small_forms import control, p, proposal, table, tick
from uitvoeringsplan.forms.form_report import form_report
from uitvoeringsplan.forms.question_file import plan_set


def report(*content, dropped=(), **parts):
    found = proposal(*content, **parts)
    return form_report(found, plan_set(found, "aanvraag.docx", "sjabloon.docx"), dropped)


def test_het_verslag_telt_en_noemt():
    text = report(
        table(["Naam:", ""]),
        p("Foto: ", control(kind="<w:picture/>")),
        p("Handtekening: ______"),
        p("Nummer: [niet invullen]"),
        settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>',
        dropped=["dtp1"],
    )
    assert text.startswith("# Wat er in aanvraag.docx staat\n")
    assert "- 1 vraag in `vragen.yaml`, waarvan 0 als gegeven." in text
    assert "- 1 vraag die het programma nog niet kan invullen." in text
    assert "- 2 plekken die geen vraag zijn." in text
    assert "beveiligd: alleen de invulvelden zijn te bewerken" in text
    assert "- “Foto” (afbeelding): het is een afbeelding" in text
    assert "- “Handtekening”: wordt met de hand gezet" in text
    assert "- “niet invullen”: is voor wie het formulier ontvangt" in text
    assert "- “dtp1”" in text


def test_een_gok_staat_bij_wat_je_nakijkt():
    text = report(p("zomaar"), p(control()), p(tick(), " S ", tick(), " M"))
    assert "## Kijk deze vragen na" in text
    assert "“zomaar”: de naam komt van: regel erboven" in text


def test_wat_er_niet_is_heeft_geen_kop():
    text = report(table(["Naam:", ""]))
    assert "##" not in text
