"""What a control holds when its answer changed: property tests on a small template."""

from __future__ import annotations

import re

import pytest
from control_reader import Document
from hypothesis import given
from revision_judge import beslist

from answer_pairs import rijparen, tekstparen
from independent_reader import NS, w
from trials import proeven
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.markup_writer import canonical, write_markup
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

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
def klein(request, builder):
    """A template with the control of one question in the text and of one in a cell."""
    breedte = "<w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr>"
    cel = f"<w:tc>{breedte}{builder.blok('tweede')}<w:p/></w:tc>"
    return builder.open(
        builder.docx(
            f"<w:p><w:r><w:t>Plan van </w:t></w:r>{builder.regel('gemeente')}</w:p>",
            builder.blok("eerste", ppr=request.param),
            "<w:p><w:r><w:t>Daarna</w:t></w:r></w:p>",
            f"<w:tbl><w:tr>{cel}</w:tr></w:tbl><w:p/>",
        )
    )


def gemaakt(sjabloon, lijst, oud, nieuw) -> bytes:
    return write_tracked(sjabloon, lijst, oud, nieuw, auteur="A", datum="2027-01-01T00:00:00Z")


def beide(data: bytes, tag: str):
    """Return what a control says when all changes are rejected, and when they are accepted."""
    return [Document(beslist(data, aannemen=a)).vormen(tag)[0] for a in (False, True)]


@proeven(400)
@given(tekstparen, tekstparen)
def test_verwerpen_is_oud_en_aannemen_is_nieuw(builder, klein, een, ander):
    plannen = [
        builder.plan(eerste=a, tweede=builder.lijst.vraag("tweede").normalise(b))
        for a, b in zip(een, ander, strict=True)
    ]
    data = gemaakt(klein, builder.lijst, *plannen)
    for tag in ("eerste", "tweede"):
        for plan, blokken in zip(plannen, beide(data, tag), strict=True):
            assert blokken == read_markup(plan.antwoorden[tag])
            assert write_markup(blokken) == canonical(plan.antwoorden[tag])


@proeven(200)
@given(tekstparen)
def test_wat_om_het_invulveld_staat_blijft(builder, klein, paar):
    """No paragraph outside a control joins one inside it, and every control keeps one."""
    data = gemaakt(klein, builder.lijst, *(builder.plan(eerste=t, tweede=t) for t in paar))
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
def test_een_veld_in_een_regel(builder, klein, paar):
    namen = [one_line(tekst) for tekst in paar]
    plannen = [builder.plan({"gemeente": naam}) for naam in namen]
    data = gemaakt(klein, builder.lijst, *plannen)
    assert beide(data, "gemeente") == namen


@proeven(200)
@given(rijparen(4))
def test_een_tabel(builder, paar):
    lijst = builder.met_vraag(TABEL)
    sjabloon = open_sjabloon(
        builder.docx(builder.blok("eerste"), builder.blok("tweede"), "<w:p/>"), "proef.docx", lijst
    )
    plannen = [builder.plan(tweede=TABEL.normalise(write_tabel(rijen))) for rijen in paar]
    data = gemaakt(sjabloon, lijst, *plannen)
    koppen = [kolom.label for kolom in TABEL.kolommen]
    for rijen, gelezen in zip(paar, beide(data, "tweede"), strict=True):
        op_dag = sorted(rijen, key=lambda rij: (not rij[1], rij[1].casefold()))
        # The reader takes a dash for an empty cell, also one that somebody typed.
        assert list(gelezen) == [
            {kop: cel for kop, cel in zip(koppen, rij, strict=True) if cel.strip("–")}
            for rij in op_dag
        ]


def test_links_in_een_koptekst_worden_gewone_tekst(builder):
    """Only the main part has our relationships."""
    sjabloon = builder.open(builder.pak_in(builder.met_koptekst(builder.blok("leden"), "<w:p/>")))
    oud, nieuw = (
        builder.plan({"leden": f"- zie [{woord}](https://a.nl/{woord}) nu"})
        for woord in ("hier", "daar")
    )
    kop = Document(gemaakt(sjabloon, builder.lijst, oud, nieuw)).delen["word/kop.xml"].decode()
    assert "hyperlink" not in kop.lower()
    assert re.findall(r"<w:(?:t|delText) [^>]*>([^<]*)<", kop) == ["zie ", "hier", "daar", " nu"]
