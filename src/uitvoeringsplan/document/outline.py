"""From the flat row of paragraphs that Word has to lists in lists and facts below each other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import (
    Feit,
    Feiten,
    Inhoud,
    Lijst,
    Lijstpunt,
    Passage,
    Tekst,
    Tekstdeel,
    Telwijze,
)
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.counters import in_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.ooxml.counters import Counted

_COUNTING = {
    "bullet": Telwijze.TEKEN,
    "lowerLetter": Telwijze.LETTER,
    "upperLetter": Telwijze.HOOFDLETTER,
    "lowerRoman": Telwijze.ROMEINS,
    "upperRoman": Telwijze.ROMEINS_GROOT,
}
_LOOSE = (Telwijze.TEKEN, Telwijze.EIGEN)  # whose points are not counted from the first
_PUNCTUATION = " .)(:-–"


class LoosePoint(NamedTuple):
    """A point of a list as it stands in Word: a paragraph with a level and a number."""

    level: int
    number: Counted
    text: Tekst
    anchors: tuple[str, ...] = ()

    @property
    def telwijze(self) -> Telwijze:
        """How the point is counted; a number with more in it than its count is its own."""
        form = self.number.form
        if form != "bullet" and self._bare != in_format(self.number.value, form):
            return Telwijze.EIGEN
        return _COUNTING.get(form, Telwijze.CIJFER)

    @property
    def _bare(self) -> str:
        return self.number.text.strip(_PUNCTUATION)


LooseBlock = Inhoud | LoosePoint | Feit


def build_up(blocks: Iterable[LooseBlock]) -> tuple[Inhoud, ...]:
    """Return the blocks with their points gathered in lists, and their facts together."""
    result: list[Inhoud] = []
    for kind, group in groupby(blocks, key=_kind):
        if kind is LoosePoint:
            result += _lists([block for block in group if isinstance(block, LoosePoint)])
        elif kind is Feit:
            result.append(Feiten(tuple(block for block in group if isinstance(block, Feit))))
        else:
            result += [block for block in group if not isinstance(block, LoosePoint | Feit)]
    return tuple(result)


def tidy(parts: Iterable[Tekstdeel]) -> Tekst:
    """Return text in its one form: no blanks at its ends, tabs as blanks, equal dress joined."""
    result: list[Tekstdeel] = []
    for part in parts:
        text = part.text.replace("\t", " ")
        if not result:
            text = text.lstrip()
        if not text:
            continue
        previous = result[-1] if result else None
        if previous is not None and previous._replace(text="") == part._replace(text=""):
            result[-1] = previous._replace(text=previous.text + text)
        else:
            result.append(part._replace(text=text))
    while result and not (end := result[-1].text.rstrip()):
        result.pop()
    return (*result[:-1], result[-1]._replace(text=end)) if result else ()


def split_at_tab(parts: Sequence[Tekstdeel]) -> tuple[Tekst, Tekst] | None:
    """Return what stands before and after the first tab; None when either is empty."""
    for i, part in enumerate(parts):
        if "\t" in part.text:
            before, _, after = part.text.partition("\t")
            links = tidy([*parts[:i], part._replace(text=before)])
            right = tidy([part._replace(text=after), *parts[i + 1 :]])
            return (links, right) if links and right else None
    return None


def _kind(block: LooseBlock) -> type:
    return type(block) if isinstance(block, LoosePoint | Feit) else object


def _lists(points: Sequence[LoosePoint]) -> list[Inhoud]:
    """Return the lists on the level of the first point, deeper ones inside their points."""
    groups: list[tuple[LoosePoint, list[Lijstpunt]]] = []
    previous: LoosePoint | None = None
    i = 0
    while i < len(points):
        point = points[i]
        below = i + 1
        while below < len(points) and points[below].level > point.level:
            below += 1
        content = (Passage(point.text), *_lists(points[i + 1 : below]))
        if previous is None or not _goes_on(previous, point):
            groups.append((point, []))
        own = point.number.text.strip() if point.telwijze is Telwijze.EIGEN else ""
        groups[-1][1].append(Lijstpunt(content, own, point.anchors))
        previous = point
        i = below
    return [
        Lijst(tuple(list_), first.telwijze, 1 if first.telwijze in _LOOSE else first.number.value)
        for first, list_ in groups
    ]


def _goes_on(previous: LoosePoint, point: LoosePoint) -> bool:
    """Whether a point belongs to the list of the one before it on its level."""
    if previous.telwijze is not point.telwijze:
        return False
    return point.telwijze in _LOOSE or point.number.value == previous.number.value + 1
