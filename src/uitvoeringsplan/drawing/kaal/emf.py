"""EMF, the drawings of Windows: the name of the program and the picture. Source: MS-EMF 2.3.4.2."""

from __future__ import annotations

import struct

_OPMERKING, _EOF = 70, 14
# Comments that are part of the drawing: EMF+, its state, and those of the format itself.
_TEKENT = (b"EMF+", b"EMFS", b"GDIC")


def is_emf(data: bytes) -> bool:
    """Whether this is an EMF."""
    return data[:4] == b"\1\0\0\0" and data[40:44] == b" EMF"


def kale_emf(data: bytes) -> bytes:
    """Return the drawing with zeros for its description and the comments of programs.

    Everything stays in its place, because records point at places. ValueError when it is damaged.
    """
    uit = bytearray(data)
    lengte, begin = struct.unpack_from("<LL", data, 60)
    if begin and begin + 2 * lengte <= len(data):
        uit[begin : begin + 2 * lengte] = bytes(2 * lengte)
    plek = 0
    while plek + 8 <= len(data):
        soort, maat = struct.unpack_from("<LL", data, plek)
        if maat < 8 or plek + maat > len(data):
            raise ValueError
        if soort == _OPMERKING and data[plek + 12 : plek + 16] not in _TEKENT:
            uit[plek + 12 : plek + maat] = bytes(maat - 12)
        plek += maat
        if soort == _EOF:
            return bytes(uit[:plek])
    raise ValueError
