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
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "styles.xml": ("styles", "styles"),
    "header1.xml": ("header", "header"),
    "footer1.xml": ("footer", "footer"),
    "footnotes.xml": ("footnotes", "footnotes"),
}
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
    "</w:style>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/>'
        f'<w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2)
    )
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>'
)


def xml(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{name}>'


def docx(content: str, *, styles: str | None = STYLES, picture: str = "", **parts: str) -> bytes:
    """Return a Word file with this in its body; `parts` are parts by the name of their root.

    `picture` is the address of a picture outside the file, for a link with that id.
    """
    members = {"word/document.xml": xml("document", f"<w:body>{content}</w:body>")}
    if styles is not None:
        members["word/styles.xml"] = xml("styles", styles)
    roots = {"hdr": "header1.xml", "ftr": "footer1.xml", "footnotes": "footnotes.xml"}
    members |= {f"word/{roots[name]}": xml(name, part) for name, part in parts.items()}
    names = [name.removeprefix("word/") for name in members if name != "word/document.xml"]
    relationships = "".join(
        f'<Relationship Id="{name.partition(".")[0]}" Type="{R}/{_KINDS[name][0]}"'
        f' Target="{name}"/>'
        for name in names
    )
    if picture:
        relationships += (
            f'<Relationship Id="beeld" Type="{R}/image" Target="{picture}" TargetMode="External"/>'
        )
    kinds = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document.xml", "document.main"),
            *((name, _KINDS[name][1]) for name in names),
        )
    )
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>'
    )
    members["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    members["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relationships}</Relationships>'
    )
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in members.items():
            package.writestr(name, part)
    return result.getvalue()


def paragraph(text: str = "", style: str = "", before: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{ppr}{before}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def veld(command: str, outcome: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {command} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{outcome}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def kop(text: str, anchor: str, level: int = 1, number: int = 1) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/><w:bookmarkEnd w:id="{number}"/>'
    return paragraph(text, f"Kop{level}", start)


def line(text: str, anchor: str, *, number: str = "", style: str = "", paginaveld: str = "") -> str:
    """Return an entry of a contents list: as we store it, or with the field that Word adds."""
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    start = f"<w:t>{number}</w:t><w:tab/>" if number else ""
    end = ""
    if paginaveld:
        hidden = "<w:rPr><w:webHidden/></w:rPr>"
        end = f"<w:r>{hidden}<w:tab/></w:r>" + veld(f"PAGEREF {anchor} \\h", paginaveld)
    return (
        f'<w:p>{ppr}<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r>{start}<w:t>{text}</w:t>'
        f"</w:r>{end}</w:hyperlink></w:p>"
    )


def inhoudsopgave(*lines: str, command: str = r'TOC \o "1-2" \h \z \u') -> str:
    start = veld(command, "").split("<w:r><w:t>")[0]
    before, link, after = lines[0].partition("<w:hyperlink")
    slot = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return "".join((before, start, link, after, *lines[1:], slot))


def tree(data: bytes, part: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return etree.fromstring(package.read(part))


def text_of(element: Any) -> str:
    """Return the text of a paragraph or more; a tab is a tab."""
    return "".join(
        "\t" if part.tag == f"{{{W}}}tab" else part.text or ""
        for part in element.iter(f"{{{W}}}t", f"{{{W}}}tab")
        if part.getparent().tag == f"{{{W}}}r"
    )


def docx_words(data: bytes) -> list[str]:
    """Return the words of the body, in order."""
    paragraphs = tree(data).iter(f"{{{W}}}p")
    return words("\n".join(text_of(paragraph) for paragraph in paragraphs))


def herhaalde_words(data: bytes) -> list[str]:
    """Return the words that may stand on more pages: of headers, footers and heads of tables."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [n for n in package.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", n)]
    rijen = [kop.getparent().getparent() for kop in tree(data).iter(f"{{{W}}}tblHeader")]
    paragraphs = [
        a for part in (*rijen, *(tree(data, n) for n in names)) for a in part.iter(f"{{{W}}}p")
    ]
    return words("\n".join(map(text_of, paragraphs)))


def odt_words(data: bytes) -> list[str]:
    """Return the words of the body, in order; alternative texts are not among them."""
    root = tree(data, "content.xml")
    for gone in list(root.iter(f"{{{TEXT}}}table-of-content-source", f"{{{SVG}}}desc")):
        gone.getparent().remove(gone)
    parts: list[str] = []
    for gebeurtenis, element in etree.iterwalk(root.find(f".//{{{OFFICE}}}text"), ("start", "end")):
        name = etree.QName(element).localname
        los = " " if name in ("p", "h", "tab", "s", "line-break") else ""
        parts += [los, (element.text if gebeurtenis == "start" else element.tail) or ""]
    return words("".join(parts))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def pages(pdf: Path, *options: str) -> list[str]:
    """Return the text of every page, by a reader that is not ours."""
    vereis("pdftotext", "poppler-utils")
    outcome = subprocess.run(
        ["pdftotext", *(options or ("-layout",)), str(pdf), "-"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return outcome.stdout.split("\f")[:-1]


def vereis(program: str, name: str) -> None:
    """Skip a test where a program is not installed; in CI that is a failure."""
    if shutil.which(program) is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"{name} ontbreekt, en in CI mag deze test niet worden overgeslagen")
        pytest.skip(f"{name} is niet geïnstalleerd")


def op_de_pagina(lines: Iterable[str], sought: str) -> bool:
    """Whether a page has a line with exactly these words."""
    return any(words(sought) == words(found) for found in lines)


def read_inhoudsopgave(page: str) -> Mapping[str, str]:
    """Return the entries on the page of the contents list, with their page numbers."""
    entry = re.compile(r"\s*(\S.*?\S)(?:\s*\.{3,}\s*|\s{3,})(\w+)")
    found = (entry.fullmatch(line) for line in page.splitlines())
    return {" ".join(m[1].split()): m[2] for m in found if m and "Pagina" not in m[0]}
