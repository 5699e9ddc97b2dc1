"""Each rule on the package finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from word_faults import (
    DOC,
    EERSTE_CEL,
    NIEUWE_STIJL,
    NUMMERING,
    RELS,
    STIJLEN,
    alinea,
    bladwijzer,
    link,
    na_begin,
    veld,
)

from uitvoeringsplan.checks.package_rules import PACKAGE_RULES

FOUT = [
    ("dubbel-id", na_begin(veld("proef-1") + veld("proef-2"))),
    ("dubbele-code", na_begin(veld("lokale-ambitie"))),
    ("dubbele-code", na_begin(veld("als: concept = ja", inhoud=veld("lokale-ambitie")))),
    ("dubbele-code", na_begin(veld("als: concept = ja", inhoud=veld("proef") + veld("proef")))),
    ("dubbele-code", na_begin(2 * veld("als: concept = ja", inhoud=veld("proef")))),
    ("bladwijzerpaar", na_begin(bladwijzer(9001, "proef", einde=False))),
    ("bladwijzerpaar", na_begin('<w:p><w:bookmarkEnd w:id="9001"/></w:p>')),
    ("dubbele-bladwijzer", na_begin(bladwijzer(9001, "UVP_lokale_ambitie"))),
    ("anker-ontbreekt", na_begin(link('w:anchor="nergens"', "Bronnen"))),
    ("cel-zonder-slotalinea", (DOC, EERSTE_CEL, r"\1\2<w:tbl/></w:tc>")),
    ("stijl-ontbreekt", na_begin(alinea("x", '<w:pStyle w:val="BestaatNiet"/>'))),
    ("stijl-ontbreekt", (STIJLEN, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Weg"/>')),
    (
        "nummering-ontbreekt",
        na_begin(alinea("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr>')),
    ),
    (
        "nummering-ontbreekt",
        (NUMMERING, r'<w:abstractNumId w:val="\d+"', '<w:abstractNumId w:val="777"'),
    ),
    ("relatie-ontbreekt", na_begin(link('r:id="rId999"', "Bronnen"))),
    ("doel-ontbreekt", (RELS, r'Target="theme/theme1.xml"', 'Target="theme/weg.xml"')),
]

GOED = [
    ("dubbel-id", na_begin(veld("proef-1"))),
    (
        "dubbele-code",  # a document made of this template has one of the two
        na_begin(
            "".join(
                veld(f"als: status {teken} concept", inhoud=veld("proef")) for teken in ("=", "!=")
            )
        ),
    ),
    (
        "dubbele-code",  # parts may have the same condition
        na_begin(veld("als: concept = ja") + veld("als: concept = ja")),
    ),
    (
        "dubbele-code",  # a field may be in the text as often as it is needed
        na_begin(f"<w:p>{veld('gemeente', inhoud='<w:r><w:t>Oudermeer</w:t></w:r>')}</w:p>"),
    ),
    ("bladwijzerpaar", na_begin(bladwijzer(9001, "proef"))),
    ("dubbele-bladwijzer", na_begin(bladwijzer(9001, "uvp_lokale_ambities"))),
    ("anker-ontbreekt", na_begin(link('w:anchor="uvp_lokale_ambitie"', "Lokale ambitie"))),
    ("anker-ontbreekt", na_begin(link('w:anchor="_top"', "Naar het begin"))),
    ("cel-zonder-slotalinea", (DOC, EERSTE_CEL, r"\1\2<w:p/></w:tc>")),
    ("stijl-ontbreekt", na_begin(alinea("x", '<w:pStyle w:val="Heading1"/>'))),
    (
        "nummering-ontbreekt",  # 0 takes a paragraph out of the list of its style
        na_begin(alinea("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')),
    ),
    ("relatie-ontbreekt", na_begin(link('r:id="rId10"', "Bronnen"))),
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


@pytest.mark.parametrize(("regel", "bewerking"), FOUT)
def test_een_regel_over_het_pakket_vindt_de_fout(vind, bewerk, gevuld, regel, bewerking):
    assert regel in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize(("regel", "bewerking"), GOED)
def test_een_regel_over_het_pakket_laat_het_goede_met_rust(vind, bewerk, gevuld, regel, bewerking):
    assert regel not in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize("gevallen", [FOUT, GOED])
def test_elke_regel_over_het_pakket_heeft_een_geval(gevallen):
    assert {geval[0] for geval in gevallen} == set(PACKAGE_RULES)


@pytest.mark.parametrize("verwijzing", ["basedOn", "next", "link"])
def test_elke_verwijzing_tussen_stijlen_telt(meldingen, bewerk, gevuld, verwijzing):
    stijl = NIEUWE_STIJL.format(f'<w:{verwijzing} w:val="Nergens"/>')
    fout = bewerk(gevuld, STIJLEN, "</w:styles>", stijl)
    (_, gezegd), *_ = meldingen(fout, "stijl-ontbreekt")
    assert "“Nergens”" in gezegd


@pytest.mark.parametrize(
    "gebruik",
    [
        alinea("x", rpr='<w:rPr><w:rStyle w:val="Nergens"/></w:rPr>'),
        '<w:tbl><w:tblPr><w:tblStyle w:val="Nergens"/></w:tblPr></w:tbl><w:p/>',
    ],
)
def test_elk_gebruik_van_een_stijl_telt(meldingen, bewerk, gevuld, gebruik):
    fout = bewerk(gevuld, *na_begin(gebruik))
    assert meldingen(fout, "stijl-ontbreekt") == [
        (DOC, "de stijl “Nergens” wordt gebruikt, maar bestaat niet.")
    ]


def test_een_bladwijzer_die_niet_klopt_zegt_hoe_vaak(meldingen, bewerk, gevuld):
    fout = bewerk(gevuld, *na_begin(2 * bladwijzer(9001, "proef", einde=False)))
    ((waar, gezegd),) = meldingen(fout, "bladwijzerpaar")
    assert waar == DOC
    assert gezegd.startswith("bladwijzer 9001 begint 2 keer en eindigt 0 keer;")


def test_relaties_van_een_onderdeel_dat_er_niet_is(meldingen, gevuld):
    """The relationships of a part that somebody threw away stayed behind."""
    los = BytesIO(gevuld)
    with zipfile.ZipFile(los, "a") as pakket:
        pakket.writestr("word/_rels/weg.xml.rels", pakket.read(RELS))
    ((waar, gezegd), *_) = meldingen(los.getvalue(), "doel-ontbreekt")
    assert waar == "word/_rels/weg.xml.rels"
    assert gezegd == "deze relaties horen bij word/weg.xml, maar dat onderdeel is er niet."
