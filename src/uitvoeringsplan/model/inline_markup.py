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
    """`tekst[begin:eind]` in one dress; what stands between two of them are the signs."""

    begin: int
    eind: int
    vet: bool = False
    cursief: bool = False
    adres: str = ""


def find_spans(tekst: str) -> list[InlineSpan]:
    """Return the spans of one paragraph, in order; neighbours may have the same dress."""
    spans: list[InlineSpan] = []
    _read(tekst, InlineSpan(0, len(tekst)), spans)
    return spans


def _read(tekst: str, binnen: InlineSpan, uit: list[InlineSpan]) -> None:
    """Append the spans within `binnen`, dressed as that is."""
    # Signs for which no closing one stands further on; looking again would take quadratic time.
    zonder_slot: set[str] = set()
    begin = i = binnen.begin
    while teken := _SIGN.search(tekst, i, binnen.eind):
        plek = teken.start()
        i = plek + 1
        if teken[0] == "\\":
            if tekst[i : min(i + 1, binnen.eind)] in ("*", "["):
                _append(uit, binnen, begin, plek)
                begin, i = i, i + 1
            continue
        nadruk, einde = None, i
        if teken[0] == "*":
            nadruk, einde = _emphasis(tekst, plek, binnen, zonder_slot)
        elif not binnen.adres and (link := _LINK.match(tekst, plek, binnen.eind)):
            nadruk, einde = binnen._replace(begin=link.start(1), eind=link.end(1)), link.end()
            nadruk = nadruk._replace(adres=link[2])
        if nadruk is None:
            continue
        _append(uit, binnen, begin, plek)
        _read(tekst, nadruk, uit)
        begin = i = einde
    _append(uit, binnen, begin, binnen.eind)


def _append(uit: list[InlineSpan], jas: InlineSpan, begin: int, eind: int) -> None:
    if begin < eind:
        uit.append(InlineSpan(begin, eind, jas.vet, jas.cursief, jas.adres))


def _emphasis(
    tekst: str, i: int, binnen: InlineSpan, zonder_slot: set[str]
) -> tuple[InlineSpan | None, int]:
    """Return what the stars at `i` dress and the index after it; None: they are literal."""
    teken = "**" if tekst.startswith("**", i, binnen.eind) else "*"
    begin = i + len(teken)
    al_aan = binnen.vet if teken == "**" else binnen.cursief
    if al_aan or teken in zonder_slot or not tekst[begin : min(begin + 1, binnen.eind)].strip():
        return None, i
    slot = _closing(tekst, begin, binnen.eind, teken)
    if slot < 0:
        zonder_slot.add(teken)
        return None, i
    nieuw = binnen._replace(begin=begin, eind=slot)
    nieuw = nieuw._replace(vet=True) if teken == "**" else nieuw._replace(cursief=True)
    return nieuw, slot + len(teken)


def _closing(tekst: str, begin: int, grens: int, teken: str) -> int:
    """Return where the closing stars of an emphasis that starts at `begin` stand, or -1."""
    for sterren in _STARS.finditer(tekst, begin, grens):
        i, einde = sterren.span()
        if tekst[i] == "\\" or i == begin or tekst[i - 1].isspace():
            continue
        # A row of stars closes with its last ones.
        if teken == "**" and einde - i >= 2:
            return einde - 2
        if teken == "*" and (einde - i) % 2 == 1:
            return einde - 1
    return -1
