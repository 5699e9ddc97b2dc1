"""What `genereer` reports of the files that it made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vraag import Vraag

# From this many plans on, a user wants to see how far a run is.
BAR_FROM = 5


def open_questions(voortgang: Voortgang) -> str:
    """Return what is still open in a few words, or that nothing is."""
    aantal = len(voortgang.open)
    if not aantal:
        ontbreekt = len(voortgang.open_velden)
        maar = f", maar {_gegevens(ontbreekt)} nog" if ontbreekt else ""
        return f"alle vragen zijn beantwoord{maar}"
    return "1 vraag is nog open" if aantal == 1 else f"{aantal} vragen zijn nog open"


def _gegevens(aantal: int) -> str:
    return "1 gegeven ontbreekt" if aantal == 1 else f"{aantal} gegevens ontbreken"


def made(word: Path, voortgang: Voortgang, erbij: Sequence[Path] = ()) -> str:
    """Return the lines about one Word file and what was made beside it."""
    return "\n".join([f"{word} ({open_questions(voortgang)})", *map(str, erbij)])


def remarks(
    zonder_plaats: Sequence[Vraag], ontbreekt: Sequence[str], weggelaten: Sequence[str] = ()
) -> list[str]:
    """Return what the user should know about the files that were made.

    `weggelaten` holds sentences about what of template and house style is not in them.
    """
    uit = list(weggelaten)
    if zonder_plaats:
        namen = ", ".join(vraag.id for vraag in zonder_plaats)
        uit.append(f"Let op: het sjabloon heeft geen plaats voor het antwoord op {namen}.")
    if ontbreekt:
        uit.append(f"De metadata is nog niet volledig. Wat ontbreekt: {', '.join(ontbreekt)}.")
    return uit


def kept_before(pad: Path) -> str:
    """Return where a file went that was edited or not ours, when a new one took its place."""
    return f"Het bestand dat er stond, is bewaard als {pad}."


def comments_made(geplaatst: int, zonder_plaats: int) -> str:
    """Return how many open points went into a document as comments, and how many did not."""
    if not geplaatst and not zonder_plaats:
        return "Er staan geen punten open; het Word-bestand heeft geen nieuwe opmerkingen."
    wat = "1 open punt staat" if geplaatst == 1 else f"{geplaatst} open punten staan"
    zin = f"{wat} er als opmerking in."
    if zonder_plaats:
        rest = "1 punt gaat" if zonder_plaats == 1 else f"{zonder_plaats} punten gaan"
        zin += f" {rest} over een vraag die niet in dit document staat."
    return zin


def run_bar(gedaan: int, totaal: int) -> str:
    """Return the line that a run over many plans writes over itself."""
    from uitvoeringsplan.terminal.wrapping import progress_bar  # noqa: PLC0415 - only with many

    return f"{progress_bar(gedaan, totaal)} plannen"
