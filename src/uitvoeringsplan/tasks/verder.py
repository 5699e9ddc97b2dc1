"""`verder`: going on with a plan, from where it was left or from where the user wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.storage.concepten import Concepten
from uitvoeringsplan.tasks.gesprek import Gesprek, Uitkomst, wanneer
from uitvoeringsplan.tasks.opslaan import bied_resten_aan

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.storage.planbestand import Planbestand

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
        return Uitkomst(
            gesprek.bestand,
            gestopt=True,
            voortgang=voortgang(gesprek.bestand.vragenlijst, gesprek.bestand.plan),
        )
    if keuze == _OPEN:
        begin = gesprek.eerste_open()
    elif keuze == _ALLES:
        begin, alles = 0, True
    elif keuze.startswith(f"{_CONCEPT} "):
        begin = gesprek.plek_van(keuze.removeprefix(f"{_CONCEPT} "))
    elif keuze == _HOOFDSTUK:
        delen = list(dict.fromkeys(plek.onderdeel for plek in gesprek.plekken()))
        deel = gesprek.vragensteller.kies_uit("Welk hoofdstuk?", [(deel, deel) for deel in delen])
        if deel is None:
            return _kies_begin(gesprek)
        eerste = next(plek for plek in gesprek.plekken() if plek.onderdeel == deel)
        begin, alles = gesprek.plek_van(eerste.vraag_id), True
    else:
        vraag = gesprek.vragensteller.kies_uit(
            "Welke vraag?",
            [
                (plek.vraag_id, f"{'open  ' if plek.is_open else '      '}{plek.label}")
                for plek in gesprek.plekken()
            ],
        )
        if vraag is None:
            return _kies_begin(gesprek)
        begin = gesprek.plek_van(vraag)
    return gesprek.voer(begin, alles=alles)


def _keuzes(gesprek: Gesprek) -> list[tuple[str, str]]:
    uit: list[tuple[str, str]] = []
    for concept in gesprek.concepten.alle():
        if any(plek.vraag_id == concept.vraag_id for plek in gesprek.plekken()):
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
