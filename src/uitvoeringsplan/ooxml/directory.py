"""The list of members of a package from outside, judged before a byte of any member is copied."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import MAX_LEDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SAMEN = 300 * 2**20  # bytes of all members, inflated

_INDEX = struct.Struct("<4s4x2H8x2L3H8xL")
_KOP = 30  # bytes before the name of a member that every local header takes
_ZIP64 = 0xFFFFFFFF
_EINDE, _EINDE_64 = b"PK\5\6", b"PK\6\7"
_UTF8 = 0x800
_BESCHADIGD = (
    "dit is geen Word-bestand (.docx), of het is beschadigd. Open het in Word en sla het opnieuw"
    " op."
)


def toets_ledenlijst(data: bytes, pad: str) -> None:
    """Refuse what the list of members gives away, before a byte of any member is copied."""
    einde = data.rfind(_EINDE)
    if einde < 0 or len(data) < einde + 22:
        return  # no zip at all; reading says so
    if data[einde - 20 : einde - 16] == _EINDE_64:
        raise SjabloonError(
            pad, "dit bestand is ingepakt als een heel groot bestand (zip64). Sla het in Word"
            " opnieuw op.",
        )  # fmt: skip
    aantal, index = struct.unpack_from("<H4xL", data, einde + 10)
    if aantal > MAX_LEDEN:
        raise SjabloonError(pad, f"dit bestand heeft meer dan {MAX_LEDEN} onderdelen.")
    ingepakt_, uitgepakt_ = 0, 0
    try:
        for naam, methode, klein, groot in _leden(data, aantal, index):
            if methode not in (0, 8):
                raise SjabloonError(
                    pad, "dit bestand is op een ongewone manier ingepakt. Sla het in Word opnieuw"
                    " op.",
                )  # fmt: skip
            if _is_verdacht(naam):
                raise SjabloonError(
                    pad, f"een onderdeel van dit bestand heeft een verdachte naam: {naam[:60]!r}."
                )
            ingepakt_ += klein + _KOP
            uitgepakt_ += groot
    except (struct.error, ValueError):
        raise SjabloonError(pad, _BESCHADIGD) from None
    if uitgepakt_ > MAX_SAMEN:
        raise SjabloonError(pad, f"dit bestand is uitgepakt groter dan {MAX_SAMEN // 2**20} MB.")
    if ingepakt_ > len(data):  # members that lie over each other, as in a zip bomb
        raise SjabloonError(pad, _BESCHADIGD)


def _leden(data: bytes, aantal: int, index: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield the name, the method and both sizes of every member; raises ValueError."""
    for _ in range(aantal):
        teken, vlaggen, methode, klein, groot, naam, extra, opmerking, kop = _INDEX.unpack_from(
            data, index
        )
        if teken != b"PK\1\2" or _ZIP64 in (klein, groot, kop):
            raise ValueError
        begin = index + _INDEX.size
        yield (
            data[begin : begin + naam].decode("utf-8" if vlaggen & _UTF8 else "cp437"),
            methode,
            klein,
            groot,
        )
        index = begin + naam + extra + opmerking


def _is_verdacht(naam: str) -> bool:
    """Whether a name would lead outside the package, or upset the terminal that shows it."""
    stappen = naam.split("/")
    vreemd = not naam.isprintable() or any(teken in naam for teken in "\\:")
    return vreemd or not stappen[0] or ".." in stappen
