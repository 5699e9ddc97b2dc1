"""Sentences as they follow each other now against the fingerprints of those that there were."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import FixedChange, FixedDifference
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.returned.fixed_form import SeenForm, compare_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uitvoeringsplan.word.fixed.fingerprints import FixedSentence, KnownSentence

_SHORT = 300  # signs of a quotation
# A sentence that comes from much further on was moved up; the place goes on from where it was.
_JUMP = 50


class PlacedSentence(NamedTuple):
    """A sentence and where it stands; without a sentence, an answer that is passed over.

    `line` is the number of its paragraph, `where` the heading or question above it, `row` tells
    the row of a table from every other. Where `is_antwoord`, words that are not known belong to an
    answer.
    """

    zin: FixedSentence | None
    line: int
    where: str
    rij: tuple[int, int] | None = None
    is_antwoord: bool = False


class _Group(NamedTuple):
    """Sentences that were not there, one behind the other, and the known one before them."""

    after: int
    pieces: list[PlacedSentence]


def _no_question(_line: int) -> str:
    return ""


def compare_order(
    then: Sequence[KnownSentence],
    pieces: Sequence[PlacedSentence],
    nearest: Callable[[int], str] = _no_question,
) -> list[FixedDifference]:
    """Return what is new, changed, moved and gone, and what looks otherwise.

    `then` are the fingerprints of the sentences in the order that they had. `nearest` gives the
    question that the paragraph with this number stands nearest to.
    """
    found = _match(then, pieces)
    known_ones = {
        place: piece for place, piece in zip(found, pieces, strict=True) if place is not None
    }
    gone = _gone(then, known_ones)
    rows = {
        piece.rij
        for place, piece in zip(found, pieces, strict=True)
        if piece.rij and (place is not None or piece.is_antwoord)
    }
    result = []
    for group in _groups(found, pieces):
        changed = gone.pop(group.after, 0)
        one = _not_known(group.pieces, rows, is_changed=bool(changed))
        result.append(one._replace(vraag_id=nearest(group.pieces[0].line)))
    for after, count in gone.items():
        piece = known_ones.get(after)
        one = FixedDifference(
            _gone_message(piece, count), FixedChange.GONE, piece.where if piece else ""
        )
        result.append(one._replace(vraag_id=nearest(piece.line)) if piece else one)
    for piece in _moved(found, pieces):
        words = piece.zin.words if piece.zin else ""
        said = f"{near(piece.where)} staat vaste tekst op een andere plaats: {quote(words)}"
        result.append(
            FixedDifference(said, FixedChange.MOVED, piece.where, words, nearest(piece.line))
        )
    seen = (
        SeenForm(
            then[place],
            piece.zin,
            piece.line,
            piece.where,
            near(piece.where),
            piece.where == piece.zin.words,
            nearest(piece.line),
        )
        for place, piece in zip(found, pieces, strict=True)
        if place is not None and piece.zin is not None and then[place].form != piece.zin.form
    )
    return result + compare_forms(seen, quote)


def _match(then: Sequence[KnownSentence], pieces: Sequence[PlacedSentence]) -> list[int | None]:
    """Return for every sentence which of the known ones it is; each is there once.

    What is no answer for sure goes first. Of what may be one, only a sentence that stands where it
    stood is taken for fixed text: a word of an answer may be one of the fixed text elsewhere.
    """
    by_digest: dict[str, deque[int]] = {}
    for place, known in enumerate(then):
        for key in known.keys:
            by_digest.setdefault(key, deque()).append(place)
    used: set[int] = set()
    result: list[int | None] = [None] * len(pieces)
    last = -1
    for number, piece in enumerate(pieces):
        if piece.is_antwoord:
            continue
        rows = (by_digest.get(key, deque()) for key in _keys(piece))
        found = next(filter(None, (_next(row, used, last) for row in rows)), None)
        if found is None:
            continue
        (place,) = found
        used.add(place)
        result[number] = place
        if last < place <= last + _JUMP:
            last = place
    _match_answers(then, pieces, used, result)
    return result


def _match_answers(
    then: Sequence[KnownSentence],
    pieces: Sequence[PlacedSentence],
    used: set[int],
    result: list[int | None],
) -> None:
    """Find the fixed sentences among what may be an answer, each between its neighbours."""
    left: dict[str, list[int]] = {}
    for place, known in enumerate(then):
        if place not in used:
            for key in known.keys:
                left.setdefault(key, []).append(place)
    limit = len(then)
    bounds = [limit] * len(pieces)  # the known sentence behind each
    for number in range(len(pieces) - 1, -1, -1):
        bounds[number] = limit
        found = result[number]
        limit = limit if found is None else found
    previous = -1
    for number, piece in enumerate(pieces):
        if piece.is_antwoord and result[number] is None:
            for key in _keys(piece):
                row = left.get(key, [])
                i = bisect_left(row, previous + 1)
                if i < len(row) and row[i] < bounds[number]:
                    result[number] = row[i]
                    break
        found = result[number]
        previous = previous if found is None else found


def _keys(piece: PlacedSentence) -> list[str]:
    return [one for one in (piece.zin.digest, piece.zin.filled) if one] if piece.zin else []


def _next(row: deque[int], used: set[int], last: int) -> tuple[int] | None:
    """Take the next of equal sentences, so that one that went is missed where it was."""
    while row and (row[0] in used or row[0] < last < row[-1]):
        row.popleft()
    return (row.popleft(),) if row else None


def _gone(then: Sequence[KnownSentence], known_ones: Iterable[int]) -> dict[int, int]:
    """Return how many sentences are gone, by the known one before them (-1: none)."""
    known_ones = set(known_ones)
    result: dict[int, int] = {}
    after = -1
    for place, known in enumerate(then):
        if place in known_ones:
            after = place
        elif known.digest:
            result[after] = result.get(after, 0) + 1
    return result


def _groups(found: Sequence[int | None], pieces: Sequence[PlacedSentence]) -> list[_Group]:
    """Return the sentences that were not there, those together that follow each other."""
    result: list[_Group] = []
    after = -1
    is_open = False
    for place, piece in zip(found, pieces, strict=True):
        if place is not None:
            after, is_open = place, False
        elif piece.is_antwoord or piece.zin is None or not piece.zin.digest:
            is_open = is_open and piece.zin is not None
        elif is_open:
            result[-1].pieces.append(piece)
        else:
            result.append(_Group(after, [piece]))
            is_open = True
    return result


def _moved(found: Sequence[int | None], pieces: Sequence[PlacedSentence]) -> list[PlacedSentence]:
    """Return the pieces that stand in another order; the fewest that explain it."""
    pairs = [(p, s) for p, s in zip(found, pieces, strict=True) if p is not None]
    # The longest row that goes up (patience sorting): all that is not in it was moved.
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for i, (place, _) in enumerate(pairs):
        height = bisect_left(tops, place)
        previous.append(ends[height - 1] if height else -1)
        tops[height : height + 1] = [place]
        ends[height : height + 1] = [i]
    fixed = set()
    i = ends[-1] if ends else -1
    while i >= 0:
        fixed.add(i)
        i = previous[i]
    return [piece for i, (_, piece) in enumerate(pairs) if i not in fixed and piece.zin is not None]


def _not_known(
    pieces: Sequence[PlacedSentence], rows: set[tuple[int, int]], *, is_changed: bool
) -> FixedDifference:
    """Return sentences that were not there, as one difference."""
    where = pieces[0].where
    bij = near(where)
    paragraphs: dict[int, list[str]] = {}
    for piece in pieces:
        paragraphs.setdefault(piece.line, []).append(piece.zin.words if piece.zin else "")
    words = " | ".join(map(" ".join, paragraphs.values()))
    own = {piece.rij for piece in pieces}
    if None not in own and own.isdisjoint(rows):
        said = f"{bij} is een tabelrij bijgekomen: {quote(words)}"
        return FixedDifference(said, FixedChange.ROW, where, words)
    if is_changed:
        said = f"{bij} is de vaste tekst veranderd. Er staat nu: {quote(words)}"
        if where == words:  # a heading names itself
            said = f"Vaste tekst is veranderd. Er staat nu: {quote(words)}"
        return FixedDifference(said, FixedChange.CHANGED, where, words)
    said = f"{bij} staat buiten de antwoorden tekst die er niet stond: {quote(words)}"
    return FixedDifference(said, FixedChange.NEW, where, words)


def _gone_message(after: PlacedSentence | None, count: int) -> str:
    sentences = "een zin" if count == 1 else f"{count} zinnen"
    if after is None or after.zin is None:
        return f"Aan het begin van het document is vaste tekst weg ({sentences})."
    if after.where == after.zin.words:
        return f"{near(after.where)} is vaste tekst weg ({sentences})."
    return f"{near(after.where)} is vaste tekst weg ({sentences}), na {quote(after.zin.words)}"


def near(where: str) -> str:
    """Return how to name the place below a heading or a question."""
    return f"Bij “{where}”" if where else "Aan het begin van het document"


def quote(text: str) -> str:
    """Return words between quotation marks as the end of a sentence; of many words the first."""
    short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
    return f"“{short}”" if short.endswith((".", "!", "?", "…")) else f"“{short}”."
