"""What `sjabloon maak` reports of the question set that it made of a form."""

from __future__ import annotations


def made_set(
    vragen: object, sjabloon: object, report: object, *, asked: int, to_check: int, not_yet: int
) -> str:
    """Return the lines about a set: its files, and what somebody should look at."""
    lines = [
        f"{vragen} ({_questions(asked)})",
        f"{sjabloon}",
        f"{report}",
    ]
    if to_check:
        lines.append(f"Kijk {_questions(to_check)} na: het verslag noemt ze, met de reden.")
    if not_yet:
        lines.append(
            f"{_questions(not_yet).capitalize()} van het formulier kan het programma nog niet"
            " invullen; het verslag noemt ze, met de reden."
        )
    return "\n".join(lines)


def next_step(folder: object) -> str:
    """Return what to do with a set."""
    return (
        f"Begin met invullen: ga naar de map {folder} en typ `uitvoeringsplan nieuw`, met een naam"
        " erachter."
    )


def _questions(count: int) -> str:
    return "1 vraag" if count == 1 else f"{count} vragen"
