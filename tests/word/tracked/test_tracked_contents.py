"""What a control holds when its answer changed: property tests on a small template."""

from __future__ import annotations

import re

import pytest
from control_reader import Document
from hypothesis import given
from revision_judge import beslist

from answer_pairs import rijparen, tekstparen
from independent_reader import NS, w
from trials import trials
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
def small(request, builder):
    """A template with the control of one question in the text and of one in a cell."""
    width = "<w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr>"
    cell = f"<w:tc>{width}{builder.block('tweede')}<w:p/></w:tc>"
    return builder.open(
        builder.docx(
            f"<w:p><w:r><w:t>Plan van </w:t></w:r>{builder.line('gemeente')}</w:p>",
            builder.block("eerste", ppr=request.param),
            "<w:p><w:r><w:t>Daarna</w:t></w:r></w:p>",
            f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/>",
        )
    )


def made(sjabloon, lijst, old, new) -> bytes:
    return write_tracked(sjabloon, lijst, old, new, auteur="A", datum="2027-01-01T00:00:00Z")


def both(data: bytes, tag: str):
    """Return what a control says when all changes are rejected, and when they are accepted."""
    return [Document(beslist(data, aannemen=a)).forms(tag)[0] for a in (False, True)]


@trials(400)
@given(tekstparen, tekstparen)
def test_verwerpen_is_oud_en_aannemen_is_nieuw(builder, small, one, other):
    plannen = [
        builder.plan(eerste=a, tweede=builder.lijst.vraag("tweede").normalise(b))
        for a, b in zip(one, other, strict=True)
    ]
    data = made(small, builder.lijst, *plannen)
    for tag in ("eerste", "tweede"):
        for plan, blocks in zip(plannen, both(data, tag), strict=True):
            assert blocks == read_markup(plan.antwoorden[tag])
            assert write_markup(blocks) == canonical(plan.antwoorden[tag])


@trials(200)
@given(tekstparen)
def test_wat_om_het_invulveld_staat_blijft(builder, small, pair):
    """No paragraph outside a control joins one inside it, and every control keeps one."""
    data = made(small, builder.lijst, *(builder.plan(eerste=t, tweede=t) for t in pair))
    for aannemen in (False, True):
        tree = Document(beslist(data, aannemen=aannemen)).tree
        lichaam = [kind.tag for kind in tree.find(w("body"))]
        assert lichaam == [w("p"), w("sdt"), w("p"), w("tbl"), w("p"), w("sectPr")]
        assert "".join(tree.find(w("body"))[2].xpath(".//w:t/text()", namespaces=NS)) == "Daarna"
        for field in tree.xpath("//w:body//w:sdt[not(ancestor::w:p)]", namespaces=NS):
            assert field.find(w("sdtContent")).find(w("p")) is not None
            assert field.find(f"{w('sdtPr')}/{w('lock')}") is not None


@trials(200)
@given(tekstparen)
def test_een_veld_in_een_regel(builder, small, pair):
    names = [one_line(text) for text in pair]
    plannen = [builder.plan({"gemeente": name}) for name in names]
    data = made(small, builder.lijst, *plannen)
    assert both(data, "gemeente") == names


@trials(200)
@given(rijparen(4))
def test_een_tabel(builder, pair):
    lijst = builder.with_vraag(TABEL)
    sjabloon = open_sjabloon(
        builder.docx(builder.block("eerste"), builder.block("tweede"), "<w:p/>"),
        "proef.docx",
        lijst,
    )
    plannen = [builder.plan(tweede=TABEL.normalise(write_tabel(rows))) for rows in pair]
    data = made(sjabloon, lijst, *plannen)
    koppen = [column.label for column in TABEL.kolommen]
    for rows, reading in zip(pair, both(data, "tweede"), strict=True):
        op_dag = sorted(rows, key=lambda row: (not row[1], row[1].casefold()))
        # The reader takes a dash for an empty cell, also one that somebody typed.
        assert list(reading) == [
            {kop: cell for kop, cell in zip(koppen, row, strict=True) if cell.strip("–")}
            for row in op_dag
        ]


def test_links_in_een_koptekst_worden_gewone_tekst(builder):
    """Only the main part has our relationships."""
    sjabloon = builder.open(builder.pack(builder.with_header(builder.block("leden"), "<w:p/>")))
    old, new = (
        builder.plan({"leden": f"- zie [{word}](https://a.nl/{word}) nu"})
        for word in ("hier", "daar")
    )
    kop = Document(made(sjabloon, builder.lijst, old, new)).parts["word/kop.xml"].decode()
    assert "hyperlink" not in kop.lower()
    assert re.findall(r"<w:(?:t|delText) [^>]*>([^<]*)<", kop) == ["zie ", "hier", "daar", " nu"]
