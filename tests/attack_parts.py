"""What the files of `attacks` are made of."""

from __future__ import annotations

import struct
import zipfile

from docx_builder import GOED, PAKKET, alinea, delen, document, docx, met_lid, veld, zip_
from independent_reader import OFFICE, W


def dubbel() -> bytes:
    """Return a file with two main parts of one name, which `zipfile` warns about."""
    goed = met_lid("word/documenx.xml", GOED.encode())
    return goed.replace(b"word/documenx.xml", b"word/document.xml")


def gewijzigd(data: bytes, naam: bytes, plek: int, waarde: bytes) -> bytes:
    """Return a file with bytes changed in what the list of members says about one."""
    begin = data.rindex(naam) - 46
    return data[: begin + plek] + waarde + data[begin + plek + len(waarde) :]


def overlappend() -> bytes:
    """Return a file in which two members are the same bytes; they hold nothing but letters."""
    letters = bytes(range(65, 91)) * 40
    data = zip_({**delen(), "word/media/x.bin": letters}, zipfile.ZIP_STORED)
    einde = data.rindex(b"PK\5\6")
    aantal, maat, index = struct.unpack_from("<HLL", data, einde + 10)
    lijst = data[index:einde]
    laatste = lijst[lijst.rindex(b"PK\1\2") :].replace(b"x.bin", b"y.bin")
    slot = bytearray(data[einde:])
    struct.pack_into("<HHLL", slot, 8, aantal + 1, aantal + 1, maat + len(laatste), index)
    return data[:einde] + laatste + bytes(slot)


def zip64() -> bytes:
    data = docx()
    einde = data.rindex(b"PK\5\6")
    zoeker = struct.pack("<4sLQL", b"PK\6\7", 0, einde, 1)
    return data[:einde] + zoeker + data[einde:]


def crc() -> bytes:
    data = zip_(delen(), zipfile.ZIP_STORED)
    return data.replace(b"Het antwoord.", b"Een antwoord.", 1)


def stijlen(aantal: int) -> str:
    stijl = '<w:style w:styleId="s{}"/>'
    return f'<w:styles xmlns:w="{W}">{"".join(map(stijl.format, range(aantal)))}</w:styles>'


def diepe_lijst() -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="9">'
        '<w:start w:val="1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def punt(ilvl: str = "9") -> str:
    ppr = f'<w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return veld(alinea("punt", ppr))


def samen(maat: int) -> bytes:
    """Return a file whose parts take this many bytes together, all of them parts that are read."""
    over = maat - sum(map(len, delen(document=document("")).values()))
    return docx(document=document(" " * over))


def kop_en_voet(aantal: int) -> bytes:
    """Return a file of which this many parts are read."""
    vast = (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    )
    koppen = {f"word/kop{i}.xml": b"<a/>" for i in range(aantal - len(vast))}
    rels = "".join(
        f'<Relationship Id="r{i}" Target="kop{i}.xml" Type="{OFFICE}/header"/>'
        for i in range(len(koppen))
    )
    rels = f'<Relationships xmlns="{PAKKET}/relationships">{rels}</Relationships>'
    return zip_({**delen(), **koppen, "word/_rels/document.xml.rels": rels.encode()})


def keuzes() -> str:
    tekst = "<w:r><w:t>één keer</w:t></w:r>"
    return document(
        veld(
            f"<w:p><mc:AlternateContent><mc:Choice>{tekst}</mc:Choice><mc:Fallback>{tekst}"
            "</mc:Fallback></mc:AlternateContent></w:p>"
        )
    )


def van_buiten() -> bytes:
    """Return a file that points at others; following one would break the ban on the network."""
    doelen = ("attachedTemplate", "image", "hyperlink", "oleObject", "frame")
    relaties = "".join(
        f'<Relationship Id="{naam}" Type="{OFFICE}/{naam}" Target="https://ergens.invalid/{naam}"'
        ' TargetMode="External"/>'
        for naam in doelen
    )
    woorden = "<w:r><w:t>uitkomst</w:t></w:r>"
    invoegen = f'<w:fldSimple w:instr="INCLUDETEXT elders.docx">{woorden}</w:fldSimple>'
    return zip_(
        {
            **delen(document=document(veld(f"<w:p>{invoegen}</w:p>"))),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PAKKET}/relationships">{relaties}</Relationships>'
            ).encode(),
        }
    )
