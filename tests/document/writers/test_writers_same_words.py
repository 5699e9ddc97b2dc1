"""Word and every format that we write ourselves say the same, word for word, whatever was answered.

It goes by `WRITERS`: a format of bare words is tried as it is, one with signs of its own fails
until `READERS` says how it is read.
"""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from docx_words import Woordlezer
from html_reader import keur
from hypothesis import given
from hypothesis import strategies as st
from markdown_reader import as_html, words

from trials import text as lastige_tekst
from trials import trials
from uitvoeringsplan.document import writers
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.document import words as words_in
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon

ROOT = Path(__file__).resolve().parents[3]
PLANNEN = ("voorbeelden/oudermeer.plan.yaml", "tests/data/maastricht.plan.yaml")
LINES = st.lists(
    st.builds(
        lambda start, words_: start + " ".join(words_),
        st.sampled_from(["", "- ", "  - ", "1. ", "  3. ", "7. ", "  ", "# ", "> "]),
        st.lists(
            st.sampled_from(
                ["a", "bé", "**vet**", "*schuin*", "***beide***", "[l](https://x.nl/a?b=1&c)",
                 "**a *b* c**", "*", "[x]", "\\*", "&amp;", "<b>", "`", "~~", "_d_", "1.", "😀",
                 "-", "|"]
            ),
            max_size=5,
        ),
    )
    | st.just(""),
    max_size=9,
).map("\n".join)  # fmt: skip
ANTWOORD = (lastige_tekst | LINES).map(clean)


def _lijst(*, intern: bool) -> Vragenlijst:
    heel = load_vragenlijst(ROOT / "vragen.yaml")
    return internal_part(heel) if intern else public_part(heel)


def _open(lijst: Vragenlijst) -> Sjabloon:
    data = (ROOT / "templates" / lijst.sjabloon).read_bytes()
    return open_sjabloon(data, lijst.sjabloon, lijst)


LIJSTEN = {intern: _lijst(intern=intern) for intern in (False, True)}
SJABLONEN = {intern: _open(lijst) for intern, lijst in LIJSTEN.items()}


def value(vraag: Vraag) -> st.SearchStrategy[str]:
    """Return answers of any kind that a question of this type can have."""
    if vraag.type is TYPES["tabel"]:
        rij = st.tuples(*(value(kolom.vraag) for kolom in vraag.kolommen))
        return st.lists(rij.filter(any), max_size=3).map(write_tabel)
    if vraag.type in (TYPES["keuze"], TYPES["meerkeuze"]):
        return st.sampled_from(vraag.keuzes)
    if vraag.type is TYPES["datum"]:
        return st.dates().map(lambda datum: datum.isoformat())
    if vraag.type is TYPES["getal"]:
        return st.integers(0, 9999).map(str)
    if vraag.type is TYPES["jaanee"]:
        return st.sampled_from(["ja", "nee"])
    return ANTWOORD if vraag.type.is_block else ANTWOORD.map(one_line)


@st.composite
def plannen(draw, lijst: Vragenlijst) -> Plan:
    """Return a plan with any answer to some of the questions."""

    def filled(vragen, at_most: int) -> dict[str, str]:
        chosen = draw(st.lists(st.sampled_from(vragen), unique_by=lambda v: v.id, max_size=at_most))
        return {vraag.id: draw(value(vraag)) for vraag in chosen}

    return Plan("polarisatie", "1", filled(lijst.gegevens, 6), filled(lijst.vragen, 4))


def words_of_html(html: str) -> list[str]:
    return keur(html).words


def words_of_markdown(md: str) -> list[str]:
    assert "\n\n\n" not in md
    assert not re.search(r" $", md, re.MULTILINE)
    ongenummerd = re.sub(r"^(#+) \d+(?:\.\d+)* ", r"\1 ", md, flags=re.MULTILINE)
    return words(as_html(ongenummerd))


BARE: tuple[Callable[[str], list[str]], bool] = (str.split, False)
#: By the format: how its words are read, by a program that is not ours, and whether they stand in
#: the order and with the additions that Markdown has (`docx_words.py`).
READERS = {
    "html": (words_of_html, False),
    "md": (words_of_markdown, True),
}


def vergelijk(docx: bytes) -> None:
    document = read_document(docx, "plan.docx")
    for name in writers.WRITERS:
        read, as_md = READERS.get(name, BARE)
        text = writers.write(name, document, None).decode()
        assert read(text) == Woordlezer(docx, md=as_md).words(), name


@pytest.mark.parametrize("intern", [False, True], ids=["openbaar", "intern"])
@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
@pytest.mark.parametrize("status", ["concept", "vastgesteld"])
@pytest.mark.parametrize("path", PLANNEN)
def test_een_echt_plan(path, status, indeling, intern):
    heel = load_vragenlijst(ROOT / "vragen.yaml")
    plan = load_plan(ROOT / path, heel).plan
    plan.gegevens.update({"status": status, "indeling": indeling})
    part = plan_for(LIJSTEN[intern], heel, plan)
    vergelijk(fill(SJABLONEN[intern], LIJSTEN[intern], part))


@pytest.mark.parametrize("intern", [False, True], ids=["openbaar", "intern"])
@trials(40)
@given(data=st.data())
def test_elk_plan(intern, data):
    lijst = LIJSTEN[intern]
    vergelijk(fill(SJABLONEN[intern], lijst, data.draw(plannen(lijst))))


def test_een_leeg_plan():
    vergelijk(fill(SJABLONEN[False], LIJSTEN[False], Plan("polarisatie", "1")))


def _example() -> bytes:
    plan = load_plan(ROOT / PLANNEN[0], load_vragenlijst(ROOT / "vragen.yaml")).plan
    return fill(SJABLONEN[False], LIJSTEN[False], plan_for(LIJSTEN[False], LIJSTEN[False], plan))


@pytest.mark.parametrize("lost", [0, 1], ids=["alle woorden", "zonder het eerste woord"])
def test_een_nieuw_formaat_wordt_vanzelf_vergeleken(monkeypatch, lost):
    module = ModuleType("bare")
    module.write_bare = lambda document, _: " ".join(
        words_in((*document.cover, *document.content))[lost:]
    )
    monkeypatch.setitem(sys.modules, f"{writers.__name__}.bare", module)
    monkeypatch.setitem(writers.WRITERS, "proef", ("bare", "write_bare"))
    with pytest.raises(AssertionError, match="proef") if lost else nullcontext():
        vergelijk(_example())
