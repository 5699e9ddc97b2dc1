"""All rules over one plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.checks.plan.basis import Ernst, Planregel, Vondst
from uitvoeringsplan.checks.plan.datums import DATUMREGELS
from uitvoeringsplan.checks.plan.document import DOCUMENTREGELS
from uitvoeringsplan.checks.plan.gegevens import GEGEVENSREGELS
from uitvoeringsplan.checks.plan.invulteksten import INVULTEKSTREGELS
from uitvoeringsplan.checks.plan.links import LINKREGELS
from uitvoeringsplan.checks.plan.personen import PERSOONSREGELS
from uitvoeringsplan.checks.plan.tekstregels import TEKSTREGELS
from uitvoeringsplan.checks.plan.uitlekken import UITLEKREGELS
from uitvoeringsplan.checks.plan.volledigheid import VOLLEDIGHEIDSREGELS
from uitvoeringsplan.checks.plan.woordbestand import WOORDREGELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Keuring

#: What a plan has when it cannot be read: no rule can look at it.
ONLEESBAAR = Planregel(
    "onleesbaar",
    "Het plan is te lezen",
    "Een plan is een YAML-bestand met antwoorden op de vragen van de vragenlijst. Is het niet te"
    " lezen, dan noemt de melding wat er mis is en waar.",
    Ernst.FOUT,
    lambda _keuring: (),
)
#: What of the text of a plan does not count, though it can be read.
TELT_NIET_MEE = Planregel(
    "telt-niet-mee",
    "Alles wat in het plan staat, telt mee",
    "Achter een waarde zonder aanhalingstekens begint met een spatie en een # een opmerking van"
    " YAML. Wat daar staat, komt nergens terug.",
    Ernst.WAARSCHUWING,
    lambda _keuring: (),
)
#: What needs nothing but what was filled in, and says what is wrong with it.
ANTWOORDREGELS: tuple[Planregel, ...] = (
    *INVULTEKSTREGELS,
    *LINKREGELS,
    *PERSOONSREGELS,
    *GEGEVENSREGELS,
    *DATUMREGELS,
    *TEKSTREGELS,
    *UITLEKREGELS,
)
REGELS: tuple[Planregel, ...] = (
    *VOLLEDIGHEIDSREGELS,
    *ANTWOORDREGELS,
    *WOORDREGELS,
    *DOCUMENTREGELS,
)


class Planbevinding(NamedTuple):
    """What one rule found, with the rule."""

    regel: Planregel
    vondst: Vondst


def controleer_plan(keuring: Keuring) -> Iterator[Planbevinding]:
    """Return everything that the rules find, in the order of the rules."""
    for regel in REGELS:
        for vondst in regel.zoek(keuring):
            yield Planbevinding(regel, vondst)
