"""What changed in one answer, sentence by sentence or row by row, in no more lines than asked for.

What is beyond that is counted, so that nobody takes the first lines for everything.
"""

from __future__ import annotations

from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.sentences import find_zinseinden
from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.reports.changes import (
    LEFT_OUT,
    Piece,
    fold_pieces,
    name_unseen,
    row_pieces,
    shorten_same,
    shorten_text,
    start_pieces,
    word_pieces,
)
from uitvoeringsplan.terminal.wrapping import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.block_differences import Blokverschil, Rijverschil
    from uitvoeringsplan.model.plan_differences import Vraagverschil
    from uitvoeringsplan.model.vraag import Kolom, Vraag
    from uitvoeringsplan.model.word_differences import Verschilstuk

EVERYTHING = 1_000_000  # more lines than any answer has
_SAME, _GONE, _NEW = Verandering.GELIJK, Verandering.WEG, Verandering.NIEUW
_BRIEF = 18  # letters
_OTHER_SIGNS = "Er verandert geen woord: het staat alleen anders opgeschreven."
_OTHER_COLUMNS = "De tabel heeft andere kolommen dan eerst."


class _Unit(NamedTuple):
    """What is shown or counted as a whole: a row, or the sentences that changed together.

    `brief` is the same with as little as tells what changed.
    """

    pieces: tuple[Piece, ...]
    brief: tuple[Piece, ...]
    sentences: int = 1

    @property
    def is_loss(self) -> bool:
        """Whether it tells of nothing that came."""
        return all(piece.what is not _NEW for piece in self.pieces)


class ChangedSentences:
    """What changed from one text of an answer to another, looked for when somebody asks."""

    def __init__(self, vraag: Vraag, old: str, new: str) -> None:
        self._vraag, self._old, self._new = vraag, old, new
        self._units: list[_Unit] | None = None
        self._names = ("zin", "zinnen")

    def lines(self, kolommen: int, most: int, *, margin: str, kleur: bool) -> list[str]:
        """Return the lines that show it, at most `most` of them; `kolommen` counts the margin.

        When that is less than everything, the last line tells how many sentences or rows there are
        more. Of what went and of what came there is something, as far as there is room.
        """
        units = self._all()
        folded = [self._folded(unit.pieces, kolommen, margin, kleur=kleur) for unit in units]
        if sum(map(len, folded)) <= most:
            return [line for lines in folded for line in lines]
        shown: set[int] = set()
        room = most - 1
        for place in self._in_turn():
            room -= len(folded[place])
            if room < 0:
                break
            shown.add(place)
        if not shown:
            return [self.line(kolommen, "", margin=margin, kleur=kleur)]
        left = sum(one.sentences for place, one in enumerate(units) if place not in shown)
        lines = [line for place in sorted(shown) for line in folded[place]]
        return [*lines, f"{margin}{self._more(left)}"]

    def line(self, kolommen: int, title: str, *, margin: str, kleur: bool) -> str:
        """Return one line: a title, the first change in brief, and how many sentences follow."""
        units = self._all()
        first = units[self._in_turn()[0]]
        left = sum(one.sentences for one in units) - first.sentences
        end = f" ({self._more(left)})" if left else ""
        pieces = (Piece(title, _SAME), *first.brief)
        lines = self._folded(pieces, kolommen - len(end) - 2, margin, kleur=kleur)
        return f"{lines[0]}{' …' if len(lines) > 1 else ''}{end}"

    def _in_turn(self) -> list[int]:
        """Return the places of the units, what came in turn with what only went."""
        units = self._all()
        came = [place for place, unit in enumerate(units) if not unit.is_loss]
        went = [place for place, unit in enumerate(units) if unit.is_loss]
        pairs = zip_longest(came, went)
        return [place for pair in pairs for place in pair if place is not None]

    def _folded(
        self, pieces: tuple[Piece, ...], kolommen: int, margin: str, *, kleur: bool
    ) -> list[str]:
        return list(fold_pieces(pieces, kolommen - len(margin), margin, kleur=kleur))

    def _all(self) -> list[_Unit]:
        if self._units is None:
            self._units = self._found()
        return self._units

    def _more(self, count: int) -> str:
        return f"en nog {count} {self._names[count != 1]}"

    def _found(self) -> list[_Unit]:
        try:
            verschil = compare_antwoord(self._vraag, self._old, self._new)
        except TabelError:  # an old table, of other columns
            return [_said(_OTHER_COLUMNS)]
        if verschil.rijen:
            self._names = ("rij", "rijen")
            return list(_rows(verschil))
        return list(_sentences(verschil.blocks)) or [_said(_OTHER_SIGNS)]


