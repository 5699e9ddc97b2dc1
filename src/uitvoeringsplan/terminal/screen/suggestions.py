"""The pane behind F8: goes along the words to look at, and puts another word in their place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout.containers import ConditionalContainer, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.asking import learn
from uitvoeringsplan.terminal.keys import SLUIT, SPELLING, bind
from uitvoeringsplan.terminal.screen.frame import rule
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.layout.containers import Container

    from uitvoeringsplan.model.readability import Leesprobleem
    from uitvoeringsplan.model.spelling import Spelling


class Stop(NamedTuple):
    """A place to look at: what is the matter there, and what could stand there instead.

    `is_spelling` is a word that no dictionary has: what it could be comes from elsewhere, and a
    user may say that it is right.
    """

    van: int
    tot: int
    uitleg: str
    keuzes: tuple[str, ...] = ()
    is_spelling: bool = False


def next_stop(tekst: str, vanaf: int, spelling: Spelling | None) -> Stop | None:
    """Return the first place at or behind `vanaf`, or else the first of all; None without any.

    Words that are wrong come first; what is hard to read only when there are none of those.
    """
    # Nobody should wait for these lists of words before the first key.
    from uitvoeringsplan.model.readability import find_leesproblemen  # noqa: PLC0415

    fouten = spelling.all_fouten(tekst) if spelling else []
    haltes = [_misspelled(tekst, *fout) for fout in fouten] or [
        _hard_to_read(tekst, probleem) for probleem in find_leesproblemen(tekst)
    ]
    return next((halte for halte in haltes if halte.tot >= vanaf), haltes[0] if haltes else None)


def _misspelled(tekst: str, van: int, tot: int) -> Stop:
    woord = tekst[van:tot].rstrip("-")
    uitleg = f"“{woord}” staat niet in het woordenboek."
    return Stop(van, van + len(woord), uitleg, is_spelling=True)


def _hard_to_read(tekst: str, probleem: Leesprobleem) -> Stop:
    if probleem.woorden:
        from uitvoeringsplan.model.readability import MAX_ZIN  # noqa: PLC0415 - loaded

        uitleg = (
            f"Deze zin heeft {probleem.woorden} woorden. Boven de {MAX_ZIN} raakt bijna"
            " iedereen de draad kwijt: maak er kortere zinnen van."
        )
        return Stop(probleem.van, probleem.tot, uitleg)
    woord = " ".join(tekst[probleem.van : probleem.tot].split())
    keuzes = tuple(
        gewoon[:1].upper() + gewoon[1:] if woord[0].isupper() else gewoon
        for gewoon in probleem.gewoon
    )
    return Stop(probleem.van, probleem.tot, f"“{woord}” kan gewoner.", keuzes)


_MOST = 9  # choices: each has a digit
_LOOK = 0.05  # seconds between two looks whether a text has been looked at
_ONTHOUD = "o"


class Suggestions:
    """A pane of a few lines (`paneel`) and its keys (`toetsen`), for a field that keeps the focus.

    `vervang(van, tot, woord)` puts a word in the place of another, as one step to undo; `tell` is
    told what the user should know. The pane closes by itself when the text or the cursor is
    somewhere else than where it was opened: whoever just types on is not stopped.
    """

    def __init__(
        self,
        buffer: Buffer,
        spelling: Spelling | None,
        vervang: Callable[[int, int, str], object],
        tell: Callable[[str], object],
    ) -> None:
        self._buffer = buffer
        self._spelling = spelling
        self._put = vervang
        self._tell = tell
        self._halte: Stop | None = None
        self._tekst = ""  # for which `_halte` holds
        self._zoekt: asyncio.Task[None] | None = None
        self.toetsen = self._bindings()
        self.paneel: Container = ConditionalContainer(
            Window(
                FormattedTextControl(self._content),
                dont_extend_height=True,
                wrap_lines=False,
                style="class:paneel",
            ),
            filter=Condition(lambda: self.is_open),
        )

    @property
    def is_open(self) -> bool:
        """Whether the pane is there."""
        return self._here is not None

    @property
    def _here(self) -> Stop | None:
        halte, buffer = self._halte, self._buffer
        if halte is None or buffer.cursor_position != halte.van or buffer.text != self._tekst:
            return None
        return halte

    def close(self) -> None:
        """Leave everything as it is."""
        self._halte = None
        if self._zoekt is not None:
            self._zoekt.cancel()
            self._zoekt = None

    def _bindings(self) -> KeyBindings:
        toetsen = KeyBindings()
        can_choose = Condition(lambda: (h := self._here) is not None and bool(self._choices(h)))
        can_learn = Condition(lambda: (h := self._here) is not None and h.is_spelling)
        bind(toetsen, SPELLING, self._next)
        for naam in SLUIT.toetsen:
            toetsen.add(naam, filter=Condition(lambda: self.is_open), eager=True)(
                lambda _event: self.close()
            )
        for cijfer in map(str, range(1, _MOST + 1)):
            toetsen.add(cijfer, filter=can_choose, save_before=_never)(self._choose)
        toetsen.add(_ONTHOUD, filter=can_learn, save_before=_never)(self._learn)
        return toetsen

    def _choices(self, halte: Stop) -> tuple[str, ...]:
        """Return what there is to choose; for a wrong word only once it was found."""
        if halte.is_spelling and self._spelling:
            return (self._spelling.voorstellen(self._word(halte)) or ())[:_MOST]
        return halte.keuzes

    def _word(self, halte: Stop) -> str:
        return self._tekst[halte.van : halte.tot]

    def _next(self, event: KeyPressEvent) -> None:
        """Go to the next place; a text that was not looked at yet is first, without waiting."""
        hier = self._here
        vanaf = self._buffer.cursor_position if hier is None else hier.tot + 1
        self.close()
        if self._spelling is None or self._spelling.is_klaar(self._buffer.text):
            self._go(vanaf)
            return
        self._tell("Je tekst wordt nagekeken …")
        self._zoekt = event.app.create_background_task(self._go_later(self._spelling, vanaf))

    async def _go_later(self, spelling: Spelling, vanaf: int) -> None:
        tekst = self._buffer.text
        while not spelling.is_klaar(tekst):  # noqa: ASYNC110 - the answer comes from a thread
            await asyncio.sleep(_LOOK)
        if self._buffer.text == tekst:  # who typed on has something else to do
            self._go(vanaf)
            spelling.wek()

    def _go(self, vanaf: int) -> None:
        tekst = self._buffer.text
        self._halte, self._tekst = next_stop(tekst, vanaf, self._spelling), tekst
        waarom = self._spelling.waarom_uit if self._spelling else ""
        if self._halte is None:
            self._tell(waarom or "Er is geen woord gevonden dat verkeerd gespeld is.")
            return
        self._tell(waarom)
        self._buffer.cursor_position = self._halte.van

    def _choose(self, event: KeyPressEvent) -> None:
        halte = self._here
        if halte is None:
            return
        keuzes = self._choices(halte)
        nummer = int(event.data)
        if nummer <= len(keuzes):
            oud, nieuw = self._word(halte), keuzes[nummer - 1]
            self.close()
            self._put(halte.van, halte.tot, nieuw)
            self._tell(f"“{' '.join(oud.split())}” is nu “{nieuw}”.")

    def _learn(self, _event: KeyPressEvent) -> None:
        halte = self._here
        if halte is None or self._spelling is None:
            return
        woord = self._word(halte)
        self.close()
        self._tell(learn(self._spelling, woord))

    def _content(self) -> str:
        halte = self._here
        if halte is None:
            return ""
        regels = [halte.uitleg]
        keuzes = self._choices(halte)
        if keuzes:
            # A choice is never broken off from its digit, nor in itself.
            delen = (f"{i}\u00a0{k}".replace(" ", "\u00a0") for i, k in enumerate(keuzes, 1))
            regels.append("  ".join(delen))
        elif halte.is_spelling and self._spelling:
            is_bezig = self._spelling.voorstellen(self._word(halte)) is None
            regels.append("Voorstellen zoeken …" if is_bezig else "Er zijn geen voorstellen.")
        doen = [f"{_ONTHOUD} onthouden voor dit plan"] if halte.is_spelling else []
        regels.append("  ".join([*doen, f"{SLUIT.naam} laat staan", f"{SPELLING.naam} volgende"]))
        titel = rule(text_width(), links="Spelling" if halte.is_spelling else "Leesbaar")
        return "\n".join([titel, *(wrap_text(regel, text_width()) for regel in regels)])


def _never(_event: object) -> bool:
    """Whether the library keeps the text to undo before a key; the field does that itself."""
    return False
