"""A text field, to put into a screen: the text, the window on it, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings

from uitvoeringsplan.terminal.field.buffer import FieldBuffer
from uitvoeringsplan.terminal.field.clipboard import CLIPBOARD
from uitvoeringsplan.terminal.field.editing import Editing, bind_movement
from uitvoeringsplan.terminal.field.field_window import FieldControl, FieldWindow
from uitvoeringsplan.terminal.field.graphemes import show_every_sign
from uitvoeringsplan.terminal.field.markup import dress_markup
from uitvoeringsplan.terminal.field.search_bar import SearchBar
from uitvoeringsplan.terminal.keys import ZOEK, bind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.layout.containers import Container, Window

    from uitvoeringsplan.model.spelling import Spelling

#: How the parts of a field look, for a Style; it says nothing with colour alone.
FIELD_STYLE = {
    "veld.punt": "bold",
    "veld.teken": "dim",
    "veld.vet": "bold",
    "veld.cursief": "italic",
    "veld.link": "underline",
    "veld.spelfout": "underline",
    "veld.gevonden": "bold underline",
    "veld.hier": "reverse bold",
    "veld.selectie": "reverse",
}


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
        bind(self.bindings, ZOEK, lambda _event: self._search.open())

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
            for start, stop in self._spelling.fouten(text, begin, end):
                yield start, stop, "class:veld.spelfout"
        yield from self._search.dress(begin, end)
