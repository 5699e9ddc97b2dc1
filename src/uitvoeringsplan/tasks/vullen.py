"""A plan and a template to the bytes of its document, with the options that it was asked with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.uitgave import plan_voor
from uitvoeringsplan.tasks.tekenen import teken
from uitvoeringsplan.word.invullen import vul_in
from uitvoeringsplan.word.maakopties import with_options

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.aankleden import Aangekleed, Sjablonen
    from uitvoeringsplan.word.opmerkingen.schrijven import Punten

INDELING = "indeling"  # the field of the plan that chooses the layout
SJABLOON, HUISSTIJL, INTERN, MET_PUNTEN = "sjabloon", "huisstijl", "intern", "met-punten"


class Keuze(NamedTuple):
    """How a document is asked for; `deel` is the part of the question set that it is about."""

    deel: Vragenlijst
    indeling: str = ""  # instead of what the plan says
    intern: bool = False
    met_punten: bool = False  # a working copy, with the open points as comments


class Gevuld(NamedTuple):
    """A finished document, and what it was made of."""

    data: bytes
    heel: Plan  # with what the public document leaves out
    plan: Plan
    aangekleed: Aangekleed
    punten: Punten | None


def vul_plan_in(bestand: Planbestand, sjablonen: Sjablonen, keuze: Keuze) -> Gevuld:
    """Return the document of a plan. The same files and options give the same bytes.

    Raises SjabloonError, HuisstijlError or BestandError.
    """
    aangekleed = sjablonen.voor(bestand.pad)
    heel = bestand.plan
    opties = sjablonen.opties(aangekleed.huisstijl)
    if keuze.indeling and keuze.indeling != heel.gegevens.get(INDELING):
        heel = replace(heel, gegevens={**heel.gegevens, INDELING: keuze.indeling})
        opties[INDELING] = keuze.indeling
    opties |= {INTERN: "ja"} if keuze.intern else {}
    opties |= {MET_PUNTEN: "ja"} if keuze.met_punten else {}
    plan = plan_voor(keuze.deel, bestand.vragenlijst, heel)
    beelden = teken(aangekleed.sjabloon, keuze.deel, plan, aangekleed.huisstijl)
    punten = _open_punten(bestand) if keuze.met_punten else None
    data = vul_in(aangekleed.sjabloon, keuze.deel, plan, beelden, punten)
    return Gevuld(with_options(data, opties), heel, plan, aangekleed, punten)


def _open_punten(bestand: Planbestand) -> Punten:
    from uitvoeringsplan.word.opmerkingen.schrijven import Punten  # noqa: PLC0415 - rare

    return Punten(punt for punt in bestand.punten if punt.is_open)
