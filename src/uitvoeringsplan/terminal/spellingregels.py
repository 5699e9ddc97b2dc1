"""The spelling of an answer in plain lines: one line about it, and more for who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.spelling import Spelling

_NIET = "De spelling wordt hier niet nagekeken."


class Spellingregels:
    """Says things with `zeg`; `spelling` gives what looks at it, or None where nothing does."""

    def __init__(
        self, spelling: Callable[[], Spelling | None], zeg: Callable[[str], object]
    ) -> None:
        self._give = spelling
        self._zeg = zeg
        self._vorig = ""  # the answer before, which can still be looked at

    def prepare(self, tekst: str) -> None:
        """Begin to look at what stands there, so that there is nothing to wait for later."""
        if spelling := self._give():
            spelling.is_klaar(tekst)

    def name_fouten(self, tekst: str) -> None:
        """Say in one line which words of an answer may be wrong, if any."""
        self._vorig = tekst
        spelling = self._give()
        if spelling and (fouten := spelling.find_fouten(tekst)):
            self._zeg(
                f"Mogelijk verkeerd gespeld: {', '.join(fouten)} (.spelling laat voorstellen zien)"
            )

    def show_voorstellen(self, tekst: str | None) -> None:
        """Say what the wrong words of a text may have to be; by default of the last answer."""
        spelling = self._give()
        if spelling is None:
            self._zeg(_NIET)
            return
        fouten = spelling.find_fouten(self._vorig if tekst is None else tekst)
        for woord in fouten:
            voorstellen = ", ".join(spelling.wait_for_voorstellen(woord))
            self._zeg(f"{woord}: {voorstellen or 'geen voorstellen'}")
        if fouten:
            self._zeg("Is een woord goed, typ dan .onthoud met het woord erachter.")
        else:
            self._zeg(spelling.waarom_uit or "Er is geen woord dat verkeerd gespeld lijkt.")

    def onthoud(self, woord: str) -> None:
        """Take a word for right from now on."""
        spelling = self._give()
        if spelling is None:
            self._zeg(_NIET)
        elif not woord:
            self._zeg("Zet het woord erachter, bijvoorbeeld: .onthoud Zeilwijk")
        elif spelling.onthoud(woord):
            self._zeg(f"“{woord}” is onthouden voor dit plan.")
        else:
            self._zeg(f"“{woord}” is onthouden tot je stopt; bewaren lukte niet.")
