"""A Word file as the rules see it: paragraphs and runs, headings, styles, and what is in it."""

from __future__ import annotations

import pytest

from uitvoeringsplan.checks.word_parts import (
    Kind,
    Part,
    StyleSheet,
    fault,
    read_word_file,
    text_of,
)
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.tree import Element, child, new, parse, val

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = """
<w:style w:type="character" w:default="1" w:styleId="Letter"/>
<w:style w:type="paragraph" w:default="1" w:styleId="Gewoon"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="Heading 1"/><w:basedOn w:val="Gewoon"/>
<w:pPr><w:outlineLvl w:val="0"/><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Tussenkop"><w:basedOn w:val="Kop"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:basedOn w:val="Om"/></w:style>
<w:style w:type="paragraph" w:styleId="Om"><w:basedOn w:val="Rond"/></w:style>
"""


def tree(inside: str, name: str = "body") -> Element:
    """Return the tree of an element with this in it."""
    return parse(f'<w:{name} xmlns:w="{W}" xmlns:mc="{MC}">{inside}</w:{name}>'.encode(), "x", "y")


STYLESHEET = StyleSheet.of(tree(STYLES, "styles"))


def onderdeel(inside: str, kind: Kind = Kind.DOCUMENT) -> Part:
    return Part("word/x.xml", kind, tree(inside), (), STYLESHEET, new("x"))


def paragraph(text: str, style: str = "", own: str = "") -> str:
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{own}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_een_stijl_heeft_wat_zij_erft_en_een_kring_houdt_op():
    assert [val(s, "styleId") for s in STYLESHEET.chain("Tussenkop")] == [
        "Tussenkop", "Kop", "Gewoon",
    ]  # fmt: skip
    assert [val(s, "styleId") for s in STYLESHEET.chain("Rond")] == ["Rond", "Om"]
    assert val(STYLESHEET.first("Tussenkop", "pPr", "outlineLvl")) == "1"
    assert STYLESHEET.first("Tussenkop", "pPr", "keepNext") is not None
    assert STYLESHEET.first("Gewoon", "pPr", "keepNext") is None
    assert STYLESHEET.first("Nergens", "pPr") is None


def test_de_naam_van_een_stijl_en_die_van_wie_er_geen_noemt():
    assert STYLESHEET.name("Kop") == "heading 1"
    assert STYLESHEET.name("Nergens") == ""
    assert STYLESHEET.default == "Gewoon"
    assert StyleSheet.of(tree("", "styles")).default == ""


def test_een_alinea_heeft_haar_eigen_kenmerk_of_dat_van_haar_stijl():
    own, geerfd, geen = onderdeel(
        paragraph("a", "Kop", '<w:outlineLvl w:val="4"/>') + paragraph("b", "Kop") + paragraph("c")
    ).paragraphs
    assert [p.style for p in (own, geerfd, geen)] == ["Kop", "Kop", "Gewoon"]
    assert val(STYLESHEET.of_paragraph(own, "outlineLvl")) == "4"
    assert val(STYLESHEET.of_paragraph(geerfd, "outlineLvl")) == "0"
    assert STYLESHEET.of_paragraph(geen, "outlineLvl") is None


def test_koppen_met_hun_niveau():
    part = onderdeel(
        paragraph("een", "Kop")
        + paragraph("gewoon")
        + paragraph("twee", "Tussenkop")
        + paragraph("eigen", "Gewoon", '<w:outlineLvl w:val="8"/>')
        + paragraph("geen kop meer", "Kop", '<w:outlineLvl w:val="9"/>')
        + paragraph("geen getal", "Kop", '<w:outlineLvl w:val="x"/>')
    )
    assert [(p.text, level) for p, level in part.headings] == [
        ("een", 1), ("twee", 2), ("eigen", 9),
    ]  # fmt: skip


def test_een_tekstvak_heeft_zijn_eigen_alineas():
    """The words of a box count once, in the box, and not in the paragraph that it hangs on."""
    vak = f"<w:r><w:pict><w:txbxContent>{paragraph('in het vak')}</w:txbxContent></w:pict></w:r>"
    part = onderdeel(f"<w:p><w:r><w:t>erbuiten</w:t></w:r>{vak}</w:p>")
    assert [p.text for p in part.paragraphs] == ["erbuiten", "in het vak"]


def test_een_stuk_tekst_met_tab_regeleinde_en_stijl():
    piece = (
        '<w:r><w:rPr><w:rStyle w:val="Letter"/></w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>'
        "<mc:AlternateContent><mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    (p,) = onderdeel(f"<w:p>{piece}<w:r><w:rPr/></w:r></w:p>").paragraphs
    assert [(run.text, run.style) for run in p.runs] == [("a\tb\nc", "Letter")]
    assert child(p.runs[0].element, "rPr") is p.runs[0].properties


def test_zichtbare_tekst_zonder_veldcode_en_tabstops():
    tabstop = '<w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr>'
    p = f"<w:p>{tabstop}<w:r><w:tab/><w:t>{{}}</w:t></w:r></w:p>"
    code = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    assert text_of(tree(p.format("een") + code + p.format("twee"))) == "\teen\n\n\ttwee"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "x.xml"),
        (" een\n  regel ", "x.xml, bij “een regel”"),
        ("a" * 40, f"x.xml, bij “{'a' * 40}”"),
        ("a" * 41, f"x.xml, bij “{'a' * 39}…”"),
    ],
)
def test_waar_een_fout_staat(text, place):
    found = fault("x.xml", "mis.", text)
    assert (str(found.ernst), found.message, found.place) == ("fout", "mis.", place)
    assert fault(onderdeel(""), "mis.").place == "word/x.xml"


def test_de_onderdelen_van_ons_sjabloon(filled):
    file = read_word_file(load_package(filled, "x.docx"), ())
    assert file.main.name == "word/document.xml"
    assert file.core is not None
    assert {part.kind for part in file.parts} >= {
        Kind.DOCUMENT, Kind.HEADER_OR_FOOTER, Kind.GLOSSARY,
    }  # fmt: skip
    assert {part.name for part in file.parts} - {part.name for part in file.running} == {
        "word/glossary/document.xml"
    }
    footer, *_ = (part for part in file.parts if part.kind is Kind.HEADER_OR_FOOTER)
    glossary = next(part for part in file.parts if part.is_glossary)
    assert footer.styles is file.main.styles
    assert glossary.styles is not file.main.styles
    assert glossary.styles.styles.keys()


def test_wat_elk_document_heeft_wordt_een_keer_gelezen(filled):
    package = load_package(filled, "x.docx")

    def read(filled: tuple[str, ...]) -> dict[str, Part]:
        return {part.name: part for part in read_word_file(package, filled).parts}

    first, second, other = read(()), read(()), read(("word/header1.xml",))
    is_shared = {name: first[name] is second[name] for name in first}
    assert is_shared["word/header1.xml"]
    assert not is_shared["word/document.xml"]
    assert other["word/header1.xml"] is not first["word/header1.xml"]
    assert (
        other["word/header1.xml"].paragraphs[0].text == first["word/header1.xml"].paragraphs[0].text
    )


def test_een_pakket_zonder_stijlen_en_eigenschappen(filled):
    package = load_package(filled, "x.docx")
    bare = package.with_parts(dict.fromkeys(("word/styles.xml", "docProps/core.xml")))
    file = read_word_file(bare, ())
    assert file.core is None
    assert file.main.styles.styles == {}
    with pytest.raises(SjabloonError, match=r"word/document\.xml"):
        read_word_file(package.with_parts({"word/document.xml": b"<w:"}), ())
