"""Writes the finished document with the same bytes on every run.

A zip file keeps a date, an order and rights of every member; here they are always the same.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document

_EERST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_DATUM = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold


def pak_in(document: Document) -> bytes:
    """Return the document as the bytes of a .docx file."""
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            etree.cleanup_namespaces(part.element)
    ruw = io.BytesIO()
    document.save(ruw)
    uit = io.BytesIO()
    with zipfile.ZipFile(ruw) as bron, zipfile.ZipFile(uit, "w") as doel:
        rest = sorted(set(bron.namelist()) - set(_EERST))
        for naam in (*_EERST, *rest):
            lid = zipfile.ZipInfo(naam, _DATUM)
            lid.compress_type = zipfile.ZIP_DEFLATED
            lid.create_system = 3
            lid.external_attr = 0o644 << 16
            doel.writestr(lid, bron.read(naam), compresslevel=9)
    return uit.getvalue()
