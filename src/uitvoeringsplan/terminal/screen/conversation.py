"""Putting the questions of a conversation on the whole window; a table is filled row by row."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Positie,
    Spring,
    Stap,
    Terug,
    Zet,
    with_way_out,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.tabel import (
    delete_row,
    move_row,
    read_tabel,
    replace_row,
    write_tabel,
)
from uitvoeringsplan.model.vraag import Asking
from uitvoeringsplan.terminal.asking import WHICH_TEXT, two_texts
from uitvoeringsplan.terminal.screen.form import ConversationScreen, ask_answer, ask_choice
from uitvoeringsplan.terminal.screen.frame import QuestionHeader
from uitvoeringsplan.terminal.screen.pane import PanePiece
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Kolom, Vraag

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

_SELDOM = 1_000  # how many smaller collections go before a full one; Python's own number is 10
_ADDED, _READY = "erbij", "klaar"


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
            return ask_table(beurt, self)
        return ask_answer(beurt, self)

    def choose_text(self, vraag: Vraag, ours: str, theirs: str, why: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        if not self.is_open:
            return super().choose_text(vraag, ours, theirs, why)

        def texts(kolommen: int) -> list[str]:
            return two_texts(vraag, ours, theirs, kolommen, why).split("\n")

        kop = QuestionHeader(vraag.label, WHICH_TEXT)
        return self.choose(kop, self.keuzes(vraag, ours, theirs), {PanePiece.UITLEG: texts})

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


def ask_table(beurt: Beurt, screen: ConversationScreen) -> Zet:
    """Let the user work on the rows and return what came of it."""
    rijen = _read(beurt.stap.vraag.kolommen, beurt.text)
    while True:
        keuzes = [
            *((str(i), _rijregel(i, rij)) for i, rij in enumerate(rijen)),
            (_ADDED, "een rij erbij"),
            (_READY, "klaar, naar de volgende vraag"),
        ]
        current = _READY if rijen else _ADDED
        zet = ask_choice(beurt, screen, keuzes, current, write_tabel(rijen))
        if not isinstance(zet, Beantwoord):
            return zet
        if zet.text == _READY:
            return Beantwoord(write_tabel(rijen))
        if zet.text == _ADDED:
            done = _RowQuestion(beurt, rijen, len(rijen), screen).ask()
        else:
            done = _work_on_row(beurt, rijen, int(zet.text), screen)
        if isinstance(done, Gestopt):
            return done
        rijen = done
        beurt.concept(write_tabel(rijen))


def _read(kolommen: Sequence[Kolom], text: str) -> _Rijen:
    """Return the rows; a line of a draft that is no row becomes the first cell of one."""
    rijen: _Rijen = ()
    for line in filter(str.strip, text.split("\n")):
        try:
            rijen += read_tabel(kolommen, line)
        except TabelError:
            rijen += ((one_line(line), *[""] * (len(kolommen) - 1)),)
    return rijen


def _rijregel(i: int, rij: _Rij) -> str:
    return f"{i + 1}. {'; '.join(filter(None, rij))}"


def _work_on_row(
    beurt: Beurt, rijen: _Rijen, i: int, screen: ConversationScreen
) -> _Rijen | Gestopt:
    keuzes = [("anders", "veranderen")]
    keuzes += [("omhoog", "een plaats omhoog")] if i > 0 else []
    keuzes += [("omlaag", "een plaats omlaag")] if i < len(rijen) - 1 else []
    keuzes += [("weg", "weghalen"), ("niets", "zo laten")]
    kop = QuestionHeader(_rijregel(i, rijen[i]), "Wat wil je met deze rij?")
    match screen.choose(kop, keuzes, {}):
        case "anders":
            return _RowQuestion(beurt, rijen, i, screen).ask()
        case "omhoog":
            return move_row(rijen, i, i - 1)
        case "omlaag":
            return move_row(rijen, i, i + 1)
        case "weg":
            return delete_row(rijen, i)
    return rijen


class _RowQuestion:
    """Asks the cells of the row at `place`, which may be the one after the last."""

    def __init__(self, beurt: Beurt, rijen: _Rijen, place: int, screen: ConversationScreen) -> None:
        self.beurt = beurt
        self.rijen = rijen
        self.place = place
        self.screen = screen
        self.kolommen = beurt.stap.vraag.kolommen
        self.cellen = list(rijen[place]) if place < len(rijen) else [""] * len(self.kolommen)

    def ask(self) -> _Rijen | Gestopt:
        """Return the rows with this one in it; F5 leaves the row as it was, Ctrl+C stops."""
        i, advies = 0, ""
        while i < len(self.kolommen):
            zet = self._ask_cell(i, advies)
            advies = ""
            if isinstance(zet, Spring | Overgeslagen):
                return self.rijen
            if isinstance(zet, Gestopt):
                return Gestopt(write_tabel(self._with_cel(i, zet.text)))
            vraag = self.kolommen[i].vraag
            if isinstance(zet, Terug):
                self.cellen[i] = one_line(zet.text)
                i = max(0, i - 1)
            else:
                self.cellen[i] = vraag.in_words(vraag.normalise(zet.text))
                advies = self.beurt.advies(write_tabel(self._with_cel(i, self.cellen[i])))
                i += not advies
        return self._with_cel(0, self.cellen[0])

    def _ask_cell(self, i: int, advies: str) -> Zet:
        kolom = self.kolommen[i]
        positie = Positie("kolom", i + 1, len(self.kolommen))

        def hold_on(text: str) -> None:
            self.beurt.concept(write_tabel(self._with_cel(i, text)))

        stap = Stap(kolom.vraag, f"{self.beurt.stap.vraag.label}, rij {self.place + 1}")
        message = with_way_out(advies) if advies else ""
        cel = Beurt(stap, self.cellen[i], 0, 0, message, concept=hold_on, positie=positie)
        return ask_answer(cel, self.screen)

    def _with_cel(self, i: int, text: str) -> _Rijen:
        """Return the rows with this one as it stands now; a new one without any text is none."""
        rij = (*self.cellen[:i], one_line(text), *self.cellen[i + 1 :])
        if self.place < len(self.rijen):
            return replace_row(self.rijen, self.place, rij)
        return (*self.rijen, rij) if any(rij) else self.rijen
