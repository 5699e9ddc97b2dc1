"""Plans for the shipped question set: real ones, an empty one, and ones that use everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from package_builder import ALLES
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WORTEL = Path(__file__).resolve().parents[2]
BESTANDEN = ("voorbeelden/oudermeer.plan.yaml", "tests/data/maastricht.plan.yaml")
DEFINITIEF = {
    "status": "vastgesteld",
    "vastgesteld-door": "college",
    "datum-vaststelling": "2027-02-16",
}
#: What can differ in the document besides the answers: the layout, and whether it was adopted.
SOORTEN = {
    "": {},
    "-koppen": {"indeling": "koppen"},
    "-definitief": DEFINITIEF,
    "-koppen-definitief": {"indeling": "koppen", **DEFINITIEF},
}
BEGIN = ("oudermeer", "maastricht", "leeg", "vol")
PLANNAMEN = tuple(begin + soort for begin in BEGIN for soort in SOORTEN)


class Plannen:
    """The plans by name, each as the document that is asked for gets it."""

    def __init__(self, hele_lijst: Vragenlijst) -> None:
        self.hele_lijst = hele_lijst
        self._heel = {
            **{
                Path(pad).name.partition(".")[0]: load_plan(WORTEL / pad, hele_lijst).plan
                for pad in BESTANDEN
            },
            "leeg": Plan("polarisatie", "1"),
            "vol": vol_plan(hele_lijst),
        }

    def heel(self, naam: str) -> Plan:
        """Return the plan with all its answers."""
        begin, streep, rest = naam.partition("-")
        plan = self._heel[begin]
        return plan._replace(gegevens={**plan.gegevens, **SOORTEN[streep + rest]})

    def __getitem__(self, naam: str) -> Plan:
        """Return the plan as the public document gets it."""
        return plan_for(public_part(self.hele_lijst), self.hele_lijst, self.heel(naam))

    def intern(self, naam: str) -> Plan:
        """Return the plan as the internal document gets it."""
        return plan_for(internal_part(self.hele_lijst), self.hele_lijst, self.heel(naam))


def vol_plan(lijst: Vragenlijst) -> Plan:
    """Return a plan with an answer to everything, that uses every sign of the markup."""
    vol = {v.id: v.normalise(_waarde(v)) for v in (*lijst.gegevens, *lijst.vragen)}
    velden = {naam: vol.pop(naam) for naam in lijst.veld_ids}
    return Plan("polarisatie", "1", velden, vol)


def _waarde(vraag: Vraag) -> str:
    if vraag.type is TYPES["tabel"]:
        return "\n".join(
            "| " + " | ".join(_cel(kolom.vraag, nummer) for kolom in vraag.kolommen) + " |"
            for nummer in range(4)
        )
    return ALLES if vraag.type.is_blok else vraag.standaard or een_regel(vraag)


def een_regel(vraag: Vraag) -> str:
    """Return an answer of one line."""
    if vraag.id == "gemeentecode":
        return "gm0935"
    if vraag.id == "contact":
        return "post@gemeente.example"
    per_type = {
        TYPES["datum"]: "2027-02-04",
        TYPES["getal"]: "2027",
        TYPES["regel"]: "1.0 & <2>",
    }
    return per_type.get(vraag.type) or vraag.keuzes[0]


def _cel(vraag: Vraag, nummer: int) -> str:
    """Return a cell; the third row has gaps, and dates go down so that sorting shows."""
    if nummer == 2 and vraag.verplicht.value == "nee":
        return ""
    if vraag.type is TYPES["datum"]:
        return f"2027-0{9 - nummer}-01"
    if nummer == 0 and vraag.type is TYPES["regel"]:
        return r"**letterlijk** \| [x](https://x.nl) & <y>"
    return een_regel(vraag)
