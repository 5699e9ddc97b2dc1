"""The screen of one question: a top that never scrolls away, what is filled in, a pane, the keys.

How many lines each part gets is decided anew for every drawing, because a window can change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app_or_none, get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout import (
    ConditionalContainer,
    DynamicContainer,
    FormattedTextControl,
    HSplit,
    VSplit,
    Window,
    to_container,
)
from prompt_toolkit.styles import Style

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.field.field import FIELD_STYLE
from uitvoeringsplan.terminal.wrapping import shorten, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.layout import AnyContainer, Container
    from prompt_toolkit.output import Output

    from uitvoeringsplan.terminal.screen.pane import Pane

# Bold, underlined and reverse alone: what only a colour says, not everybody sees.
SCREEN_STYLE = Style.from_dict(
    {
        **FIELD_STYLE,
        "plek": "",
        "vraag": "bold",
        "streep": "",
        "melding": "bold",
        "toetsen": "",
        "pointer": "bold",
        "highlighted": "bold",
        "selected": "noreverse",
    }
)

LOW = 20  # a window of fewer lines has one line for the question
WIDE = 110  # from this many columns on, the pane stands beside what is filled in
WIDEST = 88  # columns of text; longer lines are hard to read
_VELD = 2  # lines that the frame never takes: one of what is filled in, one to search with


class QuestionHeader(NamedTuple):
    """What stands at the top: where the question is, the question, and how far the whole is."""

    place: str
    vraag: str
    short: str = ""  # the place for a low window: `7/20`
    stand: str = ""  # at the right: `6/20 klaar`

    def lines(self, kolommen: int, rijen: int) -> list[tuple[str, str]]:
        """Return each line with its style; the question is whole unless the window is low."""
        if rijen < LOW:
            return [("class:vraag", shorten(f"{self.short} {self.vraag}".strip(), kolommen))]
        place = self.place
        if self.stand and len(place) + 2 + len(self.stand) <= kolommen:
            place += self.stand.rjust(kolommen - len(place))
        lines = [("class:plek", shorten(place, kolommen))] if place else []
        vraag = wrap_text(self.vraag, min(kolommen, WIDEST)).split("\n")
        return lines + [("class:vraag", line) for line in vraag]


class Sizes(NamedTuple):
    """The room of one drawing, in lines and columns; without a pane `pane` is 0."""

    kop: list[tuple[str, str]]
    message: list[str]
    keys: list[str]
    dash: int  # 1, or 0 when there is no room for a rule
    width: int  # of what is filled in
    pane: int  # with its title
    pane_width: int
    is_beside: bool


def pane_height(free: int, typed: int, pane: int) -> int:
    """Return how many of the free lines the pane gets, with its title; 0 when that is no use.

    At least half of them, and all that what is filled in can do without.
    """
    take_room = min(pane + 1, max(free // 2, free - typed))
    return take_room if take_room > 1 else 0


def input_width(kolommen: int, *, is_beside: bool) -> int:
    """Return how many columns there are for what is filled in, with or without a pane beside it."""
    return min(kolommen - (kolommen // 3 if is_beside else 0), WIDEST + 1)


def narrowest_input() -> int:
    """Return the columns that what is filled in has here, also when a pane opens beside it."""
    kolommen = _output().get_size().columns
    return input_width(kolommen, is_beside=kolommen >= WIDE)


class Frame:
    """Puts `typed` in its frame.

    `wens` is how many lines that likes to have, and `bars` come below it. `message` gives a
    remark that is folded here, `telling` a few words beside the rule, and `keys` the lines of
    keys for a number of columns.
    """

    def __init__(
        self,
        kop: QuestionHeader,
        typed: Window,
        pane: Pane,
        *,
        wens: int,
        message: Callable[[], str],
        telling: Callable[[], str],
        keys: Callable[[int], list[str]],
        bars: Sequence[AnyContainer] = (),
    ) -> None:
        self._kop = kop
        self._pane = pane
        self._wens = wens
        self._message = message
        self._telling = telling
        self._keys = keys
        self._bars = [to_container(bar) for bar in bars]
        self._sizes: tuple[int, Sizes] | None = None
        typed.width = lambda: self.sizes.width
        beside = HSplit([self._paneeltitel(), Window(pane.content)])
        edge = Window(width=1, char=lambda: _sign("│", "|"))
        self._narrow: AnyContainer = typed
        self._roomy = VSplit([typed, Window()])
        self._beside = VSplit([typed, edge, beside])
        below = Condition(lambda: self.sizes.pane > 0 and not self.sizes.is_beside)
        self.container = HSplit(
            [
                Window(FormattedTextControl(self._bovenin), height=lambda: len(self.sizes.kop)),
                Window(FormattedTextControl(self._dash), height=lambda: self.sizes.dash),
                DynamicContainer(self._midden),
                *bars,
                ConditionalContainer(self._paneeltitel(), below),
                ConditionalContainer(
                    Window(pane.content, height=lambda: self.sizes.pane - 1),
                    below,
                ),
                Window(
                    FormattedTextControl(self._onderin),
                    height=lambda: len(self.sizes.message) + len(self.sizes.keys),
                ),
            ],
            # One or two lines are no window to write in; the library would say so in English.
            window_too_small=typed,
        )

    @property
    def sizes(self) -> Sizes:
        """The room that everything has in this drawing."""
        app = get_app_or_none()
        tekening = app.render_counter if app else 0
        if self._sizes is None or self._sizes[0] != tekening:
            size = _output().get_size()
            # Before anything is drawn nothing is open below what is filled in.
            heights = [self._height(bar, size) for bar in self._bars] if app else []
            bars = max(0, sum(heights) - 1)  # one of them comes out of what is filled in
            meting = self._measure(size.columns, size.rows, self._message(), bars)
            self._sizes = (tekening, meting)
        return self._sizes[1]

    @staticmethod
    def _height(bar: Container, size: Size) -> int:
        return bar.preferred_height(size.columns, size.rows).preferred

    def _measure(self, kolommen: int, rijen: int, message: str, bars: int) -> Sizes:
        kop = self._kop.lines(kolommen, rijen)
        lines = wrap_text(message, min(kolommen, WIDEST)).split("\n") if message else []
        keys = self._keys(kolommen)[: 2 if rijen >= LOW else 1]
        # What matters most keeps its place in a very low window: where you are, and a remark.
        over = max(0, rijen - _VELD)
        lines = lines[: max(min(over, 1), over - 1)]
        kop = kop[: over - len(lines)]
        keys = keys[: over - len(lines) - len(kop)]
        dash = int(over > len(lines) + len(kop) + len(keys))
        free = max(1, rijen - len(kop) - dash - len(lines) - len(keys))
        is_beside = kolommen >= WIDE and self._pane.open is not None
        width = input_width(kolommen, is_beside=is_beside)
        beside = min(kolommen - width - 1 if is_beside else kolommen, WIDEST)
        pane = 0
        if self._pane.open is not None:
            wants = self._pane.wants(beside)
            pane = free if is_beside else pane_height(free - bars, self._wens, wants)
            self._pane.take_room(beside, pane - 1)
        return Sizes(kop, lines, keys, dash, width, pane, beside, is_beside)

    def _midden(self) -> AnyContainer:
        if self.sizes.is_beside:
            return self._beside
        kolommen = _output().get_size().columns
        return self._roomy if kolommen > self.sizes.width else self._narrow

    def _bovenin(self) -> StyleAndTextTuples:
        return _below_each_other(self.sizes.kop)

    def _dash(self) -> StyleAndTextTuples:
        kolommen = _output().get_size().columns
        return [("class:streep", rule(kolommen, right=self._telling()))]

    def _paneeltitel(self) -> Window:
        def titel() -> StyleAndTextTuples:
            sizes = self.sizes
            width = sizes.pane_width if sizes.is_beside else _output().get_size().columns
            return [("class:streep", rule(width, links=self._pane.titel()))]

        return Window(FormattedTextControl(titel), height=1)

    def _onderin(self) -> StyleAndTextTuples:
        messages = [("class:melding", line) for line in self.sizes.message]
        return _below_each_other(messages + [("class:toetsen", r) for r in self.sizes.keys])


def _output() -> Output:
    """Return what is drawn on; before a program runs `get_app` would make one, keys and all."""
    return (get_app_or_none() or get_app_session()).output


def rule(kolommen: int, links: str = "", right: str = "") -> str:
    """Return a rule over the whole width, with words at one end where they fit."""
    dash = _sign("─", "-")
    links, right = (f" {links} " if links else ""), (f" {right} " if right else "")
    over = kolommen - len(links) - len(right) - 4
    if over < 0:
        return shorten(f"{dash * 2}{links or right}", kolommen)
    return f"{dash * 2}{links}{dash * over}{right}{dash * 2}"


def _sign(nice: str, bare: str) -> str:
    """Return what draws a line here: not every console has the nice one."""
    try:
        nice.encode(_output().encoding())
    except (UnicodeEncodeError, LookupError):
        return bare
    return nice


def _below_each_other(lines: list[tuple[str, str]]) -> StyleAndTextTuples:
    result: StyleAndTextTuples = []
    for number, (style, line) in enumerate(lines):
        result += [(style, "\n" * (number > 0)), (style, line)]
    return result