def _said(text: str) -> _Unit:
    pieces = (Piece(text, _SAME),)
    return _Unit(pieces, pieces)


def _rows(verschil: Vraagverschil) -> Iterator[_Unit]:
    """Yield the rows that changed, each with its number; one that is gone with that of then."""
    old = new = 0
    for rij in verschil.rijen:
        old += rij.old is not None
        new += rij.new is not None
        if rij.change is not _SAME:
            name = f"Rij {new}: " if rij.new is not None else f"Rij {old} van eerst: "
            kolommen = verschil.vraag.kolommen
            whole = (Piece(name, _SAME), *row_pieces(rij, kolommen))
            yield _Unit(whole, (Piece(name, _SAME), *_brief_row(rij, kolommen)))


def _brief_row(rij: Rijverschil, kolommen: Sequence[Kolom]) -> Iterator[Piece]:
    """Yield what a row begins with, when that stayed, and the cells that changed."""
    changed = [
        (kolom.label, cel)
        for kolom, cel in zip(kolommen, rij.cellen, strict=True)
        if any(one.change is not _SAME for one in cel)
    ]
    if rij.cellen[0] and all(one.change is _SAME for one in rij.cellen[0]):
        first = "".join(one.run.text for one in rij.cellen[0])
        yield Piece(f"{shorten(name_unseen(first, _SAME), 2 * _BRIEF)}; ", _SAME)
    for place, (label, cel) in enumerate(changed):
        yield Piece(f"{'; ' if place else ''}{label}: ", _SAME)
        yield from word_pieces(_brief(cel))


def _sentences(blocks: Iterable[Blokverschil]) -> Iterator[_Unit]:
    """Yield what changed in blocks: of each the sentences, or that it became something else."""
    for block in blocks:
        if block.change is _SAME:
            continue
        groups = list(_changed_groups(_slid(block.runs)))
        start = tuple(start_pieces(block))
        if not groups:  # of another form, with the same words
            groups = [(list(block.runs), 1)]
        for place, (found, count) in enumerate(groups):
            runs = _stripped(found)
            own = () if place else start
            yield _Unit(
                (*own, *word_pieces(shorten_same(runs))),
                (*own, *word_pieces(_brief(runs))),
                count,
            )


def _brief(runs: Sequence[Verschilstuk]) -> list[Verschilstuk]:
    """Return pieces with little of what stayed, and the begin and the end of what changed."""
    result: list[Verschilstuk] = []
    stretches = [
        (is_same, list(group)) for is_same, group in groupby(runs, lambda one: one.change is _SAME)
    ]
    for place, (is_same, group) in enumerate(stretches):
        if is_same:
            before = _BRIEF if place else 0
            result += _ends(group, before, _BRIEF if place < len(stretches) - 1 else 0)
            continue
        for one in group:
            text = shorten_text(one.run.text, _BRIEF, _BRIEF)
            result.append(one._replace(run=one.run._replace(text=text)))
    return result


def _ends(same: list[Verschilstuk], before: int, after: int) -> Iterator[Verschilstuk]:
    """Yield of pieces that stayed the begin and the end, cut at words."""
    text = "".join(one.run.text for one in same)
    if len(text) <= before + after + _BRIEF // 2:
        yield from same
        return
    start = text[:before].rfind(" ") + 1
    end = len(text) - (after and len(text[-after:].partition(" ")[2]))
    at = 0
    for one in same:
        length = len(one.run.text)
        if head := one.run.text[: max(0, start - at)]:
            yield one._replace(run=one.run._replace(text=head))
        if at <= start < at + length:
            mark = f"{LEFT_OUT} " if after else LEFT_OUT
            yield one._replace(run=Run(mark))
        if tail := one.run.text[max(0, end - at) :]:
            yield one._replace(run=one.run._replace(text=tail))
        at += length


