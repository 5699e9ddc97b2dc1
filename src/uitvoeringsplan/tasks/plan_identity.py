"""Whether a file belongs to a plan: it names the same municipality and the same years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.velden import KENMERKEND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.result import ReturnedDocument

_DIGITS = 8  # digits of a field in a key
_EMPTY = "0" * _DIGITS


def plan_key(plan: Plan, lijst: Vragenlijst) -> str:
    """Return the key by which what is made of a plan can be told from that of another.

    It holds a short fingerprint of each field that names a plan, and zeros for one without a value.
    """
    fields = {veld.id: veld for veld in lijst.gegevens if veld.id in KENMERKEND}
    return key_from(
        {id_: antwoord_fingerprint(veld, plan.tekst(veld)) for id_, veld in fields.items()}
    )


def key_from(fingerprints: Mapping[str, str]) -> str:
    """Return the key of the plan that a document was made of, from its fingerprints."""
    return "".join(fingerprints.get(id_, "")[:_DIGITS] or _EMPTY for id_ in KENMERKEND)


def is_other_plan(earlier: str, now: str) -> bool:
    """Whether two keys are of two plans; what one of them does not have makes no difference."""
    parts = range(0, min(len(earlier), len(now)), _DIGITS)
    pairs = [(earlier[i : i + _DIGITS], now[i : i + _DIGITS]) for i in parts]
    return any(a != b and _EMPTY not in (a, b) for a, b in pairs)


def doubts_about_plan(
    plan: Plan, lijst: Vragenlijst, returned: ReturnedDocument
) -> tuple[str, ...]:
    """Return a sentence for every field by which a document may be of another plan.

    A field that was changed in Word is none: then the fingerprint says that the document was made
    with what the plan has. Nor is one that the document and the plan now agree on.
    """
    return tuple(
        f"{veld.label}: in het plan staat “{plan.tekst(veld)}”, in Word “{in_word}”."
        for veld in lijst.gegevens
        if veld.id in KENMERKEND and (in_word := _differs(plan, veld, returned))
    )


def _differs(plan: Plan, veld: Vraag, returned: ReturnedDocument) -> str:
    """Return what the document has for a field of another plan; empty when it is of this one."""
    reading = returned.antwoorden.get(veld.id)
    own = plan.tekst(veld)
    if reading is None or not reading.tekst or not own:
        return ""
    then = returned.herkomst.antwoorden.get(veld.id)
    if then == "" and reading.tekst == veld.standaard:  # shown, and nobody filled it in
        return ""
    is_same = antwoord_fingerprint(veld, own) in (then, antwoord_fingerprint(veld, reading.tekst))
    return "" if is_same else reading.tekst
