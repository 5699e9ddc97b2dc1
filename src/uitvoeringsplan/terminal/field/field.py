"""A text field, to put into a screen: the text as its markup means it, the window on it, its keys.

No sign of the markup is hidden or replaced: the cursor stands where it seems to stand.
`model/answer_markup.py` says what is what, so that the screen and the document agree.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings

from uitvoeringsplan.model.answer_markup import (
    EMPHASES,
    ESCAPED_MARK,
    LIST_MARK,
    BlockSpan,
    emphases,
    find_blocks,
    find_spans,
    has_signs,
)
from uitvoeringsplan.terminal.field.buffer import FieldBuffer
from uitvoeringsplan.terminal.field.editing import CLIPBOARD, Editing, bind_movement
from uitvoeringsplan.terminal.field.field_window import FieldControl, FieldWindow
from uitvoeringsplan.terminal.field.rows import show_every_sign
from uitvoeringsplan.terminal.field.search_bar import SearchBar
from uitvoeringsplan.terminal.keys import SEARCH, bind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.layout.containers import Container, Window

    from uitvoeringsplan.model.answer_markup import Run
    from uitvoeringsplan.model.spelling import Spelling

#: How the parts of a field look, for a Style; it says nothing with colour alone.
FIELD_STYLE = {
    "veld.punt": "bold",
    "veld.teken": "dim",
    **{f"veld.{kind.name}": kind.screen for kind in EMPHASES},
    "veld.link": "underline",
    "veld.spelfout": "underline",
    "veld.gevonden": "bold underline",
    "veld.hier": "reverse bold",
    "veld.selectie": "reverse",
}
_SIGN = "class:veld.teken"
_MARK = "class:veld.punt"


class TextField:
    """A field to write in. `window` has the keys of the field; the screen adds its own.

    `is_block` is false for an answer of one line. `tell` is told what the user should know. Raises
    nothing.
    """

    def __init__(
        self,
        text: str,
        *,
        is_block: bool,
        spelling: Spelling | None = None,
        tell: Callable[[str], None] = lambda _zin: None,
    ) -> None:
        show_every_sign()
        self._spelling = spelling
        self._counted: tuple[str, int] = ("", 0)
        self._words: dict[str, int] = {}  # by paragraph
        self.buffer = FieldBuffer(text, is_block=is_block)
        self.bindings = KeyBindings()
        control = FieldControl(self.buffer, self._styles, self.bindings)
        window = FieldWindow(control)
        self.window: Window = window
        bind_movement(self.bindings, control, lambda: max(1, window.shown - 1))

        Editing(self.buffer, is_block=is_block, tell=tell).bind_to(self.bindings)
        self._search = SearchBar(self.buffer)
        self.search_bar: Container = self._search.bar
        bind(self.bindings, SEARCH, lambda _event: self._search.open())

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.buffer.text

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected."""
        return self.buffer.selection is not None

    @property
    def word_count(self) -> int:
        """How many words it has; a paragraph that did not change is not counted again."""
        if self._counted[0] is not self.buffer.text:
            paragraphs = self.buffer.text.split("\n")
            known = self._words
            self._words = {each: known.get(each) or len(each.split()) for each in paragraphs}
            self._counted = (self.buffer.text, sum(map(self._words.__getitem__, paragraphs)))
        return self._counted[1]

    def copy_selection(self) -> str:
        """Copy what is selected, which stays so, and return it; empty when nothing is."""
        selected = self.buffer.selection
        if selected is None:
            return ""
        text = self.buffer.text[slice(*selected)]
        CLIPBOARD.copy(text)
        return text

    def _styles(self, text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
        yield from dress_markup(text, begin, end)
        if self._spelling:
            for start, stop in self._spelling.errors(text, begin, end):
                yield start, stop, "class:veld.spelfout"
        yield from self._search.dress(begin, end)


def dress_markup(text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give (begin, end, style) of what is to be drawn otherwise in one row of a text."""
    if begin == 0 or text[begin - 1] == "\n":
        head = LIST_MARK.match(text, begin)
        if head:
            yield begin + len(head[1]), head.end(), _MARK
    if not has_signs(text):  # as in most texts
        return
    blocks = _blocks(text)
    for block in blocks[bisect_right(blocks, begin, key=attrgetter("end")) :]:
        if block.start >= end:
            break
        for start, stop, style in _dressed(text[block.start : block.end]):
            if block.start + stop > begin and block.start + start < end:
                yield block.start + start, block.start + stop, style


@lru_cache(maxsize=1)  # a row is asked for at a time, all of one text
def _blocks(text: str) -> list[BlockSpan]:
    return find_blocks(text)


@lru_cache(maxsize=64)
def _dressed(content: str) -> list[tuple[int, int, str]]:
    """Return the dress of one block: its words, and the signs between them."""
    if not has_signs(content):
        return []
    parts: list[tuple[int, int, str]] = []
    end = 0
    for span in find_spans(content):
        if end < span.start:
            parts.append((end, span.start, _SIGN))
        if style := _style(span.dress):
            parts.append((span.start, span.end, style))
        end = span.end
    if end < len(content):
        parts.append((end, len(content), _SIGN))
    for begin in ESCAPED_MARK.finditer(content):
        backslash = begin.start(2 if begin[2] else 4) - 1
        parts.append((backslash, backslash + 1, _SIGN))
    return parts


def _style(dress: Run) -> str:
    names = [kind.name for kind in emphases(dress)] + ["link"] * bool(dress.adres)
    return " ".join(f"class:veld.{name}" for name in names)
