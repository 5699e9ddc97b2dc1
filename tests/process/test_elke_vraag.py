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

VENSTERS = ((80, 24), (60, 20), (120, 40))
LIJST = load_vragenlijst(find_vragen(None))
INLEIDING = {
    vraag.id: deel.hoofdstuk.inleiding for deel in LIJST.onderdelen for vraag in deel.vragen
}
#: What is asked in one go; chapters of choice are there for who goes there.
RONDES = (
    (*LIJST.gegevens, *LIJST.vaste_vragen),
    *(deel.vragen for deel in LIJST.onderdelen if not deel.hoofdstuk.counts),
)
#: What the program itself says in the field, the pane and the remarks; the rest is of the list of
#: questions and of the plan.
EIGEN = (
    "» ● ○ (geen antwoord) Deze vraag is verplicht. verplicht zodra het plan is vastgesteld."
    " Je mag haar wel even overslaan. verplicht: het plan krijgt de naam die je hier geeft."
    " Deze vraag mag je overslaan."
)


def woorden(tekst: str) -> list[str]:
    return tekst.split()


class Scherm:
    """The parts of the screen of a question: place, question, field, pane and keys."""

    def __init__(self, beeld: str) -> None:
        regels = beeld.split("\n")
        strepen = [n for n, regel in enumerate(regels) if regel.startswith("──")]
        self.plek = regels[0]
        self.vraag = regels[1 : strepen[0]]
        midden = [regel.split("│", 1) for regel in regels[strepen[0] + 1 :]]
        onder = [n for n, delen in enumerate(midden) if delen[0].startswith("──")]
        balk = next(n for n, delen in enumerate(midden) if re.match(r"(Ctrl\+S|Enter) ", delen[0]))
        einde = onder[0] if onder else balk
        self.veld = [delen[0] for delen in midden[:einde]]
        self.paneel = [delen[0] for delen in midden[einde + 1 : balk]] if onder else []
        self.paneel += [delen[1] for delen in midden[1:balk] if len(delen) > 1]
        self.balk = [delen[0] for delen in midden[balk:]]


@pytest.mark.parametrize(("kolommen", "rijen"), greep(VENSTERS))
def test_elke_vraag_staat_er_heel(tmp_path: Path, kolommen: int, rijen: int, record_property):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    plan = load_plan(pad, LIJST).plan
    gezien: list[Vraag] = []
    for ronde in RONDES:
        terminal = Term(
            tmp_path, "verder", pad.name, "--vraag", ronde[0].id, "--alles",
            kolommen=kolommen, rijen=rijen,
        )  # fmt: skip
        try:
            for vraag in ronde:
                terminal.wacht_op_nieuw(vraag.vraag)
                terminal.rust()
                kijk(Scherm(terminal.beeld), vraag, plan.tekst(vraag), kolommen)
                gezien.append(vraag)
                terminal.typ(CTRL_S)
        finally:
            terminal.sluit()
    heel_in_beeld = len(set(gezien) & set(LIJST.vragen))
    record_property("vragen heel in beeld", f"{heel_in_beeld} van {len(LIJST.vragen)}")
    assert heel_in_beeld == len(LIJST.vragen) == 31
    assert len(gezien) == len(LIJST.gegevens) + 31


def kijk(scherm: Scherm, vraag: Vraag, antwoord: str, kolommen: int) -> None:
    """Compare each part with the words that it is made of: none is broken or missing."""
    soort = "gegeven" if vraag in LIJST.gegevens else "vraag"
    assert re.match(rf"({soort} \d+ van \d+|[^|]+) \| |{soort} \d+ van \d+", scherm.plek)
    assert " ".join(scherm.vraag) == vraag.vraag
    eigen = woorden(EIGEN)
    bron = woorden(f"{getoond(vraag, antwoord)} {' '.join(vraag.keuzes)}")
    heel(scherm.veld, [*bron, *eigen], kolommen)
    uitleg = f"{vraag.toelichting} {INLEIDING.get(vraag.id, '')}"
    heel(scherm.paneel, [*woorden(uitleg), *eigen], kolommen)
    assert scherm.paneel or not vraag.toelichting
    heel(scherm.balk, [woord for t in SNELTOETSEN for woord in woorden(t.balk)], kolommen)


def getoond(vraag: Vraag, antwoord: str) -> str:
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


def heel(regels: list[str], bron: list[str], kolommen: int) -> None:
    """Hold that each word on these lines is a whole one, unless no line is long enough for it."""
    for regel in regels:
        for woord in woorden(regel):
            past_niet = any(woord in lang for lang in bron if len(lang) > kolommen // 3)
            assert woord in bron or past_niet, f"{woord!r} is gebroken in {regel!r}"
