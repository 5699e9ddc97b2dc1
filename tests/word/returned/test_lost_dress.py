"""What LibreOffice leaves of a first paragraph, and what an older text gives back to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.model.answer_markup import Run, normalise_runs, read_markup, read_runs
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.word.returned.lost_dress import Flattened, find_same, flatten, restore

OUD = "Begin **vet** en [een link](https://x.nl/a) en *schuin*.\nTweede regel."


def lees(oud: str) -> tuple[Run, ...]:
    return read_runs(oud)


def plat(nieuw: str, eindes: int = 1, oud: str = OUD) -> tuple[tuple[Run, ...], bool]:
    hersteld = restore(Flattened(nieuw, eindes), [read_markup(oud)])
    return hersteld.stukken, hersteld.is_zeker


def test_zo_schrijft_libreoffice_een_alinea():
    assert flatten(lees(OUD)) == Flattened(
        'Begin vet en HYPERLINK "https://x.nl/a"een link en schuin.Tweede regel.', 1
    )


def test_dezelfde_woorden_zijn_dezelfde_alinea():
    kaal = "Begin vet en een link en schuin.Tweede regel."
    assert find_same(flatten(lees(OUD)), [read_markup(OUD)]) == [lees(OUD)]
    assert find_same(Flattened(kaal, 1), [read_markup(OUD)]) == []
    beide = [read_markup("**a** b"), read_markup("- iets\n- a *b*"), read_markup("a b c")]
    assert find_same(Flattened("a b", 0), beide) == [lees("**a** b"), lees("a *b*")]


def test_veranderde_woorden_houden_de_opmaak_van_hun_buren():
    nieuw = 'Begin heel vet en HYPERLINK "https://x.nl/a"een goede link en schuin.Tweede regel!'
    stukken, zeker = plat(nieuw)
    assert zeker
    assert stukken == lees(
        "Begin heel **vet** en [een goede link](https://x.nl/a) en *schuin*.\nTweede regel!"
    )


def test_een_nieuwe_link_staat_op_zijn_eerste_woord():
    stukken, zeker = plat('Begin vet en HYPERLINK "https://nieuw.nl/"iets anders.', 0)
    assert not zeker
    assert Run("iets", adres="https://nieuw.nl/") in stukken


def test_een_regeleinde_zonder_plaats_is_niet_zeker():
    assert plat("Iets heel anders dan er stond.", 1) == (
        (Run("Iets heel anders dan er stond."),),
        False,
    )
    assert plat("Begin vet en schuin.Tweede regel.", 1)[1]
    assert not plat("Begin vet en schuin.Tweede regel.", 2)[1]


def test_een_andere_alinea_geeft_geen_opmaak():
    oud = "**Alles hier is vet en gaat ergens anders over**"
    assert plat("Kort.", 0, oud) == ((Run("Kort."),), True)


def test_de_meest_gelijke_alinea_telt():
    oud = "**een twee drie** vier\n\neen *twee drie* vijf zes"
    assert plat("een twee drie vijf", 0, oud)[0] == lees("een *twee drie* vijf")


@proeven(300)
@given(oud=tekst.map(clean))
def test_wat_niet_veranderde_is_na_herstel_zoals_het_was(oud):
    """Also when the words are compared one by one: the dress is that of the old paragraph."""
    for blok in read_markup(oud):
        stukken = normalise_runs(blok.stukken)
        if not stukken:
            continue
        hersteld = restore(flatten(stukken), [[blok]])
        gelijk = "".join(s.tekst for s in hersteld.stukken).replace("\n", "")
        assert gelijk.strip() == "".join(s.tekst for s in stukken).replace("\n", "").strip()
        if all("HYPERLINK" not in s.tekst for s in stukken):
            assert hersteld.stukken == stukken


@proeven(200)
@given(nieuw=tekst.map(clean), oud=tekst.map(clean), eindes=st.integers(0, 3))
def test_herstellen_verandert_nooit_een_woord(nieuw, oud, eindes):
    hersteld = restore(Flattened(nieuw.replace("\n", ""), eindes), [read_markup(oud)])
    gelezen = "".join(s.tekst for s in hersteld.stukken).replace("\n", "")
    assert gelezen.split() == nieuw.replace("\n", "").split() or "HYPERLINK" in nieuw
