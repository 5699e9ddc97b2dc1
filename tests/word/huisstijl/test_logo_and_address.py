from __future__ import annotations

import subprocess

import pytest
from foreign_templates import plek
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import NS, OFFICE, w
from picture_builder import jpeg, png, svg
from trials import proeven
from uitvoeringsplan.drawing.image_metadata import strip_metadata
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.huisstijl import Huisstijl, Logo
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.ooxml.package import Package, load_package, write_package
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl, without_huisstijl
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

TEKST = 'Logo van "Oudermeer" & <omstreken>'
LOGO = Logo("png", png(90, 30), TEKST, 4.5, 1.5)
MET_SVG = LOGO._replace(svg=svg())
JPEG = Logo("jpeg", jpeg(), "Wapen", 2.0, 3.0)
ADRES = ("Gemeente Oudermeer", "Postbus 1 & 2", "1234 AB  Oudermeer")
STIJL = Huisstijl("h", logo=LOGO, adres=ADRES)
NSD = {
    **NS,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "svg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}


def in_stijl(data: bytes, stijl: Huisstijl | None = STIJL) -> Package:
    return apply_huisstijl(complete(load_package(data, "map/eigen.docx")), stijl)


def boom(pakket: Package, deel: str = "word/document.xml"):
    return etree.fromstring(pakket.inhoud(deel))


def relaties(pakket: Package, deel: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    return {r.get("Id"): r.get("Target") for r in boom(pakket, deel)}


def sjabloon(builder, *inhoud: str, **delen: str) -> bytes:
    document = builder.document(*inhoud, builder.blok("eerste"), builder.blok("tweede"))
    return builder.pak_in({**builder.delen(document), **delen})


def tags(wortel) -> list[str]:
    return wortel.xpath("//w:sdt/w:sdtPr/w:tag/@w:val", namespaces=NS)


def test_het_logo_komt_op_zijn_plek(builder):
    pakket = in_stijl(sjabloon(builder, "<w:p/>", plek("beeld: logo"), "<w:p/>"))
    body = boom(pakket)[0]
    assert tags(body) == ["eerste", "tweede"]
    (tekening,) = body[1].xpath("w:r/w:drawing", namespaces=NSD)
    (kenmerk,) = tekening.xpath(".//wp:docPr", namespaces=NSD)
    assert kenmerk.get("descr") == TEKST
    maten = tekening.xpath(".//wp:extent/@cx | .//wp:extent/@cy", namespaces=NSD)
    assert maten == [str(round(4.5 * 360_000)), str(round(1.5 * 360_000))]
    (id_,) = tekening.xpath(".//a:blip/@r:embed", namespaces=NSD)
    deel = relaties(pakket)[id_].lstrip("/")
    assert pakket.inhoud(deel) == LOGO.data
    types = {t.get("PartName"): t.get("ContentType") for t in boom(pakket, "[Content_Types].xml")}
    assert types[f"/{deel}"] == "image/png"


def test_een_svg_komt_naast_haar_png(builder):
    pakket = in_stijl(sjabloon(builder, plek("beeld: logo")), STIJL._replace(logo=MET_SVG))
    (blip,) = boom(pakket).xpath("//a:blip", namespaces=NSD)
    (vorm,) = blip.xpath("a:extLst/a:ext/svg:svgBlip/@r:embed", namespaces=NSD)
    doelen = relaties(pakket)
    assert pakket.inhoud(doelen[blip.get(f"{{{OFFICE}}}embed")].lstrip("/")) == MET_SVG.data
    assert pakket.inhoud(doelen[vorm].lstrip("/")) == MET_SVG.svg
    types = {t.get("PartName"): t.get("ContentType") for t in boom(pakket, "[Content_Types].xml")}
    assert types[doelen[vorm]] == "image/svg+xml"


def test_zonder_plek_komt_het_logo_boven_de_tekst(builder):
    pakket = in_stijl(builder.docx())
    body = boom(pakket)[0]
    assert body[0].tag == w("p")
    assert len(body[0].xpath("w:r/w:drawing", namespaces=NSD)) == 1
    voor = boom(load_package(builder.docx(), "x"))
    body.remove(body[0])
    assert etree.tostring(body, method="c14n") == etree.tostring(voor[0], method="c14n")


def test_het_adres_komt_regel_voor_regel(builder):
    pakket = in_stijl(sjabloon(builder, plek("adres")))
    alinea = next(p for p in boom(pakket)[0] if p.xpath("w:r/w:br", namespaces=NS))
    regels = [e.text if e.tag == w("t") else "|" for e in alinea.xpath("w:r/*", namespaces=NS)]
    assert "".join(regels) == "|".join(ADRES)


def test_de_opmaak_van_de_plek_blijft(builder):
    eigen = plek("adres").replace("<w:p/>", '<w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p>')
    alinea = boom(in_stijl(sjabloon(builder, "<w:p/>", eigen), STIJL._replace(logo=None)))[0][1]
    assert alinea.xpath("w:pPr/w:jc/@w:val", namespaces=NS) == ["right"]


def test_een_plek_zonder_opmaak_krijgt_de_stijl_met_die_naam(builder):
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Uvp adres"/></w:style>'
        "</w:styles>",
    )
    data = sjabloon(builder, plek("adres"), **{"word/styles.xml": stijlen})
    alinea = boom(in_stijl(data, STIJL._replace(logo=None)))[0][0]
    assert alinea.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS) == ["Q"]


