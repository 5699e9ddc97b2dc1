"""Putting the questions of a conversation on the whole window."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Asking
from uitvoeringsplan.terminal.asking import WHICH_TEXT, two_texts
from uitvoeringsplan.terminal.screen.form import ConversationScreen, ask_answer
from uitvoeringsplan.terminal.screen.frame import QuestionHeader
from uitvoeringsplan.terminal.screen.pane import PanePiece
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.beurt import Beurt, Zet
    from uitvoeringsplan.model.vraag import Vraag

_SELDOM = 1_000  # how many smaller collections go before a full one; Python's own number is 10


class TerminalVragensteller(ConversationScreen):
    """Asks with the screens of `form`; `write` puts lines on the terminal."""

    _is_first = True

    def ask(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""
        if self._is_first:
            self._is_first = False
            # A full look for garbage takes longer than anyone wants to wait between two questions.
            # What has been loaded stays anyhow, and `window` has it done while someone types.
            gc.freeze()
            gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
        if beurt.stap.vraag.type.asking is Asking.TABLE:
            from uitvoeringsplan.terminal.screen.table_rows import ask_table  # noqa: PLC0415

            return ask_table(beurt, self)
        return ask_answer(beurt, self)

    def choose_text(self, vraag: Vraag, onze: str, hunne: str, waarom: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        if not self.is_open:
            return super().choose_text(vraag, onze, hunne, waarom)

        def teksten(kolommen: int) -> list[str]:
            return two_texts(vraag, onze, hunne, kolommen, waarom).split("\n")

        kop = QuestionHeader(vraag.label, WHICH_TEXT)
        return self.choose(kop, self.keuzes(vraag, onze, hunne), {PanePiece.UITLEG: teksten})

    def choose_value(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.screen.choices import choose_from  # noqa: PLC0415 - slow to load

        self.close()
        return choose_from(vraag, keuzes)

    def confirm(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self.close()
        self._write(wrap_text(vraag, text_width()))
        return self.choose_value("", [("ja", "ja"), ("nee", "nee")]) == "ja"
