"""Each rule on access finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import pytest
from word_faults import (
    DOC,
    EERSTE_CEL,
    KERN,
    NIEUWE_STIJL,
    SIER,
    STIJLEN,
    alinea,
    beeld,
    link,
    na_begin,
    na_veld,
    veld,
)

from uitvoeringsplan.checks.access_rules import ACCESS_RULES, says_nothing

FOUT = [
    ("geen-titel", (KERN, r"<dc:title>.*?</dc:title>", "<dc:title> </dc:title>")),
    ("geen-titel", (KERN, r"<dc:title>.*?</dc:title>", "")),
    ("taal-standaard", (STIJLEN, r'<w:lang w:val="nl-NL"', '<w:lang w:val="en-US"')),
    ("taal-standaard", (STIJLEN, r"<w:lang [^>]*/>", "")),
    ("taal-standaard", ("word/glossary/styles.xml", r"<w:lang [^>]*/>", "")),
    ("taal-elders", na_begin(alinea("x", rpr='<w:rPr><w:lang w:val="en-US"/></w:rPr>'))),
    (
        "taal-elders",
        (STIJLEN, "</w:styles>", NIEUWE_STIJL.format('<w:rPr><w:lang w:val="de-DE"/></w:rPr>')),
    ),
    ("kop-overgeslagen", na_begin(alinea("Kop", '<w:pStyle w:val="Heading2"/>'))),
    ("kop-overgeslagen", (DOC, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>')),
    ("lege-kop", na_begin('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>')),
    ("getypte-opsomming", na_begin(alinea("- een punt"))),
    ("getypte-opsomming", na_begin(alinea("1. een punt"))),
    (
        "getypte-opsomming",
        na_begin(na_veld("- a", "<w:br/><w:t>- b</w:t>")),
    ),
    ("getypte-opsomming", na_begin(veld("proef", inhoud=alinea("- een punt")))),
    ("getypte-opsomming", na_begin(alinea("Nodig:</w:t><w:br/><w:t>• een punt"))),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", "")),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:gridSpan w:val="2"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:vMerge w:val="restart"/>')),
    ("lege-cel", (DOC, EERSTE_CEL, r"\1<w:p/></w:tc>")),
    ("afbeelding-zonder-tekst", na_begin(beeld('name="Logo"'))),
    ("nietszeggende-link", na_begin(link('w:anchor="uvp_lokale_ambitie"', "Klik hier"))),
    (
        "nietszeggende-link",
        na_begin(link('w:anchor="uvp_lokale_ambitie"', "https://voorbeeld.example/a")),
    ),
    ("nietszeggende-link", na_begin(link('w:anchor="uvp_lokale_ambitie"', ""))),
]

GOED = [
    ("geen-titel", (KERN, r"<dc:title>.*?</dc:title>", "<dc:title>Plan</dc:title>")),
    ("taal-standaard", (STIJLEN, r'w:bidi="ar-SA"', 'w:bidi="he-IL"')),
    ("taal-elders", na_begin(alinea("x", rpr="<w:rPr><w:b/></w:rPr>"))),
    ("kop-overgeslagen", na_begin(alinea("Kop", '<w:pStyle w:val="Heading1"/>'))),
    (
        "kop-overgeslagen",  # text at outline level 10 is no heading
        na_begin(alinea("Titel", '<w:outlineLvl w:val="9"/>')),
    ),
    ("lege-kop", na_begin("<w:p/>")),
    ("getypte-opsomming", na_begin(alinea("2027. Het jaar daarna"))),
    ("getypte-opsomming", na_begin(alinea("-5 graden, of 1.5 procent"))),
    (
        "getypte-opsomming",  # a fact that is missing, at the start of a line
        na_begin(na_veld("–", "<w:t> tot en met</w:t>")),
    ),
    ("getypte-opsomming", na_begin(alinea("1. Bron", '<w:pStyle w:val="ListNumber"/>'))),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", '<w:tblHeader w:val="1"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:gridSpan w:val="1"/>')),
    ("lege-cel", (DOC, EERSTE_CEL, rf"\1{alinea('-')}</w:tc>")),
    ("afbeelding-zonder-tekst", na_begin(beeld('name="Logo" descr="Wapen van Oudermeer"'))),
    ("afbeelding-zonder-tekst", na_begin(beeld('name="Lijn"', SIER))),
    ("nietszeggende-link", na_begin(link('w:anchor="uvp_lokale_ambitie"', "Hier staat de bron"))),
]


@pytest.mark.parametrize(("regel", "bewerking"), FOUT)
def test_een_regel_over_toegang_vindt_de_fout(vind, bewerk, gevuld, regel, bewerking):
    assert regel in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize(("regel", "bewerking"), GOED)
def test_een_regel_over_toegang_laat_het_goede_met_rust(vind, bewerk, gevuld, regel, bewerking):
    assert regel not in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize("gevallen", [FOUT, GOED])
def test_elke_regel_over_toegang_heeft_een_geval(gevallen):
    assert {geval[0] for geval in gevallen} == set(ACCESS_RULES)


@pytest.mark.parametrize(
    ("regel", "bewerking", "plaats"),
    [
        (
            "taal-elders",
            na_begin(alinea("Guten Tag", rpr='<w:rPr><w:lang w:val="de-DE"/></w:rPr>')),
            "word/document.xml, bij “Guten Tag”",
        ),
        (
            "nietszeggende-link",  # without words of its own: those around it
            na_begin(
                '<w:p><w:hyperlink w:anchor="_top"/><w:r><w:t>Naar het begin</w:t></w:r></w:p>'
            ),
            "word/document.xml, bij “Naar het begin”",
        ),
        (
            "lege-cel",
            (DOC, EERSTE_CEL, r"\1<w:p/></w:tc><w:tc><w:p><w:r><w:t>Buur</w:t></w:r></w:p></w:tc>"),
            "word/document.xml, bij “Buur",
        ),
    ],
)
def test_waar_een_fout_in_toegang_staat(meldingen, bewerk, gevuld, regel, bewerking, plaats):
    (waar, _), *_ = meldingen(bewerk(gevuld, *bewerking), regel)
    assert waar.startswith(plaats)


@pytest.mark.parametrize("tekst", ["", "Hier.", "LEES MEER", "www.kis.nl", "mailto:a@b.nl"])
def test_tekst_van_een_link_die_niets_zegt(tekst):
    assert says_nothing(tekst)


@pytest.mark.parametrize("tekst", ["de handreiking", "Hier staat meer", "meer over wonen"])
def test_tekst_van_een_link_die_iets_zegt(tekst):
    assert not says_nothing(tekst)
