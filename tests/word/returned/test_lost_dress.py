"""What LibreOffice leaves of a first paragraph, and what an older text gives back to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.model.answer_markup import Run, normalise_runs, read_markup, read_runs
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.word.returned.lost_dress import Flattened, find_same, flatten, restore

OLD = "Begin **vet** en [een link](https://x.nl/a) en *schuin*.\nTweede regel."


def read(old: str) -> tuple[Run, ...]:
    return read_runs(old)


def plat(new: str, ends: int = 1, old: str = OLD) -> tuple[tuple[Run, ...], bool]:
    restored = restore(Flattened(new, ends), [read_markup(old)])
    return restored.runs, restored.is_certain


def test_zo_schrijft_libreoffice_een_alinea():
    assert flatten(read(OLD)) == Flattened(
        'Begin vet en HYPERLINK "https://x.nl/a"een link en schuin.Tweede regel.', 1
    )


def test_dezelfde_woorden_zijn_dezelfde_alinea():
    bare = "Begin vet en een link en schuin.Tweede regel."
    assert find_same(flatten(read(OLD)), [read_markup(OLD)]) == [read(OLD)]
    assert find_same(Flattened(bare, 1), [read_markup(OLD)]) == []
    both = [read_markup("**a** b"), read_markup("- iets\n- a *b*"), read_markup("a b c")]
    assert find_same(Flattened("a b", 0), both) == [read("**a** b"), read("a *b*")]


def test_veranderde_woorden_houden_de_opmaak_van_hun_buren():
    new = 'Begin heel vet en HYPERLINK "https://x.nl/a"een goede link en schuin.Tweede regel!'
    runs, certain = plat(new)
    assert certain
    assert runs == read(
        "Begin heel **vet** en [een goede link](https://x.nl/a) en *schuin*.\nTweede regel!"
    )


def test_een_nieuwe_link_staat_op_zijn_eerste_woord():
    runs, certain = plat('Begin vet en HYPERLINK "https://nieuw.nl/"iets anders.', 0)
    assert not certain
    assert Run("iets", adres="https://nieuw.nl/") in runs


def test_een_regeleinde_zonder_plaats_is_niet_zeker():
    assert plat("Iets heel anders dan er stond.", 1) == (
        (Run("Iets heel anders dan er stond."),),
        False,
    )
    assert plat("Begin vet en schuin.Tweede regel.", 1)[1]
    assert not plat("Begin vet en schuin.Tweede regel.", 2)[1]


def test_een_andere_alinea_geeft_geen_opmaak():
    old = "**Alles hier is vet en gaat ergens anders over**"
    assert plat("Kort.", 0, old) == ((Run("Kort."),), True)


def test_de_meest_gelijke_alinea_telt():
    old = "**een twee drie** vier\n\neen *twee drie* vijf zes"
    assert plat("een twee drie vijf", 0, old)[0] == read("een *twee drie* vijf")


@trials(300)
@given(old=text.map(clean))
def test_wat_niet_veranderde_is_na_herstel_zoals_het_was(old):
    """Also when the words are compared one by one: the dress is that of the old paragraph."""
    for block in read_markup(old):
        runs = normalise_runs(block.runs)
        if not runs:
            continue
        restored = restore(flatten(runs), [[block]])
        equal = "".join(s.text for s in restored.runs).replace("\n", "")
        assert equal.strip() == "".join(s.text for s in runs).replace("\n", "").strip()
        if all("HYPERLINK" not in s.text for s in runs):
            assert restored.runs == runs


@trials(200)
@given(new=text.map(clean), old=text.map(clean), ends=st.integers(0, 3))
def test_herstellen_verandert_nooit_een_woord(new, old, ends):
    restored = restore(Flattened(new.replace("\n", ""), ends), [read_markup(old)])
    reading = "".join(s.text for s in restored.runs).replace("\n", "")
    assert reading.split() == new.replace("\n", "").split() or "HYPERLINK" in new
