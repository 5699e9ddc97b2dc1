"""Typing an answer: the text field, with what looks at the text, in the middle of the screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.field.field import TextField
from uitvoeringsplan.terminal.keys import KeyScope
from uitvoeringsplan.terminal.screen.question_screen import Input
from uitvoeringsplan.terminal.screen.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.application import Application

    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.model.vraag import Vraag

_LINES_BLOCK, _LINES_LINE = 8, 3
_BREATH = 0.6  # seconds without a change after which the text is looked at


class TextInput(Input):
    """The field for one question, with the cursor behind what stood there.

    Of an answer of one line neither the spelling nor the words are looked at.
    """

    has_own_keys = False  # they are those of the field, which are ours

    def __init__(self, vraag: Vraag, text: str, spelling: Spelling | None = None) -> None:
        self._block = vraag.type.is_block
        self._tell: Callable[[str], None] = forget
        self._spelling = spelling if self._block else None
        self._veld = TextField(text, is_block=self._block, tell=self._say, spelling=self._spelling)
        buffer = self._veld.buffer
        self._suggestions = Suggestions(buffer, self._spelling, self._put, self._say)
        self._problems = ""
        self.place = KeyScope.TEKST if self._block else KeyScope.REGEL
        self.wens = _LINES_BLOCK if self._block else _LINES_LINE
        self.window = self._veld.window
        self.keys = self._suggestions.keys
        self.bars = (self._veld.search_bar, self._suggestions.pane)

    @property
    def telling(self) -> str:
        """How many words there are, and how many of them are hard to read; nothing of one line."""
        if not self._block:
            return ""
        count = self._veld.word_count
        words = "1 woord" if count == 1 else f"{count} woorden"
        return ", ".join(filter(None, [words, self._problems]))

    def start(self, app: Application[Any]) -> None:
        """Let the program draw what is found meanwhile."""
        if self._spelling is not None:
            self._spelling.cursor = lambda: self._veld.buffer.cursor_position
            self._spelling.wek = app.invalidate
            self._spelling.meld = self._say
        if self._block:
            app.pre_run_callables.append(lambda: self._count_soon(app))

    def connect(self, tell: Callable[[str], None]) -> None:
        """Let remarks go to `tell`, and an empty one whenever the text changes."""
        self._tell = tell
        self._veld.buffer.on_text_changed += lambda _buffer: tell("")

    def typed(self) -> str:
        """Return the text as it stands now."""
        return self._veld.text

    def copy(self) -> bool:
        """Copy what is selected; False when nothing is."""
        return bool(self._veld.copy_selection())

    def let_go(self) -> bool:
        """Close the suggestions, or select nothing any more; False when there was neither."""
        if self._suggestions.is_open:
            self._suggestions.close()
            return True
        had_selection = self._veld.has_selection
        self._veld.buffer.exit_selection()
        return had_selection

    def _say(self, zin: str) -> None:
        self._tell(zin)

    def _put(self, start: int, end: int, word: str) -> None:
        """Put a word in the place of another, as a step of its own to undo."""
        buffer = self._veld.buffer
        buffer.end_step()
        buffer.replace(start, end, word)
        buffer.end_step()

    def _count_soon(self, app: Application[Any]) -> None:
        """Look at the text in a while: no key should wait for it."""
        app.create_background_task(self._keep_counting(app))

    async def _keep_counting(self, app: Application[Any]) -> None:
        await asyncio.sleep(_BREATH)
        from uitvoeringsplan.model.readability import count_leesproblemen  # noqa: PLC0415

        counted = previous = ""
        while True:
            text = self._veld.text
            if text == previous != counted:
                counted = text
                problems = count_leesproblemen(text)
                if problems != self._problems:
                    self._problems = problems
                    app.invalidate()
            previous = text
            await asyncio.sleep(_BREATH)
