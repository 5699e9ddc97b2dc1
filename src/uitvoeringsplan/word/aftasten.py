"""Finding places in the XML of a part without changing a byte of it.

Filling a template splices new bytes between untouched ones, which is several times faster than
building a tree and keeps everything that we do not know. The places come from a real XML parser
(expat, with byte offsets), so prefixes, nesting and odd white space are no problem. A DTD is
refused: it is what XML bombs and look-ups of outside files are made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.xmlnamen import W_STRIKT

if TYPE_CHECKING:
    from collections.abc import Callable

_OPENING = re.compile(rb"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
MAX_DIEPTE = 256
STRIKT = (
    "staat in de strikte vorm van Open XML. Kies in Word bij Opslaan als het gewone Word-document"
    " (*.docx)."
)
GEEN_UTF8 = "is niet als UTF-8 opgeslagen."
# Offsets in the bytes are offsets in the text only where a sign of the markup is one byte.
_CODERINGEN = ("utf-8", "us-ascii")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Element:
    """An element that was asked for, with its places in the bytes of the part.

    `begin` and `einde` enclose the whole element, `binnen` and `slot` what stands between its
    tags (equal for an empty element).
    """

    naam: str  # "<namespace> <local name>", as expat gives it
    attributen: dict[str, str]
    begin: int
    binnen: int
    ouder: Element | None
    slot: int = 0
    einde: int = 0
    kinderen: list[Element] = field(default_factory=list)

    def kind(self, naam: str) -> Element | None:
        """Return the first direct child with this name."""
        return next((kind for kind in self.kinderen if kind.naam == naam), None)

    def alle(self, naam: str) -> list[Element]:
        """Return all descendants with this name, in document order."""
        uit: list[Element] = []
        for kind in self.kinderen:
            if kind.naam == naam:
                uit.append(kind)
            uit += kind.alle(naam)
        return uit


class Afdruk(NamedTuple):
    """The root of a scanned part, and the prefixes that it declares."""

    data: bytes
    wortel: Element
    prefixen: dict[str, str]  # namespace to prefix, as the root declares them

    def bytes(self, element: Element) -> bytes:
        """Return the element as it stands."""
        return self.data[element.begin : element.einde]


def tast_af(
    data: bytes, wat: str, pad: str, *, bewaar: Callable[[str], bool] | None = None
) -> Afdruk:
    """Return the elements of a part with their places; raises SjabloonError.

    `wat` names the part in messages. `bewaar` tells by name which elements to keep; the children
    of one that is left out hang under the nearest one that is kept.
    """
    return _Aftaster(data, wat, pad, bewaar or (lambda _: True)).afdruk()


class _Aftaster:
    """Follows expat through one part, and notes where the elements begin and end."""

    def __init__(self, data: bytes, wat: str, pad: str, bewaar: Callable[[str], bool]) -> None:
        self._data, self._wat, self._pad, self._bewaar = data, wat, pad, bewaar
        self._tas = expat.ParserCreate(namespace_separator=" ")
        self._prefixen: dict[str, str] = {}
        self._wortels: list[Element] = []
        self._stapel: list[Element | None] = []  # None stands for an element that is not kept

    def afdruk(self) -> Afdruk:
        if self._data[:2] in _UTF16:
            raise self._mis(GEEN_UTF8)
        self._tas.XmlDeclHandler = self._kop
        self._tas.StartElementHandler = self._begin
        self._tas.EndElementHandler = self._einde
        self._tas.StartDoctypeDeclHandler = self._dtd
        self._tas.StartNamespaceDeclHandler = self._namespace
        try:
            self._tas.Parse(self._data, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise self._mis(f"is geen geldige XML (regel {fout.lineno}).") from None
        return Afdruk(self._data, self._wortels[0], self._prefixen)

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._wat} {melding}")

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        if len(self._stapel) >= MAX_DIEPTE:
            raise self._mis("is te diep genest.")
        if not self._stapel and naam.startswith(W_STRIKT):
            raise self._mis(STRIKT)
        if self._stapel and not self._bewaar(naam):
            self._stapel.append(None)
            return
        plek = self._tas.CurrentByteIndex
        opening = _OPENING.match(self._data, plek)
        if opening is None:
            raise self._mis("is niet te volgen.")
        ouder = next((element for element in reversed(self._stapel) if element is not None), None)
        element = Element(naam, attributen, plek, opening.end(), ouder)
        if opening[1]:
            element.slot = element.einde = opening.end()
        (ouder.kinderen if ouder else self._wortels).append(element)
        self._stapel.append(element)

    def _einde(self, _naam: str) -> None:
        element = self._stapel.pop()
        if element is not None and not element.einde:
            element.slot = self._tas.CurrentByteIndex
            element.einde = self._data.index(b">", element.slot) + 1

    def _kop(self, _versie: str, codering: str | None, _los: int) -> None:
        if codering and codering.lower() not in _CODERINGEN:
            raise self._mis(GEEN_UTF8)

    def _dtd(self, *_: object) -> None:
        raise self._mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    def _namespace(self, prefix: str | None, uri: str) -> None:
        # Attributes need a named prefix, and only one of the root holds everywhere.
        if not self._stapel and not self._prefixen.get(uri):
            self._prefixen[uri] = prefix or ""


def achteraan(data: bytes, maak: Callable[[str], str]) -> bytes:
    """Return a part with XML added behind the last child of its root.

    `maak` gets the prefix of the root, with its colon, so that what is added has its namespace.
    """
    wortel = tast_af(data, "", "", bewaar=lambda _: False).wortel
    opening = data[wortel.begin : wortel.binnen]
    naam = re.split(rb"[\s/>]", opening[1:], maxsplit=1)[0]
    prefix = naam.decode().rpartition(":")[0]
    nieuw = maak(f"{prefix}:" if prefix else "").encode()
    if wortel.slot == wortel.einde:  # written as one empty tag
        open_ = opening.rstrip(b">").rstrip(b"/") + b">"
        return data[: wortel.begin] + open_ + nieuw + b"</" + naam + b">" + data[wortel.einde :]
    return data[: wortel.slot] + nieuw + data[wortel.slot :]