@pytest.mark.parametrize("stijl", [None, Huisstijl("h"), Huisstijl("h", "B5121B")])
def test_lege_plekken_verdwijnen(builder, stijl):
    data = sjabloon(builder, "<w:p/>", plek("beeld: logo"), plek("adres"), "<w:p/>")
    body = boom(in_stijl(data, stijl))[0]
    assert [etree.QName(e).localname for e in body] == ["p", "p", "sdt", "sdt", "sectPr"]
    assert tags(body) == ["eerste", "tweede"]


def test_een_leeg_veld_voor_een_vraag_is_geen_plek(builder):
    """Only the two tags count, and nothing that looks like them."""
    data = sjabloon(builder, builder.blok("adressen"), builder.blok("beeld: logo2"))
    assert without_huisstijl(load_package(data, "x")) == load_package(data, "x")


def cel(inhoud: str) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        f"<w:tr><w:tc><w:tcPr/>{inhoud}</w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize("stijl", [None, STIJL])
@pytest.mark.parametrize("erbij", ["", "<w:p/>", cel("<w:p/>")])
def test_een_cel_blijft_op_een_alinea_eindigen(builder, stijl, erbij):
    data = sjabloon(
        builder, cel(erbij + plek("adres")), cel(plek("beeld: logo") + erbij + "<w:p/>")
    )
    for cel_ in boom(in_stijl(data, stijl)).iter(w("tc")):
        assert cel_[-1].tag == w("p")


def test_een_plek_midden_in_een_regel(builder):
    regel = (
        "<w:p><w:r><w:t>Van </w:t></w:r><w:sdt><w:sdtPr>"
        '<w:tag w:val="beeld: logo"/></w:sdtPr><w:sdtContent><w:r><w:t>logo</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>"
    )
    alinea = boom(in_stijl(sjabloon(builder, regel)))[0][0]
    assert [etree.QName(e).localname for e in alinea] == ["r", "r"]
    assert len(alinea.xpath("w:r/w:drawing", namespaces=NSD)) == 1
    assert len(boom(in_stijl(sjabloon(builder, regel), None))[0][0]) == 1


@pytest.mark.parametrize("wat", ["tc", "tr"])
def test_een_plek_om_een_cel_of_rij(builder, wat):
    kern = {"tc": "<w:tc><w:p/></w:tc>", "tr": "<w:tr><w:tc><w:p/></w:tc></w:tr>"}[wat]
    om = (
        f'<w:sdt><w:sdtPr><w:tag w:val="beeld: logo"/></w:sdtPr><w:sdtContent>{kern}'
        "</w:sdtContent></w:sdt>"
    )
    rij = f"<w:tr>{om}</w:tr>" if wat == "tc" else om
    data = sjabloon(builder, f"<w:tbl><w:tblPr/><w:tblGrid/>{rij}</w:tbl>")
    with pytest.raises(SjabloonError, match=r"“beeld: logo” staat om een tabelcel of een rij"):
        in_stijl(data)


def test_in_een_koptekst_met_eigen_relaties(builder):
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    kop = (
        builder.document(plek("beeld: logo"))
        .replace("w:document", "w:hdr")
        .replace("w:body", "w:x")
    )
    kop = kop.replace("<w:x>", "").replace("</w:x>", "").replace("<w:sectPr/>", "")
    data = sjabloon(builder, **{
        "word/header1.xml": kop,
        "[Content_Types].xml": builder.types(("word/header1.xml", soort)),
        "word/_rels/document.xml.rels": builder.relaties(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml")
        ),
    })  # fmt: skip
    pakket = in_stijl(data)
    assert len(boom(pakket, "word/header1.xml").xpath("w:p/w:r/w:drawing", namespaces=NSD)) == 1
    assert relaties(pakket, "word/_rels/header1.xml.rels") == {
        "uvpLogo": "/word/media/uvp-logo.png"
    }
    assert "uvpLogo" not in relaties(pakket)
    assert b"drawing" not in pakket.inhoud("word/document.xml")
    # Without a logo the header keeps a paragraph: an empty one is corrupt.
    (over,) = boom(in_stijl(data, None), "word/header1.xml")
    assert over.tag == w("p")


def test_twee_plekken_twee_tekeningen_een_plaatje(builder):
    tweede = plek("beeld: logo").replace("5", "6")
    pakket = in_stijl(sjabloon(builder, plek("beeld: logo"), "<w:p/>", tweede))
    nummers = boom(pakket).xpath("//wp:docPr/@id", namespaces=NSD)
    assert len(set(nummers)) == len(nummers) == 2
    assert len([naam for naam in pakket.leden if "media" in naam]) == 1


