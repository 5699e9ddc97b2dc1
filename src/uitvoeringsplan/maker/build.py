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


_AT_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_DATUM = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold


def pack(document: Document) -> bytes:
    """Return the document as the bytes of a .docx file."""
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            # Some readers ask for the prefix of links and pictures in every text, used or not.
            etree.cleanup_namespaces(part.element, keep_ns_prefixes=["r"])
    raw = io.BytesIO()
    document.save(raw)
    result = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(result, "w") as target:
        rest = sorted(set(source.namelist()) - set(_AT_FIRST))
        for name in (*_AT_FIRST, *rest):
            member = zipfile.ZipInfo(name, _DATUM)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o644 << 16
            target.writestr(member, source.read(name), compresslevel=9)
    return result.getvalue()


def build_sjabloon(vragenlijst: Vragenlijst, source_text: str, *, name: str = "brontekst") -> bytes:
    """Return the template as a .docx; the same input gives the same bytes.

    `vragenlijst` is the part of the question set that the document is about. `name` is the file
    that errors in the source text name. Raises BronError.
    """
    source = read_source(source_text, name)
    check_source(source, vragenlijst)
    document = docx.Document(blank_package(vragenlijst))
    writer = Writer(vragenlijst, source, document.part)
    text = BodyBuilder(writer, Sections(writer, document.part))
    for block in source.parts["tekst"]:
        text.schrijf(block)
    text.put_in(document.element.body)
    return pack(document)
