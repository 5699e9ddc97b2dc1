"""Where everything of a map goes: groups left and right, what divides them in between, lines.

Every opposition has a place of its own in the middle, on the line between its two groups. So
no two words can ever stand on top of each other, however many groups there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Box, cm, pt
from uitvoeringsplan.drawing.map_order import join_maps, part_of_map, put_in_order, separate_maps
from uitvoeringsplan.drawing.typeface import break_lines, line_height, load_typeface
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.map_order import MapOrder
    from uitvoeringsplan.drawing.oppositions import Kaart
    from uitvoeringsplan.drawing.picture import Looks


GROUP_SIZE, THEME_SIZE, COUNT_SIZE = 10.5, 10.0, 9.0
_LINES = 3
_NO_THEME = "geen thema genoemd"
_DUNST, _DIKKER, _DIKST = 1.25, 0.9, 6  # points; more for each incident; incidents that count
_SPACE = cm(0.32)  # between two boxes under each other
_BETWEEN_PARTS = cm(0.75)  # between parts of the map that share no group
_INSIDE = cm(0.18)
_BETWEEN_STROKES = pt(3)
_RECHT = pt(5)  # less of a step than this is no step
_WIDTHS = (0.27, 0.24), (0.28, 0.27)  # of groups and of themes; of a wide and a narrow drawing
_MOST_RIJEN = 40  # of one page, before anything is measured


class GroupBox(NamedTuple):
    """A group in its place."""

    box: Box
    lines: tuple[str, ...]


class ThemeBox(NamedTuple):
    """What divides two groups, in its place, and how many incidents there are."""

    box: Box
    lines: tuple[str, ...]
    telling: str


class Connection(NamedTuple):
    """A line from the side of a group to the side of what divides it from another."""

    start: tuple[int, int]
    naar: tuple[int, int]
    thickness: int


class MapPage(NamedTuple):
    """One drawing: its part of the map, and everything in its place."""

    kaart: Kaart
    width: int
    height: int
    groups: tuple[GroupBox, ...] = ()
    themes: tuple[ThemeBox, ...] = ()
    connections: tuple[Connection, ...] = ()


def divide_map(kaart: Kaart, form: Looks) -> list[MapPage]:
    """Return the pages of a map; a part that fits on one page is never divided."""
    width, highest = (cm(size) for size in form.sign_size)
    highest -= footer_height()
    result: list[MapPage] = []
    for part in (run for los in separate_maps(kaart) for run in _fitting(los, width, highest)):
        if result and result[-1].height + _BETWEEN_PARTS + part.height <= highest:
            result[-1] = _one_below_other(result[-1], part)
        else:
            result.append(part)
    return [sheet._replace(height=sheet.height + footer_height()) for sheet in result]


def footer_height() -> int:
    """Return the room for the line below the map that tells what thick lines mean."""
    return line_height(load_typeface(pt(COUNT_SIZE))) + cm(0.35)


def _fitting(kaart: Kaart, width: int, highest: int) -> list[MapPage]:
    """Return a connected map on one page, or on more when it is too high for one."""
    rijen = kaart.tegenstellingen
    if len(rijen) <= _MOST_RIJEN:
        ordering = put_in_order(kaart)
        sheet = _leg(kaart, ordering, width)
        if sheet.height <= highest or len(rijen) == 1:
            return [sheet]
        rijen = ordering.midden
    half = (len(rijen) + 1) // 2
    return [
        sheet
        for half_width in (rijen[:half], rijen[half:])
        for los in separate_maps(part_of_map(kaart, half_width))
        for sheet in _fitting(los, width, highest)
    ]


def _one_below_other(above: MapPage, below: MapPage) -> MapPage:
    dy = above.height + _BETWEEN_PARTS
    return MapPage(
        join_maps((above.kaart, below.kaart)),
        above.width,
        dy + below.height,
        above.groups + tuple(g._replace(box=_lower(g.box, dy)) for g in below.groups),
        above.themes + tuple(t._replace(box=_lower(t.box, dy)) for t in below.themes),
        above.connections
        + tuple(
            Connection((v.start[0], v.start[1] + dy), (v.naar[0], v.naar[1] + dy), v.thickness)
            for v in below.connections
        ),
    )


def _leg(kaart: Kaart, ordering: MapOrder, width: int) -> MapPage:
    """Return everything of one connected map in its place."""
    group_width, theme_width = _WIDTHS[width < cm(20)]
    group_width, theme_width = round(width * group_width), round(width * theme_width)
    # The middle first: every opposition its own place, from the top down.
    themes = _themes(ordering, (width - theme_width) // 2, theme_width)
    groups = {
        **_groups(kaart, ordering, ordering.links, themes, Box(0, 0, group_width, 0)),
        **_groups(kaart, ordering, ordering.right, themes, Box(width - group_width, 0, width, 0)),
    }
    # Groups may reach above or below the middle column; all of it moves down together.
    boxes = [theme.box for theme in themes] + [group.box for group in groups.values()]
    hoogste = min(box.y0 for box in boxes)
    themes = [theme._replace(box=_lower(theme.box, -hoogste)) for theme in themes]
    groups = {nr: g._replace(box=_lower(g.box, -hoogste)) for nr, g in groups.items()}
    return MapPage(
        kaart,
        width,
        max(box.y1 for box in boxes) - hoogste,
        tuple(groups[nr] for nr in sorted(groups)),
        tuple(themes),
        tuple(_connections(ordering, groups, themes)),
    )


def _themes(ordering: MapOrder, x: int, width: int) -> list[ThemeBox]:
    kind, small = load_typeface(pt(THEME_SIZE)), load_typeface(pt(COUNT_SIZE))
    result, y = [], 0
    for one in ordering.midden:
        space = width - 2 * _INSIDE
        lines = break_lines(one.theme, kind, space, _LINES) or break_lines(
            _NO_THEME, kind, space, 3
        )
        height = len(lines) * line_height(kind) + line_height(small) + _INSIDE
        result.append(ThemeBox(Box(x, y, x + width, y + height), lines, one.telling))
        y += height + _SPACE
    return result


def _groups(
    kaart: Kaart, ordering: MapOrder, side: Sequence[int], themes: Sequence[ThemeBox], kolom: Box
) -> dict[int, GroupBox]:
    """Return the groups of one side, each as close as can be to what it is connected to."""
    kind = load_typeface(pt(GROUP_SIZE), vet=True)
    strokes = _strokes(ordering)
    texts, heights, wensen = [], [], []
    for group in side:
        name = break_lines(kaart.groups[group], kind, kolom.x1 - kolom.x0 - 2 * _INSIDE, _LINES)
        texts.append(name or ("–",))
        thicknesses = [_thickness(ordering.midden[number].events) for number in strokes[group]]
        text = len(texts[-1]) * line_height(kind) + 2 * _INSIDE
        heights.append(max(text, sum(thicknesses) + _BETWEEN_STROKES * (len(thicknesses) + 1)))
        middens = [themes[number].box.midden[1] for number in strokes[group]]
        wensen.append(sum(middens) / len(middens))
    above = without_overlap(wensen, heights, _SPACE)
    return {
        group: GroupBox(Box(kolom.x0, y, kolom.x1, y + height), name)
        for group, y, height, name in zip(side, above, heights, texts, strict=True)
    }


def _strokes(ordering: MapOrder) -> dict[int, list[int]]:
    """Return per group the numbers of its lines, from the top down."""
    result: dict[int, list[int]] = {}
    for number, one in enumerate(ordering.midden):
        for group in (one.wij, one.zij):
            result.setdefault(group, []).append(number)
    return result


def _thickness(events: int) -> int:
    return pt(_DUNST + _DIKKER * min(events, _DIKST))


def _connections(
    ordering: MapOrder, groups: dict[int, GroupBox], themes: Sequence[ThemeBox]
) -> list[Connection]:
    links = set(ordering.links)
    gates = _gates(ordering, groups)
    result = []
    for number, one in enumerate(ordering.midden):
        box, thickness = themes[number].box, _thickness(one.events)
        same_side = (one.wij in links) == (one.zij in links)
        for place, group in enumerate((one.wij, one.zij)):
            # Two lines on one side of a box come in at a third and at two thirds of its height.
            part = (1 + place) / 3 if same_side else 1 / 2
            target = box.y0 + round((box.y1 - box.y0) * part)
            side = groups[group].box
            y = gates[group, number].pop(0)
            if abs(y - target) < _RECHT:
                target = y  # nearly level looks like a mistake
            if group in links:
                result.append(Connection((side.x1 - 1, y), (box.x0, target), thickness))
            else:
                result.append(Connection((side.x0, y), (box.x1 - 1, target), thickness))
    return result


def _gates(ordering: MapOrder, groups: dict[int, GroupBox]) -> dict[tuple[int, int], list[int]]:
    """Return where each line leaves its group: side by side, so that they do not run together."""
    result: dict[tuple[int, int], list[int]] = {}
    for group, numbers in _strokes(ordering).items():
        thicknesses = [_thickness(ordering.midden[number].events) for number in numbers]
        joint_height = sum(thicknesses) + _BETWEEN_STROKES * (len(thicknesses) - 1)
        y = groups[group].box.midden[1] - joint_height // 2
        for number, thickness in zip(numbers, thicknesses, strict=True):
            result.setdefault((group, number), []).append(y + thickness // 2)
            y += thickness + _BETWEEN_STROKES
    return result


def _lower(box: Box, dy: int) -> Box:
    return Box(box.x0, box.y0 + dy, box.x1, box.y1 + dy)


def without_overlap(wensen: Sequence[float], heights: Sequence[int], space: int) -> list[int]:
    """Return the tops of boxes in this order; `wensen` are the middles that they wish for.

    Boxes that would touch become one pile, which stands where its boxes wish on average.
    """
    stacks: list[tuple[list[int], float]] = []  # the boxes, and the sum of wished tops
    for number, (wens, height) in enumerate(zip(wensen, heights, strict=True)):
        members, som = [number], wens - height / 2
        while stacks:
            previous, previous_sum = stacks[-1]
            above = sum(heights[member] + space for member in previous)
            if previous_sum / len(previous) + above <= som / len(members):
                break
            stacks.pop()
            # What the later boxes wish, as seen from the top of the pile that they come under.
            som = previous_sum + som - above * len(members)
            members = previous + members
        stacks.append((members, som))
    result: list[int] = []
    for members, som in stacks:
        y = round(som / len(members))
        for member in members:
            # Rounding may bring two piles one pixel too close.
            y = max(y, result[-1] + heights[member - 1] + space) if result else y
            result.append(y)
            y += heights[member] + space
    return result
