"""A picture to the same picture without metadata, by its first bytes.

Nothing is decoded and encoded again: pieces that hold no pixels are left out, so that what is shown
is the same to the bit. What tells how to show it stays: resolution, colour profile, orientation.

Sources: W3C, PNG (third edition), chapter 11; CompuServe, GIF89a; ITU-T T.81, annex B, and T.871
(JFIF); Exif; [MS-EMF].
"""

from __future__ import annotations

import struct

from uitvoeringsplan.errors import AfbeeldingError

_KOP = 8
_STAYS = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
        b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    )
)  # fmt: skip


def strip_png(data: bytes) -> bytes:
    """Return a PNG with only those chunks, and nothing behind its end; ValueError when damaged."""
    result, place = [data[:_KOP]], _KOP
    while place + 12 <= len(data):
        length, name = struct.unpack_from(">L4s", data, place)
        end = place + 12 + length
        if end > len(data):
            break
        if name in _STAYS:
            result.append(data[place:end])
        if name == b"IEND":
            return b"".join(result)
        place = end
    raise ValueError


_PICTURE, _UITBREIDING, _SLOT = 0x2C, 0x21, 0x3B
_STURING, _APPLICATION = 0xF9, 0xFF
# How often it repeats, and its colours.
_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def strip_gif(data: bytes) -> bytes:
    """Return a GIF without comments and data of programs, and nothing behind its end.

    Raises IndexError when it is damaged.
    """
    place = 13 + _tabel(data[10])
    result = [data[:place]]
    while data[place] != _SLOT:
        start = place
        if data[place] == _PICTURE:
            place = _after_blocks(data, place + 10 + _tabel(data[place + 9]) + 1)
            stays = True
        elif data[place] == _UITBREIDING:
            kind = data[place + 1]
            place = _after_blocks(data, place + 2)
            name = data[start + 3 : start + 14]
            stays = kind == _STURING or (kind == _APPLICATION and name in _APPLICATIONS)
        else:
            raise IndexError
        if stays:
            result.append(data[start:place])
    return b"".join((*result, b"\x3b"))


def _tabel(flags: int) -> int:
    """Return the size of a table of colours, 0 when there is none."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1


_SOS, _EOI = 0xDA, 0xD9
_LOS = frozenset((0x01, *range(0xD0, 0xD9)))  # marks without a length
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_KOP = 12  # with the resolution, up to the size of a small picture in it
# Of Exif only how the picture lies, and its resolution.
_DIRECTION, _WIDTH, _HEIGHT, _UNIT = 0x0112, 0x011A, 0x011B, 0x0128


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, places, names, small pictures and what is behind its end.

    Raises ValueError when it is damaged.
    """
    result, place = [data[:2]], 2
    while data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xFF:  # filling
            place += 1
            continue
        if mark == _EOI:
            return b"".join((*result, b"\xff\xd9"))
        if mark in _LOS:
            result.append(data[place : place + 2])
            place += 2
            continue
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if end > len(data) or end < place + 4:
            raise ValueError
        result.append(_segment(mark, data[place:end]))
        place = end
        if mark == _SOS:
            end = _end_of_punten(data, place)
            result.append(data[place:end])
            place = end
    raise ValueError


