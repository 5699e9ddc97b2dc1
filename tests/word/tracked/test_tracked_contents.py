"""What a control holds when its answer changed: property tests on a small template."""

from __future__ import annotations

import re

import pytest
from antwoordlezer import Document
from beoordelaar import beslist
from gelezen import NS, w
from hypothesis import given

from proeven import proeven
from uitvoeringsplan.model.markup_writer import canoniek, schrijf_opmaak
from uitvoeringsplan.model.opmaak import lees_opmaak
from uitvoeringsplan.model.tabel import schrijf_tabel
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.types.registry import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.word.tracked.tracked_document import met_wijzigingen
from verschilproeven import rijparen, tekstparen

PPR = '<w:pPr><w:pStyle w:val="Kop9"/><w:keepNext/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:pPr>'
TABEL = Vraag(
    id="tweede",
    label="Tweede",
    vraag="?",
    type=TYPES["tabel"],
    sorteer="dag",
    kolommen=(
        Kolom("wat", "Wat"),
        Kolom("dag", "Dag"),
        Kolom("wie", "Wie"),
        Kolom("x", "Nog iets"),
    ),
)


@pytest.fixture(scope="module", params=["", PPR], ids=["kaal", "met eigenschappen"])
def klein(request, doos):
    """A template with the control of one question in the text and of one in a cell."""
    breedte = "<w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr>"
    cel = f"<w:tc>{breedte}{doos.blok('tweede')}<w:p/></w:tc>"
    return doos.open(
        doos.docx(
            f"<w:p><w:r><w:t>Plan van </w:t></w:r>{doos.regel('gemeente')}</w:p>",
            doos.blok("eerste", ppr=request.param),
            "<w:p><w:r><w:t>Daarna</w:t></w:r></w:p>",
            f"<w:tbl><w:tr>{cel}</w:tr></w:tbl><w:p/>",
        )
    )


def gemaakt(sjabloon, lijst, oud, nieuw) -> bytes:
    return met_wijzigingen(sjabloon, lijst, oud, nieuw, auteur="A", datum="2027-01-01T00:00:00Z")


def beide(data: bytes, tag: str):
    """Return what a control says when all changes are rejected, and when they are accepted."""
    return [Document(beslist(data, aannemen=a)).vormen(tag)[0] for a in (False, True)]


@proeven(400)
@given(tekstparen, tekstparen)
def test_verwerpen_is_oud_en_aannemen_is_nieuw(doos, klein, een, ander):
    plannen = [
        doos.plan(eerste=a, tweede=doos.lijst.vraag("tweede").normaliseer(b))
        for a, b in zip(een, ander, strict=True)
    ]
    data = gemaakt(klein, doos.lijst, *plannen)
    for tag in ("eerste", "tweede"):
        for plan, blokken in zip(plannen, beide(data, tag), strict=True):
            assert blokken == lees_opmaak(plan.antwoorden[tag])
            assert schrijf_opmaak(blokken) == canoniek(plan.antwoorden[tag])


@proeven(200)
@given(tekstparen)
def test_wat_om_het_invulveld_staat_blijft(doos, klein, paar):
    """No paragraph outside a control joins one inside it, and every control keeps one."""
    data = gemaakt(klein, doos.lijst, *(doos.plan(eerste=t, tweede=t) for t in paar))
    for aannemen in (False, True):
        boom = Document(beslist(data, aannemen=aannemen)).boom
        lichaam = [kind.tag for kind in boom.find(w("body"))]
        assert lichaam == [w("p"), w("sdt"), w("p"), w("tbl"), w("p"), w("sectPr")]
        assert "".join(boom.find(w("body"))[2].xpath(".//w:t/text()", namespaces=NS)) == "Daarna"
        for veld in boom.xpath("//w:body//w:sdt[not(ancestor::w:p)]", namespaces=NS):
            assert veld.find(w("sdtContent")).find(w("p")) is not None
            assert veld.find(f"{w('sdtPr')}/{w('lock')}") is not None


@proeven(200)
@given(tekstparen)
def test_een_veld_in_een_regel(doos, klein, paar):
    namen = [een_regel(tekst) for tekst in paar]
    plannen = [doos.plan({"gemeente": naam}) for naam in namen]
    data = gemaakt(klein, doos.lijst, *plannen)
    assert beide(data, "gemeente") == namen


@proeven(200)
@given(rijparen(4))
def test_een_tabel(doos, paar):
    lijst = doos.met_vraag(TABEL)
    sjabloon = open_sjabloon(
        doos.docx(doos.blok("eerste"), doos.blok("tweede"), "<w:p/>"), "proef.docx", lijst
    )
    plannen = [doos.plan(tweede=TABEL.normaliseer(schrijf_tabel(rijen))) for rijen in paar]
    data = gemaakt(sjabloon, lijst, *plannen)
    koppen = [kolom.label for kolom in TABEL.kolommen]
    for rijen, gelezen in zip(paar, beide(data, "tweede"), strict=True):
        op_dag = sorted(rijen, key=lambda rij: (not rij[1], rij[1].casefold()))
        # The reader takes a dash for an empty cell, also one that somebody typed.
        assert list(gelezen) == [
            {kop: cel for kop, cel in zip(koppen, rij, strict=True) if cel.strip("–")}
            for rij in op_dag
        ]


def test_links_in_een_koptekst_worden_gewone_tekst(doos):
    """Only the main part has our relationships."""
    sjabloon = doos.open(doos.pak_in(doos.met_koptekst(doos.blok("leden"), "<w:p/>")))
    oud, nieuw = (
        doos.plan({"leden": f"- zie [{woord}](https://a.nl/{woord}) nu"})
        for woord in ("hier", "daar")
    )
    kop = Document(gemaakt(sjabloon, doos.lijst, oud, nieuw)).delen["word/kop.xml"].decode()
    assert "hyperlink" not in kop.lower()
    assert re.findall(r"<w:(?:t|delText) [^>]*>([^<]*)<", kop) == ["zie ", "hier", "daar", " nu"]
