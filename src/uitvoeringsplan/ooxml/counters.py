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

_NUMMER = re.compile("%([1-9])")
_ROMEINS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# A sign of a symbol font has a code for private use, which no other font can show.
_EIGEN_TEKEN = "[\ue000-\uf8ff]"
_HOOGSTE_ROMEINS = 32_767  # beyond this nobody reads it, and one could ask for a billion letters
# Characters around a number; the text stands before every paragraph of the list, so a long one
# would cost its length times their number.
_LANGSTE_TEKST = 200
BULLET = "•"


class Level(NamedTuple):
    """One level of a list: where it starts, how its number looks and what stands around it."""

    begin: int = 0
    vorm: str = "decimal"  # the name that the format gives it
    tekst: str = ""  # with %1 for the number of the first level, and so on
    herstart: int | None = None  # after which level (from 1) it starts again; None: after any
    gewoon: bool = False  # all its numbers in plain figures


class Numbering(NamedTuple):
    """One `w:num`: the list that it counts in, its levels, and those with a start of their own."""

    lijst: str
    lagen: dict[int, Level]
    begint: frozenset[int]


class Counted(NamedTuple):
    """What stands before one paragraph: the text, the number in it, and the form of that."""

    tekst: str
    waarde: int
    vorm: str


class Counters:
    """The lists of one document, counting along with its paragraphs from first to last."""

    def __init__(
        self, reeksen: dict[str, Numbering], stijllagen: dict[tuple[str, str], int]
    ) -> None:
        self._reeksen = reeksen
        self._stijllagen = stijllagen
        self._standen: dict[str, dict[int, int]] = {}
        self._begonnen: set[tuple[str, int]] = set()

    @property
    def lists(self) -> tuple[dict[str, Numbering], dict[tuple[str, str], int]]:
        """What was read of the lists: with these, others count from the start."""
        return self._reeksen, self._stijllagen

    def opnieuw(self) -> Counters:
        """Return the same lists, with nothing counted yet."""
        return Counters(*self.lists)

    def volgende(self, num_id: str, ilvl: int) -> str:
        """Return the text before the next paragraph of a numbering; empty for an unknown one."""
        return self.tel(num_id, ilvl).tekst

    def tel(self, num_id: str, ilvl: int) -> Counted:
        """Count the next paragraph of a numbering, and return what stands before it."""
        reeks = self._reeksen.get(num_id)
        laag = reeks.lagen.get(ilvl) if reeks else None
        if reeks is None or laag is None:
            return Counted("", 0, "none")
        stand = self._standen.setdefault(reeks.lijst, {})
        if ilvl in reeks.begint and (num_id, ilvl) not in self._begonnen:
            self._begonnen.add((num_id, ilvl))
            stand.pop(ilvl, None)
        stand[ilvl] = stand[ilvl] + 1 if ilvl in stand else laag.begin
        for dieper in [n for n in stand if n > ilvl]:
            herstart = reeks.lagen.get(dieper, laag).herstart
            if herstart is None or ilvl < herstart:
                del stand[dieper]
        for hoger in range(ilvl):  # a level that was passed over counts as one
            if hoger not in stand and hoger in reeks.lagen:
                stand[hoger] = reeks.lagen[hoger].begin
        return Counted(_tekst(laag, reeks, stand), stand[ilvl], laag.vorm)

    def is_opsomming(self, num_id: str, ilvl: int) -> bool:
        """Whether this level has a sign that says nothing of order."""
        reeks = self._reeksen.get(num_id)
        laag = reeks.lagen.get(ilvl) if reeks else None
        return laag is not None and laag.vorm == "bullet"

    def laag_van_stijl(self, num_id: str, stijl_id: str) -> int | None:
        """Return the level that a style is tied to in this numbering, which goes before its own."""
        reeks = self._reeksen.get(num_id)
        return None if reeks is None else self._stijllagen.get((reeks.lijst, stijl_id))


def no_counters() -> Counters:
    """Return the lists of a document that has none."""
    return Counters({}, {})


