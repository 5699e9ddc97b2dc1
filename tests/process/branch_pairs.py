"""Pairs of branches as colleagues make them."""

from __future__ import annotations

import random
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from git_work_folder import NAAM
from trials import LASTIG
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vraag import Kolom, Vraag

LIJST = load_vragenlijst(find_vragen())
ALLES = (*LIJST.gegevens, *LIJST.vragen)
SOORTEN = (
    "om en om", "buren", "eerste en laatste", "over de grens", "willekeurig", "iedereen de helft",
)  # fmt: skip
_WOORDEN = ("de", "wijk", "het", "plan", "een", "buurt", "overleg", "school", "samen", "gesprek")
_LASTIG = [tekst for tekst in LASTIG if clean(tekst)]
# What answers are made of. Identical ones are what makes git mistake one place for another; of
# long ones, in many places, it makes a conflict when they move from question to question.
GEWOON = ("n.v.t.", "zelfde", "zinnen", "lastig", "alles")
UITERST = ("herhaling", "verhuisd")
_ZELFDE = (
    "n.v.t.",
    "Zie het vorige antwoord.",
    "- politie\n- scholen\n- jongerenwerk\n- wijkteam",
    "Het team veiligheid doet dit samen met de wijk.\n\nElk jaar kijken we of het werkt.",
)
_LANG = ("n.v.t.", "Nog te bepalen:\n\n- wie\n- wanneer\n\nHet college beslist.\n\nDat is in mei.")
_VAST = {"gemeentecode": "gm{:04}", "contact": "team{}@oudermeer.example"}


class Paar:
    """A plan, and two branches of it that answer different questions."""

    def __init__(self, zaad: int, palet: str = "") -> None:
        self.zaad = zaad
        self.r = random.Random(zaad)  # noqa: S311 - a test must be the same every time
        self.soort = SOORTEN[zaad % len(SOORTEN)]
        self.palet = palet or self.r.choice(GEWOON)
        vol = self.r.choice([0, 0.5, 0.9, 1])
        begin = {v.id: self.tekst(v) if self.r.random() < vol else "" for v in ALLES}
        self.basis = new_planbestand(Path(NAAM), LIJST, begin, begin)
        leegmaken = self.r.choice([0, 0.2, 1])
        self.antwoorden = [
            {v.id: self._anders(v, begin[v.id], leegmaken) for v in vragen}
            for vragen in self._verdeeld()
        ]

    @cached_property
    def kanten(self) -> list[Planbestand]:
        """The plan as each of the two branches has it, made by the patches of a save."""
        uit = []
        for antwoorden in self.antwoorden:
            kant = self.basis
            for id_, tekst in self.r.sample(list(antwoorden.items()), len(antwoorden)):
                kant = kant.with_answer(LIJST.vraag(id_), tekst)
            uit.append(kant)
        return uit

    @property
    def verwacht(self) -> dict[str, str]:
        """All values after the merge: of each side what it set, and the rest as it was."""
        return waarden(self.basis) | self.antwoorden[0] | self.antwoorden[1]

    def tekst(self, vraag: Vraag) -> str:
        """Return an answer that fits the question, as it is stored."""
        n = self.r.randint(0, 3)
        match vraag.type.name:
            case "datum":
                ruw = f"2027-01-{n + 1:02}"
            case "getal":
                ruw = str(2027 + n)
            case "jaanee":
                ruw = ("ja", "nee")[n % 2]
            case "keuze" | "meerkeuze":
                ruw = self.r.choice(vraag.keuzes)
            case "tabel":
                ruw = write_tabel(self._rij(vraag.kolommen) for _ in range(n + 1))
            case _:
                ruw = _VAST[vraag.id].format(n) if vraag.id in _VAST else self._vrij()
        return vraag.normalise(ruw)

    def _rij(self, kolommen: Iterable[Kolom]) -> list[str]:
        """Return the cells of one row; what is not required is empty now and then."""
        return [
            (self.tekst(kolom.vraag) or "x") if kolom.verplicht or self.r.random() < 0.7 else ""
            for kolom in kolommen
        ]

    def _vrij(self) -> str:
        palet = self.r.choice(GEWOON[:-1]) if self.palet == "alles" else self.palet
        match palet:
            case "n.v.t.":
                return "n.v.t." if self.r.random() < 0.8 else "volgt"
            case "zelfde" | "verhuisd":
                return self.r.choice(_ZELFDE if palet == "zelfde" else _LANG)
            case "lastig":
                return "\n\n".join(self.r.sample(_LASTIG, self.r.randint(1, 3)))
        delen = [
            self._zin() if self.r.random() < 0.5 else "\n".join(f"- {self._zin()}" for _ in "123")
            for _ in range(self.r.randint(1, 4))
        ]
        return "\n\n".join(delen)

    def _zin(self) -> str:
        if self.palet == "herhaling":
            return self.r.choice(["Volgt.", "n.v.t.", "Ja."])
        return " ".join(self.r.choices(_WOORDEN, k=self.r.randint(2, 12))).capitalize() + "."

    def _anders(self, vraag: Vraag, oud: str, leegmaken: float) -> str:
        if oud and self.r.random() < leegmaken:
            return ""
        for _ in range(20):
            if (nieuw := self.tekst(vraag)) != oud:
                return nieuw
        return ""

    def _verdeeld(self) -> tuple[Iterable[Vraag], Iterable[Vraag]]:
        """Return the questions of the one and of the other."""
        r, veld, vraag = self.r, LIJST.gegevens, LIJST.vragen
        match self.soort:
            case "om en om":
                van = r.randrange(len(ALLES) - 3)
                rij = ALLES[van : van + r.randint(3, 12)]
                return rij[::2], rij[1::2]
            case "buren":
                i = r.randrange(1, len(ALLES))
                return self._door_elkaar([ALLES[i - 1]], [ALLES[i]])
            case "eerste en laatste":
                groep = r.choice([veld, vraag])
                return self._door_elkaar([groep[0], groep[-1]], [groep[1], groep[-2]])
            case "over de grens":
                return self._door_elkaar([veld[-1]], [vraag[0]])
            case "iedereen de helft":
                return ALLES[::2], ALLES[1::2]
        keus = r.sample(ALLES, r.randint(2, 12))
        knip = r.randint(1, len(keus) - 1)
        return keus[:knip], keus[knip:]

    def _door_elkaar(self, een: list[Vraag], ander: list[Vraag]) -> tuple[list[Vraag], list[Vraag]]:
        return (een, ander) if self.r.random() < 0.5 else (ander, een)


def waarden(bestand: Planbestand) -> dict[str, str]:
    return {vraag.id: bestand.plan.tekst(vraag) for vraag in ALLES}
