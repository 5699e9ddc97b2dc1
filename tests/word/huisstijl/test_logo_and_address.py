from __future__ import annotations

import subprocess

import pytest
from foreign_templates import plek
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import NS, OFFICE, w
from picture_builder import jpeg, png, svg
from trials import trials
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

TEXT = 'Logo van "Oudermeer" & <omstreken>'
LOGO = Logo("png", png(90, 30), TEXT, 4.5, 1.5)
MET_SVG = LOGO._replace(svg=svg())
JPEG = Logo("jpeg", jpeg(), "Wapen", 2.0, 3.0)
ADRES = ("Gemeente Oudermeer", "Postbus 1 & 2", "1234 AB  Oudermeer")
STYLE = Huisstijl("h", logo=LOGO, adres=ADRES)
NSD = {
    **NS,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "svg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}


def in_style(data: bytes, style: Huisstijl | None = STYLE) -> Package:
    return apply_huisstijl(complete(load_package(data, "map/eigen.docx")), style)


def tree(package: Package, part: str = "word/document.xml"):
    return etree.fromstring(package.content(part))


def relationships(package: Package, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    return {r.get("Id"): r.get("Target") for r in tree(package, part)}


def logo_ids(package: Package) -> dict[str, str]:
    """Return the relationships to a logo by the ending of its file."""
    return {
        target.rpartition(".")[2]: id_
        for id_, target in relationships(package).items()
        if target.startswith("media/uvp-logo.")
    }


def sjabloon(builder, *content: str, **parts: str) -> bytes:
    document = builder.document(*content, builder.block("eerste"), builder.block("tweede"))
    return builder.pack({**builder.parts(document), **parts})


def tags(root) -> list[str]:
    return root.xpath("//w:sdt/w:sdtPr/w:tag/@w:val", namespaces=NS)


def test_het_logo_komt_op_zijn_plek(builder):
    package = in_style(sjabloon(builder, "<w:p/>", plek("beeld: logo"), "<w:p/>"))
    body = tree(package)[0]
    assert tags(body) == ["eerste", "tweede"]
    (tekening,) = body[1].xpath("w:r/w:drawing", namespaces=NSD)
    (attribute,) = tekening.xpath(".//wp:docPr", namespaces=NSD)
    assert attribute.get("descr") == TEXT
    sizes = tekening.xpath(".//wp:extent/@cx | .//wp:extent/@cy", namespaces=NSD)
    assert sizes == [str(round(4.5 * 360_000)), str(round(1.5 * 360_000))]
    (id_,) = tekening.xpath(".//a:blip/@r:embed", namespaces=NSD)
    part = f"word/{relationships(package)[id_]}"
    assert package.content(part) == LOGO.data
    types = {t.get("PartName"): t.get("ContentType") for t in tree(package, "[Content_Types].xml")}
    assert types[f"/{part}"] == "image/png"


def test_een_svg_komt_naast_haar_png(builder):
    package = in_style(sjabloon(builder, plek("beeld: logo")), STYLE._replace(logo=MET_SVG))
    (blip,) = tree(package).xpath("//a:blip", namespaces=NSD)
    (form,) = blip.xpath("a:extLst/a:ext/svg:svgBlip/@r:embed", namespaces=NSD)
    targets = relationships(package)
    assert package.content(f"word/{targets[blip.get(f'{{{OFFICE}}}embed')]}") == MET_SVG.data
    assert package.content(f"word/{targets[form]}") == MET_SVG.svg
    types = {t.get("PartName"): t.get("ContentType") for t in tree(package, "[Content_Types].xml")}
    assert types[f"/word/{targets[form]}"] == "image/svg+xml"


def test_zonder_plek_komt_het_logo_boven_de_tekst(builder):
    package = in_style(builder.docx())
    body = tree(package)[0]
    assert body[0].tag == w("p")
    assert len(body[0].xpath("w:r/w:drawing", namespaces=NSD)) == 1
    before = tree(load_package(builder.docx(), "x"))
    body.remove(body[0])
    assert etree.tostring(body, method="c14n") == etree.tostring(before[0], method="c14n")


def test_het_adres_komt_regel_voor_regel(builder):
    package = in_style(sjabloon(builder, plek("adres")))
    paragraph = next(p for p in tree(package)[0] if p.xpath("w:r/w:br", namespaces=NS))
    lines = [e.text if e.tag == w("t") else "|" for e in paragraph.xpath("w:r/*", namespaces=NS)]
    assert "".join(lines) == "|".join(ADRES)


def test_de_opmaak_van_de_plek_blijft(builder):
    own = plek("adres").replace("<w:p/>", '<w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p>')
    paragraph = tree(in_style(sjabloon(builder, "<w:p/>", own), STYLE._replace(logo=None)))[0][1]
    assert paragraph.xpath("w:pPr/w:jc/@w:val", namespaces=NS) == ["right"]


def test_een_plek_zonder_opmaak_krijgt_de_stijl_met_die_naam(builder):
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Uvp adres"/></w:style>'
        "</w:styles>",
    )
    data = sjabloon(builder, plek("adres"), **{"word/styles.xml": styles})
    paragraph = tree(in_style(data, STYLE._replace(logo=None)))[0][0]
    assert paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS) == ["Q"]


