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
    block = builder.block("eerste").replace("<w:sdtPr>", f"<w:sdtPr>{opmaak}")
    return builder.docx(builder.line("gemeente"), block, builder.block("tweede"))


def loops(builder, docx: bytes, tag: str = "eerste") -> list[tuple[str, list[str]]]:
    """Return the words and the properties of every run in a control."""
    (field,) = builder.read(docx).velden(tag)
    result = []
    for run in field.find(w("sdtContent")).iter(w("r")):
        own = run.find(w("rPr"))
        names = [] if own is None else [kind.tag.rpartition("}")[2] for kind in own]
        result.append(("".join(t.text for t in run.iter(w("t"))), names))
    return result


def test_de_letters_van_het_veld_met_de_opmaak_van_het_antwoord(builder):
    docx = fill(
        builder.open(met_letters(builder)), builder.lijst, builder.plan(eerste=ANTWOORD, tweede="x")
    )
    plain, vet, link = ["rFonts", "color", "sz"], ["rFonts", "b", "color", "sz"], "rStyle"
    assert loops(builder, docx) == [
        ("Gewoon, ", plain),
        ("vet", vet),
        (" en ", plain),
        ("een ", [link, "rFonts", "sz"]),
        ("link", [link, "rFonts", "i", "sz"]),
        (".", plain),
        ("een punt", plain),
    ]
    assert loops(builder, docx, "tweede") == [("x", [])]


@pytest.mark.parametrize("antwoord", [ANTWOORD, "Alleen tekst.", "1. een\n2. **twee**"])
def test_het_antwoord_komt_hetzelfde_terug(builder, antwoord):
    docx = fill(builder.open(met_letters(builder)), builder.lijst, builder.plan(eerste=antwoord))
    reading = read_returned(docx, "x", builder.lijst).antwoorden["eerste"]
    assert (reading.text, reading.is_unchanged) == (antwoord, True)


def test_ook_in_een_vergelijking(builder):
    sjabloon = builder.open(met_letters(builder))
    old = builder.plan(eerste="Een **oud** woord.")
    new = builder.plan(eerste="Een [nieuw](https://a.example) woord.")
    moment = "2027-01-31T00:00:00Z"
    docx = write_tracked(sjabloon, builder.lijst, old, new, auteur="An", datum=moment)
    own = dict(loops(builder, docx))
    assert own[" woord."] == ["rFonts", "color", "sz"]
    assert own["nieuw"] == ["rStyle", "rFonts", "sz"]


def test_wat_een_vastgesteld_plan_zegt_als_er_niets_is(builder):
    plan = builder.plan({"status": "vastgesteld"})
    docx = fill(builder.open(met_letters(builder)), builder.lijst, plan)
    assert [names for _, names in loops(builder, docx)] == [["rFonts", "color", "sz"]]


@pytest.mark.parametrize("opmaak", ["", "<w:rPr/>", '<w:rPr><w:b/><w:rStyle w:val="x"/></w:rPr>'])
def test_een_veld_zonder_letters(opmaak):
    assert read_looks(opmaak) == PLAIN
