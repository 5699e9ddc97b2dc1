"""A document that says two things for one question: the user is asked, and sees all of them."""

from __future__ import annotations

import re

import pytest

from edited_docx import LIJST, maak, verander
from uitvoeringsplan.commands import user
from uitvoeringsplan.plan.planbestand import load_plan

VRAAG = "borgen-budget"


def dubbel(*jaren: bytes):
    """Return what adds copies of a control, each with another year in it."""

    def doe(data: bytes) -> bytes:
        (sdt,) = re.findall(
            rb'<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="borgen-budget"/>.*?</w:sdt>', data
        )
        kopieen = b"".join(sdt.replace(b"In 2027", b"In " + jaar) for jaar in jaren)
        return data.replace(sdt, sdt + kopieen)

    return doe


@pytest.fixture
def word(plan):
    return maak(plan, plan.with_name("dorp.docx"))


def test_een_dubbel_invulveld_vraagt_en_noemt_de_vraag(draai, plan, word):
    was = plan.read_bytes()
    verander(word, dubbel(b"2030"))
    gelezen = draai("inlezen", "dorp.docx")
    assert gelezen.code == 1
    assert "Beschikbaar budget: Het invulveld van deze vraag staat 2 keer" in gelezen.fout
    assert "2030" in gelezen.uit
    assert plan.read_bytes() == was
    vergeleken = draai("vergelijk", plan.name, "dorp.docx")
    assert "Beschikbaar budget: Het invulveld" in vergeleken.fout
    assert "{+2030+}" in vergeleken.uit


@pytest.mark.parametrize("jaar", ["2030", "2031"])
def test_elke_tekst_is_te_kiezen(draai, plan, word, speel, monkeypatch, jaar):
    monkeypatch.setattr(user, "is_terminal", lambda: True)
    verander(word, dubbel(b"2030", b"2031"))
    getoond = []
    speel(keuzes=["word" if jaar == "2030" else "word2"]).show = getoond.append
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 0
    assert "In 2030 en" in getoond[1]
    assert "In 2031 en" in getoond[1]
    assert "gekozen: de tekst uit Word" in gedraaid.uit or jaar == "2031"
    assert "gekozen: een andere tekst uit Word" in gedraaid.uit or jaar == "2030"
    assert load_plan(plan, LIJST).plan.antwoorden[VRAAG].startswith(f"In {jaar} en 2028")
