"""Files that somebody made to hurt whoever reads them, by what they try."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

from aanvalsstukken import (
    crc,
    diepe_lijst,
    doorlopende_velden,
    dubbel,
    gewijzigd,
    jassen,
    kenmerken,
    keuzes,
    labels,
    nest_van_invoegingen,
    nest_van_velden,
    nest_van_vragen,
    op_de_rand,
    opmerkingen,
    overlappend,
    punt,
    stijlketen,
    tabel,
    tabel_van_een,
    van_buiten,
    veel_opmerkingen,
    velden,
    zip64,
)
from gelezen import W
from wordbouw import (
    EIGEN,
    ENTITEIT,
    GELACH,
    GOED,
    KOP,
    PAKKET,
    STRIKT,
    alinea,
    delen,
    document,
    docx,
    met_lid,
    veld,
    zip_,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MET_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
#: What a reader may call what it read; every other file must be refused with one of these words.
GELEZEN = ""

AANVALLEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "geen zip": (lambda: b"Beste collega, hierbij de tekst.", "geen Word-bestand"),
    "leeg bestand": (lambda: b"", "geen Word-bestand"),
    "half bestand": (lambda: docx()[:-200], "geen Word-bestand"),
    "te groot bestand": (lambda: bytes(26 * 2**20), "groter dan 25 MB"),
    "oud Word of wachtwoord": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord"),
    "versleuteld lid": (
        lambda: gewijzigd(docx(), b"word/document.xml", 8, b"\1\0"), "wachtwoord",
    ),
    "bom van alinea's": (
        lambda: docx(document=document("<w:p/>" * 4_000_000)), "groter dan 16 MB",
    ),
    "te veel elementen": (lambda: docx(document=document("<w:p/>" * 210_000)), "te veel"),
    "bijna te veel elementen": (lambda: docx(document=op_de_rand()), GELEZEN),
    "groot plaatje": (
        lambda: gewijzigd(
            met_lid("word/media/x.png"), b"word/media/x.png", 24, struct.pack("<L", 2**30)
        ),
        "groter dan 300 MB",
    ),
    "gelogen maat": (
        lambda: gewijzigd(
            docx(document=document(" " * 40_000_000)), b"word/document.xml", 24, b"\x10\0\0\0"
        ),
        "groter dan 16 MB",
    ),
    "overlappende leden": (overlappend, "beschadigd"),
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
    "dubbel hoofddeel": (dubbel, "twee keer"),
    "dubbel in hoofdletters": (lambda: met_lid("Word/DOCUMENT.xml", GOED.encode()), "twee keer"),
    "macro": (lambda: met_lid("word/vbaProject.bin"), "macro"),
    "soort met macro's": (
        lambda: docx(types=f'<Types xmlns="{PAKKET}/content-types"><Default Extension="xml"'
                     f' ContentType="{MET_MACROS}"/></Types>'),
        "macro",
    ),
    "andere inpakwijze": (lambda: zip_(delen(), zipfile.ZIP_BZIP2), "ongewone manier"),
    "zip64": (zip64, "zip64"),
    "verkeerde crc": (crc, "beschadigd"),
    "zonder soorten": (lambda: docx(types=None), "ontbreekt"),
    "zonder relaties": (lambda: docx(rels=None), "hoofdonderdeel"),
    "zonder hoofddeel": (lambda: docx(document=None), "hoofdonderdeel"),
    "strikt": (
        lambda: docx(document=document("", ruimte=f"{STRIKT}/wordprocessingml/main")),
        "strikte vorm",
    ),
    "strikt verband": (
        lambda: docx(rels=f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="a"'
                     f' Type="{STRIKT}/officeDocument/relationships/officeDocument"'
                     ' Target="word/document.xml"/></Relationships>'),
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
        lambda: docx(document=document(kenmerken())),
        "te groot",
    ),
    "keten van stijlen": (lambda: docx(styles=stijlketen()), "stijlen"),
    "lijst van een miljard diep": (
        lambda: docx(document=document(punt()), numbering=diepe_lijst()), "negen niveaus",
    ),
    "velden in velden": (lambda: docx(document=velden(2_000)), "te diep genest"),
    "heel veel velden in velden": (lambda: docx(document=velden(20_000)), GELEZEN),
    "nest van velden": (lambda: docx(document=nest_van_velden()), GELEZEN),
    "nest van vragen": (lambda: docx(document=nest_van_vragen()), GELEZEN),
    "nest van invoegingen": (lambda: docx(document=nest_van_invoegingen()), GELEZEN),
    "veel bladwijzers": (lambda: docx(document=labels()), GELEZEN),
    "link zonder eind": (lambda: docx(document=doorlopende_velden()), GELEZEN),
    "om en om vet": (lambda: docx(document=jassen()), GELEZEN),
    "lang antwoord": (
        lambda: docx(document=document(veld(alinea("a") * 62_000))), GELEZEN,
    ),
    "lang woord": (lambda: docx(document=document(veld(alinea("a" * 10_000_000)))), GELEZEN),
    "brede tabel": (lambda: docx(document=tabel()), GELEZEN),
    "dubbele tekst": (lambda: docx(document=keuzes()), GELEZEN),
    "van buiten": (van_buiten, GELEZEN),
    "veel dubbele velden": (
        lambda: docx(document=document(veld(alinea("a")) * 26_000)), GELEZEN,
    ),
    "veel opmerkingen": (opmerkingen, GELEZEN),
    "heel veel opmerkingen": (veel_opmerkingen, GELEZEN),
    "lang gegeven": (
        lambda: docx(document=document(veld(alinea("a" * 10_000_000), "gemeente"))), GELEZEN,
    ),
    "lange cel": (
        lambda: docx(document=document(veld(tabel_van_een(alinea("a" * 9_000_000)), "acties"))),
        GELEZEN,
    ),
    "eigenschappen zonder eind": (
        lambda: docx(eigen=EIGEN + '<property name="a"/>' * 100_000 + "</Properties>"), GELEZEN,
    ),
}  # fmt: skip
