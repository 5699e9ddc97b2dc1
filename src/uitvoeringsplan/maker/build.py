"""Makes the Word template of a question set from its source text, the same bytes on every run.

A zip file keeps a date, an order and rights of every member; here they are always the same.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from lxml import etree

from uitvoeringsplan.maker.blank_package import blank_package
from uitvoeringsplan.maker.body import BodyBuilder
from uitvoeringsplan.maker.pages import Sections
from uitvoeringsplan.maker.source import read_source
from uitvoeringsplan.maker.source_check import check_source
from uitvoeringsplan.maker.writer import Writer

if TYPE_CHECKING:
    from docx.document import Document

    from uitvoeringsplan.model.vragenlijst import Vragenlijst


_EERST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_DATUM = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold


def pack(document: Document) -> bytes:
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


def build_sjabloon(vragenlijst: Vragenlijst, brontekst: str, *, naam: str = "brontekst") -> bytes:
    """Return the template as a .docx; the same input gives the same bytes.

    `vragenlijst` is the part of the question set that the document is about. `naam` is the file
    that errors in the source text name. Raises BronError.
    """
    bron = read_source(brontekst, naam)
    check_source(bron, vragenlijst)
    document = docx.Document(blank_package(vragenlijst))
    schrijver = Writer(vragenlijst, bron, document.part)
    tekst = BodyBuilder(schrijver, Sections(schrijver, document.part))
    for blok in bron.delen["tekst"]:
        tekst.schrijf(blok)
    tekst.zet_in(document.element.body)
    return pack(document)
