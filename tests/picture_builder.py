"""Small pictures, made by hand: a PNG, a JPEG and an SVG of any size."""

from __future__ import annotations

import struct
import zlib


def _stuk(naam: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">L", zlib.crc32(naam + inhoud))
    return struct.pack(">L", len(inhoud)) + naam + inhoud + som


def png(breed: int = 60, hoog: int = 20, dpi: float = 0, beelden: int = 1) -> bytes:
    """Return a PNG of one colour; without `beelden` it has no pixels."""
    rij = b"\0" + b"\x0b\x55\x63" * breed
    maat = struct.pack(">LLBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    per_meter = round(dpi / 0.0254)
    stukken = [_stuk(b"IHDR", maat)]
    if dpi:
        stukken.append(_stuk(b"pHYs", struct.pack(">LLB", per_meter, per_meter, 1)))
    stukken += [_stuk(b"IDAT", zlib.compress(rij * hoog, 9))] * beelden
    return b"\x89PNG\r\n\x1a\n" + b"".join([*stukken, _stuk(b"IEND", b"")])


def jpeg(breed: int = 60, hoog: int = 20, dpi: int = 0, vorm: int = 0xC0) -> bytes:
    """Return the segments of a JPEG, up to and with its end; no decoder would show it."""

    def deel(merk: int, inhoud: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, merk, len(inhoud) + 2) + inhoud

    return b"".join(
        (
            b"\xff\xd8",
            deel(0xE0, b"JFIF\0" + struct.pack(">BBBHHBB", 1, 1, 1 if dpi else 0, dpi, dpi, 0, 0)),
            deel(0xE1, b"Exif\0\0" + bytes(40)),
            deel(0xDB, bytes(65)),
            deel(0xC4, bytes(30)),
            b"\xff",  # filling between segments is allowed
            deel(vorm, struct.pack(">BHHB", 8, hoog, breed, 1) + b"\x01\x11\x00"),
            deel(0xDA, b"\x01\x01\x00\x00\x3f\x00"),
            b"\x12\x34\xff\x00\x56",
            b"\xff\xd9",
        )
    )


def svg(binnen: str = '<rect width="60" height="20"/>', kop: str = 'viewBox="0 0 60 20"') -> bytes:
    """Return a drawing."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {kop}>'
        f"{binnen}</svg>"
    ).encode()
