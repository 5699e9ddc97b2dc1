"""What the rich and the plain way of asking have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Self

from uitvoeringsplan.terminal.weergave import breedte, overzicht, twee_teksten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Beurt, Zet
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.model.vraag import Vraag


WELKE = "Welke tekst blijft?"


class BasisVragensteller(ABC):
    """Shows lines with `schrijf`; how a choice is made is up to its children."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        self._schrijf = schrijf
        self.spelling: Spelling | None = None  # set once the plan is known

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was before."""
        self.sluit()

    def sluit(self) -> None:  # noqa: B027 - what does not take the terminal has nothing to do
        """Give the terminal back, if it was taken."""

    def toon(self, tekst: str) -> None:
        """Show some lines."""
        self._schrijf(tekst)

    def overzicht(self, voortgang: Voortgang) -> None:
        """Show how far the plan is, per part."""
        self._schrijf(overzicht(voortgang, breedte()))

    def kies(self, vraag: Vraag, onze: str, hunne: str, waarom: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        self._schrijf(twee_teksten(vraag, onze, hunne, breedte(), waarom))
        return self.kies_uit(WELKE, self.keuzes(vraag, onze, hunne))

    def keuzes(self, vraag: Vraag, onze: str, hunne: str) -> list[tuple[str, str]]:
        """Return what can stay of two answers, with what it is called."""
        keuzes = [(onze, "mijn tekst"), (hunne, "de tekst uit het bestand")]
        if vraag.type.is_blok and onze and hunne:
            # Seldom, and it brings difflib: nobody should wait for that before a first question.
            from uitvoeringsplan.model.driewegs import onder_elkaar  # noqa: PLC0415

            keuzes.append((onder_elkaar(vraag, hunne, onze), "beide, onder elkaar"))
        return keuzes

    @abstractmethod
    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""

    @abstractmethod
    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""

    @abstractmethod
    def ja_nee(self, vraag: str) -> bool:
        """Return whether the user agrees; whoever stops does not."""
