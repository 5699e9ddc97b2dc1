"""Which part of a question set and a plan one document is about: the public, or the internal part.

What writes a document only ever gets such a part. An internal answer can therefore not end up in
the public document, whatever the template says: there the question does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.model.plan import without_hidden

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


def public_part(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Return the question set without its internal chapters."""
    return _part(vragenlijst, intern=False)


def internal_part(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Return the internal chapters as a question set; raises GebruikError when there are none."""
    if vragenlijst.intern is None:
        raise GebruikError(
            "Deze vragenlijst heeft geen hoofdstukken die intern blijven. Laat --intern weg."
        )
    titel, sjabloon = vragenlijst.intern
    return _part(vragenlijst, intern=True)._replace(titel=titel, sjabloon=sjabloon, intern=None)


def plan_for(part: Vragenlijst, vragenlijst: Vragenlijst, plan: Plan) -> Plan:
    """Return the plan with the answers to `part` alone; `vragenlijst` is the whole set.

    Conditions are weighed with all answers, for they may look at other parts.
    """
    plan = without_hidden(vragenlijst, plan)
    ids = {vraag.id for vraag in part.vragen}
    return plan._replace(antwoorden={id_: t for id_, t in plan.antwoorden.items() if id_ in ids})


def _part(vragenlijst: Vragenlijst, *, intern: bool) -> Vragenlijst:
    return vragenlijst._replace(
        gegevens=tuple(map(_weighed, vragenlijst.gegevens)),
        hoofdstukken=tuple(
            _weighed_hoofdstuk(hoofdstuk)
            for hoofdstuk in vragenlijst.hoofdstukken
            if hoofdstuk.is_intern == intern
        ),
    )


def _weighed_hoofdstuk(hoofdstuk: Hoofdstuk) -> Hoofdstuk:
    return hoofdstuk._replace(
        vragen=tuple(map(_weighed, hoofdstuk.vragen)),
        rijen=tuple(
            rij._replace(vragen=tuple(map(_weighed, rij.vragen))) for rij in hoofdstuk.rijen
        ),
    )


def _weighed(vraag: Vraag) -> Vraag:
    """Return the question without its condition, which `plan_for` has weighed already."""
    return vraag if vraag.als is None else vraag._replace(als=None)
