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


def glossary_xml(fields: Iterable[Vraag]) -> str:
    """Return the glossary document: one entry for answers, one for each field."""
    parts = [_building_block(ANSWER_ENTRY, ANSWER_HINT)]
    parts += [_building_block(field_entry(field), field_hint(field)) for field in fields]
    return (
        f'<w:glossaryDocument xmlns:w="{W}"><w:docParts>{"".join(parts)}</w:docParts>'
        "</w:glossaryDocument>"
    )


def _building_block(name: str, text: str) -> str:
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"uitvoeringsplan:{name}")).upper()
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category>'
        '<w:name w:val="Algemeen"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{{{guid}}}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:docPartBody></w:docPart>"
    )


_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_KIND}.wordprocessingml"

# A template has no moment of its own; whatever is filled in later may set one.
_FIXED_DATUM = "2026-01-01T00:00:00Z"


def blank_package(vragenlijst: Vragenlijst) -> io.BytesIO:
    """Return a Word document without text, with styles, numbering, theme and placeholders."""
    parts = {
        "word/document.xml": (f"{_WORD}.document.main+xml", _empty_document()),
        "word/styles.xml": (f"{_WORD}.styles+xml", styles_xml()),
        "word/numbering.xml": (f"{_WORD}.numbering+xml", numbering_xml()),
        "word/settings.xml": (f"{_WORD}.settings+xml", _settings()),
        "word/theme/theme1.xml": (f"{_KIND}.theme+xml", theme_xml()),
        "word/glossary/document.xml": (
            f"{_WORD}.document.glossary+xml",
            glossary_xml(vragenlijst.gegevens),
        ),
        "word/glossary/styles.xml": (f"{_WORD}.styles+xml", styles_xml(only_signs=True)),
        "word/glossary/settings.xml": (f"{_WORD}.settings+xml", _settings()),
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            _attributes(vragenlijst.titel),
        ),
    }
    connections = {
        "_rels/.rels": [
            (f"{R}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
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
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", _KOP + _inhoudstypen(parts))
        for name, targets in connections.items():
            package.writestr(name, _KOP + _connections(targets))
        for name, (_, xml) in parts.items():
            package.writestr(name, _KOP + xml)
    stream.seek(0)
    return stream


def _empty_document() -> str:
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body/></w:document>'


def _settings() -> str:
    """Return the settings: today's layout rules, Dutch as language, no question on opening."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
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
        f"<w:compat>{compatible}</w:compat>"
        f'<w:themeFontLang w:val="nl-NL"/><w:clrSchemeMapping {kleuren}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _attributes(titel: str) -> str:
    datums = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_FIXED_DATUM}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(titel)}</dc:title><dc:subject>Uitvoeringsplan</dc:subject>"
        f"<dc:creator></dc:creator>{datums}<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _inhoudstypen(parts: dict[str, tuple[str, str]]) -> str:
    own = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{own}</Types>'
    )


def _connections(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
