"""Pairs of branches on which colleagues add and close points, and answer questions too."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from branch_pairs import ALLES, LIJST, Paar, waarden

from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten

if TYPE_CHECKING:
    from uitvoeringsplan.plan.planbestand import Planbestand

# What people remark is often the same, and some of it looks like the file that it stands in.
_TEKSTEN = (
    "Klopt dit nog?", "Graag aanvullen.", "Akkoord", "Eens.\n\nZie ook de bijlage.",
    "- wie\n- wanneer", "klaar:", "- vraag: x\n  tekst: y", "n.v.t.",
)  # fmt: skip
_WIE = ("Jan", "Fatima", "Politie", "")
_WANNEER = ("2027-03-01", "2027-03-02", "2027-04-01", "")
_DICHT = "2027-05-05"


class Puntenpaar:
    """A plan with `begin` points, and two branches that add points, close others, and answer."""

    def __init__(self, zaad: int, begin: int) -> None:
        self.zaad = zaad
        self.r = random.Random(zaad)  # noqa: S311 - a test must be the same every time
        paar = Paar(zaad)
        self.basis = add_punten(paar.basis, [self._punt() for _ in range(begin)])
        dicht = self.r.sample(range(len(self.basis.punten)), len(self.basis.punten) // 3)
        antwoordt = self.r.random() < 0.5
        zelfde = [self._punt()] if self.r.random() < 0.3 else []  # both read the same comment
        self.kanten: list[Planbestand] = []
        antwoorden: dict[str, str] = {}
        for kant in (0, 1):
            bestand = self.basis
            for i in dicht[kant::2]:
                bestand = close_punten(bestand, {i: _DICHT})
            erbij = [self._punt() for _ in range(self.r.randint(1, 4))]
            bestand = add_punten(bestand, [*erbij, *zelfde])
            for id_, tekst in paar.antwoorden[kant].items() if antwoordt else ():
                bestand = bestand.with_answer(LIJST.vraag(id_), tekst)
                antwoorden[id_] = tekst
            self.kanten.append(bestand)
        self.antwoorden = waarden(self.basis) | antwoorden

    def _punt(self) -> OpenPunt:
        return OpenPunt(
            vraag=self.r.choice(["", *(vraag.id for vraag in ALLES)]),
            auteur=self.r.choice(_WIE),
            datum=self.r.choice(_WANNEER),
            citaat=self.r.choice(["", "de wijk", "zelfde\nwoorden"]),
            tekst=self.r.choice(_TEKSTEN),
        )

    @property
    def punten(self) -> dict[str, OpenPunt]:
        """All points after the merge: those of either side, closed where one of them closed it."""
        uit = {}
        for kant in self.kanten:
            for punt in kant.punten:
                if punt.sleutel not in uit or punt.klaar:
                    uit[punt.sleutel] = punt
        return uit
