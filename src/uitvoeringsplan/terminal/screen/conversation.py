"""Putting questions on the whole window, which is taken once and kept from one to the next.

A program that gives the window back between two questions lets it flash. So it is given back when
there is something to print, or at the end. The libraries behind the screens take a while to load,
so only what asks loads them.
"""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING, Any, cast

from uitvoeringsplan.model.beurt import Beantwoord, vergeet
from uitvoeringsplan.model.vraag import Asking
from uitvoeringsplan.terminal.asking import WELKE, BasisVragensteller, twee_teksten
from uitvoeringsplan.terminal.screen.pane import Stuk, Voorkeur
from uitvoeringsplan.terminal.wrapping import breedte, vouw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prompt_toolkit.output import Output

    from uitvoeringsplan.model.beurt import Plekken
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.terminal.screen.frame import Kop

    Teksten = Mapping[Stuk, Callable[[int], list[str]]]
    from collections.abc import Callable

    from uitvoeringsplan.model.beurt import Beurt, Zet
    from uitvoeringsplan.model.vraag import Vraag


class Scherm:
    """The alternate screen of the terminal (DEC private mode 1049, or a buffer of a console)."""

    def __init__(self) -> None:
        self._uitvoer: Output | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self._uitvoer is not None

    def open(self) -> Output:
        """Take the window, if it is not ours already, and return what to draw with."""
        if self._uitvoer is None:
            from prompt_toolkit.application import get_app_session  # noqa: PLC0415 - slow to load

            self._uitvoer = get_app_session().output
            self._uitvoer.enter_alternate_screen()
            self._uitvoer.flush()
        return cast("Output", _Vastgehouden(self._uitvoer))

    def sluit(self) -> None:
        """Give the window back as it was before."""
        if self._uitvoer is not None:
            uitvoer, self._uitvoer = self._uitvoer, None
            with contextlib.suppress(OSError):  # the window may be gone
                uitvoer.quit_alternate_screen()
                uitvoer.flush()


class _Vastgehouden:
    """An output of which the screen is taken already: a program neither takes it nor gives it up.

    A program that wipes when it ends (`erase_when_done`) lets a window flash. What it showed stays,
    until the next one draws.
    """

    def __init__(self, uitvoer: Output) -> None:
        self._uitvoer = uitvoer

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._uitvoer, naam)

    def erase_down(self) -> None:
        """Wipe the window from the cursor on, unless that is all that is left to do."""
        from prompt_toolkit.application import get_app  # noqa: PLC0415 - whoever draws has it

        if not get_app().is_done:
            self._uitvoer.erase_down()

    def enter_alternate_screen(self) -> None:
        """Leave it at that."""

    def quit_alternate_screen(self) -> None:
        """Leave it at that."""


