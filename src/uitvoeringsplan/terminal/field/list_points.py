"""Points of a list while they are written: going on at Enter, and deeper or higher.

Nothing is numbered again here: Word counts the points by itself, and a text that changed where
nobody looks would be a surprise.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from uitvoeringsplan.model.opmaak import NIVEAUS
from uitvoeringsplan.terminal.field.rows import KOP

_LAST_NUMBER = 999  # more digits are no mark of a point
_STEP = 2  # spaces for a level


class Wijziging(NamedTuple):
    """Put `nieuw` for `[begin:eind]`, and the cursor and the other end of the selection there."""

    begin: int
    eind: int
    nieuw: str
    plek: int
    anker: int | None = None


def new_line(tekst: str, plek: int) -> Wijziging:
    """Return what Enter does: it goes on with a list, and an empty point ends it."""
    begin = tekst.rfind("\n", 0, plek) + 1
    voor = tekst[begin:plek]
    kop = KOP.match(voor)
    if kop is None:
        return Wijziging(plek, plek, "\n", plek + 1)
    if kop.end() == len(voor) and not tekst[plek : _line_end(tekst, plek)].strip():
        return Wijziging(begin, plek, "", begin)
    mark = "-"
    if kop[2]:
        number = int(kop[2]) + 1
        if number > _LAST_NUMBER:
            return Wijziging(plek, plek, "\n", plek + 1)
        mark = f"{number}."
    nieuw = f"\n{kop[1]}{mark} "
    return Wijziging(plek, plek, nieuw, plek + len(nieuw))


def _line_end(tekst: str, plek: int) -> int:
    end = tekst.find("\n", plek)
    return len(tekst) if end < 0 else end


def shift_points(tekst: str, plek: int, anker: int | None, niveaus: int) -> Wijziging | None:
    """Return the points from `anker` to `plek` one level deeper (1) or higher (-1).

    None when no point can go there. Lines that are no points stay as they are.
    """
    other = plek if anker is None else anker
    begin = tekst.rfind("\n", 0, min(plek, other)) + 1
    end = _line_end(tekst, max(plek, other))
    lines = tekst[begin:end].split("\n")
    above = tekst[:begin].split("\n")
    moved: list[str] = []
    for line in lines:
        moved.append(_shifted(line, niveaus, has_above=_is_in_list(above)))
        above.append(line)
    if moved == lines:
        return None
    places = [_moved_place(lines, moved, begin, p) for p in (plek, other)]
    return Wijziging(begin, end, "\n".join(moved), places[0], None if anker is None else places[1])


def why_not(tekst: str, plek: int, niveaus: int) -> str:
    """Return why the point at a place cannot go a level deeper (1) or higher (-1)."""
    line = tekst[tekst.rfind("\n", 0, plek) + 1 : _line_end(tekst, plek)]
    if KOP.match(line) is None:
        return "Tab werkt bij een punt: een regel die begint met een streepje of een nummer."
    if niveaus > 0:
        return "Dieper kan niet: een lijst begint op het eerste niveau en heeft er twee."
    return "Hoger kan niet: dit punt staat op het eerste niveau."


def _is_in_list(above: list[str]) -> bool:
    """Whether the last of these lines that says something is of a point: so does Word count."""
    for line in reversed(above):
        if KOP.match(line):
            return True
        if line.strip() and not line.startswith("  "):  # indented it goes on with a point
            return False
    return False


def _shifted(line: str, niveaus: int, *, has_above: bool) -> str:
    kop = KOP.match(line)
    if kop is None:
        return line
    indent = len(kop[1])
    if niveaus > 0:
        can = has_above and indent < _STEP * (NIVEAUS - 1)
        return " " * _STEP + line if can else line
    return line[min(_STEP, indent) :]


def _moved_place(lines: list[str], moved: list[str], begin: int, plek: int) -> int:
    """Return where a place comes when its line and those before it get longer or shorter."""
    new = begin
    for line, other in zip(lines, moved, strict=True):
        if plek <= begin + len(line):
            return new + max(0, plek - begin + len(other) - len(line))
        begin += len(line) + 1
        new += len(other) + 1
    return new


_STARTS = re.compile(r" *(?:-|\d{1,3}\.) ")


def brings_its_own(waiting: str) -> bool:
    """Whether the keys that wait behind an Enter are those of a paste that nobody marked.

    Such a text has its own list marks and empty lines. A few letters can also be a fast typist.
    """
    return len(waiting) > 3 or waiting[:1] == "\r" or _STARTS.match(waiting) is not None
