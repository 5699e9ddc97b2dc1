"""An answer gets the looks of its control, as what is typed there in Word does."""

from __future__ import annotations

import pytest

from independent_reader import w
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.tracked.tracked_document import write_tracked
from uitvoeringsplan.word.writing.answer_xml import PLAIN, read_looks

# In the order of the schema; a style, bold and hidden words must not come along.
OPMAAK = (
    '<w:rPr><w:rStyle w:val="Koppeling"/><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:b/>'
    '<w:vanish/><w:color w:val="7A1F3D"></w:color><w:sz w:val="28"/></w:rPr>'
)
ANTWOORD = "Gewoon, **vet** en [een *link*](https://a.example).\n\n- een punt"


def met_letters(builder, opmaak: str = OPMAAK) -> bytes:
    blok = builder.blok("eerste").replace("<w:sdtPr>", f"<w:sdtPr>{opmaak}")
    return builder.docx(builder.regel("gemeente"), blok, builder.blok("tweede"))


def loops(builder, docx: bytes, tag: str = "eerste") -> list[tuple[str, list[str]]]:
    """Return the words and the properties of every run in a control."""
    (veld,) = builder.lees(docx).velden(tag)
    uit = []
    for run in veld.find(w("sdtContent")).iter(w("r")):
        eigen = run.find(w("rPr"))
        namen = [] if eigen is None else [kind.tag.rpartition("}")[2] for kind in eigen]
        uit.append(("".join(t.text for t in run.iter(w("t"))), namen))
    return uit


def test_de_letters_van_het_veld_met_de_opmaak_van_het_antwoord(builder):
    docx = fill(
        builder.open(met_letters(builder)), builder.lijst, builder.plan(eerste=ANTWOORD, tweede="x")
    )
    gewoon, vet, link = ["rFonts", "color", "sz"], ["rFonts", "b", "color", "sz"], "rStyle"
    assert loops(builder, docx) == [
        ("Gewoon, ", gewoon),
        ("vet", vet),
        (" en ", gewoon),
        ("een ", [link, "rFonts", "sz"]),
        ("link", [link, "rFonts", "i", "sz"]),
        (".", gewoon),
        ("een punt", gewoon),
    ]
    assert loops(builder, docx, "tweede") == [("x", [])]


@pytest.mark.parametrize("antwoord", [ANTWOORD, "Alleen tekst.", "1. een\n2. **twee**"])
def test_het_antwoord_komt_hetzelfde_terug(builder, antwoord):
    docx = fill(builder.open(met_letters(builder)), builder.lijst, builder.plan(eerste=antwoord))
    gelezen = read_returned(docx, "x", builder.lijst).antwoorden["eerste"]
    assert (gelezen.tekst, gelezen.is_ongewijzigd) == (antwoord, True)


def test_ook_in_een_vergelijking(builder):
    sjabloon = builder.open(met_letters(builder))
    oud = builder.plan(eerste="Een **oud** woord.")
    nieuw = builder.plan(eerste="Een [nieuw](https://a.example) woord.")
    moment = "2027-01-31T00:00:00Z"
    docx = write_tracked(sjabloon, builder.lijst, oud, nieuw, auteur="An", datum=moment)
    eigen = dict(loops(builder, docx))
    assert eigen[" woord."] == ["rFonts", "color", "sz"]
    assert eigen["nieuw"] == ["rStyle", "rFonts", "sz"]


def test_wat_een_vastgesteld_plan_zegt_als_er_niets_is(builder):
    plan = builder.plan({"status": "vastgesteld"})
    docx = fill(builder.open(met_letters(builder)), builder.lijst, plan)
    assert [namen for _, namen in loops(builder, docx)] == [["rFonts", "color", "sz"]]


@pytest.mark.parametrize("opmaak", ["", "<w:rPr/>", '<w:rPr><w:b/><w:rStyle w:val="x"/></w:rPr>'])
def test_een_veld_zonder_letters(opmaak):
    assert read_looks(opmaak) == PLAIN
