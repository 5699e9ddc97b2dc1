"""Small PDFs by hand, with a table of places that is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def make_pdf(objecten: Mapping[int, bytes]) -> bytes:
    """Return a PDF with these objects in this order, of which 1 is the catalogue."""
    data = b"%PDF-1.6\n%\xc3\xa4\n"
    tabel = b"0 1\n0000000000 65535 f \n"
    for number, content in objecten.items():
        tabel += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%s\nendobj\n\n" % (number, content)
    slot = b"trailer\n<</Size 99/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n" + tabel + slot


def stream(content: bytes, kop: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (kop, len(content), content)
