"""What lasts as long as a conversation: the window, what is open beside it, what was to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Beantwoord, vergeet
from uitvoeringsplan.terminal.paneel import Stuk, Voorkeur
from uitvoeringsplan.terminal.scherm import Scherm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uitvoeringsplan.model.beurt import Plekken
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.terminal.kader import Kop

    Teksten = Mapping[Stuk, Callable[[int], list[str]]]


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
        from uitvoeringsplan.terminal.bewaker import vraag_bewaakt  # noqa: PLC0415 - slow to load
        from uitvoeringsplan.terminal.keuzes import Keuzelijst  # noqa: PLC0415
        from uitvoeringsplan.terminal.vraagscherm import Vraagscherm  # noqa: PLC0415

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
        from uitvoeringsplan.terminal.plekkeuze import kies_vraag  # noqa: PLC0415

        return kies_vraag(plekken, huidig, self.scherm)
