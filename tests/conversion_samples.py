"""Word files made by hand for converting, and what is in those and in an ODT or PDF."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SOORTEN = {
    "styles.xml": ("styles", "styles"),
    "header1.xml": ("header", "header"),
    "footer1.xml": ("footer", "footer"),
    "footnotes.xml": ("footnotes", "footnotes"),
}
STIJLEN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
    "</w:style>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/>'
        f'<w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2)
    )
)
SECTIE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>'
)


def xml(naam: str, inhoud: str) -> str:
    return f'<w:{naam} xmlns:w="{W}" xmlns:r="{R}">{inhoud}</w:{naam}>'


def docx(inhoud: str, *, stijlen: str | None = STIJLEN, beeld: str = "", **delen: str) -> bytes:
    """Return a Word file with this in its body; `delen` are parts by the name of their root.

    `beeld` is the address of a picture outside the file, for a link with that id.
    """
    leden = {"word/document.xml": xml("document", f"<w:body>{inhoud}</w:body>")}
    if stijlen is not None:
        leden["word/styles.xml"] = xml("styles", stijlen)
    wortels = {"hdr": "header1.xml", "ftr": "footer1.xml", "footnotes": "footnotes.xml"}
    leden |= {f"word/{wortels[naam]}": xml(naam, deel) for naam, deel in delen.items()}
    namen = [naam.removeprefix("word/") for naam in leden if naam != "word/document.xml"]
    relaties = "".join(
        f'<Relationship Id="{naam.partition(".")[0]}" Type="{R}/{_SOORTEN[naam][0]}"'
        f' Target="{naam}"/>'
        for naam in namen
    )
    if beeld:
        relaties += (
            f'<Relationship Id="beeld" Type="{R}/image" Target="{beeld}" TargetMode="External"/>'
        )
    soorten = "".join(
        f'<Override PartName="/word/{naam}" ContentType="{_WORD}.{soort}+xml"/>'
        for naam, soort in (
            ("document.xml", "document.main"),
            *((naam, _SOORTEN[naam][1]) for naam in namen),
        )
    )
    leden["[Content_Types].xml"] = (
        f'<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{soorten}</Types>'
    )
    leden["_rels/.rels"] = (
        f'<Relationships xmlns="{_PAKKET}/relationships"><Relationship Id="r1"'
        f' Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    leden["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PAKKET}/relationships">{relaties}</Relationships>'
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in leden.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()


def alinea(tekst: str = "", stijl: str = "", voor: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    return f'<w:p>{ppr}{voor}<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r></w:p>'


def veld(opdracht: str, uitkomst: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {opdracht} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{uitkomst}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def kop(tekst: str, anker: str, niveau: int = 1, nummer: int = 1) -> str:
    begin = f'<w:bookmarkStart w:id="{nummer}" w:name="{anker}"/><w:bookmarkEnd w:id="{nummer}"/>'
    return alinea(tekst, f"Kop{niveau}", begin)


def regel(
    tekst: str, anker: str, *, nummer: str = "", stijl: str = "", paginaveld: str = ""
) -> str:
    """Return an entry of a contents list: as we store it, or with the field that Word adds."""
    ppr = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    begin = f"<w:t>{nummer}</w:t><w:tab/>" if nummer else ""
    eind = ""
    if paginaveld:
        verborgen = "<w:rPr><w:webHidden/></w:rPr>"
        eind = f"<w:r>{verborgen}<w:tab/></w:r>" + veld(f"PAGEREF {anker} \\h", paginaveld)
    return (
        f'<w:p>{ppr}<w:hyperlink w:anchor="{anker}" w:history="1"><w:r>{begin}<w:t>{tekst}</w:t>'
        f"</w:r>{eind}</w:hyperlink></w:p>"
    )


def inhoudsopgave(*regels: str, opdracht: str = r'TOC \o "1-2" \h \z \u') -> str:
    begin = veld(opdracht, "").split("<w:r><w:t>")[0]
    voor, link, na = regels[0].partition("<w:hyperlink")
    slot = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return "".join((voor, begin, link, na, *regels[1:], slot))


def boom(data: bytes, deel: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        assert pakket.testzip() is None
        return etree.fromstring(pakket.read(deel))


def tekst_van(element: Any) -> str:
    """Return the text of a paragraph or more; a tab is a tab."""
    return "".join(
        "\t" if deel.tag == f"{{{W}}}tab" else deel.text or ""
        for deel in element.iter(f"{{{W}}}t", f"{{{W}}}tab")
        if deel.getparent().tag == f"{{{W}}}r"
    )


def docx_woorden(data: bytes) -> list[str]:
    """Return the words of the body, in order."""
    alineas = boom(data).iter(f"{{{W}}}p")
    return woorden("\n".join(tekst_van(alinea) for alinea in alineas))


def herhaalde_woorden(data: bytes) -> list[str]:
    """Return the words that may stand on more pages: of headers, footers and heads of tables."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        namen = [n for n in pakket.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", n)]
    rijen = [kop.getparent().getparent() for kop in boom(data).iter(f"{{{W}}}tblHeader")]
    alineas = [
        a for deel in (*rijen, *(boom(data, n) for n in namen)) for a in deel.iter(f"{{{W}}}p")
    ]
    return woorden("\n".join(map(tekst_van, alineas)))


def odt_woorden(data: bytes) -> list[str]:
    """Return the words of the body, in order; alternative texts are not among them."""
    wortel = boom(data, "content.xml")
    for weg in list(wortel.iter(f"{{{TEXT}}}table-of-content-source", f"{{{SVG}}}desc")):
        weg.getparent().remove(weg)
    delen: list[str] = []
    for gebeurtenis, element in etree.iterwalk(
        wortel.find(f".//{{{OFFICE}}}text"), ("start", "end")
    ):
        naam = etree.QName(element).localname
        los = " " if naam in ("p", "h", "tab", "s", "line-break") else ""
        delen += [los, (element.text if gebeurtenis == "start" else element.tail) or ""]
    return woorden("".join(delen))


def woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst)


def paginas(pdf: Path, *opties: str) -> list[str]:
    """Return the text of every page, by a reader that is not ours."""
    vereis("pdftotext", "poppler-utils")
    uitkomst = subprocess.run(
        ["pdftotext", *(opties or ("-layout",)), str(pdf), "-"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return uitkomst.stdout.split("\f")[:-1]


def vereis(programma: str, naam: str) -> None:
    """Skip a test where a program is not installed; in CI that is a failure."""
    if shutil.which(programma) is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"{naam} ontbreekt, en in CI mag deze test niet worden overgeslagen")
        pytest.skip(f"{naam} is niet geïnstalleerd")


def op_de_pagina(regels: Iterable[str], gezocht: str) -> bool:
    """Whether a page has a line with exactly these words."""
    return any(woorden(gezocht) == woorden(gevonden) for gevonden in regels)


def lees_inhoudsopgave(pagina: str) -> Mapping[str, str]:
    """Return the entries on the page of the contents list, with their page numbers."""
    ingang = re.compile(r"\s*(\S.*?\S)(?:\s*\.{3,}\s*|\s{3,})(\w+)")
    gevonden = (ingang.fullmatch(regel) for regel in pagina.splitlines())
    return {" ".join(m[1].split()): m[2] for m in gevonden if m and "Pagina" not in m[0]}
