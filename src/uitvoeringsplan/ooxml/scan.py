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
from uitvoeringsplan.ooxml.names import W_STRIKT, W

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

_OPENING = re.compile(rb"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
_SCHUIN = ord("/")
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

    def in_volgorde(self, namen: Container[str]) -> Iterator[Element]:
        """Yield all descendants with one of these names, in document order."""
        for kind in self.kinderen:
            if kind.naam in namen:
                yield kind
            yield from kind.in_volgorde(namen)


class Afdruk(NamedTuple):
    """The root of a scanned part, and the prefixes that it declares."""

    data: bytes
    wortel: Element
    prefixen: dict[str, str]  # namespace to prefix, as the root declares them
    op_naam: dict[str, list[Element]]  # every element that was kept, in document order

    def alle(self, naam: str) -> list[Element]:
        """Return the elements with this name, in document order."""
        return self.op_naam.get(naam, [])

    def bytes(self, element: Element) -> bytes:
        """Return the element as it stands."""
        return self.data[element.begin : element.einde]

    def prefix(self, pad: str, naam: str) -> str:
        """Return the prefix of Word's own elements with its colon; raises SjabloonError.

        `pad` and `naam` name the file and the part in the message.
        """
        prefix = self.prefixen.get(W)
        if not prefix:
            raise SjabloonError(
                pad, f"het onderdeel {naam} heeft een ongewone vorm. Open het sjabloon in Word en"
                " sla het opnieuw op."
            )  # fmt: skip
        return f"{prefix}:"


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
        self._ouders: list[Element] = []  # the stack without those
        self._op_naam: dict[str, list[Element]] = {}

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
        return Afdruk(self._data, self._wortels[0], self._prefixen, self._op_naam)

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._wat} {melding}")

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        stapel = self._stapel
        if len(stapel) >= MAX_DIEPTE:
            raise self._mis("is te diep genest.")
        if not stapel:
            if naam.startswith(W_STRIKT):
                raise self._mis(STRIKT)
        elif not self._bewaar(naam):
            stapel.append(None)
            return
        plek = self._tas.CurrentByteIndex
        binnen = self._data.find(b">", plek) + 1
        if ">" in "".join(attributen.values()):
            opening = _OPENING.match(self._data, plek)
            if opening is None:
                raise self._mis("is niet te volgen.")
            binnen = opening.end()
        ouder = self._ouders[-1] if self._ouders else None
        element = Element(naam, attributen, plek, binnen, ouder)
        if self._data[binnen - 2] == _SCHUIN:
            element.slot = element.einde = binnen
        (ouder.kinderen if ouder else self._wortels).append(element)
        stapel.append(element)
        self._ouders.append(element)
        if naam in self._op_naam:
            self._op_naam[naam].append(element)
        else:
            self._op_naam[naam] = [element]

    def _einde(self, _naam: str) -> None:
        element = self._stapel.pop()
        if element is None:
            return
        self._ouders.pop()
        if not element.einde:
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
