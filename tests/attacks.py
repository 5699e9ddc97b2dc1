"""Files that must be refused, each the smallest that is: nothing in them can harm who reads them.

What a bound is for is tried with the bound lowered and a file just past it (`GRENZEN`). An entity
is declared and never used, and no name leads out of the file.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, NamedTuple

from attack_parts import (
    crc,
    diepe_lijst,
    dubbel,
    gewijzigd,
    kop_en_voet,
    overlappend,
    punt,
    samen,
    stijlen,
    zip64,
)
from docx_builder import (
    EIGEN,
    ENTITEIT,
    ENTITEIT_VAN_BUITEN,
    GOED,
    KOP,
    PAKKET,
    STRIKT,
    delen,
    document,
    docx,
    met_lid,
    zip_,
)
from independent_reader import W
from uitvoeringsplan.ooxml import gate, package

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

MET_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

#: Refused by the gate. By name: what makes the file, and a word of the sentence that it gets.
AAN_DE_POORT: dict[str, tuple[Callable[[], bytes], str]] = {
    "geen zip": (lambda: b"Beste collega, hierbij de tekst.", "geen Word-bestand"),
    "leeg bestand": (lambda: b"", "geen Word-bestand"),
    "half bestand": (lambda: docx()[:-200], "geen Word-bestand"),
    "oud Word of wachtwoord": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord"),
    "versleuteld lid": (
        lambda: gewijzigd(docx(), b"word/document.xml", 8, b"\1\0"), "wachtwoord",
    ),
    "overlappende leden": (overlappend, "beschadigd"),
    "entiteit van buiten": (
        lambda: docx(document=document("", KOP + ENTITEIT_VAN_BUITEN)), "DTD",
    ),
    "entiteit": (lambda: docx(document=document("", KOP + ENTITEIT)), "DTD"),
    "dtd in de stijlen": (lambda: docx(styles=f'{ENTITEIT}<w:styles xmlns:w="{W}"/>'), "DTD"),
    "dtd in de eigenschappen": (lambda: docx(eigen=f"{ENTITEIT}{EIGEN}</Properties>"), "DTD"),
    "dtd in utf-16": (lambda: docx(document=document("", ENTITEIT).encode("utf-16")), "DTD"),
    "utf-16 zonder merk": (
        lambda: docx(document=GOED.replace(KOP, "").encode("utf-16-le")), "UTF-8",
    ),
    "andere codering": (
        lambda: docx(document=GOED.replace("UTF-8", "windows-1252").encode("cp1252")), "UTF-8",
    ),
    "halve utf-16": (lambda: docx(document=b"\xff\xfe\0\xd8\0"), "beschadigd"),
    "weg naar boven": (lambda: met_lid("word/../x.xml"), "verdachte naam"),
    "weg vanaf de wortel": (lambda: met_lid("/x.xml"), "verdachte naam"),
    "weg in Windows": (lambda: met_lid("word\\x.xml"), "verdachte naam"),
    "schijf in Windows": (lambda: met_lid("word:x.xml"), "verdachte naam"),
    "naam met stuurteken": (lambda: met_lid("word/\x01.xml"), "verdachte naam"),
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
    "strikt verband": (
        lambda: docx(rels=f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="a"'
                     f' Type="{STRIKT}/officeDocument/relationships/officeDocument"'
                     ' Target="word/document.xml"/></Relationships>'),
        "strikte vorm",
    ),
    "kapotte XML": (lambda: docx(document="<w:document"), "geen geldige XML"),
    "lijst van tien diep": (
        lambda: docx(document=document(punt()), numbering=diepe_lijst()), "negen niveaus",
    ),
}  # fmt: skip
#: Let in by the gate, and refused when it is read.
BINNEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "strikt": (
        lambda: docx(document=document("", ruimte=f"{STRIKT}/wordprocessingml/main")),
        "strikte vorm",
    ),
    "geen Word": (lambda: docx(document='<workbook xmlns="x"/>'), "geen tekst"),
    "geen tekst": (lambda: docx(document=f'<w:document xmlns:w="{W}"/>'), "geen tekst"),
}  # fmt: skip


class Grens(NamedTuple):
    """A bound, lowered to `laag`; `maak(laag)` just fits, one more does not and gets `woord`."""

    module: ModuleType
    naam: str
    laag: int
    maak: Callable[[int], bytes]
    woord: str


def _lid_van(maat: int) -> bytes:
    """Return a file whose main part has this size."""
    kaal = len(document("").encode())
    return docx(document=document(" " * (maat - kaal)))


def _gelogen(maat: int) -> bytes:
    """Return the same, with another size in the list of members than it has."""
    return gewijzigd(_lid_van(maat), b"word/document.xml", 24, b"\x10\0\0\0")


def _bestand_van(maat: int) -> bytes:
    """Return a file of this size: all that is over stands in its comment."""
    data = docx()
    over = maat - len(data)
    return data[:-2] + over.to_bytes(2, "little") + b" " * over


def _elementen(aantal: int) -> bytes:
    """Return a file whose parts together have this many elements."""
    leden = delen(document=document(""))
    namen = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
    al = sum(leden[n].count(b"<") - leden[n].count(b"</") for n in (*namen, "word/document.xml"))
    return docx(document=document("<w:p/>" * (aantal - al)))


def _kenmerken(aantal: int) -> bytes:
    leden = delen(document=document(""))
    al = sum(data.count(b"=") for data in leden.values())
    return docx(
        document=document("<w:p " + " ".join(f'a{i}=""' for i in range(aantal - al)) + "/>")
    )


def _leden(aantal: int) -> bytes:
    return zip_({**delen(), **{f"x/{i}": b"" for i in range(aantal - len(delen()))}})


def _teken(maat: int) -> bytes:
    lang = maat > 1_000
    return docx(document=document(f'<w:p a="{"x" * (5_000 if lang else 100)}"/>'))


GRENZEN = (
    Grens(package, "MAX_PACKAGE", 5_000, _bestand_van, "groter dan"),
    Grens(package, "MAX_PART", 2_000, _lid_van, "uitgepakt groter dan"),
    Grens(package, "MAX_PART", 2_000, _gelogen, "uitgepakt groter dan"),
    Grens(package, "MAX_MEMBERS", 8, _leden, "meer dan 8 onderdelen"),
    Grens(package, "MAX_INFLATED", 4_000, samen, "uitgepakt groter dan"),
    Grens(gate, "MAX_READ", 4_000, samen, "uitgepakt groter dan"),
    Grens(gate, "MAX_ELEMENTS", 40, _elementen, "te veel onderdelen"),
    Grens(gate, "MAX_ATTRIBUTES", 60, _kenmerken, "te veel onderdelen"),
    Grens(gate, "MAX_STYLES", 5, lambda n: docx(styles=stijlen(n)), "meer dan 5 stijlen"),
    Grens(gate, "_MAX_AUXILIARY", 20, lambda n: docx(styles=stijlen(n - 1)), "te veel onderdelen"),
    Grens(
        gate, "MAX_LISTS", 5,
        lambda n: docx(
            numbering=f'<w:numbering xmlns:w="{W}">' + '<w:num w:numId="1"/>' * n + "</w:numbering>"
        ),
        "meer dan 5 lijsten",
    ),
    Grens(gate, "MAX_PARTS", 9, kop_en_voet, "meer dan 9 onderdelen"),
    # The parser takes steps, and how far it lags is only seen between two: far past, then.
    Grens(gate, "MAX_TAG", 1_000, _teken, "te groot is om te lezen"),
)  # fmt: skip
