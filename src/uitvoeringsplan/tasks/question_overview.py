"""The list of questions: what there is to know of each, looked up when somebody asks for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import Keuring
from uitvoeringsplan.checks.plan.rules import ANSWER_RULES
from uitvoeringsplan.model.beurt import Aandacht, Plek, Plekken
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.model.plan import voortgang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.beurt import Stap
    from uitvoeringsplan.model.bevinding import Bevinding, Rule
    from uitvoeringsplan.plan.drafts import Concepten
    from uitvoeringsplan.plan.planbestand import Planbestand

_HEEL_PLAN = ""  # the id of no question


def vind_plekken(
    bestand: Planbestand, stappen: Iterable[tuple[Stap, bool]], concepten: Concepten
) -> Plekken:
    """Return the list of these questions, each with whether it is open.

    What is empty is no finding here, nor is an open point: the list shows both by themselves. A
    rule that fails costs nobody the list; a sentence in it says which one did.
    """
    plan = bestand.plan
    teksten = {concept.vraag_id: concept.tekst.strip("\n") for concept in concepten.alle()}
    punten = Counter(punt.vraag for punt in bestand.punten if punt.is_open)
    gevonden, mislukt = _bevindingen(bestand)

    def aandacht(vraag_id: str) -> Aandacht:
        return Aandacht(
            punten[vraag_id],
            gevonden[vraag_id, Ernst.FOUT],
            gevonden[vraag_id, Ernst.WAARSCHUWING],
        )

    def plek(stap: Stap, *, is_open: bool) -> Plek:
        vraag = stap.vraag
        waarde = plan.waarde(vraag)
        return Plek(
            vraag.id,
            vraag.label,
            stap.onderdeel,
            is_open,
            is_gevuld=bool(waarde),
            heeft_concept=teksten.get(vraag.id, waarde) != waarde,
            vraag=vraag.vraag,
            aandacht=aandacht(vraag.id),
        )

    stand = voortgang(bestand.vragenlijst, plan)
    return Plekken(
        tuple(plek(stap, is_open=is_open) for stap, is_open in stappen),
        stand.beantwoord,
        stand.totaal,
        aandacht(_HEEL_PLAN),
        tuple(map(_zin, mislukt)),
    )


def _bevindingen(bestand: Planbestand) -> tuple[Counter[tuple[str, Ernst]], list[Rule[Keuring]]]:
    """Return how much was found by question and weight, and which rules failed."""
    keuring = Keuring(str(bestand.pad), bestand.vragenlijst, bestand.plan, bestand.punten)
    gevonden: Counter[tuple[str, Ernst]] = Counter()
    mislukt = []
    for regel in ANSWER_RULES:
        try:
            vondsten = list(regel.look(keuring))
        except Exception:  # noqa: BLE001 - a bug of ours: the list names it, `controleer` reports it
            mislukt.append(regel)
        else:
            gevonden.update((_vraag_id(vondst, keuring), vondst.ernst) for vondst in vondsten)
    return gevonden, mislukt


def _vraag_id(vondst: Bevinding, keuring: Keuring) -> str:
    if vondst.punt:
        return keuring.punten[vondst.punt - 1].vraag
    return vondst.vraag.id if vondst.vraag else _HEEL_PLAN


def _zin(regel: Rule[Keuring]) -> str:
    return (
        f"“{regel.titel}” kon niet worden nagekeken. Dat ligt niet aan jou: `uitvoeringsplan"
        " controleer` maakt er een verslag van."
    )
