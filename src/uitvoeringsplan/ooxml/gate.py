"""The gate for Word files from outside: what must hold before anything in one is read.

The bounds keep the time and the memory small that a file can take, whatever is in it. They lie far
above the largest of 2,000 real files: 48 MB inflated, 2.9 MB for one part. Nothing is unpacked to
disk, fetched or run; a file that does not pass is refused with one sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    REL_COMMENTS,
    REL_CUSTOM,
    REL_FOOTER,
    REL_GLOSSARY,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_STYLES,
    TYPES,
)
from uitvoeringsplan.ooxml.package import deflated, load_package
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    load_relationships,
    main_part,
    relationships_part,
)
from uitvoeringsplan.ooxml.tree import NOT_UTF8

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package

MAX_READ = 48 * 2**20  # bytes of the parts that are read, inflated
MAX_ELEMENTS = 200_000  # in all parts that are read; a plan of a megabyte has 110,000
MAX_ATTRIBUTES = 400_000  # attributes, idem
MAX_STYLES = 5_000  # Word itself stops at 4,079
MAX_LISTS = 20_000
MAX_PARTS = 500  # parts that are read
MAX_TAG = 2 * 2**20  # bytes of one tag, with its attributes
_STEP = 2**18
_MAX_AUXILIARY = 120_000  # elements in one part that is not the text itself

REL_OPMERKINGEN_EXTRA = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_READ = frozenset(
    (
        REL_STYLES, REL_NUMBERING, REL_HEADER, REL_FOOTER, REL_GLOSSARY, REL_COMMENTS,
        REL_OPMERKINGEN_EXTRA, *REL_NOTES,
    )
)  # fmt: skip
_MACROS = ("macroenabled", "vbaproject", "vbadata")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENCODINGS = ("utf-8", "us-ascii")
_DEEP_LEVEL = re.compile(rb"ilvl\s*=\s*[\"'](?!0*[0-8][\"'])")


class LetIn(NamedTuple):
    """A package that may be read: the name of its main part, and what that part points at."""

    pakket: Package
    document: str
    relaties: tuple[Relationship, ...]
    hoofdrelaties: tuple[Relationship, ...]  # of the package itself

    def delen(self, *soorten: str) -> list[str]:
        """Return the names of the parts of these kinds, each once."""
        gevonden = (
            relatie.doel
            for relatie in (*self.relaties, *self.hoofdrelaties)
            if relatie.soort in soorten and not relatie.extern
        )
        return [naam for naam in dict.fromkeys(gevonden) if naam in self.pakket.leden]


def let_in(data: bytes, pad: str) -> LetIn:
    """Return the package when it may be read; raises SjabloonError.

    Its parts that are read are well formed, in UTF-8, without a DTD, and within the bounds.
    """
    return check_package(load_package(data, pad))


def check_package(pakket: Package) -> LetIn:
    """Return a package when it may be read, as `let_in` does."""
    keuring = _Inspection(pakket)
    keuring.deel(TYPES)
    _refuse_macros(pakket, pakket.inhoud(TYPES))
    wortel = relationships_part("")
    if wortel in pakket.leden:
        keuring.deel(wortel)
    document = main_part(keuring.pakket)
    hoofdrelaties = tuple(load_relationships(keuring.pakket, ""))
    verband = relationships_part(document)
    if verband in pakket.leden:
        keuring.deel(verband)
    relaties = tuple(load_relationships(keuring.pakket, document))
    binnen = LetIn(keuring.pakket, document, relaties, hoofdrelaties)
    keuring.deel(document, is_tekst=True)
    for naam in binnen.delen(*_READ, REL_CUSTOM):
        keuring.deel(naam)
        eigen = relationships_part(naam)
        if eigen in pakket.leden:
            keuring.deel(eigen)
    return binnen._replace(pakket=keuring.pakket)


class _Inspection:
    """Inspects part after part; `pakket` has those in another encoding as UTF-8."""

    def __init__(self, pakket: Package) -> None:
        self.pakket = pakket
        self._gekeurd: set[str] = set()
        self._bytes = self._elementen = self._kenmerken = 0
        # To Word a name in capitals is the same name, so one of the two would be read by chance.
        self._keren = Counter(naam.casefold() for naam in pakket.leden)

    def deel(self, naam: str, *, is_tekst: bool = False) -> None:
        if naam in self._gekeurd:
            return
        self._gekeurd.add(naam)
        if len(self._gekeurd) > MAX_PARTS:
            raise self._mis(f"dit bestand heeft meer dan {MAX_PARTS} onderdelen met tekst.")
        if self._keren[naam.casefold()] > 1:
            raise self._mis(f"het onderdeel {naam} staat er twee keer in.")
        data = self.pakket.inhoud(naam)
        self._bytes += len(data)
        if self._bytes > MAX_READ:
            raise self._mis(f"de tekst is uitgepakt groter dan {MAX_READ // 2**20} MB.")
        if data[:2] in _UTF16:
            data = self._als_utf8(data, naam)
        elif b"\0" in data[:2]:  # the same without a mark, which a parser would still take
            raise self._mis(f"het onderdeel {naam} {NOT_UTF8}")
        self._tel(data, naam, is_tekst=is_tekst)
        _WellFormed(naam, self.pakket.pad).lees(data)

    def _tel(self, data: bytes, naam: str, *, is_tekst: bool) -> None:
        # Every element has a `<` and every attribute a `=`, and counting bytes builds nothing.
        elementen = data.count(b"<") - data.count(b"</")
        self._elementen += elementen
        self._kenmerken += data.count(b"=")
        te_veel = elementen > _MAX_AUXILIARY and not is_tekst
        if te_veel or self._elementen > MAX_ELEMENTS or self._kenmerken > MAX_ATTRIBUTES:
            raise self._mis("dit bestand heeft te veel onderdelen om te lezen.")
        if data.count(b"styleId") > MAX_STYLES:
            raise self._mis(f"het onderdeel {naam} heeft meer dan {MAX_STYLES} stijlen.")
        if is_tekst:
            return
        if data.count(b"numId") > MAX_LISTS:
            raise self._mis(f"het onderdeel {naam} heeft meer dan {MAX_LISTS} lijsten.")
        if _DEEP_LEVEL.search(data):
            raise self._mis(f"het onderdeel {naam} heeft een lijst met meer dan negen niveaus.")

    def _als_utf8(self, data: bytes, naam: str) -> bytes:
        try:
            tekst = data.decode("utf-16")
            kop = _DECLARATION.match(tekst)  # at the beginning only: a search would try every place
            utf8 = tekst[kop.end() if kop else 0 :].encode()
        except UnicodeError:
            raise self._mis(f"het onderdeel {naam} is beschadigd.") from None
        leden = {**self.pakket.leden, naam: deflated(naam, utf8)}
        self.pakket = self.pakket._replace(leden=leden)
        return utf8

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self.pakket.pad, melding)


class _WellFormed:
    """Follows expat through a part once, only to see whether it may be read."""

    def __init__(self, naam: str, pad: str) -> None:
        self._naam, self._pad = naam, pad

    def lees(self, data: bytes) -> None:
        tas = expat.ParserCreate()
        tas.XmlDeclHandler = self._kop
        tas.StartDoctypeDeclHandler = self._dtd
        try:
            for begin in range(0, len(data), _STEP):
                tas.Parse(data[begin : begin + _STEP])
                # How far the parser lags behind is how long the tag is that it waits for.
                if begin - tas.CurrentByteIndex > MAX_TAG:
                    raise self._mis("heeft een element dat te groot is om te lezen.")
            tas.Parse(b"", True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise self._mis(
                f"is geen geldige XML (regel {fout.lineno}). Open het bestand in het programma"
                " waarmee het is opgeslagen, neem bijgehouden wijzigingen aan en sla het op."
            ) from None

    def _kop(self, _versie: str, codering: str | None, _los: int) -> None:
        if codering and codering.lower() not in _ENCODINGS:
            raise self._mis(NOT_UTF8)

    def _dtd(self, *_: object) -> None:
        raise self._mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._naam} {melding}")


def _refuse_macros(pakket: Package, types: bytes) -> None:
    sporen = (types.decode("utf-8", "replace"), *pakket.leden)
    if any(macro in spoor.lower() for spoor in sporen for macro in _MACROS):
        raise SjabloonError(
            pakket.pad,
            "in dit bestand zitten macro's. Zo'n bestand wordt niet gelezen. Sla het in Word op als"
            " Word-document (*.docx).",
        )
