"""A small question set, and plans as people write them: in every style, comments everywhere."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field

from trials import LASTIG
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


def vraag(id_: str, type_: str) -> Vraag:
    keuzes = ("nee", "10") if type_.endswith("keuze") else ()
    return Vraag(
        id=id_,
        label=id_.title(),
        vraag=f"Wat is {id_}?",
        type=TYPES[type_],
        keuzes=keuzes,
    )


VELDEN = (vraag("gemeente", "regel"), vraag("trekkers", "lijst"), vraag("kader", "tekst"))
VRAGEN = tuple(
    vraag(f"v{i}", type_) for i, type_ in enumerate(("tekst", "regel", "lijst", "tekst", "regel"))
)
LIJST = Vragenlijst(
    "proef", "1", "Proefplan", "proef.docx", VELDEN, (Hoofdstuk("h", "H", vragen=VRAGEN),)
)
ALLES = VELDEN + VRAGEN
WOORDEN = [
    *(tekst for tekst in LASTIG if tekst == clean(tekst) != ""),
    "a\nb",
    "  in\nuit",
    "x y z",
]


def dubbel(tekst: str) -> str:
    """Return a text between double quotes, with \\u where YAML reads that as JSON does."""
    return json.dumps(tekst, ensure_ascii=len(tekst) % 2 == 1 and max(tekst) < "\ud800")


@dataclass
class Schrijver:
    """Writes a file as people do, at random but the same for the same seed."""

    zaad: int
    opmerkingen: int = 0

    def __post_init__(self) -> None:
        self.r = random.Random(self.zaad)  # noqa: S311 - a test must be the same every time

    def bewaar(self, tekst: str, zonder_regeleinde: float) -> None:
        """Keep the text as it may stand in a file: with or without a mark, and an end of line."""
        tekst = tekst.rstrip("\n") if self.kans(zonder_regeleinde) else tekst
        if self.kans(0.1):
            tekst = f"---\n{tekst.rstrip()}\n...\n"
        self.tekst = tekst
        self.bom, self.crlf = self.kans(0.1), self.kans(0.25)
        regels = tekst.replace("\n", "\r\n" if self.crlf else "\n").encode()
        self.data = b"\xef\xbb\xbf" * self.bom + regels

    def kans(self, deel: float) -> bool:
        return self.r.random() < deel

    def opmerking(self) -> str:
        self.opmerkingen += 1
        return f"# opm{self.opmerkingen}."

    def soms(self, deel: float, voor: str, na: str = "") -> str:
        return f"{voor}{self.opmerking()}{na}" if self.kans(deel) else ""


@dataclass
class Handschrift(Schrijver):
    """Writes one plan by hand, at random; remembers what it wrote."""

    waarden: dict[str, str] = field(default_factory=dict)
    is_flow: set[str] = field(default_factory=set)
    achter_blok: bool = False  # a deeper comment there would be text of the block

    def __post_init__(self) -> None:
        super().__post_init__()
        delen = [
            self.r.choice(["soort: proef\n", "'soort': \"proef\"  \n", "soort:\n  proef\n"]),
            "vragenlijst: 1\n",
            self.groep("gegevens", VELDEN),
            self.groep("antwoorden", VRAGEN),
        ]
        if self.kans(0.3):
            self.r.shuffle(delen)
        self.achter_blok = True
        self.bewaar(self.wit(0) + "".join(deel + self.wit(0) for deel in delen), 0.1)

    def wit(self, kolom: int) -> str:
        """Return blank lines and comments that may stand between two keys."""
        uit = ""
        for _ in range(self.r.randint(0, 2)):
            diep = self.r.randint(0, kolom if self.achter_blok else kolom + 6)
            uit += self.r.choice(["\n", "   \n", ""]) + self.soms(0.4, " " * diep, "\n")
        return uit

    def groep(self, naam: str, vragen: tuple[Vraag, ...]) -> str:
        self.achter_blok = False
        if self.kans(0.1):
            return ""
        kop = self.r.choice([naam, naam, f'"{naam}"', f"{naam} "]) + ":"
        vragen = tuple(v for v in vragen if self.kans(0.75))
        if not vragen:
            return kop + self.r.choice(["", " {}", " {  }", " ''", self.soms(1, " ")]) + "\n"
        if self.kans(0.3):
            vragen = tuple(self.r.sample(vragen, len(vragen)))
        if self.kans(0.2):
            self.is_flow |= {v.id for v in vragen}
            tussen = self.r.choice([", ", ",\n    ", f" ,\n {self.opmerking()}\n  "])
            paren = tussen.join(self.paar_in_haken(v) for v in vragen)
            return f"{kop} {{{paren}{self.r.choice(['', ',', chr(10) + '  '])}}}\n"
        kolom = self.r.choice([2, 2, 1, 3, 4, 8])
        uit = kop + self.soms(0.2, "  ") + "\n"
        for v in vragen:
            uit += self.wit(kolom)
            sleutel = self.r.choice([v.id] * 4 + [f'"{v.id}"', f"'{v.id}'", f"{v.id} "])
            uit += f"{' ' * kolom}{sleutel}:{self.waarde(v, kolom)}\n" + "\n" * self.r.randint(0, 2)
        return uit

    def paar_in_haken(self, v: Vraag) -> str:
        soort = self.r.randint(0, 3)
        self.waarden[v.id] = ""
        if soort == 0:
            return v.id + self.r.choice(["", ": "])
        tekst = self.r.choice(WOORDEN)
        if soort == 1 and v.type.is_blok:
            self.waarden[v.id] = v.normalise(f"- {tekst.strip()}") if "\n" not in tekst else ""
            return f"{v.id}: [{dubbel(tekst)}]" if "\n" not in tekst else f"{v.id}: "
        self.waarden[v.id] = v.normalise(tekst)
        return f"{v.id}:{self.r.choice([' ', '  '])}{dubbel(tekst)}"

    def waarde(self, v: Vraag, kolom: int) -> str:
        """Return a value behind its colon, in any style that can say it."""
        self.achter_blok = False
        if v.type.is_blok and self.kans(0.25):
            return self.lijst(v, kolom)
        tekst = "" if self.kans(0.15) else self.r.choice(WOORDEN)
        self.waarden[v.id] = v.normalise(tekst)
        staart = self.soms(0.2, " ") or self.r.choice(["", "", "  "])
        regels = tekst.split("\n")
        stijlen = [self.dubbel]
        if not tekst:
            stijlen += [self.niets, self.leeg_blok]
        elif len(regels) == 1:
            stijlen += [self.enkel]
        if tekst.replace(" ", "").isalpha() and tekst.strip() == tekst:
            stijlen += [self.kaal] * 3
        if tekst and not tekst.startswith(" "):
            stijlen += [self.blok] * 3
            if all(regel and regel[0] != " " for regel in regels):
                stijlen.append(self.gevouwen)
        return self.r.choice(stijlen)(tekst, kolom, staart)

    def aanloop(self, kolom: int) -> str:
        diep = "\n" + " " * (kolom + self.r.randint(1, 5))
        return self.r.choice([" "] * 5 + ["   ", diep, f" {self.opmerking()}{diep}"])

    def dubbel(self, tekst: str, kolom: int, staart: str) -> str:
        return self.aanloop(kolom) + dubbel(tekst) + staart

    def enkel(self, tekst: str, kolom: int, staart: str) -> str:
        return f"{self.aanloop(kolom)}'{tekst.replace(chr(39), chr(39) * 2)}'{staart}"

    def kaal(self, tekst: str, kolom: int, staart: str) -> str:
        tussen = self.r.choice([" ", "\n" + " " * (kolom + 2)])
        return self.aanloop(kolom) + tekst.replace(" ", tussen) + staart

    def niets(self, _tekst: str, _kolom: int, staart: str) -> str:
        return staart

    def leeg_blok(self, _tekst: str, _kolom: int, staart: str) -> str:
        self.achter_blok = True
        return self.r.choice([" |", " >-", " |+"]) + staart

    def blok(self, tekst: str, kolom: int, staart: str) -> str:
        self.achter_blok = True
        marge = " " * (kolom + self.r.randint(1, 5))
        regels = (marge + r if r else self.r.choice(["", marge]) for r in tekst.split("\n"))
        return f" |{self.r.choice(['', '-', '+'])}{staart}\n" + "\n".join(regels)

    def gevouwen(self, tekst: str, kolom: int, staart: str) -> str:
        self.achter_blok = True
        marge = " " * (kolom + self.r.randint(1, 5))
        regels = "\n\n".join(marge + regel for regel in tekst.split("\n"))
        return f" >{self.r.choice(['', '-', '+'])}{staart}\n{regels}"

    def lijst(self, v: Vraag, kolom: int) -> str:
        delen = [t for t in self.r.choices(WOORDEN, k=self.r.randint(1, 3)) if "\n" not in t]
        punten = [f"- {deel.strip()}" for deel in delen]
        self.waarden[v.id] = v.normalise("\n".join(punten))
        if not delen or self.kans(0.3):
            return f" [{', '.join(map(dubbel, delen))}]" + self.soms(0.2, " ")
        marge = "\n" + " " * (kolom + self.r.randint(0, 3))
        return "".join(
            self.soms(0.2, marge) + f"{marge}- {dubbel(deel)}" + self.soms(0.2, " ")
            for deel in delen
        )
