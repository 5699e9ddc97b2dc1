"""The line below a field in which to type what to look for; it is there while it is typed in."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import has_focus
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.containers import ConditionalContainer, VSplit, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl

from uitvoeringsplan.model.cleaning import fold, one_line
from uitvoeringsplan.terminal.keys import SEARCH, SLUIT, bind, unbind_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.layout.containers import Container

    from uitvoeringsplan.terminal.field.buffer import FieldBuffer


@cache
def _fold(sign: str) -> str:
    """Return a sign without what does not matter; nothing for an accent that is one by itself."""
    return fold(sign)


def find_all(text: str, sought: str) -> list[tuple[int, int]]:
    """Return where the words that are looked for begin and end, from first to last."""
    wanted = "".join(map(_fold, sought))
    if not wanted:
        return []
    parts = [*map(_fold, text)]
    folded = "".join(parts)
    places = _places(parts) if len(folded) != len(text) or "" in parts else None
    found: list[tuple[int, int]] = []
    i = folded.find(wanted)
    while i >= 0:
        end = i + len(wanted)
        if places is None:
            found.append((i, end))
        else:
            found.append((places[i], max(places[end], places[i] + 1)))
        i = folded.find(wanted, end)
    return found


def _places(parts: list[str]) -> list[int]:
    """Return the place in the text of every folded sign, and the end of it."""
    places = [i for i, part in enumerate(parts) for _ in part]
    return [*places, len(parts)]


_LABEL = "Zoek: "


class SearchBar:
    """Looks for words in a field."""

    def __init__(self, text: FieldBuffer) -> None:
        self._text = text
        self._origin = 0  # where the cursor stood when it began
        self._current = 0
        self._known: tuple[str, str] = ("", "")
        self._found: list[tuple[int, int]] = []
        self._wanted = Buffer(multiline=False)
        self._control = BufferControl(self._wanted, key_bindings=self._keys())
        self.is_open = has_focus(self._control)
        self._wanted.on_text_changed += lambda _: self._start()
        label = Window(FormattedTextControl(_LABEL), width=len(_LABEL), height=1)
        count = Window(FormattedTextControl(lambda: self.status), height=1, dont_extend_width=True)
        words = Window(self._control, height=1)
        self.bar: Container = ConditionalContainer(
            VSplit([label, words, count], style="class:veld.zoekbalk", window_too_small=words),
            filter=self.is_open,
        )

    @property
    def hits(self) -> list[tuple[int, int]]:
        """Where it was found, in the text as it stands."""
        now = (self._text.text, self._wanted.text)
        if now != self._known:
            self._known, self._found = now, find_all(*now)
        return self._found

    @property
    def status(self) -> str:
        """How many there are, and which one this is."""
        if not self._wanted.text:
            return " "
        if not self.hits:
            return " niet gevonden"
        return f" {self._current + 1} van {len(self.hits)}"

    def open(self) -> None:
        """Go and type in the line; words that are selected are looked for."""
        selected = self._text.selection
        words = self._text.text[slice(*selected)] if selected else ""
        self._origin = selected[0] if selected else self._text.cursor_position
        get_app().layout.focus(self._control)
        if words and "\n" not in words:
            self._wanted.document = Document(words)
        self._start()

    def close(self) -> None:
        """Go back to the text, with what was found selected."""
        get_app().layout.focus(self._text)
        if self.hits:
            self._text.select(*self.hits[self._current])

    def dress(self, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Give (begin, end, style) of what was found, while the line is there."""
        if not self._wanted.text or not self.is_open():
            return
        found = self.hits
        for number in range(bisect_right(found, begin, key=itemgetter(1)), len(found)):
            if found[number][0] >= end:
                break
            here = number == self._current
            yield *found[number], "class:veld.hier" if here else "class:veld.gevonden"

    def _start(self) -> None:
        """Go to the first one from where the cursor was, or from the top when there is none."""
        later = (i for i, (begin, _) in enumerate(self.hits) if begin >= self._origin)
        self._go(next(later, 0))

    def step(self, count: int) -> None:
        """Go to the next or the previous one; behind the last comes the first."""
        if self.hits:
            self._go((self._current + count) % len(self.hits))

    def _go(self, number: int) -> None:
        self._current = number
        self._text.move(self.hits[number][0] if self.hits else self._origin)

    def _keys(self) -> KeyBindings:
        bindings = KeyBindings()
        unbind_library(bindings)
        bindings.add(Keys.BracketedPaste)(
            lambda event: self._wanted.insert_text(one_line(event.data))
        )
        bindings.add("enter")(lambda _event: self.step(1))
        bindings.add("down")(lambda _event: self.step(1))
        bindings.add("up")(lambda _event: self.step(-1))
        bind(bindings, SEARCH, lambda _event: self.step(1))
        bind(bindings, SLUIT, lambda _event: self.close())
        return bindings
