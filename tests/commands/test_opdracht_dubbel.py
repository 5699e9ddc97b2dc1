"""A document that says two things for one question: the user is asked, and sees all of them."""

from __future__ import annotations

import re

import pytest

from edited_docx import LIJST, change, make
from uitvoeringsplan.commands import user
from uitvoeringsplan.plan.planbestand import load_plan

VRAAG = "borgen-budget"


def double(*years: bytes):
    """Return what adds copies of a control, each with another year in it."""

    def perform(data: bytes) -> bytes:
        (sdt,) = re.findall(
            rb'<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="borgen-budget"/>.*?</w:sdt>', data
        )
        copies = b"".join(sdt.replace(b"In 2027", b"In " + year) for year in years)
        return data.replace(sdt, sdt + copies)

    return perform


@pytest.fixture
def word(plan):
    return make(plan, plan.with_name("dorp.docx"))


def test_een_dubbel_invulveld_vraagt_en_noemt_de_vraag(run_command, plan, word):
    was = plan.read_bytes()
    change(word, double(b"2030"))
    reading = run_command("inlezen", "dorp.docx")
    assert reading.code == 1
    assert "- Beschikbaar budget\n    Het invulveld van deze vraag staat 2 keer" in reading.error
    assert "2030" in reading.result
    assert plan.read_bytes() == was
    compared = run_command("vergelijk", plan.name, "dorp.docx")
    assert "Beschikbaar budget: Het invulveld" in compared.error
    assert "{+2030+}" in compared.result


@pytest.mark.parametrize("year", ["2030", "2031"])
def test_elke_tekst_is_te_kiezen(run_command, plan, word, speel, monkeypatch, year):
    monkeypatch.setattr(user, "is_terminal", lambda: True)
    change(word, double(b"2030", b"2031"))
    shown = []
    speel(keuzes=["word" if year == "2030" else "word2", "geen"]).show = shown.append
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 0
    assert "Let op: Het invulveld van deze vraag staat 3 keer" in shown[1]
    assert "In 2030 en" in shown[1]
    assert "In 2031 en" in shown[1]
    assert ": de tekst uit Word\n" in outcome.result or year == "2031"
    assert ": een andere tekst uit Word\n" in outcome.result or year == "2030"
    assert load_plan(plan, LIJST).plan.antwoorden[VRAAG].startswith(f"In {year} en 2028")
