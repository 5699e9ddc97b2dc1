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
_MARK = rb"uitvoeringsplan ([0-9a-f]{16})(?: ([0-9a-f]{24}))?"
_XML = re.compile(rb"<!-- " + _MARK + rb" -->\n\Z")
_PDF = re.compile(rb"%" + _MARK + rb"\n(?=startxref\s)")
_END = b"startxref"
# The end of the central directory; its last two bytes say how long the comment is.
_ZIP = re.compile(rb"(PK\x05\x06.{16})(..)" + _MARK + rb"\Z", re.DOTALL)
_ZIP_END, _ZIP_LENGTH = b"PK\x05\x06", 22
_LONGEST = 100  # bytes; more than a mark and what is around it take


def marked(data: bytes, kind: str, plan: str = "") -> bytes:
    """Return a file with its mark; `kind` is md, html, pdf or odt, or ends in xml.

    `plan` is the key of the plan, 24 hexadecimal digits or nothing. A PDF or ODT that ends
    otherwise than such files do comes back as it was.
    """
    if kind == "pdf":
        place = data.rfind(_END)
        mark = b"%" + _mark(data, kind, plan) + b"\n"
        return data if place < 0 else data[:place] + mark + data[place:]
    if kind == "odt":
        mark = _mark(data, kind, plan)
        if data[-_ZIP_LENGTH:-2].startswith(_ZIP_END) and data.endswith(b"\0\0"):
            return data[:-2] + struct.pack("<H", len(mark)) + mark
        return data
    if kind == "md":
        data += b"\n"  # a line of its own, or it would become a part of the list or table above it
    return data + b"<!-- " + _mark(data, kind, plan) + b" -->\n"


def is_unchanged(data: bytes, kind: str) -> bool:
    """Whether a file was made here and is still what it was then.

    Other line ends in a text do not count: git and editors change those for a whole file at once.
    """
    bare_text, code, plan = _without_mark(data, kind)
    return code == _code(bare_text, kind, plan)


def made_for(data: bytes, kind: str) -> str:
    """Return the key of the plan in a mark; empty without one."""
    return _without_mark(data, kind)[2]


def _mark(data: bytes, kind: str, plan: str) -> bytes:
    parts = (b"uitvoeringsplan", _code(data, kind, plan), plan.encode())
    return b" ".join(filter(None, parts))


def _code(data: bytes, kind: str, plan: str) -> bytes:
    if kind not in ("pdf", "odt"):
        data = data.replace(b"\r\n", b"\n")
    som = sha256(data)
    som.update(plan.encode())
    return som.hexdigest()[:_CODE].encode()


def _without_mark(data: bytes, kind: str) -> tuple[bytes, bytes, str]:
    """Return what a file is without its mark, and the fingerprint and the key in it."""
    if kind == "odt":
        found = _ZIP.search(data, max(0, len(data) - _LONGEST))
        if found is None or struct.unpack("<H", found[2])[0] != len(data) - found.end(2):
            return data, b"", ""
        return data[: found.end(1)] + b"\0\0", found[3], (found[4] or b"").decode()
    if kind == "pdf":
        end_part = max(0, data.rfind(_END))
        if (
            found := _PDF.search(data, max(0, end_part - _LONGEST), end_part + len(_END) + 1)
        ) is None:
            return data, b"", ""
        bare_text = data[: found.start()] + data[found.end() :]
        return bare_text, found[1], (found[2] or b"").decode()
    data = data.replace(b"\r\n", b"\n")
    if (found := _XML.search(data, max(0, len(data) - _LONGEST))) is None:
        return data, b"", ""
    return data[: found.start()], found[1], (found[2] or b"").decode()
