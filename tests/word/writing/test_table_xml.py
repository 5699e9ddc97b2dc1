"""Answers of the type `tabel` as tables in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from independent_table import vertoond
from lxml import etree

from independent_reader import NS, w
from trials import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.tabel import visible_tabel, write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.writing.answer_xml import StyleIds
from uitvoeringsplan.word.writing.table_xml import answer_table_xml

KAAL = StyleIds(("P", "P2"), ("N", "N2"), "L")
MET_STIJL = KAAL._replace(tabel="Raster")
ONZE = KAAL._replace(tabel="UvpTabel", tabelkop="UvpTabelkop", vulling="0B5563")


def vraag(aantal: int = 3, sorteer: str = "") -> Vraag:
    kolommen = [Kolom(f"k{i}", f"Kolom {i}") for i in range(aantal - 1)]
    kolommen.append(Kolom("dag", "Dag", TYPES["datum"]))
    return Vraag(
        id="t", label='De "tabel" & meer', vraag="?", type=TYPES["tabel"],
        kolommen=tuple(kolommen), sorteer=sorteer,
    )  # fmt: skip


def maak(vraag_: Vraag, waarde: str, stijlen: StyleIds = KAAL):
    """Return the table and the paragraph behind it, as a parser sees them."""
    xml = answer_table_xml(vraag_, waarde, stijlen)
    assert xml
    wortel = etree.fromstring(f'<r xmlns:w="{NS["w"]}">{xml}</r>')
    assert [kind.tag for kind in wortel] == [w("tbl"), w("p")]
    assert not "".join(wortel[1].itertext())
    return wortel[0]


def cellen(tabel) -> list[list[str]]:
    return [["".join(tc.itertext()) for tc in tr.iter(w("tc"))] for tr in tabel.iter(w("tr"))]


def breedtes(tabel) -> tuple[list[int], list[list[int]]]:
    raster = [int(g.get(w("w"))) for g in tabel.find(w("tblGrid"))]
    rijen = [[int(b.get(w("w"))) for b in tr.iter(w("tcW"))] for tr in tabel.iter(w("tr"))]
    return raster, rijen


RIJEN = "| a |  | 2027-05-01 |\n| b |  |  |\n| c |  | 2026-12-31 |"


def test_kopregel_rijen_en_lege_cellen():
    assert cellen(maak(vraag(), RIJEN)) == [
        ["Kolom 0", "Dag"],  # the middle column has nothing in it
        ["a", "1 mei 2027"],
        ["b", "–"],
        ["c", "31 december 2026"],
    ]


def test_op_volgorde():
    assert [rij[0] for rij in cellen(maak(vraag(sorteer="dag"), RIJEN))[1:]] == ["c", "a", "b"]


def test_alleen_de_eerste_rij_is_kopregel():
    tabel = maak(vraag(), RIJEN)
    assert [tr.find(f"{w('trPr')}/{w('tblHeader')}") is not None for tr in tabel.iter(w("tr"))] == [
        True, False, False, False,
    ]  # fmt: skip
    assert tabel.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"
    # A row that breaks over two pages is hard to follow.
    assert len(list(tabel.iter(w("cantSplit")))) == 4


def test_de_tabel_heet_naar_de_vraag():
    (naam,) = maak(vraag(), RIJEN).xpath(".//w:tblCaption/@w:val", namespaces=NS)
    assert naam == 'De "tabel" & meer'


@pytest.mark.parametrize("stijlen", [KAAL, MET_STIJL, ONZE])
def test_het_uiterlijk_volgt_het_sjabloon(stijlen):
    tabel = maak(vraag(), RIJEN, stijlen)
    assert tabel.xpath("w:tblPr/w:tblStyle/@w:val", namespaces=NS) == [stijlen.tabel] * bool(
        stijlen.tabel
    )
    # Without a style nothing would show where a cell ends.
    assert bool(tabel.xpath("w:tblPr/w:tblBorders", namespaces=NS)) == (not stijlen.tabel)
    kop, *rijen = tabel.iter(w("tr"))
    vulling = kop.xpath(".//w:shd/@w:fill", namespaces=NS)
    koppen = kop.xpath(".//w:pStyle/@w:val", namespaces=NS)
    vet = kop.xpath(".//w:rPr/w:b", namespaces=NS)
    if stijlen is ONZE:
        assert (vulling, koppen, vet) == (["0B5563"] * 2, ["UvpTabelkop"] * 2, [])
    else:
        assert (vulling, koppen, len(vet)) == ([], [], 2)
    assert not [e for rij in rijen for e in rij.iter(w("shd"), w("pStyle"), w("b"))]


def test_witte_koppen_alleen_op_een_gekleurd_vlak():
    """A template that has the style but not the colour would get white words on white."""
    tabel = maak(vraag(), RIJEN, ONZE._replace(vulling=""))
    assert not list(tabel.iter(w("shd"), w("pStyle")))


@pytest.mark.parametrize(("aantal", "klein"), [(6, False), (7, True), (9, True)])
def test_veel_kolommen_krijgen_kleinere_letters(aantal, klein):
    rij = write_tabel([["x"] * (aantal - 1) + ["2027-01-01"]])
    assert bool(list(maak(vraag(aantal), rij).iter(w("sz")))) == klein


@pytest.mark.parametrize("waarde", ["", "\n", "|  |  |  |"])
def test_waar_niets_in_staat_is_geen_tabel(waarde):
    assert answer_table_xml(vraag(), waarde, KAAL) == ""


@pytest.mark.parametrize("lang", ["woord " * 60, "x" * 300])
def test_een_lange_tekst_krijgt_ruimte_maar_niet_alles(lang):
    raster, _ = breedtes(maak(vraag(4), write_tabel([["a", lang.strip(), "b", "2027-01-01"]])))
    assert max(raster) == raster[1]
    assert min(raster) > 500


CEL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=30
)


@proeven(150)
@given(data=st.data(), stijlen=st.sampled_from([KAAL, MET_STIJL, ONZE]))
def test_elke_tabel_klopt(data, stijlen):
    aantal = data.draw(st.integers(1, 12))
    rijen = data.draw(st.lists(st.lists(CEL, min_size=aantal, max_size=aantal), max_size=5))
    vraag_, waarde = vraag(aantal, data.draw(st.sampled_from(["", "dag"]))), write_tabel(rijen)
    koppen, zichtbaar = visible_tabel(vraag_, waarde)
    if not koppen:
        assert answer_table_xml(vraag_, waarde, stijlen) == ""
        return
    tabel = maak(vraag_, waarde, stijlen)
    assert cellen(tabel) == [list(koppen), *([cel or "–" for cel in rij] for rij in zichtbaar)]
    raster, per_rij = breedtes(tabel)
    assert len(raster) == len(koppen)
    assert min(raster) > 0
    assert all(rij == [breedte // 2 for breedte in raster] for rij in per_rij)
    assert sum(per_rij[0]) == 5000  # fiftieths of a percent: the whole width


# In a document.


def met_tabel(builder, **meer):
    vraag_ = Vraag(
        id="eerste", label="Eerste", vraag="?", type=TYPES["tabel"],
        kolommen=(Kolom("wie", "Wie"), Kolom("dag", "Dag", TYPES["datum"])), **meer,
    )  # fmt: skip
    return builder.met_vraag(vraag_)


def test_een_tabel_staat_in_het_veld_van_haar_vraag(builder):
    lijst = met_tabel(builder, sorteer="dag")
    data = fill(
        builder.open(builder.docx()), lijst, builder.plan(eerste="| B |  |\n| A | 2027-05-01 |")
    )
    gelezen = builder.lees(data)
    (veld,) = gelezen.velden("eerste")
    assert [kind.tag for kind in veld.find(w("sdtContent"))] == [w("tbl"), w("p")]
    assert cellen(veld) == [["Wie", "Dag"], ["A", "1 mei 2027"], ["B", "–"]]
    assert veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
    assert gelezen.veldtekst("tweede") == ["Klik of tik om tekst in te voeren."]


def test_een_tabel_in_een_cel_houdt_een_alinea_aan_het_eind(builder):
    """Word refuses a cell that ends with a table."""
    cel = f"<w:tbl><w:tr><w:tc>{builder.blok('eerste')}<w:p/></w:tc></w:tr></w:tbl>"
    lijst = met_tabel(builder)
    data = fill(
        builder.open(builder.docx(cel, builder.blok("tweede"))),
        lijst,
        builder.plan(eerste="| A |  |"),
    )
    for tc in builder.lees(data).document.iter(w("tc")):
        *_, laatste = tc.iter(w("p"), w("tbl"))
        assert laatste.tag == w("p")


@pytest.mark.parametrize("welk", ["oudermeer", "vol", "oudermeer-koppen-definitief"])
def test_de_tabellen_van_het_meegeleverde_sjabloon(
    welk, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, plannen, builder
):
    gevallen = [
        (sjabloon, echte_lijst, plannen[welk], ["acties"]),
        (intern_sjabloon, interne_lijst, plannen.intern(welk), ["beeld-gebieden", "beeld-wij-zij"]),
    ]
    for open_, lijst, plan, vragen in gevallen:
        data = fill(open_, lijst, plan)
        gevonden = {bevinding.rule_id for bevinding in check_docx(data, "d.docx")}
        # The answers that use every sign of the markup have links that nobody should write.
        assert gevonden <= ({"nietszeggende-link"} if welk == "vol" else set())
        gelezen = builder.lees(data)
        for vraag_id in vragen:
            (veld,) = gelezen.velden(vraag_id)
            vraag_ = lijst.vraag(vraag_id)
            assert cellen(veld) == vertoond(vraag_, plan.waarde(vraag_))
            (kop, *_) = veld.iter(w("tr"))
            assert kop.xpath(".//w:shd/@w:themeFill", namespaces=NS)
