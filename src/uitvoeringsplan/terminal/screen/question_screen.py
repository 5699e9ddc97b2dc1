"""One question on the whole window: its keys, its remarks, and what the user did."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    KeyBindings,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.output.color_depth import ColorDepth

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Terug
from uitvoeringsplan.terminal import keys as st
from uitvoeringsplan.terminal.keys import bar_lines, key_lines
from uitvoeringsplan.terminal.screen.frame import SCREEN_STYLE, Frame
from uitvoeringsplan.terminal.screen.pane import PIECE_KEY, Pane, PanePiece

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prompt_toolkit.key_binding import KeyBindingsBase, KeyPressEvent
    from prompt_toolkit.layout import AnyContainer, Window

    from uitvoeringsplan.terminal.screen.frame import QuestionHeader
    from uitvoeringsplan.terminal.screen.pane import PanePreference
    from uitvoeringsplan.terminal.screen.window import AlternateScreen


_STOP_QUESTION = "Stoppen? Ctrl+C of b: bewaren en stoppen. Esc of v: verder gaan."


class Input(ABC):
    """What stands in the middle of the screen; by itself a list, in which nothing is selected.

    `wens` is how many lines it likes to have; `balken` are lines of its own that appear below it.
    `has_own_keys` says that its keys are not ours, and that some of them have to give way.
    """

    plaats: st.KeyScope
    venster: Window
    toetsen: KeyBindingsBase
    wens: int
    has_own_keys = True
    balken: tuple[AnyContainer, ...] = ()

    @property
    def telling(self) -> str:
        """How much there is, in a few words."""
        return ""

    def begin(self, app: Application[Any]) -> None:  # noqa: B027 - a list need not know
        """Know the program that it is part of, before that runs."""

    @abstractmethod
    def typed(self) -> str:
        """Return the text as it stands now, to be kept."""

    def antwoord(self) -> str:
        """Return what the answer is when the user goes on."""
        return self.typed()

    def connect(self, tell: Callable[[str], None]) -> None:  # noqa: B027 - nor has it remarks
        """Let remarks go to `tell`, and an empty one whenever the text changes."""

    def copy(self) -> bool:
        """Copy what is selected; False when nothing is."""
        return False

    def let_go(self) -> bool:
        """Select nothing any more; False when nothing was."""
        return False


class ListAsked(str):
    """The text that was typed when the user asked for the list of questions."""

    __slots__ = ()


class EditorAsked(str):
    """The text that was typed when the user asked for their own editor."""

    __slots__ = ()


Outcome = Beantwoord | Terug | Gestopt | ListAsked | EditorAsked


class QuestionScreen:
    """The screen of one question; `judge` says why a text is no answer yet.

    `teksten` are for the pane, `weg` the keys that have nothing to do here and are not in the bar.
    """

    def __init__(
        self,
        kop: QuestionHeader,
        invoer: Input,
        teksten: Mapping[PanePiece, Callable[[int], list[str]]],
        voorkeur: PanePreference,
        scherm: AlternateScreen,
        *,
        melding: str = "",
        judge: Callable[[str], str] = lambda _tekst: "",
        weg: frozenset[st.Sneltoets] = frozenset(),
    ) -> None:
        self._invoer = invoer
        self._scherm = scherm
        self._oordeel = judge
        self._melding = melding
        self._is_stopping = False
        self._asks_to_stop = Condition(lambda: self._is_stopping)
        self._hier = list(st.keys_of_scope(invoer.plaats))
        hulp = partial(key_lines, invoer.plaats)
        self._paneel = Pane({**teksten, PanePiece.HULP: hulp}, voorkeur)
        self._kader = Frame(
            kop,
            invoer.venster,
            self._paneel,
            wens=invoer.wens,
            melding=lambda: _STOP_QUESTION if self._is_stopping else self._melding,
            telling=lambda: invoer.telling,
            toetsen=lambda kolommen: bar_lines(invoer.plaats, kolommen, weg),
            balken=invoer.balken,
        )
        invoer.connect(self.tell)

    def tell(self, zin: str) -> None:
        """Show a remark until the text changes."""
        self._melding = zin

    def make(self) -> Application[Outcome]:
        """Return the program of this screen, which ends with what the user did."""
        app: Application[Outcome] = Application(
            layout=Layout(self._kader.container, focused_element=self._invoer.venster),
            key_bindings=merge_key_bindings([self._toetsen(), self._stop_keys()]),
            style=SCREEN_STYLE,
            full_screen=True,
            mouse_support=True,
            output=self._scherm.open(),
            erase_when_done=True,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        )
        app.ttimeoutlen = 0.05  # seconds in which the signs of one key come
        if os.name != "nt":  # a signal tells that the window changed; looking as well draws twice
            app.terminal_size_polling_interval = None
        self._invoer.begin(app)
        return app

    def _toetsen(self) -> KeyBindingsBase:
        toetsen = KeyBindings()
        invoer = self._invoer

        def do(toets: st.Sneltoets, wat: Callable[[KeyPressEvent], object]) -> None:
            if toets in self._hier:
                st.bind(toetsen, toets, wat, eerst=invoer.has_own_keys)

        do(st.VERDER, self._go_on)
        do(st.KLAAR, self._go_on)
        do(st.KIES, self._go_on)
        do(st.TERUG, lambda event: event.app.exit(result=Terug(invoer.typed())))
        do(st.LIJST, lambda event: event.app.exit(result=ListAsked(invoer.typed())))
        do(st.EDITOR, lambda event: event.app.exit(result=EditorAsked(invoer.typed())))
        for stuk, toets in PIECE_KEY.items():
            do(toets, partial(self._press, stuk))
        do(st.SLUIT, self._close)
        do(st.STOP, self._copy_or_stop)
        do(st.LAAT, lambda event: event.app.exit(result=Gestopt(invoer.typed())))
        return ConditionalKeyBindings(
            merge_key_bindings([invoer.toetsen, toetsen]), ~self._asks_to_stop
        )

    def _stop_keys(self) -> KeyBindings:
        """Return what answers the question whether to stop; any other key means going on."""
        toetsen = KeyBindings()

        @toetsen.add(
            Keys.Any, filter=self._asks_to_stop, eager=True, save_before=lambda _event: False
        )
        def _(event: KeyPressEvent) -> None:
            self._is_stopping = False
            toets = event.key_sequence[0]
            if toets.key in (*st.STOP.toetsen, "b", "B"):
                event.app.exit(result=Gestopt(self._invoer.typed()))
            elif toets.key not in (*st.SLUIT.toetsen, "v", "V"):
                event.key_processor.feed(toets, first=True)

        return toetsen

    def _copy_or_stop(self, _event: KeyPressEvent) -> None:
        if self._invoer.copy():
            self.tell("Gekopieerd.")
        else:
            self._is_stopping = True

    def _press(self, stuk: PanePiece, _event: KeyPressEvent) -> None:
        self._paneel.press(stuk)

    def _close(self, _event: KeyPressEvent) -> None:
        if not self._invoer.let_go():
            self._paneel.close()

    def _go_on(self, event: KeyPressEvent) -> None:
        tekst = self._invoer.antwoord()
        if fout := self._oordeel(tekst):
            self.tell(fout)
        else:
            event.app.exit(result=Beantwoord(tekst))
