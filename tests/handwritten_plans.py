"""A small question set, and plans as people write them: in every style, comments everywhere."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field

from trials import AWKWARD
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
EVERYTHING = VELDEN + VRAGEN
WORDS = [
    *(text for text in AWKWARD if text == clean(text) != ""),
    "a\nb",
    "  in\nuit",
    "x y z",
]


def double(text: str) -> str:
    """Return a text between double quotes, with \\u where YAML reads that as JSON does."""
    return json.dumps(text, ensure_ascii=len(text) % 2 == 1 and max(text) < "\ud800")


@dataclass
class Schrijver:
    """Writes a file as people do, at random but the same for the same seed."""

    seed: int
    comments: int = 0

    def __post_init__(self) -> None:
        self.r = random.Random(self.seed)  # noqa: S311 - a test must be the same every time

    def save(self, text: str, without_line_end: float) -> None:
        """Keep the text as it may stand in a file: with or without a mark, and an end of line."""
        text = text.rstrip("\n") if self.odds(without_line_end) else text
        if self.odds(0.1):
            text = f"---\n{text.rstrip()}\n...\n"
        self.text = text
        self.bom, self.crlf = self.odds(0.1), self.odds(0.25)
        lines = text.replace("\n", "\r\n" if self.crlf else "\n").encode()
        self.data = b"\xef\xbb\xbf" * self.bom + lines

    def odds(self, part: float) -> bool:
        return self.r.random() < part

    def comment(self) -> str:
        self.comments += 1
        return f"# opm{self.comments}."

    def soms(self, part: float, before: str, after: str = "") -> str:
        return f"{before}{self.comment()}{after}" if self.odds(part) else ""


@dataclass
class Handschrift(Schrijver):
    """Writes one plan by hand, at random; remembers what it wrote."""

    values: dict[str, str] = field(default_factory=dict)
    is_flow: set[str] = field(default_factory=set)
    behind_block: bool = False  # a deeper comment there would be text of the block

    def __post_init__(self) -> None:
        super().__post_init__()
        parts = [
            self.r.choice(["soort: proef\n", "'soort': \"proef\"  \n", "soort:\n  proef\n"]),
            "vragenlijst: 1\n",
            self.group("gegevens", VELDEN),
            self.group("antwoorden", VRAGEN),
        ]
        if self.odds(0.3):
            self.r.shuffle(parts)
        self.behind_block = True
        self.save(self.white(0) + "".join(part + self.white(0) for part in parts), 0.1)

    def white(self, kolom: int) -> str:
        """Return blank lines and comments that may stand between two keys."""
        result = ""
        for _ in range(self.r.randint(0, 2)):
            deep = self.r.randint(0, kolom if self.behind_block else kolom + 6)
            result += self.r.choice(["\n", "   \n", ""]) + self.soms(0.4, " " * deep, "\n")
        return result

    def group(self, name: str, vragen: tuple[Vraag, ...]) -> str:
        self.behind_block = False
        if self.odds(0.1):
            return ""
        kop = self.r.choice([name, name, f'"{name}"', f"{name} "]) + ":"
        vragen = tuple(v for v in vragen if self.odds(0.75))
        if not vragen:
            return kop + self.r.choice(["", " {}", " {  }", " ''", self.soms(1, " ")]) + "\n"
        if self.odds(0.3):
            vragen = tuple(self.r.sample(vragen, len(vragen)))
        if self.odds(0.2):
            self.is_flow |= {v.id for v in vragen}
            between = self.r.choice([", ", ",\n    ", f" ,\n {self.comment()}\n  "])
            pairs = between.join(self.pair_in_brackets(v) for v in vragen)
            return f"{kop} {{{pairs}{self.r.choice(['', ',', chr(10) + '  '])}}}\n"
        kolom = self.r.choice([2, 2, 1, 3, 4, 8])
        result = kop + self.soms(0.2, "  ") + "\n"
        for v in vragen:
            result += self.white(kolom)
            key = self.r.choice([v.id] * 4 + [f'"{v.id}"', f"'{v.id}'", f"{v.id} "])
            result += f"{' ' * kolom}{key}:{self.value(v, kolom)}\n" + "\n" * self.r.randint(0, 2)
        return result

    def pair_in_brackets(self, v: Vraag) -> str:
        kind = self.r.randint(0, 3)
        self.values[v.id] = ""
        if kind == 0:
            return v.id + self.r.choice(["", ": "])
        text = self.r.choice(WORDS)
        if kind == 1 and v.type.is_block:
            self.values[v.id] = v.normalise(f"- {text.strip()}") if "\n" not in text else ""
            return f"{v.id}: [{double(text)}]" if "\n" not in text else f"{v.id}: "
        self.values[v.id] = v.normalise(text)
        return f"{v.id}:{self.r.choice([' ', '  '])}{double(text)}"

    def value(self, v: Vraag, kolom: int) -> str:
        """Return a value behind its colon, in any style that can say it."""
        self.behind_block = False
        if v.type.is_block and self.odds(0.25):
            return self.lijst(v, kolom)
        text = "" if self.odds(0.15) else self.r.choice(WORDS)
        self.values[v.id] = v.normalise(text)
        tail = self.soms(0.2, " ") or self.r.choice(["", "", "  "])
        lines = text.split("\n")
        styles = [self.double]
        if not text:
            styles += [self.nothing, self.empty_block]
        elif len(lines) == 1:
            styles += [self.enkel]
        if text.replace(" ", "").isalpha() and text.strip() == text:
            styles += [self.bare] * 3
        if text and not text.startswith(" "):
            styles += [self.block] * 3
            if all(line and line[0] != " " for line in lines):
                styles.append(self.gevouwen)
        return self.r.choice(styles)(text, kolom, tail)

    def run_up(self, kolom: int) -> str:
        deep = "\n" + " " * (kolom + self.r.randint(1, 5))
        return self.r.choice([" "] * 5 + ["   ", deep, f" {self.comment()}{deep}"])

    def double(self, text: str, kolom: int, tail: str) -> str:
        return self.run_up(kolom) + double(text) + tail

    def enkel(self, text: str, kolom: int, tail: str) -> str:
        return f"{self.run_up(kolom)}'{text.replace(chr(39), chr(39) * 2)}'{tail}"

    def bare(self, text: str, kolom: int, tail: str) -> str:
        between = self.r.choice([" ", "\n" + " " * (kolom + 2)])
        return self.run_up(kolom) + text.replace(" ", between) + tail

    def nothing(self, _text: str, _kolom: int, tail: str) -> str:
        return tail

    def empty_block(self, _text: str, _kolom: int, tail: str) -> str:
        self.behind_block = True
        return self.r.choice([" |", " >-", " |+"]) + tail

    def block(self, text: str, kolom: int, tail: str) -> str:
        self.behind_block = True
        margin = " " * (kolom + self.r.randint(1, 5))
        lines = (margin + r if r else self.r.choice(["", margin]) for r in text.split("\n"))
        return f" |{self.r.choice(['', '-', '+'])}{tail}\n" + "\n".join(lines)

    def gevouwen(self, text: str, kolom: int, tail: str) -> str:
        self.behind_block = True
        margin = " " * (kolom + self.r.randint(1, 5))
        lines = "\n\n".join(margin + line for line in text.split("\n"))
        return f" >{self.r.choice(['', '-', '+'])}{tail}\n{lines}"

    def lijst(self, v: Vraag, kolom: int) -> str:
        parts = [t for t in self.r.choices(WORDS, k=self.r.randint(1, 3)) if "\n" not in t]
        punten = [f"- {part.strip()}" for part in parts]
        self.values[v.id] = v.normalise("\n".join(punten))
        if not parts or self.odds(0.3):
            return f" [{', '.join(map(double, parts))}]" + self.soms(0.2, " ")
        margin = "\n" + " " * (kolom + self.r.randint(0, 3))
        return "".join(
            self.soms(0.2, margin) + f"{margin}- {double(part)}" + self.soms(0.2, " ")
            for part in parts
        )
