"""On which level a heading or a point stands, and what counts along before it."""

from __future__ import annotations

import pytest
from docx_to_read import (
    TOC,
    control,
    docx,
    kop,
    number,
    numbering_xml,
    paragraph,
    punt,
    read,
    sketch,
)

from package_builder import PackageBuilder, W
from uitvoeringsplan.document.paragraphs import ParagraphReader, is_contents_list
from uitvoeringsplan.model.document import (
    Kop,
    Passage,
)
from uitvoeringsplan.ooxml.counters import load_counters
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.styles import load_styles
from uitvoeringsplan.ooxml.tree import Element, parse


def test_koppen_met_hun_nummer():
    document = read(kop("Een"), kop("Twee", 2), kop("Drie", 2), kop("Vier"), kop("Vijf", 2))
    assert sketch(document.content) == [
        "# 1 Een", "## 1.1 Twee", "## 1.2 Drie", "# 2 Vier", "## 2.1 Vijf",
    ]  # fmt: skip


def test_een_kop_zonder_nummer_telt_niet_mee_en_een_lege_wel():
    without = paragraph("Voorwoord", style="Kop1", ppr=number(0))
    document = read(kop("Een"), without, kop(""), kop("Drie"))
    assert sketch(document.content) == ["# 1 Een", "# Voorwoord", "# 3 Drie"]


def test_een_niveau_in_de_alinea_zelf_gaat_voor():
    document = read(
        paragraph("Kop", ppr='<w:outlineLvl w:val="0"/>'),
        paragraph("Geen kop", style="Kop1", ppr=f'{number(0)}<w:outlineLvl w:val="9"/>'),
    )
    assert sketch(document.content) == ["# Kop", "Geen kop"]
    assert isinstance(document.content[0], Kop)
    assert isinstance(document.content[1], Passage)


def test_de_laag_waar_een_stijl_aan_vastzit_gaat_voor_die_van_de_stijl():
    text = '<w:lvlText w:val="%1.%2"/>'
    numbering = numbering_xml().replace(text, f'<w:pStyle w:val="Kop3"/>{text}')
    document = read(kop("Een"), kop("Drie", 3), parts={"word/numbering.xml": numbering})
    assert sketch(document.content) == ["# 1 Een", "## 1.1 Drie"]


def test_punten_in_de_stijlen_van_word_zelf():
    """`List Bullet 2` counts in a list of its own, on its first level."""
    line = 'w:numId="7"><w:abstractNumId w:val="'
    lijst = numbering_xml().partition(line)[2].partition('"')[0]
    own = f'<w:num w:numId="27"><w:abstractNumId w:val="{lijst}"/></w:num></w:numbering>'
    parts = {
        "word/styles.xml": PackageBuilder.styles().replace(
            '<w:ilvl w:val="1"/><w:numId w:val="7"/>', '<w:numId w:val="27"/>'
        ),
        "word/numbering.xml": numbering_xml().replace("</w:numbering>", own),
    }
    deep, shallow = paragraph("b", style="Opsomteken2", ppr=number(27, 0)), punt("c", 8)
    document = read(paragraph("a", style="Opsomteken"), deep, shallow, parts=parts)
    assert sketch(document.content) == [["teken", ["a", ["teken", ["b"]]]], ["cijfer", ["c"]]]


def test_het_niveau_dat_een_alinea_zelf_noemt_gaat_voor_dat_van_haar_stijl():
    """So it does when the answer is taken back (`test_answer_blocks`): there is one reader."""
    document = read(
        paragraph("a", style="Opsomteken"), paragraph("b", style="Opsomteken2", ppr=number(7, 0))
    )
    assert sketch(document.content) == [["teken", ["a"], ["b"]]]


def test_een_verwijderd_punt_telt_niet_mee():
    gone = f"{number(8)}<w:rPr><w:del/></w:rPr>"
    document = read(punt("a", 8), paragraph(ppr=gone), punt("b", 8))
    assert sketch(document.content) == [["cijfer", ["a"], ["b"]]]


def reader(numbering: str = "") -> ParagraphReader:
    """Return a reader with the styles and the numberings of these tests."""
    styles = load_package(docx(), "x").content("word/styles.xml")
    counters = load_counters((numbering or numbering_xml()).encode(), "n", "x")
    return ParagraphReader(load_styles(styles, "s", "x"), counters)


def ppr(inside: str) -> Element:
    return parse(f'<w:pPr xmlns:w="{W}">{inside}</w:pPr>'.encode(), "x", "y")


def test_een_alinea_zonder_stijl_is_gewone_tekst():
    reading = reader().read(None)
    assert (reading.outline, reading.number, reading.list_style, reading.list_level) == (
        None, None, "", 0,
    )  # fmt: skip
    assert reader().read(ppr('<w:pStyle w:val="Nergens"/>')).outline is None


@pytest.mark.parametrize(
    ("own", "level"), [("", 0), ("0", 0), ("3", 3), ("8", 8), ("9", None), ("x", 0)]
)
def test_het_niveau_van_een_kop(own, level):
    itself = f'<w:outlineLvl w:val="{own}"/>' if own else ""
    reading = reader().read(ppr(f'<w:pStyle w:val="Kop1"/>{itself}'))
    assert reading.outline == level


def test_de_stijlen_van_word_voor_punten_zeggen_hoe_diep():
    lezen = reader()
    kinds = [
        (reading.list_style, reading.list_level)
        for style in ("Opsomteken", "Opsomteken2", "Nummering", "Kop1")
        for reading in [lezen.read(ppr(f'<w:pStyle w:val="{style}"/>'))]
    ]
    assert kinds == [("bullet", 0), ("bullet", 1), ("number", 0), ("", 0)]


def test_elke_alinea_telt_een_keer_mee_en_nul_is_geen_lijst():
    lezen = reader()
    texts = [
        reading.number and reading.number.text
        for own in (number(8), number(8, 1), number(0), number(8), "")
        for reading in [lezen.read(ppr(own))]
    ]
    assert texts == ["1.", "a.", None, "2.", None]
    assert lezen.read(ppr(number(0))).num_id == "0"


def test_een_lijst_met_eigen_niveaus_is_vooraf_te_kennen():
    """Where the points themselves tell how deep they are, `List Bullet 2` on level 0 is level 0."""
    without_layers = numbering_xml()
    text = f"<w:p><w:pPr>{number(8, 1)}</w:pPr></w:p>"
    part = parse(f'<w:body xmlns:w="{W}">{text}</w:body>'.encode(), "x", "y")
    punt_ = f'<w:pStyle w:val="Opsomteken2"/>{number(8, 0)}'
    los, met = reader(without_layers), reader(without_layers)
    met.look_ahead(part)
    assert los.read(ppr(punt_)).list_level == 1
    assert met.read(ppr(punt_)).list_level == 0


@pytest.mark.parametrize(
    ("own", "is_lijst"),
    [
        (TOC, True),
        (TOC.replace("Table of Contents", "TABLE OF CONTENTS"), True),
        (TOC.replace("Table of Contents", "Bibliographies"), False),
        ("", False),
    ],
)
def test_de_inhoudsopgave_die_word_maakt(own, is_lijst):
    xml = control(paragraph("x"), own=own).replace("<w:sdt>", f'<w:sdt xmlns:w="{W}">', 1)
    assert is_contents_list(parse(xml.encode(), "x", "y")) is is_lijst
