"""Typing an answer: the text field as what stands in the middle of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings

from uitvoeringsplan.model.beurt import vergeet
from uitvoeringsplan.terminal.sneltoetsen import Plaats
from uitvoeringsplan.terminal.veld.veld import Veld

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyBindingsBase
    from prompt_toolkit.layout import AnyContainer

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.terminal.veld.spelling import Spelling

_REGELS_BLOK, _REGELS_REGEL = 8, 3


class Tekstinvoer:
    """The field for one question, with the cursor behind what stood there."""

    def __init__(self, vraag: Vraag, tekst: str, spelling: Spelling | None = None) -> None:
        blok = vraag.type.is_blok
        self._meld: Callable[[str], None] = vergeet
        self._veld = Veld(tekst, blok=blok, meld=self._zeg, spelling=spelling)
        self._blok = blok
        self.plaats = Plaats.TEKST if blok else Plaats.REGEL
        self.wens = _REGELS_BLOK if blok else _REGELS_REGEL
        self.venster = self._veld.venster
        self.toetsen: KeyBindingsBase = KeyBindings()  # the field has its own
        self.balken: tuple[AnyContainer, ...] = (self._veld.zoekbalk,)

    def _zeg(self, zin: str) -> None:
        self._meld(zin)

    @property
    def telling(self) -> str:
        """How many words there are; of one line nobody asks."""
        aantal = self._veld.aantal_woorden
        return ("1 woord" if aantal == 1 else f"{aantal} woorden") if self._blok else ""

    def getypt(self) -> str:
        """Return the text as it stands now."""
        return self._veld.tekst

    antwoord = getypt

    def verbind(self, meld: Callable[[str], None]) -> None:
        """Let remarks go to `meld`, and an empty one whenever the text changes."""
        self._meld = meld
        self._veld.buffer.on_text_changed += lambda _buffer: meld("")

    def kopieer(self) -> bool:
        """Copy what is selected; False when nothing is."""
        if not self._veld.heeft_selectie:
            return False
        self._veld.copy_selection()
        return True

    def laat_los(self) -> bool:
        """Select nothing any more; False when nothing was."""
        had_selectie = self._veld.heeft_selectie
        self._veld.buffer.exit_selection()
        return had_selectie
