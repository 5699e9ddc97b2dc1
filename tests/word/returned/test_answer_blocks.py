"""Paragraphs as programs write them: which are points, on which level, and what their words are."""

from __future__ import annotations

import pytest
from returned_documents import terug

from independent_reader import OFFICE, W
from package_builder import KOP, PACKAGE, PackageBuilder

STYLES = PackageBuilder.styles()
ONLY_NAMES = (
    f'{KOP}<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in (
            ("Opsomteken", "List Bullet"), ("Opsomteken2", "List Bullet 2"),
            ("Nummering", "List Number"), ("Kop", "heading 2"),
        )
    )
    + "</w:styles>"
)  # fmt: skip
OWN_LIJSTEN = STYLES.replace('<w:ilvl w:val="1"/><w:numId w:val="7"/>', '<w:numId w:val="8"/>')
NUMBERING = PackageBuilder.numbering().replace(
    "</w:numbering>", '<w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)


def antwoord(*paragraphs: str, styles: str = STYLES, links: str = "") -> str:
    """Return the answer in a control with these paragraphs."""
    field = (
        '<w:sdt><w:sdtPr><w:tag w:val="eerste"/></w:sdtPr><w:sdtContent>'
        f"{''.join(paragraphs)}</w:sdtContent></w:sdt>"
    )
    parts = PackageBuilder.parts(PackageBuilder.document(field))
    parts["word/styles.xml"] = styles
    parts["word/numbering.xml"] = NUMBERING
    if links:
        parts["word/_rels/document.xml.rels"] = (
            f'{KOP}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        )
    return terug(PackageBuilder.pack(parts), PackageBuilder.lijst).antwoorden["eerste"].text


def p(text: str = "", style: str = "", ppr: str = "", *, runs: str = "") -> str:
    op = f'<w:pStyle w:val="{style}"/>' * bool(style)
    content = runs or f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{op}{ppr}</w:pPr>{content}</w:p>"


def number(num_id: int, ilvl: int | None = None) -> str:
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{num_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("paragraphs", "text"),
    [
        ([p("a", "Opsomteken"), p("b", "Opsomteken2")], "- a\n  - b"),
        ([p("a", ppr=number(7, 0)), p("b", ppr=number(7, 1))], "- a\n  - b"),
        ([p("a", "Nummering"), p("b", "Nummering")], "1. a\n2. b"),
        ([p("a", "Nummering"), p("b", "Nummering2"), p("c", "Nummering")], "1. a\n  1. b\n2. c"),
        # The level that a paragraph tells itself goes before that of its style.
        ([p("a", "Opsomteken"), p("b", "Opsomteken2", number(7, 0))], "- a\n- b"),
        ([p("a", "Opsomteken", number(0))], "a"),
        ([p("a", "Opsomteken", "<w:outlineLvl w:val='1'/>")], "a"),
        ([p("a"), p(), p("  "), p("b")], "a\n\nb"),
        ([p("a", ppr=number(99, 0))], "a"),
    ],
)
def test_punten(paragraphs, text):
    assert antwoord(*paragraphs) == text


def test_een_stijl_met_een_eigen_lijst_heeft_het_niveau_van_zijn_naam():
    """Word's own styles have a list each, and count their only level as the first."""
    paragraphs = p("a", "Opsomteken"), p("b", "Opsomteken2")
    met_nummer = p("a", "Opsomteken", number(7, 0)), p("b", "Opsomteken2", number(8, 0))
    assert antwoord(*paragraphs, styles=OWN_LIJSTEN) == "- a\n  - b"
    assert antwoord(*met_nummer, styles=OWN_LIJSTEN) == "- a\n  - b"


def test_zonder_lijsten_zegt_de_naam_van_de_stijl_het():
    paragraphs = (
        p("a", "Opsomteken"), p("b", "Opsomteken2"), p("c", "Nummering"), p("d", "Nummering"),
        p("e", "Kop"),
    )  # fmt: skip
    assert antwoord(*paragraphs, styles=ONLY_NAMES) == "- a\n  - b\n1. c\n2. d\n\ne"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a    b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r><w:r><w:t>a</w:t></w:r>", "a"),
        (
            '<w:proofErr w:type="spellStart"/><w:r><w:t>a</w:t></w:r><w:commentRangeStart'
            ' w:id="1"/><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>', "ab",
        ),
        ("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>a</w:t></w:r>", "***a***"),
        ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:t>**a** </w:t></w:r>", "\\*\\*a\\*\\*"),
        ("<w:r><w:t>- a</w:t></w:r>", "\\- a"),
        (
            "<w:sdt><w:sdtContent><w:r><w:t>in een veld</w:t></w:r></w:sdtContent></w:sdt>",
            "in een veld",
        ),
        ('<w:hyperlink r:id="web"><w:r><w:t>a</w:t></w:r></w:hyperlink>', "[a](https://x.nl/)"),
        ('<w:hyperlink r:id="tel"><w:r><w:t>a</w:t></w:r></w:hyperlink>', "a"),
        ('<w:hyperlink w:anchor="plek"><w:r><w:t>a</w:t></w:r></w:hyperlink>', "a"),
        (
            '<w:fldSimple w:instr=" HYPERLINK &quot;https://x.nl/&quot; "><w:r><w:t>a</w:t></w:r>'
            "</w:fldSimple>", "[a](https://x.nl/)",
        ),
    ],
)  # fmt: skip
def test_woorden(runs, text):
    links = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/hyperlink" Target="{target}"'
        ' TargetMode="External"/>'
        for id_, target in (("web", "https://x.nl/"), ("tel", "tel:112"))
    )
    assert antwoord(p(runs=runs), links=links) == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("KliNu ingevuld.k of tik om tekst in te voeren.", "Nu ingevuld."),
        (" Klik of Nu ingevuld. tik om tekst in te voeren.", "Nu ingevuld."),
        ("Nu ingevuld.Klik of tik om tekst in te voeren.", "Nu ingevuld."),
        ("Klik of tik om tekst in te voeren. Nu ingevuld.", "Nu ingevuld."),
        # Was it “tot 2028” before a “t”, or “ot 2028t” behind one?
        (
            "Klik of tot 2028tik om tekst in te voeren.",
            "Klik of tot 2028tik om tekst in te voeren.",
        ),
        ("Klik of tik om in te voeren.", "Klik of tik om in te voeren."),
        ("Klik of tik om tekst in te voeren", "Klik of tik om tekst in te voeren"),
        ("Klik of tik om tekst in te voeren.", ""),
    ],
)
def test_wat_in_een_plaatshouder_getypt_is(shown, text):
    assert antwoord(p(shown)) == text


def test_opmaak_van_wat_in_een_plaatshouder_getypt_is():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Nu</w:t></w:r>"
    runs = f"<w:r><w:t>Klik</w:t></w:r>{bold}<w:r><w:t> klaar"
    assert antwoord(p(runs=f"{runs} of tik om tekst in te voeren.</w:t></w:r>")) == "**Nu** klaar"
