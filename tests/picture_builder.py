"""Small pictures, made by hand: a PNG, a JPEG and an SVG of any size."""

from __future__ import annotations

import struct
import zlib


def _run(name: bytes, content: bytes) -> bytes:
    som = struct.pack(">L", zlib.crc32(name + content))
    return struct.pack(">L", len(content)) + name + content + som


def png(width: int = 60, height: int = 20, dpi: float = 0, pictures: int = 1) -> bytes:
    """Return a PNG of one colour; without `pictures` it has no pixels."""
    rij = b"\0" + b"\x0b\x55\x63" * width
    size = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    per_meter = round(dpi / 0.0254)
    runs = [_run(b"IHDR", size)]
    if dpi:
        runs.append(_run(b"pHYs", struct.pack(">LLB", per_meter, per_meter, 1)))
    runs += [_run(b"IDAT", zlib.compress(rij * height, 9))] * pictures
    return b"\x89PNG\r\n\x1a\n" + b"".join([*runs, _run(b"IEND", b"")])


def jpeg(width: int = 60, height: int = 20, dpi: int = 0, form: int = 0xC0) -> bytes:
    """Return the segments of a JPEG, up to and with its end; no decoder would show it."""

    def part(mark: int, content: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content

    return b"".join(
        (
            b"\xff\xd8",
            part(0xE0, b"JFIF\0" + struct.pack(">BBBHHBB", 1, 1, 1 if dpi else 0, dpi, dpi, 0, 0)),
            part(0xE1, b"Exif\0\0" + bytes(40)),
            part(0xDB, bytes(65)),
            part(0xC4, bytes(30)),
            b"\xff",  # filling between segments is allowed
            part(form, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"),
            part(0xDA, b"\x01\x01\x00\x00\x3f\x00"),
            b"\x12\x34\xff\x00\x56",
            b"\xff\xd9",
        )
    )


def svg(inside: str = '<rect width="60" height="20"/>', kop: str = 'viewBox="0 0 60 20"') -> bytes:
    """Return a drawing."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {kop}>'
        f"{inside}</svg>"
    ).encode()
