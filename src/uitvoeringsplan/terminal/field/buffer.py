"""The text of a field as it is written: the cursor, what is selected, and what can be undone."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from os.path import commonprefix

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from uitvoeringsplan.named_tuple import NamedTuple

_MOST_STEPS = 1000
_MOST_SIGNS = 1_000_000  # of all steps together: a few megabytes at most


class TextState(NamedTuple):
    """A text, and where the cursor stands in it."""

    text: str
    place: int


@dataclass
class Change:
    """At `start` the text `gone` made room for `come`; the cursor went from `old` to `new`."""

    start: int
    gone: str
    come: str
    old: int
    new: int


class UndoHistory:
    """The steps of one text. A word is one step, and so is a row of letters that is wiped out."""

    def __init__(self) -> None:
        self._done: deque[Change] = deque()
        self._undone: list[Change] = []
        self._signs = 0
        self._is_open = False  # whether the last step may still grow

    def close(self) -> None:
        """Let what comes next be a step of its own."""
        self._is_open = False

    def note(self, step: Change) -> None:
        """Remember a change. What was undone can not be done again after it."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if not (self._is_open and last and _join(last, step)):
            self._done.append(step)
        self._is_open = True
        self._signs += len(step.gone) + len(step.come)
        while len(self._done) > 1 and (len(self._done) > _MOST_STEPS or self._signs > _MOST_SIGNS):
            oldest = self._done.popleft()
            self._signs -= len(oldest.gone) + len(oldest.come)

    def undo(self, text: str) -> TextState | None:
        """Return how it was before the last step; None when there is none."""
        self._is_open = False
        if not self._done:
            return None
        step = self._done.pop()
        self._signs -= len(step.gone) + len(step.come)
        self._undone.append(step)
        end = step.start + len(step.come)
        return TextState(text[: step.start] + step.gone + text[end:], step.old)

    def redo(self, text: str) -> TextState | None:
        """Return how it was before that was undone; None when nothing was."""
        self._is_open = False
        if not self._undone:
            return None
        step = self._undone.pop()
        self._signs += len(step.gone) + len(step.come)
        self._done.append(step)
        end = step.start + len(step.gone)
        return TextState(text[: step.start] + step.come + text[end:], step.new)


def difference(before: TextState, after: TextState) -> Change:
    """Return what changed, at the cursor where several places would do."""
    most = min(before.place, after.place)
    begin = len(commonprefix([before.text[:most], after.text[:most]]))  # noqa: RUF071 - as meant
    gone, come = before.text[begin:], after.text[begin:]
    same = len(commonprefix([gone[::-1], come[::-1]]))  # noqa: RUF071 - idem
    return Change(
        begin, gone[: len(gone) - same], come[: len(come) - same], before.place, after.place
    )


def _join(last: Change, step: Change) -> bool:
    """Let the last step grow with this one, when together they are one word or one wiping out."""
    if step.old != last.new or "\n" in step.come:
        return False
    if step.come and not step.gone and step.start == last.start + len(last.come):
        # A new word begins after white space, and what was wiped out is a step of its own.
        if not last.come or (last.come[-1].isspace() and not step.come[0].isspace()):
            return False
        last.come += step.come
    elif step.gone and not step.come and not last.come:
        if step.start + len(step.gone) == last.start:
            last.gone = step.gone + last.gone
            last.start = step.start
        elif step.start == last.start:
            last.gone += step.gone
        else:
            return False
    else:
        return False
    last.new = step.new
    return True


class FieldBuffer(Buffer):
    """A Buffer that keeps differences to undo, where the library keeps whole texts.

    Every change is noted, whoever makes it: so there is nothing that cannot be undone.
    """

    def __init__(self, text: str, *, is_block: bool) -> None:
        self._is_going_back = False
        self._step: Change | None = None  # the change that is being made, when it is one of ours
        super().__init__(document=Document(text, len(text)), multiline=is_block)
        self.on_text_changed += self._note
        self.on_cursor_position_changed += self._remember

    def reset(self, document: Document | None = None, append_to_history: bool = False) -> None:  # noqa: FBT001, FBT002
        """Begin again with another text, which cannot be undone."""
        super().reset(document, append_to_history)
        self._history = UndoHistory()
        self._last = TextState(self.text, self.cursor_position)

    def _note(self, _: object) -> None:
        now = TextState(self.text, self.cursor_position)
        if self._step is not None:
            self._history.note(self._step)
        elif not self._is_going_back:
            self._history.note(difference(self._last, now))
        self._last = now

    def _remember(self, _: object) -> None:
        self._last = TextState(self.text, self.cursor_position)

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

    def _go(self, state: TextState | None) -> None:
        if state is None:
            return
        self._is_going_back = True
        try:
            self.selection_state = None
            self.document = Document(state.text, state.place)
        finally:
            self._is_going_back = False

    @property
    def selection(self) -> tuple[int, int] | None:
        """Where what is selected begins and ends; None when nothing is."""
        if self.selection_state is None:
            return None
        other = self.selection_state.original_cursor_position
        here = self.cursor_position
        return None if here == other else (min(here, other), max(here, other))

    def select(self, begin: int, end: int) -> None:
        """Select a part of the text; the cursor comes at its end."""
        self.end_step()
        self.exit_selection()
        self.cursor_position = begin
        self.start_selection()
        self.cursor_position = end
        if begin == end:
            self.exit_selection()

    def move(self, place: int, *, select: bool = False) -> None:
        """Put the cursor somewhere; with `select` all up to there is selected."""
        self.end_step()
        if not select:
            self.exit_selection()
        elif self.selection_state is None:
            self.start_selection()
        self.cursor_position = place
        if self.selection is None:
            self.exit_selection()

    def replace(self, begin: int, end: int, new: str, place: int | None = None) -> None:
        """Put `new` in the place of a part; the cursor comes behind it, or at `place`."""
        text = f"{self.text[:begin]}{new}{self.text[end:]}"
        after = begin + len(new) if place is None else place
        self.exit_selection()
        self._step = Change(begin, self.text[begin:end], new, self.cursor_position, after)
        try:
            self.document = Document(text, after)
        finally:
            self._step = None

    def write(self, new: str) -> None:
        """Put `new` at the cursor, or in the place of what is selected."""
        begin, end = self.selection or (self.cursor_position, self.cursor_position)
        self.replace(begin, end, new)
