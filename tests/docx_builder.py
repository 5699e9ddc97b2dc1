"""Small Word files, put together by hand: just enough for a reader."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from independent_reader import OFFICE, W

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STRIKT = "http://purl.oclc.org/ooxml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KOP = '<?xml version="1.0" encoding="UTF-8"?>'
OWN = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
# Declared and never used: nothing reads them out.
ENTITEIT = '<!DOCTYPE x [<!ENTITY e "een woord">]>'
ENTITEIT_START_OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "ergens.txt">]>'


def paragraph(text: str = "", ppr: str = "") -> str:
    return f"<w:p>{ppr}<w:r><w:t>{text}</w:t></w:r></w:p>"


def veld(content: str, tag: str = "lokale-ambitie") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent>'
        "</w:sdt>"
    )


def document(content: str, kop: str = KOP, space: str = W) -> str:
    return (
        f'{kop}<w:document xmlns:w="{space}" xmlns:r="{OFFICE}" xmlns:mc="{MC}"><w:body>{content}'
        "</w:body></w:document>"
    )


GOOD = document(paragraph("Ervoor") + veld(paragraph("Het antwoord.")))


def parts(**more: str | bytes | None) -> dict[str, bytes]:
    """Return the parts of a small file; a part that is None is left out."""
    kinds = {"styles": "styles", "numbering": "numbering", "comments": "comments"}
    relationships = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in kinds
        if name in more
    )
    result: dict[str, str | bytes | None] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName='
        f'"/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type='
        f'"{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type='
        f'"{OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships"
        f' xmlns="{PACKAGE}/relationships">{relationships}'
        "</Relationships>",
        "word/document.xml": GOOD,
    }
    names = {name: f"word/{name}.xml" for name in ("document", *kinds)}
    names |= {"eigen": "docProps/custom.xml", "types": "[Content_Types].xml", "rels": "_rels/.rels"}
    result |= {names.get(name, name): content for name, content in more.items()}
    return {
        name: content if isinstance(content, bytes) else content.encode()
        for name, content in result.items()
        if content is not None
    }


def zip_(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", method) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return result.getvalue()


def docx(**more: str | bytes | None) -> bytes:
    return zip_(parts(**more))


def with_member(name: str, content: bytes = b"x") -> bytes:
    return zip_({**parts(), name: content})