def load_counters(numbering_xml: bytes, naam: str, pad: str) -> Counters:
    """Return the lists of a numbering part; `naam` and `pad` are for messages."""
    return read_counters(parse(numbering_xml, naam, pad))


def read_counters(root: Element) -> Counters:
    """Return the lists that the tree of a numbering part has."""
    lijsten: dict[str, dict[int, Level]] = {}
    gedeeld: dict[str, str] = {}  # a style of lists to the list that has its levels
    verwijst: dict[str, str] = {}  # a list without levels to the style of lists
    stijllagen: dict[tuple[str, str], int] = {}
    for element in root.iterchildren(w("abstractNum")):
        lijst = val(element, "abstractNumId")
        lijsten[lijst] = _lagen(element)
        gedeeld.setdefault(val(child(element, "styleLink")), lijst)
        verwijst[lijst] = val(child(element, "numStyleLink"))
        for laag in element.iterchildren(w("lvl")):
            if stijl_id := val(child(laag, "pStyle")):
                stijllagen[lijst, stijl_id] = _ilvl(laag)
    reeksen = {}
    for num in root.iterchildren(w("num")):
        lijst = val(child(num, "abstractNumId"))
        if verwijst.get(lijst):
            lijst = gedeeld.get(verwijst[lijst], lijst)
        reeksen[val(num, "numId")] = _reeks(num, lijst, lijsten.get(lijst, {}))
    return Counters(reeksen, stijllagen)


def in_format(waarde: int, vorm: str) -> str:
    """Return a number as a list writes it; forms that Word knows and we do not are figures."""
    if vorm in ("lowerLetter", "upperLetter") and waarde > 0:
        letter = chr(ord("a") + (waarde - 1) % 26) * min((waarde - 1) // 26 + 1, 99)
        return letter.upper() if vorm == "upperLetter" else letter
    if vorm in ("lowerRoman", "upperRoman") and 0 < waarde <= _HOOGSTE_ROMEINS:
        romeins = _romeins(waarde)
        return romeins.upper() if vorm == "upperRoman" else romeins
    if vorm == "decimalZero":
        return f"{waarde:02}"
    return "" if vorm in ("none", "bullet") else str(waarde)


def _romeins(waarde: int) -> str:
    delen = []
    for stap, teken in _ROMEINS:
        aantal, waarde = divmod(waarde, stap)
        delen.append(teken * aantal)
    return "".join(delen)


def _tekst(laag: Level, reeks: Numbering, stand: dict[int, int]) -> str:
    if laag.vorm == "bullet":
        return re.sub(_EIGEN_TEKEN, BULLET, laag.tekst)

    def nummer(m: re.Match[str]) -> str:
        ilvl = int(m[1]) - 1
        vorm = reeks.lagen.get(ilvl, laag).vorm
        if ilvl not in stand:
            return ""
        return in_format(stand[ilvl], "decimal" if laag.gewoon and vorm != "none" else vorm)

    return _NUMMER.sub(nummer, laag.tekst)


def _reeks(num: Element, lijst: str, lagen: dict[int, Level]) -> Numbering:
    begint = set()
    for afwijking in num.iterchildren(w("lvlOverride")):
        ilvl = _ilvl(afwijking)
        lagen = lagen | _lagen(afwijking)
        begin = number(val(child(afwijking, "startOverride")))
        if begin is not None:
            lagen = {**lagen, ilvl: lagen.get(ilvl, Level())._replace(begin=begin)}
            begint.add(ilvl)
    return Numbering(lijst, lagen, frozenset(begint))


def _lagen(element: Element) -> dict[int, Level]:
    return {_ilvl(laag): _laag(laag) for laag in element.iterchildren(w("lvl"))}


def _laag(element: Element) -> Level:
    return Level(
        number(val(child(element, "start"))) or 0,
        val(child(element, "numFmt")) or "decimal",
        val(child(element, "lvlText"))[:_LANGSTE_TEKST],
        number(val(child(element, "lvlRestart"))),
        is_on(element, "isLgl"),
    )


def _ilvl(element: Element) -> int:
    return number(val(element, "ilvl")) or 0
