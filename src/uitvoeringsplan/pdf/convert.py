"""Finished Word files to the formats that LibreOffice makes: PDF and ODT.

The page numbers in the contents list are known only when the pages are there. So a first PDF is
made to see where every heading comes to stand, and then again with the numbers in it, until the
numbers are those of the PDF itself. A document without a contents list takes one round.

Starting LibreOffice takes longer than making a file, so each round is one start for all documents.
"""

from __future__ import annotations

import io
import logging
from functools import partial
from typing import TYPE_CHECKING, Literal

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.pdf.copy import make_copy
from uitvoeringsplan.pdf.libreoffice import ODT, PDF, libreoffice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Sequence

    from pypdf import PdfReader

    from uitvoeringsplan.pdf.libreoffice import Target

Format = Literal["pdf", "odt"]
Converted = dict[Format, bytes]

# Numbers change the pages only when one makes a line of the contents list too long; this never
# took more than three rounds, and there is no number that is right when it goes round for ever.
_ROUNDS = 4
_SECONDS = 120.0  # for one file in one round


class Document(NamedTuple):
    """A finished Word file; `name` is what messages call it."""

    data: bytes
    name: str = "document.docx"


def convert(data: bytes, to: Format, *, seconds: float = _SECONDS, name: str = "") -> bytes:
    """Return a finished Word file as PDF or ODT; raises OmzetError.

    `seconds` is how long LibreOffice may take for one round.
    """
    document = Document(data, name) if name else Document(data)
    (outcome,) = convert_all((document,), (to,), seconds)
    if isinstance(outcome, UitvoeringsplanError):
        raise outcome
    return outcome[to]


def convert_all(
    documents: Sequence[Document], formats: Collection[Format], seconds: float = _SECONDS
) -> list[Converted | UitvoeringsplanError]:
    """Return each document in each of these formats, or what is wrong with it, in their order.

    A document that LibreOffice cannot handle does not stop the others. Raises OmzetError when
    LibreOffice itself cannot be used.
    """
    outcome: dict[int, Converted | UitvoeringsplanError] = {}
    work = {i: _steps(document, formats) for i, document in enumerate(documents)}
    orders: dict[int, _Order] = {}

    def advance(i: int, step: Callable[[], _Order]) -> None:
        try:
            orders[i] = step()
        except StopIteration as end:
            outcome[i] = end.value
        except UitvoeringsplanError as error:
            outcome[i] = error

    for i, steps in work.items():
        advance(i, partial(next, steps))
    if orders:
        with libreoffice(seconds) as office:
            while orders:
                # An ODT waits until every PDF is right: then all of them are made at once.
                target = min((order.target for order in orders.values()), key=(PDF, ODT).index)
                now = [i for i, order in orders.items() if order.target is target]
                files = office.convert([orders.pop(i).data for i in now], target)
                for i, made in zip(now, files, strict=True):
                    if isinstance(made, UitvoeringsplanError):
                        outcome[i] = made
                    else:
                        advance(i, partial(work[i].send, made))
    return [outcome[i] for i in range(len(documents))]


class _Order(NamedTuple):
    """A file that LibreOffice is asked for."""

    data: bytes
    target: Target


class _Round(NamedTuple):
    """A PDF, mended, and the numbers that belong in it; None when they cannot be known."""

    data: bytes
    numbers: dict[str, str] | None
    is_right: bool  # whether those are the numbers in it


def _steps(document: Document, formats: Collection[Format]) -> Generator[_Order, bytes, Converted]:
    """Ask for one file after another, and return what became of a document."""
    made: Converted = {}
    numbers: dict[str, str] = {}
    if "pdf" in formats:
        made["pdf"], numbers = yield from _pdf(document)
    elif "odt" in formats:
        # One round tells where the headings are; LibreOffice lays out an ODT anew when it opens.
        numbers = (yield from _round(document, None)).numbers or {}
    if "odt" in formats:
        copy = make_copy(document.data, _lookup(numbers), document.name)
        made["odt"] = yield _Order(copy.data, ODT)
    return made


def _pdf(document: Document) -> Generator[_Order, bytes, tuple[bytes, dict[str, str]]]:
    """Return a PDF and the numbers in it, which are right or absent."""
    numbers: dict[str, str] | None = None
    for _ in range(_ROUNDS):
        made = yield from _round(document, numbers)
        if made.is_right:
            return made.data, made.numbers or {}
        if made.numbers is None:
            break
        numbers = made.numbers
    return (yield from _round(document, {})).data, {}


def _round(document: Document, numbers: dict[str, str] | None) -> Generator[_Order, bytes, _Round]:
    """Make a PDF with these numbers; None writes zeroes, which are only there to take room."""
    number_of = (lambda _: "0") if numbers is None else _lookup(numbers)
    copy = make_copy(document.data, number_of, document.name)
    data = yield _Order(copy.data, PDF)
    pdf = read_pdf(data)
    found = copy.telling.numbers(pdf.places) if pdf else None
    is_right = not copy.telling.places or (found is not None and found == numbers)
    return _Round(pdf.data if pdf else data, found, is_right)


def _lookup(numbers: dict[str, str]) -> Callable[[str], str]:
    return lambda anchor: numbers.get(anchor, "")


_WRONG, _RIGHT = b"/Tabs(S)", b"/Tabs /S"


class Pdf(NamedTuple):
    """A PDF, mended, and on which page (from 1) its named places are."""

    data: bytes
    places: dict[str, int]


def read_pdf(data: bytes) -> Pdf | None:
    """Return what is in a PDF, or None when it is broken or cannot be read without a password."""
    from pypdf import PdfReader  # noqa: PLC0415 - a third of a second, and only a PDF needs it

    # Its remarks about a file are in English, and would end up between our own.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        # Strict: no guess at what a broken file was meant to be; no number beats a wrong one.
        reader = PdfReader(io.BytesIO(data), strict=True)
        return Pdf(_mended(data, reader), _places(reader))
    except Exception:  # noqa: BLE001 - pypdf: "broken PDF files might cause other Exceptions"
        return None


def _places(reader: PdfReader) -> dict[str, int]:
    return {
        name.removeprefix("/"): number + 1
        for name, place in reader.named_destinations.items()
        if (number := reader.get_destination_page_number(place)) is not None
    }


def _mended(data: bytes, reader: PdfReader) -> bytes:
    """Return the PDF with the tab order of its pages as PDF/UA asks for it.

    LibreOffice 7 writes that order as a text instead of a name on every page with a link. Both are
    equally long, so that everything stays where the table of the file says it is. The bytes are
    changed only where that table says that such a page stands; a page without the mistake is left
    alone, and so is one that is packed in a stream.
    """
    whole = bytearray(data)
    for page in reader.pages:
        place = page.indirect_reference
        if place is None or page.get("/Tabs") != "S":  # a name would be "/S"
            continue
        start = reader.xref.get(place.generation, {}).get(place.idnum)
        if start is not None:
            end = data.index(b"endobj", start)
            whole[start:end] = whole[start:end].replace(_WRONG, _RIGHT)
    return bytes(whole)
