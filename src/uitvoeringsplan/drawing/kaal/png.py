"""PNG: the chunks that decide what is shown. Source: W3C, PNG (third edition), chapter 11."""

from __future__ import annotations

import struct

_KOP = 8
_BLIJFT = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
        b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    )
)  # fmt: skip


def kale_png(data: bytes) -> bytes:
    """Return a PNG with only those chunks, and nothing behind its end; ValueError when damaged."""
    uit, plek = [data[:_KOP]], _KOP
    while plek + 12 <= len(data):
        lengte, naam = struct.unpack_from(">L4s", data, plek)
        einde = plek + 12 + lengte
        if einde > len(data):
            break
        if naam in _BLIJFT:
            uit.append(data[plek:einde])
        if naam == b"IEND":
            return b"".join(uit)
        plek = einde
    raise ValueError
