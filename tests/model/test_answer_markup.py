from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
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


def alinea(tekst: str) -> Paragraph:
    return Paragraph((Run(tekst),))


def punt(tekst: str, niveau: int = 0, nummer: int | None = None) -> ListItem:
    return ListItem((Run(tekst),), niveau, nummer)


@pytest.mark.parametrize(
    ("tekst", "blokken"),
    [
        pytest.param("", (), id="leeg"),
        pytest.param("a\nb", (alinea("a\nb"),), id="regeleinde in een alinea"),
        pytest.param("a\n\n\nb", (alinea("a"), alinea("b")), id="lege regels"),
        pytest.param("- a\n- b", (punt("a"), punt("b")), id="punten"),
        pytest.param("a\n- b", (alinea("a"), punt("b")), id="punt direct na alinea"),
        pytest.param("- a\n  - b\n- c", (punt("a"), punt("b", 1), punt("c")), id="dieper"),
        pytest.param(f"- a\n{8 * ' '}- b", (punt("a"), punt("b", LEVELS - 1)), id="veel dieper"),
        pytest.param("    - a", (punt("a"),), id="het eerste punt is niet dieper"),
        pytest.param("- a\n  b\n- c", (punt("a\nb"), punt("c")), id="punt over twee regels"),
        pytest.param("- a\nb", (punt("a"), alinea("b")), id="regel zonder inspringing"),
        pytest.param("- a\n\n  b", (punt("a"), alinea("  b")), id="lege regel sluit een punt"),
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
        pytest.param("1.a", (alinea("1.a"),), id="nummer zonder spatie"),
        pytest.param("1234. a", (alinea("1234. a"),), id="te lang nummer"),
        pytest.param("-a", (alinea("-a"),), id="streepje zonder spatie"),
        pytest.param("-", (alinea("-"),), id="los streepje"),
        pytest.param("\\- a", (alinea("- a"),), id="letterlijk streepje"),
        pytest.param("2027\\. a", (alinea("2027\\. a"),), id="jaartal is geen nummer"),
        pytest.param("12\\. a", (alinea("12. a"),), id="letterlijk nummer"),
        pytest.param("- \\- a", (punt("- a"),), id="letterlijk streepje in een punt"),
    ],
)
def test_blokken(tekst, blokken):
    assert read_markup(tekst) == blokken


VET, CURSIEF = Run("v", vet=True), Run("c", cursief=True)


@pytest.mark.parametrize(
    ("tekst", "stukken"),
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
def test_stukken(tekst, stukken):
    assert read_runs(tekst) == stukken


@pytest.mark.parametrize(
    ("ruw", "netjes"),
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
def test_normaliseer_stukken(ruw, netjes):
    assert normalise_runs(ruw) == netjes


def test_platte_tekst_is_een_regel_per_blok():
    assert plain_text(read_markup("**a** b\n\n- [c](http://x)\n1. d")) == "a b\nc\nd"


@proeven(400)
@given(st.lists(st.builds(Run, tekst, st.booleans(), st.booleans(), st.sampled_from(["", "u"]))))
def test_normaliseren_van_stukken_is_idempotent(stukken):
    netjes = normalise_runs(stukken)
    assert normalise_runs(netjes) == netjes
    assert all(
        (een.vet, een.cursief, een.adres) != (ander.vet, ander.cursief, ander.adres)
        for een, ander in pairwise(netjes)
    )


@proeven(400)
@given(tekst)
def test_geen_woord_raakt_zoek(vuil):
    """Only signs of the markup and blanks may disappear."""
    schone = clean(vuil)
    stukken = [stuk for blok in read_markup(schone) for stuk in blok.stukken]
    over = iter(schone)
    letters = [teken for stuk in stukken for teken in stuk.tekst if not teken.isspace()]
    assert all(teken in over for teken in letters)  # in the same order
    if all(not stuk.adres for stuk in stukken):
        weg = Counter(schone) - Counter(letters)
        assert all(teken.isspace() or teken in "*\\-.0123456789" for teken in weg)


@pytest.mark.parametrize("teken", ["*a ", "**a ", "[a ", "[a](https://x ", "* ", "**"])
def test_veel_tekens_zonder_slot_kosten_geen_kwadratische_tijd(teken):
    """With a search to the end for each of them this would take an hour."""
    tekst = (teken * 40_000).strip()
    assert read_runs(tekst) == (Run(tekst),)


def test_elke_nadruk_staat_bij_wat_tekst_draagt():
    """A new one is a row of the table and a field of these two."""
    namen = [nadruk.name for nadruk in EMPHASES]
    assert namen == [*Run._fields[1:-1]]
    assert set(namen) < set(Tekstdeel._fields)
    for stuk in (Run("x"), Tekstdeel("x")):
        for nadruk in EMPHASES:
            assert emphases(stuk._replace(**{nadruk.name: True})) == [nadruk]


def test_de_tekens_van_nadruk_zijn_uit_elkaar_te_houden():
    tekens = [nadruk.sign for nadruk in EMPHASES]
    assert len(set(tekens)) == len(tekens)
    assert all(teken in (teken[0], 2 * teken[0]) for teken in tekens)


@pytest.mark.parametrize(
    ("een", "ander", "samen"),
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
def test_wat_twee_stukken_samen_hebben(een, ander, samen):
    assert shared_dress(een, ander) == shared_dress(ander, een) == samen
