"""A question as it is read out line by line: whoever listens only remembers the end of it.

So the question itself comes last, what takes long is told once, and nothing is drawn: a bar of
signs would be read sign by sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.asking import obligation
from uitvoeringsplan.terminal.wrapping import wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.beurt import Beurt
    from uitvoeringsplan.model.plan import Voortgang

_KORT = 40  # words of an answer that are read out by themselves


def say_place(beurt: Beurt) -> str:
    """Return where the user is, as `Vraag 7 van 20: Lokaal beeld` and a full stop."""
    if beurt.positie is None:
        return f"{beurt.stap.onderdeel}."
    waar = str(beurt.positie)
    return f"{waar[:1].upper()}{waar[1:]}: {beurt.stap.onderdeel}."


def say_guidance(beurt: Beurt) -> Iterator[str]:
    """Yield what helps with a question: what is asked for, and what there is to read."""
    vraag = beurt.stap.vraag
    for tekst in (beurt.stap.inleiding, vraag.toelichting):
        if tekst:
            yield tekst
    yield obligation(beurt)
    if aantal := len(vraag.hulpmiddelen):
        wat = "is 1 hulpmiddel" if aantal == 1 else f"zijn {aantal} hulpmiddelen"
        yield f"Er {wat}. Met .hulpmiddelen hoor je welke."


def say_text(wat: str, tekst: str, kolommen: int) -> str:
    """Return a text below what it is; of a long one how long it is, and how it can be heard."""
    aantal = len(tekst.split())
    if aantal > _KORT:
        return wrap_text(f"{wat}: een tekst van {aantal} woorden. Met .lees hoor je die.", kolommen)
    return f"{wat}:\n{wrap_text(tekst or '(leeg)', kolommen, '  ')}"


def say_progress(stand: Voortgang) -> Iterator[str]:
    """Yield how far a plan is, a sentence for the whole and one per part."""
    yield f"{stand.beantwoord} van {stand.totaal} vragen zijn beantwoord."
    for deel in stand.standen:
        intern = " (intern)" if deel.onderdeel.hoofdstuk.is_intern else ""
        yield f"{deel.onderdeel.titel}{intern}: {deel.beantwoord} van {deel.totaal}."
    if stand.open_velden:
        yield f"Nog nodig: {', '.join(veld.label for veld in stand.open_velden)}."
