"""A .docx as a zip package: members in, members out, the untouched ones still compressed.

The standard `zipfile` must inflate and deflate every member and costs more time to import than a
whole plan takes to fill. Here an untouched member is copied as it lies, and what we write has
fixed dates and attributes, so that the same content gives the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_PART = 16 * 2**20  # bytes of one part, inflated; the largest seen in 2,000 real files is 3 MB
MAX_PACKAGE = 25 * 2**20
MAX_MEMBERS = 3_000
MAX_INFLATED = 300 * 2**20  # bytes of all members, inflated

_END = struct.Struct("<4s4H2LH")
_INDEX = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
# 1 January 1980, the zero of a zip's clock.
_DATE = 33
_LEVEL = 4  # 6 takes twice as long for an eighth of the size
_ENCRYPTED = 0x1
_UTF8 = 0x800
_ZIP64 = 0xFFFFFFFF
_END_SIGN, _END_64 = b"PK\5\6", b"PK\6\7"


class Member(NamedTuple):
    """One member: its name and how it lies in the package."""

    naam: str
    methode: int  # 0 stored, 8 deflated
    crc: int
    grootte: int  # inflated
    ruw: bytes


class Package(NamedTuple):
    """All members by name, in the order of the package."""

    pad: str
    leden: dict[str, Member]

    def inhoud(self, naam: str) -> bytes:
        """Return the inflated content of a member; raises SjabloonError."""
        lid = self.leden.get(naam)
        if lid is None:
            if (
                "mimetype" in self.leden
            ):  # as every OpenDocument and EPUB file has, and no Word file
                raise SjabloonError(
                    self.pad,
                    "dit is een bestand van een ander programma, zoals een odt. Open het en sla het"
                    " op als Word-bestand (.docx).",
                )
            raise SjabloonError(self.pad, f"in dit Word-bestand ontbreekt het onderdeel {naam}.")
        return inflated(lid, self.pad)

    def met_delen(self, nieuw: Mapping[str, bytes | None]) -> Package:
        """Return the package with parts added or replaced, and those that are None left out."""
        leden = dict(self.leden)
        for naam, data in nieuw.items():
            if data is None:
                leden.pop(naam, None)
            else:
                leden[naam] = deflated(naam, data)
        return self._replace(leden=leden)


def load_package(data: bytes, pad: str) -> Package:
    """Return the members of a package; raises SjabloonError when it is not a sound one."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise SjabloonError(
            pad,
            "dit is een oud Word-bestand (.doc) of er zit een wachtwoord op. Sla het in Word op als"
            " .docx zonder wachtwoord.",
        )
    if len(data) > MAX_PACKAGE:
        raise SjabloonError(pad, f"dit bestand is groter dan {MAX_PACKAGE // 2**20} MB.")
    try:
        leden = _members(data, pad)
    except (struct.error, ValueError, IndexError):
        raise SjabloonError(
            pad, "dit is geen Word-bestand (.docx), of het is beschadigd. Open het in Word en sla"
            " het opnieuw op."
        ) from None  # fmt: skip
    return Package(pad, leden)


def _members(data: bytes, pad: str) -> dict[str, Member]:
    """Return the members by name; nothing is copied of more than the file itself holds."""
    plek = data.rindex(_END_SIGN)
    if data[max(plek - 20, 0) : plek - 16] == _END_64:
        raise SjabloonError(
            pad, "dit bestand is ingepakt als een heel groot bestand (zip64). Sla het in Word"
            " opnieuw op.",
        )  # fmt: skip
    _, _, _, _, aantal, _, index, _ = _END.unpack_from(data, plek)
    if aantal > MAX_MEMBERS:
        raise SjabloonError(pad, f"dit bestand heeft meer dan {MAX_MEMBERS} onderdelen.")
    leden: dict[str, Member] = {}
    ingepakt_ = uitgepakt_ = 0
    for _ in range(aantal):
        (
            teken, _, _, vlaggen, methode, _, _, crc, klein, groot, naam_len, extra_len,
            opm_len, _, _, _, kop,
        ) = _INDEX.unpack_from(data, index)  # fmt: skip
        if teken != b"PK\1\2" or _ZIP64 in (klein, groot, kop):
            raise ValueError
        ruwe_naam = data[index + 46 : index + 46 + naam_len]
        # Nearly every name is ASCII, the same in both.
        is_utf8 = vlaggen & _UTF8 or ruwe_naam.isascii()
        naam = ruwe_naam.decode("utf-8" if is_utf8 else "cp437")
        _refuse_member(naam, methode, vlaggen, pad)
        if naam in leden:
            raise SjabloonError(pad, f"het onderdeel {naam} staat er twee keer in.")
        ingepakt_ += klein + _LOCAL.size
        uitgepakt_ += groot
        if uitgepakt_ > MAX_INFLATED:
            raise SjabloonError(
                pad, f"dit bestand is uitgepakt groter dan {MAX_INFLATED // 2**20} MB."
            )
        if ingepakt_ > len(data):  # members that lie over each other, as in a zip bomb
            raise ValueError
        kop_teken, _, _, _, _, _, _, _, _, kop_naam, kop_extra = _LOCAL.unpack_from(data, kop)
        begin = kop + _LOCAL.size + kop_naam + kop_extra
        ruw = data[begin : begin + klein]
        if kop_teken != b"PK\3\4" or len(ruw) != klein:
            raise ValueError
        if not naam.endswith("/"):
            leden[naam] = Member(naam, methode, crc, groot, ruw)
        index += _INDEX.size + naam_len + extra_len + opm_len
    return leden


