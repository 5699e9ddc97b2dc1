"""The keys of a field: moving and selecting, changing the text, and what is copied and pasted.

What is copied is kept for the next answers too, and told to the terminal.
"""

from __future__ import annotations

import base64
import os
import unicodedata
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.keys import Keys

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.field.list_points import (
    brings_its_own,
    new_line,
    shift_points,
    why_not,
)
from uitvoeringsplan.terminal.field.rows import (
    next_word,
    previous_word,
    stop_after,
    stop_before,
)
from uitvoeringsplan.terminal.keys import (
    AGAIN,
    DEEPER,
    EVERYTHING,
    HIGHER,
    KNIP,
    NEW_LINE,
    ONGEDAAN,
    PLAK,
    SLUIT,
    bind,
    unbind_library,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.key_binding.key_processor import KeyPress
    from prompt_toolkit.output import Output

    from uitvoeringsplan.terminal.field.buffer import FieldBuffer
    from uitvoeringsplan.terminal.field.field_window import FieldControl

# A terminal may refuse more (xterm does): then what it had stays on the clipboard.
_MOST = 74_994
# These print what they do not know.
_PLAIN = ("dumb", "linux")


# From this many characters on, a file or an editor is the better way.
LONG = 20_000


def bind_movement(bindings: KeyBindings, control: FieldControl, page: Callable[[], int]) -> None:
    """Bind them; `page` says how many rows PageUp and PageDown move."""
    text = control.text

    def edge(side: int) -> int:
        rows = control.rows
        return rows.edges(rows.number(text.cursor_position))[side]

    places: dict[str, Callable[[], int]] = {
        "left": lambda: stop_before(text.text, text.cursor_position),
        "right": lambda: stop_after(text.text, text.cursor_position),
        "c-left": lambda: previous_word(text.text, text.cursor_position),
        "c-right": lambda: next_word(text.text, text.cursor_position),
        "home": lambda: edge(0),
        "end": lambda: edge(1),
        "c-home": lambda: 0,
        "c-end": lambda: len(text.text),
    }
    rows: dict[str, Callable[[], int]] = {
        "up": lambda: -1,
        "down": lambda: 1,
        "pageup": lambda: -page(),
        "pagedown": page,
    }
    for key, place in places.items():
        bindings.add(key)(_mover(text, key, place))
        bindings.add(_with_shift(key))(_mover(text, key, place, select=True))
    for key, step in rows.items():
        bindings.add(key)(_row_mover(control, step))
        bindings.add(_with_shift(key))(_row_mover(control, step, select=True))


def _with_shift(key: str) -> str:
    return f"c-s-{key[2:]}" if key.startswith("c-") else f"s-{key}"


def _mover(
    text: FieldBuffer, key: str, place: Callable[[], int], *, select: bool = False
) -> Callable[[KeyPressEvent], None]:
    def move(_event: KeyPressEvent) -> None:
        selected = text.selection
        if selected and not select and key in ("left", "right"):
            text.move(selected[key == "right"])  # to that end of what was selected
        else:
            text.move(place(), select=select)
        text.preferred_column = None  # the library forgets it only when the cursor really moved

    return move


def _row_mover(
    control: FieldControl, step: Callable[[], int], *, select: bool = False
) -> Callable[[KeyPressEvent], None]:
    def move(_event: KeyPressEvent) -> None:
        control.move_rows(step(), select=select)

    return move


class Editing:
    """What can be done with the text of one field."""

    def __init__(
        self,
        text: FieldBuffer,
        *,
        is_block: bool,
        tell: Callable[[str], None],
    ) -> None:
        self._text = text
        self._is_block = is_block
        self._tell = tell

    def bind_to(self, bindings: KeyBindings) -> None:
        """Bind the keys of it."""
        text = self._text

        def doing(do: Callable[[], object]) -> Callable[[KeyPressEvent], None]:
            def handle(_event: KeyPressEvent) -> None:
                text.preferred_column = None
                do()

            return handle

        unbind_library(bindings)
        bindings.add(Keys.Any)(self._typed)
        bindings.add("backspace")(doing(self.delete_back))
        bindings.add("delete")(doing(self.delete))
        bindings.add("c-delete")(doing(self.delete_word))
        bindings.add(Keys.BracketedPaste)(self._pasted)
        bind(bindings, EVERYTHING, doing(lambda: text.select(0, len(text.text))))
        bind(bindings, KNIP, doing(self.cut))
        bind(bindings, PLAK, doing(lambda: self.paste(CLIPBOARD.text)))
        bind(bindings, ONGEDAAN, doing(text.undo))
        bind(bindings, AGAIN, doing(text.redo))
        selected = Condition(lambda: text.selection is not None)
        bindings.add(*SLUIT.keys, eager=True, filter=selected)(doing(text.exit_selection))
        if self._is_block:
            bind(bindings, NEW_LINE, self._enter)
            bind(bindings, DEEPER, doing(lambda: self.shift(1)))
            bind(bindings, HIGHER, doing(lambda: self.shift(-1)))

    def _typed(self, event: KeyPressEvent) -> None:
        self._text.preferred_column = None
        # A hard space or the joiner of emoji is text; only controls are none.
        if event.data and all(unicodedata.category(sign) != "Cc" for sign in event.data):
            self._text.write(event.data)

    def delete_back(self) -> None:
        """Wipe out what is selected, or the letter before the cursor."""
        place = self._text.cursor_position
        self._delete(stop_before(self._text.text, place), place)

    def delete(self) -> None:
        """Wipe out what is selected, or the letter at the cursor."""
        place = self._text.cursor_position
        self._delete(place, stop_after(self._text.text, place))

    def delete_word(self) -> None:
        """Wipe out what is selected, or the word at the cursor."""
        self._text.end_step()
        place = self._text.cursor_position
        self._delete(place, next_word(self._text.text, place))

    def _delete(self, begin: int, end: int) -> None:
        if self._text.selection:
            self._text.end_step()
        begin, end = self._text.selection or (begin, end)
        if begin < end:
            self._text.replace(begin, end, "")

    def cut(self) -> None:
        """Put what is selected on the clipboard and wipe it out."""
        if selected := self._text.selection:
            CLIPBOARD.copy(self._text.text[slice(*selected)])
            self._text.end_step()
            self._text.replace(*selected, "")
            self._text.end_step()

    def paste(self, text: str) -> None:
        """Put a text at the cursor, as one step to undo."""
        if text:
            self._text.end_step()
            self._text.write(text)
            self._text.end_step()

    def _pasted(self, event: KeyPressEvent) -> None:
        self._text.preferred_column = None
        pasted = clean_paste(event.data, is_block=self._is_block)
        self.paste(pasted.text)
        if pasted.remark:
            self._tell(pasted.remark)  # after the change: that takes a remark away

    def _enter(self, event: KeyPressEvent) -> None:
        text = self._text
        text.preferred_column = None
        text.end_step()
        if brings_its_own(_waiting(event)):
            text.write("\n")
        else:
            begin, end = text.selection or (text.cursor_position, text.cursor_position)
            change = new_line(f"{text.text[:begin]}{text.text[end:]}", begin)
            text.replace(change.start, end, change.new, change.place)
        text.end_step()

    def shift(self, levels: int) -> None:
        """Move the points that are selected, or the one at the cursor, a level deeper or higher."""
        text = self._text
        state = text.selection_state
        anchor = state.original_cursor_position if state else None
        change = shift_points(text.text, text.cursor_position, anchor, levels)
        if change is None:
            self._tell(why_not(text.text, text.cursor_position, levels))
            return
        text.end_step()
        text.replace(change.start, change.end, change.new, change.place)
        text.end_step()
        if change.anchor is not None:
            text.select(change.anchor, change.place)


def _waiting(event: KeyPressEvent) -> str:
    """Return the first letters and line ends that were typed behind this key and wait."""
    queue = islice(event.key_processor.input_queue, 8)
    return "".join(press.data for press in takewhile(_is_text, queue))


def _is_text(press: KeyPress) -> bool:
    return len(press.key) == 1 or press.key in (Keys.ControlM, Keys.ControlJ)


class Clipboard:
    """The text that was copied last."""

    def __init__(self) -> None:
        self.text = ""

    def copy(self, text: str) -> None:
        """Keep a text, and put it on the clipboard of the system when the terminal can."""
        self.text = text
        tell(get_app().output, text)


#: One for all questions of a conversation.
CLIPBOARD = Clipboard()


def tell(output: Output, text: str, terminal: str | None = None) -> None:
    """Ask the terminal to put a text on the clipboard of the system: OSC 52 of xterm.

    It does so over a connection to another computer too. Nothing says whether it did. `terminal` is
    the kind of it, by itself TERM of the environment.
    """
    data = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    kind = os.environ.get("TERM", "") if terminal is None else terminal
    # An old console of Windows is drawn with calls instead, and would print it.
    obeys = hasattr(output, "term") or hasattr(output, "vt100_output")
    if obeys and kind not in _PLAIN and len(data) <= _MOST:
        output.write_raw(f"\x1b]52;c;{data}\x07")
        output.flush()


class Pasted(NamedTuple):
    """A pasted text as it goes into an answer, and what is to be said of it."""

    text: str
    remark: str


def clean_paste(given: str, *, is_block: bool) -> Pasted:
    """Return a pasted text cleaned; for an answer of one line a line end becomes a space."""
    from uitvoeringsplan.model.pasted_text import read_pasted  # noqa: PLC0415 - nobody waits for it at first

    read = repair_typed(given)
    text = read_pasted(read.text)
    if not is_block:
        text = one_line(text)
    return Pasted(text, _remark(given, text) if not read.message else read.message)


def _remark(given: str, text: str) -> str:
    if len(text) > LONG:
        return "Lange tekst? Dat gaat sneller met F4, of met `antwoord ... < bestand`."
    if text != given.replace("\r\n", "\n").replace("\r", "\n").strip("\n"):
        return "De geplakte tekst is opgeschoond: opsommingstekens, tabs of lege randen."
    return ""
