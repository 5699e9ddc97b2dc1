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

    plek: str
    vraag: str
    kort: str = ""  # the place for a low window: `7/20`
    stand: str = ""  # at the right: `6/20 klaar`

    def regels(self, kolommen: int, rijen: int) -> list[tuple[str, str]]:
        """Return each line with its style; the question is whole unless the window is low."""
        if rijen < LOW:
            return [("class:vraag", shorten(f"{self.kort} {self.vraag}".strip(), kolommen))]
        plek = self.plek
        if self.stand and len(plek) + 2 + len(self.stand) <= kolommen:
            plek += self.stand.rjust(kolommen - len(plek))
        regels = [("class:plek", shorten(plek, kolommen))] if plek else []
        vraag = wrap_text(self.vraag, min(kolommen, WIDEST)).split("\n")
        return regels + [("class:vraag", regel) for regel in vraag]


class Sizes(NamedTuple):
    """The room of one drawing, in lines and columns; without a pane `paneel` is 0."""

    kop: list[tuple[str, str]]
    melding: list[str]
    toetsen: list[str]
    streep: int  # 1, or 0 when there is no room for a rule
    breedte: int  # of what is filled in
    paneel: int  # with its title
    paneelbreedte: int
    is_beside: bool


def pane_height(vrij: int, invoer: int, paneel: int) -> int:
    """Return how many of the free lines the pane gets, with its title; 0 when that is no use.

    At least half of them, and all that what is filled in can do without.
    """
    take_room = min(paneel + 1, max(vrij // 2, vrij - invoer))
    return take_room if take_room > 1 else 0


def input_width(kolommen: int, *, is_beside: bool) -> int:
    """Return how many columns there are for what is filled in, with or without a pane beside it."""
    return min(kolommen - (kolommen // 3 if is_beside else 0), WIDEST + 1)


def narrowest_input() -> int:
    """Return the columns that what is filled in has here, also when a pane opens beside it."""
    kolommen = _output().get_size().columns
    return input_width(kolommen, is_beside=kolommen >= WIDE)


class Frame:
    """Puts `invoer` in its frame.

    `wens` is how many lines that likes to have, and `balken` come below it. `melding` gives a
    remark that is folded here, `telling` a few words beside the rule, and `toetsen` the lines of
    keys for a number of columns.
    """

    def __init__(
        self,
        kop: QuestionHeader,
        invoer: Window,
        paneel: Pane,
        *,
        wens: int,
        melding: Callable[[], str],
        telling: Callable[[], str],
        toetsen: Callable[[int], list[str]],
        balken: Sequence[AnyContainer] = (),
    ) -> None:
        self._kop = kop
        self._paneel = paneel
        self._wens = wens
        self._melding = melding
        self._telling = telling
        self._toetsen = toetsen
        self._balken = [to_container(balk) for balk in balken]
        self._maten: tuple[int, Sizes] | None = None
        invoer.width = lambda: self.maten.breedte
        ernaast = HSplit([self._paneeltitel(), Window(paneel.inhoud)])
        rand = Window(width=1, char=lambda: _teken("│", "|"))
        self._smal: AnyContainer = invoer
        self._ruim = VSplit([invoer, Window()])
        self._naast = VSplit([invoer, rand, ernaast])
        eronder = Condition(lambda: self.maten.paneel > 0 and not self.maten.is_beside)
        self.container = HSplit(
            [
                Window(FormattedTextControl(self._bovenin), height=lambda: len(self.maten.kop)),
                Window(FormattedTextControl(self._streep), height=lambda: self.maten.streep),
                DynamicContainer(self._midden),
                *balken,
                ConditionalContainer(self._paneeltitel(), eronder),
                ConditionalContainer(
                    Window(paneel.inhoud, height=lambda: self.maten.paneel - 1),
                    eronder,
                ),
                Window(
                    FormattedTextControl(self._onderin),
                    height=lambda: len(self.maten.melding) + len(self.maten.toetsen),
                ),
            ],
            # One or two lines are no window to write in; the library would say so in English.
            window_too_small=invoer,
        )

    @property
    def maten(self) -> Sizes:
        """The room that everything has in this drawing."""
        app = get_app_or_none()
        tekening = app.render_counter if app else 0
        if self._maten is None or self._maten[0] != tekening:
            maat = _output().get_size()
            # Before anything is drawn nothing is open below what is filled in.
            hoogten = [self._hoogte(balk, maat) for balk in self._balken] if app else []
            balken = max(0, sum(hoogten) - 1)  # one of them comes out of what is filled in
            meting = self._measure(maat.columns, maat.rows, self._melding(), balken)
            self._maten = (tekening, meting)
        return self._maten[1]

    @staticmethod
    def _hoogte(balk: Container, maat: Size) -> int:
        return balk.preferred_height(maat.columns, maat.rows).preferred

    def _measure(self, kolommen: int, rijen: int, melding: str, balken: int) -> Sizes:
        kop = self._kop.regels(kolommen, rijen)
        regels = wrap_text(melding, min(kolommen, WIDEST)).split("\n") if melding else []
        toetsen = self._toetsen(kolommen)[: 2 if rijen >= LOW else 1]
        # What matters most keeps its place in a very low window: where you are, and a remark.
        over = max(0, rijen - _VELD)
        regels = regels[: max(min(over, 1), over - 1)]
        kop = kop[: over - len(regels)]
        toetsen = toetsen[: over - len(regels) - len(kop)]
        streep = int(over > len(regels) + len(kop) + len(toetsen))
        vrij = max(1, rijen - len(kop) - streep - len(regels) - len(toetsen))
        is_beside = kolommen >= WIDE and self._paneel.open is not None
        breedte = input_width(kolommen, is_beside=is_beside)
        ernaast = min(kolommen - breedte - 1 if is_beside else kolommen, WIDEST)
        paneel = 0
        if self._paneel.open is not None:
            wants = self._paneel.wants(ernaast)
            paneel = vrij if is_beside else pane_height(vrij - balken, self._wens, wants)
            self._paneel.take_room(ernaast, paneel - 1)
        return Sizes(kop, regels, toetsen, streep, breedte, paneel, ernaast, is_beside)

    def _midden(self) -> AnyContainer:
        if self.maten.is_beside:
            return self._naast
        kolommen = _output().get_size().columns
        return self._ruim if kolommen > self.maten.breedte else self._smal

    def _bovenin(self) -> StyleAndTextTuples:
        return _below_each_other(self.maten.kop)

    def _streep(self) -> StyleAndTextTuples:
        kolommen = _output().get_size().columns
        return [("class:streep", rule(kolommen, rechts=self._telling()))]

    def _paneeltitel(self) -> Window:
        def titel() -> StyleAndTextTuples:
            maten = self.maten
            breedte = maten.paneelbreedte if maten.is_beside else _output().get_size().columns
            return [("class:streep", rule(breedte, links=self._paneel.titel()))]

        return Window(FormattedTextControl(titel), height=1)

    def _onderin(self) -> StyleAndTextTuples:
        meldingen = [("class:melding", regel) for regel in self.maten.melding]
        return _below_each_other(meldingen + [("class:toetsen", r) for r in self.maten.toetsen])


def _output() -> Output:
    """Return what is drawn on; before a program runs `get_app` would make one, keys and all."""
    return (get_app_or_none() or get_app_session()).output


def rule(kolommen: int, links: str = "", rechts: str = "") -> str:
    """Return a rule over the whole width, with words at one end where they fit."""
    streep = _teken("─", "-")
    links, rechts = (f" {links} " if links else ""), (f" {rechts} " if rechts else "")
    over = kolommen - len(links) - len(rechts) - 4
    if over < 0:
        return shorten(f"{streep * 2}{links or rechts}", kolommen)
    return f"{streep * 2}{links}{streep * over}{rechts}{streep * 2}"


def _teken(mooi: str, kaal: str) -> str:
    """Return what draws a line here: not every console has the nice one."""
    try:
        mooi.encode(_output().encoding())
    except (UnicodeEncodeError, LookupError):
        return kaal
    return mooi


def _below_each_other(regels: list[tuple[str, str]]) -> StyleAndTextTuples:
    uit: StyleAndTextTuples = []
    for nummer, (stijl, regel) in enumerate(regels):
        uit += [(stijl, "\n" * (nummer > 0)), (stijl, regel)]
    return uit
