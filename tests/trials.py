"""Texts that break things, and how many of them a property test tries.

Every property test draws the same examples in every run: a red test is red for everybody, and a
green one stays green until the code changes. `UVP_VERKEN=1` draws new ones, and prints with a
failure what repeats it.

The numbers in the tests are those of CI, which sets UVP_PROEVEN=1. A plain run does the first
tenth of the same examples; UVP_PROEVEN=50 does fifty times as many.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable

_T = TypeVar("_T")

_PART = float(os.environ.get("UVP_PROEVEN", "0.1"))
_AT_LEAST = 20  # examples of a property test, if it has so many at all
FACTOR = max(1, int(_PART))  # for what is never done by halves
VOLLEDIG = _PART >= 1  # as CI does it
VERKEN = os.environ.get("UVP_VERKEN", "") not in ("", "0")

# The deadline is off because a busy machine is no mistake, and the database because what failed
# here yesterday must not decide what is tried today. `conftest.py` holds every test to it.
settings.register_profile(
    "uitvoeringsplan",
    settings.get_profile("default"),
    derandomize=not VERKEN,
    deadline=None,
    database=None,
    print_blob=VERKEN,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("uitvoeringsplan")

# What YAML, git, Word or a terminal could take for something other than text.
AWKWARD = (
    "nee", "ja", "y", "on", "null", "~", "NaN", "inf", "true", "010", "0x1F", "1_000", "1e5",
    "12:30", "2026-11-21", "=", "- x", "-", "# x", "a #b", "a: b", "a:b", "a:", ":", "<<",
    "&x", "*x", "!x", "!!str x", "@x", "`x`", "%x", "---", "...", "|", ">",
    "? x", "?", "'", '"', "''", "it's", '"x" y', "[a]", "{a: b}", "a, b", "a]",
    " x", "x ", "  x\n y", "\tx", "x\ty", "\nx",
    "x\n\n\n", "a\r\nb", "a\rb", "\\", "\\n", "a\\", "<<<<<<< HEAD", "=======", ">>>>>>> x",
    "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xadx", "\u2028", "\u2029",
    "\u200b", "\ufeff", "\ufffe", "\uffff",
    "\ud800", "\udc00", "\ud83d\ude00", "\U0001f600", "\U0001fffe", "\U0010ffff", "e\u0301",
    "\u212b", "x" * 3000, "woord " * 400, "een gewoon antwoord", "twee\nregels", "alinea\n\nalinea",
    "- punt\n- punt", "1. een\n2. twee", "**vet** en *schuin*", "[tekst](https://a.nl/x)", "",
)  # fmt: skip
# All of Unicode, lone halves of surrogate pairs and noncharacters too.
random = st.text(st.characters(), max_size=40)
awkward = st.lists(
    st.sampled_from(AWKWARD) | st.text("a :#-\n\t'\"*[", max_size=3), max_size=5
).map("".join)
text = awkward | st.sampled_from(AWKWARD) | random


def times(count: int, at_least: int = 1) -> int:
    """Return how often to do what CI does `count` times; `at_least` is what no run does without.

    A test that judges whether its examples are hard enough draws all `count` of them.
    """
    return max(at_least, round(count * _PART))


def greep(cases: Iterable[_T], at_least: int = 1) -> list[_T]:
    """Return the cases of a costly test that this run does: in CI all, else some, far apart."""
    every = list(cases)
    count = min(times(len(every), at_least), len(every))
    return every[:: len(every) // count][:count]


def trials(count: int) -> settings:
    """Return the settings of a property test that tries `count` examples in CI."""
    return settings(max_examples=max(times(count), min(count, _AT_LEAST)))
