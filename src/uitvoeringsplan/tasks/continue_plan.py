"""`verder`: going on with a plan, from where it was left or from where the user wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Aandacht, Gestopt, Plek
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.tasks.ask_questions import Gesprek, Uitkomst, wanneer
from uitvoeringsplan.tasks.take_answer import bied_resten_aan

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Plekken, Vragensteller
    from uitvoeringsplan.plan.planbestand import Planbestand

_OPEN, _CONCEPT, _HOOFDSTUK, _VRAAG, _ALLES = "open", "concept", "hoofdstuk", "vraag", "alles"


def ga_verder(
    bestand: Planbestand,
    vragensteller: Vragensteller,
    *,
    vanaf: str | None = None,
    alles: bool = False,
) -> Uitkomst:
    """Go on with a plan: at `vanaf`, with `alles` from the start, else where the user wants.

    First offers what an interrupted save left behind. Raises OnbekendeVraagError.
    """
    bestand = bied_resten_aan(bestand, vragensteller)
    gesprek = Gesprek(bestand, vragensteller, Concepten(bestand.pad))
    if vanaf is not None:
        return gesprek.voer(gesprek.plek_van(vanaf), alles=alles)
    if alles:
        return gesprek.voer(0, alles=True)
    vragensteller.overzicht(voortgang(bestand.vragenlijst, bestand.plan))
    return _kies_begin(gesprek)


def _kies_begin(gesprek: Gesprek) -> Uitkomst:
    """Let the user choose where to go on, and go there."""
    begin: int | None = None
    alles = False
    keuze = gesprek.vragensteller.kies_uit("Waar wil je verder?", _keuzes(gesprek))
    if keuze is None:
        return _gestopt(gesprek)
    if keuze == _OPEN:
        begin = gesprek.eerste_open()
    elif keuze == _ALLES:
        begin, alles = 0, True
    elif keuze.startswith(f"{_CONCEPT} "):
        begin = gesprek.plek_van(keuze.removeprefix(f"{_CONCEPT} "))
    else:
        plekken = gesprek.plekken()
        alles = keuze == _HOOFDSTUK
        gekozen = gesprek.vragensteller.kies_vraag(_hoofdstukken(plekken) if alles else plekken)
        if gekozen is None:
            return _kies_begin(gesprek)
        if isinstance(gekozen, Gestopt):
            return _gestopt(gesprek)
        begin = gesprek.plek_van(gekozen)
    return gesprek.voer(begin, alles=alles)


def _gestopt(gesprek: Gesprek) -> Uitkomst:
    stand = voortgang(gesprek.bestand.vragenlijst, gesprek.bestand.plan)
    return Uitkomst(gesprek.bestand, gestopt=True, voortgang=stand)


def _hoofdstukken(plekken: Plekken) -> Plekken:
    """Return the list with a line for each part, which stands for the first question of it."""
    delen: dict[str, list[Plek]] = {}
    for plek in plekken.alle:
        delen.setdefault(plek.onderdeel, []).append(plek)
    return plekken._replace(alle=tuple(_hoofdstuk(*deel) for deel in delen.values()))


def _hoofdstuk(eerste: Plek, *rest: Plek) -> Plek:
    alle = (eerste, *rest)
    gevuld = sum(plek.is_gevuld for plek in alle)
    return Plek(
        eerste.vraag_id,
        f"{eerste.onderdeel} ({gevuld} van {len(alle)})",
        "",
        is_open=any(plek.is_open for plek in alle),
        is_gevuld=not any(plek.is_open for plek in alle) and gevuld > 0,
        heeft_concept=any(plek.heeft_concept for plek in alle),
        vraag=" ".join(f"{plek.label} {plek.vraag}" for plek in alle),
        aandacht=Aandacht(*map(sum, zip(*(plek.aandacht for plek in alle), strict=True))),
    )


def _keuzes(gesprek: Gesprek) -> list[tuple[str, str]]:
    uit: list[tuple[str, str]] = []
    for concept in gesprek.concepten.alle():
        if gesprek.telt(concept.vraag_id):
            label = gesprek.bestand.vragenlijst.vraag(concept.vraag_id).label
            tekst = f"je concept van {wanneer(concept.moment)}: {label}"
            uit.append((f"{_CONCEPT} {concept.vraag_id}", tekst))
    eerste = gesprek.eerste_open()
    naar = "niets: alles is beantwoord"
    if eerste is not None:
        naar = f"de eerste open vraag: {gesprek.stappen[eerste].vraag.label}"
    return [
        *uit,
        (_OPEN, naar),
        (_HOOFDSTUK, "een hoofdstuk kiezen"),
        (_VRAAG, "een vraag kiezen"),
        (_ALLES, "alles langslopen"),
    ]
