"""Plans with open points as people write them: in every style, comments everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from handwritten_plans import ALLES, LIJST, WOORDEN, Schrijver, dubbel
from uitvoeringsplan.errors import PuntError
from uitvoeringsplan.model.open_punt import OpenPunt, make_punt, with_keys
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

if TYPE_CHECKING:
    import random

DATUMS = ("", "2027-03-01", "2026-12-31", "1-2-2027", "3 maart 2027", "2027-03-01T10:00:00Z")
NAMEN = ("", "Jan de Vries", "Fatima", "Politie: team 2", "#1", "'s-Hertogenbosch", "onbekend")
_BLOKKEN = ("citaat", "tekst")


def lees(data: str | bytes) -> Planbestand:
    ruw = data if isinstance(data, bytes) else data.encode()
    return read_planbestand(ruw, Path("x.plan.yaml"), LIJST)


def willekeurig_punt(r: random.Random) -> OpenPunt:
    """Return a point as it may come from outside, not cleaned; most say something."""
    return OpenPunt(
        vraag=r.choice(["", *(vraag.id for vraag in ALLES)]),
        auteur=r.choice(NAMEN),
        datum=r.choice(DATUMS),
        citaat=r.choice(["", "", *WOORDEN]),
        tekst=r.choice(WOORDEN),
        klaar=r.choice(["", "", *DATUMS]),
    )


@dataclass
class Puntenschrift(Schrijver):
    """Writes one plan with points by hand, at random; remembers the points that it wrote."""

    punten: list[OpenPunt] = field(default_factory=list)
    is_flow: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        delen = [
            "soort: proef\nvragenlijst: 1\n",
            f"antwoorden:\n  # {self.opmerking()}\n  v0: |\n    een\n\n    twee\n  v1: 'x'\n",
            self.lijst(),
        ]
        if self.kans(0.3):
            self.r.shuffle(delen)
        self.bewaar(self.wit() + "".join(deel + self.wit() for deel in delen), 0.15)

    def wit(self) -> str:
        return self.r.choice(["", "", "\n", "  \n"]) + self.soms(0.3, "", "\n")

    def lijst(self) -> str:
        kop = self.r.choice(["punten", '"punten"', "punten "]) + ":"
        aantal = self.r.choice([0, 1, 1, 2, 3, 5])
        if self.kans(0.1):
            return ""
        if not aantal:
            return kop + self.r.choice(["", " []", " [ ]", " ''", self.soms(1, " ")]) + "\n"
        ruwe = [self.punt() for _ in range(aantal)]
        sleutels = with_keys(ruwe)
        for i, punt in enumerate(ruwe):
            if self.kans(0.8):  # some were typed into the file and have no key
                ruwe[i] = punt._replace(sleutel=sleutels[i].sleutel)
        self.punten = ruwe
        if self.kans(0.2):
            self.is_flow = True
            tussen = self.r.choice([", ", ",\n   ", f" , {self.opmerking()}\n  "])
            delen = tussen.join(self.in_accolades(punt) for punt in ruwe)
            return f"{kop} [{delen}{self.r.choice(['', ',', chr(10) + '  '])}]\n"
        kolom = self.r.choice([0, 2, 2, 2, 4, 1])
        uit = kop + self.soms(0.2, " ") + "\n"
        for punt in ruwe:
            uit += self.wit() + " " * kolom + "-" + self.sleutels(punt, kolom) + "\n"
        return uit

    def punt(self) -> OpenPunt:
        while True:
            try:
                return make_punt(willekeurig_punt(self.r))
            except PuntError:
                continue

    def velden(self, punt: OpenPunt) -> list[tuple[str, str]]:
        paren = list(punt._asdict().items())
        if self.kans(0.5):
            self.r.shuffle(paren)
        return [(naam, tekst) for naam, tekst in paren if tekst or self.kans(0.5)]

    def in_accolades(self, punt: OpenPunt) -> str:
        paren = ", ".join(f"{naam}: {dubbel(tekst)}" for naam, tekst in self.velden(punt))
        return f"{{{paren}}}"

    def sleutels(self, punt: OpenPunt, kolom: int) -> str:
        if self.kans(0.1):
            return " " + self.in_accolades(punt) + self.soms(0.2, " ")
        diep = self.r.choice([2, 2, 2, 3, 5])
        marge = " " * (kolom + diep)
        regels = [f"{naam}:{self.waarde(t, kolom + diep)}" for naam, t in self.velden(punt)]
        begin = self.r.choice([" " * (diep - 1)] * 5 + [f"\n{marge}"])
        return begin + f"\n{marge}".join(regels)

    def waarde(self, tekst: str, kolom: int) -> str:
        staart = self.soms(0.15, " ")
        if not tekst:
            return self.r.choice(["", " ''", ' ""', " |"]) + staart
        stijlen = [f" {dubbel(tekst)}{staart}"]
        if "\n" not in tekst:
            stijlen.append(" '" + tekst.replace("'", "''") + "'" + staart)
        if re.fullmatch(r"[a-z]+( [a-z]+)*", tekst):
            stijlen += [f" {tekst}{staart}"] * 2
        if not tekst.startswith(" "):
            marge = " " * (kolom + self.r.randint(1, 4))
            blok = "\n".join(marge + regel if regel else "" for regel in tekst.split("\n"))
            stijlen += [f" |{self.r.choice(['', '-', '+'])}{staart}\n{blok}"] * 2
        return self.r.choice(stijlen)
