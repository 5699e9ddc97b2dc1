"""The signs of the markup, drawn as what they mean: what Word will make of it is seen at once.

No sign is hidden or replaced: the cursor stands where it seems to stand. `model/answer_markup.py`
says what is what, so that the screen and the document agree.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import (
    ESCAPED_MARK,
    LIST_MARK,
    BlockSpan,
    InlineSpan,
    find_blocks,
    find_spans,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = "class:veld.teken"
_MARK = "class:veld.punt"
_SIGNS = "*[\\"


def dress_markup(text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give (begin, end, style) of what is to be drawn otherwise in one row of a text."""
    if begin == 0 or text[begin - 1] == "\n":
        head = LIST_MARK.match(text, begin)
        if head:
            yield begin + len(head[1]), head.end(), _MARK
    if not any(sign in text for sign in _SIGNS):  # as in most texts
        return
    blocks = _blocks(text)
    for block in blocks[bisect_right(blocks, begin, key=attrgetter("eind")) :]:
        if block.begin >= end:
            break
        for start, stop, style in _dressed(text[block.begin : block.eind]):
            if block.begin + stop > begin and block.begin + start < end:
                yield block.begin + start, block.begin + stop, style


@lru_cache(maxsize=1)  # a row is asked for at a time, all of one text
def _blocks(text: str) -> list[BlockSpan]:
    return find_blocks(text)


@lru_cache(maxsize=64)
def _dressed(content: str) -> list[tuple[int, int, str]]:
    """Return the dress of one block: its words, and the signs between them."""
    if not any(sign in content for sign in _SIGNS):
        return []
    parts: list[tuple[int, int, str]] = []
    end = 0
    for span in find_spans(content):
        if end < span.begin:
            parts.append((end, span.begin, _SIGN))
        if style := _style(span):
            parts.append((span.begin, span.eind, style))
        end = span.eind
    if end < len(content):
        parts.append((end, len(content), _SIGN))
    for begin in ESCAPED_MARK.finditer(content):
        backslash = begin.start(2 if begin[2] else 4) - 1
        parts.append((backslash, backslash + 1, _SIGN))
    return parts


def _style(span: InlineSpan) -> str:
    styles = [
        *(["class:veld.vet"] if span.vet else []),
        *(["class:veld.cursief"] if span.cursief else []),
        *(["class:veld.link"] if span.adres else []),
    ]
    return " ".join(styles)
