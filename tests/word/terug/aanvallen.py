"""Files that somebody made to hurt whoever reads them, by what they try."""

# ruff: noqa: E501 - XML that is cut in the middle reads worse

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from gelezen import OFFICE, W

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAKKET = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STRIKT = "http://purl.oclc.org/ooxml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KOP = '<?xml version="1.0" encoding="UTF-8"?>'
EIGEN = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
)
ENTITEIT = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
GELACH = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {n} "{f"&{v};" * 10}">' for v, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
#: What a reader may call what it read; every other file must be refused with one of these words.
GELEZEN = ""


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


def _dubbel() -> bytes:
    """Return a file with two main parts of one name, which `zipfile` warns about."""
    goed = met_lid("word/documenx.xml", GOED.encode())
    return goed.replace(b"word/documenx.xml", b"word/document.xml")


def _gewijzigd(data: bytes, naam: bytes, plek: int, waarde: bytes) -> bytes:
    """Return a file with bytes changed in what the list of members says about one."""
    begin = data.rindex(naam) - 46
    return data[: begin + plek] + waarde + data[begin + plek + len(waarde) :]


def _overlappend() -> bytes:
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


def _zip64() -> bytes:
    data = docx()
    einde = data.rindex(b"PK\5\6")
    zoeker = struct.pack("<4sLQL", b"PK\6\7", 0, einde, 1)
    return data[:einde] + zoeker + data[einde:]


def _crc() -> bytes:
    data = zip_(delen(), zipfile.ZIP_STORED)
    return data.replace(b"Het antwoord.", b"Een antwoord.", 1)


def _stijlketen() -> str:
    stijlen = "".join(
        f'<w:style w:styleId="s{i}"><w:name w:val="s{i}"/><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(20_000)
    )
    return f'<w:styles xmlns:w="{W}">{stijlen}</w:styles>'


def _diepe_lijst() -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="999999999">'
        '<w:start w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
        "</w:num></w:numbering>"
    )


def _punt(ilvl: str = "999999999") -> str:
    ppr = f'<w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return veld(alinea("punt", ppr) * 3)


def _velden(diep: int) -> str:
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = teken.format("begin") + teken.format("separate")
    return document(veld(f"<w:p>{begin * diep}{'<w:r><w:t>x</w:t></w:r>' * diep}</w:p>"))


def _in_elkaar(begin: str, eind: str, binnen: str) -> str:
    return document(begin * 100 + binnen + eind * 100)


def _nest_van_velden() -> str:
    """Return controls of one field inside each other, around a great many words."""
    begin = '<w:sdt><w:sdtPr><w:tag w:val="gemeente"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
    woorden = "<w:r><w:t>woord</w:t></w:r>" * 100_000
    return document(f"<w:p>{begin * 100}{woorden}{'</w:sdtContent></w:sdt>' * 100}</w:p>")


def _nest_van_vragen() -> str:
    begin = '<w:sdt><w:sdtPr><w:tag w:val="lokale-ambitie"/></w:sdtPr><w:sdtContent>'
    return _in_elkaar(begin, "</w:sdtContent></w:sdt>", alinea("a") * 100_000)


def _nest_van_invoegingen() -> str:
    runs = "<w:r><w:t>a</w:t></w:r>" * 100_000
    return document(f"<w:p>{'<w:ins>' * 200}{runs}{'</w:ins>' * 200}</w:p>")


def _labels() -> str:
    return document(
        "".join(
            f'<w:p><w:bookmarkStart w:name="uvp_lokale_ambitie"/><w:r><w:t>Lokale ambitie {i}</w:t>'
            "</w:r></w:p>"
            for i in range(60_000)
        )
    )


def _doorlopende_velden() -> str:
    stuk = '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>a</w:t></w:r>'
    link = '<w:hyperlink r:id="x"><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr></w:r></w:hyperlink>'
    return document(veld(f"<w:p>{link}{stuk * 100_000}</w:p>"))


def _jassen() -> str:
    om_en_om = "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>" * 50_000
    return document(veld(f"<w:p>{om_en_om}</w:p>"))


def _tabel() -> str:
    cel = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    return document(veld(f"<w:tbl>{f'<w:tr>{cel * 10}</w:tr>' * 100}</w:tbl>", "acties"))


def _keuzes() -> str:
    tekst = "<w:r><w:t>één keer</w:t></w:r>"
    return document(
        veld(
            f"<w:p><mc:AlternateContent><mc:Choice>{tekst}</mc:Choice><mc:Fallback>{tekst}"
            "</mc:Fallback></mc:AlternateContent></w:p>"
        )
    )


