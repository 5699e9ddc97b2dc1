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

    `wens` is how many lines it likes to have; `bars` are lines of its own that appear below it.
    `has_own_keys` says that its keys are not ours, and that some of them have to give way.
    """

    place: st.KeyScope
    window: Window
    keys: KeyBindingsBase
    wens: int
    has_own_keys = True
    bars: tuple[AnyContainer, ...] = ()

    @property
    def telling(self) -> str:
        """How much there is, in a few words."""
        return ""

    def start(self, app: Application[Any]) -> None:  # noqa: B027 - a list need not know
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

    `texts` are for the pane, `gone` the keys that have nothing to do here and are not in the bar.
    """

    def __init__(
        self,
        kop: QuestionHeader,
        typed: Input,
        texts: Mapping[PanePiece, Callable[[int], list[str]]],
        preference: PanePreference,
        screen: AlternateScreen,
        *,
        message: str = "",
        judge: Callable[[str], str] = lambda _text: "",
        gone: frozenset[st.Sneltoets] = frozenset(),
    ) -> None:
        self._typed = typed
        self._screen = screen
        self._oordeel = judge
        self._message = message
        self._is_stopping = False
        self._asks_to_stop = Condition(lambda: self._is_stopping)
        self._here = list(st.keys_of_scope(typed.place))
        hulp = partial(key_lines, typed.place)
        self._pane = Pane({**texts, PanePiece.HULP: hulp}, preference)
        self._frame = Frame(
            kop,
            typed.window,
            self._pane,
            wens=typed.wens,
            message=lambda: _STOP_QUESTION if self._is_stopping else self._message,
            telling=lambda: typed.telling,
            keys=lambda kolommen: bar_lines(typed.place, kolommen, gone),
            bars=typed.bars,
        )
        typed.connect(self.tell)

    def tell(self, zin: str) -> None:
        """Show a remark until the text changes."""
        self._message = zin

    def make(self) -> Application[Outcome]:
        """Return the program of this screen, which ends with what the user did."""
        app: Application[Outcome] = Application(
            layout=Layout(self._frame.container, focused_element=self._typed.window),
            key_bindings=merge_key_bindings([self._keys(), self._stop_keys()]),
            style=SCREEN_STYLE,
            full_screen=True,
            mouse_support=True,
            output=self._screen.open(),
            erase_when_done=True,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        )
        app.ttimeoutlen = 0.05  # seconds in which the signs of one key come
        if os.name != "nt":  # a signal tells that the window changed; looking as well draws twice
            app.terminal_size_polling_interval = None
        self._typed.start(app)
        return app

    def _keys(self) -> KeyBindingsBase:
        keys = KeyBindings()
        typed = self._typed

        def do(key: st.Sneltoets, what: Callable[[KeyPressEvent], object]) -> None:
            if key in self._here:
                st.bind(keys, key, what, at_first=typed.has_own_keys)

        do(st.FURTHER, self._go_on)
        do(st.READY, self._go_on)
        do(st.CHOOSE, self._go_on)
        do(st.TERUG, lambda event: event.app.exit(result=Terug(typed.typed())))
        do(st.LIJST, lambda event: event.app.exit(result=ListAsked(typed.typed())))
        do(st.EDITOR, lambda event: event.app.exit(result=EditorAsked(typed.typed())))
        for run, key in PIECE_KEY.items():
            do(key, partial(self._press, run))
        do(st.SLUIT, self._close)
        do(st.STOP, self._copy_or_stop)
        do(st.LAAT, lambda event: event.app.exit(result=Gestopt(typed.typed())))
        return ConditionalKeyBindings(merge_key_bindings([typed.keys, keys]), ~self._asks_to_stop)

    def _stop_keys(self) -> KeyBindings:
        """Return what answers the question whether to stop; any other key means going on."""
        keys = KeyBindings()

        @keys.add(Keys.Any, filter=self._asks_to_stop, eager=True, save_before=lambda _event: False)
        def _(event: KeyPressEvent) -> None:
            self._is_stopping = False
            key = event.key_sequence[0]
            if key.key in (*st.STOP.keys, "b", "B"):
                event.app.exit(result=Gestopt(self._typed.typed()))
            elif key.key not in (*st.SLUIT.keys, "v", "V"):
                event.key_processor.feed(key, first=True)

        return keys

    def _copy_or_stop(self, _event: KeyPressEvent) -> None:
        if self._typed.copy():
            self.tell("Gekopieerd.")
        else:
            self._is_stopping = True

    def _press(self, run: PanePiece, _event: KeyPressEvent) -> None:
        self._pane.press(run)

    def _close(self, _event: KeyPressEvent) -> None:
        if not self._typed.let_go():
            self._pane.close()

    def _go_on(self, event: KeyPressEvent) -> None:
        text = self._typed.antwoord()
        if error := self._oordeel(text):
            self.tell(error)
        else:
            event.app.exit(result=Beantwoord(text))