def _end_of_punten(data: bytes, place: int) -> int:
    """Return where the pixels behind a SOS end: at a mark that is neither filling nor a restart."""
    while True:
        place = data.index(b"\xff", place)
        following = data[place + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            place += 2
        elif following == 0xFF:
            place += 1
        else:
            return place


def _segment(mark: int, run: bytes) -> bytes:
    """Return a segment as it may stay, empty when it goes."""
    content = run[4:]
    if mark == _APP0:
        if not content.startswith(_JFIF):
            return b""
        return _als_segment(mark, content[:_JFIF_KOP] + b"\0\0")
    if mark == _APP1:
        return _exif(content) if content.startswith(_EXIF) else b""
    if mark == _APP2:
        return run if content.startswith(_ICC) else b""
    if mark == _APP14:
        return run if content.startswith(_ADOBE) else b""
    return b"" if mark == _COM or _APP0 <= mark <= _APP15 else run


def _als_segment(mark: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def _exif(content: bytes) -> bytes:
    """Return a small Exif segment with orientation and resolution; empty when they say nothing."""
    tiff = content[len(_EXIF) :]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return b""
    try:
        values = _first_folder(tiff, order)
    except struct.error:
        return b""
    velden: list[tuple[int, int, int, bytes]] = []
    at_end: list[bytes] = []
    start = 8 + 2 + 12 * len(values) + 4
    for name, (kind, value) in sorted(values.items()):
        raw = value
        if len(value) > 4:
            raw = struct.pack(order + "L", start + sum(map(len, at_end)))
            at_end.append(value)
        velden.append((name, kind, 1, raw.ljust(4, b"\0")))
    if not velden:
        return b""
    lijst = b"".join(struct.pack(order + "HHL4s", *veld) for veld in velden)
    kop = tiff[:4] + struct.pack(order + "LH", 8, len(velden))
    return _als_segment(_APP1, _EXIF + kop + lijst + bytes(4) + b"".join(at_end))


def _first_folder(tiff: bytes, order: str) -> dict[int, tuple[int, bytes]]:
    """Return what stays of the first directory: type and raw value by tag."""
    (place,) = struct.unpack_from(order + "L", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, place)
    result = {}
    for i in range(count):
        name, kind, time, raw = struct.unpack_from(order + "HHL4s", tiff, place + 2 + 12 * i)
        if (name, kind, time) in ((_DIRECTION, 3, 1), (_UNIT, 3, 1)):
            result[name] = (kind, raw[:2])
        elif (name, kind, time) in ((_WIDTH, 5, 1), (_HEIGHT, 5, 1)):
            (far,) = struct.unpack(order + "L", raw)
            result[name] = (kind, struct.pack("8s", tiff[far : far + 8]))
    return result


_COMMENT, _EOF = 70, 14
# Comments that are part of the drawing: EMF+, its state, and those of the format itself.
_TEKENT = (b"EMF+", b"EMFS", b"GDIC")


def is_emf(data: bytes) -> bool:
    """Whether this is an EMF."""
    return data[:4] == b"\1\0\0\0" and data[40:44] == b" EMF"


def strip_emf(data: bytes) -> bytes:
    """Return the drawing with zeros for its description and the comments of programs.

    Everything stays in its place, because records point at places. ValueError when it is damaged.
    """
    result = bytearray(data)
    length, start = struct.unpack_from("<LL", data, 60)
    if start and start + 2 * length <= len(data):
        result[start : start + 2 * length] = bytes(2 * length)
    place = 0
    while place + 8 <= len(data):
        kind, size = struct.unpack_from("<LL", data, place)
        if size < 8 or place + size > len(data):
            raise ValueError
        if kind == _COMMENT and data[place + 12 : place + 16] not in _TEKENT:
            result[place + 12 : place + size] = bytes(size - 12)
        place += size
        if kind == _EOF:
            return bytes(result[:place])
    raise ValueError


_BITMAPS = {"png": strip_png, "jpg": strip_jpeg, "jpeg": strip_jpeg, "gif": strip_gif}


def strip_metadata(data: bytes) -> bytes | None:
    """Return the picture without metadata, None when its kind is not one that we know.

    Raises AfbeeldingError when it is damaged.
    """
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return strip_png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return strip_jpeg(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return strip_gif(data)
        if is_emf(data):
            return strip_emf(data)
        if any(spoor in data[:4096].replace(b"\0", b"") for spoor in (b"<svg", b":svg")):
            from uitvoeringsplan.drawing.svg_metadata import strip_svg  # noqa: PLC0415 - few have one

            return strip_svg(data, _BITMAPS)
    except (IndexError, ValueError, struct.error) as error:
        raise AfbeeldingError("de afbeelding is beschadigd. Sla haar opnieuw op.") from error
    return None
