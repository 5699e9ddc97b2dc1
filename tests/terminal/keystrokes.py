"""Keystrokes in, moves out: the real screens, with a pipe for a keyboard and pyte for a window."""

from __future__ import annotations

import select
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyte
import pytest
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.renderer import Renderer

from uitvoeringsplan.model.beurt import Beurt, Plek, Plekken, Positie, Stap, no_advice
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag, VraagType
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.input.base import PipeInput

    from uitvoeringsplan.model.beurt import Zet

ENTER, ESC, CTRL_C, CTRL_D = "\r", "\x1b", "\x03", "\x04"
CTRL_S, CTRL_U, EVERYTHING, PLAK = "\x13", "\x15", "\x01", "\x16"
STOP = CTRL_C + CTRL_C
F1, F2, F3, F4 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
F5, F6, F7, F8, F10 = "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[21~"
OMLAAG, OMHOOG = "\x1b[B", "\x1b[A"
PLACES = Plekken(
    (
        Plek("a", "Eerste", "Deel", is_open=True),
        Plek("v", "Label", "Deel", is_open=True),
        Plek("z", "Laatste", "Deel", is_open=False, is_filled=True),
    ),
    2,
    20,
)


def plak(text: str) -> str:
    """Return what a terminal sends when this text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def vraag(kind: VraagType = TYPES["tekst"], **options) -> Vraag:
    if kind in (TYPES["keuze"], TYPES["meerkeuze"]):
        options.setdefault("keuzes", ("rood", "groen", "blauw"))
    return Vraag(id="v", label="Label", type=kind, **{"vraag": "De vraag?", **options})


class Venster:
    """A window of a terminal, in which pyte shows what is written; `pictures` is every drawing."""

    encoding = "utf-8"

    def __init__(self, kolommen: int = 80, rijen: int = 24) -> None:
        self.kolommen, self.rijen = kolommen, rijen
        self.screen = pyte.Screen(kolommen, rijen)
        self._stream = pyte.Stream(self.screen)
        self.pictures: list[str] = []
        self.raw = ""

    def write(self, text: str) -> None:
        self.raw += text
        self._stream.feed(text)

    def flush(self) -> None:
        """Everything is shown at once."""

    def fileno(self) -> int:
        raise OSError  # no file

    def isatty(self) -> bool:
        return False  # nobody asks it where the cursor stands

    def record(self) -> None:
        self.pictures.append("\n".join(line.rstrip() for line in self.screen.display))

    @property
    def output(self) -> Vt100_Output:
        return Vt100_Output(self, lambda: Size(self.rijen, self.kolommen), term="xterm-256color")


@contextmanager
def keyboard(window: Venster | None = None, *, ends: bool = False) -> Iterator[PipeInput]:
    """Give the pipe, with a window to draw in.

    A keyboard that `ends` does so when every key has been handled and drawn.
    """
    window = window or Venster()
    sign = Renderer.render

    def kijk(renderer: Renderer, app: Application, layout: object, is_done: bool = False):
        sign(renderer, app, layout, is_done)
        if is_done or app.is_done:
            return
        window.record()
        if ends and not app.key_processor.input_queue and _is_empty(typed):
            # A lone Escape waits to see whether it is the start of another key.
            app.key_processor.feed_multiple(wachtend := app.input.flush_keys())
            if wachtend:
                app.key_processor.process_keys()
            else:
                typed.close()

    with (
        pytest.MonkeyPatch.context() as patch,
        create_pipe_input() as typed,
        create_app_session(input=typed, output=window.output),
    ):
        patch.setattr(Renderer, "render", kijk)
        yield typed


def _is_empty(typed: PipeInput) -> bool:
    return not select.select([typed.fileno()], [], [], 0)[0]


@dataclass
class Gesteld:
    """What a user at a keyboard did with one question, saw, and left as a draft.

    `shown` was said on the terminal itself, `pictures` is every drawing of the window.
    """

    zet: Zet
    shown: str
    pictures: list[str]
    raw: str  # all that was written to the window
    concepten: list[str] = field(default_factory=list)

    @property
    def picture(self) -> str:
        """The last drawing before the end."""
        return self.pictures[-1]

    def shows(self, zin: str) -> bool:
        """Whether this stands in the last drawing, however it is folded."""
        return " ".join(zin.split()) in " ".join(self.picture.split())


def stel(
    keys: str,
    de_vraag: Vraag,
    *,
    text: str = "",
    message: str = "",
    advies: Callable[[str], str] = no_advice,
    kolommen: int = 80,
    rijen: int = 24,
) -> Gesteld:
    """Put a question; what is typed is read at once, and drawn when there is nothing more.

    Keys that leave the question open are seen in `picture`: the keyboard ends after them.
    """
    shown: list[str] = []
    concepten: list[str] = []
    window = Venster(kolommen, rijen)
    beurt = Beurt(
        Stap(de_vraag, "Onderdeel"),
        text,
        2,
        20,
        message,
        lambda: PLACES,
        concepten.append,
        advies=advies,
        positie=Positie("vraag", 3, 20, 1, 4),
    )
    with (
        keyboard(window, ends=True) as typed,
        TerminalVragensteller(shown.append) as steller,
    ):
        typed.send_text(keys)
        zet = steller.ask(beurt)
    return Gesteld(zet, "\n".join(shown), window.pictures, window.raw, concepten)


def zet(keys: str, de_vraag: Vraag, text: str = "") -> Zet:
    return stel(keys, de_vraag, text=text).zet
