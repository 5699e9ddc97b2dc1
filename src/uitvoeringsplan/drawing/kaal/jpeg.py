"""JPEG: the segments that decide what is shown. Source: ITU-T T.81, annex B; T.871 (JFIF); Exif."""

from __future__ import annotations

import struct

_SOS, _EOI = 0xDA, 0xD9
_LOS = frozenset((0x01, *range(0xD0, 0xD9)))  # marks without a length
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_KOP = 12  # with the resolution, up to the size of a small picture in it
# Of Exif only how the picture lies, and its resolution.
_RICHTING, _BREED, _HOOG, _EENHEID = 0x0112, 0x011A, 0x011B, 0x0128


def kale_jpeg(data: bytes) -> bytes:
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
