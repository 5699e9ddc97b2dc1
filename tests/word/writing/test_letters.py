"""An answer gets the looks of its control, as what is typed there in Word does."""

from __future__ import annotations

import pytest
from gelezen import w

from uitvoeringsplan.word.filling.filling import vul_in
from uitvoeringsplan.word.returned.reading import lees_terug
from uitvoeringsplan.word.tracked.tracked_document import met_wijzigingen
from uitvoeringsplan.word.writing.answer_xml import GEWOON, lees_letters

# In the order of the schema; a style, bold and hidden words must not come along.
OPMAAK = (
    '<w:rPr><w:rStyle w:val="Koppeling"/><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:b/>'
    '<w:vanish/><w:color w:val="7A1F3D"></w:color><w:sz w:val="28"/></w:rPr>'
)
ANTWOORD = "Gewoon, **vet** en [een *link*](https://a.example).\n\n- een punt"


def met_letters(doos, opmaak: str = OPMAAK) -> bytes:
    blok = doos.blok("eerste").replace("<w:sdtPr>", f"<w:sdtPr>{opmaak}")
    return doos.docx(doos.regel("gemeente"), blok, doos.blok("tweede"))


def loops(doos, docx: bytes, tag: str = "eerste") -> list[tuple[str, list[str]]]:
    """Return the words and the properties of every run in a control."""
    (veld,) = doos.lees(docx).velden(tag)
    uit = []
    for run in veld.find(w("sdtContent")).iter(w("r")):
        eigen = run.find(w("rPr"))
        namen = [] if eigen is None else [kind.tag.rpartition("}")[2] for kind in eigen]
        uit.append(("".join(t.text for t in run.iter(w("t"))), namen))
    return uit


def test_de_letters_van_het_veld_met_de_opmaak_van_het_antwoord(doos):
    docx = vul_in(doos.open(met_letters(doos)), doos.lijst, doos.plan(eerste=ANTWOORD, tweede="x"))
    gewoon, vet, link = ["rFonts", "color", "sz"], ["rFonts", "b", "color", "sz"], "rStyle"
    assert loops(doos, docx) == [
        ("Gewoon, ", gewoon),
        ("vet", vet),
        (" en ", gewoon),
        ("een ", [link, "rFonts", "sz"]),
        ("link", [link, "rFonts", "i", "sz"]),
        (".", gewoon),
        ("een punt", gewoon),
    ]
    assert loops(doos, docx, "tweede") == [("x", [])]


@pytest.mark.parametrize("antwoord", [ANTWOORD, "Alleen tekst.", "1. een\n2. **twee**"])
def test_het_antwoord_komt_hetzelfde_terug(doos, antwoord):
    docx = vul_in(doos.open(met_letters(doos)), doos.lijst, doos.plan(eerste=antwoord))
    gelezen = lees_terug(docx, "x", doos.lijst).antwoorden["eerste"]
    assert (gelezen.tekst, gelezen.is_ongewijzigd) == (antwoord, True)


def test_ook_in_een_vergelijking(doos):
    sjabloon = doos.open(met_letters(doos))
    oud = doos.plan(eerste="Een **oud** woord.")
    nieuw = doos.plan(eerste="Een [nieuw](https://a.example) woord.")
    moment = "2027-01-31T00:00:00Z"
    docx = met_wijzigingen(sjabloon, doos.lijst, oud, nieuw, auteur="An", datum=moment)
    eigen = dict(loops(doos, docx))
    assert eigen[" woord."] == ["rFonts", "color", "sz"]
    assert eigen["nieuw"] == ["rStyle", "rFonts", "sz"]


def test_wat_een_vastgesteld_plan_zegt_als_er_niets_is(doos):
    plan = doos.plan({"status": "vastgesteld"})
    docx = vul_in(doos.open(met_letters(doos)), doos.lijst, plan)
    assert [namen for _, namen in loops(doos, docx)] == [["rFonts", "color", "sz"]]


@pytest.mark.parametrize("opmaak", ["", "<w:rPr/>", '<w:rPr><w:b/><w:rStyle w:val="x"/></w:rPr>'])
def test_een_veld_zonder_letters(opmaak):
    assert lees_letters(opmaak) == GEWOON
