"""Counting as Word does: the number, letter or sign before each paragraph of a list.

The counts belong to the list (`w:abstractNum`), not to the numbering that uses it (`w:num`): two
numberings of one list go on where the other stopped, unless one says where it starts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child, is_on, number, parse, val, w

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element

_NUMBER = re.compile("%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# A sign of a symbol font has a code for private use, which no other font can show.
_OWN_SIGN = "[\ue000-\uf8ff]"
_HIGHEST_ROMAN = 32_767  # beyond this nobody reads it, and one could ask for a billion letters
# Characters around a number; the text stands before every paragraph of the list, so a long one
# would cost its length times their number.
_LONGEST_TEXT = 200
BULLET = "•"


class Level(NamedTuple):
    """One level of a list: where it starts, how its number looks and what stands around it."""

    start: int = 0
    form: str = "decimal"  # the name that the format gives it
    text: str = ""  # with %1 for the number of the first level, and so on
    restart: int | None = None  # after which level (from 1) it starts again; None: after any
    plain: bool = False  # all its numbers in plain figures


class Numbering(NamedTuple):
    """One `w:num`: the list that it counts in, its levels, and those with a start of their own."""

    lijst: str
    layers: dict[int, Level]
    starts: frozenset[int]


class Counted(NamedTuple):
    """What stands before one paragraph: the text, the number in it, and the form of that."""

    text: str
    value: int
    form: str


class Counters:
    """The lists of one document, counting along with its paragraphs from first to last."""

    def __init__(
        self, series: dict[str, Numbering], style_layers: dict[tuple[str, str], int]
    ) -> None:
        self._series = series
        self._style_layers = style_layers
        self._standen: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    @property
    def lists(self) -> tuple[dict[str, Numbering], dict[tuple[str, str], int]]:
        """What was read of the lists: with these, others count from the start."""
        return self._series, self._style_layers

    def again(self) -> Counters:
        """Return the same lists, with nothing counted yet."""
        return Counters(*self.lists)

    def following(self, num_id: str, ilvl: int) -> str:
        """Return the text before the next paragraph of a numbering; empty for an unknown one."""
        return self.tel(num_id, ilvl).text

    def tel(self, num_id: str, ilvl: int) -> Counted:
        """Count the next paragraph of a numbering, and return what stands before it."""
        series = self._series.get(num_id)
        layer = series.layers.get(ilvl) if series else None
        if series is None or layer is None:
            return Counted("", 0, "none")
        stand = self._standen.setdefault(series.lijst, {})
        if ilvl in series.starts and (num_id, ilvl) not in self._begun:
            self._begun.add((num_id, ilvl))
            stand.pop(ilvl, None)
        stand[ilvl] = stand[ilvl] + 1 if ilvl in stand else layer.start
        for deeper in [n for n in stand if n > ilvl]:
            restart = series.layers.get(deeper, layer).restart
            if restart is None or ilvl < restart:
                del stand[deeper]
        for higher in range(ilvl):  # a level that was passed over counts as one
            if higher not in stand and higher in series.layers:
                stand[higher] = series.layers[higher].start
        return Counted(_text(layer, series, stand), stand[ilvl], layer.form)

    def is_opsomming(self, num_id: str, ilvl: int) -> bool:
        """Whether this level has a sign that says nothing of order."""
        series = self._series.get(num_id)
        layer = series.layers.get(ilvl) if series else None
        return layer is not None and layer.form == "bullet"

    def layer_of_style(self, num_id: str, style_id: str) -> int | None:
        """Return the level that a style is tied to in this numbering, which goes before its own."""
        series = self._series.get(num_id)
        return None if series is None else self._style_layers.get((series.lijst, style_id))


def no_counters() -> Counters:
    """Return the lists of a document that has none."""
    return Counters({}, {})


def load_counters(numbering_xml: bytes, name: str, path: str) -> Counters:
    """Return the lists of a numbering part; `name` and `path` are for messages."""
    return read_counters(parse(numbering_xml, name, path))


def read_counters(root: Element) -> Counters:
    """Return the lists that the tree of a numbering part has."""
    lijsten: dict[str, dict[int, Level]] = {}
    shared: dict[str, str] = {}  # a style of lists to the list that has its levels
    verwijst: dict[str, str] = {}  # a list without levels to the style of lists
    style_layers: dict[tuple[str, str], int] = {}
    for element in root.iterchildren(w("abstractNum")):
        lijst = val(element, "abstractNumId")
        lijsten[lijst] = _layers(element)
        shared.setdefault(val(child(element, "styleLink")), lijst)
        verwijst[lijst] = val(child(element, "numStyleLink"))
        for layer in element.iterchildren(w("lvl")):
            if style_id := val(child(layer, "pStyle")):
                style_layers[lijst, style_id] = _ilvl(layer)
    series = {}
    for num in root.iterchildren(w("num")):
        lijst = val(child(num, "abstractNumId"))
        if verwijst.get(lijst):
            lijst = shared.get(verwijst[lijst], lijst)
        series[val(num, "numId")] = _series(num, lijst, lijsten.get(lijst, {}))
    return Counters(series, style_layers)


def in_format(value: int, form: str) -> str:
    """Return a number as a list writes it; forms that Word knows and we do not are figures."""
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 99)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < value <= _HIGHEST_ROMAN:
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form in ("none", "bullet") else str(value)


def _roman(value: int) -> str:
    parts = []
    for stap, sign in _ROMAN:
        count, value = divmod(value, stap)
        parts.append(sign * count)
    return "".join(parts)


def _text(layer: Level, series: Numbering, stand: dict[int, int]) -> str:
    if layer.form == "bullet":
        return re.sub(_OWN_SIGN, BULLET, layer.text)

    def number(m: re.Match[str]) -> str:
        ilvl = int(m[1]) - 1
        form = series.layers.get(ilvl, layer).form
        if ilvl not in stand:
            return ""
        return in_format(stand[ilvl], "decimal" if layer.plain and form != "none" else form)

    return _NUMBER.sub(number, layer.text)


def _series(num: Element, lijst: str, layers: dict[int, Level]) -> Numbering:
    starts = set()
    for deviation in num.iterchildren(w("lvlOverride")):
        ilvl = _ilvl(deviation)
        layers = layers | _layers(deviation)
        start = number(val(child(deviation, "startOverride")))
        if start is not None:
            layers = {**layers, ilvl: layers.get(ilvl, Level())._replace(start=start)}
            starts.add(ilvl)
    return Numbering(lijst, layers, frozenset(starts))


def _layers(element: Element) -> dict[int, Level]:
    return {_ilvl(layer): _layer(layer) for layer in element.iterchildren(w("lvl"))}


def _layer(element: Element) -> Level:
    return Level(
        number(val(child(element, "start"))) or 0,
        val(child(element, "numFmt")) or "decimal",
        val(child(element, "lvlText"))[:_LONGEST_TEXT],
        number(val(child(element, "lvlRestart"))),
        is_on(element, "isLgl"),
    )


def _ilvl(element: Element) -> int:
    return number(val(element, "ilvl")) or 0
