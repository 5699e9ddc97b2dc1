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

VAST = (
    ("oudermeer", "maastricht"),
    ("maastricht", "oudermeer-koppen"),
    ("leeg", "vol"),
    ("vol", "leeg"),
    ("vol-koppen", "leeg-koppen-definitief"),
    ("leeg-definitief", "oudermeer-definitief"),
    ("oudermeer", "oudermeer-definitief"),
    ("vol-definitief", "maastricht"),
)
BEWERKT = 12  # pairs made by editing, so that there are twenty
NAMEN = (*(f"{oud} > {nieuw}" for oud, nieuw in VAST), *(f"bewerkt {n}" for n in range(BEWERKT)))

_ZINNEN = (
    "De gemeente spreekt elk kwartaal met **sleutelfiguren** uit de wijk.",
    "Bij spanning belt het wijkteam binnen een dag; dat staat in [de afspraak](https://x.nl/a?b=1).",
    "*Niet elk* meningsverschil vraagt om een aanpak.",
    "R&D <b> kost 3.000 euro per jaar,\nook in 2028.",
    "[Lees **meer**](https://x.nl/b) over de dialoog.",
)
_BEGIN = ("", "", "- ", "  - ", "1. ", "4. ", "  2. ")


def planpaar(plannen: Plannen, naam: str) -> tuple[Plan, Plan]:
    """Return the old and the new plan, as the public document gets them."""
    if " > " in naam:
        oud, nieuw = naam.split(" > ")
        return plannen[oud], plannen[nieuw]
    bron = random.Random(naam)  # noqa: S311 - the same edits every time
    basis = bron.choice(("oudermeer", "maastricht"))
    soorten = ["", "-koppen", "-definitief"]
    heel = plannen.heel(basis + bron.choice(soorten))
    lijst = plannen.hele_lijst
    nieuw = heel._replace(
        gegevens={**heel.gegevens, **_bewerkte(bron, lijst.gegevens, heel, 4)},
        antwoorden={**heel.antwoorden, **_bewerkte(bron, lijst.vragen, heel, 9)},
    )
    paar = [nieuw, heel] if bron.random() < 0.5 else [heel, nieuw]
    deel = public_part(lijst)
    oud, nieuw = (plan_for(deel, lijst, plan) for plan in paar)
    return oud, nieuw


def _bewerkte(
    bron: random.Random, vragen: tuple[Vraag, ...], plan: Plan, aantal: int
) -> dict[str, str]:
    """Return new texts for some questions; one with a choice or a date is only ever emptied."""
    uit = {}
    for vraag in bron.sample(vragen, aantal):
        oud = plan.tekst(vraag)
        if vraag.type is TYPES["tabel"]:
            uit[vraag.id] = _andere_rijen(bron, vraag, oud)
        elif vraag.type.is_blok and not vraag.keuzes:
            uit[vraag.id] = vraag.normalise(_andere_tekst(bron, oud))
        elif vraag.type is TYPES["regel"] and not vraag.controle.patroon:
            uit[vraag.id] = vraag.normalise(bron.choice(("", f"{oud} en anderen", "iets anders")))
        elif vraag.id != "status":
            uit[vraag.id] = ""
    return uit


def _andere_tekst(bron: random.Random, oud: str) -> str:
    if bron.random() < 0.15:
        return ""
    regels = oud.split("\n")
    for _ in range(bron.randint(1, 4)):
        plek = bron.randrange(len(regels) + 1)
        soort = bron.choice(("erbij", "weg", "woord", "begin"))
        if soort == "erbij" or plek == len(regels):
            regels[plek:plek] = ["", bron.choice(_BEGIN) + bron.choice(_ZINNEN)]
        elif soort == "weg":
            del regels[plek]
        elif soort == "begin" and regels[plek]:
            regels[plek] = bron.choice(_BEGIN) + regels[plek].lstrip(" -1234567890.")
        else:
            woorden = regels[plek].split(" ")
            van = bron.randrange(len(woorden))
            woorden[van : van + bron.randint(0, 3)] = bron.choice(_ZINNEN).split()[:2]
            regels[plek] = " ".join(woorden)
    return "\n".join(regels)


def _andere_rijen(bron: random.Random, vraag: Vraag, oud: str) -> str:
    rijen = [list(rij) for rij in read_tabel(vraag.kolommen, oud)]
    if bron.random() < 0.2:
        return ""
    kan = [i for i, kolom in enumerate(vraag.kolommen) if kolom.type is TYPES["regel"]]
    nieuw = ["nieuwe cel" if i in kan else "" for i in range(len(vraag.kolommen))]
    rijen.insert(bron.randrange(len(rijen) + 1), nieuw)
    for rij in bron.sample(rijen, min(2, len(rijen))):
        rij[bron.choice(kan)] = "andere woorden"
    if len(rijen) > 2:
        del rijen[bron.randrange(len(rijen))]
    return write_tabel(rijen)
