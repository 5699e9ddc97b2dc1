"""On which level a heading or a point stands, and what counts along before it."""

from __future__ import annotations

import pytest
from docx_to_read import (
    TOC,
    alinea,
    besturing,
    docx,
    kop,
    lees,
    nummer,
    nummering_xml,
    punt,
    schets,
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
    document = lees(kop("Een"), kop("Twee", 2), kop("Drie", 2), kop("Vier"), kop("Vijf", 2))
    assert schets(document.inhoud) == [
        "# 1 Een", "## 1.1 Twee", "## 1.2 Drie", "# 2 Vier", "## 2.1 Vijf",
    ]  # fmt: skip


def test_een_kop_zonder_nummer_telt_niet_mee_en_een_lege_wel():
    zonder = alinea("Voorwoord", stijl="Kop1", ppr=nummer(0))
    document = lees(kop("Een"), zonder, kop(""), kop("Drie"))
    assert schets(document.inhoud) == ["# 1 Een", "# Voorwoord", "# 3 Drie"]


def test_een_niveau_in_de_alinea_zelf_gaat_voor():
    document = lees(
        alinea("Kop", ppr='<w:outlineLvl w:val="0"/>'),
        alinea("Geen kop", stijl="Kop1", ppr=f'{nummer(0)}<w:outlineLvl w:val="9"/>'),
    )
    assert schets(document.inhoud) == ["# Kop", "Geen kop"]
    assert isinstance(document.inhoud[0], Kop)
    assert isinstance(document.inhoud[1], Passage)


def test_de_laag_waar_een_stijl_aan_vastzit_gaat_voor_die_van_de_stijl():
    tekst = '<w:lvlText w:val="%1.%2"/>'
    nummering = nummering_xml().replace(tekst, f'<w:pStyle w:val="Kop3"/>{tekst}')
    document = lees(kop("Een"), kop("Drie", 3), delen={"word/numbering.xml": nummering})
    assert schets(document.inhoud) == ["# 1 Een", "## 1.1 Drie"]


def test_punten_in_de_stijlen_van_word_zelf():
    """`List Bullet 2` counts in a list of its own, on its first level."""
    regel = 'w:numId="7"><w:abstractNumId w:val="'
    lijst = nummering_xml().partition(regel)[2].partition('"')[0]
    eigen = f'<w:num w:numId="27"><w:abstractNumId w:val="{lijst}"/></w:num></w:numbering>'
    delen = {
        "word/styles.xml": PackageBuilder.stijlen().replace(
            '<w:ilvl w:val="1"/><w:numId w:val="7"/>', '<w:numId w:val="27"/>'
        ),
        "word/numbering.xml": nummering_xml().replace("</w:numbering>", eigen),
    }
    diep, ondiep = alinea("b", stijl="Opsomteken2", ppr=nummer(27, 0)), punt("c", 8)
    document = lees(alinea("a", stijl="Opsomteken"), diep, ondiep, delen=delen)
    assert schets(document.inhoud) == [["teken", ["a", ["teken", ["b"]]]], ["cijfer", ["c"]]]


def test_het_niveau_dat_een_alinea_zelf_noemt_gaat_voor_dat_van_haar_stijl():
    """So it does when the answer is taken back (`test_answer_blocks`): there is one reader."""
    document = lees(
        alinea("a", stijl="Opsomteken"), alinea("b", stijl="Opsomteken2", ppr=nummer(7, 0))
    )
    assert schets(document.inhoud) == [["teken", ["a"], ["b"]]]


def test_een_verwijderd_punt_telt_niet_mee():
    weg = f"{nummer(8)}<w:rPr><w:del/></w:rPr>"
    document = lees(punt("a", 8), alinea(ppr=weg), punt("b", 8))
    assert schets(document.inhoud) == [["cijfer", ["a"], ["b"]]]


def lezer(nummering: str = "") -> ParagraphReader:
    """Return a reader with the styles and the numberings of these tests."""
    stijlen = load_package(docx(), "x").inhoud("word/styles.xml")
    tellers = load_counters((nummering or nummering_xml()).encode(), "n", "x")
    return ParagraphReader(load_styles(stijlen, "s", "x"), tellers)


def ppr(binnen: str) -> Element:
    return parse(f'<w:pPr xmlns:w="{W}">{binnen}</w:pPr>'.encode(), "x", "y")


def test_een_alinea_zonder_stijl_is_gewone_tekst():
    gelezen = lezer().read(None)
    assert (gelezen.outline, gelezen.number, gelezen.list_style, gelezen.list_level) == (
        None, None, "", 0,
    )  # fmt: skip
    assert lezer().read(ppr('<w:pStyle w:val="Nergens"/>')).outline is None


@pytest.mark.parametrize(
    ("eigen", "niveau"), [("", 0), ("0", 0), ("3", 3), ("8", 8), ("9", None), ("x", 0)]
)
def test_het_niveau_van_een_kop(eigen, niveau):
    zelf = f'<w:outlineLvl w:val="{eigen}"/>' if eigen else ""
    gelezen = lezer().read(ppr(f'<w:pStyle w:val="Kop1"/>{zelf}'))
    assert gelezen.outline == niveau


def test_de_stijlen_van_word_voor_punten_zeggen_hoe_diep():
    lezen = lezer()
    soorten = [
        (gelezen.list_style, gelezen.list_level)
        for stijl in ("Opsomteken", "Opsomteken2", "Nummering", "Kop1")
        for gelezen in [lezen.read(ppr(f'<w:pStyle w:val="{stijl}"/>'))]
    ]
    assert soorten == [("bullet", 0), ("bullet", 1), ("number", 0), ("", 0)]


def test_elke_alinea_telt_een_keer_mee_en_nul_is_geen_lijst():
    lezen = lezer()
    teksten = [
        gelezen.number and gelezen.number.tekst
        for eigen in (nummer(8), nummer(8, 1), nummer(0), nummer(8), "")
        for gelezen in [lezen.read(ppr(eigen))]
    ]
    assert teksten == ["1.", "a.", None, "2.", None]
    assert lezen.read(ppr(nummer(0))).num_id == "0"


def test_een_lijst_met_eigen_niveaus_is_vooraf_te_kennen():
    """Where the points themselves tell how deep they are, `List Bullet 2` on level 0 is level 0."""
    zonder_lagen = nummering_xml()
    tekst = f"<w:p><w:pPr>{nummer(8, 1)}</w:pPr></w:p>"
    deel = parse(f'<w:body xmlns:w="{W}">{tekst}</w:body>'.encode(), "x", "y")
    punt_ = f'<w:pStyle w:val="Opsomteken2"/>{nummer(8, 0)}'
    los, met = lezer(zonder_lagen), lezer(zonder_lagen)
    met.look_ahead(deel)
    assert los.read(ppr(punt_)).list_level == 1
    assert met.read(ppr(punt_)).list_level == 0


@pytest.mark.parametrize(
    ("eigen", "is_lijst"),
    [
        (TOC, True),
        (TOC.replace("Table of Contents", "TABLE OF CONTENTS"), True),
        (TOC.replace("Table of Contents", "Bibliographies"), False),
        ("", False),
    ],
)
def test_de_inhoudsopgave_die_word_maakt(eigen, is_lijst):
    xml = besturing(alinea("x"), eigen=eigen).replace("<w:sdt>", f'<w:sdt xmlns:w="{W}">', 1)
    assert is_contents_list(parse(xml.encode(), "x", "y")) is is_lijst
