"""Files that must be refused, each the smallest that is: nothing in them can harm who reads them.

What a bound is for is tried with the bound lowered and a file just past it (`BOUNDS`). An entity
is declared and never used, and no name leads out of the file.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, NamedTuple

from attack_parts import (
    changed,
    crc,
    diepe_lijst,
    double,
    kop_en_footer,
    overlappend,
    punt,
    styles,
    together,
    zip64,
)
from docx_builder import (
    ENTITEIT,
    ENTITEIT_START_OUTSIDE,
    GOOD,
    KOP,
    OWN,
    PACKAGE,
    STRIKT,
    document,
    docx,
    parts,
    with_member,
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
        lambda: changed(docx(), b"word/document.xml", 8, b"\1\0"), "wachtwoord",
    ),
    "overlappende leden": (overlappend, "beschadigd"),
    "entiteit van buiten": (
        lambda: docx(document=document("", KOP + ENTITEIT_START_OUTSIDE)), "DTD",
    ),
    "entiteit": (lambda: docx(document=document("", KOP + ENTITEIT)), "DTD"),
    "dtd in de stijlen": (lambda: docx(styles=f'{ENTITEIT}<w:styles xmlns:w="{W}"/>'), "DTD"),
    "dtd in de eigenschappen": (lambda: docx(eigen=f"{ENTITEIT}{OWN}</Properties>"), "DTD"),
    "dtd in utf-16": (lambda: docx(document=document("", ENTITEIT).encode("utf-16")), "DTD"),
    "utf-16 zonder merk": (
        lambda: docx(document=GOOD.replace(KOP, "").encode("utf-16-le")), "UTF-8",
    ),
    "andere codering": (
        lambda: docx(document=GOOD.replace("UTF-8", "windows-1252").encode("cp1252")), "UTF-8",
    ),
    "halve utf-16": (lambda: docx(document=b"\xff\xfe\0\xd8\0"), "beschadigd"),
    "weg naar boven": (lambda: with_member("word/../x.xml"), "verdachte naam"),
    "weg vanaf de wortel": (lambda: with_member("/x.xml"), "verdachte naam"),
    "weg in Windows": (lambda: with_member("word\\x.xml"), "verdachte naam"),
    "schijf in Windows": (lambda: with_member("word:x.xml"), "verdachte naam"),
    "naam met stuurteken": (lambda: with_member("word/\x01.xml"), "verdachte naam"),
    "dubbel hoofddeel": (double, "twee keer"),
    "dubbel in hoofdletters": (lambda: with_member("Word/DOCUMENT.xml", GOOD.encode()),
    "twee keer"),
    "macro": (lambda: with_member("word/vbaProject.bin"), "macro"),
    "soort met macro's": (
        lambda: docx(types=f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
                     f' ContentType="{MET_MACROS}"/></Types>'),
        "macro",
    ),
    "andere inpakwijze": (lambda: zip_(parts(), zipfile.ZIP_BZIP2), "ongewone manier"),
    "zip64": (zip64, "zip64"),
    "verkeerde crc": (crc, "beschadigd"),
    "zonder soorten": (lambda: docx(types=None), "ontbreekt"),
    "zonder relaties": (lambda: docx(rels=None), "hoofdonderdeel"),
    "zonder hoofddeel": (lambda: docx(document=None), "hoofdonderdeel"),
    "strikt verband": (
        lambda: docx(rels=f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a"'
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
INSIDE: dict[str, tuple[Callable[[], bytes], str]] = {
    "strikt": (
        lambda: docx(document=document("", space=f"{STRIKT}/wordprocessingml/main")),
        "strikte vorm",
    ),
    "geen Word": (lambda: docx(document='<workbook xmlns="x"/>'), "geen tekst"),
    "geen tekst": (lambda: docx(document=f'<w:document xmlns:w="{W}"/>'), "geen tekst"),
}  # fmt: skip


class Grens(NamedTuple):
    """A bound, lowered to `layer`; `make(layer)` just fits, one more does not and gets `word`."""

    module: ModuleType
    name: str
    layer: int
    make: Callable[[int], bytes]
    word: str


def _member_start(size: int) -> bytes:
    """Return a file whose main part has this size."""
    bare = len(document("").encode())
    return docx(document=document(" " * (size - bare)))


def _gelogen(size: int) -> bytes:
    """Return the same, with another size in the list of members than it has."""
    return changed(_member_start(size), b"word/document.xml", 24, b"\x10\0\0\0")


def _file_start(size: int) -> bytes:
    """Return a file of this size: all that is over stands in its comment."""
    data = docx()
    over = size - len(data)
    return data[:-2] + over.to_bytes(2, "little") + b" " * over


def _elements(count: int) -> bytes:
    """Return a file whose parts together have this many elements."""
    members = parts(document=document(""))
    names = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
    al = sum(
        members[n].count(b"<") - members[n].count(b"</") for n in (*names, "word/document.xml")
    )
    return docx(document=document("<w:p/>" * (count - al)))


def _attributes(count: int) -> bytes:
    members = parts(document=document(""))
    al = sum(data.count(b"=") for data in members.values())
    return docx(document=document("<w:p " + " ".join(f'a{i}=""' for i in range(count - al)) + "/>"))


def _members(count: int) -> bytes:
    return zip_({**parts(), **{f"x/{i}": b"" for i in range(count - len(parts()))}})


def _sign(size: int) -> bytes:
    lang = size > 1_000
    return docx(document=document(f'<w:p a="{"x" * (5_000 if lang else 100)}"/>'))


BOUNDS = (
    Grens(package, "MAX_PACKAGE", 5_000, _file_start, "groter dan"),
    Grens(package, "MAX_PART", 2_000, _member_start, "uitgepakt groter dan"),
    Grens(package, "MAX_PART", 2_000, _gelogen, "uitgepakt groter dan"),
    Grens(package, "MAX_MEMBERS", 8, _members, "meer dan 8 onderdelen"),
    Grens(package, "MAX_INFLATED", 4_000, together, "uitgepakt groter dan"),
    Grens(gate, "MAX_READ", 4_000, together, "uitgepakt groter dan"),
    Grens(gate, "MAX_ELEMENTS", 40, _elements, "te veel onderdelen"),
    Grens(gate, "MAX_ATTRIBUTES", 60, _attributes, "te veel onderdelen"),
    Grens(gate, "MAX_STYLES", 5, lambda n: docx(styles=styles(n)), "meer dan 5 stijlen"),
    Grens(gate, "_MAX_AUXILIARY", 20, lambda n: docx(styles=styles(n - 1)), "te veel onderdelen"),
    Grens(
        gate, "MAX_LISTS", 5,
        lambda n: docx(
            numbering=f'<w:numbering xmlns:w="{W}">' + '<w:num w:numId="1"/>' * n + "</w:numbering>"
        ),
        "meer dan 5 lijsten",
    ),
    Grens(gate, "MAX_PARTS", 9, kop_en_footer, "meer dan 9 onderdelen"),
    # The parser takes steps, and how far it lags is only seen between two: far past, then.
    Grens(gate, "MAX_TAG", 1_000, _sign, "te groot is om te lezen"),
)  # fmt: skip
