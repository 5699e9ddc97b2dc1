"""Pieces of WordprocessingML to put into a filled document: faults, and what looks like one.

A change is the part, what is looked for in it, and what takes its place.
"""

from __future__ import annotations

DOC = "word/document.xml"
STIJLEN = "word/styles.xml"
NUMMERING = "word/numbering.xml"
RELS = "word/_rels/document.xml.rels"
KERN = "docProps/core.xml"

# The start of the body, and the first cell.
BEGIN = r"<w:body>"
EERSTE_CEL = r"(<w:tc><w:tcPr><w:tcW[^>]*/></w:tcPr>)(.*?)</w:tc>"


def alinea(tekst: str, eigenschappen: str = "", rpr: str = "") -> str:
    ppr = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return f"<w:p>{ppr}<w:r>{rpr}<w:t>{tekst}</w:t></w:r></w:p>"


def in_cel(inhoud: str, vlak: str) -> str:
    """Return a table of one cell with a colour behind it."""
    rij = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    return f"<w:tbl>{rij.format(VLAK.format(vlak), inhoud)}</w:tbl><w:p/>"


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
