"""A field with a keyboard and a screen of a given size, in this process."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass, field

import pyte
from keystrokes import keyboard
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import HSplit, Layout
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from uitvoeringsplan.terminal.field.field import FIELD_STYLE, TextField

LINKS, RIGHT, OMHOOG, OMLAAG, HOME, END = (f"\x1b[{c}" for c in "DCABHF")
PAGEUP, PAGEDOWN, DELETE = "\x1b[5~", "\x1b[6~", "\x1b[3~"
S_PAGEDOWN = "\x1b[6;2~"
S_LINKS, S_RIGHT, S_OMHOOG, S_OMLAAG, S_HOME, S_END = (f"\x1b[1;2{c}" for c in "DCABHF")
C_LINKS, C_RIGHT, C_HOME, C_END = (f"\x1b[1;5{c}" for c in "DCHF")
CS_LINKS, CS_RIGHT, CS_HOME, CS_END = (f"\x1b[1;6{c}" for c in "DCHF")
C_DELETE, _F20 = "\x1b[3;5~", "\x1b[34~"
BACKSPACE, ENTER, TAB, S_TAB, ESC = "\x7f", "\r", "\t", "\x1b[Z", "\x1b"
CTRL_A, CTRL_F, CTRL_V, CTRL_X, CTRL_Y, CTRL_Z = "\x01", "\x06", "\x16", "\x18", "\x19", "\x1a"


def mouse(kind: int, kolom: int, rij: int, *, op: bool = False) -> str:
    """Return what a terminal sends: 0 is the left button, 32 a drag, 64 and 65 the wheel."""
    return f"\x1b[<{kind};{kolom + 1};{rij + 1}{'m' if op else 'M'}"


def klik(kolom: int, rij: int) -> str:
    return mouse(0, kolom, rij) + mouse(0, kolom, rij, op=True)


@dataclass
class Proef:
    """The field after its keys, what was said, and the screen as a user sees it."""

    veld: TextField
    said: list[str] = field(default_factory=list)
    screen: pyte.Screen = None
    raw: str = ""

    @property
    def text(self) -> str:
        return self.veld.text

    @property
    def place(self) -> int:
        return self.veld.buffer.cursor_position

    @property
    def chosen(self) -> str:
        keus = self.veld.buffer.selection
        return self.text[slice(*keus)] if keus else ""

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the row."""
        return self.screen.cursor.x, self.screen.cursor.y

    def met(self, eigenschap: str) -> str:
        """The letters on the screen that are drawn so: `bold`, `reverse`, `underscore`."""
        return "".join(
            self.screen.buffer[y][x].data
            for y in range(self.screen.lines)
            for x in range(self.screen.columns)
            if getattr(self.screen.buffer[y][x], eigenschap)
        )


def schrijf(
    *keys: str,
    text: str = "",
    place: int | None = None,
    size: tuple[int, int] = (40, 8),
    block: bool = True,
    **options,
) -> Proef:
    """Press keys in a field with this text and cursor, and return what came of it.

    The screen is drawn after each of the `keys`, which may be more keys at once.
    """
    said: list[str] = []
    field = TextField(text, is_block=block, tell=said.append, **options)
    if place is not None:
        field.buffer.cursor_position = place
    result = io.StringIO()
    output = Vt100_Output(result, lambda: Size(size[1], size[0]), term="xterm")
    following = iter(keys)
    with keyboard() as typed:

        def press(_app: object) -> None:
            try:
                # Behind them a key that always asks for a drawing, as some others do not.
                typed.send_text(next(following) + _F20)
            except StopIteration:
                if not app.is_done:
                    picture.append(result.getvalue())
                    app.exit()

        own = KeyBindings()
        own.add("f20")(lambda _event: None)
        app: Application = Application(
            Layout(HSplit([field.window, field.search_bar]), focused_element=field.window),
            full_screen=True,
            mouse_support=True,
            key_bindings=own,
            style=Style.from_dict(FIELD_STYLE),
            input=typed,
            output=output,
            after_render=press,
        )
        app.ttimeoutlen = app.timeoutlen = 0.01
        picture: list[str] = []
        with contextlib.suppress(EOFError):
            app.run()
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(picture[0])
    return Proef(field, said, screen, picture[0])
