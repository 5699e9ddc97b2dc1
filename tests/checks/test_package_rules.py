"""Each rule on the package finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from word_faults import (
    DOC,
    FIRST_CEL,
    NEW_STYLE,
    NUMBERING,
    RELS,
    STYLES,
    after_start,
    bookmark,
    link,
    paragraph,
    veld,
)

from uitvoeringsplan.checks.package_rules import PACKAGE_RULES

ERROR = [
    ("dubbel-id", after_start(veld("proef-1") + veld("proef-2"))),
    ("dubbele-code", after_start(veld("lokale-ambitie"))),
    ("dubbele-code", after_start(veld("als: concept = ja", content=veld("lokale-ambitie")))),
    ("dubbele-code", after_start(veld("als: concept = ja", content=veld("proef") + veld("proef")))),
    ("dubbele-code", after_start(2 * veld("als: concept = ja", content=veld("proef")))),
    ("bladwijzerpaar", after_start(bookmark(9001, "proef", end=False))),
    ("bladwijzerpaar", after_start('<w:p><w:bookmarkEnd w:id="9001"/></w:p>')),
    ("dubbele-bladwijzer", after_start(bookmark(9001, "UVP_lokale_ambitie"))),
    ("anker-ontbreekt", after_start(link('w:anchor="nergens"', "Bronnen"))),
    ("cel-zonder-slotalinea", (DOC, FIRST_CEL, r"\1\2<w:tbl/></w:tc>")),
    ("stijl-ontbreekt", after_start(paragraph("x", '<w:pStyle w:val="BestaatNiet"/>'))),
    ("stijl-ontbreekt", (STYLES, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Weg"/>')),
    (
        "nummering-ontbreekt",
        after_start(paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr>')),
    ),
    (
        "nummering-ontbreekt",
        (NUMBERING, r'<w:abstractNumId w:val="\d+"', '<w:abstractNumId w:val="777"'),
    ),
    ("relatie-ontbreekt", after_start(link('r:id="rId999"', "Bronnen"))),
    ("doel-ontbreekt", (RELS, r'Target="theme/theme1.xml"', 'Target="theme/weg.xml"')),
]

GOOD = [
    ("dubbel-id", after_start(veld("proef-1"))),
    (
        "dubbele-code",  # a document made of this template has one of the two
        after_start(
            "".join(
                veld(f"als: status {sign} concept", content=veld("proef")) for sign in ("=", "!=")
            )
        ),
    ),
    (
        "dubbele-code",  # parts may have the same condition
        after_start(veld("als: concept = ja") + veld("als: concept = ja")),
    ),
    (
        "dubbele-code",  # a field may be in the text as often as it is needed
        after_start(f"<w:p>{veld('gemeente', content='<w:r><w:t>Oudermeer</w:t></w:r>')}</w:p>"),
    ),
    ("bladwijzerpaar", after_start(bookmark(9001, "proef"))),
    ("dubbele-bladwijzer", after_start(bookmark(9001, "uvp_lokale_ambities"))),
    ("anker-ontbreekt", after_start(link('w:anchor="uvp_lokale_ambitie"', "Lokale ambitie"))),
    ("anker-ontbreekt", after_start(link('w:anchor="_top"', "Naar het begin"))),
    ("cel-zonder-slotalinea", (DOC, FIRST_CEL, r"\1\2<w:p/></w:tc>")),
    ("stijl-ontbreekt", after_start(paragraph("x", '<w:pStyle w:val="Heading1"/>'))),
    (
        "nummering-ontbreekt",  # 0 takes a paragraph out of the list of its style
        after_start(paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')),
    ),
    ("relatie-ontbreekt", after_start(link('r:id="rId10"', "Bronnen"))),
    (
        "doel-ontbreekt",  # an address outside is not a part
        (
            RELS,
            "</Relationships>",
            (
                '<Relationship Id="x" Type="y" Target="http://voorbeeld.example"'
                ' TargetMode="External"/></Relationships>'
            ),
        ),
    ),
]


@pytest.mark.parametrize(("line", "edit"), ERROR)
def test_een_regel_over_het_pakket_vindt_de_fout(find, bewerk, filled, line, edit):
    assert line in find(bewerk(filled, *edit))


@pytest.mark.parametrize(("line", "edit"), GOOD)
def test_een_regel_over_het_pakket_laat_het_goede_met_rust(find, bewerk, filled, line, edit):
    assert line not in find(bewerk(filled, *edit))


@pytest.mark.parametrize("cases", [ERROR, GOOD])
def test_elke_regel_over_het_pakket_heeft_een_geval(cases):
    assert {case[0] for case in cases} == set(PACKAGE_RULES)


@pytest.mark.parametrize("reference", ["basedOn", "next", "link"])
def test_elke_verwijzing_tussen_stijlen_telt(messages, bewerk, filled, reference):
    style = NEW_STYLE.format(f'<w:{reference} w:val="Nergens"/>')
    error = bewerk(filled, STYLES, "</w:styles>", style)
    (_, said), *_ = messages(error, "stijl-ontbreekt")
    assert "“Nergens”" in said


@pytest.mark.parametrize(
    "gebruik",
    [
        paragraph("x", rpr='<w:rPr><w:rStyle w:val="Nergens"/></w:rPr>'),
        '<w:tbl><w:tblPr><w:tblStyle w:val="Nergens"/></w:tblPr></w:tbl><w:p/>',
    ],
)
def test_elk_gebruik_van_een_stijl_telt(messages, bewerk, filled, gebruik):
    error = bewerk(filled, *after_start(gebruik))
    assert messages(error, "stijl-ontbreekt") == [
        (DOC, "de stijl “Nergens” wordt gebruikt, maar bestaat niet.")
    ]


def test_een_bladwijzer_die_niet_klopt_zegt_hoe_vaak(messages, bewerk, filled):
    error = bewerk(filled, *after_start(2 * bookmark(9001, "proef", end=False)))
    ((where, said),) = messages(error, "bladwijzerpaar")
    assert where == DOC
    assert said.startswith("bladwijzer 9001 begint 2 keer en eindigt 0 keer;")


def test_relaties_van_een_onderdeel_dat_er_niet_is(messages, filled):
    """The relationships of a part that somebody threw away stayed behind."""
    los = BytesIO(filled)
    with zipfile.ZipFile(los, "a") as package:
        package.writestr("word/_rels/weg.xml.rels", package.read(RELS))
    ((where, said), *_) = messages(los.getvalue(), "doel-ontbreekt")
    assert where == "word/_rels/weg.xml.rels"
    assert said == "deze relaties horen bij word/weg.xml, maar dat onderdeel is er niet."
