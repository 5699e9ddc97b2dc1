"""Pieces of source text become paragraphs, with the controls, links and bookmarks they ask for."""

from __future__ import annotations

import docx
import pytest
from template_reader import W, tag_of, text, value

from uitvoeringsplan.maker.blank_package import blank_package
from uitvoeringsplan.maker.elements import paragraph, run
from uitvoeringsplan.maker.source import (
    Pair,
    Reference,
    SourceField,
    SourcePlace,
    SourceText,
    read_source,
)
from uitvoeringsplan.maker.writer import Writer, source_bookmark
from uitvoeringsplan.model.answer_markup import Run

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture
def writer(vragenlijst, source_text) -> Writer:
    part = docx.Document(blank_package(vragenlijst)).part
    return Writer(vragenlijst, read_source(source_text, "plan.md"), part)


def alinea(form: str, *content) -> SourceText:
    return SourceText(form, content, 1)


@pytest.mark.parametrize(
    ("form", "style"),
    [("alinea", None), ("punt", "ListBullet"), ("nummer", "UvpBron"), ("citaat", "UvpCitaat")],
)
def test_elke_vorm_heeft_haar_stijl(writer, form, style):
    made = writer.text(alinea(form, Run("tekst")))
    assert (value(made, "pPr/pStyle"), text(made)) == (style, "tekst")
    assert value(writer.text(alinea(form, Run("x")), "Subtitle"), "pPr/pStyle") == "Subtitle"


def test_bronnen_tellen_en_een_verwijzing_komt_erop_uit(writer):
    sources = [writer.text(alinea("nummer", Run(name))) for name in "ab"]
    names = [source.find(f"{W}bookmarkStart").get(f"{W}name") for source in sources]
    assert names == [source_bookmark(1), source_bookmark(2)]
    (link,) = writer.content((Reference("bron 2", "bron-2"),))
    assert (link.get(f"{W}anchor"), text(link)) == (source_bookmark(2), "bron 2")


def test_een_regel_met_twee_helften(writer):
    pair = Pair((Run("Gemeente"),), (SourceField("gemeente"), Run(" en omgeving")), 1)
    made = writer.pair(pair, "UvpFeit", "UvpFeitlabel")
    assert value(made, "pPr/pStyle") == "UvpFeit"
    assert value(made, "r/rPr/rStyle") == "UvpFeitlabel"
    assert [e.tag.partition("}")[2] for e in made] == ["pPr", "r", "r", "sdt", "r"]
    assert made[2].find(f"{W}tab") is not None
    assert tag_of(made[3]) == "gemeente"


def test_velden_van_het_plan_en_van_word(writer):
    page = writer.content((SourceField("bladzijden"),))
    assert [text(run) for run in page] == ["", "", "", "1", ""]
    assert page[1].find(f"{W}instrText").text == " NUMPAGES "
    (vet,) = writer.content((SourceField("gemeente", Run("", vet=True)),))
    assert vet.find(f"{W}sdtPr/{W}rPr/{W}b") is not None


def test_een_link_naar_buiten_heeft_een_relatie(writer):
    (link,) = writer.content((Run("KIS", adres="https://www.kis.nl", vet=True),))
    relationship = writer._part.rels[link.get(R_ID)]
    assert (relationship.target_ref, relationship.is_external) == ("https://www.kis.nl", True)
    assert value(link, "r/rPr/rStyle") == "Hyperlink"
    assert link.find(f"{W}r/{W}rPr/{W}b") is not None


def test_opmaak_uit_de_vragenlijst_krijgt_de_stijlen_van_word(writer):
    made = writer.opmaak("tekst\n\n- punt\n  - dieper\n\n1. een\n   1. twee")
    assert [(value(p, "pPr/pStyle"), text(p)) for p in made] == [
        (None, "tekst"), ("ListBullet", "punt"), ("ListBullet2", "dieper"),
        ("ListNumber", "een"), ("ListNumber2", "twee"),
    ]  # fmt: skip


def test_een_vraag_heeft_een_label_en_een_plek(writer, vragenlijst):
    vraag = vragenlijst.vragen[0]
    label, place = writer.vraag(vraag, top=True)
    assert (value(label, "pPr/pStyle"), text(label)) == ("UvpVraag", vraag.label)
    assert label.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert tag_of(place) == vraag.id
    second, _ = writer.vraag(vraag, style="Heading4")
    assert value(second, "pPr/pStyle") == "Heading4"
    assert second.find(f"{W}pPr/{W}spacing") is None
    names = [p.find(f"{W}bookmarkStart").get(f"{W}name") for p in (label, second)]
    assert len(set(names)) == 2


def test_de_zin_boven_een_antwoord_is_zijn_label(writer, vragenlijst):
    vraag = vragenlijst.vragen[0]
    run_up = paragraph("", [run("Dit is de ambitie:")])
    place = writer.antwoord(vraag, run_up=run_up)
    assert tag_of(place) == vraag.id
    assert run_up.find(f"{W}pPr/{W}keepNext") is not None
    assert [e.tag.partition("}")[2] for e in run_up] == [
        "pPr", "bookmarkStart", "r", "bookmarkEnd",
    ]  # fmt: skip


def test_de_plek_van_een_tekening_neemt_haar_aanloop_mee(writer, vragenlijst):
    vraag = vragenlijst.vragen[0]
    run_up = paragraph("", [run("De kaart:")])
    place = writer.place(SourcePlace("beeld", vraag.id, 1), run_up)
    assert tag_of(place) == f"beeld: {vraag.id}"
    assert place.find(f"{W}sdtContent")[0] is run_up
    assert run_up.find(f"{W}pPr/{W}keepNext") is not None


def test_de_plekken_van_de_huisstijl(writer):
    places = [writer.huisplek(SourcePlace("beeld", name, 1)) for name in ("logo", "adres")]
    assert [tag_of(place) for place in places] == ["beeld: logo", "adres"]
    assert [value(place, "sdtPr/alias") for place in places] == [
        "Logo van de gemeente", "Adres van de gemeente",
    ]  # fmt: skip


def test_een_hoofdstuk_bij_zijn_naam(writer, vragenlijst):
    last = vragenlijst.hoofdstukken[-1]
    assert writer.hoofdstuk(last.id) is last
