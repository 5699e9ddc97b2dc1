"""Blanks in a line of text: rules of underscores or dots, words between brackets, drawn boxes.

They are cut out of the words of their line, so that a label never holds one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Cell, Piece, Place, Table
from uitvoeringsplan.forms.places import Level, Source, Spot, Takes
from uitvoeringsplan.forms.sections import is_caption
from uitvoeringsplan.forms.table_context import has_notes_above
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Container, Line
    from uitvoeringsplan.ooxml.tree import Element

_SIGNS = "☐□❑❒◻⬜▢☑☒"
# An order matters: a box in brackets before brackets, brackets before a row of dots.
_SIGN = rf"[{_SIGNS}] | [\[(][ \u00a0\t]*[xX]?[ \u00a0\t]*[\])](?=[ \t\u00a0])"
_BRACKET = (
    r"\[[^\[\]]{2,400}\] | <{1,2}[^<>\n]{2,300}>{1,2} | \{{1,2}[^{}]{2,200}\}{1,2} | «[^«»]{2,200}»"
)
_RULE = (
    r"_{2,}(?:[ ]?[/\-.][ ]?_{2,}){1,2} | _{3,}(?:[ /\-]?_{2,})* | \.{5,} | …(?:[ .…]*…)+"
    r" | (?<![\w.…])…(?=\s*$)"
)
_IN_LINE = re.compile(rf"(?x)(?P<sign>{_SIGN})|(?P<bracket>{_BRACKET})|(?P<rule>{_RULE})")
_ADDRESS = re.compile(r"(?i)^[<\[]?(?:https?:|www\.|mailto:|\S+@\S+\.)")
_MAX_PROMPT = 200
_MAX_LEFT = 160
_TICKED = frozenset("☑☒xX")


class LeftBlank(NamedTuple):
    """What looks like a place and is none, and why, in words for a report."""

    words: str
    reason: str


def cut_line(line: Line, left: list[LeftBlank]) -> None:
    """Cut the blanks out of the words of a line; what only looks like one goes to `left`."""
    pieces: list[Piece] = []
    is_changed = False
    for piece in line.pieces:
        if piece.place is not None or not _IN_LINE.search(piece.text):
            pieces.append(piece)
            continue
        start = 0
        for found in _IN_LINE.finditer(piece.text):
            place = _place(found, line, left)
            if place is None:
                continue
            place.line, place.spot = line, _spot(piece, found.start(), found.end())
            pieces += [Piece(piece.text[start : found.start()]), Piece("", place)]
            start, is_changed = found.end(), True
        pieces.append(Piece(piece.text[start:], None, _rest(piece, start)))
    if is_changed:
        line.pieces = [piece for piece in pieces if piece.text or piece.place is not None]
        line.forget()


def _spot(piece: Piece, start: int, end: int) -> Spot | None:
    """Return where signs of a piece stand in the file; None when not all of them do."""
    begin: tuple[Element, int] | None = None
    at = 0
    for element, text in piece.sources:
        after = at + len(text)
        if start < after and end > at and element is None:
            return None
        if element is not None and begin is None and at <= start < after:
            begin = (element, start - at)
        if element is not None and begin is not None and end <= after:
            return Spot(*begin, element, end - at)
        at = after
    return None


def _rest(piece: Piece, start: int) -> tuple[tuple[Element | None, str], ...]:
    """Return the sources of what is behind a sign of a piece."""
    at, rest = 0, []
    for element, text in piece.sources:
        if at >= start:
            rest.append((element, text))
        elif at + len(text) > start:
            rest.append((None, text[start - at :]))
        at += len(text)
    return tuple(rest)


def _place(found: re.Match[str], line: Line, left: list[LeftBlank]) -> Place | None:
    """Return a blank as a place; None for what only looks like one, which may go to `left`."""
    text = found[0]
    if found["sign"]:
        default = "ja" if _TICKED & set(text) else ""
        return Place(Source.SIGN, Takes.TICK, Level.INLINE, line.element, default=default)
    if found["rule"]:
        return Place(Source.RULE, Takes.WORDS, Level.INLINE, line.element)
    inside = wording.without_brackets(text)
    if _ADDRESS.match(inside) or not (wording.has_letters(inside) or text.startswith("<")):
        return None
    if reason := _reason_to_leave(inside, line):
        left.append(LeftBlank(inside, reason))
        return None
    return Place(Source.BRACKET, Takes.WORDS, Level.INLINE, line.element, prompt=inside)


def _reason_to_leave(inside: str, line: Line) -> str:
    """Return why words between brackets are no place to fill in; empty when they are one."""
    if isinstance(line.container, Cell) and has_notes_above(line.container):
        return "staat in een kolom met uitleg"
    if wording.is_official(inside):
        return "is voor wie het formulier ontvangt"
    is_long = len(inside) > _MAX_PROMPT and not wording.asks_to_write(inside)
    return "is een aanwijzing voor wie invult" if is_long or wording.is_instruction(inside) else ""


def after_colons(container: Container) -> None:
    """Put a place behind a label that ends in a colon and has nothing behind it or below it."""
    for block in container.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    if not _is_label_of_other(cell):
                        after_colons(cell)
            continue
        for box in block.boxes:
            after_colons(box)
        if _is_open_label(block):
            place = Place(Source.AFTER_COLON, Takes.WORDS, Level.INLINE, block.element)
            place.line = block
            place.spot = _end_of(block)
            block.pieces.append(Piece("", place))
            block.forget()


def _end_of(line: Line) -> Spot | None:
    """Return where the words of a line end in the file."""
    sources = [source for piece in line.pieces for source in piece.sources]
    element, text = sources[-1] if sources else (None, "")
    return None if element is None else Spot(element, len(text), element, len(text))


def _is_label_of_other(cell: Cell) -> bool:
    """Whether what a cell says is about a place in another one of its table."""
    if sum(bool(line.words) for line in cell.lines) > 1:
        return False
    row = cell.row
    behind = row.cells[row.cells.index(cell) + 1 :]
    if behind and (behind[0].places or behind[0].words):
        # With room below it in its own cell, beside another label, it is its own.
        has_room = bool(cell.lines) and not cell.lines[-1].words
        return bool(behind[0].places) or not (has_room and behind[0].words.endswith(":"))
    following = row.table.rows[row.index + 1 : row.index + 2]
    return any(one.places for next_row in following for one in next_row.over(cell))


def _is_open_label(line: Line) -> bool:
    words = line.words
    if not words.endswith(":") or not wording.has_letters(words) or len(words) > _MAX_LEFT:
        return False
    last = next((one for one in reversed(line.pieces) if one.place or one.text.strip()), None)
    if last is None or last.place is not None or line.outline is not None or is_caption(line):
        return False
    for block in line.container.blocks[line.position + 1 :]:
        if isinstance(block, Table) or block.boxes:
            return False
        if block.words or block.own_places:
            # Behind a list or a text that it announces there is nothing to write.
            has_label = ":" in block.words and (_is_choice(line) or not _is_choice(block))
            return has_label and not (block.is_point and not line.is_point)
    return line.container.kind in ("cell", "box") or line.position + 1 < len(line.container.blocks)


def _is_choice(line: Line) -> bool:
    """Whether a line begins with a box to tick."""
    place = line.pieces[0].place if line.pieces else None
    return place is not None and place.takes is Takes.TICK
