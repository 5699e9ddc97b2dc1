"""Plans with random answers: everything the markup can say, and texts that break things."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

from sample_plans import DEFINITIEF, one_line_of

from trials import AWKWARD
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WORDS = (
    "wijk", "gesprek", "de", "gemeente", "is", "spanning", "één", "café", "naïef", "€", "12.000",
    "“citaat”", "50%", "R&D", "<b>", "a_b", "*ster", "[haak]", "1.0", "3.", "-", "–", "\\", "x;",
    "HYPERLINK", "y:", "z?", "ja!", "(of", "niet)", "2027-01-31", "buurt's", "HTML", "&amp;",
    "日本", "🙂",
)  # fmt: skip
ADDRESSES = (
    "https://www.voorbeeld.nl/pad?a=1&b=2", "http://x.nl", "https://x.nl/%C3%A9#plek",
    "mailto:post@gemeente.example", "https://voorbeeld.nl/een_twee/drie-vier.pdf",
)  # fmt: skip


class Maker:
    """Makes plans; the same seed makes the same plan.

    `awkward` allows texts with signs that a program between us and the reader may change.
    """

    def __init__(self, seed: int, *, awkward: bool) -> None:
        self.odds = random.Random(seed)  # noqa: S311 - the same every time is the point
        self.awkward = awkward

    def plan(self, lijst: Vragenlijst) -> Plan:
        """Return a plan with random answers, in either layout, adopted or not."""
        fields = {field.id: self.antwoord(field) for field in lijst.gegevens}
        fields["indeling"] = self.odds.choice(["tabel", "koppen", ""])
        if self.odds.random() < 0.3:
            fields |= DEFINITIEF
        else:
            fields["status"] = self.odds.choice(["concept", "ter bespreking", ""])
        antwoorden = {vraag.id: self.antwoord(vraag) for vraag in lijst.vragen}
        return Plan(lijst.soort, lijst.versie, fields, antwoorden)

    def antwoord(self, vraag: Vraag) -> str:
        """Return an answer as a plan holds it; sometimes there is none."""
        if self.odds.random() < 0.15:
            return ""
        with suppress(AntwoordError):
            return vraag.normalise(self._raw(vraag))
        return vraag.normalise(one_line_of(vraag)) if not vraag.type.is_block else ""

    def _raw(self, vraag: Vraag) -> str:
        match vraag.type.name:
            case "tekst" | "lijst":
                return canonical(self._blocks(only_punten=vraag.type is TYPES["lijst"]))
            case "tabel":
                return self._tabel(vraag)
            case "datum":
                return f"20{self.odds.randint(10, 99)}-{self.odds.randint(1, 12):02}-17"
            case "meerkeuze":
                return "\n".join(self.odds.sample(vraag.keuzes, self.odds.randint(1, 2)))
            case "regel":
                return self._words()
            case _:
                return one_line_of(vraag) if not vraag.keuzes else self.odds.choice(vraag.keuzes)

    def _tabel(self, vraag: Vraag) -> str:
        empty = {column.id for column in vraag.kolommen if self.odds.random() < 0.3}
        rows = []
        for _ in range(self.odds.randint(0, 6)):
            cells = [
                ""
                if not column.verplicht and (column.id in empty or self.odds.random() < 0.2)
                else self._raw(column.vraag).replace("|", "\\|")
                for column in vraag.kolommen
            ]
            rows.append("| " + " | ".join(cells) + " |")
        return "\n".join(rows)

    def _blocks(self, *, only_punten: bool) -> str:
        odds = self.odds
        parts = []
        for _ in range(odds.randint(1, 4)):
            if not only_punten and odds.random() < 0.5:
                parts.append(self._lines())
                continue
            start = odds.choice([0, 0, 1, 1, 3, 17])
            lines = []
            for i in range(odds.randint(1, 4)):
                mark = f"{start + i}." if start else "-"
                lines.append(f"{mark} {self._lines('  ')}")
                for j in range(odds.choice([0, 0, 0, 1, 2])):
                    below = odds.choice(["-", f"{j + 1}.", f"{j + 4}."])
                    lines.append(f"  {below} {self._lines('    ')}")
            parts.append("\n".join(lines))
        return "\n\n".join(parts)

    def _lines(self, indent: str = "") -> str:
        count = self.odds.choice([1, 1, 1, 1, 2, 3])
        return f"\n{indent}".join(self._runs() for _ in range(count))

    def _runs(self) -> str:
        odds = self.odds
        parts = []
        for _ in range(odds.randint(1, 4)):
            words = self._words()
            parts.append(
                odds.choice(
                    [
                        words, words, f"**{words}**", f"*{words}*",
                        f"[{words}]({odds.choice(ADDRESSES)})",
                        f"**vet en [{words}]({odds.choice(ADDRESSES)})**",
                    ]
                )
            )  # fmt: skip
        return odds.choice([" ", "", ", "]).join(parts)

    def _words(self) -> str:
        if self.awkward and self.odds.random() < 0.2:
            return self.odds.choice(AWKWARD)
        return " ".join(self.odds.choices(WORDS, k=self.odds.randint(1, 8)))
