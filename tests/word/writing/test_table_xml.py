"""Answers of the type `tabel` as tables in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from independent_table import displayed
from lxml import etree

from independent_reader import NS, w
from trials import trials
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.tabel import visible_tabel, write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.writing.answer_xml import StyleIds
from uitvoeringsplan.word.writing.table_xml import answer_table_xml

BARE = StyleIds(("P", "P2"), ("N", "N2"), "L")
MET_STIJL = BARE._replace(tabel="Raster")
OURS = BARE._replace(tabel="UvpTabel", table_head="UvpTabelkop", filling="0B5563")


def vraag(count: int = 3, sorteer: str = "") -> Vraag:
    columns = [Kolom(f"k{i}", f"Kolom {i}") for i in range(count - 1)]
    columns.append(Kolom("dag", "Dag", TYPES["datum"]))
    return Vraag(
        id="t", label='De "tabel" & meer', vraag="?", type=TYPES["tabel"],
        kolommen=tuple(columns), sorteer=sorteer,
    )  # fmt: skip


def make(vraag_: Vraag, value: str, styles: StyleIds = BARE):
    """Return the table and the paragraph behind it, as a parser sees them."""
    xml = answer_table_xml(vraag_, value, styles)
    assert xml
    root = etree.fromstring(f'<r xmlns:w="{NS["w"]}">{xml}</r>')
    assert [kind.tag for kind in root] == [w("tbl"), w("p")]
    assert not "".join(root[1].itertext())
    return root[0]


def cells(tabel) -> list[list[str]]:
    return [["".join(tc.itertext()) for tc in tr.iter(w("tc"))] for tr in tabel.iter(w("tr"))]


def widths(tabel) -> tuple[list[int], list[list[int]]]:
    grid = [int(g.get(w("w"))) for g in tabel.find(w("tblGrid"))]
    rows = [[int(b.get(w("w"))) for b in tr.iter(w("tcW"))] for tr in tabel.iter(w("tr"))]
    return grid, rows


RIJEN = "| a |  | 2027-05-01 |\n| b |  |  |\n| c |  | 2026-12-31 |"


def test_kopregel_rijen_en_lege_cellen():
    assert cells(make(vraag(), RIJEN)) == [
        ["Kolom 0", "Dag"],  # the middle column has nothing in it
        ["a", "1 mei 2027"],
        ["b", "–"],
        ["c", "31 december 2026"],
    ]


def test_op_volgorde():
    assert [row[0] for row in cells(make(vraag(sorteer="dag"), RIJEN))[1:]] == ["c", "a", "b"]


def test_alleen_de_eerste_rij_is_kopregel():
    tabel = make(vraag(), RIJEN)
    assert [tr.find(f"{w('trPr')}/{w('tblHeader')}") is not None for tr in tabel.iter(w("tr"))] == [
        True, False, False, False,
    ]  # fmt: skip
    assert tabel.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"
    # A row that breaks over two pages is hard to follow.
    assert len(list(tabel.iter(w("cantSplit")))) == 4


def test_de_tabel_heet_naar_de_vraag():
    (name,) = make(vraag(), RIJEN).xpath(".//w:tblCaption/@w:val", namespaces=NS)
    assert name == 'De "tabel" & meer'


@pytest.mark.parametrize("styles", [BARE, MET_STIJL, OURS])
def test_het_uiterlijk_volgt_het_sjabloon(styles):
    tabel = make(vraag(), RIJEN, styles)
    assert tabel.xpath("w:tblPr/w:tblStyle/@w:val", namespaces=NS) == [styles.tabel] * bool(
        styles.tabel
    )
    # Without a style nothing would show where a cell ends.
    assert bool(tabel.xpath("w:tblPr/w:tblBorders", namespaces=NS)) == (not styles.tabel)
    kop, *rows = tabel.iter(w("tr"))
    filling = kop.xpath(".//w:shd/@w:fill", namespaces=NS)
    koppen = kop.xpath(".//w:pStyle/@w:val", namespaces=NS)
    vet = kop.xpath(".//w:rPr/w:b", namespaces=NS)
    if styles is OURS:
        assert (filling, koppen, vet) == (["0B5563"] * 2, ["UvpTabelkop"] * 2, [])
    else:
        assert (filling, koppen, len(vet)) == ([], [], 2)
    assert not [e for row in rows for e in row.iter(w("shd"), w("pStyle"), w("b"))]


def test_witte_koppen_alleen_op_een_gekleurd_vlak():
    """A template that has the style but not the colour would get white words on white."""
    tabel = make(vraag(), RIJEN, OURS._replace(filling=""))
    assert not list(tabel.iter(w("shd"), w("pStyle")))


@pytest.mark.parametrize(("count", "small"), [(6, False), (7, True), (9, True)])
def test_veel_kolommen_krijgen_kleinere_letters(count, small):
    row = write_tabel([["x"] * (count - 1) + ["2027-01-01"]])
    assert bool(list(make(vraag(count), row).iter(w("sz")))) == small


@pytest.mark.parametrize("value", ["", "\n", "|  |  |  |"])
def test_waar_niets_in_staat_is_geen_tabel(value):
    assert answer_table_xml(vraag(), value, BARE) == ""


@pytest.mark.parametrize("lang", ["woord " * 60, "x" * 300])
def test_een_lange_tekst_krijgt_ruimte_maar_niet_alles(lang):
    grid, _ = widths(make(vraag(4), write_tabel([["a", lang.strip(), "b", "2027-01-01"]])))
    assert max(grid) == grid[1]
    assert min(grid) > 500


CEL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=30
)


@trials(150)
@given(data=st.data(), styles=st.sampled_from([BARE, MET_STIJL, OURS]))
def test_elke_tabel_klopt(data, styles):
    count = data.draw(st.integers(1, 12))
    rows = data.draw(st.lists(st.lists(CEL, min_size=count, max_size=count), max_size=5))
    vraag_, value = vraag(count, data.draw(st.sampled_from(["", "dag"]))), write_tabel(rows)
    koppen, visible = visible_tabel(vraag_, value)
    if not koppen:
        assert answer_table_xml(vraag_, value, styles) == ""
        return
    tabel = make(vraag_, value, styles)
    assert cells(tabel) == [list(koppen), *([cell or "–" for cell in row] for row in visible)]
    grid, per_rij = widths(tabel)
    assert len(grid) == len(koppen)
    assert min(grid) > 0
    assert all(row == [width // 2 for width in grid] for row in per_rij)
    assert sum(per_rij[0]) == 5000  # fiftieths of a percent: the whole width


# In a document.


def with_tabel(builder, **more):
    vraag_ = Vraag(
        id="eerste", label="Eerste", vraag="?", type=TYPES["tabel"],
        kolommen=(Kolom("wie", "Wie"), Kolom("dag", "Dag", TYPES["datum"])), **more,
    )  # fmt: skip
    return builder.with_vraag(vraag_)


def test_een_tabel_staat_in_het_veld_van_haar_vraag(builder):
    lijst = with_tabel(builder, sorteer="dag")
    data = fill(
        builder.open(builder.docx()), lijst, builder.plan(eerste="| B |  |\n| A | 2027-05-01 |")
    )
    reading = builder.read(data)
    (field,) = reading.velden("eerste")
    assert [kind.tag for kind in field.find(w("sdtContent"))] == [w("tbl"), w("p")]
    assert cells(field) == [["Wie", "Dag"], ["A", "1 mei 2027"], ["B", "–"]]
    assert field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
    assert reading.field_text("tweede") == ["Klik of tik om tekst in te voeren."]


def test_een_tabel_in_een_cel_houdt_een_alinea_aan_het_eind(builder):
    """Word refuses a cell that ends with a table."""
    cell = f"<w:tbl><w:tr><w:tc>{builder.block('eerste')}<w:p/></w:tc></w:tr></w:tbl>"
    lijst = with_tabel(builder)
    data = fill(
        builder.open(builder.docx(cell, builder.block("tweede"))),
        lijst,
        builder.plan(eerste="| A |  |"),
    )
    for tc in builder.read(data).document.iter(w("tc")):
        *_, last = tc.iter(w("p"), w("tbl"))
        assert last.tag == w("p")


@pytest.mark.parametrize("welk", ["oudermeer", "vol", "oudermeer-koppen-definitief"])
def test_de_tabellen_van_het_meegeleverde_sjabloon(
    welk, sjabloon, intern_sjabloon, real_lijst, interne_lijst, plannen, builder
):
    cases = [
        (sjabloon, real_lijst, plannen[welk], ["acties"]),
        (intern_sjabloon, interne_lijst, plannen.intern(welk), ["beeld-gebieden", "beeld-wij-zij"]),
    ]
    for open_, lijst, plan, vragen in cases:
        data = fill(open_, lijst, plan)
        found = {bevinding.rule_id for bevinding in check_docx(data, "d.docx")}
        # The answers that use every sign of the markup have links that nobody should write.
        assert found <= ({"nietszeggende-link"} if welk == "vol" else set())
        reading = builder.read(data)
        for vraag_id in vragen:
            (field,) = reading.velden(vraag_id)
            vraag_ = lijst.vraag(vraag_id)
            assert cells(field) == displayed(vraag_, plan.value(vraag_))
            (kop, *_) = field.iter(w("tr"))
            assert kop.xpath(".//w:shd/@w:themeFill", namespaces=NS)
