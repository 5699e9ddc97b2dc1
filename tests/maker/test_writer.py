"""Pieces of source text become paragraphs, with the controls, links and bookmarks they ask for."""

from __future__ import annotations

import docx
import pytest
from template_reader import W, tag_van, tekst, waarde

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
def schrijver(vragenlijst, brontekst) -> Writer:
    part = docx.Document(blank_package(vragenlijst)).part
    return Writer(vragenlijst, read_source(brontekst, "plan.md"), part)


def alinea(vorm: str, *inhoud) -> SourceText:
    return SourceText(vorm, inhoud, 1)


@pytest.mark.parametrize(
    ("vorm", "stijl"),
    [("alinea", None), ("punt", "ListBullet"), ("nummer", "UvpBron"), ("citaat", "UvpCitaat")],
)
def test_elke_vorm_heeft_haar_stijl(schrijver, vorm, stijl):
    gemaakt = schrijver.tekst(alinea(vorm, Run("tekst")))
    assert (waarde(gemaakt, "pPr/pStyle"), tekst(gemaakt)) == (stijl, "tekst")
    assert waarde(schrijver.tekst(alinea(vorm, Run("x")), "Subtitle"), "pPr/pStyle") == "Subtitle"


def test_bronnen_tellen_en_een_verwijzing_komt_erop_uit(schrijver):
    bronnen = [schrijver.tekst(alinea("nummer", Run(naam))) for naam in "ab"]
    namen = [bron.find(f"{W}bookmarkStart").get(f"{W}name") for bron in bronnen]
    assert namen == [source_bookmark(1), source_bookmark(2)]
    (link,) = schrijver.inhoud((Reference("bron 2", "bron-2"),))
    assert (link.get(f"{W}anchor"), tekst(link)) == (source_bookmark(2), "bron 2")


def test_een_regel_met_twee_helften(schrijver):
    paar = Pair((Run("Gemeente"),), (SourceField("gemeente"), Run(" en omgeving")), 1)
    gemaakt = schrijver.paar(paar, "UvpFeit", "UvpFeitlabel")
    assert waarde(gemaakt, "pPr/pStyle") == "UvpFeit"
    assert waarde(gemaakt, "r/rPr/rStyle") == "UvpFeitlabel"
    assert [e.tag.partition("}")[2] for e in gemaakt] == ["pPr", "r", "r", "sdt", "r"]
    assert gemaakt[2].find(f"{W}tab") is not None
    assert tag_van(gemaakt[3]) == "gemeente"


def test_velden_van_het_plan_en_van_word(schrijver):
    bladzijde = schrijver.inhoud((SourceField("bladzijden"),))
    assert [tekst(stuk) for stuk in bladzijde] == ["", "", "", "1", ""]
    assert bladzijde[1].find(f"{W}instrText").text == " NUMPAGES "
    (vet,) = schrijver.inhoud((SourceField("gemeente", Run("", vet=True)),))
    assert vet.find(f"{W}sdtPr/{W}rPr/{W}b") is not None


def test_een_link_naar_buiten_heeft_een_relatie(schrijver):
    (link,) = schrijver.inhoud((Run("KIS", adres="https://www.kis.nl", vet=True),))
    relatie = schrijver._part.rels[link.get(R_ID)]
    assert (relatie.target_ref, relatie.is_external) == ("https://www.kis.nl", True)
    assert waarde(link, "r/rPr/rStyle") == "Hyperlink"
    assert link.find(f"{W}r/{W}rPr/{W}b") is not None


def test_opmaak_uit_de_vragenlijst_krijgt_de_stijlen_van_word(schrijver):
    gemaakt = schrijver.opmaak("tekst\n\n- punt\n  - dieper\n\n1. een\n   1. twee")
    assert [(waarde(p, "pPr/pStyle"), tekst(p)) for p in gemaakt] == [
        (None, "tekst"), ("ListBullet", "punt"), ("ListBullet2", "dieper"),
        ("ListNumber", "een"), ("ListNumber2", "twee"),
    ]  # fmt: skip


def test_een_vraag_heeft_een_label_en_een_plek(schrijver, vragenlijst):
    vraag = vragenlijst.vragen[0]
    label, plek = schrijver.vraag(vraag, bovenaan=True)
    assert (waarde(label, "pPr/pStyle"), tekst(label)) == ("UvpVraag", vraag.label)
    assert label.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert tag_van(plek) == vraag.id
    tweede, _ = schrijver.vraag(vraag, stijl="Heading4")
    assert waarde(tweede, "pPr/pStyle") == "Heading4"
    assert tweede.find(f"{W}pPr/{W}spacing") is None
    namen = [p.find(f"{W}bookmarkStart").get(f"{W}name") for p in (label, tweede)]
    assert len(set(namen)) == 2


def test_de_zin_boven_een_antwoord_is_zijn_label(schrijver, vragenlijst):
    vraag = vragenlijst.vragen[0]
    aanloop = paragraph("", [run("Dit is de ambitie:")])
    plek = schrijver.antwoord(vraag, aanloop=aanloop)
    assert tag_van(plek) == vraag.id
    assert aanloop.find(f"{W}pPr/{W}keepNext") is not None
    assert [e.tag.partition("}")[2] for e in aanloop] == [
        "pPr", "bookmarkStart", "r", "bookmarkEnd",
    ]  # fmt: skip


def test_de_plek_van_een_tekening_neemt_haar_aanloop_mee(schrijver, vragenlijst):
    vraag = vragenlijst.vragen[0]
    aanloop = paragraph("", [run("De kaart:")])
    plek = schrijver.plek(SourcePlace("beeld", vraag.id, 1), aanloop)
    assert tag_van(plek) == f"beeld: {vraag.id}"
    assert plek.find(f"{W}sdtContent")[0] is aanloop
    assert aanloop.find(f"{W}pPr/{W}keepNext") is not None


def test_de_plekken_van_de_huisstijl(schrijver):
    plekken = [schrijver.huisplek(SourcePlace("beeld", naam, 1)) for naam in ("logo", "adres")]
    assert [tag_van(plek) for plek in plekken] == ["beeld: logo", "adres"]
    assert [waarde(plek, "sdtPr/alias") for plek in plekken] == [
        "Logo van de gemeente", "Adres van de gemeente",
    ]  # fmt: skip


def test_een_hoofdstuk_bij_zijn_naam(schrijver, vragenlijst):
    laatste = vragenlijst.hoofdstukken[-1]
    assert schrijver.hoofdstuk(laatste.id) is laatste
