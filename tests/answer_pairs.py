"""Pairs of answers for property tests: one text and what a colleague made of it."""

from __future__ import annotations

from hypothesis import strategies as st

from trials import text
from uitvoeringsplan.model.cleaning import clean

_WORDS = (
    "de", "het", "een", "van", "en", "wijk", "wijkteam", "gesprek", "jongeren", "spanning",
    "2027", "3.000", "e-mail", "**vet**", "*schuin*", "**vet *en schuin***", "[site](https://a.nl/x)",
    "[**vet**](https://b.nl)", "[site](https://b.nl)", r"\*ster", "R&D", "<b>", "é", "e\u0301",
    "👩‍🔧", "\u00a0", "zacht\u00adafbreken", "(haakjes)", "“aanhaling”", "punt.", "komma,",
)  # fmt: skip
_START = ("", "", "- ", "- ", "  - ", "1. ", "7. ", "  1. ", "  3. ")
_SLOT = ("\n", "\n\n", "\n\n\n")

word = st.sampled_from(_WORDS)
zin = st.lists(word, min_size=1, max_size=9).map(" ".join)
line = st.builds(
    str.__add__, st.sampled_from(_START), st.lists(zin, min_size=1, max_size=2).map("\n  ".join)
)
_run = st.tuples(line, st.sampled_from(_SLOT))
structure = st.lists(_run, max_size=8)


def _plak(parts: list[tuple[str, str]]) -> str:
    return clean("".join(line + slot for line, slot in parts))


@st.composite
def _edited(draw: st.DrawFn, parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the same text after a few edits of the kinds that people make."""
    result = list(parts)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(result)))
        kind = draw(st.sampled_from(("erbij", "weg", "woorden", "begin", "slot", "verplaats")))
        if kind == "erbij" or place == len(result):
            result.insert(place, draw(_run))
            continue
        line_, slot = result[place]
        if kind == "weg":
            del result[place]
        elif kind == "woorden":
            words = line_.split(" ")
            start = draw(st.integers(0, len(words)))
            end = draw(st.integers(start, min(len(words), start + 3)))
            words[start:end] = draw(st.lists(word, max_size=3))
            result[place] = (" ".join(words), slot)
        elif kind == "begin":
            result[place] = (draw(st.sampled_from(_START)) + line_.lstrip(" -1234567890."), slot)
        elif kind == "slot":
            result[place] = (line_, draw(st.sampled_from(_SLOT)))
        else:
            result.insert(draw(st.integers(0, len(result) - 1)), result.pop(place))
    return result


#: (old, new), both cleaned: mostly one text and an edit of it, sometimes two that share nothing.
tekstparen = structure.flatmap(
    lambda parts: st.tuples(st.just(_plak(parts)), _edited(parts).map(_plak))
) | st.tuples(text.map(clean), text.map(clean))

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
