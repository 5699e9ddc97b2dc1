"""SVG: without comments, without what drawing programs write for themselves."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from uitvoeringsplan.errors import AfbeeldingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_SVG = "http://www.w3.org/2000/svg"
_BEKEND = (
    _SVG,
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/1999/xhtml",
)
_KENMERK = re.compile(r"\s+([^\s=>/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_OPENING = re.compile(r"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_CODERING = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w-]+)")
_DOCTYPE = re.compile(rb"<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_DATA = re.compile(r"data:image/(png|jpe?g|gif);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_VERWIJZING = re.compile(r"\s*(?:#|data:|https?:|mailto:)", re.IGNORECASE)


def strip_svg(data: bytes, bitmaps: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the drawing without its metadata; title and description stay, for who cannot see it.

    Pictures inside it lose theirs too; `bitmaps` does that, by kind. Raises AfbeeldingError when
    it cannot be read.
    """
    lezer = _Lezer(data)
    try:
        lezer.tas.Parse(lezer.utf8, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as fout:
        raise AfbeeldingError(
            f"de SVG is geen geldige XML (regel {fout.lineno}). Sla haar opnieuw op."
        ) from None
    uit: list[bytes] = []
    plek = 0
    for begin, einde, nieuw in sorted(lezer.knippen):
        if begin >= plek:
            uit += (lezer.utf8[plek:begin], nieuw)
            plek = einde
    uit.append(lezer.utf8[plek:])
    text = b"".join(uit).decode()
    return _DATA.sub(lambda m: _kaal_ingebed(m, bitmaps), text).encode()


class _Lezer:
    """Follows expat through a drawing and notes what goes."""

    def __init__(self, data: bytes) -> None:
        tekst = data.decode(_codering(data))
        self.utf8 = re.sub(r"^\s*<\?xml\b[^>]*\?>", "", tekst).encode()
        self.knippen: list[tuple[int, int, bytes]] = []
        self.tas = expat.ParserCreate(namespace_separator=" ")
        self.tas.namespace_prefixes = True
        self.tas.StartElementHandler = self._begin
        self.tas.EndElementHandler = self._einde
        self.tas.CommentHandler = self._opmerking
        self.tas.ProcessingInstructionHandler = self._opdracht
        self.tas.StartDoctypeDeclHandler = self._doctype
        self._stapel: list[int] = []  # where an element that goes begins, else -1

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        begin = self.tas.CurrentByteIndex
        ruimte, _, rest = naam.rpartition(" ") if naam.count(" ") < 2 else naam.partition(" ")
        kaal = rest.split(" ")[0]
        weg = ruimte not in _BEKEND or (ruimte == _SVG and kaal == "metadata")
        self._stapel.append(begin if weg else -1)
        slecht = {_als_getypt(k) for k, v in kenmerken.items() if _gaat_weg(k, v)}
        if weg or not slecht:
            return
        opening = _OPENING.match(self.utf8[begin:].decode())
        if opening is None:
            raise AfbeeldingError("de SVG is niet te volgen. Sla haar opnieuw op.")
        nieuw = _KENMERK.sub(lambda m: "" if m[1] in slecht else m[0], opening[0])
        self.knippen.append((begin, begin + len(opening[0].encode()), nieuw.encode()))

    def _einde(self, _naam: str) -> None:
        begin = self._stapel.pop()
        if begin >= 0:
            # Behind an element of one tag the parser stands at its end already.
            plek = self.tas.CurrentByteIndex
            los = self.utf8.startswith(b"</", plek)
            einde = self.utf8.index(b">", plek) + 1 if los else plek
            self.knippen.append((begin, einde, b""))

    def _opmerking(self, _tekst: str) -> None:
        plek = self.tas.CurrentByteIndex
        self.knippen.append((plek, self.utf8.index(b"-->", plek) + 3, b""))

    def _opdracht(self, _naam: str, _tekst: str) -> None:
        plek = self.tas.CurrentByteIndex
        self.knippen.append((plek, self.utf8.index(b"?>", plek) + 2, b""))

    def _doctype(self, *delen: object) -> None:
        if delen[-1]:
            raise AfbeeldingError(
                "de SVG bepaalt eigen tekens. Zo'n bestand wordt niet gelezen; sla haar op als"
                " gewone SVG."
            )
        kop = _DOCTYPE.search(self.utf8)
        if kop is not None:
            self.knippen.append((*kop.span(), b""))


def _codering(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    genoemd = _CODERING.match(data)
    naam = genoemd[1].decode().lower() if genoemd else ""
    return naam if naam in ("iso-8859-1", "us-ascii") else "utf-8-sig"


def _gaat_weg(kenmerk: str, waarde: str) -> bool:
    """Whether an attribute is of a drawing program, or points at a disk."""
    ruimte, _, naam = kenmerk.rpartition(" ") if kenmerk.count(" ") < 2 else kenmerk.partition(" ")
    if naam.split(" ")[0] == "href":
        return not _VERWIJZING.match(waarde)
    return (bool(ruimte) and ruimte not in _BEKEND) or kenmerk.startswith("data-")


def _als_getypt(kenmerk: str) -> str:
    """Return an attribute as it stands in the file: expat gives space, name and prefix."""
    delen = kenmerk.split(" ")
    return f"{delen[2]}:{delen[1]}" if len(delen) == 3 else delen[-1]


def _kaal_ingebed(m: re.Match[str], bitmaps: Mapping[str, Callable[[bytes], bytes]]) -> str:
    try:
        data = base64.b64decode("".join(m[2].split()), validate=True)
        kaal = bitmaps[m[1].lower()](data)
    except (binascii.Error, ValueError, IndexError) as fout:
        raise AfbeeldingError(
            "in de SVG zit een afbeelding die beschadigd is. Sla haar opnieuw op."
        ) from fout
    return f"data:image/{m[1]};base64,{base64.b64encode(kaal).decode()}"
