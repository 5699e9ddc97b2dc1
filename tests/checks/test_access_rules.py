"""Each rule on access finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import pytest
from word_faults import (
    CORE,
    DECORATION,
    DOC,
    FIRST_CEL,
    NEW_STYLE,
    STYLES,
    after_start,
    after_veld,
    link,
    paragraph,
    picture,
    veld,
)

from uitvoeringsplan.checks.access_rules import ACCESS_RULES, says_nothing

ERROR = [
    ("geen-titel", (CORE, r"<dc:title>.*?</dc:title>", "<dc:title> </dc:title>")),
    ("geen-titel", (CORE, r"<dc:title>.*?</dc:title>", "")),
    ("taal-standaard", (STYLES, r'<w:lang w:val="nl-NL"', '<w:lang w:val="en-US"')),
    ("taal-standaard", (STYLES, r"<w:lang [^>]*/>", "")),
    ("taal-standaard", ("word/glossary/styles.xml", r"<w:lang [^>]*/>", "")),
    ("taal-elders", after_start(paragraph("x", rpr='<w:rPr><w:lang w:val="en-US"/></w:rPr>'))),
    (
        "taal-elders",
        (STYLES, "</w:styles>", NEW_STYLE.format('<w:rPr><w:lang w:val="de-DE"/></w:rPr>')),
    ),
    ("kop-overgeslagen", after_start(paragraph("Kop", '<w:pStyle w:val="Heading2"/>'))),
    ("kop-overgeslagen", (DOC, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>')),
    ("lege-kop", after_start('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>')),
    ("getypte-opsomming", after_start(paragraph("- een punt"))),
    ("getypte-opsomming", after_start(paragraph("1. een punt"))),
    (
        "getypte-opsomming",
        after_start(after_veld("- a", "<w:br/><w:t>- b</w:t>")),
    ),
    ("getypte-opsomming", after_start(veld("proef", content=paragraph("- een punt")))),
    ("getypte-opsomming", after_start(paragraph("Nodig:</w:t><w:br/><w:t>• een punt"))),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", "")),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:gridSpan w:val="2"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:vMerge w:val="restart"/>')),
    ("lege-cel", (DOC, FIRST_CEL, r"\1<w:p/></w:tc>")),
    ("afbeelding-zonder-tekst", after_start(picture('name="Logo"'))),
    ("nietszeggende-link", after_start(link('w:anchor="uvp_lokale_ambitie"', "Klik hier"))),
    (
        "nietszeggende-link",
        after_start(link('w:anchor="uvp_lokale_ambitie"', "https://voorbeeld.example/a")),
    ),
    ("nietszeggende-link", after_start(link('w:anchor="uvp_lokale_ambitie"', ""))),
]

GOOD = [
    ("geen-titel", (CORE, r"<dc:title>.*?</dc:title>", "<dc:title>Plan</dc:title>")),
    ("taal-standaard", (STYLES, r'w:bidi="ar-SA"', 'w:bidi="he-IL"')),
    ("taal-elders", after_start(paragraph("x", rpr="<w:rPr><w:b/></w:rPr>"))),
    ("kop-overgeslagen", after_start(paragraph("Kop", '<w:pStyle w:val="Heading1"/>'))),
    (
        "kop-overgeslagen",  # text at outline level 10 is no heading
        after_start(paragraph("Titel", '<w:outlineLvl w:val="9"/>')),
    ),
    ("lege-kop", after_start("<w:p/>")),
    ("getypte-opsomming", after_start(paragraph("2027. Het jaar daarna"))),
    ("getypte-opsomming", after_start(paragraph("-5 graden, of 1.5 procent"))),
    (
        "getypte-opsomming",  # a fact that is missing, at the start of a line
        after_start(after_veld("–", "<w:t> tot en met</w:t>")),
    ),
    ("getypte-opsomming", after_start(paragraph("1. Bron", '<w:pStyle w:val="ListNumber"/>'))),
    ("tabel-zonder-kopregel", (DOC, "<w:tblHeader/>", '<w:tblHeader w:val="1"/>')),
    ("samengevoegde-cellen", (DOC, r"(<w:tcW[^>]*/>)", r'\1<w:gridSpan w:val="1"/>')),
    ("lege-cel", (DOC, FIRST_CEL, rf"\1{paragraph('-')}</w:tc>")),
    ("afbeelding-zonder-tekst", after_start(picture('name="Logo" descr="Wapen van Oudermeer"'))),
    ("afbeelding-zonder-tekst", after_start(picture('name="Lijn"', DECORATION))),
    (
        "nietszeggende-link",
        after_start(link('w:anchor="uvp_lokale_ambitie"', "Hier staat de bron")),
    ),
]


@pytest.mark.parametrize(("line", "edit"), ERROR)
def test_een_regel_over_toegang_vindt_de_fout(find, bewerk, filled, line, edit):
    assert line in find(bewerk(filled, *edit))


@pytest.mark.parametrize(("line", "edit"), GOOD)
def test_een_regel_over_toegang_laat_het_goede_met_rust(find, bewerk, filled, line, edit):
    assert line not in find(bewerk(filled, *edit))


@pytest.mark.parametrize("cases", [ERROR, GOOD])
def test_elke_regel_over_toegang_heeft_een_geval(cases):
    assert {case[0] for case in cases} == set(ACCESS_RULES)


@pytest.mark.parametrize(
    ("line", "edit", "place"),
    [
        (
            "taal-elders",
            after_start(paragraph("Guten Tag", rpr='<w:rPr><w:lang w:val="de-DE"/></w:rPr>')),
            "word/document.xml, bij “Guten Tag”",
        ),
        (
            "nietszeggende-link",  # without words of its own: those around it
            after_start(
                '<w:p><w:hyperlink w:anchor="_top"/><w:r><w:t>Naar het begin</w:t></w:r></w:p>'
            ),
            "word/document.xml, bij “Naar het begin”",
        ),
        (
            "lege-cel",
            (DOC, FIRST_CEL, r"\1<w:p/></w:tc><w:tc><w:p><w:r><w:t>Buur</w:t></w:r></w:p></w:tc>"),
            "word/document.xml, bij “Buur",
        ),
    ],
)
def test_waar_een_fout_in_toegang_staat(messages, bewerk, filled, line, edit, place):
    (where, _), *_ = messages(bewerk(filled, *edit), line)
    assert where.startswith(place)


@pytest.mark.parametrize("text", ["", "Hier.", "LEES MEER", "www.kis.nl", "mailto:a@b.nl"])
def test_tekst_van_een_link_die_niets_zegt(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["de handreiking", "Hier staat meer", "meer over wonen"])
def test_tekst_van_een_link_die_iets_zegt(text):
    assert not says_nothing(text)
