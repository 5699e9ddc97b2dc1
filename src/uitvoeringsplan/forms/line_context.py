"""What stands around a place in its own line, and in the lines above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Cell, Container, Line, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.layout import Piece, Place

_MOST_WORDS = 8  # before a place that ends a line, when they name it
_FAR = 8  # how many blocks above a place are looked at


def words_before(place: Place) -> str:
    """Return the words before a place in its line, since the place before it."""
    pieces, at = _around(place)
    words: list[str] = []
    for piece in reversed(pieces[:at]):
        if piece.place is not None:
            break
        words.insert(0, piece.text)
    return "".join(words).rsplit("\t\t", 1)[-1]


def words_behind(place: Place) -> str:
    """Return the words behind a place in its line, up to the next one."""
    pieces, at = _around(place)
    words: list[str] = []
    for piece in pieces[at + 1 :]:
        if piece.place is not None:
            break
        words.append(piece.text)
    return " ".join("".join(words).split())


def sentence_around(place: Place) -> str:
    """Return the whole sentence that a place stands in, with its blanks shown; or nothing."""
    line = place.line
    if line is None:
        return ""
    behind = words_behind(place)
    before = words_before(place)
    if not behind and is_first(place) and len(before.split()) <= _MOST_WORDS:
        return ""
    opens = not before.strip() and behind[:1].islower() and len(behind.split()) > 1
    if not opens and not is_in_sentence(before, behind) and not is_joining(before, place):
        return ""
    text = "".join("…" if piece.place is not None else piece.text for piece in line.pieces)
    return " ".join(text.split())


def _around(place: Place) -> tuple[list[Piece], int]:
    if place.line is None:
        return [], 0
    pieces = place.line.pieces
    return pieces, next(i for i, piece in enumerate(pieces) if piece.place is place)


def is_first(place: Place) -> bool:
    """Whether no other place stands before a place in its line."""
    pieces, at = _around(place)
    return all(piece.place is None for piece in pieces[:at])


def is_joining(words: str, place: Place) -> bool:
    """Whether the words before a place only join it to what is before that: `at`, `te`."""
    text = words.strip()
    if not text or is_first(place) or text[-1] in ":?":
        return False
    return text[0] in "(/,])-" or (text[0].islower() and len(text.split()) <= 3)


def is_in_sentence(before: str, behind: str) -> bool:
    """Whether a place stands in the middle of a running sentence."""
    start = before.strip()
    if not start or start[-1] in ":?#":
        return False
    goes_on = (
        bool(behind) and (behind[0].islower() or behind[0] in ",;") and wording.has_letters(behind)
    )
    return goes_on or (behind == "." and len(start.split()) > 1) or len(start.split()) > 4


def last_label(words: str) -> str:
    """Return the last label in words that hold more: behind a full stop or a wide blank."""
    parts = [
        part for part in re.split(r"\t+|\s{4,}|(?<=[.!?])\s+(?=[A-Z])|\n", words) if part.strip()
    ]
    return parts[-1] if len(parts) > 1 else ""


def container_of(place: Place) -> Container | None:
    """Return what the line of a place stands in."""
    return place.line.container if place.line is not None else None


def cell_of(place: Place) -> Cell | None:
    """Return the cell that a place stands in; None outside a table."""
    container = container_of(place)
    return container if isinstance(container, Cell) else None


def line_above(container: Container, position: int) -> Line | None:
    """Return the nearest line with words above a place; None when another place comes first."""
    for block in reversed(container.blocks[max(0, position - _FAR) : position]):
        if isinstance(block, Table):
            return None
        if block.own_places:
            return None
        if wording.has_letters(block.words):
            return block
    return None


def words_above(container: Container, position: int) -> str:
    """Return what a line above a place says behind its own places, when it announces something."""
    for block in reversed(container.blocks[max(0, position - _FAR) : position]):
        if isinstance(block, Table):
            return ""
        if block.own_places:
            words = " ".join(words_behind(block.own_places[-1]).split())
            return last_label(words) or words if words[-1:] == ":" else ""
        if block.words:
            return ""
    return ""


def is_one_of_many(place: Place) -> bool:
    """Whether the line below that of a place without words holds such a place too."""
    line = place.line
    if line is None or line.words:
        return False
    for block in line.container.blocks[line.position + 1 : line.position + 3]:
        if isinstance(block, Line) and (block.words or block.own_places):
            return bool(block.own_places) and not block.words
    return False


def is_named(place: Place) -> bool:
    """Whether a place has words of its own that a reader of its sentence would go by."""
    return bool(wording.words_of_prompt(place.prompt))


def outward(place: Place) -> Iterator[tuple[Container, int]]:
    """Yield what holds a place and where it stands there, ever further out of tables."""
    line = place.line
    if line is None:
        return
    container: Container | None = line.container
    position = line.position
    while container is not None:
        yield container, position
        if not isinstance(container, Cell):
            return
        table = container.row.table
        # Only the first row of a table is about what stands above it.
        if container.row.index > 0 and len(table.rows) > 1 and not _is_only_place(container, table):
            return
        container, position = table.container, table.position


def _is_only_place(cell: Cell, table: Table) -> bool:
    return len(table.places) == len(cell.places)
