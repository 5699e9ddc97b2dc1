"""What is in the XML of a part and no program shows: comments, instructions, marks of sessions."""

from __future__ import annotations

import re
from xml.parsers import expat

_OPENING = re.compile(rb"<[^\s/>!?]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_RSID_KENMERK = re.compile(rb"\s+(?:\w+:)?rsid\w*\s*=\s*(?:\"[0-9A-Fa-f]*\"|'[0-9A-Fa-f]*')")
_BOM = b"\xef\xbb\xbf"
_RSID = re.compile(rb"<(?:\w+:)?rsid\s[^>]*/>")


def zonder_opmerkingen(data: bytes) -> bytes:
    """Return the part without comments and instructions of XML itself; other data as it is."""
    if b"<!--" not in data and data.count(b"<?") <= data.startswith((b"<?xml ", _BOM + b"<?xml ")):
        return data
    knippen: list[tuple[int, int]] = []
    tas = expat.ParserCreate()

    def opmerking(_tekst: str) -> None:
        plek = tas.CurrentByteIndex
        knippen.append((plek, data.index(b"-->", plek) + 3))

    def opdracht(_naam: str, _tekst: str) -> None:
        plek = tas.CurrentByteIndex
        knippen.append((plek, data.index(b"?>", plek) + 2))

    tas.CommentHandler = opmerking
    tas.ProcessingInstructionHandler = opdracht
    try:
        tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError:  # whoever reads the part says so
        return data
    uit, plek = [], 0
    for begin, einde in knippen:
        uit.append(data[plek:begin])
        plek = einde
    return b"".join((*uit, data[plek:]))


def zonder_rsid(data: bytes) -> bytes:
    """Return the part without the numbers that tell in which editing session something was typed.

    They tie a document to all others of the same maker.
    """
    if b"rsid" not in data:
        return data
    data = _RSID.sub(b"", data)
    return _OPENING.sub(lambda m: _RSID_KENMERK.sub(b"", m[0]) if b"rsid" in m[0] else m[0], data)