@pytest.mark.parametrize("style", [None, Huisstijl("h"), Huisstijl("h", "B5121B")])
def test_lege_plekken_verdwijnen(builder, style):
    data = sjabloon(builder, "<w:p/>", plek("beeld: logo"), plek("adres"), "<w:p/>")
    body = tree(in_style(data, style))[0]
    assert [etree.QName(e).localname for e in body] == ["p", "p", "sdt", "sdt", "sectPr"]
    assert tags(body) == ["eerste", "tweede"]


def test_een_leeg_veld_voor_een_vraag_is_geen_plek(builder):
    """Only the two tags count, and nothing that looks like them."""
    data = sjabloon(builder, builder.block("adressen"), builder.block("beeld: logo2"))
    assert without_huisstijl(load_package(data, "x")) == load_package(data, "x")


def cell(content: str) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        f"<w:tr><w:tc><w:tcPr/>{content}</w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize("style", [None, STYLE])
@pytest.mark.parametrize("added", ["", "<w:p/>", cell("<w:p/>")])
def test_een_cel_blijft_op_een_alinea_eindigen(builder, style, added):
    data = sjabloon(
        builder, cell(added + plek("adres")), cell(plek("beeld: logo") + added + "<w:p/>")
    )
    for cel_ in tree(in_style(data, style)).iter(w("tc")):
        assert cel_[-1].tag == w("p")


def test_een_plek_midden_in_een_regel(builder):
    line = (
        "<w:p><w:r><w:t>Van </w:t></w:r><w:sdt><w:sdtPr>"
        '<w:tag w:val="beeld: logo"/></w:sdtPr><w:sdtContent><w:r><w:t>logo</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>"
    )
    paragraph = tree(in_style(sjabloon(builder, line)))[0][0]
    assert [etree.QName(e).localname for e in paragraph] == ["r", "r"]
    assert len(paragraph.xpath("w:r/w:drawing", namespaces=NSD)) == 1
    assert len(tree(in_style(sjabloon(builder, line), None))[0][0]) == 1


@pytest.mark.parametrize("what", ["tc", "tr"])
def test_een_plek_om_een_cel_of_rij(builder, what):
    core = {"tc": "<w:tc><w:p/></w:tc>", "tr": "<w:tr><w:tc><w:p/></w:tc></w:tr>"}[what]
    around = (
        f'<w:sdt><w:sdtPr><w:tag w:val="beeld: logo"/></w:sdtPr><w:sdtContent>{core}'
        "</w:sdtContent></w:sdt>"
    )
    row = f"<w:tr>{around}</w:tr>" if what == "tc" else around
    data = sjabloon(builder, f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>")
    with pytest.raises(SjabloonError, match=r"“beeld: logo” staat om een tabelcel of een rij"):
        in_style(data)


def test_in_een_koptekst_met_eigen_relaties(builder):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    kop = (
        builder.document(plek("beeld: logo"))
        .replace("w:document", "w:hdr")
        .replace("w:body", "w:x")
    )
    kop = kop.replace("<w:x>", "").replace("</w:x>", "").replace("<w:sectPr/>", "")
    data = sjabloon(builder, **{
        "word/header1.xml": kop,
        "[Content_Types].xml": builder.types(("word/header1.xml", kind)),
        "word/_rels/document.xml.rels": builder.relationships(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml")
        ),
    })  # fmt: skip
    package = in_style(data)
    assert len(tree(package, "word/header1.xml").xpath("w:p/w:r/w:drawing", namespaces=NSD)) == 1
    assert relationships(package, "word/_rels/header1.xml.rels") == {"rId1": "media/uvp-logo.png"}
    assert not logo_ids(package)
    assert b"drawing" not in package.content("word/document.xml")
    # Without a logo the header keeps a paragraph: an empty one is corrupt.
    (over,) = tree(in_style(data, None), "word/header1.xml")
    assert over.tag == w("p")


def test_twee_plekken_twee_tekeningen_een_plaatje(builder):
    second = plek("beeld: logo").replace("5", "6")
    package = in_style(sjabloon(builder, plek("beeld: logo"), "<w:p/>", second))
    numbers = tree(package).xpath("//wp:docPr/@id", namespaces=NSD)
    assert len(set(numbers)) == len(numbers) == 2
    assert len([name for name in package.members if "media" in name]) == 1


ROOMY = (
    '<w:p><w:pPr><w:pStyle w:val="Ruim"/><w:keepNext/><w:ind w:left="1"/></w:pPr><w:r><w:t>T</w:t>'
    "</w:r></w:p>"
)


@pytest.mark.parametrize(
    ("following", "before"),
    [
        (ROOMY, str(3000 - 850)),
        (ROOMY.replace("<w:ind", '<w:spacing w:after="7"/><w:ind'), str(3000 - 850)),
        (ROOMY.replace("<w:ind", '<w:spacing w:before="1100"/><w:ind'), "400"),
        (ROOMY.replace("<w:ind", '<w:spacing w:before="900"/><w:ind'), "900"),
        (ROOMY.replace('"Ruim"', '"Kind"'), str(3000 - 850)),
        ('<w:p><w:r><w:t xml:space="preserve">T</w:t></w:r></w:p>', None),
        ("<w:p/>", None),
    ],
)
def test_het_wit_boven_de_titel_wijkt_voor_het_logo(builder, following, before):
    """So that the title stays where it is on the page, with and without a logo."""
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Ruim"><w:name w:val="Ruim"/><w:pPr><w:spacing'
        ' w:before="3000"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Kind">'
        '<w:name w:val="Kind"/><w:basedOn w:val="Ruim"/></w:style></w:styles>',
    )
    data = sjabloon(builder, plek("beeld: logo"), following, **{"word/styles.xml": styles})
    paragraph = tree(in_style(data))[0][1]
    white = paragraph.find("w:pPr/w:spacing", NS)
    assert (white.get(w("before")) if white is not None else None) == before
    if before:
        names = [etree.QName(e).localname for e in paragraph.find("w:pPr", NS)]
        assert names == ["pStyle", "keepNext", "spacing", "ind"]
        assert white.get(w("after")) == ("7" if 'after="7"' in following else None)


