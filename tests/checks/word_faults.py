"""Pieces of WordprocessingML to put into a filled document: faults, and what looks like one.

A change is the part, what is looked for in it, and what takes its place.
"""

from __future__ import annotations

DOC = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
RELS = "word/_rels/document.xml.rels"
CORE = "docProps/core.xml"

# The start of the body, and the first cell.
START = r"<w:body>"
FIRST_CEL = r"(<w:tc><w:tcPr><w:tcW[^>]*/></w:tcPr>)(.*?)</w:tc>"


def paragraph(text: str, properties: str = "", rpr: str = "") -> str:
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}<w:r>{rpr}<w:t>{text}</w:t></w:r></w:p>"


def in_cel(content: str, surface: str) -> str:
    """Return a table of one cell with a colour behind it."""
    rij = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    return f"<w:tbl>{rij.format(SURFACE.format(surface), content)}</w:tbl><w:p/>"


def picture(attributes: str, content: str = "") -> str:
    ns = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{ns}"><wp:docPr id="1" {attributes}>{content}'
        "</wp:docPr></wp:inline></w:drawing></w:r></w:p>"
    )


DECORATION = (
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/>'
)


def veld(tag: str, alias: str = "Proef", pr: str = "", content: str = "<w:p/>") -> str:
    titel = f'<w:alias w:val="{alias}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{titel}<w:tag w:val="{tag}"/><w:id w:val="7"/>{pr}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def after_veld(text: str, rest: str) -> str:
    """Return a paragraph that begins with a field."""
    content = f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p>{veld('proef', content=content)}<w:r>{rest}</w:r></w:p>"


def after_start(xml: str) -> tuple[str, str, str]:
    return DOC, START, f"<w:body>{xml}"


def bookmark(number: int, name: str, *, end: bool = True) -> str:
    slot = f'<w:bookmarkEnd w:id="{number}"/>' if end else ""
    return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/>{slot}</w:p>'


def link(attributes: str, text: str) -> str:
    return f"<w:p><w:hyperlink {attributes}><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>"


GREY = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
FLAG = "<w:showingPlcHdr/>"
KLEUR = '<w:rPr><w:color w:val="{}"/>{}</w:rPr>'
SURFACE = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
NEW_STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Proef"><w:name w:val="Proef"/>{}'
    "</w:style></w:styles>"
)
