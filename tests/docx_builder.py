"""Small Word files, put together by hand: just enough for a reader."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from independent_reader import OFFICE, W

if TYPE_CHECKING:
    from collections.abc import Mapping

PAKKET = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STRIKT = "http://purl.oclc.org/ooxml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KOP = '<?xml version="1.0" encoding="UTF-8"?>'
EIGEN = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
)
# Declared and never used: nothing reads them out.
ENTITEIT = '<!DOCTYPE x [<!ENTITY e "een woord">]>'
ENTITEIT_VAN_BUITEN = '<!DOCTYPE x [<!ENTITY e SYSTEM "ergens.txt">]>'


def alinea(tekst: str = "", ppr: str = "") -> str:
    return f"<w:p>{ppr}<w:r><w:t>{tekst}</w:t></w:r></w:p>"


def veld(inhoud: str, tag: str = "lokale-ambitie") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inhoud}</w:sdtContent>'
        "</w:sdt>"
    )


def document(inhoud: str, kop: str = KOP, ruimte: str = W) -> str:
    return (
        f'{kop}<w:document xmlns:w="{ruimte}" xmlns:r="{OFFICE}" xmlns:mc="{MC}"><w:body>{inhoud}'
        "</w:body></w:document>"
    )


GOED = document(alinea("Ervoor") + veld(alinea("Het antwoord.")))


def delen(**meer: str | bytes | None) -> dict[str, bytes]:
    """Return the parts of a small file; a part that is None is left out."""
    soorten = {"styles": "styles", "numbering": "numbering", "comments": "comments"}
    relaties = "".join(
        f'<Relationship Id="{naam}" Type="{OFFICE}/{naam}" Target="{naam}.xml"/>'
        for naam in soorten
        if naam in meer
    )
    uit: dict[str, str | bytes | None] = {
        "[Content_Types].xml": f'<Types xmlns="{PAKKET}/content-types"><Override PartName='
        f'"/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="a" Type='
        f'"{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type='
        f'"{OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PAKKET}/relationships">{relaties}'
        "</Relationships>",
        "word/document.xml": GOED,
    }
    namen = {naam: f"word/{naam}.xml" for naam in ("document", *soorten)}
    namen |= {"eigen": "docProps/custom.xml", "types": "[Content_Types].xml", "rels": "_rels/.rels"}
    uit |= {namen.get(naam, naam): inhoud for naam, inhoud in meer.items()}
    return {
        naam: inhoud if isinstance(inhoud, bytes) else inhoud.encode()
        for naam, inhoud in uit.items()
        if inhoud is not None
    }


def zip_(leden: Mapping[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as pakket:
        for naam, inhoud in leden.items():
            pakket.writestr(naam, inhoud)
    return uit.getvalue()


def docx(**meer: str | bytes | None) -> bytes:
    return zip_(delen(**meer))


def met_lid(naam: str, inhoud: bytes = b"x") -> bytes:
    return zip_({**delen(), naam: inhoud})
