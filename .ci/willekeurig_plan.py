"""Random plans for the gates: every type of answer, from an empty plan to one of a megabyte.

The draw is fixed: the same number gives the same plan.
"""

from __future__ import annotations

import random
from pathlib import Path

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.yamltext.yaml_writer import plan_text

LIJST = load_vragenlijst(Path("vragen.yaml"))
WOORDEN = (
    "gemeente", "wijk", "**vet**", "*schuin*", "[KIS](https://www.kis.nl/?a=1&b=2)", "€ 12.000",
    "Súdwest-Fryslân", "<tag>", "a & b", "“citaat”", "x" * 60, "ʼs-Hertogenbosch", "İstanbul",
    "2 < 3 > 1", "]]>", "**", "[los", "een\u00a0vast\u00a0woord", "日本", "🙂", "a–b", "|", "\\|",
)  # fmt: skip
MEGABYTE = 2**20


def zin(toeval: random.Random, woorden: int) -> str:
    """Return one line of words."""
    return " ".join(toeval.choice(WOORDEN) for _ in range(toeval.randint(1, woorden)))


def antwoord(toeval: random.Random, vraag: Vraag, grootte: int) -> str:
    """Return a random answer of the type of the question, of about `grootte` paragraphs."""
    match vraag.type.name:
        case "tabel":
            rijen = (
                [cel(toeval, kolom) for kolom in vraag.kolommen]
                for _ in range(toeval.randint(1, grootte))
            )
            return write_tabel(rijen)
        case "lijst":
            return "\n".join(f"- {zin(toeval, 12)}" for _ in range(grootte))
        case "tekst":
            vormen = ("{}\n", "{}\n", "- {}", "  - {}", "1. {}", "  1. {}", "{}")
            return "\n".join(toeval.choice(vormen).format(zin(toeval, 30)) for _ in range(grootte))
    return cel(toeval, vraag)


def cel(toeval: random.Random, vraag: Kolom | Vraag) -> str:
    """Return a random answer of one line; one that is required is never empty."""
    moet = isinstance(vraag, Kolom) and vraag.verplicht
    if not moet and toeval.random() < 0.2:
        return ""
    match vraag.type.name:
        case "keuze" | "meerkeuze":
            return toeval.choice(vraag.keuzes)
        case "datum":
            jaar, maand, dag = (
                toeval.randint(1995, 2060),
                toeval.randint(1, 12),
                toeval.randint(1, 28),
            )
            return f"{jaar}-{maand:02}-{dag:02}"
        case "getal":
            return str(toeval.randint(2020, 2040))
        case "janee":
            return toeval.choice(("ja", "nee"))
    return zin(toeval, 5)


def past(vraag: Vraag, tekst: str) -> str:
    """Return the text as the plan stores it, or nothing when the question does not take it."""
    try:
        return vraag.normalise(tekst)
    except AntwoordError:
        return ""


def maak_plan(nummer: int, map_: Path) -> Path:
    """Write the plan with this number: the first is empty, every 25th has a megabyte of answers."""
    toeval = random.Random(nummer)  # noqa: S311 - a fixed draw, nothing secret
    deel = 0.0 if nummer == 0 else toeval.random()
    gegevens = {
        veld.id: past(veld, antwoord(toeval, veld, 2))
        for veld in LIJST.gegevens
        if toeval.random() < deel
    }
    antwoorden = {
        vraag.id: past(vraag, antwoord(toeval, vraag, toeval.randint(1, 8)))
        for vraag in LIJST.vragen
        if toeval.random() < deel
    }
    if nummer % 25 == 24:
        groot = LIJST.vaste_vragen[nummer % 20]
        antwoorden[groot.id] = past(groot, f"{zin(toeval, 30)}\n\n" * (MEGABYTE // 400))
    pad = map_ / f"plan-{nummer:03}.plan.yaml"
    pad.write_text(plan_text(LIJST, gegevens, antwoorden), encoding="utf-8")
    punten = [punt(toeval, vraag.id) for vraag in LIJST.vragen if toeval.random() < deel / 2]
    pad.write_bytes(add_punten(load_plan(pad, LIJST), punten).data)
    return pad


def punt(toeval: random.Random, vraag_id: str) -> OpenPunt:
    """Return an open point about a question, or about the whole plan."""
    dag = f"2027-0{toeval.randint(1, 9)}-11"
    return OpenPunt(
        toeval.choice((vraag_id, vraag_id, "")), zin(toeval, 3), toeval.choice(("", dag)),
        zin(toeval, 2), f"{zin(toeval, 9)}\n{zin(toeval, 9)}",
    )  # fmt: skip
