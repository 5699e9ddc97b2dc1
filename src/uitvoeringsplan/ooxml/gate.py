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

    package: Package
    document: str
    relationships: tuple[Relationship, ...]
    main_relationships: tuple[Relationship, ...]  # of the package itself

    def parts(self, *kinds: str) -> list[str]:
        """Return the names of the parts of these kinds, each once."""
        found = (
            relationship.target
            for relationship in (*self.relationships, *self.main_relationships)
            if relationship.kind in kinds and not relationship.extern
        )
        return [name for name in dict.fromkeys(found) if name in self.package.members]


def let_in(data: bytes, path: str) -> LetIn:
    """Return the package when it may be read; raises SjabloonError.

    Its parts that are read are well formed, in UTF-8, without a DTD, and within the bounds.
    """
    return check_package(load_package(data, path))


def check_package(package: Package) -> LetIn:
    """Return a package when it may be read, as `let_in` does."""
    keuring = _Inspection(package)
    keuring.part(TYPES)
    _refuse_macros(package, package.content(TYPES))
    root = relationships_part("")
    if root in package.members:
        keuring.part(root)
    document = main_part(keuring.package)
    main_relationships = tuple(load_relationships(keuring.package, ""))
    connection = relationships_part(document)
    if connection in package.members:
        keuring.part(connection)
    relationships = tuple(load_relationships(keuring.package, document))
    inside = LetIn(keuring.package, document, relationships, main_relationships)
    keuring.part(document, is_text=True)
    for name in inside.parts(*_READ, REL_CUSTOM):
        keuring.part(name)
        own = relationships_part(name)
        if own in package.members:
            keuring.part(own)
    return inside._replace(package=keuring.package)


class _Inspection:
    """Inspects part after part; `package` has those in another encoding as UTF-8."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._inspected: set[str] = set()
        self._bytes = self._elements = self._attributes = 0
        # To Word a name in capitals is the same name, so one of the two would be read by chance.
        self._times = Counter(name.casefold() for name in package.members)

    def part(self, name: str, *, is_text: bool = False) -> None:
        if name in self._inspected:
            return
        self._inspected.add(name)
        if len(self._inspected) > MAX_PARTS:
            raise self._wrong(f"dit bestand heeft meer dan {MAX_PARTS} onderdelen met tekst.")
        if self._times[name.casefold()] > 1:
            raise self._wrong(f"het onderdeel {name} staat er twee keer in.")
        data = self.package.content(name)
        self._bytes += len(data)
        if self._bytes > MAX_READ:
            raise self._wrong(f"de tekst is uitgepakt groter dan {MAX_READ // 2**20} MB.")
        if data[:2] in _UTF16:
            data = self._als_utf8(data, name)
        elif b"\0" in data[:2]:  # the same without a mark, which a parser would still take
            raise self._wrong(f"het onderdeel {name} {NOT_UTF8}")
        self._tel(data, name, is_text=is_text)
        _WellFormed(name, self.package.path).read(data)

    def _tel(self, data: bytes, name: str, *, is_text: bool) -> None:
        # Every element has a `<` and every attribute a `=`, and counting bytes builds nothing.
        elements = data.count(b"<") - data.count(b"</")
        self._elements += elements
        self._attributes += data.count(b"=")
        too_many = elements > _MAX_AUXILIARY and not is_text
        if too_many or self._elements > MAX_ELEMENTS or self._attributes > MAX_ATTRIBUTES:
            raise self._wrong("dit bestand heeft te veel onderdelen om te lezen.")
        if data.count(b"styleId") > MAX_STYLES:
            raise self._wrong(f"het onderdeel {name} heeft meer dan {MAX_STYLES} stijlen.")
        if is_text:
            return
        if data.count(b"numId") > MAX_LISTS:
            raise self._wrong(f"het onderdeel {name} heeft meer dan {MAX_LISTS} lijsten.")
        if _DEEP_LEVEL.search(data):
            raise self._wrong(f"het onderdeel {name} heeft een lijst met meer dan negen niveaus.")

    def _als_utf8(self, data: bytes, name: str) -> bytes:
        try:
            text = data.decode("utf-16")
            kop = _DECLARATION.match(text)  # at the beginning only: a search would try every place
            utf8 = text[kop.end() if kop else 0 :].encode()
        except UnicodeError:
            raise self._wrong(f"het onderdeel {name} is beschadigd.") from None
        members = {**self.package.members, name: deflated(name, utf8)}
        self.package = self.package._replace(members=members)
        return utf8

    def _wrong(self, message: str) -> SjabloonError:
        return SjabloonError(self.package.path, message)


class _WellFormed:
    """Follows expat through a part once, only to see whether it may be read."""

    def __init__(self, name: str, path: str) -> None:
        self._name, self._path = name, path

    def read(self, data: bytes) -> None:
        bag = expat.ParserCreate()
        bag.XmlDeclHandler = self._kop
        bag.StartDoctypeDeclHandler = self._dtd
        try:
            for start in range(0, len(data), _STEP):
                bag.Parse(data[start : start + _STEP])
                # How far the parser lags behind is how long the tag is that it waits for.
                if start - bag.CurrentByteIndex > MAX_TAG:
                    raise self._wrong("heeft een element dat te groot is om te lezen.")
            bag.Parse(b"", True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as error:
            raise self._wrong(
                f"is geen geldige XML (regel {error.lineno}). Open het bestand in het programma"
                " waarmee het is opgeslagen, neem bijgehouden wijzigingen aan en sla het op."
            ) from None

    def _kop(self, _versie: str, encoding: str | None, _los: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise self._wrong(NOT_UTF8)

    def _dtd(self, *_: object) -> None:
        raise self._wrong("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    def _wrong(self, message: str) -> SjabloonError:
        return SjabloonError(self._path, f"het onderdeel {self._name} {message}")


def _refuse_macros(package: Package, types: bytes) -> None:
    sporen = (types.decode("utf-8", "replace"), *package.members)
    if any(macro in spoor.lower() for spoor in sporen for macro in _MACROS):
        raise SjabloonError(
            package.path,
            "in dit bestand zitten macro's. Zo'n bestand wordt niet gelezen. Sla het in Word op als"
            " Word-document (*.docx).",
        )
