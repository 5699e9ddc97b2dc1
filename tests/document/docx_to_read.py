"""Small Word files to read: paragraphs, tables and pictures in a few characters."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from independent_reader import OFFICE, W
from package_builder import KOP, PAKKET, PackageBuilder
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

RUIMTEN = (
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
_ALINEA = {
    "Titel": "Title", "Ondertitel": "Subtitle", "Citaat": "Quote", "Bijschrift": "caption",
    "UvpFeit": "Uvp Feit", "Inhoudskop": "TOC Heading",
}  # fmt: skip
_EXTRA = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{naam}"/></w:style>'
    for id_, naam in _ALINEA.items()
) + (
    '<w:style w:type="paragraph" w:styleId="Vraag"><w:name w:val="Vraag"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/>'
    "</w:rPr></w:style>"
)
_NUMMERS = (
    '<w:abstractNum w:abstractNumId="9">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{tekst}"/></w:lvl>'
        for i, tekst in enumerate(("%1", "%1.%2", "%1.%2.%3"))
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>'
        f'<w:lvlText w:val="%{i + 1}."/></w:lvl>'
        for i, vorm in enumerate(("decimal", "lowerLetter"))
    )
    + "</w:abstractNum>"
)
_NUMS = "".join(
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="{van}"/>{eigen}</w:num>'
    for n, van, eigen in (
        (9, 9, ""),
        (8, 8, ""),
        (18, 8, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
    )
)


def stuk(binnen: str, rpr: str = "") -> str:
    """Return a run; what does not begin with a tag is text."""
    inhoud = binnen if binnen.startswith("<") else f'<w:t xml:space="preserve">{binnen}</w:t>'
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' * bool(rpr)}{inhoud}</w:r>"


def alinea(*binnen: str, stijl: str = "", ppr: str = "") -> str:
    """Return a paragraph; what does not begin with a tag is a run of text."""
    op = f'<w:pStyle w:val="{stijl}"/>' * bool(stijl)
    inhoud = "".join(deel if deel.startswith("<") else stuk(deel) for deel in binnen)
    return f"<w:p>{f'<w:pPr>{op}{ppr}</w:pPr>' * bool(op or ppr)}{inhoud}</w:p>"


def nummer(num_id: int, ilvl: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def punt(tekst: str, num_id: int = 7, ilvl: int = 0) -> str:
    return alinea(tekst, ppr=nummer(num_id, ilvl))


def kop(tekst: str, niveau: int = 1) -> str:
    return alinea(tekst, stijl=f"Kop{niveau}")


def besturing(*inhoud: str, eigen: str = "") -> str:
    return (
        f"<w:sdt><w:sdtPr>{eigen}</w:sdtPr><w:sdtContent>{''.join(inhoud)}</w:sdtContent></w:sdt>"
    )


def rij(*cellen: str, eigen: str = "") -> str:
    """Return a row; what does not begin with a cell is the content of one."""
    binnen = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else cel(c) for c in cellen)
    return f"<w:tr>{f'<w:trPr>{eigen}</w:trPr>' * bool(eigen)}{binnen}</w:tr>"


def cel(inhoud: str, eigen: str = "") -> str:
    binnen = inhoud if inhoud.startswith("<") else alinea(inhoud)
    return f"<w:tc>{f'<w:tcPr>{eigen}</w:tcPr>' * bool(eigen)}{binnen}</w:tc>"


def tabel(*rijen: str, eigen: str = "", maten: Iterable[int] = ()) -> str:
    rooster = "".join(f'<w:gridCol w:w="{maat}"/>' for maat in maten)
    return (
        f"<w:tbl><w:tblPr>{eigen}</w:tblPr><w:tblGrid>{rooster}</w:tblGrid>{''.join(rijen)}</w:tbl>"
    )


KOPRIJ = "<w:tblHeader/>"


def png(breed: int = 2, hoog: int = 1) -> bytes:
    """Return a picture that every program can open."""

    def deel(naam: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(naam + data))
        return struct.pack(">I", len(data)) + naam + data + crc

    maat = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    punten = zlib.compress(b"".join(b"\0" + b"\x80" * breed for _ in range(hoog)))
    return b"\x89PNG\r\n\x1a\n" + deel(b"IHDR", maat) + deel(b"IDAT", punten) + deel(b"IEND", b"")


def beeld(rel: str = "beeld", tekst: str = "Een plaatje", extra: str = "") -> str:
    """Return a run with a picture of 4 by 2 cm."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="720000"/>'
        f'<wp:docPr id="1" name="x" descr="{tekst}">{extra}</wp:docPr><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def veld(opdracht: str, *resultaat: str) -> str:
    """Return a field that stands in one paragraph."""
    return (
        stuk('<w:fldChar w:fldCharType="begin"/>')
        + stuk(f"<w:instrText>{opdracht}</w:instrText>")
        + stuk('<w:fldChar w:fldCharType="separate"/>')
        + "".join(deel if deel.startswith("<") else stuk(deel) for deel in resultaat)
        + stuk('<w:fldChar w:fldCharType="end"/>')
    )


