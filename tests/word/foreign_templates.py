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

_HOOFD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = _HOOFD.replace("document.main", "template.main")
_NS = f'xmlns:w="{W}"'


def blok(tag: str, label: str, p: str = "w") -> str:
    """Return a control for an answer as Word makes it, with a sentence of its own in it."""
    nummer = sum(n * ord(teken) for n, teken in enumerate(tag, 1)) + 10_000
    return (
        f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="{escape(label)}"/><{p}:tag {p}:val="{tag}"/>'
        f'<{p}:id {p}:val="{nummer}"/></{p}:sdtPr><{p}:sdtContent><{p}:p><{p}:r>'
        f"<{p}:t>Nog in te vullen.</{p}:t></{p}:r></{p}:p></{p}:sdtContent></{p}:sdt>"
    )


def plek(tag: str, p: str = "w") -> str:
    """Return the mark for something that is no answer."""
    nummer = sum(map(ord, tag)) + 5_000
    return (
        f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="Plek"/><{p}:tag {p}:val="{tag}"/>'
        f'<{p}:id {p}:val="{nummer}"/></{p}:sdtPr><{p}:sdtContent><{p}:p/></{p}:sdtContent>'
        f"</{p}:sdt>"
    )


def van_python_docx(lijst: Vragenlijst, *, plekken: bool = True, kaal: bool = False) -> bytes:
    """Return a document of the default template of python-docx: English, its own many styles.

    `kaal` leaves only the styles for headings and text, and no lists at all.
    """
    document = docx.Document()
    if kaal:
        _ontdaan(document)
    body = document.element.body
    stukken = [plek("beeld: logo"), plek("adres")] if plekken else []
    for stuk in stukken:
        body.insert(len(body) - 1, parse_xml(stuk.replace("<w:sdt>", f"<w:sdt {_NS}>", 1)))
    document.add_heading("Plan van de gemeente", level=1)
    for vraag in lijst.vragen:
        document.add_heading(vraag.label, level=2)
        stuk = blok(vraag.id, vraag.label)
        body.insert(len(body) - 1, parse_xml(stuk.replace("<w:sdt>", f"<w:sdt {_NS}>", 1)))
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _ontdaan(document: docx.document.Document) -> None:
    koppen = ("Heading 1", "Heading 2", "Heading 1 Char", "Heading 2 Char")
    blijft = ("Normal", *koppen, "Default Paragraph Font", "Normal Table")
    for stijl in list(document.styles):
        if stijl.name not in blijft:
            stijl.delete()
    for verband in list(document.part.rels.values()):
        if verband.reltype.endswith(("/numbering", "/stylesWithEffects")):
            del document.part.rels[verband.rId]


def als_dotx(data: bytes) -> bytes:
    """Return a document as a template of Word, hanging on another template elsewhere."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == "[Content_Types].xml":
                assert _HOOFD.encode() in inhoud
                inhoud = inhoud.replace(_HOOFD.encode(), _DOTX.encode())
            elif naam == "word/settings.xml":
                wijzer = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>'.encode()
                plaats = inhoud.index(b"<w:defaultTabStop")
                inhoud = inhoud[:plaats] + wijzer + inhoud[plaats:]
            nieuw.writestr(naam, inhoud)
        nieuw.writestr(
            "word/_rels/settings.xml.rels",
            '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxml'
            'formats.org/package/2006/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/attachedTemplate" Target="https://gemeente.example/huis.dotx"'
            ' TargetMode="External"/></Relationships>',
        )
    return uit.getvalue()


def met_de_hand(lijst: Vragenlijst) -> bytes:
    """Return a package with only what the standard demands: no styles, an odd prefix."""
    p = "woord"
    inhoud = "".join(
        f"<{p}:p><{p}:r><{p}:t>{escape(vraag.label)}</{p}:t></{p}:r></{p}:p>"
        + blok(vraag.id, vraag.label, p)
        for vraag in lijst.vragen
    )
    delen = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_HOOFD}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="a" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<{p}:document xmlns:{p}="{W}"><{p}:body>{inhoud}<{p}:sectPr/>'
        f"</{p}:body></{p}:document>",
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()