def _changed_groups(
    runs: Sequence[Verschilstuk],
) -> Iterator[tuple[list[Verschilstuk], int]]:
    """Yield the pieces of the sentences that changed, and of how many sentences they are.

    A sentence ends where it does in the old or the new text, in what both have or in what only one
    has. Where one text took the place of another, their sentences are one group.
    """
    ends = {
        side: set(find_zinseinden("".join(run.text for what, run in runs if what is not other)))
        for side, other in ((_GONE, _NEW), (_NEW, _GONE))
    }
    groups: list[list[Verschilstuk]] = [[]]
    counts: list[dict[Verandering, int]] = [{}]
    at = {_GONE: 0, _NEW: 0}
    for place, (what, run) in enumerate(runs):
        sides = tuple(at) if what is _SAME else (what,)
        beside = [one.change for one in (*runs[max(0, place - 1) : place], *runs[place + 1 :][:1])]
        is_replaced = what is not _SAME and any(one not in (_SAME, what) for one in beside)
        cuts = {0, len(run.text)}
        for side in sides:
            inside = {end - at[side] for end in ends[side] if 0 <= end - at[side] <= len(run.text)}
            if is_replaced:
                counts[-1][side] = counts[-1].get(side, 0) + sum(
                    0 < n < len(run.text) for n in inside
                )
            else:
                cuts |= inside
            at[side] += len(run.text)
        for since, until in pairwise(sorted(cuts)):
            groups[-1].append(runs[place]._replace(run=run._replace(text=run.text[since:until])))
            is_end = any(at[side] - len(run.text) + until in ends[side] for side in sides)
            if is_end and not is_replaced:
                groups.append([])
                counts.append({})
    changed = [
        (group, 1 + max(count.values(), default=0))
        for group, count in zip(groups, counts, strict=True)
        if any(one.change is not _SAME for one in group)
    ]
    # A blank that came with a sentence is no change of the next.
    yield from [one for one in changed if _says_something(one[0])] or changed


def _says_something(runs: Iterable[Verschilstuk]) -> bool:
    return any(one.run.text.strip() for one in runs if one.change is not _SAME)


def _stripped(runs: list[Verschilstuk]) -> list[Verschilstuk]:
    """Return the pieces of a sentence without the blanks that it begins with."""
    first = runs[0]
    return [first._replace(run=first.run._replace(text=first.run.text.lstrip(" "))), *runs[1:]]


def _slid(runs: Sequence[Verschilstuk]) -> list[Verschilstuk]:
    """Return the pieces with what came or went in front of a sentence, where that is as true.

    Of “Dit blijft. Dit komt. Dit blijft.” a comparison of words may find “komt. Dit” in between.
    """
    result = list(runs)
    for place in range(1, len(result) - 1):
        before, own, behind = result[place - 1 : place + 2]
        if own.change is _SAME or (before.change, behind.change) != (_SAME, _SAME):
            continue
        if (
            not before.run._replace(text="")
            == own.run._replace(text="")
            == behind.run._replace(text="")
        ):
            continue
        left, text = before.run.text, own.run.text
        ends = [0, *find_zinseinden(f"{left}{text}{behind.run.text}")]
        for end in reversed([end for end in ends if end < len(left)]):
            moved = left[end:]
            if not text.endswith(moved):
                break
            if end == 0 and place > 1:  # in the middle of a sentence
                break
            result[place - 1 : place + 2] = [
                before._replace(run=before.run._replace(text=left[:end])),
                own._replace(run=own.run._replace(text=moved + text[: len(text) - len(moved)])),
                behind._replace(run=behind.run._replace(text=moved + behind.run.text)),
            ]
            break
    return [one for one in result if one.run.text]