def _van_buiten() -> bytes:
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


def _kenmerken() -> str:
    kenmerken = " ".join(f'a{i}=""' for i in range(900_000))
    return f"<w:p {kenmerken}/>"


def _opmerkingen() -> bytes:
    merken = "".join(
        f'<w:p><w:commentRangeStart w:id="{i}"/><w:r><w:t>x</w:t></w:r></w:p>'
        for i in range(20_000)
    )
    losse = "".join(f'<w:comment w:id="{i}"><w:p/></w:comment>' for i in range(20_000))
    return docx(
        document=document(merken), comments=f'<w:comments xmlns:w="{W}">{losse}</w:comments>'
    )


def _veel_opmerkingen() -> bytes:
    lang = "<w:p><w:r><w:t>" + "a" * 6_000_000 + "</w:t></w:r></w:p>"
    losse = f'<w:comment w:id="0">{lang}</w:comment>' + "".join(
        f'<w:comment w:id="{i}">{alinea(f"nummer {i}")}</w:comment>' for i in range(1, 15_000)
    )
    return docx(comments=f'<w:comments xmlns:w="{W}">{losse}</w:comments>')


def _op_de_rand() -> str:
    """Return a part with nearly as many elements as are allowed."""
    return document(alinea("a") * 120_000 + veld(alinea("Het antwoord.")))


