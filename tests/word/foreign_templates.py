"""Templates as strangers make them: other styles, other prefixes, and little of what we need."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
from docx.oxml.parser import parse_xml

from independent_reader import OFFICE, W

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_HEAD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = _HEAD.replace("document.main", "template.main")
_NS = f'xmlns:w="{W}"'


def block(tag: str, label: str, p: str = "w") -> str:
    """Return a control for an answer as Word makes it, with a sentence of its own in it."""
    number = sum(n * ord(sign) for n, sign in enumerate(tag, 1)) + 10_000
    return (
        f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="{escape(label)}"/><{p}:tag {p}:val="{tag}"/>'
        f'<{p}:id {p}:val="{number}"/></{p}:sdtPr><{p}:sdtContent><{p}:p><{p}:r>'
        f"<{p}:t>Nog in te vullen.</{p}:t></{p}:r></{p}:p></{p}:sdtContent></{p}:sdt>"
    )


def plek(tag: str, p: str = "w") -> str:
    """Return the mark for something that is no answer."""
    number = sum(map(ord, tag)) + 5_000
    return (
        f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="Plek"/><{p}:tag {p}:val="{tag}"/>'
        f'<{p}:id {p}:val="{number}"/></{p}:sdtPr><{p}:sdtContent><{p}:p/></{p}:sdtContent>'
        f"</{p}:sdt>"
    )


def start_python_docx(lijst: Vragenlijst, *, plekken: bool = True, bare: bool = False) -> bytes:
    """Return a document of the default template of python-docx: English, its own many styles.

    `bare` leaves only the styles for headings and text, and no lists at all.
    """
    document = docx.Document()
    if bare:
        _ontdaan(document)
    body = document.element.body
    runs = [plek("beeld: logo"), plek("adres")] if plekken else []
    for run in runs:
        body.insert(len(body) - 1, parse_xml(run.replace("<w:sdt>", f"<w:sdt {_NS}>", 1)))
    document.add_heading("Plan van de gemeente", level=1)
    for vraag in lijst.vragen:
        document.add_heading(vraag.label, level=2)
        run = block(vraag.id, vraag.label)
        body.insert(len(body) - 1, parse_xml(run.replace("<w:sdt>", f"<w:sdt {_NS}>", 1)))
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def _ontdaan(document: docx.document.Document) -> None:
    koppen = ("Heading 1", "Heading 2", "Heading 1 Char", "Heading 2 Char")
    stays = ("Normal", *koppen, "Default Paragraph Font", "Normal Table")
    for style in list(document.styles):
        if style.name not in stays:
            style.delete()
    for connection in list(document.part.rels.values()):
        if connection.reltype.endswith(("/numbering", "/stylesWithEffects")):
            del document.part.rels[connection.rId]


def as_dotx(data: bytes) -> bytes:
    """Return a document as a template of Word, hanging on another template elsewhere."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                assert _HEAD.encode() in content
                content = content.replace(_HEAD.encode(), _DOTX.encode())
            elif name == "word/settings.xml":
                pointer = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>'.encode()
                place = content.index(b"<w:defaultTabStop")
                content = content[:place] + pointer + content[place:]
            new.writestr(name, content)
        new.writestr(
            "word/_rels/settings.xml.rels",
            '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxml'
            'formats.org/package/2006/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/attachedTemplate" Target="https://gemeente.example/huis.dotx"'
            ' TargetMode="External"/></Relationships>',
        )
    return result.getvalue()


def met_de_hand(lijst: Vragenlijst) -> bytes:
    """Return a package with only what the standard demands: no styles, an odd prefix."""
    p = "woord"
    content = "".join(
        f"<{p}:p><{p}:r><{p}:t>{escape(vraag.label)}</{p}:t></{p}:r></{p}:p>"
        + block(vraag.id, vraag.label, p)
        for vraag in lijst.vragen
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_HEAD}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="a" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<{p}:document xmlns:{p}="{W}"><{p}:body>{content}<{p}:sectPr/>'
        f"</{p}:body></{p}:document>",
    }
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return result.getvalue()
