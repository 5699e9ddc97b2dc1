"""`genereer --naar pdf,odt`: a finished Word file to the formats that LibreOffice makes.

The page numbers in the contents list are known only when the pages are there. So a first PDF is
made to see where every heading comes to stand, and then again with the numbers in it, until the
numbers are those of the PDF itself. A document without a contents list takes one round.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from uitvoeringsplan.pdf.copy import maak_kopie
from uitvoeringsplan.pdf.libreoffice import ODT, PDF, libreoffice
from uitvoeringsplan.pdf.pdf_reader import lees_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from uitvoeringsplan.pdf.libreoffice import Doel

Formaat = Literal["pdf", "odt"]


class Omzetter(Protocol):
    """Turns one Word file after another into other formats; `pad` names it in messages."""

    def __call__(
        self, docx: bytes, formaten: Collection[Formaat], pad: str = ...
    ) -> dict[Formaat, bytes]:
        """Return the file in each of these formats; raises OmzetError."""


# Numbers change the pages only when one makes a line of the contents list too long; this never
# took more than three rounds, and there is no number that is right when it goes round for ever.
_RONDEN = 4
_TIJD = 120.0  # seconds for one round


def zet_om(docx: bytes, naar: Formaat, *, tijd: float = _TIJD, pad: str = "document.docx") -> bytes:
    """Return a finished Word file as PDF or ODT; raises OmzetError.

    `tijd` is how many seconds LibreOffice may take for one round; `pad` names the document in
    messages.
    """
    return zet_om_naar(docx, (naar,), tijd=tijd, pad=pad)[naar]


def zet_om_naar(
    docx: bytes, formaten: Collection[Formaat], *, tijd: float = _TIJD, pad: str = "document.docx"
) -> dict[Formaat, bytes]:
    """Return a finished Word file in each of these formats; raises OmzetError.

    Cheaper than one by one: the page numbers are worked out once.
    """
    with omzetter(tijd) as omzet:
        return omzet(docx, formaten, pad)


@contextlib.contextmanager
def omzetter(tijd: float = _TIJD) -> Iterator[Omzetter]:
    """Give what does the work of `zet_om_naar`, for many documents; raises OmzetError."""
    with libreoffice(tijd) as programma:

        def omzet(
            docx: bytes, formaten: Collection[Formaat], pad: str = "document.docx"
        ) -> dict[Formaat, bytes]:
            return _zet_om(_Werk(docx, pad, programma.zet_om), formaten)

        yield omzet


def _zet_om(werk: _Werk, formaten: Collection[Formaat]) -> dict[Formaat, bytes]:
    uit: dict[Formaat, bytes] = {}
    if "pdf" in formaten:
        uit["pdf"], nummers = werk.pdf()
    elif "odt" in formaten:
        # One round tells where the headings are; LibreOffice lays out an ODT anew when it opens.
        nummers = werk.ronde(None).nummers or {}
    if "odt" in formaten:
        uit["odt"] = werk.odt(nummers)
    return uit


class _Ronde(NamedTuple):
    """A PDF, mended, and the numbers that belong in it; None when they cannot be known."""

    data: bytes
    nummers: dict[str, str] | None
    klopt: bool  # whether those are the numbers in it


class _Werk(NamedTuple):
    docx: bytes
    pad: str
    maak: Callable[[bytes, Doel], bytes]

    def ronde(self, nummers: dict[str, str] | None) -> _Ronde:
        """Make a PDF with these numbers; None writes zeroes, which are only there to take room."""
        nummer_van = (lambda _: "0") if nummers is None else _opzoeker(nummers)
        kopie = maak_kopie(self.docx, nummer_van, self.pad)
        data = self.maak(kopie.data, PDF)
        pdf = lees_pdf(data)
        gevonden = kopie.telling.nummers(pdf.plekken) if pdf else None
        klopt = not kopie.telling.plekken or (gevonden is not None and gevonden == nummers)
        return _Ronde(pdf.data if pdf else data, gevonden, klopt)

    def pdf(self) -> tuple[bytes, dict[str, str]]:
        """Return a PDF and the numbers in it, which are right or absent."""
        nummers: dict[str, str] | None = None
        for _ in range(_RONDEN):
            gemaakt = self.ronde(nummers)
            if gemaakt.klopt:
                return gemaakt.data, gemaakt.nummers or {}
            if gemaakt.nummers is None:
                break
            nummers = gemaakt.nummers
        return self.ronde({}).data, {}

    def odt(self, nummers: dict[str, str]) -> bytes:
        return self.maak(maak_kopie(self.docx, _opzoeker(nummers), self.pad).data, ODT)


def _opzoeker(nummers: dict[str, str]) -> Callable[[str], str]:
    return lambda anker: nummers.get(anker, "")
