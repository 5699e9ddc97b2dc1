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

    name: str
    method: int  # 0 stored, 8 deflated
    crc: int
    size: int  # inflated
    raw: bytes


class Package(NamedTuple):
    """All members by name, in the order of the package."""

    path: str
    members: dict[str, Member]

    def content(self, name: str) -> bytes:
        """Return the inflated content of a member; raises SjabloonError."""
        member = self.members.get(name)
        if member is None:
            if (
                "mimetype" in self.members
            ):  # as every OpenDocument and EPUB file has, and no Word file
                raise SjabloonError(
                    self.path,
                    "dit is een bestand van een ander programma, zoals een odt. Open het en sla het"
                    " op als Word-bestand (.docx).",
                )
            raise SjabloonError(self.path, f"in dit Word-bestand ontbreekt het onderdeel {name}.")
        return inflated(member, self.path)

    def with_parts(self, new: Mapping[str, bytes | None]) -> Package:
        """Return the package with parts added or replaced, and those that are None left out."""
        members = dict(self.members)
        for name, data in new.items():
            if data is None:
                members.pop(name, None)
            else:
                members[name] = deflated(name, data)
        return self._replace(members=members)


def load_package(data: bytes, path: str) -> Package:
    """Return the members of a package; raises SjabloonError when it is not a sound one."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise SjabloonError(
            path,
            "dit is een oud Word-bestand (.doc) of er zit een wachtwoord op. Sla het in Word op als"
            " .docx zonder wachtwoord.",
        )
    if len(data) > MAX_PACKAGE:
        raise SjabloonError(path, f"dit bestand is groter dan {MAX_PACKAGE // 2**20} MB.")
    try:
        members = _members(data, path)
    except (struct.error, ValueError, IndexError):
        raise SjabloonError(
            path, "dit is geen Word-bestand (.docx), of het is beschadigd. Open het in Word en sla"
            " het opnieuw op."
        ) from None  # fmt: skip
    return Package(path, members)


def _members(data: bytes, path: str) -> dict[str, Member]:
    """Return the members by name; nothing is copied of more than the file itself holds."""
    place = data.rindex(_END_SIGN)
    if data[max(place - 20, 0) : place - 16] == _END_64:
        raise SjabloonError(
            path, "dit bestand is ingepakt als een heel groot bestand (zip64). Sla het in Word"
            " opnieuw op.",
        )  # fmt: skip
    _, _, _, _, count, _, index, _ = _END.unpack_from(data, place)
    if count > MAX_MEMBERS:
        raise SjabloonError(path, f"dit bestand heeft meer dan {MAX_MEMBERS} onderdelen.")
    members: dict[str, Member] = {}
    packed_total = inflated_total = 0
    for _ in range(count):
        (
            sign, _, _, flags, method, _, _, crc, small, large, name_length, extra_len,
            comment_length, _, _, _, kop,
        ) = _INDEX.unpack_from(data, index)  # fmt: skip
        if sign != b"PK\1\2" or _ZIP64 in (small, large, kop):
            raise ValueError
        raw_name = data[index + 46 : index + 46 + name_length]
        # Nearly every name is ASCII, the same in both.
        is_utf8 = flags & _UTF8 or raw_name.isascii()
        name = raw_name.decode("utf-8" if is_utf8 else "cp437")
        _refuse_member(name, method, flags, path)
        if name in members:
            raise SjabloonError(path, f"het onderdeel {name} staat er twee keer in.")
        packed_total += small + _LOCAL.size
        inflated_total += large
        if inflated_total > MAX_INFLATED:
            raise SjabloonError(
                path, f"dit bestand is uitgepakt groter dan {MAX_INFLATED // 2**20} MB."
            )
        if packed_total > len(data):  # members that lie over each other, as in a zip bomb
            raise ValueError
        kop_sign, _, _, _, _, _, _, _, _, kop_name, kop_extra = _LOCAL.unpack_from(data, kop)
        start = kop + _LOCAL.size + kop_name + kop_extra
        raw = data[start : start + small]
        if kop_sign != b"PK\3\4" or len(raw) != small:
            raise ValueError
        if not name.endswith("/"):
            members[name] = Member(name, method, crc, large, raw)
        index += _INDEX.size + name_length + extra_len + comment_length
    return members


def _refuse_member(name: str, method: int, flags: int, path: str) -> None:
    if method not in (0, 8):
        raise SjabloonError(
            path, "dit bestand is op een ongewone manier ingepakt. Sla het in Word opnieuw op."
        )
    if _is_suspicious(name):
        raise SjabloonError(
            path, f"een onderdeel van dit bestand heeft een verdachte naam: {name[:60]!r}."
        )
    if flags & _ENCRYPTED:
        raise SjabloonError(path, "op dit bestand zit een wachtwoord. Haal dat er in Word af.")


def _is_suspicious(name: str) -> bool:
    """Whether a name would lead outside the package, or upset the terminal that shows it."""
    stappen = name.split("/")
    foreign = not name.isprintable() or any(sign in name for sign in "\\:")
    return foreign or not stappen[0] or ".." in stappen


def inflated(member: Member, path: str) -> bytes:
    """Return the inflated content of a member, bounded and checked; raises SjabloonError."""
    data: bytes | None
    try:
        # One byte over the limit is asked for, so that a bomb shows without being unpacked.
        engine = zlib.decompressobj(-15)
        data = member.raw if member.method == 0 else engine.decompress(member.raw, MAX_PART + 1)
    except zlib.error:
        data = None
    if data is not None and len(data) > MAX_PART:
        raise SjabloonError(
            path, f"het onderdeel {member.name} is uitgepakt groter dan {MAX_PART // 2**20} MB."
        )
    if data is None or zlib.crc32(data) != member.crc:
        raise SjabloonError(
            path,
            f"het onderdeel {member.name} is beschadigd. Open het bestand in Word en sla het"
            f" opnieuw"
            " op.",
        )
    return data


def deflated(name: str, data: bytes) -> Member:
    """Return new content as a member."""
    engine = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    raw = engine.compress(data) + engine.flush()
    return Member(name, 8, zlib.crc32(data), len(data), raw)


def stored(name: str, data: bytes) -> Member:
    """Return new content as a member that is not deflated."""
    return Member(name, 0, zlib.crc32(data), len(data), data)


def write_package(members: list[Member]) -> bytes:
    """Return the package with these members, in this order."""
    parts: list[bytes] = []
    index: list[bytes] = []
    place = 0
    for member in members:
        name = member.name.encode()
        fields = struct.pack(
            "<5H3L2H",
            20, 0 if name.isascii() else _UTF8, member.method, 0, _DATE,
            member.crc, len(member.raw), member.size, len(name), 0,
        )  # fmt: skip
        parts += (b"PK\3\4", fields, name, member.raw)
        index.append(b"PK\1\2\x14\0" + fields + struct.pack("<3HLL", 0, 0, 0, 0, place) + name)
        place += _LOCAL.size + len(name) + len(member.raw)
    lijst = b"".join(index)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(lijst), place, 0)
    return b"".join((*parts, lijst, end))
