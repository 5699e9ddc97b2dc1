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
    count = len(voortgang.open)
    if not count:
        missing = len(voortgang.open_velden)
        but = f", maar {_gegevens(missing)} nog" if missing else ""
        return f"alle vragen zijn beantwoord{but}"
    return "1 vraag is nog open" if count == 1 else f"{count} vragen zijn nog open"


def _gegevens(count: int) -> str:
    return "1 gegeven ontbreekt" if count == 1 else f"{count} gegevens ontbreken"


def made(word: Path, voortgang: Voortgang, added: Sequence[Path] = ()) -> str:
    """Return the lines about one Word file and what was made beside it."""
    return "\n".join([f"{word} ({open_questions(voortgang)})", *map(str, added)])


def remarks(
    without_place: Sequence[Vraag], missing: Sequence[str], omitted: Sequence[str] = ()
) -> list[str]:
    """Return what the user should know about the files that were made.

    `omitted` holds sentences about what of template and house style is not in them.
    """
    result = list(omitted)
    if without_place:
        names = ", ".join(vraag.id for vraag in without_place)
        result.append(f"Let op: het sjabloon heeft geen plaats voor het antwoord op {names}.")
    if missing:
        result.append(f"De metadata is nog niet volledig. Wat ontbreekt: {', '.join(missing)}.")
    return result


def kept_before(path: Path) -> str:
    """Return where a file went that was edited or not ours, when a new one took its place."""
    return f"Het bestand dat er stond, is bewaard als {path}."


def failed_too(plan: Path) -> str:
    """Return that a plan failed for the reason that was said of another one."""
    return f"{plan}: niet gelukt, om dezelfde reden."


def comments_made(placed: int, without_place: int) -> str:
    """Return how many open points went into a document as comments, and how many did not."""
    if not placed and not without_place:
        return "Er staan geen punten open; het Word-bestand heeft geen nieuwe opmerkingen."
    what = "1 open punt staat" if placed == 1 else f"{placed} open punten staan"
    zin = f"{what} er als opmerking in."
    if without_place:
        rest = "1 punt gaat" if without_place == 1 else f"{without_place} punten gaan"
        zin += f" {rest} over een vraag die niet in dit document staat."
    return zin


def run_bar(done: int, total: int) -> str:
    """Return the line that a run over many plans writes over itself."""
    from uitvoeringsplan.terminal.wrapping import progress_bar  # noqa: PLC0415 - only with many

    return f"{progress_bar(done, total)} plannen"
