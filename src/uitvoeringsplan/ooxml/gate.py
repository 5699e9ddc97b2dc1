"""The gate for Word files from outside: what must hold before anything in one is read.

The bounds keep the time and the memory small that a file can take, whatever is in it. They lie far
above the largest of 2,000 real files: 48 MB inflated, 2.9 MB for one part. Nothing is unpacked to
disk, fetched or run; a file that does not pass is refused with one sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import (
    REL_EIGEN,
    REL_GLOSSARIUM,
    REL_KOPTEKST,
    REL_NOTEN,
    REL_NUMMERING,
    REL_OPMERKINGEN,
    REL_STIJLEN,
    REL_VOETTEKST,
    TYPES,
)
from uitvoeringsplan.ooxml.package import ingepakt, lees_pakket
from uitvoeringsplan.ooxml.relationships import Relatie, hoofddocument, lees_relaties, relatiedeel
from uitvoeringsplan.ooxml.tree import NOT_UTF8

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket

MAX_GELEZEN = 48 * 2**20  # bytes of the parts that are read, inflated
MAX_ELEMENTEN = 200_000  # in all parts that are read; a plan of a megabyte has 110,000
MAX_KENMERKEN = 400_000  # attributes, idem
MAX_STIJLEN = 5_000  # Word itself stops at 4,079
MAX_LIJSTEN = 20_000
MAX_DELEN = 500  # parts that are read
MAX_TEKEN = 2 * 2**20  # bytes of one tag, with its attributes
_STAP = 2**18
_MAX_HULP = 120_000  # elements in one part that is not the text itself

REL_OPMERKINGEN_EXTRA = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_GELEZEN = frozenset(
    (
        REL_STIJLEN, REL_NUMMERING, REL_KOPTEKST, REL_VOETTEKST, REL_GLOSSARIUM, REL_OPMERKINGEN,
        REL_OPMERKINGEN_EXTRA, *REL_NOTEN,
    )
)  # fmt: skip
_MACROS = ("macroenabled", "vbaproject", "vbadata")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATIE = re.compile(r"\s*<\?xml\b[^>]*\?>")
_CODERINGEN = ("utf-8", "us-ascii")
_DIEP_NIVEAU = re.compile(rb"ilvl\s*=\s*[\"'](?!0*[0-8][\"'])")


class Doorgelaten(NamedTuple):
    """A package that may be read: the name of its main part, and what that part points at."""

    pakket: Pakket
    document: str
    relaties: tuple[Relatie, ...]
    hoofdrelaties: tuple[Relatie, ...]  # of the package itself

    def delen(self, *soorten: str) -> list[str]:
        """Return the names of the parts of these kinds, each once."""
        gevonden = (
            relatie.doel
            for relatie in (*self.relaties, *self.hoofdrelaties)
            if relatie.soort in soorten and not relatie.extern
        )
        return [naam for naam in dict.fromkeys(gevonden) if naam in self.pakket.leden]


def laat_binnen(data: bytes, pad: str) -> Doorgelaten:
    """Return the package when it may be read; raises SjabloonError.

    Its parts that are read are well formed, in UTF-8, without a DTD, and within the bounds.
    """
    return check_package(lees_pakket(data, pad))


def check_package(pakket: Pakket) -> Doorgelaten:
    """Return a package when it may be read, as `laat_binnen` does."""
    keuring = _Keuring(pakket)
    keuring.deel(TYPES)
    _weiger_macros(pakket, pakket.inhoud(TYPES))
    wortel = relatiedeel("")
    if wortel in pakket.leden:
        keuring.deel(wortel)
    document = hoofddocument(keuring.pakket)
    hoofdrelaties = tuple(lees_relaties(keuring.pakket, ""))
    verband = relatiedeel(document)
    if verband in pakket.leden:
        keuring.deel(verband)
    relaties = tuple(lees_relaties(keuring.pakket, document))
    binnen = Doorgelaten(keuring.pakket, document, relaties, hoofdrelaties)
    keuring.deel(document, is_tekst=True)
    for naam in binnen.delen(*_GELEZEN, REL_EIGEN):
        keuring.deel(naam)
        eigen = relatiedeel(naam)
        if eigen in pakket.leden:
            keuring.deel(eigen)
    return binnen._replace(pakket=keuring.pakket)


class _Keuring:
    """Inspects part after part; `pakket` has those in another encoding as UTF-8."""

    def __init__(self, pakket: Pakket) -> None:
        self.pakket = pakket
        self._gekeurd: set[str] = set()
        self._bytes = self._elementen = self._kenmerken = 0
        # To Word a name in capitals is the same name, so one of the two would be read by chance.
        self._keren = Counter(naam.casefold() for naam in pakket.leden)

    def deel(self, naam: str, *, is_tekst: bool = False) -> None:
        if naam in self._gekeurd:
            return
        self._gekeurd.add(naam)
        if len(self._gekeurd) > MAX_DELEN:
            raise self._mis(f"dit bestand heeft meer dan {MAX_DELEN} onderdelen met tekst.")
        if self._keren[naam.casefold()] > 1:
            raise self._mis(f"het onderdeel {naam} staat er twee keer in.")
        data = self.pakket.inhoud(naam)
        self._bytes += len(data)
        if self._bytes > MAX_GELEZEN:
            raise self._mis(f"de tekst is uitgepakt groter dan {MAX_GELEZEN // 2**20} MB.")
        if data[:2] in _UTF16:
            data = self._als_utf8(data, naam)
        elif b"\0" in data[:2]:  # the same without a mark, which a parser would still take
            raise self._mis(f"het onderdeel {naam} {NOT_UTF8}")
        self._tel(data, naam, is_tekst=is_tekst)
        _Toets(naam, self.pakket.pad).lees(data)

    def _tel(self, data: bytes, naam: str, *, is_tekst: bool) -> None:
        # Every element has a `<` and every attribute a `=`, and counting bytes builds nothing.
        elementen = data.count(b"<") - data.count(b"</")
        self._elementen += elementen
        self._kenmerken += data.count(b"=")
        te_veel = elementen > _MAX_HULP and not is_tekst
        if te_veel or self._elementen > MAX_ELEMENTEN or self._kenmerken > MAX_KENMERKEN:
            raise self._mis("dit bestand heeft te veel onderdelen om te lezen.")
        if data.count(b"styleId") > MAX_STIJLEN:
            raise self._mis(f"het onderdeel {naam} heeft meer dan {MAX_STIJLEN} stijlen.")
        if is_tekst:
            return
        if data.count(b"numId") > MAX_LIJSTEN:
            raise self._mis(f"het onderdeel {naam} heeft meer dan {MAX_LIJSTEN} lijsten.")
        if _DIEP_NIVEAU.search(data):
            raise self._mis(f"het onderdeel {naam} heeft een lijst met meer dan negen niveaus.")

    def _als_utf8(self, data: bytes, naam: str) -> bytes:
        try:
            tekst = data.decode("utf-16")
            kop = _DECLARATIE.match(tekst)  # at the beginning only: a search would try every place
            utf8 = tekst[kop.end() if kop else 0 :].encode()
        except UnicodeError:
            raise self._mis(f"het onderdeel {naam} is beschadigd.") from None
        leden = {**self.pakket.leden, naam: ingepakt(naam, utf8)}
        self.pakket = self.pakket._replace(leden=leden)
        return utf8

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self.pakket.pad, melding)


class _Toets:
    """Follows expat through a part once, only to see whether it may be read."""

    def __init__(self, naam: str, pad: str) -> None:
        self._naam, self._pad = naam, pad

    def lees(self, data: bytes) -> None:
        tas = expat.ParserCreate()
        tas.XmlDeclHandler = self._kop
        tas.StartDoctypeDeclHandler = self._dtd
        try:
            for begin in range(0, len(data), _STAP):
                tas.Parse(data[begin : begin + _STAP])
                # How far the parser lags behind is how long the tag is that it waits for.
                if begin - tas.CurrentByteIndex > MAX_TEKEN:
                    raise self._mis("heeft een element dat te groot is om te lezen.")
            tas.Parse(b"", True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise self._mis(
                f"is geen geldige XML (regel {fout.lineno}). Open het bestand in het programma"
                " waarmee het is opgeslagen, neem bijgehouden wijzigingen aan en sla het op."
            ) from None

    def _kop(self, _versie: str, codering: str | None, _los: int) -> None:
        if codering and codering.lower() not in _CODERINGEN:
            raise self._mis(NOT_UTF8)

    def _dtd(self, *_: object) -> None:
        raise self._mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._naam} {melding}")


def _weiger_macros(pakket: Pakket, types: bytes) -> None:
    sporen = (types.decode("utf-8", "replace"), *pakket.leden)
    if any(macro in spoor.lower() for spoor in sporen for macro in _MACROS):
        raise SjabloonError(
            pakket.pad,
            "in dit bestand zitten macro's. Zo'n bestand wordt niet gelezen. Sla het in Word op als"
            " Word-document (*.docx).",
        )
