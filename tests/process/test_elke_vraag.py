"""Every question of the list on the screen, in three windows: whole, and in whole words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import CTRL_S, Term

from trials import greep
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.datum import datum_in_words
from uitvoeringsplan.model.tabel import read_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.terminal.keys import SNELTOETSEN
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag

pytestmark = pytest.mark.terminal

WINDOWS = ((80, 24), (60, 20), (120, 40))
LIJST = load_vragenlijst(find_vragen(None))
INLEIDING = {
    vraag.id: part.hoofdstuk.inleiding for part in LIJST.onderdelen for vraag in part.vragen
}
#: What is asked in one go; chapters of choice are there for who goes there.
RONDES = (
    (*LIJST.gegevens, *LIJST.fixed_vragen),
    *(part.vragen for part in LIJST.onderdelen if not part.hoofdstuk.counts),
)
#: What the program itself says in the field, the pane and the remarks; the rest is of the list of
#: questions and of the plan.
OWN = (
    "» ● ○ (geen antwoord) Deze vraag is verplicht. verplicht zodra het plan is vastgesteld."
    " Je mag haar wel even overslaan. verplicht: het plan krijgt de naam die je hier geeft."
    " Deze vraag mag je overslaan."
)


def words(text: str) -> list[str]:
    return text.split()


class Scherm:
    """The parts of the screen of a question: place, question, field, pane and keys."""

    def __init__(self, picture: str) -> None:
        lines = picture.split("\n")
        dashes = [n for n, line in enumerate(lines) if line.startswith("──")]
        self.place = lines[0]
        self.vraag = lines[1 : dashes[0]]
        midden = [line.split("│", 1) for line in lines[dashes[0] + 1 :]]
        below = [n for n, parts in enumerate(midden) if parts[0].startswith("──")]
        bar = next(n for n, parts in enumerate(midden) if re.match(r"(Ctrl\+S|Enter) ", parts[0]))
        end = below[0] if below else bar
        self.veld = [parts[0] for parts in midden[:end]]
        self.pane = [parts[0] for parts in midden[end + 1 : bar]] if below else []
        self.pane += [parts[1] for parts in midden[1:bar] if len(parts) > 1]
        self.bar = [parts[0] for parts in midden[bar:]]


@pytest.mark.parametrize(("kolommen", "rijen"), greep(WINDOWS))
def test_elke_vraag_staat_er_heel(tmp_path: Path, kolommen: int, rijen: int, record_property):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    plan = load_plan(path, LIJST).plan
    seen: list[Vraag] = []
    for ronde in RONDES:
        terminal = Term(
            tmp_path, "verder", path.name, "--vraag", ronde[0].id, "--alles",
            kolommen=kolommen, rijen=rijen,
        )  # fmt: skip
        try:
            for vraag in ronde:
                terminal.wait_for_new(vraag.vraag)
                terminal.rest()
                kijk(Scherm(terminal.picture), vraag, plan.text(vraag), kolommen)
                seen.append(vraag)
                terminal.type_in(CTRL_S)
        finally:
            terminal.sluit()
    heel_in_picture = len(set(seen) & set(LIJST.vragen))
    record_property("vragen heel in beeld", f"{heel_in_picture} van {len(LIJST.vragen)}")
    assert heel_in_picture == len(LIJST.vragen) == 31
    assert len(seen) == len(LIJST.gegevens) + 31


def kijk(screen: Scherm, vraag: Vraag, antwoord: str, kolommen: int) -> None:
    """Compare each part with the words that it is made of: none is broken or missing."""
    kind = "gegeven" if vraag in LIJST.gegevens else "vraag"
    assert re.match(rf"({kind} \d+ van \d+|[^|]+) \| |{kind} \d+ van \d+", screen.place)
    assert " ".join(screen.vraag) == vraag.vraag
    own = words(OWN)
    source = words(f"{shown(vraag, antwoord)} {' '.join(vraag.keuzes)}")
    heel(screen.veld, [*source, *own], kolommen)
    explanation = f"{vraag.toelichting} {INLEIDING.get(vraag.id, '')}"
    heel(screen.pane, [*words(explanation), *own], kolommen)
    assert screen.pane or not vraag.toelichting
    heel(screen.bar, [word for t in SNELTOETSEN for word in words(t.bar)], kolommen)


def shown(vraag: Vraag, antwoord: str) -> str:
    """Return an answer as it stands in the field, or as rows to choose from."""
    if vraag.type is TYPES["datum"]:
        return datum_in_words(antwoord)
    if vraag.type is TYPES["tabel"]:
        rijen = (
            f"{n}. {'; '.join(datum_in_words(cel) for cel in rij)}"
            for n, rij in enumerate(read_tabel(vraag.kolommen, antwoord), 1)
        )
        return " ".join([*rijen, "een rij erbij klaar, naar de volgende vraag"])
    return antwoord


def heel(lines: list[str], source: list[str], kolommen: int) -> None:
    """Hold that each word on these lines is a whole one, unless no line is long enough for it."""
    for line in lines:
        for word in words(line):
            past_not = any(word in lang for lang in source if len(lang) > kolommen // 3)
            assert word in source or past_not, f"{word!r} is gebroken in {line!r}"
