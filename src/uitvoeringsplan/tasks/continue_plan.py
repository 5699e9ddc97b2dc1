"""`verder`: going on with a plan, from where it was left or from where the user wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Aandacht, Gestopt, Plek
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.tasks.ask_questions import ConversationOutcome, Gesprek, when_kept
from uitvoeringsplan.tasks.take_answer import offer_leftovers

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Plekken, Vragensteller
    from uitvoeringsplan.plan.planbestand import Planbestand

_OPEN, _CONCEPT, _CHAPTER, _VRAAG, _EVERYTHING = "open", "concept", "hoofdstuk", "vraag", "alles"


def continue_plan(
    file: Planbestand,
    vragensteller: Vragensteller,
    *,
    start_at: str | None = None,
    everything: bool = False,
) -> ConversationOutcome:
    """Go on with a plan: at `start_at`, from the start with `everything`, else where they want.

    First offers what an interrupted save left behind. Raises OnbekendeVraagError.
    """
    file = offer_leftovers(file, vragensteller)
    gesprek = Gesprek(file, vragensteller, Concepten(file.path))
    if start_at is not None:
        return gesprek.run(gesprek.place_of(start_at), everything=everything)
    if everything:
        return gesprek.run(0, everything=True)
    vragensteller.show_progress(voortgang(file.vragenlijst, file.plan))
    return _choose_start(gesprek)


def _choose_start(gesprek: Gesprek) -> ConversationOutcome:
    """Let the user choose where to go on, and go there."""
    start: int | None = None
    everything = False
    choice = gesprek.vragensteller.choose_value("Waar wil je verder?", _choices(gesprek))
    if choice is None:
        return _stopped(gesprek)
    if choice == _OPEN:
        start = gesprek.first_open()
    elif choice == _EVERYTHING:
        start, everything = 0, True
    elif choice.startswith(f"{_CONCEPT} "):
        start = gesprek.place_of(choice.removeprefix(f"{_CONCEPT} "))
    else:
        places = gesprek.places()
        everything = choice == _CHAPTER
        chosen = gesprek.vragensteller.choose_question(_chapters(places) if everything else places)
        if chosen is None:
            return _choose_start(gesprek)
        if isinstance(chosen, Gestopt):
            return _stopped(gesprek)
        start = gesprek.place_of(chosen)
    return gesprek.run(start, everything=everything)


def _stopped(gesprek: Gesprek) -> ConversationOutcome:
    progress = voortgang(gesprek.file.vragenlijst, gesprek.file.plan)
    return ConversationOutcome(gesprek.file, gestopt=True, voortgang=progress)


def _chapters(places: Plekken) -> Plekken:
    """Return the list with a line for each part, which stands for the first question of it."""
    parts: dict[str, list[Plek]] = {}
    for place in places.every:
        parts.setdefault(place.onderdeel, []).append(place)
    return places._replace(every=tuple(_chapter(*part) for part in parts.values()))


def _chapter(first: Plek, *rest: Plek) -> Plek:
    every = (first, *rest)
    filled = sum(place.is_filled for place in every)
    return Plek(
        first.vraag_id,
        f"{first.onderdeel} ({filled} van {len(every)})",
        "",
        is_open=any(place.is_open for place in every),
        is_filled=not any(place.is_open for place in every) and filled > 0,
        has_concept=any(place.has_concept for place in every),
        vraag=" ".join(f"{place.label} {place.vraag}" for place in every),
        aandacht=Aandacht(*map(sum, zip(*(place.aandacht for place in every), strict=True))),
    )


def _choices(gesprek: Gesprek) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for concept in gesprek.concepten.every():
        if gesprek.counts(concept.vraag_id):
            label = gesprek.file.vragenlijst.vraag(concept.vraag_id).label
            text = f"je concept van {when_kept(concept.moment)}: {label}"
            out.append((f"{_CONCEPT} {concept.vraag_id}", text))
    first = gesprek.first_open()
    to = "niets: alles is beantwoord"
    if first is not None:
        to = f"de eerste open vraag: {gesprek.stappen[first].vraag.label}"
    return [
        *out,
        (_OPEN, to),
        (_CHAPTER, "een hoofdstuk kiezen"),
        (_VRAAG, "een vraag kiezen"),
        (_EVERYTHING, "alles langslopen"),
    ]