def test_een_ander_logo_vervangt_het_vorige(builder):
    for content in ((plek("beeld: logo"),), ()):
        one = in_style(sjabloon(builder, *content), STYLE._replace(logo=MET_SVG))
        two = apply_huisstijl(one, STYLE._replace(logo=JPEG))
        (attribute,) = tree(two).xpath("//wp:docPr", namespaces=NSD)
        assert attribute.get("descr") == "Wapen"
        assert list(logo_ids(two)) == ["jpeg"]
        assert two.content("word/media/uvp-logo.jpeg") == strip_metadata(JPEG.data)


def test_hetzelfde_logo_nog_eens_verandert_niets(builder):
    style = STYLE._replace(logo=MET_SVG)
    one = in_style(sjabloon(builder, plek("beeld: logo")), style)
    assert apply_huisstijl(one, style).members == one.members


def test_een_logo_van_een_vorige_versie_wordt_vervangen(builder):
    """Its relationship had a name of its own, and its target was seen from the root."""
    package = in_style(sjabloon(builder, plek("beeld: logo")))
    (id_,) = logo_ids(package).values()
    rels, document = "word/_rels/document.xml.rels", "word/document.xml"
    old = package.content(rels).replace(b'"media/uvp', b'"/word/media/uvp')
    package = package.with_parts(
        {
            rels: old.replace(f'"{id_}"'.encode(), b'"uvpLogo"'),
            document: package.content(document).replace(f'"{id_}"'.encode(), b'"uvpLogo"'),
        }
    )
    new = apply_huisstijl(package, STYLE._replace(logo=JPEG))
    (blip,) = tree(new).xpath("//a:blip/@r:embed", namespaces=NSD)
    assert logo_ids(new) == {"jpeg": blip}
    assert "uvpLogo" not in relationships(new)


logos = st.sampled_from([None, LOGO, MET_SVG, JPEG])
places = st.lists(
    st.sampled_from([plek("beeld: logo"), plek("adres"), "<w:p/>", cell("<w:p/>"), ROOMY,
                     cell(plek("adres") + "<w:p/>"), "<w:p><w:pPr/></w:p>"]),
    unique=True,
)  # fmt: skip


@trials(80)
@given(logo=logos, adres=st.sampled_from([(), ADRES]), content=places)
def test_twee_keer_is_hetzelfde_als_een_keer(builder, logo, adres, content):
    style = Huisstijl("h", "0B5563", logo=logo, adres=adres)
    one = in_style(sjabloon(builder, *content), style)
    assert apply_huisstijl(one, style) == one
    assert not {"beeld: logo", "adres"} & set(tags(tree(one)))
    count = content.count(plek("beeld: logo")) or 1
    assert len(tree(one).xpath("//w:drawing", namespaces=NSD)) == (count if logo else 0)


@pytest.mark.libreoffice
def test_libreoffice_volgt_het_thema(real_sjabloon, tmp_path):
    """One change in the theme is enough: the typefaces of the PDF are those of the house style."""
    logo = Logo("png", png(180, 60, 150), "Logo", 5.0, 5 / 3)
    style = Huisstijl("h", "B5121B", "", "Liberation Serif", "DejaVu Sans", logo, ADRES)
    heel = load_vragenlijst(find_vragen())
    part = public_part(heel)
    plan = plan_for(part, heel, load_plan(find_voorbeeld(), heel).plan)
    data = write_package(list(in_style(real_sjabloon, style).members.values()))
    (tmp_path / "p.docx").write_bytes(fill(open_sjabloon(data, "x.docx", part), part, plan))
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