class Gespreksscherm:
    """The window of one conversation; `schrijf` puts lines on the terminal when it is given back.

    What is said while the window is ours stands on the next screen, and on the terminal afterwards.
    """

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        self.voorkeur = Voorkeur()
        self._schrijf = schrijf
        self.scherm = Scherm()
        self.spelling: Spelling | None = None
        self._nieuw: list[str] = []  # said since the last screen
        self._later: list[str] = []  # not on the terminal yet

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self.scherm.is_open

    def sluit(self) -> None:
        """Give the window back, and say on the terminal what was said meanwhile."""
        self.scherm.sluit()
        later, self._later = self._later, []
        for tekst in later:
            self._schrijf(tekst)

    def toon(self, tekst: str) -> None:
        """Show some lines now, or on the next screen and when the terminal is there again."""
        if self.is_open:
            self._nieuw.append(tekst.strip("\n"))
            self._later.append(tekst)
        else:
            self._schrijf(tekst)

    def toon_ook(self, tekst: str) -> None:
        """Show some lines on the terminal, over which the next screen comes, and on that screen."""
        self._nieuw.append(tekst.strip("\n"))
        self._schrijf(tekst)

    def berichten(self, erbij: str = "") -> str:
        """Return what was said since the last screen, with a remark of this one."""
        nieuw, self._nieuw = self._nieuw, []
        return "\n".join(filter(None, [*nieuw, erbij]))

    def kies(
        self,
        kop: Kop,
        keuzes: Sequence[tuple[str, str]],
        teksten: Teksten,
        huidig: str | None = None,
    ) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.screen.choices import Keuzelijst  # noqa: PLC0415
        from uitvoeringsplan.terminal.screen.guard import vraag_bewaakt  # noqa: PLC0415 - slow to load
        from uitvoeringsplan.terminal.screen.question_screen import Vraagscherm  # noqa: PLC0415

        vraagscherm = Vraagscherm(
            kop,
            Keuzelijst(keuzes, huidig),
            teksten,
            Voorkeur(),  # the texts belong to this choice
            self.scherm,
            melding=self.berichten(),
        )
        try:
            gedaan = vraag_bewaakt(vraagscherm.maak(), lambda: "", vergeet)
        except (KeyboardInterrupt, EOFError):  # a keyboard that ended
            return None
        return gedaan.tekst if isinstance(gedaan, Beantwoord) else None

    def kies_vraag(self, plekken: Plekken, huidig: str | None = None) -> str | None:
        """Return the question that the user goes to; None to stay."""
        from uitvoeringsplan.terminal.screen.list_window import kies_vraag  # noqa: PLC0415

        return kies_vraag(plekken, huidig, self.scherm)


_ZELDEN = 1_000  # how many smaller collections go before a full one; Python's own number is 10


class TerminalVragensteller(BasisVragensteller):
    """Asks with the prompts of `formulier`; `schrijf` puts lines on the screen."""

    def __init__(self, schrijf: Callable[[str], None]) -> None:
        super().__init__(schrijf)
        self._scherm = Gespreksscherm(schrijf)
        self._geladen = False

    def sluit(self) -> None:
        """Give the window back."""
        self._scherm.sluit()

    def toon(self, tekst: str) -> None:
        """Show some lines, on the next screen too when the window is ours."""
        self._scherm.toon(tekst)

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""
        if not self._geladen:
            gc.disable()  # what is loaded stays: looking for garbage in it only takes time
        from uitvoeringsplan.terminal.screen.form import vraag_antwoord  # noqa: PLC0415

        if not self._geladen:
            # A full look for garbage takes longer than anyone wants to wait between two questions.
            # What has been loaded stays anyhow, and `guard` has it done while someone types.
            gc.freeze()
            gc.enable()
            gc.set_threshold(*gc.get_threshold()[:2], _ZELDEN)
            self._geladen = True
        self._scherm.spelling = self.spelling
        if beurt.stap.vraag.type.asking is Asking.TABLE:
            from uitvoeringsplan.terminal.screen.table_rows import vraag_tabel  # noqa: PLC0415

            return vraag_tabel(beurt, self._scherm)
        return vraag_antwoord(beurt, self._scherm)

    def kies(self, vraag: Vraag, onze: str, hunne: str, waarom: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        if not self._scherm.is_open:
            return super().kies(vraag, onze, hunne, waarom)
        from uitvoeringsplan.terminal.screen.frame import Kop  # noqa: PLC0415
        from uitvoeringsplan.terminal.screen.pane import Stuk  # noqa: PLC0415

        def teksten(kolommen: int) -> list[str]:
            return twee_teksten(vraag, onze, hunne, kolommen, waarom).split("\n")

        kop = Kop(vraag.label, WELKE)
        return self._scherm.kies(kop, self.keuzes(vraag, onze, hunne), {Stuk.UITLEG: teksten})

    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.screen.choices import kies_uit  # noqa: PLC0415

        self._scherm.sluit()
        return kies_uit(vraag, keuzes)

    def kies_vraag(self, plekken: Plekken, huidig: str | None = None) -> str | None:
        """Return the question to go to; None when the user closes the list."""
        return self._scherm.kies_vraag(plekken, huidig)

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self._scherm.sluit()
        self._schrijf(vouw(vraag, breedte()))
        return self.kies_uit("", [("ja", "ja"), ("nee", "nee")]) == "ja"
