"""A part of a package as a tree, for reading it; nothing is ever written back from one.

The parser is expat itself, so that a DTD is refused where it begins, before anything in it is
read: it is what XML bombs and look-ups of outside files are made of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W_STRIKT, W
from uitvoeringsplan.ooxml.scan import MAX_DIEPTE, STRIKT
from uitvoeringsplan.ooxml.styles import staat_aan

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ("Element", "aan", "buiten", "gekozen", "kind", "lees_boom", "val", "w")

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
KEUZE = f"{_MC}AlternateContent"
# In these stands what a reader of this house can read; of any other vocabulary it knows nothing.
_LEESBAAR = (f"{{{W}}}", "{http://schemas.openxmlformats.org/officeDocument/2006/math}")


def lees_boom(data: bytes, wat: str, pad: str) -> Element:
    """Return the root of a part; `wat` names it in messages. Raises SjabloonError."""
    return _Bouwer(wat, pad).boom(data)


@cache
def w(naam: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{W}}}{naam}"


_VAL = w("val")


def val(element: Element | None, naam: str = "val") -> str:
    """Return an attribute in namespace w, empty when it or its element is absent."""
    if element is None:
        return ""
    return element.get(_VAL if naam == "val" else w(naam), "")


def kind(element: Element | None, *namen: str) -> Element | None:
    """Return the element at this path of names in namespace w, None when it is not there."""
    for naam in namen:
        if element is None:
            return None
        element = element.find(w(naam))
    return element


def aan(element: Element | None, *namen: str) -> bool:
    """Whether the on/off element at this path is there and does not say no."""
    schakelaar = kind(element, *namen)
    return schakelaar is not None and staat_aan(schakelaar.get(_VAL))


def gekozen(keuze: Element) -> list[Element]:
    """Return which version to read of a thing that has several (`mc:AlternateContent`).

    That is the first with something in it that is known here, as the format asks (ECMA-376 part 3):
    Word writes a smiley as an element of a later year, and as a letter for everybody else.
    """
    versies = [*keuze.findall(f"{_MC}Choice"), *keuze.findall(f"{_MC}Fallback")]
    return [
        versie
        for versie in versies
        if any(deel is not versie and deel.tag.startswith(_LEESBAAR) for deel in versie.iter())
    ][:1]


def buiten(element: Element, grens: str) -> Iterator[Element]:
    """Return all descendants, without what is inside the ones named `grens`."""
    for deel in element:
        yield deel
        if deel.tag != grens:
            yield from buiten(deel, grens)


class _Bouwer:
    """Follows expat through one part, and builds the tree of it."""

    def __init__(self, wat: str, pad: str) -> None:
        self._wat, self._pad = wat, pad
        self._bouw = TreeBuilder()
        self._diepte = 0

    def boom(self, data: bytes) -> Element:
        tas = expat.ParserCreate(namespace_separator="}")
        tas.buffer_text = True
        tas.StartElementHandler = self._begin
        tas.EndElementHandler = self._einde
        tas.CharacterDataHandler = self._bouw.data
        tas.StartDoctypeDeclHandler = self._dtd
        try:
            tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise self._mis(f"is geen geldige XML (regel {fout.lineno}).") from None
        return self._bouw.close()

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._wat} {melding}")

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        self._diepte += 1
        if self._diepte > MAX_DIEPTE:
            raise self._mis("is te diep genest.")
        if self._diepte == 1 and naam.startswith(W_STRIKT):
            raise self._mis(STRIKT)
        self._bouw.start(_naam(naam), {_naam(k): v for k, v in attributen.items()})

    def _einde(self, naam: str) -> None:
        self._diepte -= 1
        self._bouw.end(_naam(naam))

    def _dtd(self, *_: object) -> None:
        raise self._mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")


def _naam(naam: str) -> str:
    return f"{{{naam}" if "}" in naam else naam
