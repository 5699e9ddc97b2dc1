"""Every habit of another program, tried on a document in the form of that program."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest
from other_programs import (
    afgekapt,
    met_inhoudsopgave_over,
    met_invulopdracht,
    met_plaatshoudervlag,
    met_slokkende_link,
    met_verspreid_vet,
    with_bare_field,
    with_bookmarks_above,
    with_coloured_heads,
    with_comment_for_words,
    with_copied_bookmarks,
    with_field_in_paragraph,
    with_first_points_apart,
    with_half_signs,
    with_lists_that_run_on,
    with_other_addresses,
    with_repeated_field,
    with_short_links,
    without_labels,
    without_words,
)
from returned_documents import Bewerker, deviations, edited, terug

from uitvoeringsplan.word import returned
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.habits import HABITS

FOLDER = Path(returned.__path__[0])
PAGE = Path(__file__).parents[3] / "docs" / "andere-programmas.md"
PROGRAMS = ("LibreOffice", "AbiWord", "ONLYOFFICE", "SuperDoc", "Aspose", "eigenpal", "docxcompose")
ID = "borgen-afdelingen"
SIGN = "\N{SLIGHTLY SMILING FACE}"

#: What the program of a row does to our document; with the id of the one answer that is a question.
UNSEEN = {
    "MOVED_CONTROL": lambda lijst: with_bare_field(lijst, "alias", "id"),
    "NAMELESS_CONTROL": with_bare_field,
    "LINK_AS_CODE": lambda lijst: with_bare_field(lijst, "alias"),
    "REPEATED_CONTROL": lambda _: with_repeated_field("kenmerk"),
    "SHORT_LINK": lambda _: with_short_links,
    "TEXT_CONTROL": with_field_in_paragraph,
    "LONG_LINK": met_slokkende_link,
    "CONTENTS_GOES_ON": lambda _: met_inhoudsopgave_over("lokale-ambitie"),
    "BOOKMARK_ABOVE": lambda _: with_bookmarks_above,
    "OTHER_ADDRESS": lambda _: with_other_addresses,
    "FIRST_POINT_APART": lambda _: with_first_points_apart,
    "COLOUR_ON_WORDS": lambda _: with_coloured_heads,
}
ASKED = {
    "PLACEHOLDER_FLAG": (
        lambda _: met_plaatshoudervlag(ID, "Typte iemand.", "PlaceholderText"),
        "niets ingevuld",
    ),
    "COMMENT_TAKES_WORDS": (lambda _: with_comment_for_words(ID), "stond een opmerking"),
    "WORDS_GONE": (lambda _: without_words(ID), "de tekst ook"),
}
TOLD = {
    "DROPPED_CONTROLS": (met_verspreid_vet, "vet of cursief."),
    "NUMBERS_RUN_ON": (lambda _: with_lists_that_run_on, "nummers."),
    "SIGN_LOST": (lambda lijst: with_half_signs(lijst, SIGN, "\uf642"), "tekens."),
}

#: What has a test of its own below.
OTHERS = ("CONTROL_IN_LINK", "FILL_IN_FIELD", "COPIED_BOOKMARK", "PLACEHOLDER_AS_TEXT")


@pytest.fixture(scope="module")
def plan(plannen):
    plan = plannen["oudermeer"]
    signs = {name: text.replace(". ", f". {SIGN} ") for name, text in plan.antwoorden.items()}
    return plan._replace(antwoorden=signs | {"acties": plan.antwoorden["acties"]})


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


def test_elke_rij_heeft_een_proef():
    assert {*UNSEEN, *ASKED, *TOLD, *OTHERS} == {*HABITS}


@pytest.mark.parametrize("name", UNSEEN)
def test_wat_een_programma_zelf_doet_verandert_niets(made, real_lijst, plan, name):
    data = edited(made, UNSEEN[name](real_lijst))
    assert data != made
    assert deviations(real_lijst, plan, terug(data, real_lijst, plan)) == {}


@pytest.mark.parametrize("name", ASKED)
def test_wat_niet_te_weten_is_wordt_gevraagd(made, real_lijst, plan, name):
    perform, words = ASKED[name]
    reading = terug(edited(made, perform(real_lijst)), real_lijst, plan)
    antwoord = reading.antwoorden[ID]
    assert not antwoord.is_certain
    assert any(words in one.message for one in reading.doubts if one.vraag_id == ID)
    assert deviations(real_lijst, plan, reading, [ID]) == {}


def test_alleen_een_begin_wordt_ook_gevraagd(made, real_lijst, plan):
    """The other half of WORDS_GONE."""
    reading = terug(edited(made, afgekapt(real_lijst)), real_lijst, plan)
    assert not reading.antwoorden[ID].is_certain


@pytest.mark.parametrize("name", TOLD)
def test_wat_een_programma_overal_doet_is_een_regel(made, real_lijst, plan, name):
    perform, words = TOLD[name]
    reading = terug(edited(made, perform(real_lijst)), real_lijst, plan)
    (doubt,) = (one for one in reading.doubts if "heeft opmaak veranderd" in one.message)
    assert words in doubt.message
    for vraag in real_lijst.vragen:
        antwoord = reading.antwoorden[vraag.id]
        assert (antwoord.text, antwoord.is_certain) == (plan.text(vraag), True), vraag.id


@pytest.mark.parametrize("sign", HABITS["FILL_IN_FIELD"].signs)
def test_een_veld_om_in_te_vullen(made, real_lijst, plan, sign):
    reading = terug(edited(made, met_invulopdracht(real_lijst, f" {sign} ")), real_lijst, plan)
    assert reading.doubts == ()
    assert set(reading.missing) >= {"kenmerk", "status"}
    for vraag in real_lijst.vragen:
        if vraag.type.is_block:
            assert reading.antwoorden[vraag.id].text == plan.text(vraag), vraag.id


def test_een_invulveld_in_een_link(made, real_lijst, plan):
    """CONTROL_IN_LINK: with other words the old text no longer tells where the link begins."""
    name = "deskundigheid-intern"
    data = edited(
        made,
        with_field_in_paragraph(real_lijst),
        lambda b: b.replace("verdiepende training", "grondige training"),
    )
    reading = terug(data, real_lijst, plan)
    antwoord = reading.antwoorden[name]
    assert antwoord.text == plan.antwoorden[name].replace("verdiepende", "grondige")
    assert deviations(real_lijst, plan, reading, [name]) == {}


def test_een_bladwijzer_die_een_kopie_is(made, real_lijst, plan):
    """COPIED_BOOKMARK: all that is left where the line of the question is gone too."""
    field = met_invulopdracht(real_lijst, " FORMTEXT ")
    data = edited(made, without_labels(real_lijst), field, with_copied_bookmarks)
    assert HABITS["COPIED_BOOKMARK"].signs[0] in Bewerker(data).parts["word/document.xml"].decode()
    reading = terug(data, real_lijst, plan)
    for vraag in real_lijst.vragen:
        if vraag.type.is_block:
            assert reading.antwoorden[vraag.id].text == plan.text(vraag), vraag.id


def test_getypt_midden_in_een_aanwijzing(sjabloon, real_lijst, plannen):
    """PLACEHOLDER_AS_TEXT: what LibreOffice leaves of the control is text around it."""
    leeg = plannen["leeg"]

    def type_in(reviser: Bewerker) -> None:
        first = next(t for t in reviser.document.iter() if (t.text or "").startswith("Klik of tik"))
        first.text = first.text.replace("of", "Typte iemand. of", 1)

    made = fill(sjabloon, real_lijst, leeg)
    data = edited(made, with_bare_field(real_lijst, "alias", "id"), type_in)
    reading = terug(data, real_lijst, leeg)
    assert reading.antwoorden["lokale-ambitie"].text == "Typte iemand."
    assert deviations(real_lijst, leeg, reading, ["lokale-ambitie"]) == {}


@pytest.mark.parametrize("name", HABITS)
def test_wie_ernaar_handelt_noemt_de_rij(name):
    source = (FOLDER / f"{HABITS[name].acts}.py").read_text("utf-8")
    assert re.search(rf"\b{name}\b", source)


def test_alleen_de_tabel_noemt_programmas():
    """A comment or a docstring that names one elsewhere would be a second table."""
    named = [
        f"{path.name}: {text.strip()[:60]}"
        for path in FOLDER.glob("*.py")
        if path.name != "habits.py"
        for text in _comments(path.read_text("utf-8"))
        if any(program in text for program in PROGRAMS)
    ]
    assert named == []


def _comments(source: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    nodes = ast.walk(ast.parse(source))
    with_text = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return comments + [
        ast.get_docstring(node) or "" for node in nodes if isinstance(node, with_text)
    ]


def test_de_bladzijde_toont_de_tabel():
    lines = PAGE.read_text("utf-8").split("\n")
    first = lines.index("| wat een programma doet | welke | waaraan te zien | wat `inlezen` doet |")
    rows = []
    for line in lines[first + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(line)
    assert rows == [
        f"| {row.what} | {', '.join(row.programs)} | {row.known_by} | {row.outcome} |"
        for row in HABITS.values()
    ]
