"""The one walk over a paragraph: every thing once, in order, and nothing passed over."""

from __future__ import annotations

import pytest
from lxml import etree

from package_builder import W
from uitvoeringsplan.document.paragraph_content import Kind, read_items, words_inside
from uitvoeringsplan.ooxml.tree import MC, w

RUIMTES = (
    f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:x="urn:vreemd"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def inhoud(xml: str):
    return read_items(etree.fromstring(f"<w:p {RUIMTES}>{xml}</w:p>"))


def soorten(xml: str) -> list[str]:
    return [item.kind.name for item in inhoud(xml)]


def woord(tekst: str) -> str:
    return f"<w:r><w:t>{tekst}</w:t></w:r>"


def test_woorden_staan_in_volgorde_met_hun_run():
    items = inhoud(f"{woord('een')}<w:hyperlink>{woord('twee')}</w:hyperlink>")
    assert [(item.kind, item.text) for item in items] == [
        (Kind.TEXT, "een"), (Kind.LINK, ""), (Kind.TEXT, "twee"), (Kind.END, ""),
    ]  # fmt: skip
    assert [item.run.tag if item.run is not None else None for item in items] == [
        w("r"), None, w("r"), None,
    ]  # fmt: skip
    assert items[1].element is items[3].element


@pytest.mark.parametrize(
    ("element", "soort"),
    [
        ("sdt", "CONTROL"), ("fldSimple", "FIELD"), ("ins", "INSERTED"), ("moveTo", "INSERTED"),
        ("del", "DELETED"), ("moveFrom", "DELETED"), ("hyperlink", "LINK"),
    ],
)  # fmt: skip
def test_wat_om_iets_heen_staat_heeft_een_begin_en_een_einde(element, soort):
    binnen = f"<w:sdtContent>{woord('a')}</w:sdtContent>" if element == "sdt" else woord("a")
    assert soorten(f"<w:{element}>{binnen}</w:{element}>") == [soort, "TEXT", "END"]


@pytest.mark.parametrize("element", ["smartTag", "customXml", "dir", "bdo"])
def test_wat_niets_zegt_staat_er_niet_tussen(element):
    assert soorten(f"<w:{element}>{woord('a')}</w:{element}>") == ["TEXT"]


@pytest.mark.parametrize(
    ("element", "soort"),
    [
        ("sym", "SYMBOL"), ("fldChar", "FIELD_SIGN"), ("instrText", "INSTRUCTION"),
        ("footnoteReference", "NOTE"), ("endnoteReference", "NOTE"), ("drawing", "PICTURE"),
        ("pict", "PICTURE"), ("contentPart", "PICTURE"), ("object", "FILE"), ("pgNum", "VALUE"),
        ("yearLong", "VALUE"), ("delText", "DELETED_TEXT"), ("commentReference", "COMMENT"),
        ("nieuw", "UNKNOWN"),
    ],
)  # fmt: skip
def test_wat_in_een_run_kan_staan(element, soort):
    assert soorten(f"<w:r><w:rPr/><w:{element}/></w:r>") == [soort]


def test_een_teken_is_wat_het_voor_een_lezer_is():
    tekens = "".join(f"<w:{n}/>" for n in ("tab", "br", "noBreakHyphen", "softHyphen"))
    assert [(item.kind, item.text) for item in inhoud(f"<w:r>{tekens}</w:r>")] == [
        (Kind.SIGN, "\t"), (Kind.SIGN, "\n"), (Kind.SIGN, "\u2011"), (Kind.SIGN, "\u00ad"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "xml",
    [
        "<w:nieuw><w:r><w:t>a</w:t></w:r></w:nieuw>", "<x:iets/>", "<w:r><x:iets/></w:r>",
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:tbl/>",
    ],
)  # fmt: skip
def test_wat_niemand_kent_staat_er_als_onbekend(xml):
    (item,) = inhoud(xml)
    assert item.kind is Kind.UNKNOWN


def test_eigenschappen_en_merken_tonen_niets():
    stil = "".join(f"<w:{n}/>" for n in ("pPr", "bookmarkEnd", "proofErr", "permStart"))
    assert soorten(f"{stil}<w:r><w:rPr><w:nieuw/></w:rPr><w:lastRenderedPageBreak/></w:r>") == []


def test_letters_boven_woorden_komen_erachter():
    boven, onder = f"<w:rt>{woord('b')}</w:rt>", f"<w:rubyBase>{woord('a')}</w:rubyBase>"
    items = inhoud(f"<w:r><w:ruby>{boven}{onder}</w:ruby></w:r>")
    assert [item.text or item.kind.name for item in items] == ["a", "RUBY", "b", "END"]


def test_van_versies_is_er_een():
    binnen = woord("☺")
    keus = '<mc:Choice Requires="x"><x:smiley/></mc:Choice>'
    xml = f"<mc:AlternateContent>{keus}<mc:Fallback>{binnen}</mc:Fallback></mc:AlternateContent>"
    assert [item.text for item in inhoud(xml)] == ["☺"]


def test_een_tekening_en_een_formule_blijven_dicht():
    vak = f"<w:txbxContent><w:p>{woord('in het')}</w:p><w:p>{woord('vak')}</w:p></w:txbxContent>"
    tekening, formule = inhoud(
        f"<w:r><w:pict>{vak}</w:pict></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    )
    assert words_inside(tekening.element) == "in het vak"
    assert formule.kind is Kind.FORMULA
