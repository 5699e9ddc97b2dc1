from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.model.answer_markup import (
    EMPHASES,
    LEVELS,
    ListItem,
    Paragraph,
    Run,
    emphases,
    normalise_runs,
    plain_text,
    read_markup,
    read_runs,
    shared_dress,
)
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.document import Tekstdeel


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def punt(text: str, level: int = 0, number: int | None = None) -> ListItem:
    return ListItem((Run(text),), level, number)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", (), id="leeg"),
        pytest.param("a\nb", (paragraph("a\nb"),), id="regeleinde in een alinea"),
        pytest.param("a\n\n\nb", (paragraph("a"), paragraph("b")), id="lege regels"),
        pytest.param("- a\n- b", (punt("a"), punt("b")), id="punten"),
        pytest.param("a\n- b", (paragraph("a"), punt("b")), id="punt direct na alinea"),
        pytest.param("- a\n  - b\n- c", (punt("a"), punt("b", 1), punt("c")), id="dieper"),
        pytest.param(f"- a\n{8 * ' '}- b", (punt("a"), punt("b", LEVELS - 1)), id="veel dieper"),
        pytest.param("    - a", (punt("a"),), id="het eerste punt is niet dieper"),
        pytest.param("- a\n  b\n- c", (punt("a\nb"), punt("c")), id="punt over twee regels"),
        pytest.param("- a\nb", (punt("a"), paragraph("b")), id="regel zonder inspringing"),
        pytest.param("- a\n\n  b", (punt("a"), paragraph("  b")), id="lege regel sluit een punt"),
        pytest.param("3. a\n7. b", (punt("a", 0, 3), punt("b", 0, 4)), id="nummers lopen door"),
        pytest.param(
            "1. a\n   - b\n1. c",
            (punt("a", 0, 1), punt("b", 1), punt("c", 0, 2)),
            id="doorgaan na dieper punt",
        ),
        pytest.param(
            "1. a\n- b\n5. c",
            (punt("a", 0, 1), punt("b"), punt("c", 0, 5)),
            id="nieuwe lijst na een ander punt",
        ),
        pytest.param("1.a", (paragraph("1.a"),), id="nummer zonder spatie"),
        pytest.param("1234. a", (paragraph("1234. a"),), id="te lang nummer"),
        pytest.param("-a", (paragraph("-a"),), id="streepje zonder spatie"),
        pytest.param("-", (paragraph("-"),), id="los streepje"),
        pytest.param("\\- a", (paragraph("- a"),), id="letterlijk streepje"),
        pytest.param("2027\\. a", (paragraph("2027\\. a"),), id="jaartal is geen nummer"),
        pytest.param("12\\. a", (paragraph("12. a"),), id="letterlijk nummer"),
        pytest.param("- \\- a", (punt("- a"),), id="letterlijk streepje in een punt"),
    ],
)
def test_blokken(text, blocks):
    assert read_markup(text) == blocks


VET, CURSIEF = Run("v", vet=True), Run("c", cursief=True)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("**v**", (VET,), id="vet"),
        pytest.param("*c*", (CURSIEF,), id="cursief"),
        pytest.param("a**v**b", (Run("a"), VET, Run("b")), id="midden in een woord"),
        pytest.param("***x***", (Run("x", vet=True, cursief=True),), id="beide"),
        pytest.param(
            "**v *x***", (Run("v ", vet=True), Run("x", vet=True, cursief=True)), id="genest"
        ),
        pytest.param("2 * 3 * 4", (Run("2 * 3 * 4"),), id="maal"),
        pytest.param("a* b*", (Run("a* b*"),), id="geen begin"),
        pytest.param("*a *", (Run("*a *"),), id="geen eind"),
        pytest.param("**a*", (Run("*"), Run("a", cursief=True)), id="half"),
        pytest.param("****", (Run("****"),), id="alleen sterren"),
        pytest.param("\\*a\\*", (Run("*a*"),), id="letterlijke sterren"),
        pytest.param("\\a \\\\", (Run("\\a \\\\"),), id="gewone backslash"),
        pytest.param("[t](https://a.nl)", (Run("t", adres="https://a.nl"),), id="link"),
        pytest.param("[t](mailto:a@b.nl)", (Run("t", adres="mailto:a@b.nl"),), id="e-mail"),
        pytest.param(
            "[a **v**](http://x)",
            (Run("a ", adres="http://x"), Run("v", vet=True, adres="http://x")),
            id="vet in een link",
        ),
        pytest.param("[t](javascript:x)", (Run("[t](javascript:x)"),), id="vreemd schema"),
        pytest.param("[t](a b)", (Run("[t](a b)"),), id="geen adres"),
        pytest.param("[ t](http://x)", (Run("[ t](http://x)"),), id="spatie in de haak"),
        pytest.param("\\[t](http://x)", (Run("[t](http://x)"),), id="letterlijke haak"),
        pytest.param("[a [b](http://x)", (Run("[a "), Run("b", adres="http://x")), id="haken"),
    ],
)
def test_stukken(text, runs):
    assert read_runs(text) == runs


