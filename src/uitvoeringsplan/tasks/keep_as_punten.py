"""What of a Word file could not come along, as open points of the nearest question.

The plan has no place for a changed sentence outside the answers, a picture in an answer, or words
that do not fit. As a point they stay with the plan: where it was, what it was, and the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.open_punt import OpenPunt, recognise, with_keys
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.punten_patch import add_punten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.three_way import FixedDifference
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.tasks.read_back import Readback
    from uitvoeringsplan.word.returned.result import Doubt, Refusal


class LeftBehind(NamedTuple):
    """What of a file could not come along, each with whether the plan has it as a point already.

    `new` are the points that would keep the others.
    """

    doubts: tuple[tuple[Doubt, bool], ...]
    refused: tuple[tuple[Vraag, Refusal, bool], ...]
    fixed: tuple[tuple[FixedDifference, bool], ...]
    new: tuple[OpenPunt, ...]

    @property
    def known(self) -> int:
        """How many the plan has as a point."""
        return len(self.doubts) + len(self.refused) + len(self.fixed) - len(self.new)


def left_behind(readback: Readback) -> LeftBehind:
    """Return what could not come along.

    Another reading of the same file gives the same keys, also on another day or under another
    name, so that a point comes once and a closed one stays closed.
    """
    # The key comes from what was found alone; what is added behind it may differ next time.
    punten = with_keys(_found(readback))
    pairs = recognise(
        readback.old.punten,
        (
            punt._replace(datum=readback.today, tekst=f"Uit {readback.word.name}: {punt.tekst}")
            for punt in punten
        ),
    )
    is_known = iter([known is not None for _, known in pairs])
    return LeftBehind(
        tuple((doubt, next(is_known)) for doubt in readback.doubts),
        tuple((vraag, refusal, next(is_known)) for vraag, refusal in readback.refused),
        tuple((one, next(is_known)) for one in readback.fixed.verschillen),
        tuple(punt for punt, known in pairs if known is None),
    )


def with_kept(readback: Readback, punten: tuple[OpenPunt, ...]) -> Readback:
    """Return a reading that is settled with these points in the plan as it becomes.

    Raises ProjectbestandError when the plan cannot have so many.
    """
    return readback._replace(new=add_punten(readback.new, punten), kept=punten)


def _found(readback: Readback) -> Iterator[OpenPunt]:
    """Yield what was found, in the order of `LeftBehind`."""

    def punt(vraag_id: str, message: str, words: str) -> OpenPunt:
        # A sentence quotes what is not too long; only then does the point need the words again.
        return OpenPunt(
            vraag=vraag_id or readback.about_all,
            citaat="" if words in message else words,
            tekst=message,
        )

    for doubt in readback.doubts:
        yield punt(doubt.vraag_id, doubt.message, "")
    for vraag, (place, words, message) in readback.refused:
        where = f"{place}: " if place else ""
        yield punt(vraag.id, f"{where}dit past niet in het plan. {message}", words)
    for one in readback.fixed.verschillen:
        yield punt(one.vraag_id, one.message, one.words)
