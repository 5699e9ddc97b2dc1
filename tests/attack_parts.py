"""What the files of `attacks` are made of."""

from __future__ import annotations

import struct
import zipfile

from docx_builder import GOOD, PACKAGE, document, docx, paragraph, parts, veld, with_member, zip_
from independent_reader import OFFICE, W


def double() -> bytes:
    """Return a file with two main parts of one name, which `zipfile` warns about."""
    good = with_member("word/documenx.xml", GOOD.encode())
    return good.replace(b"word/documenx.xml", b"word/document.xml")


def changed(data: bytes, name: bytes, place: int, value: bytes) -> bytes:
    """Return a file with bytes changed in what the list of members says about one."""
    start = data.rindex(name) - 46
    return data[: start + place] + value + data[start + place + len(value) :]


def overlappend() -> bytes:
    """Return a file in which two members are the same bytes; they hold nothing but letters."""
    letters = bytes(range(65, 91)) * 40
    data = zip_({**parts(), "word/media/x.bin": letters}, zipfile.ZIP_STORED)
    end = data.rindex(b"PK\5\6")
    count, size, index = struct.unpack_from("<HLL", data, end + 10)
    lijst = data[index:end]
    last = lijst[lijst.rindex(b"PK\1\2") :].replace(b"x.bin", b"y.bin")
    slot = bytearray(data[end:])
    struct.pack_into("<HHLL", slot, 8, count + 1, count + 1, size + len(last), index)
    return data[:end] + last + bytes(slot)


def zip64() -> bytes:
    data = docx()
    end = data.rindex(b"PK\5\6")
    zoeker = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    return data[:end] + zoeker + data[end:]


def crc() -> bytes:
    data = zip_(parts(), zipfile.ZIP_STORED)
    return data.replace(b"Het antwoord.", b"Een antwoord.", 1)


def styles(count: int) -> str:
    style = '<w:style w:styleId="s{}"/>'
    return f'<w:styles xmlns:w="{W}">{"".join(map(style.format, range(count)))}</w:styles>'


def diepe_lijst() -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="9">'
        '<w:start w:val="1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def punt(ilvl: str = "9") -> str:
    ppr = f'<w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return veld(paragraph("punt", ppr))


def together(size: int) -> bytes:
    """Return a file whose parts take this many bytes together, all of them parts that are read."""
    over = size - sum(map(len, parts(document=document("")).values()))
    return docx(document=document(" " * over))


def kop_en_footer(count: int) -> bytes:
    """Return a file of which this many parts are read."""
    fixed = (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    )
    koppen = {f"word/kop{i}.xml": b"<a/>" for i in range(count - len(fixed))}
    rels = "".join(
        f'<Relationship Id="r{i}" Target="kop{i}.xml" Type="{OFFICE}/header"/>'
        for i in range(len(koppen))
    )
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{rels}</Relationships>'
    return zip_({**parts(), **koppen, "word/_rels/document.xml.rels": rels.encode()})


def keuzes() -> str:
    text = "<w:r><w:t>één keer</w:t></w:r>"
    return document(
        veld(
            f"<w:p><mc:AlternateContent><mc:Choice>{text}</mc:Choice><mc:Fallback>{text}"
            "</mc:Fallback></mc:AlternateContent></w:p>"
        )
    )


def start_outside() -> bytes:
    """Return a file that points at others; following one would break the ban on the network."""
    targets = ("attachedTemplate", "image", "hyperlink", "oleObject", "frame")
    relationships = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="https://ergens.invalid/{name}"'
        ' TargetMode="External"/>'
        for name in targets
    )
    words = "<w:r><w:t>uitkomst</w:t></w:r>"
    invoegen = f'<w:fldSimple w:instr="INCLUDETEXT elders.docx">{words}</w:fldSimple>'
    return zip_(
        {
            **parts(document=document(veld(f"<w:p>{invoegen}</w:p>"))),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PACKAGE}/relationships">{relationships}</Relationships>'
            ).encode(),
        }
    )
