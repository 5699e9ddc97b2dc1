"""The whole conversation in a real terminal: every text arrives, and the screens are as stored.

`UVP_SCHERMEN=nieuw pytest tests/process/test_heel_gesprek.py` stores the screens anew. Look at the
difference before it goes into git: a screen is what a user sees.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from typing import TYPE_CHECKING

from terminal_screen import BACKSPACE, CTRL_A, CTRL_C, CTRL_S, ENTER, ESC, F1, F3, F5, OMLAAG, Term

from trials import greep
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag

pytestmark = pytest.mark.terminal

_SCHERMEN = Path(__file__).resolve().parent.parent / "data" / "schermen"
_VERNIEUW = os.environ.get("UVP_SCHERMEN") == "nieuw"

# What is typed for each field; a tuple has what is typed and what the plan then says.
VELDEN: dict[str, str | tuple[str, str]] = {
    "gemeente": "Súdwest-Fryslân",
    "gemeentecode": "gm1900",
    "periode-van": "2027",
    "periode-tot": "2028",
    "bestuurlijk-trekker": "wethouder “Samen: leven” # en 'zorg'",
    "portefeuillehouders": "- burgemeester\n- wethouder Jeugd & Onderwijs",
    "opsteller": "team **Veiligheid** 😀",
    "contact": "veiligheid@fryslan.example",
    "status": "ter bespreking",
    "versie": "010",
    "datum": ("1-3-2027", "2027-03-01"),
    "vastgesteld-door": "burgemeester",
    "datum-vaststelling": ("2027-02-16", "2027-02-16"),
    "raad-geinformeerd": "",
    "kenmerk": "nee",
    "kader": 'Plan "A": [concept] {x}',
    "regionale-agenda": "Strategische Agenda 2027-2030",
    "openbaarheid": "alleen intern",
    "datum-herziening": ("03-10-2028", "2028-10-03"),
    "indeling": "koppen",
}
#: Where the program says something of the answer first; it may stay as it is.
MET_ADVIES = ("datum-vaststelling",)
# Answers that YAML, a terminal or the markup could take for something else, in turn.
TEXTS = (
    "Eerste alinea met één “aanhaling” en 'nog een'.\n\nTweede alinea: **vet**, *schuin*.\n\n"
    "- punt één\n- punt twee\n\nSlot 😀.",
    "nee",
    "010",
    "# geen commentaar\n---\n...\n<<<<<<< HEAD",
    "1. eerst\n2. daarna\n\nZie [de site](https://voorbeeld.example/a?b=c#d).",
    "a: b\n  c: d\ne",
    "Een lange regel " * 40 + "einde",
    "regel een\nregel twee\n\n\nregel na twee lege regels",
)
LIJSTEN = (
    "- Doel: helft minder; 50% \\ 10\n  - onderdeel\n  - nog een\n- Doel 2",
    ("nee\n010\n~", "- nee\n- 010\n- ~"),  # whoever leaves out the signs gets them
    "- Ærøskøbing, Čapek, Ελλάδα, 日本語 en 👩‍👩‍👧‍👦\n- **vet**: 'a' \"b\"",
    "- # geen commentaar\n- a: b\n- Een lange regel " + "die maar doorgaat " * 12 + "en stopt",
)


class Gesprek:
    """A user who answers every question; `bij` names what to look at before an answer."""

    def __init__(self, map_: Path, kolommen: int) -> None:
        self.map = map_
        self.kolommen = kolommen
        self.lijst = load_vragenlijst(find_vragen(None))
        # Chapters of choice are there for who goes there; nobody is asked.
        self.vragen = [*self.lijst.gegevens, *self.lijst.fixed_vragen]
        self.expected: dict[str, str] = {}

    def start(self, *arguments: str) -> Term:
        return Term(self.map, *arguments, kolommen=self.kolommen)

    def text(self, vraag: Vraag) -> tuple[str, str]:
        """Return what to type and what must be in the plan afterwards."""
        if vraag.id in VELDEN:
            typed = VELDEN[vraag.id]
        else:
            keus = LIJSTEN if vraag.type is TYPES["lijst"] else TEXTS
            kind = [v for v in self.lijst.vragen if v.type is vraag.type]
            typed = keus[kind.index(vraag) % len(keus)]
        return typed if isinstance(typed, tuple) else (typed, typed)

    def beantwoord(self, terminal: Term, vraag: Vraag) -> None:
        typed, self.expected[vraag.id] = self.text(vraag)
        if vraag.keuzes:
            assert vraag.type is TYPES["keuze"]
            start = vraag.keuzes.index(vraag.standaard) if vraag.standaard else 0
            stappen = vraag.keuzes.index(typed) - start
            terminal.type_in(OMLAAG * stappen + ENTER)
            return
        # What was filled in is selected and typed over; an empty answer takes it away.
        wis = CTRL_A + ("" if typed else BACKSPACE) if vraag.standaard else ""
        if vraag.type.is_block:
            terminal.type_in(wis + typed.replace("\n", ENTER) + CTRL_S)
        else:
            terminal.type_in(wis + typed + ENTER)
        if vraag.id in MET_ADVIES:
            terminal.wait_for_new("keer verder.")
            terminal.type_in(ENTER)


@pytest.mark.parametrize("kolommen", greep([80, 20]))
def test_een_heel_gesprek(tmp_path, kolommen):
    gesprek = Gesprek(tmp_path, kolommen)
    terminal = gesprek.start("nieuw")
    terminal.wait_for_new(gesprek.vragen[0].vraag)
    vergelijk("start", terminal)
    for vraag in gesprek.vragen[:-3]:
        terminal.wait_for_new(vraag.vraag)
        BIJ.get(vraag.id, lambda _: None)(terminal)
        gesprek.beantwoord(terminal, vraag)
    terminal.wait_for_new(gesprek.vragen[-3].vraag)
    terminal.type_in("Half een zin en dan")
    terminal.wait_for("Half een zin en dan")
    terminal.type_in(CTRL_C)
    terminal.wait_for("Stoppen? Ctrl+C of b: bewaren en stoppen.")
    vergelijk("stopvraag", terminal)
    terminal.type_in(CTRL_C)
    assert terminal.end() == 130
    vergelijk("stoppen", terminal)
    terminal.sluit()

    terminal = gesprek.start("verder")
    terminal.wait_for("Waar wil je verder?", keys=True)
    vergelijk("verder", terminal)
    terminal.type_in(ENTER)
    terminal.wait_for_new(gesprek.vragen[-3].vraag, "Half een zin en dan")
    terminal.type_in(CTRL_A + BACKSPACE)
    for vraag in gesprek.vragen[-3:]:
        if vraag is not gesprek.vragen[-3]:
            terminal.wait_for_new(vraag.vraag)
        gesprek.beantwoord(terminal, vraag)
    terminal.wait_for("Zal ik nu het Word-bestand maken?", keys=True)
    vergelijk("einde", terminal)
    terminal.type_in(ENTER)
    assert terminal.end() == 0
    terminal.sluit()

    plan = load_plan(tmp_path / "sudwest-fryslan.plan.yaml", gesprek.lijst).plan
    assert {vraag.id: plan.value(vraag) for vraag in gesprek.vragen} == gesprek.expected
    assert (tmp_path / "sudwest-fryslan.docx").exists()
    assert not [*(tmp_path / ".concepten").iterdir()]


def foute_datum(terminal: Term) -> None:
    terminal.type_in("31-02-2027" + ENTER)
    terminal.wait_for("is geen datum. Schrijf de datum als")
    vergelijk("foute-datum", terminal)
    terminal.type_in(CTRL_A)  # the right one is typed over it


def lange_vraag(terminal: Term) -> None:
    vergelijk("lange-vraag", terminal)
    terminal.type_in(F1)
    terminal.wait_for("Toetsen (")
    vergelijk("toetsen", terminal)
    terminal.type_in(ESC)
    terminal.wait_for("── Uitleg")


def voorbeeld(terminal: Term) -> None:
    terminal.type_in(F3)
    terminal.wait_for("Voorbeeld")
    vergelijk("voorbeeld", terminal)


def spronglijst(terminal: Term) -> None:
    terminal.type_in("Alvast" + F5)
    terminal.wait_for("Zoek: typ een woord")
    vergelijk("spronglijst", terminal)
    terminal.type_in(ENTER)
    terminal.wait_for_new("Alvast")
    terminal.type_in(CTRL_A)


BIJ = {
    "status": lambda terminal: vergelijk("keuzelijst", terminal),
    "datum": foute_datum,
    "lokaal-beeld-instrumenten": lange_vraag,
    "samenwerking-vorm": voorbeeld,
    "dialoog-inwoners": spronglijst,
}


def vergelijk(name: str, terminal: Term) -> None:
    """Compare the window with the stored screen."""
    terminal.rest()
    picture = re.sub(r"\b\d\d:\d\d\b", "UU:MM", terminal.picture)
    picture = re.sub(r"\b\d\d-\d\d-\d{4} om", "DD-MM-JJJJ om", picture) + "\n"
    path = _SCHERMEN / f"{name}-{terminal.screen.columns}.txt"
    if _VERNIEUW:
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture, encoding="utf-8")
    assert picture == path.read_text(encoding="utf-8")