def _refuse_member(naam: str, methode: int, vlaggen: int, pad: str) -> None:
    if methode not in (0, 8):
        raise SjabloonError(
            pad, "dit bestand is op een ongewone manier ingepakt. Sla het in Word opnieuw op."
        )
    if _is_suspicious(naam):
        raise SjabloonError(
            pad, f"een onderdeel van dit bestand heeft een verdachte naam: {naam[:60]!r}."
        )
    if vlaggen & _ENCRYPTED:
        raise SjabloonError(pad, "op dit bestand zit een wachtwoord. Haal dat er in Word af.")


def _is_suspicious(naam: str) -> bool:
    """Whether a name would lead outside the package, or upset the terminal that shows it."""
    stappen = naam.split("/")
    vreemd = not naam.isprintable() or any(teken in naam for teken in "\\:")
    return vreemd or not stappen[0] or ".." in stappen


def inflated(lid: Member, pad: str) -> bytes:
    """Return the inflated content of a member, bounded and checked; raises SjabloonError."""
    data: bytes | None
    try:
        # One byte over the limit is asked for, so that a bomb shows without being unpacked.
        motor = zlib.decompressobj(-15)
        data = lid.ruw if lid.methode == 0 else motor.decompress(lid.ruw, MAX_PART + 1)
    except zlib.error:
        data = None
    if data is not None and len(data) > MAX_PART:
        raise SjabloonError(
            pad, f"het onderdeel {lid.naam} is uitgepakt groter dan {MAX_PART // 2**20} MB."
        )
    if data is None or zlib.crc32(data) != lid.crc:
        raise SjabloonError(
            pad,
            f"het onderdeel {lid.naam} is beschadigd. Open het bestand in Word en sla het opnieuw"
            " op.",
        )
    return data


def deflated(naam: str, data: bytes) -> Member:
    """Return new content as a member."""
    motor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    ruw = motor.compress(data) + motor.flush()
    return Member(naam, 8, zlib.crc32(data), len(data), ruw)


def stored(naam: str, data: bytes) -> Member:
    """Return new content as a member that is not deflated."""
    return Member(naam, 0, zlib.crc32(data), len(data), data)


def write_package(leden: list[Member]) -> bytes:
    """Return the package with these members, in this order."""
    delen: list[bytes] = []
    index: list[bytes] = []
    plek = 0
    for lid in leden:
        naam = lid.naam.encode()
        velden = struct.pack(
            "<5H3L2H",
            20, 0 if naam.isascii() else _UTF8, lid.methode, 0, _DATE,
            lid.crc, len(lid.ruw), lid.grootte, len(naam), 0,
        )  # fmt: skip
        delen += (b"PK\3\4", velden, naam, lid.ruw)
        index.append(b"PK\1\2\x14\0" + velden + struct.pack("<3HLL", 0, 0, 0, 0, plek) + naam)
        plek += _LOCAL.size + len(naam) + len(lid.ruw)
    lijst = b"".join(index)
    einde = _END.pack(b"PK\5\6", 0, 0, len(leden), len(leden), len(lijst), plek, 0)
    return b"".join((*delen, lijst, einde))
