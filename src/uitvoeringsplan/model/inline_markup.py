"""The one reader of the signs in a line of markup: `**vet**`, `*cursief*`, `[tekst](adres)`.

It says where they stand, so that a document and a screen make the same of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_STARS = re.compile(r"\\[*\[]|\*+")  # a row of stars, or a sign that a backslash makes literal
_SIGN = re.compile(r"[*\[\\]")
_LINK = re.compile(r"\[(?=\S)((?:\\\[|[^\[\]])+)(?<=\S)\]\(((?:https?://|mailto:)[^\s()<>]+)\)")


class InlineSpan(NamedTuple):
    """`text[begin:eind]` in one dress; what stands between two of them are the signs."""

    begin: int
    eind: int
    vet: bool = False
    cursief: bool = False
    adres: str = ""


def find_spans(text: str) -> list[InlineSpan]:
    """Return the spans of one paragraph, in order; neighbours may have the same dress."""
    spans: list[InlineSpan] = []
    _read(text, InlineSpan(0, len(text)), spans)
    return spans


def _read(text: str, inside: InlineSpan, result: list[InlineSpan]) -> None:
    """Append the spans within `inside`, dressed as that is."""
    # Signs for which no closing one stands further on; looking again would take quadratic time.
    zonder_slot: set[str] = set()
    begin = i = inside.begin
    while sign := _SIGN.search(text, i, inside.eind):
        place = sign.start()
        i = place + 1
        if sign[0] == "\\":
            if text[i : min(i + 1, inside.eind)] in ("*", "["):
                _append(result, inside, begin, place)
                begin, i = i, i + 1
            continue
        emphasis, end = None, i
        if sign[0] == "*":
            emphasis, end = _emphasis(text, place, inside, zonder_slot)
        elif not inside.adres and (link := _LINK.match(text, place, inside.eind)):
            emphasis, end = inside._replace(begin=link.start(1), eind=link.end(1)), link.end()
            emphasis = emphasis._replace(adres=link[2])
        if emphasis is None:
            continue
        _append(result, inside, begin, place)
        _read(text, emphasis, result)
        begin = i = end
    _append(result, inside, begin, inside.eind)


def _append(result: list[InlineSpan], dress: InlineSpan, begin: int, eind: int) -> None:
    if begin < eind:
        result.append(InlineSpan(begin, eind, dress.vet, dress.cursief, dress.adres))


def _emphasis(
    text: str, i: int, inside: InlineSpan, zonder_slot: set[str]
) -> tuple[InlineSpan | None, int]:
    """Return what the stars at `i` dress and the index after it; None: they are literal."""
    sign = "**" if text.startswith("**", i, inside.eind) else "*"
    begin = i + len(sign)
    al_aan = inside.vet if sign == "**" else inside.cursief
    if al_aan or sign in zonder_slot or not text[begin : min(begin + 1, inside.eind)].strip():
        return None, i
    closing = _closing(text, begin, inside.eind, sign)
    if closing < 0:
        zonder_slot.add(sign)
        return None, i
    new = inside._replace(begin=begin, eind=closing)
    new = new._replace(vet=True) if sign == "**" else new._replace(cursief=True)
    return new, closing + len(sign)


def _closing(text: str, begin: int, bound: int, sign: str) -> int:
    """Return where the closing stars of an emphasis that starts at `begin` stand, or -1."""
    for stars in _STARS.finditer(text, begin, bound):
        i, end = stars.span()
        if text[i] == "\\" or i == begin or text[i - 1].isspace():
            continue
        # A row of stars closes with its last ones.
        if sign == "**" and end - i >= 2:
            return end - 2
        if sign == "*" and (end - i) % 2 == 1:
            return end - 1
    return -1
