"""Twenty pairs of plans: real ones, empty and full ones, and ones that someone edited."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from uitvoeringsplan.model.tabel import read_tabel, write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import plan_for, public_part

if TYPE_CHECKING:
    from sample_plans import Plannen

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag

FIXED = (
    ("oudermeer", "maastricht"),
    ("maastricht", "oudermeer-koppen"),
    ("leeg", "vol"),
    ("vol", "leeg"),
    ("vol-koppen", "leeg-koppen-definitief"),
    ("leeg-definitief", "oudermeer-definitief"),
    ("oudermeer", "oudermeer-definitief"),
    ("vol-definitief", "maastricht"),
)
EDITED = 12  # pairs made by editing, so that there are twenty
NAMES = (*(f"{old} > {new}" for old, new in FIXED), *(f"bewerkt {n}" for n in range(EDITED)))

_ZINNEN = (
    "De gemeente spreekt elk kwartaal met **sleutelfiguren** uit de wijk.",
    "Bij spanning belt het wijkteam binnen een dag; dat staat in [de afspraak](https://x.nl/a?b=1).",
    "*Niet elk* meningsverschil vraagt om een aanpak.",
    "R&D <b> kost 3.000 euro per jaar,\nook in 2028.",
    "[Lees **meer**](https://x.nl/b) over de dialoog.",
)
_START = ("", "", "- ", "  - ", "1. ", "4. ", "  2. ")


def planpaar(plannen: Plannen, name: str) -> tuple[Plan, Plan]:
    """Return the old and the new plan, as the public document gets them."""
    if " > " in name:
        old, new = name.split(" > ")
        return plannen[old], plannen[new]
    source = random.Random(name)  # noqa: S311 - the same edits every time
    basis = source.choice(("oudermeer", "maastricht"))
    kinds = ["", "-koppen", "-definitief"]
    heel = plannen.heel(basis + source.choice(kinds))
    lijst = plannen.hele_lijst
    new = heel._replace(
        gegevens={**heel.gegevens, **_bewerkte(source, lijst.gegevens, heel, 4)},
        antwoorden={**heel.antwoorden, **_bewerkte(source, lijst.vragen, heel, 9)},
    )
    pair = [new, heel] if source.random() < 0.5 else [heel, new]
    part = public_part(lijst)
    old, new = (plan_for(part, lijst, plan) for plan in pair)
    return old, new


def _bewerkte(
    source: random.Random, vragen: tuple[Vraag, ...], plan: Plan, count: int
) -> dict[str, str]:
    """Return new texts for some questions; one with a choice or a date is only ever emptied."""
    result = {}
    for vraag in source.sample(vragen, count):
        old = plan.text(vraag)
        if vraag.type is TYPES["tabel"]:
            result[vraag.id] = _other_rijen(source, vraag, old)
        elif vraag.type.is_block and not vraag.keuzes:
            result[vraag.id] = vraag.normalise(_other_text(source, old))
        elif vraag.type is TYPES["regel"] and not vraag.controle.patroon:
            result[vraag.id] = vraag.normalise(
                source.choice(("", f"{old} en anderen", "iets anders"))
            )
        elif vraag.id != "status":
            result[vraag.id] = ""
    return result


def _other_text(source: random.Random, old: str) -> str:
    if source.random() < 0.15:
        return ""
    lines = old.split("\n")
    for _ in range(source.randint(1, 4)):
        place = source.randrange(len(lines) + 1)
        kind = source.choice(("erbij", "weg", "woord", "begin"))
        if kind == "erbij" or place == len(lines):
            lines[place:place] = ["", source.choice(_START) + source.choice(_ZINNEN)]
        elif kind == "weg":
            del lines[place]
        elif kind == "begin" and lines[place]:
            lines[place] = source.choice(_START) + lines[place].lstrip(" -1234567890.")
        else:
            words = lines[place].split(" ")
            start = source.randrange(len(words))
            words[start : start + source.randint(0, 3)] = source.choice(_ZINNEN).split()[:2]
            lines[place] = " ".join(words)
    return "\n".join(lines)


def _other_rijen(source: random.Random, vraag: Vraag, old: str) -> str:
    rows = [list(row) for row in read_tabel(vraag.kolommen, old)]
    if source.random() < 0.2:
        return ""
    kan = [i for i, column in enumerate(vraag.kolommen) if column.type is TYPES["regel"]]
    new = ["nieuwe cel" if i in kan else "" for i in range(len(vraag.kolommen))]
    rows.insert(source.randrange(len(rows) + 1), new)
    for row in source.sample(rows, min(2, len(rows))):
        row[source.choice(kan)] = "andere woorden"
    if len(rows) > 2:
        del rows[source.randrange(len(rows))]
    return write_tabel(rows)
