"""Asking in plain lines in a test: the lines that somebody types, and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from keystrokes import PLEKKEN, vraag

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
    """A user who types these lines; then the input ends, by `einde`."""

    regels: list[str]
    einde: Callable[[], BaseException] = EOFError
    gezegd: list[str] = field(default_factory=list)
    concepten: list[str] = field(default_factory=list)

    def lees(self, _vraag: str, onderweg=forget) -> str:
        """Give the next line; one that ends with `|-` is not finished when `einde` comes."""
        onderweg("")
        if not self.regels or self.regels[0].endswith("|-"):
            if self.regels:
                onderweg(self.regels[0].removesuffix("|-"))
            raise self.einde()
        return self.regels.pop(0)

    @property
    def vragensteller(self) -> EenvoudigeVragensteller:
        return EenvoudigeVragensteller(self.gezegd.append, self.lees)

    @property
    def scherm(self) -> str:
        return "\n".join(self.gezegd)


def stel(
    regels: list[str],
    de_vraag=None,
    tekst: str = "",
    melding: str = "",
    *,
    antwoord: str | None = None,
    einde: type[BaseException] = EOFError,
    geraden: bool = False,
):
    """Ask one question; `tekst` is the answer too, unless `antwoord` says that it is a draft."""
    typist = Regels(regels, einde)
    beurt = Beurt(
        Stap(de_vraag or vraag(), "Onderdeel"),
        tekst,
        2,
        20,
        melding,
        lambda: PLEKKEN,
        typist.concepten.append,
        tekst if antwoord is None else antwoord,
        is_geraden=geraden,
    )
    return typist.vragensteller.ask(beurt), typist


def zet(regels: list[str], de_vraag=None, tekst: str = ""):
    return stel(regels, de_vraag, tekst)[0]


STOND = "Er stond al.\n\nNog een alinea."
