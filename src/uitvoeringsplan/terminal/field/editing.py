"""The keys of a field: those that move the cursor or select, and those that change the text."""

from __future__ import annotations

import unicodedata
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.keys import Keys

from uitvoeringsplan.terminal.field.clipboard import KLEMBORD
from uitvoeringsplan.terminal.field.graphemes import (
    next_word,
    previous_word,
    stop_after,
    stop_before,
)
from uitvoeringsplan.terminal.field.list_points import (
    brings_its_own,
    new_line,
    shift_points,
    why_not,
)
from uitvoeringsplan.terminal.keys import (
    ALLES,
    DIEPER,
    HOGER,
    KNIP,
    NIEUWE_REGEL,
    ONGEDAAN,
    OPNIEUW,
    PLAK,
    SLUIT,
    bind,
    unbind_library,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.key_binding.key_processor import KeyPress

    from uitvoeringsplan.terminal.field.buffer import Veldtekst
    from uitvoeringsplan.terminal.field.clipboard import Geplakt
    from uitvoeringsplan.terminal.field.field_window import Beeld


def bind_movement(toetsen: KeyBindings, beeld: Beeld, bladzijde: Callable[[], int]) -> None:
    """Bind them; `bladzijde` says how many rows PageUp and PageDown move."""
    tekst = beeld.tekst

    def edge(side: int) -> int:
        rows = beeld.rijen
        return rows.rand(rows.nummer(tekst.cursor_position))[side]

    places: dict[str, Callable[[], int]] = {
        "left": lambda: stop_before(tekst.text, tekst.cursor_position),
        "right": lambda: stop_after(tekst.text, tekst.cursor_position),
        "c-left": lambda: previous_word(tekst.text, tekst.cursor_position),
        "c-right": lambda: next_word(tekst.text, tekst.cursor_position),
        "home": lambda: edge(0),
        "end": lambda: edge(1),
        "c-home": lambda: 0,
        "c-end": lambda: len(tekst.text),
    }
    rows: dict[str, Callable[[], int]] = {
        "up": lambda: -1,
        "down": lambda: 1,
        "pageup": lambda: -bladzijde(),
        "pagedown": bladzijde,
    }
    for key, place in places.items():
        toetsen.add(key)(_mover(tekst, key, place))
        toetsen.add(_with_shift(key))(_mover(tekst, key, place, select=True))
    for key, step in rows.items():
        toetsen.add(key)(_row_mover(beeld, step))
        toetsen.add(_with_shift(key))(_row_mover(beeld, step, select=True))


def _with_shift(key: str) -> str:
    return f"c-s-{key[2:]}" if key.startswith("c-") else f"s-{key}"


def _mover(
    tekst: Veldtekst, key: str, place: Callable[[], int], *, select: bool = False
) -> Callable[[KeyPressEvent], None]:
    def move(_event: KeyPressEvent) -> None:
        selected = tekst.selectie
        if selected and not select and key in ("left", "right"):
            tekst.move(selected[key == "right"])  # to that end of what was selected
        else:
            tekst.move(place(), select=select)
        tekst.preferred_column = None  # the library forgets it only when the cursor really moved

    return move


def _row_mover(
    beeld: Beeld, step: Callable[[], int], *, select: bool = False
) -> Callable[[KeyPressEvent], None]:
    def move(_event: KeyPressEvent) -> None:
        beeld.move_rows(step(), select=select)

    return move


class Redactie:
    """What can be done with the text of one field."""

    def __init__(
        self,
        tekst: Veldtekst,
        *,
        blok: bool,
        meld: Callable[[str], None],
        plak: Callable[[str], Geplakt],
    ) -> None:
        self._text = tekst
        self._is_block = blok
        self._tell = meld
        self._clean = plak

    def bind_to(self, toetsen: KeyBindings) -> None:
        """Bind the keys of it."""
        text = self._text

        def doing(doe: Callable[[], object]) -> Callable[[KeyPressEvent], None]:
            def handle(_event: KeyPressEvent) -> None:
                text.preferred_column = None
                doe()

            return handle

        unbind_library(toetsen)
        toetsen.add(Keys.Any)(self._typed)
        toetsen.add("backspace")(doing(self.delete_back))
        toetsen.add("delete")(doing(self.delete))
        toetsen.add("c-delete")(doing(self.delete_word))
        toetsen.add(Keys.BracketedPaste)(self._pasted)
        bind(toetsen, ALLES, doing(lambda: text.select(0, len(text.text))))
        bind(toetsen, KNIP, doing(self.cut))
        bind(toetsen, PLAK, doing(lambda: self.paste(KLEMBORD.tekst)))
        bind(toetsen, ONGEDAAN, doing(text.undo))
        bind(toetsen, OPNIEUW, doing(text.redo))
        selected = Condition(lambda: text.selectie is not None)
        toetsen.add(*SLUIT.toetsen, eager=True, filter=selected)(doing(text.exit_selection))
        if self._is_block:
            bind(toetsen, NIEUWE_REGEL, self._enter)
            bind(toetsen, DIEPER, doing(lambda: self.shift(1)))
            bind(toetsen, HOGER, doing(lambda: self.shift(-1)))

    def _typed(self, event: KeyPressEvent) -> None:
        self._text.preferred_column = None
        # A hard space or the joiner of emoji is text; only controls are none.
        if event.data and all(unicodedata.category(teken) != "Cc" for teken in event.data):
            self._text.write(event.data)

    def delete_back(self) -> None:
        """Wipe out what is selected, or the letter before the cursor."""
        plek = self._text.cursor_position
        self._delete(stop_before(self._text.text, plek), plek)

    def delete(self) -> None:
        """Wipe out what is selected, or the letter at the cursor."""
        plek = self._text.cursor_position
        self._delete(plek, stop_after(self._text.text, plek))

    def delete_word(self) -> None:
        """Wipe out what is selected, or the word at the cursor."""
        self._text.end_step()
        plek = self._text.cursor_position
        self._delete(plek, next_word(self._text.text, plek))

    def _delete(self, begin: int, eind: int) -> None:
        if self._text.selectie:
            self._text.end_step()
        begin, eind = self._text.selectie or (begin, eind)
        if begin < eind:
            self._text.replace(begin, eind, "")

    def cut(self) -> None:
        """Put what is selected on the clipboard and wipe it out."""
        if selected := self._text.selectie:
            KLEMBORD.copy(self._text.text[slice(*selected)])
            self._text.end_step()
            self._text.replace(*selected, "")
            self._text.end_step()

    def paste(self, tekst: str) -> None:
        """Put a text at the cursor, as one step to undo."""
        if tekst:
            self._text.end_step()
            self._text.write(tekst)
            self._text.end_step()

    def _pasted(self, event: KeyPressEvent) -> None:
        self._text.preferred_column = None
        pasted = self._clean(event.data)
        self.paste(pasted.tekst)
        if pasted.melding:
            self._tell(pasted.melding)  # after the change: that takes a remark away

    def _enter(self, event: KeyPressEvent) -> None:
        text = self._text
        text.preferred_column = None
        text.end_step()
        if brings_its_own(_waiting(event)):
            text.write("\n")
        else:
            begin, eind = text.selectie or (text.cursor_position, text.cursor_position)
            change = new_line(f"{text.text[:begin]}{text.text[eind:]}", begin)
            text.replace(change.begin, eind, change.nieuw, change.plek)
        text.end_step()

    def shift(self, niveaus: int) -> None:
        """Move the points that are selected, or the one at the cursor, a level deeper or higher."""
        text = self._text
        state = text.selection_state
        anchor = state.original_cursor_position if state else None
        change = shift_points(text.text, text.cursor_position, anchor, niveaus)
        if change is None:
            self._tell(why_not(text.text, text.cursor_position, niveaus))
            return
        text.end_step()
        text.replace(change.begin, change.eind, change.nieuw, change.plek)
        text.end_step()
        if change.anker is not None:
            text.select(change.anker, change.plek)


def _waiting(event: KeyPressEvent) -> str:
    """Return the first letters and line ends that were typed behind this key and wait."""
    queue = islice(event.key_processor.input_queue, 8)
    return "".join(press.data for press in takewhile(_is_text, queue))


def _is_text(press: KeyPress) -> bool:
    return len(press.key) == 1 or press.key in (Keys.ControlM, Keys.ControlJ)
