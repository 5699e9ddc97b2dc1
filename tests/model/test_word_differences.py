"""What changed in the words of one paragraph."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from step_count import growth
from trials import trials
from uitvoeringsplan.model import alignment
from uitvoeringsplan.model.answer_markup import Run, read_markup, read_runs
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk, compare_words

if TYPE_CHECKING:
    from collections.abc import Callable

EQUAL, GONE, NEW = Verandering.GELIJK, Verandering.WEG, Verandering.NIEUW


def side(runs: tuple[Verschilstuk, ...], gone: Verandering) -> tuple[Run, ...]:
    """Return one of the two texts: what is left without the pieces with this fate."""
    result: list[Run] = []
    for what, run in runs:
        if what is gone:
            continue
        if result and result[-1]._replace(text="") == run._replace(text=""):
            result[-1] = run._replace(text=result[-1].text + run.text)
        else:
            result.append(run)
    return tuple(result)


def drawn(old: str, new: str) -> str:
    """Return the difference of two texts of markup as signs; dress shows as in `Run`."""
    signs = {EQUAL: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}
    return "".join(
        signs[what].format(f"{'*' * run.vet}{run.text}{'*' * run.vet}")
        for what, run in compare_words(read_runs(old), read_runs(new))
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
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
def test_woorden(old, new, expected):
    assert drawn(old, new) == expected


@trials(300)
@given(tekstparen)
def test_alles_nemen_is_nieuw_en_niets_is_oud(pair):
    links, right = (next((block.runs for block in read_markup(text)), ()) for text in pair)
    runs = compare_words(links, right)
    assert side(runs, GONE) == right
    assert side(runs, NEW) == links
    assert all(run.text for _, run in runs)
    if links == right:
        assert {what for what, _ in runs} <= {EQUAL}
    else:
        assert {what for what, _ in runs} & {GONE, NEW}


@trials(300)
@given(tekstparen)
def test_buren_zijn_samengevoegd_en_weg_staat_voor_nieuw(pair):
    """One form per difference: a reader of the result may rely on the order."""
    links, right = (next((block.runs for block in read_markup(text)), ()) for text in pair)
    runs = compare_words(links, right)
    for one, other in pairwise(runs):
        assert (one.change, one.run._replace(text="")) != (
            other.change,
            other.run._replace(text=""),
        )
        assert (one.change, other.change) != (NEW, GONE)


def _lange_text(count: int) -> list[str]:
    """Return words as often as in a real language: few very often, most of them seldom."""
    source = random.Random(7)  # noqa: S311 - the same text every time
    words = ["".join(source.choices("aeinrstdlko", k=source.randint(2, 9))) for _ in range(5_000)]
    return [words[min(4_999, int(source.paretovariate(0.9)) - 1)] for _ in range(count)]


@pytest.mark.parametrize("spread", [False, True], ids=["één woord", "overal een woord"])
def test_tweemaal_zo_veel_tekst_is_tweemaal_zo_veel_werk(spread):
    found: list[tuple[Verschilstuk, ...]] = []

    def start(count: int) -> Callable[[], None]:
        old = _lange_text(count)
        new = list(old)
        for place in range(0, count, 500) if spread else [count // 2]:
            new[place] = "ANDERS"
        links, right = ((Run(" ".join(words)),) for words in (old, new))
        return lambda: found.append(compare_words(links, right))

    assert growth(start, 8_000) < 2.5
    otherwise = [run.text for what, run in found[1] if what is NEW]
    assert otherwise == ["ANDERS"] * (16_000 // 500 if spread else 1)


def test_wie_het_traag_wil_maken_krijgt_een_grof_antwoord(monkeypatch):
    """Words without anything to hold on to; comparing all with all would take minutes."""
    source = random.Random(3)  # noqa: S311 - idem
    compared: list[int] = []

    class Teller(SequenceMatcher):
        def __init__(self, los, one, other, **options) -> None:
            compared.append(len(one) * len(other))
            super().__init__(los, one, other, **options)

    def enemy() -> tuple[Run, ...]:
        parts = (f"anker{n} {' '.join(source.choices('ab', k=90))}" for n in range(1_000))
        return (Run(" ".join(parts)),)

    assert alignment._MAX_PAIRS_TOGETHER <= 10_000_000  # some seconds of work
    monkeypatch.setattr(alignment, "_MAX_PAIRS_TOGETHER", 500_000)
    monkeypatch.setattr(alignment, "SequenceMatcher", Teller)
    links, right = enemy(), enemy()
    runs = compare_words(links, right)
    assert 400_000 < sum(compared) <= 500_000
    assert max(compared) <= alignment._MAX_PAIRS
    assert side(runs, GONE) == right
    assert side(runs, NEW) == links
    assert any("anker999" in run.text for what, run in runs if what is EQUAL)
