"""Pictures with everything that programs and cameras write in them; their pixels are real."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms, PngImagePlugin

_MAAT = (24, 16)


def _beeld() -> Image.Image:
    beeld = Image.new("RGB", _MAAT)
    beeld.putdata(
        [(x * 9 % 256, y * 15 % 256, (x + y) * 5 % 256) for y in range(16) for x in range(24)]
    )
    return beeld


@cache  # it holds the second in which it was made
def profiel() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(wie: str, richting: int = 6) -> bytes:
    """Return what a telephone writes: who, where, and how it was held."""
    uit = Image.Exif()
    uit[0x0112] = richting
    uit[0x011A], uit[0x011B], uit[0x0128] = 150.0, 150.0, 2
    uit[0x010F] = uit[0x0131] = uit[0x013B] = wie
    uit.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 7.0), 29: wie})
    return uit.tobytes()


def png(wie: str) -> bytes:
    """Return a PNG with text, a date, Exif, a private chunk, and more behind its end."""
    tekst = PngImagePlugin.PngInfo()
    tekst.add_text("Author", wie)
    tekst.add_text("Comment", wie, zip=True)
    tekst.add_itxt("XML:com.adobe.xmp", f"<x>{wie}</x>", zip=True)
    uit = io.BytesIO()
    _beeld().save(uit, "PNG", pnginfo=tekst, dpi=(150, 150), icc_profile=profiel(), exif=exif(wie))
    data = uit.getvalue()
    eigen = b"".join(_stuk(naam, wie.encode()) for naam in (b"tIME", b"prVt"))
    return data[:33] + eigen + data[33:] + wie.encode()


def _stuk(naam: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">L", zlib.crc32(naam + inhoud))
    return struct.pack(">L", len(inhoud)) + naam + inhoud + som


def jpeg(wie: str, *, progressief: bool = False) -> bytes:
    """Return a JPEG with Exif, XMP, IPTC, a comment, a profile, and a film behind its end."""
    uit = io.BytesIO()
    _beeld().save(
        uit, "JPEG", dpi=(150, 150), icc_profile=profiel(), exif=exif(wie), comment=wie.encode(),
        progressive=progressief,
    )  # fmt: skip
    data = uit.getvalue()
    segmenten = b"".join(
        struct.pack(">BBH", 0xFF, merk, len(inhoud) + 2) + inhoud
        for merk, inhoud in (
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + wie.encode()),
            (0xED, b"Photoshop 3.0\0" + wie.encode()),
            (0xE0, b"JFXX\0\x10" + wie.encode()),
            (0xE5, wie.encode()),
        )
    )
    return data[:20] + segmenten + data[20:] + wie.encode()


def gif(wie: str) -> bytes:
    """Return a GIF that moves, with a comment and XMP."""
    uit = io.BytesIO()
    beelden = [_beeld().convert("P"), _beeld().rotate(180).convert("P")]
    beelden[0].save(
        uit, "GIF", save_all=True, append_images=beelden[1:], loop=0, comment=wie.encode()
    )
    data = uit.getvalue()
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes([len(wie)]) + wie.encode() + b"\0"
    kop = 13 + 3 * 2 ** ((data[10] & 7) + 1)
    return data[:kop] + xmp + data[kop:] + wie.encode()


def svg(wie: str) -> bytes:
    """Return a drawing as Inkscape writes it, with a photograph in it."""
    foto = base64.b64encode(png(wie)).decode()
    return (
        f'<?xml version="1.0"?><!-- {wie} --><svg xmlns="http://www.w3.org/2000/svg"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
        ' xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 24 16"'
        f' sodipodi:docname="{wie}.svg" inkscape:export-filename="C:\\{wie}\\x.png">'
        f'<metadata><rdf xmlns="urn:rdf">{wie}</rdf></metadata>'
        f'<sodipodi:namedview id="{wie}"/><title>Wapen</title>'
        f'<g inkscape:label="{wie} > laag" id="laag"><rect width="9" height="9" data-name="{wie}"/>'
        f'<image width="4" height="4" xlink:href="data:image/png;base64,{foto}"/></g></svg>'
    ).encode()
