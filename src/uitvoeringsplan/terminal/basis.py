"""What the rich and the plain way of asking have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.weergave import breedte, overzicht, twee_teksten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vraag import Vraag


class BasisVragensteller(ABC):
    """Shows lines with `schrijf`; how a choice is made is up to its children."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        self._schrijf = schrijf

    def toon(self, tekst: str) -> None:
        """Show some lines."""
        self._schrijf(tekst)

    def overzicht(self, voortgang: Voortgang) -> None:
        """Show how far the plan is, per part."""
        self._schrijf(overzicht(voortgang, breedte()))

    def kies(self, vraag: Vraag, onze: str, hunne: str, waarom: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        self._schrijf(twee_teksten(vraag, onze, hunne, breedte(), waarom))
        keuzes = [(onze, "mijn tekst"), (hunne, "de tekst uit het bestand")]
        if vraag.type.is_blok and onze and hunne:
            # Seldom, and it brings difflib: nobody should wait for that before a first question.
            from uitvoeringsplan.model.driewegs import onder_elkaar  # noqa: PLC0415

            keuzes.append((onder_elkaar(vraag, hunne, onze), "beide, onder elkaar"))
        return self.kies_uit("Welke tekst blijft?", keuzes)

    @abstractmethod
    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
