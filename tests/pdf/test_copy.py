from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversion_samples import (
    SECTION,
    W,
    docx,
    inhoudsopgave,
    kop,
    line,
    paragraph,
    text_of,
    tree,
)
from trials import trials
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.pdf.copy import make_copy
from uitvoeringsplan.pdf.page_numbers import Section


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def copy(data: bytes, number_of=lambda _: "7"):
    return make_copy(data, number_of, "plan.docx")


def sdt(content: str) -> str:
    properties = "<w:sdtPr><w:lock w:val='sdtLocked'/></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cel(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def rij(cellen: str) -> str:
    return f"<w:tr>{cellen}</w:tr>"


def tabel(cellen: str) -> str:
    return f"<w:tbl>{rij(cellen)}</w:tbl>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def names(element) -> list[str]:
    return [kind.tag.partition("}")[2] for kind in element]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(sdt(paragraph("blok")), "blok", id="om een alinea"),
        pytest.param(sdt(paragraph("een") + paragraph("twee")), "eentwee", id="om twee alinea's"),
        pytest.param(f"<w:p>{run('a')}{sdt(run('b'))}{run('c')}</w:p>", "abc", id="in de regel"),
        pytest.param(tabel(sdt(cel(paragraph("cel")))), "cel", id="cel"),
        pytest.param(f"<w:tbl>{sdt(rij(cel(paragraph('rij'))))}</w:tbl>", "rij", id="rij"),
        pytest.param(sdt(sdt(f"<w:p>{sdt(run('diep'))}</w:p>")), "diep", id="in elkaar"),
        pytest.param("<w:sdt><w:sdtPr/></w:sdt>" + paragraph("leeg"), "leeg", id="zonder inhoud"),
    ],
)
def test_elk_besturingselement_gaat_eraf_en_wat_erin_staat_blijft(content, text):
    document = tree(copy(docx(content + SECTION)).data)
    assert list(document.iter(w("sdt"), w("sdtContent"), w("sdtPr"))) == []
    assert text_of(document) == text
    assert all(
        paragraph.getparent().tag in (w("body"), w("tc")) for paragraph in document.iter(w("p"))
    )


_run = st.deferred(lambda: st.text("abc", min_size=1, max_size=3).map(run) | _inlijn)
_inlijn = st.lists(_run, max_size=3).map("".join).map(sdt)
_paragraph = st.lists(_run, max_size=4).map(lambda parts: f"<w:p>{''.join(parts)}</w:p>")
_block = st.deferred(
    lambda: _paragraph | st.lists(_block, max_size=3).map("".join).map(sdt) | _tabel
)
_cel = st.lists(_block, max_size=3).map(lambda b: cel("".join(b) + paragraph()))
_tabel = (_cel | _cel.map(sdt)).map(tabel)


@trials(150)
@given(st.lists(_block, max_size=4).map("".join))
def test_hoe_ze_ook_in_elkaar_zitten_er_gaat_geen_letter_verloren(content):
    data = docx(content + SECTION)
    document = tree(copy(data).data)
    assert next(document.iter(w("sdt")), None) is None
    assert text_of(document) == text_of(tree(data))


@trials(100)
@given(st.lists(_block, max_size=4).map("".join))
def test_een_kopie_van_een_kopie_heeft_dezelfde_opbouw(content):
    first = copy(docx(content + SECTION)).data
    second = copy(first).data

    def structure(data: bytes) -> list[str]:
        elements = tree(data).iter(w("p"), w("tbl"), w("tc"), w("r"), w("t"))
        return [element.tag for element in elements]

    assert structure(second) == structure(first)


@pytest.mark.parametrize("part", ["hdr", "ftr", "footnotes"])
def test_ook_in_kopteksten_voetteksten_en_voetnoten(part):
    content = sdt(paragraph("rand"))
    if part == "footnotes":
        content = f'<w:footnote w:id="2">{content}</w:footnote>'
    data = copy(docx(paragraph("tekst") + SECTION, **{part: content})).data
    name = {"hdr": "header1", "ftr": "footer1", "footnotes": "footnotes"}[part]
    edge = tree(data, f"word/{name}.xml")
    assert next(edge.iter(w("sdt")), None) is None
    assert text_of(edge) == "rand"


def test_een_bladwijzer_in_een_besturingselement_blijft():
    mark = '<w:bookmarkStart w:id="4" w:name="uvp_x"/>'
    document = tree(copy(docx(sdt(paragraph("a", before=mark)) + SECTION)).data)
    assert "uvp_x" in [b.get(w("name")) for b in document.iter(w("bookmarkStart"))]


def test_een_cel_eindigt_met_een_alinea():
    inside = tabel(cel(paragraph("binnen")))
    outside = tabel(cel(sdt(inside)) + cel("<w:tcPr/>"))
    document = tree(copy(docx(outside + SECTION)).data)
    cellen = list(document.find(f".//{w('tr')}"))
    assert [names(cel) for cel in cellen] == [["tbl", "p"], ["tcPr", "p"]]
    assert names(cellen[0].find(f".//{w('tc')}")) == ["p"]


