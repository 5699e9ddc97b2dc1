"""Putting questions in a terminal.

The libraries behind the screens take a while to load, so only what asks loads them.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.basis import WELKE, BasisVragensteller
from uitvoeringsplan.terminal.gespreksscherm import Gespreksscherm
from uitvoeringsplan.terminal.weergave import breedte, twee_teksten, vouw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Beurt, Plekken, Zet
    from uitvoeringsplan.model.vraag import Vraag

_ZELDEN = 1_000  # how many smaller collections go before a full one; Python's own number is 10


class TerminalVragensteller(BasisVragensteller):
    """Asks with the prompts of `formulier`; `schrijf` puts lines on the screen."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        super().__init__(schrijf)
        self._scherm = Gespreksscherm(schrijf)
        self._geladen = False

    def sluit(self) -> None:
        """Give the window back."""
        self._scherm.sluit()

    def toon(self, tekst: str) -> None:
        """Show some lines, on the next screen too when the window is ours."""
        self._scherm.toon(tekst)

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""
        if not self._geladen:
            gc.disable()  # what is loaded stays: looking for garbage in it only takes time
        from uitvoeringsplan.terminal.formulier import vraag_antwoord  # noqa: PLC0415

        if not self._geladen:
            # A full look for garbage takes longer than anyone wants to wait between two questions.
            # What has been loaded stays anyhow, and `bewaker` has it done while someone types.
            gc.freeze()
            gc.enable()
            gc.set_threshold(*gc.get_threshold()[:2], _ZELDEN)
            self._geladen = True
        self._scherm.spelling = self.spelling
        if beurt.stap.vraag.kolommen:
            from uitvoeringsplan.terminal.tabelvraag import vraag_tabel  # noqa: PLC0415

            return vraag_tabel(beurt, self._scherm)
        return vraag_antwoord(beurt, self._scherm)

    def kies(self, vraag: Vraag, onze: str, hunne: str, waarom: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        if not self._scherm.is_open:
            return super().kies(vraag, onze, hunne, waarom)
        from uitvoeringsplan.terminal.kader import Kop  # noqa: PLC0415
        from uitvoeringsplan.terminal.paneel import Stuk  # noqa: PLC0415

        def teksten(kolommen: int) -> list[str]:
            return twee_teksten(vraag, onze, hunne, kolommen, waarom).split("\n")

        kop = Kop(vraag.label, WELKE)
        return self._scherm.kies(kop, self.keuzes(vraag, onze, hunne), {Stuk.UITLEG: teksten})

    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.keuzes import kies_uit  # noqa: PLC0415

        self._scherm.sluit()
        return kies_uit(vraag, keuzes)

    def kies_vraag(self, plekken: Plekken, huidig: str | None = None) -> str | None:
        """Return the question to go to; None when the user closes the list."""
        return self._scherm.kies_vraag(plekken, huidig)

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self._scherm.sluit()
        self._schrijf(vouw(vraag, breedte()))
        return self.kies_uit("", [("ja", "ja"), ("nee", "nee")]) == "ja"
