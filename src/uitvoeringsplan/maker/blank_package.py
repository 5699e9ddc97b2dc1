"""The empty package that python-docx opens: our own parts instead of its default template.

Nothing in it comes from elsewhere, so no foreign style, picture, date or name can travel along. Its
glossary is what Word shows again in a control when someone empties it; without that, Word would
fall back on a sentence in the language of its own menus.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from uitvoeringsplan.maker.controls import (
    ANSWER_ENTRY,
    ANSWER_HINT,
    field_entry,
    field_hint,
)
from uitvoeringsplan.maker.looks import theme_xml
from uitvoeringsplan.maker.numbering_part import numbering_xml
from uitvoeringsplan.maker.style_sheet import styles_xml
from uitvoeringsplan.ooxml.names import R, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


def glossary_xml(velden: Iterable[Vraag]) -> str:
    """Return the glossary document: one entry for answers, one for each field."""
    delen = [_bouwsteen(ANSWER_ENTRY, ANSWER_HINT)]
    delen += [_bouwsteen(field_entry(veld), field_hint(veld)) for veld in velden]
    return (
        f'<w:glossaryDocument xmlns:w="{W}"><w:docParts>{"".join(delen)}</w:docParts>'
        "</w:glossaryDocument>"
    )


def _bouwsteen(naam: str, tekst: str) -> str:
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"uitvoeringsplan:{naam}")).upper()
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{naam}"/><w:category>'
        '<w:name w:val="Algemeen"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{{{guid}}}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(tekst)}</w:t></w:r></w:p>'
        "</w:docPartBody></w:docPart>"
    )


_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_SOORT = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_SOORT}.wordprocessingml"

# A template has no moment of its own; whatever is filled in later may set one.
_VASTE_DATUM = "2026-01-01T00:00:00Z"


def blank_package(vragenlijst: Vragenlijst) -> io.BytesIO:
    """Return a Word document without text, with styles, numbering, theme and placeholders."""
    delen = {
        "word/document.xml": (f"{_WORD}.document.main+xml", _leeg_document()),
        "word/styles.xml": (f"{_WORD}.styles+xml", styles_xml()),
        "word/numbering.xml": (f"{_WORD}.numbering+xml", numbering_xml()),
        "word/settings.xml": (f"{_WORD}.settings+xml", _instellingen()),
        "word/theme/theme1.xml": (f"{_SOORT}.theme+xml", theme_xml()),
        "word/glossary/document.xml": (
            f"{_WORD}.document.glossary+xml",
            glossary_xml(vragenlijst.gegevens),
        ),
        "word/glossary/styles.xml": (f"{_WORD}.styles+xml", styles_xml(alleen_tekens=True)),
        "word/glossary/settings.xml": (f"{_WORD}.settings+xml", _instellingen()),
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            _kenmerken(vragenlijst.titel),
        ),
    }
    verbanden = {
        "_rels/.rels": [
            (f"{R}/officeDocument", "word/document.xml"),
            (f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
        ],
        "word/_rels/document.xml.rels": [
            (f"{R}/styles", "styles.xml"),
            (f"{R}/numbering", "numbering.xml"),
            (f"{R}/settings", "settings.xml"),
            (f"{R}/theme", "theme/theme1.xml"),
            (f"{R}/glossaryDocument", "glossary/document.xml"),
        ],
        "word/glossary/_rels/document.xml.rels": [
            (f"{R}/styles", "styles.xml"),
            (f"{R}/settings", "settings.xml"),
        ],
    }
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as pakket:
        pakket.writestr("[Content_Types].xml", _KOP + _inhoudstypen(delen))
        for naam, doelen in verbanden.items():
            pakket.writestr(naam, _KOP + _verbanden(doelen))
        for naam, (_, xml) in delen.items():
            pakket.writestr(naam, _KOP + xml)
    stroom.seek(0)
    return stroom


def _leeg_document() -> str:
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body/></w:document>'


def _instellingen() -> str:
    """Return the settings: today's layout rules, Dutch as language, no question on opening."""
    verenigbaar = "".join(
        f'<w:compatSetting w:name="{naam}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{waarde}"/>'
        for naam, waarde in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    kleuren = (
        'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5"'
        ' w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"'
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{verenigbaar}</w:compat>"
        f'<w:themeFontLang w:val="nl-NL"/><w:clrSchemeMapping {kleuren}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _kenmerken(titel: str) -> str:
    datums = "".join(
        f'<dcterms:{naam} xsi:type="dcterms:W3CDTF">{_VASTE_DATUM}</dcterms:{naam}>'
        for naam in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PAKKET}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(titel)}</dc:title><dc:subject>Uitvoeringsplan</dc:subject>"
        f"<dc:creator></dc:creator>{datums}<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _inhoudstypen(delen: dict[str, tuple[str, str]]) -> str:
    eigen = "".join(
        f'<Override PartName="/{naam}" ContentType="{soort}"/>'
        for naam, (soort, _) in delen.items()
    )
    return (
        f'<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{eigen}</Types>'
    )


def _verbanden(doelen: list[tuple[str, str]]) -> str:
    regels = "".join(
        f'<Relationship Id="rId{n}" Type="{soort}" Target="{doel}"/>'
        for n, (soort, doel) in enumerate(doelen, start=1)
    )
    return f'<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'