#: By name: what makes the file, and a word of the sentence that it must be refused with.
AANVALLEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "geen zip": (lambda: b"Beste collega, hierbij de tekst.", "geen Word-bestand"),
    "leeg bestand": (lambda: b"", "geen Word-bestand"),
    "half bestand": (lambda: docx()[:-200], "geen Word-bestand"),
    "te groot bestand": (lambda: bytes(26 * 2**20), "groter dan 25 MB"),
    "oud Word of wachtwoord": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord"),
    "versleuteld lid": (
        lambda: _gewijzigd(docx(), b"word/document.xml", 8, b"\1\0"), "wachtwoord",
    ),
    "bom van alinea's": (
        lambda: docx(document=document("<w:p/>" * 4_000_000)), "groter dan 16 MB",
    ),
    "te veel elementen": (lambda: docx(document=document("<w:p/>" * 510_000)), "te veel"),
    "bijna te veel elementen": (lambda: docx(document=_op_de_rand()), GELEZEN),
    "groot plaatje": (
        lambda: _gewijzigd(
            met_lid("word/media/x.png"), b"word/media/x.png", 24, struct.pack("<L", 2**30)
        ),
        "groter dan 300 MB",
    ),
    "gelogen maat": (
        lambda: _gewijzigd(
            docx(document=document(" " * 40_000_000)), b"word/document.xml", 24, b"\x10\0\0\0"
        ),
        "groter dan 16 MB",
    ),
    "overlappende leden": (_overlappend, "beschadigd"),
    "te veel leden": (
        lambda: zip_({**delen(), **{f"x/{i}": b"" for i in range(3_001)}}), "onderdelen",
    ),
    "entiteit van buiten": (lambda: docx(document=document("", KOP + ENTITEIT)), "DTD"),
    "miljard keer lachen": (lambda: docx(document=document("&i;", KOP + GELACH)), "DTD"),
    "dtd in de stijlen": (
        lambda: docx(styles=f'{ENTITEIT}<w:styles xmlns:w="{W}"/>'), "DTD",
    ),
    "dtd in de eigenschappen": (lambda: docx(eigen=f"{ENTITEIT}{EIGEN}</Properties>"), "DTD"),
    "dtd in utf-16": (
        lambda: docx(document=document("", ENTITEIT).encode("utf-16")), "DTD",
    ),
    "utf-16": (
        lambda: docx(document=GOED.replace("UTF-8", "UTF-16").encode("utf-16")), GELEZEN,
    ),
    "utf-16 zonder merk": (
        lambda: docx(document=GOED.replace(KOP, "").encode("utf-16-le")), "UTF-8",
    ),
    "andere codering": (
        lambda: docx(document=GOED.replace("UTF-8", "windows-1252").encode("cp1252")), "UTF-8",
    ),
    "halve utf-16": (lambda: docx(document=b"\xff\xfe\0\xd8\0"), "beschadigd"),
    "weg naar boven": (lambda: met_lid("../../.bashrc"), "verdachte naam"),
    "weg vanaf de wortel": (lambda: met_lid("/etc/passwd"), "verdachte naam"),
    "weg in Windows": (lambda: met_lid("C:\\Windows\\x"), "verdachte naam"),
    "naam met stuurteken": (lambda: met_lid("word/\x1b[31m.xml"), "verdachte naam"),
    "dubbel hoofddeel": (_dubbel, "twee keer"),
    "dubbel in hoofdletters": (lambda: met_lid("Word/DOCUMENT.xml", GOED.encode()), "twee keer"),
    "macro": (lambda: met_lid("word/vbaProject.bin"), "macro"),
    "soort met macro's": (
        lambda: docx(types=f'<Types xmlns="{PAKKET}/content-types"><Default Extension="xml"'
                     ' ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'),
        "macro",
    ),
    "andere inpakwijze": (lambda: zip_(delen(), zipfile.ZIP_BZIP2), "ongewone manier"),
    "zip64": (_zip64, "zip64"),
    "verkeerde crc": (_crc, "beschadigd"),
    "zonder soorten": (lambda: docx(types=None), "ontbreekt"),
    "zonder relaties": (lambda: docx(rels=None), "hoofdonderdeel"),
    "zonder hoofddeel": (lambda: docx(document=None), "hoofdonderdeel"),
    "strikt": (
        lambda: docx(document=document("", ruimte=f"{STRIKT}/wordprocessingml/main")), "strikte vorm",
    ),
    "strikt verband": (
        lambda: docx(rels=f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="a" Type='
                     f'"{STRIKT}/officeDocument/relationships/officeDocument" Target='
                     '"word/document.xml"/></Relationships>'),
        "strikte vorm",
    ),
    "geen Word": (lambda: docx(document='<workbook xmlns="x"/>'), "geen tekst"),
    "geen tekst": (lambda: docx(document=f'<w:document xmlns:w="{W}"/>'), "geen tekst"),
    "kapotte XML": (lambda: docx(document="<w:document"), "geen geldige XML"),
    "heel diep": (
        lambda: docx(document=document("<w:sdt><w:sdtContent>" * 9_000)), "geldige XML",
    ),
    "diep en heel": (
        lambda: docx(document=document("<x>" * 9_000 + "</x>" * 9_000)), "te diep",
    ),
    "heel veel kenmerken": (
        lambda: docx(document=document(_kenmerken())),
        "te groot",
    ),
    "keten van stijlen": (lambda: docx(styles=_stijlketen()), "stijlen"),
    "lijst van een miljard diep": (
        lambda: docx(document=document(_punt()), numbering=_diepe_lijst()), "negen niveaus",
    ),
    "velden in velden": (lambda: docx(document=_velden(2_000)), "te diep genest"),
    "heel veel velden in velden": (lambda: docx(document=_velden(50_000)), GELEZEN),
    "nest van velden": (lambda: docx(document=_nest_van_velden()), GELEZEN),
    "nest van vragen": (lambda: docx(document=_nest_van_vragen()), GELEZEN),
    "nest van invoegingen": (lambda: docx(document=_nest_van_invoegingen()), GELEZEN),
    "veel bladwijzers": (lambda: docx(document=_labels()), GELEZEN),
    "link zonder eind": (lambda: docx(document=_doorlopende_velden()), GELEZEN),
    "om en om vet": (lambda: docx(document=_jassen()), GELEZEN),
    "lang antwoord": (
        lambda: docx(document=document(veld(alinea("a") * 100_000))), GELEZEN,
    ),
    "lang woord": (lambda: docx(document=document(veld(alinea("a" * 10_000_000)))), GELEZEN),
    "brede tabel": (lambda: docx(document=_tabel()), GELEZEN),
    "dubbele tekst": (lambda: docx(document=_keuzes()), GELEZEN),
    "van buiten": (_van_buiten, GELEZEN),
    "veel dubbele velden": (
        lambda: docx(document=document(veld(alinea("a")) * 30_000)), GELEZEN,
    ),
    "veel opmerkingen": (_opmerkingen, GELEZEN),
    "heel veel opmerkingen": (_veel_opmerkingen, GELEZEN),
    "lang gegeven": (
        lambda: docx(document=document(veld(alinea("a" * 10_000_000), "gemeente"))), GELEZEN,
    ),
    "lange cel": (
        lambda: docx(
            document=document(
                veld(f"<w:tbl><w:tr><w:tc>{alinea('a' * 9_000_000)}</w:tc></w:tr></w:tbl>", "acties")
            )
        ),
        GELEZEN,
    ),
    "eigenschappen zonder eind": (
        lambda: docx(eigen=EIGEN + '<property name="a"/>' * 100_000 + "</Properties>"), GELEZEN,
    ),
}  # fmt: skip
