"""Every rule finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import pytest

from uitvoeringsplan.checks.word_rules import WORD_RULES

DOC = "word/document.xml"
STIJLEN = "word/styles.xml"
NUMMERING = "word/numbering.xml"
RELS = "word/_rels/document.xml.rels"
KERN = "docProps/core.xml"

# The first paragraph of the first answer, the start of the body, and the first header row.
ANTWOORD = r'(<w:tag w:val="lokale-ambitie"/>.*?<w:sdtContent><w:p>)'
BEGIN = r"<w:body>"
KOPRIJ = r"<w:tr><w:trPr>.*?</w:trPr>"
EERSTE_CEL = r"(<w:tc><w:tcPr><w:tcW[^>]*/></w:tcPr>)(.*?)</w:tc>"


def alinea(tekst: str, eigenschappen: str = "", rpr: str = "") -> str:
    ppr = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return f"<w:p>{ppr}<w:r>{rpr}<w:t>{tekst}</w:t></w:r></w:p>"


def beeld(kenmerken: str, inhoud: str = "") -> str:
    ns = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{ns}"><wp:docPr id="1" {kenmerken}>{inhoud}'
        "</wp:docPr></wp:inline></w:drawing></w:r></w:p>"
    )


SIER = (
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/>'
)


def veld(tag: str, alias: str = "Proef", pr: str = "", inhoud: str = "<w:p/>") -> str:
    titel = f'<w:alias w:val="{alias}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{titel}<w:tag w:val="{tag}"/><w:id w:val="7"/>{pr}</w:sdtPr>'
        f"<w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"
    )


def na_veld(tekst: str, rest: str) -> str:
    """Return a paragraph that begins with a field."""
    inhoud = f"<w:r><w:t>{tekst}</w:t></w:r>"
    return f"<w:p>{veld('proef', inhoud=inhoud)}<w:r>{rest}</w:r></w:p>"


def na_begin(xml: str) -> tuple[str, str, str]:
    return DOC, BEGIN, f"<w:body>{xml}"


def bladwijzer(nummer: int, naam: str, *, einde: bool = True) -> str:
    slot = f'<w:bookmarkEnd w:id="{nummer}"/>' if einde else ""
    return f'<w:p><w:bookmarkStart w:id="{nummer}" w:name="{naam}"/>{slot}</w:p>'


def link(kenmerken: str, tekst: str) -> str:
    return f"<w:p><w:hyperlink {kenmerken}><w:r><w:t>{tekst}</w:t></w:r></w:hyperlink></w:p>"


GRIJS = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
VLAG = "<w:showingPlcHdr/>"
KLEUR = '<w:rPr><w:color w:val="{}"/>{}</w:rPr>'
VLAK = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
NIEUWE_STIJL = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Proef"><w:name w:val="Proef"/>{}'
    "</w:style></w:styles>"
)

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
    ("invulveld-zonder-inhoud", na_begin(veld("proef", inhoud=""))),
    (
        "invulveld-zonder-inhoud",
        na_begin('<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr></w:sdt>'),
    ),
    ("invulveld-zonder-titel", na_begin(veld("proef", alias=""))),
    ("vlag-op-tekst", (DOC, r'(<w:tag w:val="lokale-ambitie"/>)', rf"\1{VLAG}")),
    ("tekst-als-plaatshouder", na_begin(alinea("Klik hier eens", rpr=GRIJS))),
    (
        "plaatshouder-ontbreekt",
        na_begin(veld("proef", pr='<w:placeholder><w:docPart w:val="Weg"/></w:placeholder>')),
    ),
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
    ("kleurcontrast", na_begin(alinea("Licht", rpr=KLEUR.format("999999", "")))),
    ("kleurcontrast", na_begin(alinea("Wit", VLAK.format("EEEEEE"), KLEUR.format("FFFFFF", "")))),
    (
        "kleurcontrast",
        (STIJLEN, "</w:styles>", NIEUWE_STIJL.format('<w:rPr><w:color w:val="888888"/></w:rPr>')),
    ),
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
    ("invulveld-zonder-inhoud", na_begin(veld("proef"))),
    (
        "invulveld-zonder-titel",  # a contents list has its own name
        na_begin(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "</w:docPartObj></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        ),
    ),
    (
        "vlag-op-tekst",
        (DOC, r'(<w:tag w:val="lokale-ambitie"/>)', r'\1<w:showingPlcHdr w:val="0"/>'),
    ),
    (
        "vlag-op-tekst",
        na_begin(veld("proef", pr=VLAG, inhoud=alinea("Typ hier uw tekst.", rpr=GRIJS))),
    ),
    (
        "tekst-als-plaatshouder",
        na_begin(veld("proef", pr=VLAG, inhoud=alinea("Typ hier uw tekst.", rpr=GRIJS))),
    ),
    (
        "plaatshouder-ontbreekt",
        na_begin(
            veld("proef", pr='<w:placeholder><w:docPart w:val="UvpAntwoord"/></w:placeholder>')
        ),
    ),
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
    ("kleurcontrast", na_begin(alinea("Grijs", rpr=KLEUR.format("595959", "")))),
    ("kleurcontrast", na_begin(alinea("Vanzelf", rpr=KLEUR.format("auto", "")))),
    (
        "kleurcontrast",
        na_begin(alinea("Wit", rpr=KLEUR.format("FFFFFF", VLAK.format("0B5563")))),
    ),
]


@pytest.mark.parametrize(("regel", "bewerking"), FOUT)
def test_regel_vindt_de_fout(vind, bewerk, gevuld, regel, bewerking):
    assert regel in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize(("regel", "bewerking"), GOED)
def test_regel_laat_het_goede_met_rust(vind, bewerk, gevuld, regel, bewerking):
    assert regel not in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize("tabel", [FOUT, GOED])
def test_elke_regel_heeft_een_geval(tabel):
    assert {geval[0] for geval in tabel} == set(WORD_RULES)


def test_elke_regel_heeft_een_bron():
    assert all("Source: " in (look.__doc__ or "") for look in WORD_RULES.values())
