"""Text in its dress as Markdown, so that every sign of an answer stays the sign that it was.

Emphasis in Markdown only works where the stars touch a letter on the inside, or nothing but a
blank on the outside. So blanks and marks at the edge of bold text are set outside the stars, and
where two kinds of emphasis touch, the second is left plain: the words go before their dress.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import emphases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.document import Tekst, Tekstdeel

# What means something wherever it stands. A dollar starts a formula on some platforms.
_ANYWHERE = re.compile(r"[\\`*_\[\]<|~$]|&(?=#|[A-Za-z])|!(?=$|\[)")
# What means something at the start of a line only: headings, points, numbers, quotations, rulers.
_AT_THE_START = re.compile(r"#{1,6}(?:\s|$)|>|[-+](?:[\s:+-]|$)|=+\s*$|:-")
_FIGURES = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_IN_ADDRESS = re.compile(r"[\s()<>\\|`]")


def lines(text: Tekst) -> list[str]:
    """Return text line by line; a line that could start a block of its own is made not to."""
    return [_start_literally(_line(parts)) for parts in _split(text)]


def one_line_of(text: Tekst) -> str:
    """Return text on one line, for a heading or a cell."""
    flat = tuple(part._replace(text=part.text.replace("\n", " ")) for part in text)
    return _line(flat)


def _split(text: Tekst) -> list[list[Tekstdeel]]:
    result: list[list[Tekstdeel]] = [[]]
    for part in text:
        first, *rest = part.text.split("\n")
        result[-1].append(part._replace(text=first))
        result += [[part._replace(text=line)] for line in rest]
    return result


def _line(parts: Sequence[Tekstdeel]) -> str:
    line = _Regel()
    groups = _groups(_joined(parts))
    for (address, group), after in zip_longest(groups, groups[1:]):
        following = "" if after is None else "[" if after[0] else after[1][0].text[:1]
        line.add(group, address, following)
    return line.text.strip(" ")


def _joined(parts: Sequence[Tekstdeel]) -> list[Tekstdeel]:
    """Return the runs of a line, those in the same dress as one, with single blanks."""
    result: list[Tekstdeel] = []
    for dress, group in groupby(parts, key=lambda part: part._replace(text="", target="")):
        if text := _BLANKS.sub(" ", "".join(part.text for part in group)):
            result.append(dress._replace(text=text))
    return result


def _groups(parts: Iterable[Tekstdeel]) -> list[tuple[str, list[Tekstdeel]]]:
    return [
        (address, list(group)) for address, group in groupby(parts, key=lambda part: part.adres)
    ]


class _Regel:
    """A line that grows from left to right, and knows what it ends with."""

    def __init__(self) -> None:
        self.text = ""
        self._after_stars = False  # whether it ends with the stars of an emphasis

    def add(self, parts: list[Tekstdeel], address: str, following: str) -> None:
        """Add runs that share one link, or none; `following` is the sign that comes after them."""
        if address:
            whole = "".join(part.text for part in parts)
            before, after = whole[: len(whole) - len(whole.lstrip())], whole[len(whole.rstrip()) :]
            parts = _without_edges(parts)
            if not parts:
                self._plain(whole)
                return
            self._plain(before)
            self._raw("[")
        for i, part in enumerate(parts):
            after_this = (
                parts[i + 1].text[:1] if i + 1 < len(parts) else "]" if address else following
            )
            self._part(part, after_this)
        if address:
            self._raw(f"]({_address(address)})")
            self._plain(after)

    def _part(self, part: Tekstdeel, following: str) -> None:
        shown = part._replace(cursief=True) if part.plaatshouder else part
        signs = [kind.sign for kind in emphases(shown)]
        if not signs or self._after_stars:
            self._plain(part.text)
            return
        before, core, after = _core(part.text, self.text[-1:], following)
        self._plain(before)
        if core:
            signs = _working(signs, self.text[-1:], after[:1] or following)
            self._raw("".join(signs))
            self._plain(core)
            self._raw("".join(reversed(signs)))
            self._after_stars = True
        self._plain(after)

    def _plain(self, text: str) -> None:
        if text:
            self._raw(_ANYWHERE.sub(r"\\\g<0>", text))

    def _raw(self, text: str) -> None:
        self.text += text
        self._after_stars = False


def _core(text: str, before_it: str, after_it: str) -> tuple[str, str, str]:
    """Return what comes before the stars, between them and after them."""
    start, end = 0, len(text)
    while start < end and _must_be_outside(text[start], before_it):
        before_it = text[start]
        start += 1
    while start < end and _must_be_outside(text[end - 1], after_it):
        end -= 1
        after_it = text[end]
    return text[:start], text[start:end], text[end:]


def _working(signs: list[str], before_it: str, after_it: str) -> list[str]:
    """Return the signs that work between these neighbours.

    Where signs of two kinds touch, the outer ones do not work next to a letter.
    """
    inner = [sign for sign in signs if sign[0] == signs[-1][0]]
    return inner if _is_letter(before_it) or _is_letter(after_it) else signs


def _is_letter(sign: str) -> bool:
    return bool(sign) and not sign.isspace() and unicodedata.category(sign)[0] not in "PS"


def _must_be_outside(sign: str, neighbour: str) -> bool:
    """Whether a sign at the edge of emphasis keeps the stars from working, next to this one."""
    if sign.isspace():
        return True
    return bool(neighbour) and not neighbour.isspace() and unicodedata.category(sign)[0] in "PS"


def _without_edges(parts: list[Tekstdeel]) -> list[Tekstdeel]:
    """Return runs without the blanks at both ends."""
    parts = [*parts]
    while parts and not (short := parts[0].text.lstrip()):
        parts.pop(0)
    if parts:
        parts[0] = parts[0]._replace(text=short)
    while parts and not (short := parts[-1].text.rstrip()):
        parts.pop()
    if parts:
        parts[-1] = parts[-1]._replace(text=short)
    return parts


def _address(address: str) -> str:
    """Return an address that cannot end the link it stands in."""
    safe = _IN_ADDRESS.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), address)
    return re.sub(r"&(?=#|[A-Za-z])", r"\\&", safe)


def _start_literally(line: str) -> str:
    if digits := _FIGURES.match(line):
        return f"{digits[1]}\\{line[digits.end() :]}"
    return f"\\{line}" if _AT_THE_START.match(line) else line
