"""A field with a keyboard and a screen of a given size, in this process."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass, field

import pyte
from keystrokes import toetsenbord
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import HSplit, Layout
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from uitvoeringsplan.terminal.field.field import FIELD_STYLE, TextField

LINKS, RECHTS, OMHOOG, OMLAAG, HOME, END = (f"\x1b[{c}" for c in "DCABHF")
PAGEUP, PAGEDOWN, DELETE = "\x1b[5~", "\x1b[6~", "\x1b[3~"
S_PAGEDOWN = "\x1b[6;2~"
S_LINKS, S_RECHTS, S_OMHOOG, S_OMLAAG, S_HOME, S_END = (f"\x1b[1;2{c}" for c in "DCABHF")
C_LINKS, C_RECHTS, C_HOME, C_END = (f"\x1b[1;5{c}" for c in "DCHF")
CS_LINKS, CS_RECHTS, CS_HOME, CS_END = (f"\x1b[1;6{c}" for c in "DCHF")
C_DELETE, _F20 = "\x1b[3;5~", "\x1b[34~"
BACKSPACE, ENTER, TAB, S_TAB, ESC = "\x7f", "\r", "\t", "\x1b[Z", "\x1b"
CTRL_A, CTRL_F, CTRL_V, CTRL_X, CTRL_Y, CTRL_Z = "\x01", "\x06", "\x16", "\x18", "\x19", "\x1a"


def muis(soort: int, kolom: int, rij: int, *, op: bool = False) -> str:
    """Return what a terminal sends: 0 is the left button, 32 a drag, 64 and 65 the wheel."""
    return f"\x1b[<{soort};{kolom + 1};{rij + 1}{'m' if op else 'M'}"


def klik(kolom: int, rij: int) -> str:
    return muis(0, kolom, rij) + muis(0, kolom, rij, op=True)


@dataclass
class Proef:
    """The field after its keys, what was said, and the screen as a user sees it."""

    veld: TextField
    gezegd: list[str] = field(default_factory=list)
    scherm: pyte.Screen = None
    ruw: str = ""

    @property
    def tekst(self) -> str:
        return self.veld.text

    @property
    def plek(self) -> int:
        return self.veld.buffer.cursor_position

    @property
    def gekozen(self) -> str:
        keus = self.veld.buffer.selection
        return self.tekst[slice(*keus)] if keus else ""

    @property
    def regels(self) -> list[str]:
        return [regel.rstrip() for regel in self.scherm.display]

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the row."""
        return self.scherm.cursor.x, self.scherm.cursor.y

    def met(self, eigenschap: str) -> str:
        """The letters on the screen that are drawn so: `bold`, `reverse`, `underscore`."""
        return "".join(
            self.scherm.buffer[y][x].data
            for y in range(self.scherm.lines)
            for x in range(self.scherm.columns)
            if getattr(self.scherm.buffer[y][x], eigenschap)
        )


def schrijf(
    *toetsen: str,
    tekst: str = "",
    plek: int | None = None,
    maat: tuple[int, int] = (40, 8),
    blok: bool = True,
    **opties,
) -> Proef:
    """Press keys in a field with this text and cursor, and return what came of it.

    The screen is drawn after each of the `toetsen`, which may be more keys at once.
    """
    gezegd: list[str] = []
    veld = TextField(tekst, is_block=blok, tell=gezegd.append, **opties)
    if plek is not None:
        veld.buffer.cursor_position = plek
    uit = io.StringIO()
    uitvoer = Vt100_Output(uit, lambda: Size(maat[1], maat[0]), term="xterm")
    volgende = iter(toetsen)
    with toetsenbord() as invoer:

        def druk(_app: object) -> None:
            try:
                # Behind them a key that always asks for a drawing, as some others do not.
                invoer.send_text(next(volgende) + _F20)
            except StopIteration:
                if not app.is_done:
                    beeld.append(uit.getvalue())
                    app.exit()

        eigen = KeyBindings()
        eigen.add("f20")(lambda _event: None)
        app: Application = Application(
            Layout(HSplit([veld.window, veld.search_bar]), focused_element=veld.window),
            full_screen=True,
            mouse_support=True,
            key_bindings=eigen,
            style=Style.from_dict(FIELD_STYLE),
            input=invoer,
            output=uitvoer,
            after_render=druk,
        )
        app.ttimeoutlen = app.timeoutlen = 0.01
        beeld: list[str] = []
        with contextlib.suppress(EOFError):
            app.run()
    scherm = pyte.Screen(*maat)
    pyte.Stream(scherm).feed(beeld[0])
    return Proef(veld, gezegd, scherm, beeld[0])