@pytest.mark.parametrize(
    ("raw", "neat"),
    [
        pytest.param([Run("a"), Run("b")], (Run("ab"),), id="gelijke buren"),
        pytest.param([Run("")], (), id="leeg"),
        pytest.param([Run("v ", vet=True), Run("b")], (VET, Run(" b")), id="blanco naar buiten"),
        pytest.param(
            [VET, Run(" "), VET], (Run("v v", vet=True),), id="blanco tussen twee gelijke"
        ),
        pytest.param([Run("a \n"), VET], (Run("a\n"), VET), id="blanco voor regeleinde"),
        pytest.param([Run("a "), Run("\n", vet=True), VET], (Run("a\n"), VET), id="over stukken"),
    ],
)
def test_normaliseer_stukken(raw, neat):
    assert normalise_runs(raw) == neat


def test_platte_tekst_is_een_regel_per_blok():
    assert plain_text(read_markup("**a** b\n\n- [c](http://x)\n1. d")) == "a b\nc\nd"


@trials(400)
@given(st.lists(st.builds(Run, text, *[st.booleans()] * len(EMPHASES), st.sampled_from(["", "u"]))))
def test_normaliseren_van_stukken_is_idempotent(runs):
    neat = normalise_runs(runs)
    assert normalise_runs(neat) == neat
    assert all(one[1:] != other[1:] for one, other in pairwise(neat))


@trials(400)
@given(text)
def test_geen_woord_raakt_zoek(dirty):
    """Only signs of the markup and blanks may disappear."""
    cleaned = clean(dirty)
    runs = [run for block in read_markup(cleaned) for run in block.runs]
    over = iter(cleaned)
    letters = [sign for run in runs for sign in run.text if not sign.isspace()]
    assert all(sign in over for sign in letters)  # in the same order
    if all(not run.adres for run in runs):
        gone = Counter(cleaned) - Counter(letters)
        assert all(sign.isspace() or sign in "*\\-.0123456789" for sign in gone)


@pytest.mark.parametrize("sign", ["*a ", "**a ", "[a ", "[a](https://x ", "* ", "**"])
def test_veel_tekens_zonder_slot_kosten_geen_kwadratische_tijd(sign):
    """With a search to the end for each of them this would take an hour."""
    text = (sign * 40_000).strip()
    assert read_runs(text) == (Run(text),)


def test_elke_nadruk_staat_bij_wat_tekst_draagt():
    """A new one is a row of the table and a field of these two."""
    names = [emphasis.name for emphasis in EMPHASES]
    assert names == [*Run._fields[1:-1]]
    assert set(names) < set(Tekstdeel._fields)
    for run in (Run("x"), Tekstdeel("x")):
        for emphasis in EMPHASES:
            assert emphases(run._replace(**{emphasis.name: True})) == [emphasis]


def test_de_tekens_van_nadruk_zijn_uit_elkaar_te_houden():
    signs = [emphasis.sign for emphasis in EMPHASES]
    assert len(set(signs)) == len(signs)
    assert all(sign in (sign[0], 2 * sign[0]) for sign in signs)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Run("a", vet=True), Run("b", vet=True), Run("", vet=True)),
        (Run("a", vet=True, cursief=True), Run("b", cursief=True), Run("", cursief=True)),
        (Run("a", adres="http://x"), Run("b", adres="http://x"), Run("", adres="http://x")),
        (
            Run("a", vet=True, adres="http://x"),
            Run("b", vet=True, adres="http://y"),
            Run("", vet=True),
        ),
        (Run("a"), Run("a", cursief=True), Run("")),
    ],
)
def test_wat_twee_stukken_samen_hebben(one, other, together):
    assert shared_dress(one, other) == shared_dress(other, one) == together


def test_hoe_diep_een_lijst_gaat_staat_beschreven():
    """Both sentences, by hand for as many levels as Word has styles for."""
    text = (Path(__file__).resolve().parents[2] / "docs" / "formaten.md").read_text("utf-8")
    in_words, in_json = {
        1: ("er is één niveau", "1"),
        2: ("er zijn twee niveaus", "1 of 2"),
        3: ("er zijn drie niveaus", "1, 2 of 3"),
        4: ("er zijn vier niveaus", "1, 2, 3 of 4"),
        5: ("er zijn vijf niveaus", "1, 2, 3, 4 of 5"),
    }[LEVELS]
    assert f"| een punt een niveau dieper; {in_words} |\n" in text
    assert f"| `niveau` | van een punt: {in_json} |\n" in text
