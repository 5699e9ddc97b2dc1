"""Points of a list while they are written: going on at Enter, and deeper or higher.

Nothing is numbered again here: Word counts the points by itself, and a text that changed where
nobody looks would be a surprise.
"""

from __future__ import annotations

import re

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, LEVELS
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.field.rows import POINT

_LAST_NUMBER = 999  # more digits are no mark of a point


class ListChange(NamedTuple):
    """Put `new` for `[start:eind]`, and the cursor and the other end of the selection there."""

    start: int
    end: int
    new: str
    place: int
    anchor: int | None = None


def new_line(text: str, place: int) -> ListChange:
    """Return what Enter does: it goes on with a list, and an empty point ends it."""
    begin = text.rfind("\n", 0, place) + 1
    before = text[begin:place]
    head = POINT.match(before)
    if head is None:
        return ListChange(place, place, "\n", place + 1)
    if head.end() == len(before) and not text[place : _line_end(text, place)].strip():
        return ListChange(begin, place, "", begin)
    mark = "-"
    if head[2]:
        number = int(head[2]) + 1
        if number > _LAST_NUMBER:
            return ListChange(place, place, "\n", place + 1)
        mark = f"{number}."
    new = f"\n{head[1]}{mark} "
    return ListChange(place, place, new, place + len(new))


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def shift_points(text: str, place: int, anchor: int | None, levels: int) -> ListChange | None:
    """Return the points from `anchor` to `place` one level deeper (1) or higher (-1).

    None when no point can go there. Lines that are no points stay as they are.
    """
    other = place if anchor is None else anchor
    begin = text.rfind("\n", 0, min(place, other)) + 1
    end = _line_end(text, max(place, other))
    lines = text[begin:end].split("\n")
    above = text[:begin].split("\n")
    moved: list[str] = []
    for line in lines:
        moved.append(_shifted(line, levels, has_above=_is_in_list(above)))
        above.append(line)
    if moved == lines:
        return None
    places = [_moved_place(lines, moved, begin, p) for p in (place, other)]
    return ListChange(
        begin, end, "\n".join(moved), places[0], None if anchor is None else places[1]
    )


def why_not(text: str, place: int, levels: int) -> str:
    """Return why the point at a place cannot go a level deeper (1) or higher (-1)."""
    line = text[text.rfind("\n", 0, place) + 1 : _line_end(text, place)]
    if POINT.match(line) is None:
        return "Tab werkt bij een punt: een regel die begint met een streepje of een nummer."
    if levels > 0:
        return f"Dieper kan niet: een lijst begint op niveau 1 en gaat tot niveau {LEVELS}."
    return "Hoger kan niet: dit punt staat op niveau 1."


def _is_in_list(above: list[str]) -> bool:
    """Whether the last of these lines that says something is of a point: so does Word count."""
    for line in reversed(above):
        if POINT.match(line):
            return True
        if line.strip() and not line.startswith("  "):  # indented it goes on with a point
            return False
    return False


def _shifted(line: str, levels: int, *, has_above: bool) -> str:
    head = POINT.match(line)
    if head is None:
        return line
    indent = len(head[1])
    if levels > 0:
        can = has_above and indent < len(LEVEL_INDENT) * (LEVELS - 1)
        return LEVEL_INDENT + line if can else line
    return line[min(len(LEVEL_INDENT), indent) :]


def _moved_place(lines: list[str], moved: list[str], begin: int, place: int) -> int:
    """Return where a place comes when its line and those before it get longer or shorter."""
    new = begin
    for line, other in zip(lines, moved, strict=True):
        if place <= begin + len(line):
            return new + max(0, place - begin + len(other) - len(line))
        begin += len(line) + 1
        new += len(other) + 1
    return new


_STARTS = re.compile(r" *(?:-|\d{1,3}\.) ")


def brings_its_own(waiting: str) -> bool:
    """Whether the keys that wait behind an Enter are those of a paste that nobody marked.

    Such a text has its own list marks and empty lines. A few letters can also be a fast typist.
    """
    return len(waiting) > 3 or waiting[:1] == "\r" or _STARTS.match(waiting) is not None
