"""The lists that the styles for points and numbers need, in a template that lacks them.

A style says which numbering (`w:num`) it uses, and that which list (`w:abstractNum`). Numbered
points need one list with all levels, because every answer starts a numbering of its own in it.
Many templates have a list of one level per style; then one is made that looks like those. Lists
that a template got from us are known by their name.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import BULLET_LIST, NUMBER_LIST, XML_DECLARATION, W
from uitvoeringsplan.ooxml.tree import child, fragment, insert, new, number, val, w
from uitvoeringsplan.word.writing.point_levels import (
    BULLET_STYLES,
    NUMBER_STYLES,
    bullet_level_xml,
    number_level_xml,
)

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

#: Every numbering part begins so when there was none.
EMPTY_NUMBERING = XML_DECLARATION + f'<w:numbering xmlns:w="{W}"></w:numbering>'.encode()
# Our name for the list, the styles that use it by level, and what writes a level of it.
_FAMILIES = (
    (BULLET_LIST, BULLET_STYLES, bullet_level_xml),
    (NUMBER_LIST, NUMBER_STYLES, number_level_xml),
)
_NUMBER = re.compile("%([1-9])")
_NSID = 0x0B556380  # by which Word tells lists apart; counted up until it is free


class _Level(NamedTuple):
    """The level that a style uses, and the list it belongs to; None when only a num has it."""

    num_id: str
    level: Element
    list: Element | None


def own_list(root: Element, name: str = NUMBER_LIST) -> str:
    """Return the id of the list with this name that was made here, empty when there is none."""
    return val(_own_list(root, name), "abstractNumId")


def _own_list(root: Element, name: str) -> Element | None:
    lists = (each for each in root.findall(w("abstractNum")) if val(child(each, "name")) == name)
    return next(lists, None)


def complete_lists(root: Element, stylesheet: Styles) -> dict[str, tuple[str, int]]:
    """Give a numbering part a list for every style that has none.

    Returns what the styles without a list are to use: (numId, level) by the name of the style.
    """
    source = _Numbering(root, stylesheet)
    numbers: dict[str, tuple[str, int]] = {}
    for name, styles, write in _FAMILIES:
        levels = [source.level_of(style) for style in styles]
        bare = {style: i for i, style in enumerate(styles) if levels[i] is None}
        plain = [fragment(write(depth))[0] for depth in range(len(styles))]
        num_id = source.whole_list(levels[0], name, plain)
        if not num_id and (bare or name == NUMBER_LIST):
            num_id = source.add(name, list(map(_level_for, levels, plain)))
        numbers |= {style: (num_id, depth) for style, depth in bare.items()}
    return numbers


class _Numbering:
    """A numbering part: its lists and numberings by id."""

    def __init__(self, root: Element, stylesheet: Styles) -> None:
        self._root = root
        self._stylesheet = stylesheet
        self._lists = {val(each, "abstractNumId"): each for each in root.findall(w("abstractNum"))}
        self._nums = {val(each, "numId"): each for each in root.findall(w("num"))}

    def add(self, name: str, levels: list[Element]) -> str:
        """Add a list with these levels and a numbering of it; return the id of the numbering."""
        list_id, num_id = _free(self._lists), _free(self._nums)
        in_use = {val(nsid).upper() for nsid in self._root.iter(w("nsid"), w("tmpl"))}
        nsid = _NSID + int(list_id) % 16
        while f"{nsid:08X}" in in_use:
            nsid += 16
        self._lists[list_id] = new(
            "abstractNum",
            new("nsid", val=f"{nsid:08X}"),
            new("multiLevelType", val="multilevel"),
            new("tmpl", val=f"{nsid:08X}"),
            new("name", val=name),
            *levels,
            abstractNumId=list_id,
        )
        self._nums[num_id] = new("num", new("abstractNumId", val=list_id), numId=num_id)
        insert(self._root, self._lists[list_id], among=True)
        insert(self._root, self._nums[num_id], among=True)
        return num_id

    def level_of(self, style: str) -> _Level | None:
        """Return the level that a style uses, itself or through what it is based on."""
        style_id = self._stylesheet.id_start(style)
        place = self._stylesheet.numbering(style_id) if style_id else None
        return self._level(*place) if place else None

    def whole_list(self, level: _Level | None, name: str, plain: list[Element]) -> str:
        """Return the numbering of a list with all levels: the style's own, or one made here.

        One that was made here when there were fewer levels gets the `plain` ones that it lacks.
        """
        if level and level.list is not None:
            levels = [_level_in(level.list, depth) for depth in range(len(plain))]
            if None not in levels and levels[0] is level.level:
                return level.num_id
        made = _own_list(self._root, name)
        if made is None:
            return ""
        for depth, new_level in enumerate(plain):
            if _level_in(made, depth) is None:
                made.append(new_level)  # levels come last in a list
        list_id = val(made, "abstractNumId")
        return next((id_ for id_, num in self._nums.items() if _list_of(num) == list_id), "")

    def _level(self, num_id: str, ilvl: int, *, via: bool = True) -> _Level | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        for override in num.findall(w("lvlOverride")):
            level = child(override, "lvl")
            if level is not None and val(override, "ilvl") == str(ilvl):
                return _Level(num_id, level, None)
        found = self._lists.get(_list_of(num))
        if found is None:
            return None
        level = _level_in(found, ilvl)
        if level is not None:
            return _Level(num_id, level, found)
        # A list may leave its levels to a style of the kind "numbering".
        style = val(child(found, "numStyleLink"))
        place = self._stylesheet.numbering(style) if style in self._stylesheet.styles else None
        borrowed = self._level(place[0], ilvl, via=False) if place and via else None
        return borrowed._replace(list=None) if borrowed else None


def _level_in(found: Element, ilvl: int) -> Element | None:
    levels = (level for level in found.findall(w("lvl")) if val(level, "ilvl") == str(ilvl))
    return next(levels, None)


def _list_of(num: Element) -> str:
    return val(child(num, "abstractNumId"))


def _free(ids: dict[str, Element]) -> str:
    return str(1 + max((number(id_) or 0 for id_ in ids), default=0))


def _level_for(level: _Level | None, plain: Element) -> Element:
    """Return a level as the template has it, else a plain one."""
    taken = _taken_over(level.level, number(val(plain, "ilvl")) or 0) if level else None
    return plain if taken is None else taken


def _taken_over(level: Element, depth: int) -> Element | None:
    """Return a level of the template at another depth; None when it cannot stand there."""
    own, text = number(val(level, "ilvl")), val(child(level, "lvlText"))
    copy = deepcopy(level)
    goes = ["pStyle"]
    if own != depth:
        if child(level, "lvlText") is None or own is None:
            return None
        if set(_NUMBER.findall(text)) - {str(own + 1)}:  # the numbers of other levels
            return None
        shown = child(copy, "lvlText")
        if shown is not None:
            shown.set(w("val"), text.replace(f"%{own + 1}", f"%{depth + 1}"))
        goes.append("lvlRestart")
    copy.set(w("ilvl"), str(depth))
    for name in goes:
        for element in copy.findall(w(name)):
            copy.remove(element)
    return copy
