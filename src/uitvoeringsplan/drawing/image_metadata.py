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
_BLIJFT = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
        b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    )
)  # fmt: skip


def strip_png(data: bytes) -> bytes:
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


_BEELD, _UITBREIDING, _SLOT = 0x2C, 0x21, 0x3B
_STURING, _TOEPASSING = 0xF9, 0xFF
# How often it repeats, and its colours.
_TOEPASSINGEN = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def strip_gif(data: bytes) -> bytes:
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


_SOS, _EOI = 0xDA, 0xD9
_LOS = frozenset((0x01, *range(0xD0, 0xD9)))  # marks without a length
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_KOP = 12  # with the resolution, up to the size of a small picture in it
# Of Exif only how the picture lies, and its resolution.
_RICHTING, _BREED, _HOOG, _EENHEID = 0x0112, 0x011A, 0x011B, 0x0128


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, places, names, small pictures and what is behind its end.

    Raises ValueError when it is damaged.
    """
    uit, plek = [data[:2]], 2
    while data[plek] == 0xFF:
        merk = data[plek + 1]
        if merk == 0xFF:  # filling
            plek += 1
            continue
        if merk == _EOI:
            return b"".join((*uit, b"\xff\xd9"))
        if merk in _LOS:
            uit.append(data[plek : plek + 2])
            plek += 2
            continue
        einde = plek + 2 + int.from_bytes(data[plek + 2 : plek + 4], "big")
        if einde > len(data) or einde < plek + 4:
            raise ValueError
        uit.append(_segment(merk, data[plek:einde]))
        plek = einde
        if merk == _SOS:
            einde = _einde_van_punten(data, plek)
            uit.append(data[plek:einde])
            plek = einde
    raise ValueError


def _einde_van_punten(data: bytes, plek: int) -> int:
    """Return where the pixels behind a SOS end: at a mark that is neither filling nor a restart."""
    while True:
        plek = data.index(b"\xff", plek)
        volgende = data[plek + 1]
        if volgende == 0 or 0xD0 <= volgende <= 0xD7:
            plek += 2
        elif volgende == 0xFF:
            plek += 1
        else:
            return plek


def _segment(merk: int, stuk: bytes) -> bytes:
    """Return a segment as it may stay, empty when it goes."""
    inhoud = stuk[4:]
    if merk == _APP0:
        if not inhoud.startswith(_JFIF):
            return b""
        return _als_segment(merk, inhoud[:_JFIF_KOP] + b"\0\0")
    if merk == _APP1:
        return _exif(inhoud) if inhoud.startswith(_EXIF) else b""
    if merk == _APP2:
        return stuk if inhoud.startswith(_ICC) else b""
    if merk == _APP14:
        return stuk if inhoud.startswith(_ADOBE) else b""
    return b"" if merk == _COM or _APP0 <= merk <= _APP15 else stuk


def _als_segment(merk: int, inhoud: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, merk, len(inhoud) + 2) + inhoud


def _exif(inhoud: bytes) -> bytes:
    """Return a small Exif segment with orientation and resolution; empty when they say nothing."""
    tiff = inhoud[len(_EXIF) :]
    orde = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if orde is None:
        return b""
    try:
        waarden = _eerste_map(tiff, orde)
    except struct.error:
        return b""
    velden: list[tuple[int, int, int, bytes]] = []
    achteraan: list[bytes] = []
    begin = 8 + 2 + 12 * len(waarden) + 4
    for naam, (soort, waarde) in sorted(waarden.items()):
        ruw = waarde
        if len(waarde) > 4:
            ruw = struct.pack(orde + "L", begin + sum(map(len, achteraan)))
            achteraan.append(waarde)
        velden.append((naam, soort, 1, ruw.ljust(4, b"\0")))
    if not velden:
        return b""
    lijst = b"".join(struct.pack(orde + "HHL4s", *veld) for veld in velden)
    kop = tiff[:4] + struct.pack(orde + "LH", 8, len(velden))
    return _als_segment(_APP1, _EXIF + kop + lijst + bytes(4) + b"".join(achteraan))


def _eerste_map(tiff: bytes, orde: str) -> dict[int, tuple[int, bytes]]:
    """Return what stays of the first directory: type and raw value by tag."""
    (plek,) = struct.unpack_from(orde + "L", tiff, 4)
    (aantal,) = struct.unpack_from(orde + "H", tiff, plek)
    uit = {}
    for i in range(aantal):
        naam, soort, keer, ruw = struct.unpack_from(orde + "HHL4s", tiff, plek + 2 + 12 * i)
        if (naam, soort, keer) in ((_RICHTING, 3, 1), (_EENHEID, 3, 1)):
            uit[naam] = (soort, ruw[:2])
        elif (naam, soort, keer) in ((_BREED, 5, 1), (_HOOG, 5, 1)):
            (ver,) = struct.unpack(orde + "L", ruw)
            uit[naam] = (soort, struct.pack("8s", tiff[ver : ver + 8]))
    return uit


_OPMERKING, _EOF = 70, 14
# Comments that are part of the drawing: EMF+, its state, and those of the format itself.
_TEKENT = (b"EMF+", b"EMFS", b"GDIC")


def is_emf(data: bytes) -> bool:
    """Whether this is an EMF."""
    return data[:4] == b"\1\0\0\0" and data[40:44] == b" EMF"


def strip_emf(data: bytes) -> bytes:
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
    except (IndexError, ValueError, struct.error) as fout:
        raise AfbeeldingError("de afbeelding is beschadigd. Sla haar opnieuw op.") from fout
    return None
