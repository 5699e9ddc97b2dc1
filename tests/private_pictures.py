"""Pictures with everything that programs and cameras write in them; their pixels are real."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms, PngImagePlugin

_SIZE = (24, 16)


def _picture() -> Image.Image:
    picture = Image.new("RGB", _SIZE)
    picture.putdata(
        [(x * 9 % 256, y * 15 % 256, (x + y) * 5 % 256) for y in range(16) for x in range(24)]
    )
    return picture


@cache  # it holds the second in which it was made
def profile() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(who: str, direction: int = 6) -> bytes:
    """Return what a telephone writes: who, where, and how it was held."""
    result = Image.Exif()
    result[0x0112] = direction
    result[0x011A], result[0x011B], result[0x0128] = 150.0, 150.0, 2
    result[0x010F] = result[0x0131] = result[0x013B] = who
    result.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 7.0), 29: who})
    return result.tobytes()


def png(who: str) -> bytes:
    """Return a PNG with text, a date, Exif, a private chunk, and more behind its end."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", who)
    text.add_text("Comment", who, zip=True)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{who}</x>", zip=True)
    result = io.BytesIO()
    _picture().save(
        result, "PNG", pnginfo=text, dpi=(150, 150), icc_profile=profile(), exif=exif(who)
    )
    data = result.getvalue()
    own = b"".join(_run(name, who.encode()) for name in (b"tIME", b"prVt"))
    return data[:33] + own + data[33:] + who.encode()


def _run(name: bytes, content: bytes) -> bytes:
    som = struct.pack(">L", zlib.crc32(name + content))
    return struct.pack(">L", len(content)) + name + content + som


def jpeg(who: str, *, progressief: bool = False) -> bytes:
    """Return a JPEG with Exif, XMP, IPTC, a comment, a profile, and a film behind its end."""
    result = io.BytesIO()
    _picture().save(
        result, "JPEG", dpi=(150, 150), icc_profile=profile(), exif=exif(who), comment=who.encode(),
        progressive=progressief,
    )  # fmt: skip
    data = result.getvalue()
    segmenten = b"".join(
        struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content
        for mark, content in (
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + who.encode()),
            (0xED, b"Photoshop 3.0\0" + who.encode()),
            (0xE0, b"JFXX\0\x10" + who.encode()),
            (0xE5, who.encode()),
        )
    )
    return data[:20] + segmenten + data[20:] + who.encode()


def gif(who: str) -> bytes:
    """Return a GIF that moves, with a comment and XMP."""
    result = io.BytesIO()
    pictures = [_picture().convert("P"), _picture().rotate(180).convert("P")]
    pictures[0].save(
        result, "GIF", save_all=True, append_images=pictures[1:], loop=0, comment=who.encode()
    )
    data = result.getvalue()
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes([len(who)]) + who.encode() + b"\0"
    kop = 13 + 3 * 2 ** ((data[10] & 7) + 1)
    return data[:kop] + xmp + data[kop:] + who.encode()


def svg(who: str) -> bytes:
    """Return a drawing as Inkscape writes it, with a photograph in it."""
    foto = base64.b64encode(png(who)).decode()
    return (
        f'<?xml version="1.0"?><!-- {who} --><svg xmlns="http://www.w3.org/2000/svg"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
        ' xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 24 16"'
        f' sodipodi:docname="{who}.svg" inkscape:export-filename="C:\\{who}\\x.png">'
        f'<metadata><rdf xmlns="urn:rdf">{who}</rdf></metadata>'
        f'<sodipodi:namedview id="{who}"/><title>Wapen</title>'
        f'<g inkscape:label="{who} > laag" id="laag"><rect width="9" height="9" data-name="{who}"/>'
        f'<image width="4" height="4" xlink:href="data:image/png;base64,{foto}"/></g></svg>'
    ).encode()
