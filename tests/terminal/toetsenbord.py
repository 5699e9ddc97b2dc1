"""Keystrokes in, moves out: the real prompts, with a pipe for a keyboard and no screen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from uitvoeringsplan.model.beurt import Beurt, Plek, Stap
from uitvoeringsplan.model.vraag import Vraag, VraagType
from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input.base import PipeInput

    from uitvoeringsplan.model.beurt import Zet

ENTER, ESC, CTRL_C, CTRL_D = "\r", "\x1b", "\x03", "\x04"
CTRL_S, CTRL_U = "\x13", "\x15"
F1, F2, F3, F4, F5, F10 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[21~"
OMLAAG, OMHOOG = "\x1b[B", "\x1b[A"
PLEKKEN = (
    Plek("a", "Eerste", "Deel", is_open=True),
    Plek("v", "Label", "Deel", is_open=True),
    Plek("z", "Laatste", "Deel", is_open=False),
)


def plak(tekst: str) -> str:
    """Return what a terminal sends when this text is pasted."""
    return f"\x1b[200~{tekst}\x1b[201~"


def vraag(soort: VraagType = VraagType.TEKST, **opties) -> Vraag:
    if soort in (VraagType.KEUZE, VraagType.MEERKEUZE):
        opties.setdefault("keuzes", ("rood", "groen", "blauw"))
    return Vraag(id="v", label="Label", vraag="De vraag?", type=soort, **opties)


@contextmanager
def toetsenbord() -> Iterator[PipeInput]:
    """Give the pipe; an error inside a key ends the prompt instead of waiting for Enter."""

    def eindig(app: Application, _loop: object, context: dict) -> None:
        app.exit(exception=context.get("exception") or RuntimeError(context["message"]))

    with (
        pytest.MonkeyPatch.context() as patch,
        create_pipe_input() as invoer,
        create_app_session(input=invoer, output=DummyOutput()),
    ):
        patch.setattr(Application, "_handle_exception", eindig)
        yield invoer


@dataclass
class Gesteld:
    """What a user at a keyboard did with one question, saw above it, and left as a draft."""

    zet: Zet
    getoond: str
    concepten: list[str] = field(default_factory=list)


def stel(toetsen: str, de_vraag: Vraag, *, tekst: str = "", melding: str = "") -> Gesteld:
    getoond: list[str] = []
    concepten: list[str] = []
    beurt = Beurt(Stap(de_vraag, "Onderdeel"), tekst, 2, 20, melding, PLEKKEN, concepten.append)
    with toetsenbord() as invoer:
        invoer.send_text(toetsen)
        invoer.close()  # a prompt that waits for more gets an end instead of hanging
        zet = TerminalVragensteller(getoond.append).stel(beurt)
    return Gesteld(zet, "\n".join(getoond), concepten)


def zet(toetsen: str, de_vraag: Vraag, tekst: str = "") -> Zet:
    return stel(toetsen, de_vraag, tekst=tekst).zet
