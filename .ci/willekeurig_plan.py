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
WORDS = (
    "gemeente", "wijk", "**vet**", "*schuin*", "[KIS](https://www.kis.nl/?a=1&b=2)", "€ 12.000",
    "Súdwest-Fryslân", "<tag>", "a & b", "“citaat”", "x" * 60, "ʼs-Hertogenbosch", "İstanbul",
    "2 < 3 > 1", "]]>", "**", "[los", "een\u00a0vast\u00a0woord", "日本", "🙂", "a–b", "|", "\\|",
)  # fmt: skip
MEGABYTE = 2**20


def zin(chance: random.Random, words: int) -> str:
    """Return one line of words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, words)))


def antwoord(chance: random.Random, vraag: Vraag, size: int) -> str:
    """Return a random answer of the type of the question, of about `size` paragraphs."""
    match vraag.type.name:
        case "tabel":
            rijen = (
                [cel(chance, kolom) for kolom in vraag.kolommen]
                for _ in range(chance.randint(1, size))
            )
            return write_tabel(rijen)
        case "lijst":
            return "\n".join(f"- {zin(chance, 12)}" for _ in range(size))
        case "tekst":
            forms = ("{}\n", "{}\n", "- {}", "  - {}", "1. {}", "  1. {}", "{}")
            return "\n".join(chance.choice(forms).format(zin(chance, 30)) for _ in range(size))
    return cel(chance, vraag)


def cel(chance: random.Random, vraag: Kolom | Vraag) -> str:
    """Return a random answer of one line; one that is required is never empty."""
    moet = isinstance(vraag, Kolom) and vraag.verplicht
    if not moet and chance.random() < 0.2:
        return ""
    match vraag.type.name:
        case "keuze" | "meerkeuze":
            return chance.choice(vraag.keuzes)
        case "datum":
            year, month, day = (
                chance.randint(1995, 2060),
                chance.randint(1, 12),
                chance.randint(1, 28),
            )
            return f"{year}-{month:02}-{day:02}"
        case "getal":
            return str(chance.randint(2020, 2040))
        case "janee":
            return chance.choice(("ja", "nee"))
    return zin(chance, 5)


def past(vraag: Vraag, text: str) -> str:
    """Return the text as the plan stores it, or nothing when the question does not take it."""
    try:
        return vraag.normalise(text)
    except AntwoordError:
        return ""


def make_plan(number: int, map_: Path) -> Path:
    """Write the plan with this number: the first is empty, every 25th has a megabyte of answers."""
    chance = random.Random(number)  # noqa: S311 - a fixed draw, nothing secret
    part = 0.0 if number == 0 else chance.random()
    gegevens = {
        veld.id: past(veld, antwoord(chance, veld, 2))
        for veld in LIJST.gegevens
        if chance.random() < part
    }
    antwoorden = {
        vraag.id: past(vraag, antwoord(chance, vraag, chance.randint(1, 8)))
        for vraag in LIJST.vragen
        if chance.random() < part
    }
    if number % 25 == 24:
        large = LIJST.fixed_vragen[number % 20]
        antwoorden[large.id] = past(large, f"{zin(chance, 30)}\n\n" * (MEGABYTE // 400))
    path = map_ / f"plan-{number:03}.plan.yaml"
    path.write_text(plan_text(LIJST, gegevens, antwoorden), encoding="utf-8")
    punten = [punt(chance, vraag.id) for vraag in LIJST.vragen if chance.random() < part / 2]
    path.write_bytes(add_punten(load_plan(path, LIJST), punten).data)
    return path


def punt(chance: random.Random, vraag_id: str) -> OpenPunt:
    """Return an open point about a question, or about the whole plan."""
    day = f"2027-0{chance.randint(1, 9)}-11"
    return OpenPunt(
        chance.choice((vraag_id, vraag_id, "")), zin(chance, 3), chance.choice(("", day)),
        zin(chance, 2), f"{zin(chance, 9)}\n{zin(chance, 9)}",
    )  # fmt: skip
