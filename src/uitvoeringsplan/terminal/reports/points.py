"""Open points as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.terminal.wrapping import breedte, vouw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.punt import OpenPunt

_INSPRINGING = " " * 8  # below the name


class Benoemd(Protocol):
    """A point with its short name, and the label of its question."""

    @property
    def naam(self) -> str:
        """Which stays the same when other points come or go."""

    @property
    def punt(self) -> OpenPunt:
        """The point itself."""

    @property
    def label(self) -> str:
        """Empty for a point about the whole plan."""


def regel(benoemd: Benoemd) -> str:
    """Return a point on one line."""
    punt = benoemd.punt
    tekst = " ".join((punt.tekst or punt.citaat).split())
    return f"{benoemd.naam}  {benoemd.label or 'Het hele plan'}: {tekst}"


def lijst(pad: Path, punten: Sequence[Benoemd]) -> str:
    """Return the points of a plan, each with who made it and the words that it is about."""
    if not punten:
        return f"{pad}: er staan geen punten open."
    kolommen = breedte()
    delen = [f"{pad}:"]
    for benoemd in punten:
        punt = benoemd.punt
        eerste = vouw(regel(benoemd), kolommen, _INSPRINGING)
        delen += ["", eerste.removeprefix(_INSPRINGING)]
        wie = ", ".join(filter(None, (punt.auteur, punt.datum)))
        if wie:
            delen.append(vouw(wie, kolommen, _INSPRINGING))
        if punt.citaat and punt.tekst:
            delen.append(vouw(f"Bij: “{' '.join(punt.citaat.split())}”", kolommen, _INSPRINGING))
        if punt.klaar:
            delen.append(vouw(f"Klaar sinds {punt.klaar}.", kolommen, _INSPRINGING))
    return "\n".join(delen)


def opmerkingen(geplaatst: int, zonder_plaats: int) -> str:
    """Return how many open points went into a document as comments, and how many did not."""
    if not geplaatst and not zonder_plaats:
        return "Er staan geen punten open; het Word-bestand heeft geen nieuwe opmerkingen."
    wat = "1 open punt staat" if geplaatst == 1 else f"{geplaatst} open punten staan"
    zin = f"{wat} er als opmerking in."
    if zonder_plaats:
        rest = "1 punt gaat" if zonder_plaats == 1 else f"{zonder_plaats} punten gaan"
        zin += f" {rest} over een vraag die niet in dit document staat."
    return zin
