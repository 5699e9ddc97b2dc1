"""What the attacks of `aanvallen` are made of."""

from __future__ import annotations

import struct
import zipfile
import zlib

from gelezen import OFFICE, W
from wordbouw import (
    GOED,
    PAKKET,
    alinea,
    delen,
    document,
    docx,
    met_lid,
    veld,
    zip_,
)


def dubbel() -> bytes:
    """Return a file with two main parts of one name, which `zipfile` warns about."""
    goed = met_lid("word/documenx.xml", GOED.encode())
    return goed.replace(b"word/documenx.xml", b"word/document.xml")


def gewijzigd(data: bytes, naam: bytes, plek: int, waarde: bytes) -> bytes:
    """Return a file with bytes changed in what the list of members says about one."""
    begin = data.rindex(naam) - 46
    return data[: begin + plek] + waarde + data[begin + plek + len(waarde) :]


def overlappend() -> bytes:
    """Return a file in which a thousand members are the same bytes (after D. Fifield, 2019)."""
    data = met_lid("word/media/x.bin", zlib.compress(bytes(50_000), 0) * 3)
    einde = data.rindex(b"PK\5\6")
    index = struct.unpack_from("<L", data, einde + 16)[0]
    lijst = data[index:einde]
    laatste = lijst[lijst.rindex(b"PK\1\2") :]
    extra = b"".join(laatste[:46] + b"word/media/" + f"{i:05}".encode() for i in range(1_000))
    slot = bytearray(data[einde:])
    struct.pack_into("<HHLL", slot, 8, 1_004, 1_004, len(lijst) + len(extra), index)
    return data[:einde] + extra + bytes(slot)


def zip64() -> bytes:
    data = docx()
    einde = data.rindex(b"PK\5\6")
    zoeker = struct.pack("<4sLQL", b"PK\6\7", 0, einde, 1)
    return data[:einde] + zoeker + data[einde:]


def crc() -> bytes:
    data = zip_(delen(), zipfile.ZIP_STORED)
    return data.replace(b"Het antwoord.", b"Een antwoord.", 1)


def stijlketen() -> str:
    stijlen = "".join(
        f'<w:style w:styleId="s{i}"><w:name w:val="s{i}"/><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(20_000)
    )
    return f'<w:styles xmlns:w="{W}">{stijlen}</w:styles>'


def diepe_lijst() -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="999999999">'
        '<w:start w:val="1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def punt(ilvl: str = "999999999") -> str:
    ppr = f'<w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return veld(alinea("punt", ppr) * 3)


def velden(diep: int) -> str:
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = teken.format("begin") + teken.format("separate")
    return document(veld(f"<w:p>{begin * diep}{'<w:r><w:t>x</w:t></w:r>' * diep}</w:p>"))


def in_elkaar(begin: str, eind: str, binnen: str) -> str:
    return document(begin * 100 + binnen + eind * 100)


def nest_van_velden() -> str:
    """Return controls of one field inside each other, around a great many words."""
    begin = '<w:sdt><w:sdtPr><w:tag w:val="gemeente"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
    woorden = "<w:r><w:t>woord</w:t></w:r>" * 90_000
    return document(f"<w:p>{begin * 100}{woorden}{'</w:sdtContent></w:sdt>' * 100}</w:p>")


def nest_van_vragen() -> str:
    begin = '<w:sdt><w:sdtPr><w:tag w:val="lokale-ambitie"/></w:sdtPr><w:sdtContent>'
    return in_elkaar(begin, "</w:sdtContent></w:sdt>", alinea("a") * 60_000)


def nest_van_invoegingen() -> str:
    runs = "<w:r><w:t>a</w:t></w:r>" * 90_000
    return document(f"<w:p>{'<w:ins>' * 200}{runs}{'</w:ins>' * 200}</w:p>")


def labels() -> str:
    return document(
        "".join(
            f'<w:p><w:bookmarkStart w:name="uvp_lokale_ambitie"/><w:r><w:t>Lokale ambitie {i}</w:t>'
            "</w:r></w:p>"
            for i in range(46_000)
        )
    )


def doorlopende_velden() -> str:
    stuk = '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>a</w:t></w:r>'
    link = '<w:hyperlink r:id="x"><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr></w:r></w:hyperlink>'
    return document(veld(f"<w:p>{link}{stuk * 38_000}</w:p>"))


def jassen() -> str:
    om_en_om = "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>" * 31_000
    return document(veld(f"<w:p>{om_en_om}</w:p>"))


def tabel_van_een(cel: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{cel}</w:tc></w:tr></w:tbl>"


def tabel() -> str:
    cel = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    return document(veld(f"<w:tbl>{f'<w:tr>{cel * 10}</w:tr>' * 100}</w:tbl>", "acties"))


def keuzes() -> str:
    tekst = "<w:r><w:t>één keer</w:t></w:r>"
    return document(
        veld(
            f"<w:p><mc:AlternateContent><mc:Choice>{tekst}</mc:Choice><mc:Fallback>{tekst}"
            "</mc:Fallback></mc:AlternateContent></w:p>"
        )
    )


def van_buiten() -> bytes:
    doelen = ("attachedTemplate", "image", "hyperlink", "oleObject", "frame")
    relaties = "".join(
        f'<Relationship Id="{naam}" Type="{OFFICE}/{naam}" Target="http://127.0.0.1:9/{naam}"'
        ' TargetMode="External"/>'
        for naam in doelen
    )
    dde = '<w:fldSimple w:instr="DDEAUTO cmd /c calc"><w:r><w:t>uitkomst</w:t></w:r></w:fldSimple>'
    return zip_(
        {
            **delen(document=document(veld(f"<w:p>{dde}</w:p>"))),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PAKKET}/relationships">{relaties}</Relationships>'
            ).encode(),
        }
    )


def kenmerken() -> str:
    kenmerken = " ".join(f'a{i}=""' for i in range(390_000))
    return f"<w:p {kenmerken}/>"


def opmerkingen() -> bytes:
    merken = "".join(
        f'<w:p><w:commentRangeStart w:id="{i}"/><w:r><w:t>x</w:t></w:r></w:p>'
        for i in range(20_000)
    )
    losse = "".join(f'<w:comment w:id="{i}"><w:p/></w:comment>' for i in range(20_000))
    return docx(
        document=document(merken), comments=f'<w:comments xmlns:w="{W}">{losse}</w:comments>'
    )


def veel_opmerkingen() -> bytes:
    lang = "<w:p><w:r><w:t>" + "a" * 6_000_000 + "</w:t></w:r></w:p>"
    losse = f'<w:comment w:id="0">{lang}</w:comment>' + "".join(
        f'<w:comment w:id="{i}">{alinea(f"nummer {i}")}</w:comment>' for i in range(1, 15_000)
    )
    return docx(comments=f'<w:comments xmlns:w="{W}">{losse}</w:comments>')


def op_de_rand() -> str:
    """Return a part with nearly as many elements as are allowed."""
    return document(alinea("a") * 64_000 + veld(alinea("Het antwoord.")))


#: By name: what makes the file, and a word of the sentence that it must be refused with.
