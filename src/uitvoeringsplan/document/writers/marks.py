"""The mark by which a file that was made here can be told from any other, and from an edited one.

It names this program and holds a fingerprint of everything else in the file, and may hold the key
of the plan that it was made of: nothing has to be kept beside it, and the same content keeps the
same bytes. Each kind has it where no reader looks:

- Markdown, HTML and XML end with a comment (CommonMark 0.31 section 6.11, HTML section 13.1,
  XML 1.0 section 2.1: comments may follow the document element);
- a PDF has a comment before its last `startxref` (ISO 32000-1 section 7.2.3), so that every place
  that its table names stays where it is;
- an ODT is a ZIP archive, which can have a comment of its own (APPNOTE 4.3.16).
"""

from __future__ import annotations

import re
import struct

from uitvoeringsplan.model.checksum import sha256

_CODE = 16  # hexadecimal digits
_MERK = rb"uitvoeringsplan ([0-9a-f]{16})(?: ([0-9a-f]{24}))?"
_XML = re.compile(rb"<!-- " + _MERK + rb" -->\n\Z")
_PDF = re.compile(rb"%" + _MERK + rb"\n(?=startxref\s)")
_SLOT = b"startxref"
# The end of the central directory; its last two bytes say how long the comment is.
_ZIP = re.compile(rb"(PK\x05\x06.{16})(..)" + _MERK + rb"\Z", re.DOTALL)
_ZIP_KOP, _ZIP_LANG = b"PK\x05\x06", 22
_LANGST = 100  # bytes; more than a mark and what is around it take


def gemerkt(data: bytes, soort: str, plan: str = "") -> bytes:
    """Return a file with its mark; `soort` is md, html, pdf or odt, or ends in xml.

    `plan` is the key of the plan, 24 hexadecimal digits or nothing. A PDF or ODT that ends
    otherwise than such files do comes back as it was.
    """
    if soort == "pdf":
        plek = data.rfind(_SLOT)
        merk = b"%" + _merk(data, soort, plan) + b"\n"
        return data if plek < 0 else data[:plek] + merk + data[plek:]
    if soort == "odt":
        merk = _merk(data, soort, plan)
        if data[-_ZIP_LANG:-2].startswith(_ZIP_KOP) and data.endswith(b"\0\0"):
            return data[:-2] + struct.pack("<H", len(merk)) + merk
        return data
    if soort == "md":
        data += b"\n"  # a line of its own, or it would become a part of the list or table above it
    return data + b"<!-- " + _merk(data, soort, plan) + b" -->\n"


def is_onveranderd(data: bytes, soort: str) -> bool:
    """Whether a file was made here and is still what it was then.

    Other line ends in a text do not count: git and editors change those for a whole file at once.
    """
    kaal, code, plan = _zonder_merk(data, soort)
    return code == _code(kaal, soort, plan)


def made_for(data: bytes, soort: str) -> str:
    """Return the key of the plan in a mark; empty without one."""
    return _zonder_merk(data, soort)[2]


def _merk(data: bytes, soort: str, plan: str) -> bytes:
    delen = (b"uitvoeringsplan", _code(data, soort, plan), plan.encode())
    return b" ".join(filter(None, delen))


def _code(data: bytes, soort: str, plan: str) -> bytes:
    if soort not in ("pdf", "odt"):
        data = data.replace(b"\r\n", b"\n")
    som = sha256(data)
    som.update(plan.encode())
    return som.hexdigest()[:_CODE].encode()


def _zonder_merk(data: bytes, soort: str) -> tuple[bytes, bytes, str]:
    """Return what a file is without its mark, and the fingerprint and the key in it."""
    if soort == "odt":
        gevonden = _ZIP.search(data, max(0, len(data) - _LANGST))
        if gevonden is None or struct.unpack("<H", gevonden[2])[0] != len(data) - gevonden.end(2):
            return data, b"", ""
        return data[: gevonden.end(1)] + b"\0\0", gevonden[3], (gevonden[4] or b"").decode()
    if soort == "pdf":
        slot = max(0, data.rfind(_SLOT))
        if (gevonden := _PDF.search(data, max(0, slot - _LANGST), slot + len(_SLOT) + 1)) is None:
            return data, b"", ""
        kaal = data[: gevonden.start()] + data[gevonden.end() :]
        return kaal, gevonden[1], (gevonden[2] or b"").decode()
    data = data.replace(b"\r\n", b"\n")
    if (gevonden := _XML.search(data, max(0, len(data) - _LANGST))) is None:
        return data, b"", ""
    return data[: gevonden.start()], gevonden[1], (gevonden[2] or b"").decode()
