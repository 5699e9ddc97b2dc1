"""Small Word files to read: paragraphs, tables and pictures in a few characters."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from independent_reader import OFFICE, W
from package_builder import KOP, PACKAGE, PackageBuilder
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.model.document import (
    Afbeelding,
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    platte_regel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.model.document import Document, Inhoud

SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KOPPEN = "".join(
    f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/><w:pPr><w:numPr>'
    f'<w:ilvl w:val="{n - 1}"/><w:numId w:val="9"/></w:numPr><w:outlineLvl w:val="{n - 1}"/>'
    "</w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    for n in (1, 2, 3)
)
_PARAGRAPH = {
    "Titel": "Title", "Ondertitel": "Subtitle", "Citaat": "Quote", "Bijschrift": "caption",
    "UvpFeit": "Uvp Feit", "Inhoudskop": "TOC Heading",
}  # fmt: skip
_EXTRA = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
    for id_, name in _PARAGRAPH.items()
) + (
    '<w:style w:type="paragraph" w:styleId="Vraag"><w:name w:val="Vraag"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/>'
    "</w:rPr></w:style>"
)
_NUMBERS = (
    '<w:abstractNum w:abstractNumId="9">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(("%1", "%1.%2", "%1.%2.%3"))
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="%{i + 1}."/></w:lvl>'
        for i, form in enumerate(("decimal", "lowerLetter"))
    )
    + "</w:abstractNum>"
)
_NUMS = "".join(
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="{start}"/>{own}</w:num>'
    for n, start, own in (
        (9, 9, ""),
        (8, 8, ""),
        (18, 8, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
    )
)


def run(inside: str, rpr: str = "") -> str:
    """Return a run; what does not begin with a tag is text."""
    content = inside if inside.startswith("<") else f'<w:t xml:space="preserve">{inside}</w:t>'
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' * bool(rpr)}{content}</w:r>"


def paragraph(*inside: str, style: str = "", ppr: str = "") -> str:
    """Return a paragraph; what does not begin with a tag is a run of text."""
    op = f'<w:pStyle w:val="{style}"/>' * bool(style)
    content = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p>{f'<w:pPr>{op}{ppr}</w:pPr>' * bool(op or ppr)}{content}</w:p>"


def number(num_id: int, ilvl: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def punt(text: str, num_id: int = 7, ilvl: int = 0) -> str:
    return paragraph(text, ppr=number(num_id, ilvl))


def kop(text: str, level: int = 1) -> str:
    return paragraph(text, style=f"Kop{level}")


def control(*content: str, own: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{own}</w:sdtPr><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def rij(*cellen: str, own: str = "") -> str:
    """Return a row; what does not begin with a cell is the content of one."""
    inside = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else cel(c) for c in cellen)
    return f"<w:tr>{f'<w:trPr>{own}</w:trPr>' * bool(own)}{inside}</w:tr>"


def cel(content: str, own: str = "") -> str:
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc>{f'<w:tcPr>{own}</w:tcPr>' * bool(own)}{inside}</w:tc>"


def tabel(*rijen: str, own: str = "", sizes: Iterable[int] = ()) -> str:
    rooster = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return (
        f"<w:tbl><w:tblPr>{own}</w:tblPr><w:tblGrid>{rooster}</w:tblGrid>{''.join(rijen)}</w:tbl>"
    )


HEADER_ROW = "<w:tblHeader/>"


def png(width: int = 2, height: int = 1) -> bytes:
    """Return a picture that every program can open."""

    def part(name: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    punten = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IDAT", punten) + part(b"IEND", b"")


def picture(rel: str = "beeld", text: str = "Een plaatje", extra: str = "") -> str:
    """Return a run with a picture of 4 by 2 cm."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="720000"/>'
        f'<wp:docPr id="1" name="x" descr="{text}">{extra}</wp:docPr><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def field(command: str, *resultaat: str) -> str:
    """Return a field that stands in one paragraph."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f"<w:instrText>{command}</w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>')
        + "".join(part if part.startswith("<") else run(part) for part in resultaat)
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def numbering_xml() -> str:
    """Return the numberings: 9 of headings, 8 counted, 18 the same from three, 7 with signs."""
    basis = PackageBuilder.numbering()
    place = basis.index("<w:num ")
    return f"{basis[:place]}{_NUMBERS}{basis[place:]}".replace(
        "</w:numbering>", f"{_NUMS}</w:numbering>"
    )


def docx(
    *content: str,
    relationships: Iterable[tuple[str, str, str]] = (),
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a package; `relationships`: (id, kind or address kind, target), extern with an `!`."""
    document = (
        f"{KOP}<w:document {SPACES}><w:body>{''.join(content)}<w:sectPr/></w:body></w:document>"
    )
    lines = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target.lstrip("!")}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if target.startswith('!') else ''}/>"
        for id_, kind, target in (
            ("s", "styles", "styles.xml"),
            ("n", "numbering", "numbering.xml"),
            *relationships,
        )
    )
    styles = PackageBuilder.styles().replace("</w:styles>", f"{_KOPPEN}{_EXTRA}</w:styles>")
    return PackageBuilder.pack(
        {
            **PackageBuilder.parts(document),
            "word/styles.xml": styles,
            "word/numbering.xml": numbering_xml(),
            "word/_rels/document.xml.rels": (
                f'{KOP}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
            ),
            **(parts or {}),
        }
    )


def read(*content: str, **rest) -> Document:
    return read_document(docx(*content, **rest), "proef.docx")


def sketch(content: Iterable[Inhoud]) -> list:
    """Return what was read in a form that is easy to compare: text, and lists of text."""
    return [_sketch(block) for block in content]


def _sketch(block: Inhoud):
    if isinstance(block, Kop):
        return " ".join(filter(None, ("#" * block.level, block.number, platte_regel(block.text))))
    if isinstance(block, Passage):
        return "".join(part.text for part in block.text)
    if isinstance(block, Lijst):
        start = (
            block.telwijze.value if block.start == 1 else f"{block.telwijze.value} {block.start}"
        )
        return [start, *(sketch(punt_.content) for punt_ in block.punten)]
    if isinstance(block, Feiten):
        return {platte_regel(feit.label): platte_regel(feit.value) for feit in block.feiten}
    if isinstance(block, Tabel):
        return tuple(
            tuple(sketch(cel_.content) for cel_ in rij_) for rij_ in (*block.kop, *block.rijen)
        )
    assert isinstance(block, Afbeelding)
    return f"[{block.text}]"


TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
OPEN = "<w:showingPlcHdr/>"
START, SEPARATOR, END = (
    run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)
FEITEN_STYLE = paragraph("Status", run("<w:tab/>"), "concept", style="UvpFeit")


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def notes(kind: str, *pairs: tuple[str, str]) -> str:
    inside = "".join(f'<w:{kind} w:id="{id_}">{content}</w:{kind}>' for id_, content in pairs)
    return f'{KOP}<w:{kind}s xmlns:w="{W}">{inside}</w:{kind}s>'


def reference(kind: str, id_: str) -> str:
    return run(f'<w:{kind}Reference w:id="{id_}"/>')


def link(*inside: str, **attributes: str) -> str:
    """Return a link; what does not begin with a tag is a run of text."""
    names = {"rel": "r:id", "anker": "w:anchor"}
    text = "".join(f' {names[name]}="{value}"' for name, value in attributes.items())
    content = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:hyperlink{text}>{content}</w:hyperlink>"
