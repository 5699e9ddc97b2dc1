"""Plans with open points as people write them: in every style, comments everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from handwritten_plans import EVERYTHING, LIJST, WORDS, Schrijver, double
from uitvoeringsplan.errors import PuntError
from uitvoeringsplan.model.open_punt import OpenPunt, make_punt, with_keys
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

if TYPE_CHECKING:
    import random

DATUMS = ("", "2027-03-01", "2026-12-31", "1-2-2027", "3 maart 2027", "2027-03-01T10:00:00Z")
NAMES = ("", "Jan de Vries", "Fatima", "Politie: team 2", "#1", "'s-Hertogenbosch", "onbekend")
_BLOCKS = ("citaat", "tekst")


def read(data: str | bytes) -> Planbestand:
    raw = data if isinstance(data, bytes) else data.encode()
    return read_planbestand(raw, Path("x.plan.yaml"), LIJST)


def random_punt(r: random.Random) -> OpenPunt:
    """Return a point as it may come from outside, not cleaned; most say something."""
    return OpenPunt(
        vraag=r.choice(["", *(vraag.id for vraag in EVERYTHING)]),
        auteur=r.choice(NAMES),
        datum=r.choice(DATUMS),
        citaat=r.choice(["", "", *WORDS]),
        tekst=r.choice(WORDS),
        klaar=r.choice(["", "", *DATUMS]),
    )


@dataclass
class Puntenschrift(Schrijver):
    """Writes one plan with points by hand, at random; remembers the points that it wrote."""

    punten: list[OpenPunt] = field(default_factory=list)
    is_flow: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        parts = [
            "soort: proef\nvragenlijst: 1\n",
            f"antwoorden:\n  # {self.comment()}\n  v0: |\n    een\n\n    twee\n  v1: 'x'\n",
            self.lijst(),
        ]
        if self.odds(0.3):
            self.r.shuffle(parts)
        self.save(self.white() + "".join(part + self.white() for part in parts), 0.15)

    def white(self) -> str:
        return self.r.choice(["", "", "\n", "  \n"]) + self.soms(0.3, "", "\n")

    def lijst(self) -> str:
        kop = self.r.choice(["punten", '"punten"', "punten "]) + ":"
        count = self.r.choice([0, 1, 1, 2, 3, 5])
        if self.odds(0.1):
            return ""
        if not count:
            return kop + self.r.choice(["", " []", " [ ]", " ''", self.soms(1, " ")]) + "\n"
        raw = [self.punt() for _ in range(count)]
        keys = with_keys(raw)
        for i, punt in enumerate(raw):
            if self.odds(0.8):  # some were typed into the file and have no key
                raw[i] = punt._replace(sleutel=keys[i].sleutel)
        self.punten = raw
        if self.odds(0.2):
            self.is_flow = True
            between = self.r.choice([", ", ",\n   ", f" , {self.comment()}\n  "])
            parts = between.join(self.in_accolades(punt) for punt in raw)
            return f"{kop} [{parts}{self.r.choice(['', ',', chr(10) + '  '])}]\n"
        kolom = self.r.choice([0, 2, 2, 2, 4, 1])
        result = kop + self.soms(0.2, " ") + "\n"
        for punt in raw:
            result += self.white() + " " * kolom + "-" + self.keys(punt, kolom) + "\n"
        return result

    def punt(self) -> OpenPunt:
        while True:
            try:
                return make_punt(random_punt(self.r))
            except PuntError:
                continue

    def velden(self, punt: OpenPunt) -> list[tuple[str, str]]:
        pairs = list(punt._asdict().items())
        if self.odds(0.5):
            self.r.shuffle(pairs)
        return [(name, text) for name, text in pairs if text or self.odds(0.5)]

    def in_accolades(self, punt: OpenPunt) -> str:
        pairs = ", ".join(f"{name}: {double(text)}" for name, text in self.velden(punt))
        return f"{{{pairs}}}"

    def keys(self, punt: OpenPunt, kolom: int) -> str:
        if self.odds(0.1):
            return " " + self.in_accolades(punt) + self.soms(0.2, " ")
        deep = self.r.choice([2, 2, 2, 3, 5])
        margin = " " * (kolom + deep)
        lines = [f"{name}:{self.value(t, kolom + deep)}" for name, t in self.velden(punt)]
        start = self.r.choice([" " * (deep - 1)] * 5 + [f"\n{margin}"])
        return start + f"\n{margin}".join(lines)

    def value(self, text: str, kolom: int) -> str:
        tail = self.soms(0.15, " ")
        if not text:
            return self.r.choice(["", " ''", ' ""', " |"]) + tail
        styles = [f" {double(text)}{tail}"]
        if "\n" not in text:
            styles.append(" '" + text.replace("'", "''") + "'" + tail)
        if re.fullmatch(r"[a-z]+( [a-z]+)*", text):
            styles += [f" {text}{tail}"] * 2
        if not text.startswith(" "):
            margin = " " * (kolom + self.r.randint(1, 4))
            block = "\n".join(margin + line if line else "" for line in text.split("\n"))
            styles += [f" |{self.r.choice(['', '-', '+'])}{tail}\n{block}"] * 2
        return self.r.choice(styles)
