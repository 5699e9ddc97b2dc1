"""Putting questions in a terminal.

The libraries behind the prompts take a while to load. The question itself is shown first, so that
there is something to read meanwhile.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.weergave import breedte, overzicht, twee_teksten, vouw, vraagkop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Beurt, Zet
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vraag import Vraag


class TerminalVragensteller:
    """Asks with the prompts of `formulier`; `schrijf` puts lines on the screen."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        self._schrijf = schrijf
        self._geladen = False

    def toon(self, tekst: str) -> None:
        """Show some lines."""
        self._schrijf(tekst)

    def overzicht(self, voortgang: Voortgang) -> None:
        """Show how far the plan is, per part."""
        self._schrijf(overzicht(voortgang, breedte()))

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did; Ctrl+C and Ctrl+D stop and keep."""
        self._schrijf("\n" + vraagkop(beurt, breedte()) + "\n")
        from uitvoeringsplan.terminal.formulier import vraag_antwoord  # noqa: PLC0415

        if not self._geladen:
            # What has been loaded stays, so looking for garbage between two questions, which the
            # user waits for, need not go through it.
            gc.freeze()
            self._geladen = True
        if beurt.stap.vraag.kolommen:
            from uitvoeringsplan.terminal.tabelvraag import vraag_tabel  # noqa: PLC0415

            return vraag_tabel(beurt, self._schrijf)
        return vraag_antwoord(beurt, self._schrijf)

    def kies(self, vraag: Vraag, onze: str, hunne: str) -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        self._schrijf(twee_teksten(vraag, onze, hunne, breedte()))
        keuzes = [(onze, "mijn tekst"), (hunne, "de tekst uit het bestand")]
        if vraag.type.is_blok:
            keuzes.append((f"{hunne}\n\n{onze}", "beide, onder elkaar"))
        return self.kies_uit("Welke tekst blijft?", keuzes)

    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.formulier import kies_uit  # noqa: PLC0415

        return kies_uit(vraag, keuzes)

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self._schrijf(vouw(vraag, breedte()))
        return self.kies_uit("", [("ja", "ja"), ("nee", "nee")]) == "ja"
