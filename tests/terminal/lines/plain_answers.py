"""Asking in plain lines in a test: the lines that somebody types, and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from keystrokes import PLACES, vraag

from uitvoeringsplan.model.beurt import (
    Beurt,
    Stap,
    forget,
)
from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Regels:
    """A user who types these lines; then the input ends, by `end`."""

    lines: list[str]
    end: Callable[[], BaseException] = EOFError
    said: list[str] = field(default_factory=list)
    concepten: list[str] = field(default_factory=list)

    def read(self, _vraag: str, under_way=forget) -> str:
        """Give the next line; one that ends with `|-` is not finished when `end` comes."""
        under_way("")
        if not self.lines or self.lines[0].endswith("|-"):
            if self.lines:
                under_way(self.lines[0].removesuffix("|-"))
            raise self.end()
        return self.lines.pop(0)

    @property
    def vragensteller(self) -> EenvoudigeVragensteller:
        return EenvoudigeVragensteller(self.said.append, self.read)

    @property
    def screen(self) -> str:
        return "\n".join(self.said)


def stel(
    lines: list[str],
    de_vraag=None,
    text: str = "",
    message: str = "",
    *,
    antwoord: str | None = None,
    end: type[BaseException] = EOFError,
    guessed: bool = False,
):
    """Ask one question; `text` is the answer too, unless `antwoord` says that it is a draft."""
    typist = Regels(lines, end)
    beurt = Beurt(
        Stap(de_vraag or vraag(), "Onderdeel"),
        text,
        2,
        20,
        message,
        lambda: PLACES,
        typist.concepten.append,
        text if antwoord is None else antwoord,
        is_guessed=guessed,
    )
    return typist.vragensteller.ask(beurt), typist


def zet(lines: list[str], de_vraag=None, text: str = ""):
    return stel(lines, de_vraag, text)[0]


STOOD = "Er stond al.\n\nNog een alinea."
