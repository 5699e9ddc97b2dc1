"""The mark by which a file that was made here can be told from any other, and from an edited one.

It names this program and holds a fingerprint of everything else in the file: nothing has to be kept
beside it, and the same content keeps the same bytes. Each kind has it where no reader looks:

- Markdown, HTML and XML end with a comment (CommonMark 0.31 section 6.11, HTML section 13.1,
  XML 1.0 section 2.1: comments may follow the document element);
- a PDF has a comment before its last `startxref` (ISO 32000-1 section 7.2.3), so that every place
  that its table names stays where it is;
- an ODT is a ZIP archive, which can have a comment of its own (APPNOTE 4.3.16).
"""

from __future__ import annotations

import re
import struct
from hashlib import sha256

_NAAM = b"uitvoeringsplan "
_CODE = 16  # hexadecimal digits
_XML = re.compile(rb"<!-- " + _NAAM + rb"([0-9a-f]{16}) -->\n\Z")
_PDF = re.compile(rb"%" + _NAAM + rb"([0-9a-f]{16})\n(?=startxref\s)")
_SLOT = b"startxref"
# The end of the central directory; its last two bytes say how long the comment is.
_ZIP_KOP, _ZIP_LANG = b"PK\5\6", 22


def gemerkt(data: bytes, soort: str) -> bytes:
    """Return a file with its mark; `soort` is md, html, xml, pdf or odt.

    A PDF or ODT that ends otherwise than such files do comes back as it was.
    """
    if soort == "pdf":
        plek = data.rfind(_SLOT)
        merk = b"%" + _NAAM + _code(data, soort) + b"\n"
        return data if plek < 0 else data[:plek] + merk + data[plek:]
    if soort == "odt":
        merk = _NAAM + _code(data, soort)
        if data[-_ZIP_LANG:-2].startswith(_ZIP_KOP) and data.endswith(b"\0\0"):
            return data[:-2] + struct.pack("<H", len(merk)) + merk
        return data
    if soort == "md":
        data += b"\n"  # a line of its own, or it would become a part of the list or table above it
    return data + b"<!-- " + _NAAM + _code(data, soort) + b" -->\n"


def is_onveranderd(data: bytes, soort: str) -> bool:
    """Whether a file was made here and is still what it was then.

    Other line ends in a text do not count: git and editors change those for a whole file at once.
    """
    kaal, code = _zonder_merk(data, soort)
    return code == _code(kaal, soort)


def _code(data: bytes, soort: str) -> bytes:
    if soort not in ("pdf", "odt"):
        data = data.replace(b"\r\n", b"\n")
    return sha256(data).hexdigest()[:_CODE].encode()


def _zonder_merk(data: bytes, soort: str) -> tuple[bytes, bytes]:
    """Return what a file is without its mark, and the fingerprint in it; empty without a mark."""
    if soort == "odt":
        lengte = len(_NAAM) + _CODE
        merk, kop = data[-lengte:], data[-lengte - _ZIP_LANG : -lengte]
        heel = kop.startswith(_ZIP_KOP) and kop.endswith(struct.pack("<H", lengte))
        if not (heel and merk.startswith(_NAAM)):
            return data, b""
        return data[: -lengte - 2] + b"\0\0", merk[len(_NAAM) :]
    if soort == "pdf":
        begin = max(0, data.rfind(_SLOT) - len(_NAAM) - _CODE - 2)
        if (gevonden := _PDF.match(data, begin)) is None:
            return data, b""
        return data[:begin] + data[gevonden.end() :], gevonden[1]
    data = data.replace(b"\r\n", b"\n")
    if (gevonden := _XML.search(data, max(0, len(data) - 100))) is None:
        return data, b""
    return data[: gevonden.start()], gevonden[1]
