"""All rules over one plan, and those that look at one answer while somebody is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.completeness import COMPLETENESS_RULES
from uitvoeringsplan.checks.plan.dates import DATE_RULES
from uitvoeringsplan.checks.plan.documents import DOCUMENT_RULES
from uitvoeringsplan.checks.plan.keuring import Keuring
from uitvoeringsplan.checks.plan.links import LINK_RULES
from uitvoeringsplan.checks.plan.person_names import PERSON_NAME_RULE
from uitvoeringsplan.checks.plan.privacy import INTERNAL_RULE, PERSONAL_DATA_RULE
from uitvoeringsplan.checks.plan.wording import LEFTOVER_RULE, MUNICIPALITY_RULE, WORDING_RULES
from uitvoeringsplan.model.bevinding import Bevinding, Ernst, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

#: What a plan has when it cannot be read: no rule can look at it.
UNREADABLE: Rule[Keuring] = Rule(
    "onleesbaar",
    "Het plan is te lezen",
    "Een plan is een YAML-bestand met antwoorden op de vragen van de vragenlijst. Is het niet te"
    " lezen, dan noemt de melding wat er mis is en waar.",
    Ernst.FOUT,
    lambda _keuring: (),
)
#: What of the text of a plan does not count, though it can be read.
NOT_COUNTED: Rule[Keuring] = Rule(
    "telt-niet-mee",
    "Alles wat in het plan staat, telt mee",
    "Achter een waarde zonder aanhalingstekens begint met een spatie en een # een opmerking van"
    " YAML. Wat daar staat, komt nergens terug.",
    Ernst.WAARSCHUWING,
    lambda _keuring: (),
)
#: What needs nothing but what was filled in, and says what is wrong with it.
ANSWER_RULES: tuple[Rule[Keuring], ...] = (
    LEFTOVER_RULE,
    *LINK_RULES,
    PERSONAL_DATA_RULE,
    PERSON_NAME_RULE,
    MUNICIPALITY_RULE,
    *DATE_RULES,
    *WORDING_RULES,
    INTERNAL_RULE,
)
#: Mistakes of the hand. What is still missing, or could be written better, can wait.
INPUT_RULES: tuple[Rule[Keuring], ...] = (
    PERSON_NAME_RULE,
    MUNICIPALITY_RULE,
    *DATE_RULES,
    PERSONAL_DATA_RULE,
)
RULES: tuple[Rule[Keuring], ...] = (
    *COMPLETENESS_RULES,
    *ANSWER_RULES,
    *DOCUMENT_RULES,
)


def check_plan(keuring: Keuring) -> Iterator[Bevinding]:
    """Return everything that the rules find, in the order of the rules."""
    for rule in RULES:
        yield from rule.check(keuring)


def brought_by(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, value: str) -> tuple[str, ...]:
    """Return what the rules find when this answer stands in the plan, and not as it is now.

    `value` is the answer as it is stored. Of a long one only the lines are looked at that are
    not the same: nobody should wait for what was there already.
    """
    stood = plan.text(vraag)
    if value == stood:
        return ()
    after = _messages(vragenlijst, plan, vraag, _without(value, stood))
    before = _messages(vragenlijst, plan, vraag, _without(stood, value)) if after else ()
    return tuple(message for message in dict.fromkeys(after) if message not in before)


def _without(text: str, other: str) -> str:
    """Return the lines of a text that the other does not have."""
    lines = frozenset(other.split("\n"))
    return "\n".join(line for line in text.split("\n") if line not in lines)


def _messages(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, value: str) -> tuple[str, ...]:
    keuring = Keuring("", vragenlijst, _met(vragenlijst, plan, vraag, value), over=vraag)
    return tuple(found.message for rule in INPUT_RULES for found in rule.look(keuring))


def _met(vragenlijst: Vragenlijst, plan: Plan, vraag: Vraag, value: str) -> Plan:
    if vraag.id in vragenlijst.veld_ids:
        return plan._replace(gegevens={**plan.gegevens, vraag.id: value})
    return plan._replace(antwoorden={**plan.antwoorden, vraag.id: value})
