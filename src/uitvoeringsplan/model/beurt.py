"""The turns of a conversation: what is asked, and what a user can do with it.

These types stand between the tasks, which know what comes next, and the terminal, which knows how
to ask; neither needs to know the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


@dataclass(frozen=True, slots=True)
class Stap:
    """A question in the order of the conversation, and what it belongs to."""

    vraag: Vraag
    onderdeel: str
    inleiding: str = ""  # of the chapter, only with its first question


@dataclass(frozen=True, slots=True)
class Beurt:
    """One question as it is asked now: where it stands, what stands there, what went wrong."""

    stap: Stap
    tekst: str
    beantwoord: int
    totaal: int
    melding: str = ""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """The user answered; an empty text skips the question."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Terug:
    """The user wants the question before this one; what was typed is kept."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Gestopt:
    """The user stops; what was typed is kept."""

    tekst: str = ""


Zet = Gegeven | Terug | Gestopt


class Vragensteller(Protocol):
    """What can put a question to the user."""

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""

    def kies(self, vraag: Vraag, onze: str, hunne: str) -> str | None:
        """Return which of two answers stays, or a new one; None when the user stops."""

    def ja_nee(self, vraag: str) -> bool:
        """Return whether the user agrees; whoever stops does not."""