def test_een_cel_met_een_bladwijzer_achteraan_krijgt_geen_lege_regel_erbij():
    end = '<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>'
    document = tree(copy(docx(tabel(cel(paragraph("a") + end)) + SECTION)).data)
    assert len(list(document.find(f".//{w('tc')}").iter(w("p")))) == 1


def link(opmaak: str) -> str:
    return f'<w:p><w:hyperlink w:anchor="x"><w:r>{opmaak}<w:t>hier</w:t></w:r></w:hyperlink></w:p>'


def test_een_link_zonder_tekenstijl_krijgt_er_een_zonder_opmaak():
    content = link("") + link("<w:rPr><w:b/></w:rPr>") + SECTION
    data = copy(docx(content)).data
    document, styles = tree(data), tree(data, "word/styles.xml")
    used = [style.get(w("val")) for style in document.iter(w("rStyle"))]
    assert len(used) == 2
    assert len(set(used)) == 1
    (style,) = [s for s in styles if s.get(w("styleId")) == used[0]]
    assert style.get(w("type")) == "character"
    assert names(style) == ["name"]
    assert [names(opmaak) for opmaak in document.iter(w("rPr"))] == [["rStyle"], ["rStyle", "b"]]


def test_een_link_met_een_tekenstijl_houdt_die():
    data = docx(link('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>') + SECTION)
    new = copy(data).data
    assert [s.get(w("val")) for s in tree(new).iter(w("rStyle"))] == ["Hyperlink"]
    assert len(tree(new, "word/styles.xml")) == len(tree(data, "word/styles.xml"))


def test_een_document_zonder_stijlen_kan_ook():
    assert text_of(tree(copy(docx(link("") + SECTION, styles=None)).data)) == "hier"


def test_bij_elke_kop_van_de_inhoudsopgave_komt_een_merk():
    content = (
        inhoudsopgave(line("Een", "_Toc1"), line("Weg", "_Toc8"), line("Twee", "_Toc2"))
        + kop("Een", "_Toc1", number=40)
        + kop("Twee", "_Toc2", number=41)
        + kop("Zomaar", "elders", number=42)
        + SECTION
    )
    made = copy(docx(content))
    plekken = made.telling.places
    assert list(plekken) == ["_Toc1", "_Toc2"]
    assert all(mark.isalnum() for mark in plekken.values())
    paragraph_of = {
        b.get(w("name")): text_of(b.getparent()) for b in tree(made.data).iter(w("bookmarkStart"))
    }
    assert [paragraph_of[plekken[anchor]] for anchor in ("_Toc1", "_Toc2")] == ["Een", "Twee"]


def test_bladwijzers_houden_een_eigen_nummer():
    content = inhoudsopgave(line("Een", "_Toc1")) + kop("Een", "_Toc1", number=40) + SECTION
    document = tree(copy(docx(content)).data)
    ids = [b.get(w("id")) for b in document.iter(w("bookmarkStart"))]
    assert len(ids) == len(set(ids)) == 3
    assert sorted(ids) == sorted(b.get(w("id")) for b in document.iter(w("bookmarkEnd")))


def test_elke_sectie_heeft_een_merk_aan_het_begin_en_zegt_hoe_zij_telt():
    voorwerk = '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr></w:pPr></w:p>'
    oneven = (
        '<w:p><w:pPr><w:sectPr><w:type w:val="oddPage"/><w:pgNumType w:start="0"/></w:sectPr>'
        "</w:pPr></w:p>"
    )
    made = copy(
        docx(paragraph("a") + voorwerk + sdt(paragraph("b")) + oneven + paragraph("c") + SECTION)
    )
    document = tree(made.data)
    sections = made.telling.sections
    assert [section._replace(mark="") for section in sections] == [
        Section("", None, "lowerRoman"),
        Section("", 0, "decimal", "oddPage"),
        Section("", None, "decimal"),
    ]
    texts = {b.get(w("name")): text_of(b.getparent()) for b in document.iter(w("bookmarkStart"))}
    assert [texts[section.mark] for section in sections] == ["a", "b", "c"]


def test_een_sectie_die_met_een_tabel_begint_heeft_haar_merk_in_de_eerste_cel():
    made = copy(docx(tabel(cel(paragraph("cel"))) + paragraph("na") + SECTION))
    (mark,) = tree(made.data).iter(w("bookmarkStart"))
    assert text_of(mark.getparent()) == "cel"


def test_andere_onderdelen_blijven_zoals_ze_waren():
    data = docx(paragraph("a") + SECTION)
    new = copy(data).data
    for part in ("word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        assert tree(new, part).attrib == tree(data, part).attrib
        assert len(tree(new, part)) == len(tree(data, part))


def test_wat_geen_word_bestand_is_wordt_geweigerd_met_zijn_naam():
    with pytest.raises(SjabloonError, match=r"^plan\.docx: dit is geen Word-bestand"):
        copy(b"geen zip")
