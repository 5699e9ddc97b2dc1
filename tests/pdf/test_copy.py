from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversion_samples import (
    SECTIE,
    W,
    alinea,
    boom,
    docx,
    inhoudsopgave,
    kop,
    regel,
    tekst_van,
)
from trials import proeven
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.pdf.copy import make_copy
from uitvoeringsplan.pdf.page_numbers import Section


def w(naam: str) -> str:
    return f"{{{W}}}{naam}"


def kopie(data: bytes, nummer_van=lambda _: "7"):
    return make_copy(data, nummer_van, "plan.docx")


def sdt(inhoud: str) -> str:
    eigenschappen = "<w:sdtPr><w:lock w:val='sdtLocked'/></w:sdtPr>"
    return f"<w:sdt>{eigenschappen}<w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"


def cel(inhoud: str) -> str:
    return f"<w:tc>{inhoud}</w:tc>"


def rij(cellen: str) -> str:
    return f"<w:tr>{cellen}</w:tr>"


def tabel(cellen: str) -> str:
    return f"<w:tbl>{rij(cellen)}</w:tbl>"


def run(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def namen(element) -> list[str]:
    return [kind.tag.partition("}")[2] for kind in element]


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        pytest.param(sdt(alinea("blok")), "blok", id="om een alinea"),
        pytest.param(sdt(alinea("een") + alinea("twee")), "eentwee", id="om twee alinea's"),
        pytest.param(f"<w:p>{run('a')}{sdt(run('b'))}{run('c')}</w:p>", "abc", id="in de regel"),
        pytest.param(tabel(sdt(cel(alinea("cel")))), "cel", id="cel"),
        pytest.param(f"<w:tbl>{sdt(rij(cel(alinea('rij'))))}</w:tbl>", "rij", id="rij"),
        pytest.param(sdt(sdt(f"<w:p>{sdt(run('diep'))}</w:p>")), "diep", id="in elkaar"),
        pytest.param("<w:sdt><w:sdtPr/></w:sdt>" + alinea("leeg"), "leeg", id="zonder inhoud"),
    ],
)
def test_elk_besturingselement_gaat_eraf_en_wat_erin_staat_blijft(inhoud, tekst):
    document = boom(kopie(docx(inhoud + SECTIE)).data)
    assert list(document.iter(w("sdt"), w("sdtContent"), w("sdtPr"))) == []
    assert tekst_van(document) == tekst
    assert all(alinea.getparent().tag in (w("body"), w("tc")) for alinea in document.iter(w("p")))


_stuk = st.deferred(lambda: st.text("abc", min_size=1, max_size=3).map(run) | _inlijn)
_inlijn = st.lists(_stuk, max_size=3).map("".join).map(sdt)
_alinea = st.lists(_stuk, max_size=4).map(lambda delen: f"<w:p>{''.join(delen)}</w:p>")
_blok = st.deferred(lambda: _alinea | st.lists(_blok, max_size=3).map("".join).map(sdt) | _tabel)
_cel = st.lists(_blok, max_size=3).map(lambda b: cel("".join(b) + alinea()))
_tabel = (_cel | _cel.map(sdt)).map(tabel)


@proeven(150)
@given(st.lists(_blok, max_size=4).map("".join))
def test_hoe_ze_ook_in_elkaar_zitten_er_gaat_geen_letter_verloren(inhoud):
    data = docx(inhoud + SECTIE)
    document = boom(kopie(data).data)
    assert next(document.iter(w("sdt")), None) is None
    assert tekst_van(document) == tekst_van(boom(data))


@proeven(100)
@given(st.lists(_blok, max_size=4).map("".join))
def test_een_kopie_van_een_kopie_heeft_dezelfde_opbouw(inhoud):
    eerste = kopie(docx(inhoud + SECTIE)).data
    tweede = kopie(eerste).data

    def opbouw(data: bytes) -> list[str]:
        elementen = boom(data).iter(w("p"), w("tbl"), w("tc"), w("r"), w("t"))
        return [element.tag for element in elementen]

    assert opbouw(tweede) == opbouw(eerste)


@pytest.mark.parametrize("deel", ["hdr", "ftr", "footnotes"])
def test_ook_in_kopteksten_voetteksten_en_voetnoten(deel):
    inhoud = sdt(alinea("rand"))
    if deel == "footnotes":
        inhoud = f'<w:footnote w:id="2">{inhoud}</w:footnote>'
    data = kopie(docx(alinea("tekst") + SECTIE, **{deel: inhoud})).data
    naam = {"hdr": "header1", "ftr": "footer1", "footnotes": "footnotes"}[deel]
    rand = boom(data, f"word/{naam}.xml")
    assert next(rand.iter(w("sdt")), None) is None
    assert tekst_van(rand) == "rand"


def test_een_bladwijzer_in_een_besturingselement_blijft():
    merk = '<w:bookmarkStart w:id="4" w:name="uvp_x"/>'
    document = boom(kopie(docx(sdt(alinea("a", voor=merk)) + SECTIE)).data)
    assert "uvp_x" in [b.get(w("name")) for b in document.iter(w("bookmarkStart"))]


def test_een_cel_eindigt_met_een_alinea():
    binnen = tabel(cel(alinea("binnen")))
    buiten = tabel(cel(sdt(binnen)) + cel("<w:tcPr/>"))
    document = boom(kopie(docx(buiten + SECTIE)).data)
    cellen = list(document.find(f".//{w('tr')}"))
    assert [namen(cel) for cel in cellen] == [["tbl", "p"], ["tcPr", "p"]]
    assert namen(cellen[0].find(f".//{w('tc')}")) == ["p"]


