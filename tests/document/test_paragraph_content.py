"""The one walk over a paragraph: every thing once, in order, and nothing passed over."""

from __future__ import annotations

import pytest
from lxml import etree

from package_builder import W
from uitvoeringsplan.document.paragraph_content import Kind, read_items, words_inside
from uitvoeringsplan.ooxml.tree import MC, w

SPACES = (
    f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:x="urn:vreemd"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def content(xml: str):
    return read_items(etree.fromstring(f"<w:p {SPACES}>{xml}</w:p>"))


def kinds(xml: str) -> list[str]:
    return [item.kind.name for item in content(xml)]


def word(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_woorden_staan_in_volgorde_met_hun_run():
    items = content(f"{word('een')}<w:hyperlink>{word('twee')}</w:hyperlink>")
    assert [(item.kind, item.text) for item in items] == [
        (Kind.TEXT, "een"), (Kind.LINK, ""), (Kind.TEXT, "twee"), (Kind.END, ""),
    ]  # fmt: skip
    assert [item.run.tag if item.run is not None else None for item in items] == [
        w("r"), None, w("r"), None,
    ]  # fmt: skip
    assert items[1].element is items[3].element


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("sdt", "CONTROL"), ("fldSimple", "FIELD"), ("ins", "INSERTED"), ("moveTo", "INSERTED"),
        ("del", "DELETED"), ("moveFrom", "DELETED"), ("hyperlink", "LINK"),
    ],
)  # fmt: skip
def test_wat_om_iets_heen_staat_heeft_een_begin_en_een_einde(element, kind):
    inside = f"<w:sdtContent>{word('a')}</w:sdtContent>" if element == "sdt" else word("a")
    assert kinds(f"<w:{element}>{inside}</w:{element}>") == [kind, "TEXT", "END"]


@pytest.mark.parametrize("element", ["smartTag", "customXml", "dir", "bdo"])
def test_wat_niets_zegt_staat_er_niet_tussen(element):
    assert kinds(f"<w:{element}>{word('a')}</w:{element}>") == ["TEXT"]


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("sym", "SYMBOL"), ("fldChar", "FIELD_SIGN"), ("instrText", "INSTRUCTION"),
        ("footnoteReference", "NOTE"), ("endnoteReference", "NOTE"), ("drawing", "PICTURE"),
        ("pict", "PICTURE"), ("contentPart", "PICTURE"), ("object", "FILE"), ("pgNum", "VALUE"),
        ("yearLong", "VALUE"), ("delText", "DELETED_TEXT"), ("commentReference", "COMMENT"),
        ("nieuw", "UNKNOWN"),
    ],
)  # fmt: skip
def test_wat_in_een_run_kan_staan(element, kind):
    assert kinds(f"<w:r><w:rPr/><w:{element}/></w:r>") == [kind]


def test_een_teken_is_wat_het_voor_een_lezer_is():
    signs = "".join(f"<w:{n}/>" for n in ("tab", "br", "noBreakHyphen", "softHyphen"))
    assert [(item.kind, item.text) for item in content(f"<w:r>{signs}</w:r>")] == [
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
    (item,) = content(xml)
    assert item.kind is Kind.UNKNOWN


def test_eigenschappen_en_merken_tonen_niets():
    quiet = "".join(f"<w:{n}/>" for n in ("pPr", "bookmarkEnd", "proofErr", "permStart"))
    assert kinds(f"{quiet}<w:r><w:rPr><w:nieuw/></w:rPr><w:lastRenderedPageBreak/></w:r>") == []


def test_letters_boven_woorden_komen_erachter():
    above, below = f"<w:rt>{word('b')}</w:rt>", f"<w:rubyBase>{word('a')}</w:rubyBase>"
    items = content(f"<w:r><w:ruby>{above}{below}</w:ruby></w:r>")
    assert [item.text or item.kind.name for item in items] == ["a", "RUBY", "b", "END"]


def test_van_versies_is_er_een():
    inside = word("☺")
    keus = '<mc:Choice Requires="x"><x:smiley/></mc:Choice>'
    xml = f"<mc:AlternateContent>{keus}<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    assert [item.text for item in content(xml)] == ["☺"]


def test_een_tekening_en_een_formule_blijven_dicht():
    vak = f"<w:txbxContent><w:p>{word('in het')}</w:p><w:p>{word('vak')}</w:p></w:txbxContent>"
    tekening, formule = content(
        f"<w:r><w:pict>{vak}</w:pict></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    )
    assert words_inside(tekening.element) == "in het vak"
    assert formule.kind is Kind.FORMULA
