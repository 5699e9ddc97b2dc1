"""A plan in a few words, and what one rule finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import Keuring
from uitvoeringsplan.checks.plan.rules import RULES
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from uitvoeringsplan.model.bevinding import Bevinding

LIJST = load_vragenlijst(find_vragen())
_REGEL = {regel.id: regel for regel in RULES}


def keuring(*, punten=(), document=None, ernaast=None, **teksten) -> Keuring:
    """Return a plan with these fields and answers; underscores in their names are hyphens."""
    kaal = {naam.replace("_", "-"): tekst for naam, tekst in teksten.items()}
    gezet = {naam: LIJST.vraag(naam).normalise(tekst) for naam, tekst in kaal.items()}
    gegevens = {naam: tekst for naam, tekst in gezet.items() if naam in LIJST.veld_ids}
    antwoorden = {naam: tekst for naam, tekst in gezet.items() if naam not in LIJST.veld_ids}
    plan = Plan("polarisatie", "1", gegevens, antwoorden)
    return Keuring("dorp.plan.yaml", LIJST, plan, punten, document, ernaast)


def vondsten(regel_id: str, **plan) -> list[Bevinding]:
    """Return what one rule finds in such a plan."""
    return list(_REGEL[regel_id].look(keuring(**plan)))


def kort(regel_id: str, **plan) -> list[tuple[str, str]]:
    """Return the weight and the question of everything that a rule finds."""
    return [(str(v.ernst), v.vraag.id if v.vraag else "") for v in vondsten(regel_id, **plan)]
