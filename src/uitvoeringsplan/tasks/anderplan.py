"""Whether a Word file belongs to a plan: it names the same municipality and the same years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import KENMERKEND
from uitvoeringsplan.model.vingerafdruk import antwoordafdruk

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.terug.uitkomst import Teruggelezen


def doubts_about_plan(plan: Plan, lijst: Vragenlijst, terug: Teruggelezen) -> tuple[str, ...]:
    """Return a sentence for every field by which a document may be of another plan.

    A field that was changed in Word is none: then the fingerprint says that the document was made
    with what the plan has. Nor is one that the document and the plan now agree on.
    """
    return tuple(
        f"{veld.label}: in het plan staat “{plan.tekst(veld)}”, in Word “{in_word}”."
        for veld in lijst.gegevens
        if veld.id in KENMERKEND and (in_word := _ander(plan, veld, terug))
    )


def _ander(plan: Plan, veld: Vraag, terug: Teruggelezen) -> str:
    """Return what the document has for a field of another plan; empty when it is of this one."""
    gelezen = terug.antwoorden.get(veld.id)
    eigen = plan.tekst(veld)
    if gelezen is None or not gelezen.tekst or not eigen:
        return ""
    toen = terug.herkomst.antwoorden.get(veld.id)
    if toen == "" and gelezen.tekst == veld.standaard:  # shown, and nobody filled it in
        return ""
    is_zelfde = antwoordafdruk(veld, eigen) in (toen, antwoordafdruk(veld, gelezen.tekst))
    return "" if is_zelfde else gelezen.tekst
