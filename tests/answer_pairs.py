"""Pairs of answers for property tests: one text and what a colleague made of it."""

from __future__ import annotations

from hypothesis import strategies as st

from trials import tekst
from uitvoeringsplan.model.cleaning import clean

_WOORDEN = (
    "de", "het", "een", "van", "en", "wijk", "wijkteam", "gesprek", "jongeren", "spanning",
    "2027", "3.000", "e-mail", "**vet**", "*schuin*", "**vet *en schuin***", "[site](https://a.nl/x)",
    "[**vet**](https://b.nl)", "[site](https://b.nl)", r"\*ster", "R&D", "<b>", "é", "e\u0301",
    "👩‍🔧", "\u00a0", "zacht\u00adafbreken", "(haakjes)", "“aanhaling”", "punt.", "komma,",
)  # fmt: skip
_BEGIN = ("", "", "- ", "- ", "  - ", "1. ", "7. ", "  1. ", "  3. ")
_SLOT = ("\n", "\n\n", "\n\n\n")

woord = st.sampled_from(_WOORDEN)
zin = st.lists(woord, min_size=1, max_size=9).map(" ".join)
regel = st.builds(
    str.__add__, st.sampled_from(_BEGIN), st.lists(zin, min_size=1, max_size=2).map("\n  ".join)
)
_stuk = st.tuples(regel, st.sampled_from(_SLOT))
opbouw = st.lists(_stuk, max_size=8)


def _plak(delen: list[tuple[str, str]]) -> str:
    return clean("".join(regel + slot for regel, slot in delen))


@st.composite
def _bewerkt(draw: st.DrawFn, delen: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the same text after a few edits of the kinds that people make."""
    uit = list(delen)
    for _ in range(draw(st.integers(0, 4))):
        plek = draw(st.integers(0, len(uit)))
        soort = draw(st.sampled_from(("erbij", "weg", "woorden", "begin", "slot", "verplaats")))
        if soort == "erbij" or plek == len(uit):
            uit.insert(plek, draw(_stuk))
            continue
        regel_, slot = uit[plek]
        if soort == "weg":
            del uit[plek]
        elif soort == "woorden":
            woorden = regel_.split(" ")
            van = draw(st.integers(0, len(woorden)))
            tot = draw(st.integers(van, min(len(woorden), van + 3)))
            woorden[van:tot] = draw(st.lists(woord, max_size=3))
            uit[plek] = (" ".join(woorden), slot)
        elif soort == "begin":
            uit[plek] = (draw(st.sampled_from(_BEGIN)) + regel_.lstrip(" -1234567890."), slot)
        elif soort == "slot":
            uit[plek] = (regel_, draw(st.sampled_from(_SLOT)))
        else:
            uit.insert(draw(st.integers(0, len(uit) - 1)), uit.pop(plek))
    return uit


#: (old, new), both cleaned: mostly one text and an edit of it, sometimes two that share nothing.
tekstparen = opbouw.flatmap(
    lambda delen: st.tuples(st.just(_plak(delen)), _bewerkt(delen).map(_plak))
) | st.tuples(tekst.map(clean), tekst.map(clean))

cel = st.sampled_from(
    ("", "wijkteam", "politie, wijkteam", "elk kwartaal", "R&D <b>", "a | b", "–")
)


def rijparen(
    kolommen: int,
) -> st.SearchStrategy[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """Return (old rows, new rows): some rows the same, some changed, some only in one."""
    rij = st.tuples(*[cel] * kolommen).filter(any)
    rijen = st.lists(rij, max_size=6)
    # Both are picked from one small set, so that they share rows in another order.
    return st.lists(rij, min_size=1, max_size=8).flatmap(
        lambda voorraad: st.tuples(*[st.lists(st.sampled_from(voorraad), max_size=6) | rijen] * 2)
    )
