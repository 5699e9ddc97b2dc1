"""Open points as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.terminal.weergave import breedte, vouw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.punt import OpenPunt


class Genummerd(Protocol):
    """A point with its number in the plan, and the label of its question."""

    @property
    def nummer(self) -> int:
        """From 1."""

    @property
    def punt(self) -> OpenPunt:
        """The point itself."""

    @property
    def label(self) -> str:
        """Empty for a point about the whole plan."""


def regel(genummerd: Genummerd) -> str:
    """Return a point on one line."""
    punt = genummerd.punt
    tekst = " ".join((punt.tekst or punt.citaat).split())
    return f"{genummerd.nummer}. {genummerd.label or 'Het hele plan'}: {tekst}"


def lijst(pad: Path, punten: Sequence[Genummerd]) -> str:
    """Return the points of a plan, each with who made it and the words that it is about."""
    if not punten:
        return f"{pad}: er staan geen punten open."
    kolommen = breedte()
    delen = [f"{pad}:"]
    for genummerd in punten:
        punt = genummerd.punt
        delen += ["", vouw(regel(genummerd), kolommen)]
        wie = ", ".join(filter(None, (punt.auteur, punt.datum)))
        if wie:
            delen.append(vouw(wie, kolommen, "   "))
        if punt.citaat and punt.tekst:
            delen.append(vouw(f"Bij: “{' '.join(punt.citaat.split())}”", kolommen, "   "))
        if punt.klaar:
            delen.append(vouw(f"Klaar sinds {punt.klaar}.", kolommen, "   "))
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
