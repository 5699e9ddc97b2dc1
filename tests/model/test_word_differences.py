"""What changed in the words of one paragraph."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from step_count import groei
from trials import proeven
from uitvoeringsplan.model import alignment
from uitvoeringsplan.model.answer_markup import Run, read_markup, read_runs
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk, compare_words

if TYPE_CHECKING:
    from collections.abc import Callable

GELIJK, WEG, NIEUW = Verandering.GELIJK, Verandering.WEG, Verandering.NIEUW


def kant(stukken: tuple[Verschilstuk, ...], weg: Verandering) -> tuple[Run, ...]:
    """Return one of the two texts: what is left without the pieces with this fate."""
    uit: list[Run] = []
    for wat, stuk in stukken:
        if wat is weg:
            continue
        if uit and uit[-1]._replace(tekst="") == stuk._replace(tekst=""):
            uit[-1] = stuk._replace(tekst=uit[-1].tekst + stuk.tekst)
        else:
            uit.append(stuk)
    return tuple(uit)


def getekend(oud: str, nieuw: str) -> str:
    """Return the difference of two texts of markup as signs; dress shows as in `Run`."""
    tekens = {GELIJK: "{}", WEG: "[-{}-]", NIEUW: "{{+{}+}}"}
    return "".join(
        tekens[wat].format(f"{'*' * stuk.vet}{stuk.tekst}{'*' * stuk.vet}")
        for wat, stuk in compare_words(read_runs(oud), read_runs(nieuw))
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("", "", ""),
        ("a b c", "a b c", "a b c"),
        ("", "a b", "{+a b+}"),
        ("a b", "", "[-a b-]"),
        ("de oude kat zit", "de kat zit daar", "de [-oude -]kat zit{+ daar+}"),
        ("rood, wit", "rood, geel, wit, blauw", "rood, {+geel, +}wit{+, blauw+}"),
        ("elke week.", "elke maand.", "elke [-week-]{+maand+}."),
        ("3.000 euro", "4.000 euro", "[-3.000-]{+4.000+} euro"),
        ("het e-mailadres", "het postadres", "het [-e-mailadres-]{+postadres+}"),
        ("een **vet** woord", "een vet woord", "een [-*vet*-]{+vet+} woord"),
        ("een oude kat", "de nieuwe kat", "[-een oude-]{+de nieuwe+} kat"),
        ("inzet van politie", "hulp van buren", "[-inzet van politie-]{+hulp van buren+}"),
        ("inzet tegen ruzie", "hulp tegen lawaai", "[-inzet-]{+hulp+} tegen [-ruzie-]{+lawaai+}"),
        ("oud\nregel", "nieuw\nvers", "[-oud-]{+nieuw+}\n[-regel-]{+vers+}"),
        ("een regel\ntwee", "een regel twee", "een regel[-\n-]{+ +}twee"),
        ("zie [site](https://a.nl)", "zie [site](https://b.nl)", "zie [-site-]{+site+}"),
        ("werk 👩‍🔧 daar", "werk 👩‍🔬 daar", "werk [-👩‍🔧-]{+👩‍🔬+} daar"),
        ("woord", "woorden", "[-woord-]{+woorden+}"),
    ],
)  # fmt: skip
def test_woorden(oud, nieuw, verwacht):
    assert getekend(oud, nieuw) == verwacht


@proeven(300)
@given(tekstparen)
def test_alles_nemen_is_nieuw_en_niets_is_oud(paar):
    links, rechts = (next((blok.stukken for blok in read_markup(tekst)), ()) for tekst in paar)
    stukken = compare_words(links, rechts)
    assert kant(stukken, WEG) == rechts
    assert kant(stukken, NIEUW) == links
    assert all(stuk.tekst for _, stuk in stukken)
    if links == rechts:
        assert {wat for wat, _ in stukken} <= {GELIJK}
    else:
        assert {wat for wat, _ in stukken} & {WEG, NIEUW}


@proeven(300)
@given(tekstparen)
def test_buren_zijn_samengevoegd_en_weg_staat_voor_nieuw(paar):
    """One form per difference: a reader of the result may rely on the order."""
    links, rechts = (next((blok.stukken for blok in read_markup(tekst)), ()) for tekst in paar)
    stukken = compare_words(links, rechts)
    for een, ander in pairwise(stukken):
        assert (een.wat, een.stuk._replace(tekst="")) != (ander.wat, ander.stuk._replace(tekst=""))
        assert (een.wat, ander.wat) != (NIEUW, WEG)


def _lange_tekst(aantal: int) -> list[str]:
    """Return words as often as in a real language: few very often, most of them seldom."""
    bron = random.Random(7)  # noqa: S311 - the same text every time
    woorden = ["".join(bron.choices("aeinrstdlko", k=bron.randint(2, 9))) for _ in range(5_000)]
    return [woorden[min(4_999, int(bron.paretovariate(0.9)) - 1)] for _ in range(aantal)]


@pytest.mark.parametrize("verspreid", [False, True], ids=["één woord", "overal een woord"])
def test_tweemaal_zo_veel_tekst_is_tweemaal_zo_veel_werk(verspreid):
    gevonden: list[tuple[Verschilstuk, ...]] = []

    def van(aantal: int) -> Callable[[], None]:
        oud = _lange_tekst(aantal)
        nieuw = list(oud)
        for plek in range(0, aantal, 500) if verspreid else [aantal // 2]:
            nieuw[plek] = "ANDERS"
        links, rechts = ((Run(" ".join(woorden)),) for woorden in (oud, nieuw))
        return lambda: gevonden.append(compare_words(links, rechts))

    assert groei(van, 8_000) < 2.5
    anders = [stuk.tekst for wat, stuk in gevonden[1] if wat is NIEUW]
    assert anders == ["ANDERS"] * (16_000 // 500 if verspreid else 1)


def test_wie_het_traag_wil_maken_krijgt_een_grof_antwoord(monkeypatch):
    """Words without anything to hold on to; comparing all with all would take minutes."""
    bron = random.Random(3)  # noqa: S311 - idem
    vergeleken: list[int] = []

    class Teller(SequenceMatcher):
        def __init__(self, los, een, ander, **opties) -> None:
            vergeleken.append(len(een) * len(ander))
            super().__init__(los, een, ander, **opties)

    def vijand() -> tuple[Run, ...]:
        delen = (f"anker{n} {' '.join(bron.choices('ab', k=90))}" for n in range(1_000))
        return (Run(" ".join(delen)),)

    assert alignment._MAX_PAIRS_TOGETHER <= 10_000_000  # some seconds of work
    monkeypatch.setattr(alignment, "_MAX_PAIRS_TOGETHER", 500_000)
    monkeypatch.setattr(alignment, "SequenceMatcher", Teller)
    links, rechts = vijand(), vijand()
    stukken = compare_words(links, rechts)
    assert 400_000 < sum(vergeleken) <= 500_000
    assert max(vergeleken) <= alignment._MAX_PAIRS
    assert kant(stukken, WEG) == rechts
    assert kant(stukken, NIEUW) == links
    assert any("anker999" in stuk.tekst for wat, stuk in stukken if wat is GELIJK)
