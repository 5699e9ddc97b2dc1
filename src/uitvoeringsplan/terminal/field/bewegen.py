"""The keys that move the cursor, and with Shift select up to there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.field.tekens import stop_after, stop_before
from uitvoeringsplan.terminal.field.woorden import next_word, previous_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from uitvoeringsplan.terminal.field.beeld import Beeld
    from uitvoeringsplan.terminal.field.schrijven import Veldtekst


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
