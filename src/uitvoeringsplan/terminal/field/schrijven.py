"""The text of a field as it is written: the cursor, what is selected, and what can be undone."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from uitvoeringsplan.terminal.field.geschiedenis import Geschiedenis, Stand, Stap, difference


class Veldtekst(Buffer):
    """A Buffer that keeps differences to undo, where the library keeps whole texts.

    Every change is noted, whoever makes it: so there is nothing that cannot be undone.
    """

    def __init__(self, tekst: str, *, blok: bool) -> None:
        self._is_going_back = False
        self._step: Stap | None = None  # the change that is being made, when it is one of ours
        super().__init__(document=Document(tekst, len(tekst)), multiline=blok)
        self.on_text_changed += self._note
        self.on_cursor_position_changed += self._remember

    def reset(self, document: Document | None = None, append_to_history: bool = False) -> None:  # noqa: FBT001, FBT002
        """Begin again with another text, which cannot be undone."""
        super().reset(document, append_to_history)
        self._history = Geschiedenis()
        self._last = Stand(self.text, self.cursor_position)

    def _note(self, _: object) -> None:
        now = Stand(self.text, self.cursor_position)
        if self._step is not None:
            self._history.note(self._step)
        elif not self._is_going_back:
            self._history.note(difference(self._last, now))
        self._last = now

    def _remember(self, _: object) -> None:
        self._last = Stand(self.text, self.cursor_position)

    def save_to_undo_stack(self, clear_redo_stack: bool = True) -> None:  # noqa: FBT001, FBT002
        """Keep nothing more than what is noted."""

    def end_step(self) -> None:
        """Let the next change be undone by itself."""
        self._history.close()

    def undo(self) -> None:
        """Go back one step."""
        self._go(self._history.undo(self.text))

    def redo(self) -> None:
        """Go one step further again."""
        self._go(self._history.redo(self.text))

    def _go(self, stand: Stand | None) -> None:
        if stand is None:
            return
        self._is_going_back = True
        try:
            self.selection_state = None
            self.document = Document(stand.tekst, stand.plek)
        finally:
            self._is_going_back = False

    @property
    def selectie(self) -> tuple[int, int] | None:
        """Where what is selected begins and ends; None when nothing is."""
        if self.selection_state is None:
            return None
        other = self.selection_state.original_cursor_position
        here = self.cursor_position
        return None if here == other else (min(here, other), max(here, other))

    def select(self, begin: int, eind: int) -> None:
        """Select a part of the text; the cursor comes at its end."""
        self.end_step()
        self.exit_selection()
        self.cursor_position = begin
        self.start_selection()
        self.cursor_position = eind
        if begin == eind:
            self.exit_selection()

    def move(self, plek: int, *, select: bool = False) -> None:
        """Put the cursor somewhere; with `select` all up to there is selected."""
        self.end_step()
        if not select:
            self.exit_selection()
        elif self.selection_state is None:
            self.start_selection()
        self.cursor_position = plek
        if self.selectie is None:
            self.exit_selection()

    def replace(self, begin: int, eind: int, nieuw: str, plek: int | None = None) -> None:
        """Put `nieuw` in the place of a part; the cursor comes behind it, or at `plek`."""
        tekst = f"{self.text[:begin]}{nieuw}{self.text[eind:]}"
        after = begin + len(nieuw) if plek is None else plek
        self.exit_selection()
        self._step = Stap(begin, self.text[begin:eind], nieuw, self.cursor_position, after)
        try:
            self.document = Document(tekst, after)
        finally:
            self._step = None

    def write(self, nieuw: str) -> None:
        """Put `nieuw` at the cursor, or in the place of what is selected."""
        begin, eind = self.selectie or (self.cursor_position, self.cursor_position)
        self.replace(begin, eind, nieuw)
