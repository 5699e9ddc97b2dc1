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

_WHOLE_PLAN = ""  # the id of no question


def find_plekken(
    file: Planbestand, steps: Iterable[tuple[Stap, bool]], concepten: Concepten
) -> Plekken:
    """Return the list of these questions, each with whether it is open.

    What is empty is no finding here, nor is an open point: the list shows both by themselves. A
    rule that fails costs nobody the list; a sentence in it says which one did.
    """
    plan = file.plan
    texts = {concept.vraag_id: concept.text.strip("\n") for concept in concepten.every()}
    punten = Counter(punt.vraag for punt in file.punten if punt.is_open)
    found, failed = _bevindingen(file)

    def aandacht(vraag_id: str) -> Aandacht:
        return Aandacht(
            punten[vraag_id],
            found[vraag_id, Ernst.FOUT],
            found[vraag_id, Ernst.WAARSCHUWING],
        )

    def place(step: Stap, *, is_open: bool) -> Plek:
        vraag = step.vraag
        value = plan.value(vraag)
        return Plek(
            vraag.id,
            vraag.label,
            step.onderdeel,
            is_open,
            is_filled=bool(value),
            has_concept=texts.get(vraag.id, value) != value,
            vraag=vraag.vraag,
            aandacht=aandacht(vraag.id),
        )

    progress = voortgang(file.vragenlijst, plan)
    return Plekken(
        tuple(place(step, is_open=is_open) for step, is_open in steps),
        progress.beantwoord,
        progress.total,
        aandacht(_WHOLE_PLAN),
        tuple(map(_sentence, failed)),
    )


def _bevindingen(file: Planbestand) -> tuple[Counter[tuple[str, Ernst]], list[Rule[Keuring]]]:
    """Return how much was found by question and weight, and which rules failed."""
    keuring = Keuring(str(file.path), file.vragenlijst, file.plan, file.punten)
    found: Counter[tuple[str, Ernst]] = Counter()
    failed = []
    for line in ANSWER_RULES:
        try:
            findings = list(line.look(keuring))
        except Exception:  # noqa: BLE001 - a bug of ours: the list names it, `controleer` reports it
            failed.append(line)
        else:
            found.update((_vraag_id(finding, keuring), finding.ernst) for finding in findings)
    return found, failed


def _vraag_id(finding: Bevinding, keuring: Keuring) -> str:
    if finding.punt:
        return keuring.punten[finding.punt - 1].vraag
    return finding.vraag.id if finding.vraag else _WHOLE_PLAN


def _sentence(line: Rule[Keuring]) -> str:
    return (
        f"“{line.titel}” kon niet worden nagekeken. Dat ligt niet aan jou: `uitvoeringsplan"
        " controleer` maakt er een verslag van."
    )
