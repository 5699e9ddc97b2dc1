"""How one answer came to be, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.model.datum import in_woorden
from uitvoeringsplan.model.verschil import vergelijk_antwoord
from uitvoeringsplan.terminal.verschilweergave import legenda, verschil
from uitvoeringsplan.terminal.weergave import breedte, vouw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Vraag


class Versie(Protocol):
    """A commit."""

    @property
    def commit(self) -> str:
        """Its name."""

    @property
    def auteur(self) -> str:
        """Who made it."""

    @property
    def datum(self) -> str:
        """When, in ISO form."""

    @property
    def onderwerp(self) -> str:
        """The first line of its message."""


class Wijziging(Protocol):
    """One change; without a version it is not committed yet."""

    @property
    def versie(self) -> Versie | None:
        """The commit."""

    @property
    def oud(self) -> str:
        """The text before."""

    @property
    def nieuw(self) -> str:
        """The text after."""


def verslag(vraag: Vraag, wijzigingen: Sequence[Wijziging], *, kleur: bool) -> str:
    """Return the changes, the oldest first, each with who and when and the words.

    What the signs mean stands above them.
    """
    if not wijzigingen:
        return f"{vraag.label} ({vraag.id}) is nooit beantwoord."
    delen = []
    for wijziging in wijzigingen:
        versie = wijziging.versie
        kop = "Nog niet vastgelegd"
        if versie is not None:
            kop = f"{in_woorden(versie.datum[:10])}, {versie.auteur}: {versie.onderwerp}"
            kop += f" ({versie.commit[:10]})"
        tekst = verschil(vergelijk_antwoord(vraag, wijziging.oud, wijziging.nieuw), kleur=kleur)
        woorden = tekst.partition("\n")[2]
        delen.append(f"{vouw(kop, breedte())}\n{woorden}")
    return "\n\n".join([legenda(delen, kleur=kleur), *delen])
