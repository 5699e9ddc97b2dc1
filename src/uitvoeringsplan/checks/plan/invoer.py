"""What one answer brings: the findings that are worth a word while somebody is still there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Keuring
from uitvoeringsplan.checks.plan.datums import DATUMREGELS
from uitvoeringsplan.checks.plan.gegevens import GEGEVENSREGELS
from uitvoeringsplan.checks.plan.personen import PERSOONSREGELS

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

#: Rules on mistakes of the hand. What is still missing, or could be written better, can wait.
INVOERREGELS = (*GEGEVENSREGELS, *DATUMREGELS, *PERSOONSREGELS)


def brought_by(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, waarde: str) -> tuple[str, ...]:
    """Return what the rules find when this answer stands in the plan, and not as it is now.

    `waarde` is the answer as it is stored. Of a long one only the lines are looked at that are
    not the same: nobody should wait for what was there already.
    """
    stond = plan.tekst(vraag)
    if waarde == stond:
        return ()
    na = _meldingen(vragenlijst, plan, vraag, _zonder(waarde, stond))
    voor = _meldingen(vragenlijst, plan, vraag, _zonder(stond, waarde)) if na else ()
    return tuple(melding for melding in dict.fromkeys(na) if melding not in voor)


def _zonder(tekst: str, ander: str) -> str:
    """Return the lines of a text that the other does not have."""
    regels = frozenset(ander.split("\n"))
    return "\n".join(regel for regel in tekst.split("\n") if regel not in regels)


def _meldingen(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, waarde: str) -> tuple[str, ...]:
    keuring = Keuring("", vragenlijst, _met(vragenlijst, plan, vraag, waarde), over=vraag)
    return tuple(vondst.melding for regel in INVOERREGELS for vondst in regel.zoek(keuring))


def _met(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, waarde: str) -> Plan:
    if vraag.id in vragenlijst.veld_ids:
        return replace(plan, gegevens={**plan.gegevens, vraag.id: waarde})
    return replace(plan, antwoorden={**plan.antwoorden, vraag.id: waarde})
