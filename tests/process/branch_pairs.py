"""Pairs of branches as colleagues make them."""

from __future__ import annotations

import random
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from git_work_folder import NAME
from trials import AWKWARD
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vraag import Kolom, Vraag

LIJST = load_vragenlijst(find_vragen())
EVERYTHING = (*LIJST.gegevens, *LIJST.vragen)
KINDS = (
    "om en om", "buren", "eerste en laatste", "over de grens", "willekeurig", "iedereen de helft",
)  # fmt: skip
_WORDS = ("de", "wijk", "het", "plan", "een", "buurt", "overleg", "school", "samen", "gesprek")
_AWKWARD = [text for text in AWKWARD if clean(text)]
# What answers are made of. Identical ones are what makes git mistake one place for another; of
# long ones, in many places, it makes a conflict when they move from question to question.
PLAIN = ("n.v.t.", "zelfde", "zinnen", "lastig", "alles")
UITERST = ("herhaling", "verhuisd")
_SAME = (
    "n.v.t.",
    "Zie het vorige antwoord.",
    "- politie\n- scholen\n- jongerenwerk\n- wijkteam",
    "Het team veiligheid doet dit samen met de wijk.\n\nElk jaar kijken we of het werkt.",
)
_LANG = ("n.v.t.", "Nog te bepalen:\n\n- wie\n- wanneer\n\nHet college beslist.\n\nDat is in mei.")
_FIXED = {"gemeentecode": "gm{:04}", "contact": "team{}@oudermeer.example"}


class Paar:
    """A plan, and two branches of it that answer different questions."""

    def __init__(self, seed: int, palette: str = "") -> None:
        self.seed = seed
        self.r = random.Random(seed)  # noqa: S311 - a test must be the same every time
        self.kind = KINDS[seed % len(KINDS)]
        self.palette = palette or self.r.choice(PLAIN)
        full = self.r.choice([0, 0.5, 0.9, 1])
        start = {v.id: self.text(v) if self.r.random() < full else "" for v in EVERYTHING}
        self.basis = new_planbestand(Path(NAME), LIJST, start, start)
        leegmaken = self.r.choice([0, 0.2, 1])
        self.antwoorden = [
            {v.id: self._otherwise(v, start[v.id], leegmaken) for v in vragen}
            for vragen in self._verdeeld()
        ]

    @cached_property
    def sides(self) -> list[Planbestand]:
        """The plan as each of the two branches has it, made by the patches of a save."""
        result = []
        for antwoorden in self.antwoorden:
            side = self.basis
            for id_, text in self.r.sample(list(antwoorden.items()), len(antwoorden)):
                side = side.with_answer(LIJST.vraag(id_), text)
            result.append(side)
        return result

    @property
    def expected(self) -> dict[str, str]:
        """All values after the merge: of each side what it set, and the rest as it was."""
        return values(self.basis) | self.antwoorden[0] | self.antwoorden[1]

    def text(self, vraag: Vraag) -> str:
        """Return an answer that fits the question, as it is stored."""
        n = self.r.randint(0, 3)
        match vraag.type.name:
            case "datum":
                raw = f"2027-01-{n + 1:02}"
            case "getal":
                raw = str(2027 + n)
            case "jaanee":
                raw = ("ja", "nee")[n % 2]
            case "keuze" | "meerkeuze":
                raw = self.r.choice(vraag.keuzes)
            case "tabel":
                raw = write_tabel(self._rij(vraag.kolommen) for _ in range(n + 1))
            case _:
                raw = _FIXED[vraag.id].format(n) if vraag.id in _FIXED else self._free()
        return vraag.normalise(raw)

    def _rij(self, kolommen: Iterable[Kolom]) -> list[str]:
        """Return the cells of one row; what is not required is empty now and then."""
        return [
            (self.text(kolom.vraag) or "x") if kolom.verplicht or self.r.random() < 0.7 else ""
            for kolom in kolommen
        ]

    def _free(self) -> str:
        palette = self.r.choice(PLAIN[:-1]) if self.palette == "alles" else self.palette
        match palette:
            case "n.v.t.":
                return "n.v.t." if self.r.random() < 0.8 else "volgt"
            case "zelfde" | "verhuisd":
                return self.r.choice(_SAME if palette == "zelfde" else _LANG)
            case "lastig":
                return "\n\n".join(self.r.sample(_AWKWARD, self.r.randint(1, 3)))
        parts = [
            self._zin() if self.r.random() < 0.5 else "\n".join(f"- {self._zin()}" for _ in "123")
            for _ in range(self.r.randint(1, 4))
        ]
        return "\n\n".join(parts)

    def _zin(self) -> str:
        if self.palette == "herhaling":
            return self.r.choice(["Volgt.", "n.v.t.", "Ja."])
        return " ".join(self.r.choices(_WORDS, k=self.r.randint(2, 12))).capitalize() + "."

    def _otherwise(self, vraag: Vraag, old: str, leegmaken: float) -> str:
        if old and self.r.random() < leegmaken:
            return ""
        for _ in range(20):
            if (new := self.text(vraag)) != old:
                return new
        return ""

    def _verdeeld(self) -> tuple[Iterable[Vraag], Iterable[Vraag]]:
        """Return the questions of the one and of the other."""
        r, veld, vraag = self.r, LIJST.gegevens, LIJST.vragen
        match self.kind:
            case "om en om":
                start = r.randrange(len(EVERYTHING) - 3)
                rij = EVERYTHING[start : start + r.randint(3, 12)]
                return rij[::2], rij[1::2]
            case "buren":
                i = r.randrange(1, len(EVERYTHING))
                return self._door_elkaar([EVERYTHING[i - 1]], [EVERYTHING[i]])
            case "eerste en laatste":
                group = r.choice([veld, vraag])
                return self._door_elkaar([group[0], group[-1]], [group[1], group[-2]])
            case "over de grens":
                return self._door_elkaar([veld[-1]], [vraag[0]])
            case "iedereen de helft":
                return EVERYTHING[::2], EVERYTHING[1::2]
        keus = r.sample(EVERYTHING, r.randint(2, 12))
        knip = r.randint(1, len(keus) - 1)
        return keus[:knip], keus[knip:]

    def _door_elkaar(self, one: list[Vraag], other: list[Vraag]) -> tuple[list[Vraag], list[Vraag]]:
        return (one, other) if self.r.random() < 0.5 else (other, one)


def values(file: Planbestand) -> dict[str, str]:
    return {vraag.id: file.plan.text(vraag) for vraag in EVERYTHING}