def test_een_cel_met_een_bladwijzer_achteraan_krijgt_geen_lege_regel_erbij():
    einde = '<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>'
    document = boom(kopie(docx(tabel(cel(alinea("a") + einde)) + SECTIE)).data)
    assert len(list(document.find(f".//{w('tc')}").iter(w("p")))) == 1


def link(opmaak: str) -> str:
    return f'<w:p><w:hyperlink w:anchor="x"><w:r>{opmaak}<w:t>hier</w:t></w:r></w:hyperlink></w:p>'


def test_een_link_zonder_tekenstijl_krijgt_er_een_zonder_opmaak():
    inhoud = link("") + link("<w:rPr><w:b/></w:rPr>") + SECTIE
    data = kopie(docx(inhoud)).data
    document, stijlen = boom(data), boom(data, "word/styles.xml")
    gebruikt = [stijl.get(w("val")) for stijl in document.iter(w("rStyle"))]
    assert len(gebruikt) == 2
    assert len(set(gebruikt)) == 1
    (stijl,) = [s for s in stijlen if s.get(w("styleId")) == gebruikt[0]]
    assert stijl.get(w("type")) == "character"
    assert namen(stijl) == ["name"]
    assert [namen(opmaak) for opmaak in document.iter(w("rPr"))] == [["rStyle"], ["rStyle", "b"]]


def test_een_link_met_een_tekenstijl_houdt_die():
    data = docx(link('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>') + SECTIE)
    nieuw = kopie(data).data
    assert [s.get(w("val")) for s in boom(nieuw).iter(w("rStyle"))] == ["Hyperlink"]
    assert len(boom(nieuw, "word/styles.xml")) == len(boom(data, "word/styles.xml"))


def test_een_document_zonder_stijlen_kan_ook():
    assert tekst_van(boom(kopie(docx(link("") + SECTIE, stijlen=None)).data)) == "hier"


def test_bij_elke_kop_van_de_inhoudsopgave_komt_een_merk():
    inhoud = (
        inhoudsopgave(regel("Een", "_Toc1"), regel("Weg", "_Toc8"), regel("Twee", "_Toc2"))
        + kop("Een", "_Toc1", nummer=40)
        + kop("Twee", "_Toc2", nummer=41)
        + kop("Zomaar", "elders", nummer=42)
        + SECTIE
    )
    gemaakt = kopie(docx(inhoud))
    plekken = gemaakt.telling.plekken
    assert list(plekken) == ["_Toc1", "_Toc2"]
    assert all(merk.isalnum() for merk in plekken.values())
    alinea_van = {
        b.get(w("name")): tekst_van(b.getparent())
        for b in boom(gemaakt.data).iter(w("bookmarkStart"))
    }
    assert [alinea_van[plekken[anker]] for anker in ("_Toc1", "_Toc2")] == ["Een", "Twee"]


def test_bladwijzers_houden_een_eigen_nummer():
    inhoud = inhoudsopgave(regel("Een", "_Toc1")) + kop("Een", "_Toc1", nummer=40) + SECTIE
    document = boom(kopie(docx(inhoud)).data)
    ids = [b.get(w("id")) for b in document.iter(w("bookmarkStart"))]
    assert len(ids) == len(set(ids)) == 3
    assert sorted(ids) == sorted(b.get(w("id")) for b in document.iter(w("bookmarkEnd")))


def test_elke_sectie_heeft_een_merk_aan_het_begin_en_zegt_hoe_zij_telt():
    voorwerk = '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr></w:pPr></w:p>'
    oneven = (
        '<w:p><w:pPr><w:sectPr><w:type w:val="oddPage"/><w:pgNumType w:start="0"/></w:sectPr>'
        "</w:pPr></w:p>"
    )
    gemaakt = kopie(docx(alinea("a") + voorwerk + sdt(alinea("b")) + oneven + alinea("c") + SECTIE))
    document = boom(gemaakt.data)
    secties = gemaakt.telling.secties
    assert [sectie._replace(merk="") for sectie in secties] == [
        Section("", None, "lowerRoman"),
        Section("", 0, "decimal", "oddPage"),
        Section("", None, "decimal"),
    ]
    teksten = {
        b.get(w("name")): tekst_van(b.getparent()) for b in document.iter(w("bookmarkStart"))
    }
    assert [teksten[sectie.merk] for sectie in secties] == ["a", "b", "c"]


def test_een_sectie_die_met_een_tabel_begint_heeft_haar_merk_in_de_eerste_cel():
    gemaakt = kopie(docx(tabel(cel(alinea("cel"))) + alinea("na") + SECTIE))
    (merk,) = boom(gemaakt.data).iter(w("bookmarkStart"))
    assert tekst_van(merk.getparent()) == "cel"


def test_andere_onderdelen_blijven_zoals_ze_waren():
    data = docx(alinea("a") + SECTIE)
    nieuw = kopie(data).data
    for deel in ("word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        assert boom(nieuw, deel).attrib == boom(data, deel).attrib
        assert len(boom(nieuw, deel)) == len(boom(data, deel))


def test_wat_geen_word_bestand_is_wordt_geweigerd_met_zijn_naam():
    with pytest.raises(SjabloonError, match=r"^plan\.docx: dit is geen Word-bestand"):
        kopie(b"geen zip")
