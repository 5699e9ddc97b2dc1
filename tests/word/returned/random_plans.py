"""Plans with random answers: everything the markup can say, and texts that break things."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

from sample_plans import DEFINITIEF, een_regel

from trials import LASTIG
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WOORDEN = (
    "wijk", "gesprek", "de", "gemeente", "is", "spanning", "één", "café", "naïef", "€", "12.000",
    "“citaat”", "50%", "R&D", "<b>", "a_b", "*ster", "[haak]", "1.0", "3.", "-", "–", "\\", "x;",
    "HYPERLINK", "y:", "z?", "ja!", "(of", "niet)", "2027-01-31", "buurt's", "HTML", "&amp;",
    "日本", "🙂",
)  # fmt: skip
ADRESSEN = (
    "https://www.voorbeeld.nl/pad?a=1&b=2", "http://x.nl", "https://x.nl/%C3%A9#plek",
    "mailto:post@gemeente.example", "https://voorbeeld.nl/een_twee/drie-vier.pdf",
)  # fmt: skip


class Maker:
    """Makes plans; the same seed makes the same plan.

    `lastig` allows texts with signs that a program between us and the reader may change.
    """

    def __init__(self, zaad: int, *, lastig: bool) -> None:
        self.kans = random.Random(zaad)  # noqa: S311 - the same every time is the point
        self.lastig = lastig

    def plan(self, lijst: Vragenlijst) -> Plan:
        """Return a plan with random answers, in either layout, adopted or not."""
        velden = {veld.id: self.antwoord(veld) for veld in lijst.gegevens}
        velden["indeling"] = self.kans.choice(["tabel", "koppen", ""])
        if self.kans.random() < 0.3:
            velden |= DEFINITIEF
        else:
            velden["status"] = self.kans.choice(["concept", "ter bespreking", ""])
        antwoorden = {vraag.id: self.antwoord(vraag) for vraag in lijst.vragen}
        return Plan(lijst.soort, lijst.versie, velden, antwoorden)

    def antwoord(self, vraag: Vraag) -> str:
        """Return an answer as a plan holds it; sometimes there is none."""
        if self.kans.random() < 0.15:
            return ""
        with suppress(AntwoordError):
            return vraag.normalise(self._ruw(vraag))
        return vraag.normalise(een_regel(vraag)) if not vraag.type.is_blok else ""

    def _ruw(self, vraag: Vraag) -> str:
        match vraag.type.name:
            case "tekst" | "lijst":
                return canonical(self._blokken(alleen_punten=vraag.type is TYPES["lijst"]))
            case "tabel":
                return self._tabel(vraag)
            case "datum":
                return f"20{self.kans.randint(10, 99)}-{self.kans.randint(1, 12):02}-17"
            case "meerkeuze":
                return "\n".join(self.kans.sample(vraag.keuzes, self.kans.randint(1, 2)))
            case "regel":
                return self._woorden()
            case _:
                return een_regel(vraag) if not vraag.keuzes else self.kans.choice(vraag.keuzes)

    def _tabel(self, vraag: Vraag) -> str:
        leeg = {kolom.id for kolom in vraag.kolommen if self.kans.random() < 0.3}
        rijen = []
        for _ in range(self.kans.randint(0, 6)):
            cellen = [
                ""
                if not kolom.verplicht and (kolom.id in leeg or self.kans.random() < 0.2)
                else self._ruw(kolom.vraag).replace("|", "\\|")
                for kolom in vraag.kolommen
            ]
            rijen.append("| " + " | ".join(cellen) + " |")
        return "\n".join(rijen)

    def _blokken(self, *, alleen_punten: bool) -> str:
        kans = self.kans
        delen = []
        for _ in range(kans.randint(1, 4)):
            if not alleen_punten and kans.random() < 0.5:
                delen.append(self._regels())
                continue
            begin = kans.choice([0, 0, 1, 1, 3, 17])
            regels = []
            for i in range(kans.randint(1, 4)):
                merk = f"{begin + i}." if begin else "-"
                regels.append(f"{merk} {self._regels('  ')}")
                for j in range(kans.choice([0, 0, 0, 1, 2])):
                    onder = kans.choice(["-", f"{j + 1}.", f"{j + 4}."])
                    regels.append(f"  {onder} {self._regels('    ')}")
            delen.append("\n".join(regels))
        return "\n\n".join(delen)

    def _regels(self, inspringing: str = "") -> str:
        aantal = self.kans.choice([1, 1, 1, 1, 2, 3])
        return f"\n{inspringing}".join(self._stukken() for _ in range(aantal))

    def _stukken(self) -> str:
        kans = self.kans
        delen = []
        for _ in range(kans.randint(1, 4)):
            woorden = self._woorden()
            delen.append(
                kans.choice(
                    [
                        woorden, woorden, f"**{woorden}**", f"*{woorden}*",
                        f"[{woorden}]({kans.choice(ADRESSEN)})",
                        f"**vet en [{woorden}]({kans.choice(ADRESSEN)})**",
                    ]
                )
            )  # fmt: skip
        return kans.choice([" ", "", ", "]).join(delen)

    def _woorden(self) -> str:
        if self.lastig and self.kans.random() < 0.2:
            return self.kans.choice(LASTIG)
        return " ".join(self.kans.choices(WOORDEN, k=self.kans.randint(1, 8)))
