"""GIF: the blocks that decide what is shown. Source: CompuServe, GIF89a."""

from __future__ import annotations

_BEELD, _UITBREIDING, _SLOT = 0x2C, 0x21, 0x3B
_STURING, _TOEPASSING = 0xF9, 0xFF
# How often it repeats, and its colours.
_TOEPASSINGEN = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def kale_gif(data: bytes) -> bytes:
    """Return a GIF without comments and data of programs, and nothing behind its end.

    Raises IndexError when it is damaged.
    """
    plek = 13 + _tabel(data[10])
    uit = [data[:plek]]
    while data[plek] != _SLOT:
        begin = plek
        if data[plek] == _BEELD:
            plek = _na_blokken(data, plek + 10 + _tabel(data[plek + 9]) + 1)
            blijft = True
        elif data[plek] == _UITBREIDING:
            soort = data[plek + 1]
            plek = _na_blokken(data, plek + 2)
            naam = data[begin + 3 : begin + 14]
            blijft = soort == _STURING or (soort == _TOEPASSING and naam in _TOEPASSINGEN)
        else:
            raise IndexError
        if blijft:
            uit.append(data[begin:plek])
    return b"".join((*uit, b"\x3b"))


def _tabel(vlaggen: int) -> int:
    """Return the size of a table of colours, 0 when there is none."""
    return 3 * 2 ** ((vlaggen & 7) + 1) if vlaggen & 0x80 else 0


def _na_blokken(data: bytes, plek: int) -> int:
    while data[plek]:
        plek += data[plek] + 1
    return plek + 1
