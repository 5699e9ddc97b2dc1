"""The pane behind F8: goes along the words to look at, and puts another word in their place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout.containers import ConditionalContainer, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.asking import learn
from uitvoeringsplan.terminal.keys import SLUIT, SPELLING, bind
from uitvoeringsplan.terminal.screen.frame import rule
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.layout.containers import Container

    from uitvoeringsplan.model.readability import Leesprobleem
    from uitvoeringsplan.model.spelling import Spelling


class Stop(NamedTuple):
    """A place to look at: what is the matter there, and what could stand there instead.

    `is_spelling` is a word that no dictionary has: what it could be comes from elsewhere, and a
    user may say that it is right.
    """

    start: int
    end: int
    explanation: str
    keuzes: tuple[str, ...] = ()
    is_spelling: bool = False


def next_stop(text: str, start: int, spelling: Spelling | None) -> Stop | None:
    """Return the first place at or behind `start`, or else the first of all; None without any.

    Words that are wrong come first; what is hard to read only when there are none of those.
    """
    # Nobody should wait for these lists of words before the first key.
    from uitvoeringsplan.model.readability import find_leesproblemen  # noqa: PLC0415

    errors = spelling.all_fouten(text) if spelling else []
    stops = [_misspelled(text, *error) for error in errors] or [
        _hard_to_read(text, problem) for problem in find_leesproblemen(text)
    ]
    return next((stop for stop in stops if stop.end >= start), stops[0] if stops else None)


def _misspelled(text: str, start: int, end: int) -> Stop:
    word = text[start:end].rstrip("-")
    explanation = f"“{word}” staat niet in het woordenboek."
    return Stop(start, start + len(word), explanation, is_spelling=True)


def _hard_to_read(text: str, problem: Leesprobleem) -> Stop:
    if problem.words:
        from uitvoeringsplan.model.readability import MAX_ZIN  # noqa: PLC0415 - loaded

        explanation = (
            f"Deze zin heeft {problem.words} woorden. Boven de {MAX_ZIN} raakt bijna"
            " iedereen de draad kwijt: maak er kortere zinnen van."
        )
        return Stop(problem.start, problem.end, explanation)
    word = " ".join(text[problem.start : problem.end].split())
    keuzes = tuple(
        plain[:1].upper() + plain[1:] if word[0].isupper() else plain for plain in problem.plain
    )
    return Stop(problem.start, problem.end, f"“{word}” kan gewoner.", keuzes)


_MOST = 9  # choices: each has a digit
_LOOK = 0.05  # seconds between two looks whether a text has been looked at
_REMEMBER = "o"


class Suggestions:
    """A pane of a few lines (`pane`) and its keys (`keys`), for a field that keeps the focus.

    `vervang(van, tot, woord)` puts a word in the place of another, as one step to undo; `tell` is
    told what the user should know. The pane closes by itself when the text or the cursor is
    somewhere else than where it was opened: whoever just types on is not stopped.
    """

    def __init__(
        self,
        buffer: Buffer,
        spelling: Spelling | None,
        replace: Callable[[int, int, str], object],
        tell: Callable[[str], object],
    ) -> None:
        self._buffer = buffer
        self._spelling = spelling
        self._put = replace
        self._tell = tell
        self._stop: Stop | None = None
        self._text = ""  # for which `_stop` holds
        self._seeks: asyncio.Task[None] | None = None
        self.keys = self._bindings()
        self.pane: Container = ConditionalContainer(
            Window(
                FormattedTextControl(self._content),
                dont_extend_height=True,
                wrap_lines=False,
                style="class:paneel",
            ),
            filter=Condition(lambda: self.is_open),
        )

    @property
    def is_open(self) -> bool:
        """Whether the pane is there."""
        return self._here is not None

    @property
    def _here(self) -> Stop | None:
        stop, buffer = self._stop, self._buffer
        if stop is None or buffer.cursor_position != stop.start or buffer.text != self._text:
            return None
        return stop

    def close(self) -> None:
        """Leave everything as it is."""
        self._stop = None
        if self._seeks is not None:
            self._seeks.cancel()
            self._seeks = None

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        can_choose = Condition(lambda: (h := self._here) is not None and bool(self._choices(h)))
        can_learn = Condition(lambda: (h := self._here) is not None and h.is_spelling)
        bind(keys, SPELLING, self._next)
        for name in SLUIT.keys:
            keys.add(name, filter=Condition(lambda: self.is_open), eager=True)(
                lambda _event: self.close()
            )
        for digit in map(str, range(1, _MOST + 1)):
            keys.add(digit, filter=can_choose, save_before=_never)(self._choose)
        keys.add(_REMEMBER, filter=can_learn, save_before=_never)(self._learn)
        return keys

    def _choices(self, stop: Stop) -> tuple[str, ...]:
        """Return what there is to choose; for a wrong word only once it was found."""
        if stop.is_spelling and self._spelling:
            return (self._spelling.suggestions(self._word(stop)) or ())[:_MOST]
        return stop.keuzes

    def _word(self, stop: Stop) -> str:
        return self._text[stop.start : stop.end]

    def _next(self, event: KeyPressEvent) -> None:
        """Go to the next place; a text that was not looked at yet is first, without waiting."""
        here = self._here
        start = self._buffer.cursor_position if here is None else here.end + 1
        self.close()
        if self._spelling is None or self._spelling.is_ready(self._buffer.text):
            self._go(start)
            return
        self._tell("Je tekst wordt nagekeken …")
        self._seeks = event.app.create_background_task(self._go_later(self._spelling, start))

    async def _go_later(self, spelling: Spelling, start: int) -> None:
        text = self._buffer.text
        while not spelling.is_ready(text):  # noqa: ASYNC110 - the answer comes from a thread
            await asyncio.sleep(_LOOK)
        if self._buffer.text == text:  # who typed on has something else to do
            self._go(start)
            spelling.wek()

    def _go(self, start: int) -> None:
        text = self._buffer.text
        self._stop, self._text = next_stop(text, start, self._spelling), text
        why = self._spelling.why_off if self._spelling else ""
        if self._stop is None:
            self._tell(why or "Er is geen woord gevonden dat verkeerd gespeld is.")
            return
        self._tell(why)
        self._buffer.cursor_position = self._stop.start

    def _choose(self, event: KeyPressEvent) -> None:
        stop = self._here
        if stop is None:
            return
        keuzes = self._choices(stop)
        number = int(event.data)
        if number <= len(keuzes):
            old, new = self._word(stop), keuzes[number - 1]
            self.close()
            self._put(stop.start, stop.end, new)
            self._tell(f"“{' '.join(old.split())}” is nu “{new}”.")

    def _learn(self, _event: KeyPressEvent) -> None:
        stop = self._here
        if stop is None or self._spelling is None:
            return
        word = self._word(stop)
        self.close()
        self._tell(learn(self._spelling, word))

    def _content(self) -> str:
        stop = self._here
        if stop is None:
            return ""
        lines = [stop.explanation]
        keuzes = self._choices(stop)
        if keuzes:
            # A choice is never broken off from its digit, nor in itself.
            parts = (f"{i}\u00a0{k}".replace(" ", "\u00a0") for i, k in enumerate(keuzes, 1))
            lines.append("  ".join(parts))
        elif stop.is_spelling and self._spelling:
            is_busy = self._spelling.suggestions(self._word(stop)) is None
            lines.append("Voorstellen zoeken …" if is_busy else "Er zijn geen voorstellen.")
        doen = [f"{_REMEMBER} onthouden voor dit plan"] if stop.is_spelling else []
        lines.append("  ".join([*doen, f"{SLUIT.name} laat staan", f"{SPELLING.name} volgende"]))
        titel = rule(text_width(), links="Spelling" if stop.is_spelling else "Leesbaar")
        return "\n".join([titel, *(wrap_text(line, text_width()) for line in lines)])


def _never(_event: object) -> bool:
    """Whether the library keeps the text to undo before a key; the field does that itself."""
    return False
