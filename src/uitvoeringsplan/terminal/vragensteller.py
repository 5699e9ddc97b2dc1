"""Putting questions in a terminal.

The libraries behind the prompts take a while to load. The question itself is shown first, so that
there is something to read meanwhile.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.basis import BasisVragensteller
from uitvoeringsplan.terminal.weergave import breedte, vouw, vraagkop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Beurt, Zet

_ZELDEN = 1_000  # how many smaller collections go before a full one; Python's own number is 10


class TerminalVragensteller(BasisVragensteller):
    """Asks with the prompts of `formulier`; `schrijf` puts lines on the screen."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        super().__init__(schrijf)
        self._geladen = False

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did; Ctrl+C and Ctrl+D stop and keep."""
        self._schrijf("\n" + vraagkop(beurt, breedte()) + "\n")
        from uitvoeringsplan.terminal.formulier import vraag_antwoord  # noqa: PLC0415

        if not self._geladen:
            # A full look for garbage takes longer than anyone wants to wait between two questions.
            # What has been loaded stays anyhow, and `bewaker` has it done while someone types.
            gc.freeze()
            gc.set_threshold(*gc.get_threshold()[:2], _ZELDEN)
            self._geladen = True
        if beurt.stap.vraag.kolommen:
            from uitvoeringsplan.terminal.tabelvraag import vraag_tabel  # noqa: PLC0415

            return vraag_tabel(beurt, self._schrijf)
        return vraag_antwoord(beurt, self._schrijf)

    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.formulier import kies_uit  # noqa: PLC0415

        return kies_uit(vraag, keuzes)

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self._schrijf(vouw(vraag, breedte()))
        return self.kies_uit("", [("ja", "ja"), ("nee", "nee")]) == "ja"
