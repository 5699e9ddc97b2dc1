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
_LINE = {line.id: line for line in RULES}


def keuring(*, punten=(), document=None, beside=None, **texts) -> Keuring:
    """Return a plan with these fields and answers; underscores in their names are hyphens."""
    bare = {name.replace("_", "-"): text for name, text in texts.items()}
    put = {name: LIJST.vraag(name).normalise(text) for name, text in bare.items()}
    gegevens = {name: text for name, text in put.items() if name in LIJST.veld_ids}
    antwoorden = {name: text for name, text in put.items() if name not in LIJST.veld_ids}
    plan = Plan("polarisatie", "1", gegevens, antwoorden)
    return Keuring("dorp.plan.yaml", LIJST, plan, punten, document, beside)


def bevindingen(line_id: str, **plan) -> list[Bevinding]:
    """Return what one rule finds in such a plan."""
    return list(_LINE[line_id].look(keuring(**plan)))


def short(line_id: str, **plan) -> list[tuple[str, str]]:
    """Return the weight and the question of everything that a rule finds."""
    return [(str(v.ernst), v.vraag.id if v.vraag else "") for v in bevindingen(line_id, **plan)]