def nummering_xml() -> str:
    """Return the numberings: 9 of headings, 8 counted, 18 the same from three, 7 with signs."""
    basis = PackageBuilder.nummering()
    plek = basis.index("<w:num ")
    return f"{basis[:plek]}{_NUMMERS}{basis[plek:]}".replace(
        "</w:numbering>", f"{_NUMS}</w:numbering>"
    )


def docx(
    *inhoud: str,
    relaties: Iterable[tuple[str, str, str]] = (),
    delen: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a package; `relaties` are (id, kind or address kind, target), extern with an `!`."""
    document = (
        f"{KOP}<w:document {RUIMTEN}><w:body>{''.join(inhoud)}<w:sectPr/></w:body></w:document>"
    )
    regels = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{soort}" Target="{doel.lstrip("!")}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if doel.startswith('!') else ''}/>"
        for id_, soort, doel in (
            ("s", "styles", "styles.xml"),
            ("n", "numbering", "numbering.xml"),
            *relaties,
        )
    )
    stijlen = PackageBuilder.stijlen().replace("</w:styles>", f"{_KOPPEN}{_EXTRA}</w:styles>")
    return PackageBuilder.pak_in(
        {
            **PackageBuilder.delen(document),
            "word/styles.xml": stijlen,
            "word/numbering.xml": nummering_xml(),
            "word/_rels/document.xml.rels": (
                f'{KOP}<Relationships xmlns="{PAKKET}/relationships">{regels}</Relationships>'
            ),
            **(delen or {}),
        }
    )


def lees(*inhoud: str, **rest) -> Document:
    return read_document(docx(*inhoud, **rest), "proef.docx")


def schets(inhoud: Iterable[Inhoud]) -> list:
    """Return what was read in a form that is easy to compare: text, and lists of text."""
    return [_schets(blok) for blok in inhoud]


def _schets(blok: Inhoud):
    if isinstance(blok, Kop):
        return " ".join(filter(None, ("#" * blok.niveau, blok.nummer, platte_regel(blok.tekst))))
    if isinstance(blok, Passage):
        return "".join(deel.tekst for deel in blok.tekst)
    if isinstance(blok, Lijst):
        begin = blok.telwijze.value if blok.begin == 1 else f"{blok.telwijze.value} {blok.begin}"
        return [begin, *(schets(punt_.inhoud) for punt_ in blok.punten)]
    if isinstance(blok, Feiten):
        return {platte_regel(feit.label): platte_regel(feit.waarde) for feit in blok.feiten}
    if isinstance(blok, Tabel):
        return tuple(
            tuple(schets(cel_.inhoud) for cel_ in rij_) for rij_ in (*blok.kop, *blok.rijen)
        )
    assert isinstance(blok, Afbeelding)
    return f"[{blok.tekst}]"


TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
OPEN = "<w:showingPlcHdr/>"
BEGIN, SCHEIDING, EINDE = (
    stuk(f'<w:fldChar w:fldCharType="{soort}"/>') for soort in ("begin", "separate", "end")
)
FEITEN_STIJL = alinea("Status", stuk("<w:tab/>"), "concept", stijl="UvpFeit")


def bladwijzer(naam: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{naam}"/><w:bookmarkEnd w:id="1"/>'


def noten(soort: str, *paren: tuple[str, str]) -> str:
    binnen = "".join(f'<w:{soort} w:id="{id_}">{inhoud}</w:{soort}>' for id_, inhoud in paren)
    return f'{KOP}<w:{soort}s xmlns:w="{W}">{binnen}</w:{soort}s>'


def verwijzing(soort: str, id_: str) -> str:
    return stuk(f'<w:{soort}Reference w:id="{id_}"/>')


def link(*binnen: str, **kenmerken: str) -> str:
    """Return a link; what does not begin with a tag is a run of text."""
    namen = {"rel": "r:id", "anker": "w:anchor"}
    tekst = "".join(f' {namen[naam]}="{waarde}"' for naam, waarde in kenmerken.items())
    inhoud = "".join(deel if deel.startswith("<") else stuk(deel) for deel in binnen)
    return f"<w:hyperlink{tekst}>{inhoud}</w:hyperlink>"
