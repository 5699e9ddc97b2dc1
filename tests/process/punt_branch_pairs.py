"""Pairs of branches on which colleagues add and close points, and answer questions too."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from branch_pairs import EVERYTHING, LIJST, Paar, values

from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten

if TYPE_CHECKING:
    from uitvoeringsplan.plan.planbestand import Planbestand

# What people remark is often the same, and some of it looks like the file that it stands in.
_TEXTS = (
    "Klopt dit nog?", "Graag aanvullen.", "Akkoord", "Eens.\n\nZie ook de bijlage.",
    "- wie\n- wanneer", "klaar:", "- vraag: x\n  tekst: y", "n.v.t.",
)  # fmt: skip
_WHO = ("Jan", "Fatima", "Politie", "")
_WHEN = ("2027-03-01", "2027-03-02", "2027-04-01", "")
_CLOSED = "2027-05-05"


class Puntenpaar:
    """A plan with `start` points, and two branches that add points, close others, and answer."""

    def __init__(self, seed: int, start: int) -> None:
        self.seed = seed
        self.r = random.Random(seed)  # noqa: S311 - a test must be the same every time
        pair = Paar(seed)
        self.basis = add_punten(pair.basis, [self._punt() for _ in range(start)])
        closed = self.r.sample(range(len(self.basis.punten)), len(self.basis.punten) // 3)
        antwoordt = self.r.random() < 0.5
        same = [self._punt()] if self.r.random() < 0.3 else []  # both read the same comment
        self.sides: list[Planbestand] = []
        antwoorden: dict[str, str] = {}
        for side in (0, 1):
            file = self.basis
            for i in closed[side::2]:
                file = close_punten(file, {i: _CLOSED})
            added = [self._punt() for _ in range(self.r.randint(1, 4))]
            file = add_punten(file, [*added, *same])
            for id_, text in pair.antwoorden[side].items() if antwoordt else ():
                file = file.with_answer(LIJST.vraag(id_), text)
                antwoorden[id_] = text
            self.sides.append(file)
        self.antwoorden = values(self.basis) | antwoorden

    def _punt(self) -> OpenPunt:
        return OpenPunt(
            vraag=self.r.choice(["", *(vraag.id for vraag in EVERYTHING)]),
            auteur=self.r.choice(_WHO),
            datum=self.r.choice(_WHEN),
            citaat=self.r.choice(["", "de wijk", "zelfde\nwoorden"]),
            tekst=self.r.choice(_TEXTS),
        )

    @property
    def punten(self) -> dict[str, OpenPunt]:
        """All points after the merge: those of either side, closed where one of them closed it."""
        result = {}
        for side in self.sides:
            for punt in side.punten:
                if punt.sleutel not in result or punt.klaar:
                    result[punt.sleutel] = punt
        return result
