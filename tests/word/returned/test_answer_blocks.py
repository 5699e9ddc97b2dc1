"""Paragraphs as programs write them: which are points, on which level, and what their words are."""

from __future__ import annotations

import pytest
from returned_documents import terug

from independent_reader import OFFICE, W
from package_builder import KOP, PAKKET, PackageBuilder

STIJLEN = PackageBuilder.stijlen()
ALLEEN_NAMEN = (
    f'{KOP}<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{naam}"/></w:style>'
        for id_, naam in (
            ("Opsomteken", "List Bullet"), ("Opsomteken2", "List Bullet 2"),
            ("Nummering", "List Number"), ("Kop", "heading 2"),
        )
    )
    + "</w:styles>"
)  # fmt: skip
EIGEN_LIJSTEN = STIJLEN.replace('<w:ilvl w:val="1"/><w:numId w:val="7"/>', '<w:numId w:val="8"/>')
NUMMERING = PackageBuilder.nummering().replace(
    "</w:numbering>", '<w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)


def antwoord(*alineas: str, stijlen: str = STIJLEN, links: str = "") -> str:
    """Return the answer in a control with these paragraphs."""
    veld = (
        '<w:sdt><w:sdtPr><w:tag w:val="eerste"/></w:sdtPr><w:sdtContent>'
        f"{''.join(alineas)}</w:sdtContent></w:sdt>"
    )
    delen = PackageBuilder.delen(PackageBuilder.document(veld))
    delen["word/styles.xml"] = stijlen
    delen["word/numbering.xml"] = NUMMERING
    if links:
        delen["word/_rels/document.xml.rels"] = (
            f'{KOP}<Relationships xmlns="{PAKKET}/relationships">{links}</Relationships>'
        )
    return terug(PackageBuilder.pak_in(delen), PackageBuilder.lijst).antwoorden["eerste"].tekst


def p(tekst: str = "", stijl: str = "", ppr: str = "", *, runs: str = "") -> str:
    op = f'<w:pStyle w:val="{stijl}"/>' * bool(stijl)
    inhoud = runs or f"<w:r><w:t>{tekst}</w:t></w:r>"
    return f"<w:p><w:pPr>{op}{ppr}</w:pPr>{inhoud}</w:p>"


def nummer(num_id: int, ilvl: int | None = None) -> str:
    niveau = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    return f'<w:numPr>{niveau}<w:numId w:val="{num_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("alineas", "tekst"),
    [
        ([p("a", "Opsomteken"), p("b", "Opsomteken2")], "- a\n  - b"),
        ([p("a", ppr=nummer(7, 0)), p("b", ppr=nummer(7, 1))], "- a\n  - b"),
        ([p("a", "Nummering"), p("b", "Nummering")], "1. a\n2. b"),
        ([p("a", "Nummering"), p("b", "Nummering2"), p("c", "Nummering")], "1. a\n  1. b\n2. c"),
        # The level that a paragraph tells itself goes before that of its style.
        ([p("a", "Opsomteken"), p("b", "Opsomteken2", nummer(7, 0))], "- a\n- b"),
        ([p("a", "Opsomteken", nummer(0))], "a"),
        ([p("a", "Opsomteken", "<w:outlineLvl w:val='1'/>")], "a"),
        ([p("a"), p(), p("  "), p("b")], "a\n\nb"),
        ([p("a", ppr=nummer(99, 0))], "a"),
    ],
)
def test_punten(alineas, tekst):
    assert antwoord(*alineas) == tekst


def test_een_stijl_met_een_eigen_lijst_heeft_het_niveau_van_zijn_naam():
    """Word's own styles have a list each, and count their only level as the first."""
    alineas = p("a", "Opsomteken"), p("b", "Opsomteken2")
    met_nummer = p("a", "Opsomteken", nummer(7, 0)), p("b", "Opsomteken2", nummer(8, 0))
    assert antwoord(*alineas, stijlen=EIGEN_LIJSTEN) == "- a\n  - b"
    assert antwoord(*met_nummer, stijlen=EIGEN_LIJSTEN) == "- a\n  - b"


def test_zonder_lijsten_zegt_de_naam_van_de_stijl_het():
    alineas = (
        p("a", "Opsomteken"), p("b", "Opsomteken2"), p("c", "Nummering"), p("d", "Nummering"),
        p("e", "Kop"),
    )  # fmt: skip
    assert antwoord(*alineas, stijlen=ALLEEN_NAMEN) == "- a\n  - b\n1. c\n2. d\n\ne"


@pytest.mark.parametrize(
    ("runs", "tekst"),
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
def test_woorden(runs, tekst):
    links = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/hyperlink" Target="{doel}"'
        ' TargetMode="External"/>'
        for id_, doel in (("web", "https://x.nl/"), ("tel", "tel:112"))
    )
    assert antwoord(p(runs=runs), links=links) == tekst