RUIM = (
    '<w:p><w:pPr><w:pStyle w:val="Ruim"/><w:keepNext/><w:ind w:left="1"/></w:pPr><w:r><w:t>T</w:t>'
    "</w:r></w:p>"
)


@pytest.mark.parametrize(
    ("volgende", "voor"),
    [
        (RUIM, str(3000 - 850)),
        (RUIM.replace("<w:ind", '<w:spacing w:after="7"/><w:ind'), str(3000 - 850)),
        (RUIM.replace("<w:ind", '<w:spacing w:before="1100"/><w:ind'), "400"),
        (RUIM.replace("<w:ind", '<w:spacing w:before="900"/><w:ind'), "900"),
        (RUIM.replace('"Ruim"', '"Kind"'), str(3000 - 850)),
        ('<w:p><w:r><w:t xml:space="preserve">T</w:t></w:r></w:p>', None),
        ("<w:p/>", None),
    ],
)
def test_het_wit_boven_de_titel_wijkt_voor_het_logo(builder, volgende, voor):
    """So that the title stays where it is on the page, with and without a logo."""
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Ruim"><w:name w:val="Ruim"/><w:pPr><w:spacing'
        ' w:before="3000"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Kind">'
        '<w:name w:val="Kind"/><w:basedOn w:val="Ruim"/></w:style></w:styles>',
    )
    data = sjabloon(builder, plek("beeld: logo"), volgende, **{"word/styles.xml": stijlen})
    alinea = boom(in_stijl(data))[0][1]
    wit = alinea.find("w:pPr/w:spacing", NS)
    assert (wit.get(w("before")) if wit is not None else None) == voor
    if voor:
        namen = [etree.QName(e).localname for e in alinea.find("w:pPr", NS)]
        assert namen == ["pStyle", "keepNext", "spacing", "ind"]
        assert wit.get(w("after")) == ("7" if 'after="7"' in volgende else None)


def test_een_ander_logo_vervangt_het_vorige(builder):
    for inhoud in ((plek("beeld: logo"),), ()):
        een = in_stijl(sjabloon(builder, *inhoud), STIJL._replace(logo=MET_SVG))
        twee = apply_huisstijl(een, STIJL._replace(logo=JPEG))
        (kenmerk,) = boom(twee).xpath("//wp:docPr", namespaces=NSD)
        assert kenmerk.get("descr") == "Wapen"
        assert twee.inhoud(relaties(twee)["uvpLogo"].lstrip("/")) == strip_metadata(JPEG.data)
        assert "uvpLogoSvg" not in relaties(twee)


logos = st.sampled_from([None, LOGO, MET_SVG, JPEG])
plekken = st.lists(
    st.sampled_from([plek("beeld: logo"), plek("adres"), "<w:p/>", cel("<w:p/>"), RUIM,
                     cel(plek("adres") + "<w:p/>"), "<w:p><w:pPr/></w:p>"]),
    unique=True,
)  # fmt: skip


@proeven(80)
@given(logo=logos, adres=st.sampled_from([(), ADRES]), inhoud=plekken)
def test_twee_keer_is_hetzelfde_als_een_keer(builder, logo, adres, inhoud):
    stijl = Huisstijl("h", "0B5563", logo=logo, adres=adres)
    een = in_stijl(sjabloon(builder, *inhoud), stijl)
    assert apply_huisstijl(een, stijl) == een
    assert not {"beeld: logo", "adres"} & set(tags(boom(een)))
    aantal = inhoud.count(plek("beeld: logo")) or 1
    assert len(boom(een).xpath("//w:drawing", namespaces=NSD)) == (aantal if logo else 0)


@pytest.mark.libreoffice
def test_libreoffice_volgt_het_thema(echt_sjabloon, tmp_path):
    """One change in the theme is enough: the typefaces of the PDF are those of the house style."""
    logo = Logo("png", png(180, 60, 150), "Logo", 5.0, 5 / 3)
    stijl = Huisstijl("h", "B5121B", "", "Liberation Serif", "DejaVu Sans", logo, ADRES)
    heel = load_vragenlijst(find_vragen())
    deel = public_part(heel)
    plan = plan_for(deel, heel, load_plan(find_voorbeeld(), heel).plan)
    data = write_package(list(in_stijl(echt_sjabloon, stijl).leden.values()))
    (tmp_path / "p.docx").write_bytes(fill(open_sjabloon(data, "x.docx", deel), deel, plan))
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "p.docx",
        ],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    pdf = (tmp_path / "p.pdf").read_bytes()
    for letter in (b"LiberationSerif-Bold", b"DejaVuSans"):
        assert letter in pdf
    for letter in (b"Carlito", b"Calibri"):
        assert letter not in pdf
