"""What LibreOffice exported as PDF: on which page its named places are, and what must be mended."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdf import PdfReader

_FOUT, _GOED = b"/Tabs(S)", b"/Tabs /S"


class Pdf(NamedTuple):
    """A PDF, mended, and on which page (from 1) its named places are."""

    data: bytes
    plekken: dict[str, int]


def lees_pdf(data: bytes) -> Pdf | None:
    """Return what is in a PDF, or None when it is broken or cannot be read without a password."""
    from pypdf import PdfReader  # noqa: PLC0415 - a third of a second, and only a PDF needs it

    # Its remarks about a file are in English, and would end up between our own.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        # Strict: no guess at what a broken file was meant to be; no number beats a wrong one.
        lezer = PdfReader(io.BytesIO(data), strict=True)
        return Pdf(_hersteld(data, lezer), _plekken(lezer))
    except Exception:  # noqa: BLE001 - pypdf: "broken PDF files might cause other Exceptions"
        return None


def _plekken(lezer: PdfReader) -> dict[str, int]:
    return {
        naam.removeprefix("/"): nummer + 1
        for naam, plek in lezer.named_destinations.items()
        if (nummer := lezer.get_destination_page_number(plek)) is not None
    }


def _hersteld(data: bytes, lezer: PdfReader) -> bytes:
    """Return the PDF with the tab order of its pages as PDF/UA asks for it.

    LibreOffice 7 writes that order as a text instead of a name on every page with a link. Both are
    equally long, so that everything stays where the table of the file says it is. The bytes are
    changed only where that table says that such a page stands; a page without the mistake is left
    alone, and so is one that is packed in a stream.
    """
    heel = bytearray(data)
    for pagina in lezer.pages:
        plek = pagina.indirect_reference
        if plek is None or pagina.get("/Tabs") != "S":  # a name would be "/S"
            continue
        begin = lezer.xref.get(plek.generation, {}).get(plek.idnum)
        if begin is not None:
            einde = data.index(b"endobj", begin)
            heel[begin:einde] = heel[begin:einde].replace(_FOUT, _GOED)
    return bytes(heel)
