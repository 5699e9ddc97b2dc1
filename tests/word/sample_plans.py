"""Plans for the shipped question set: real ones, an empty one, and ones that use everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from package_builder import EVERYTHING
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

ROOT = Path(__file__).resolve().parents[2]
FILES = ("voorbeelden/oudermeer.plan.yaml", "tests/data/maastricht.plan.yaml")
DEFINITIEF = {
    "status": "vastgesteld",
    "vastgesteld-door": "college",
    "datum-vaststelling": "2027-02-16",
}
#: What can differ in the document besides the answers: the layout, and whether it was adopted.
KINDS = {
    "": {},
    "-koppen": {"indeling": "koppen"},
    "-definitief": DEFINITIEF,
    "-koppen-definitief": {"indeling": "koppen", **DEFINITIEF},
}
START = ("oudermeer", "maastricht", "leeg", "vol")
PLAN_NAMES = tuple(start + kind for start in START for kind in KINDS)


class Plannen:
    """The plans by name, each as the document that is asked for gets it."""

    def __init__(self, hele_lijst: Vragenlijst) -> None:
        self.hele_lijst = hele_lijst
        self._heel = {
            **{
                Path(path).name.partition(".")[0]: load_plan(ROOT / path, hele_lijst).plan
                for path in FILES
            },
            "leeg": Plan("polarisatie", "1"),
            "vol": full_plan(hele_lijst),
        }

    def heel(self, name: str) -> Plan:
        """Return the plan with all its answers."""
        start, dash, rest = name.partition("-")
        plan = self._heel[start]
        return plan._replace(gegevens={**plan.gegevens, **KINDS[dash + rest]})

    def __getitem__(self, name: str) -> Plan:
        """Return the plan as the public document gets it."""
        return plan_for(public_part(self.hele_lijst), self.hele_lijst, self.heel(name))

    def intern(self, name: str) -> Plan:
        """Return the plan as the internal document gets it."""
        return plan_for(internal_part(self.hele_lijst), self.hele_lijst, self.heel(name))


def full_plan(lijst: Vragenlijst) -> Plan:
    """Return a plan with an answer to everything, that uses every sign of the markup."""
    full = {v.id: v.normalise(_value(v)) for v in (*lijst.gegevens, *lijst.vragen)}
    fields = {name: full.pop(name) for name in lijst.veld_ids}
    return Plan("polarisatie", "1", fields, full)


def _value(vraag: Vraag) -> str:
    if vraag.type is TYPES["tabel"]:
        return "\n".join(
            "| " + " | ".join(_cel(column.vraag, number) for column in vraag.kolommen) + " |"
            for number in range(4)
        )
    return EVERYTHING if vraag.type.is_block else vraag.standaard or one_line_of(vraag)


def one_line_of(vraag: Vraag) -> str:
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


def _cel(vraag: Vraag, number: int) -> str:
    """Return a cell; the third row has gaps, and dates go down so that sorting shows."""
    if number == 2 and vraag.verplicht.value == "nee":
        return ""
    if vraag.type is TYPES["datum"]:
        return f"2027-0{9 - number}-01"
    if number == 0 and vraag.type is TYPES["regel"]:
        return r"**letterlijk** \| [x](https://x.nl) & <y>"
    return one_line_of(vraag)
