"""Open points say something about a plan; nothing that is made of the plan holds a word of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.tasks.as_text import als_tekst
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.tasks.plan_punten import add_punt

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN_WORD = "Xqzgeheim"
PUNT = OpenPunt(
    "lokale-ambitie", f"A{HIDDEN_WORD}", "2027-03-01", f"C{HIDDEN_WORD}", f"T{HIDDEN_WORD}"
)


def uitgaven(plan: Path, *, intern: bool) -> dict[str, bytes]:
    """Return everything that can be made of a plan without another program."""
    wens = Request(formats=("md", "html"), intern=intern, metadata=not intern)
    (made,) = take_order([plan], request=wens).run()
    assert made.error is None
    return {path.name: path.read_bytes() for path in (made.word, *made.added)}


@pytest.mark.parametrize("intern", [False, True])
def test_alles_is_met_punten_byte_voor_byte_hetzelfde(example_plan, intern):
    without = uitgaven(example_plan, intern=intern)
    add_punt(example_plan, PUNT)
    assert example_plan.read_text("utf-8").count(HIDDEN_WORD) == 3
    assert uitgaven(example_plan, intern=intern) == without
    assert len(without) == (3 if intern else 4)
    for name, data in without.items():
        assert HIDDEN_WORD.encode() not in data
        if name.endswith(".docx"):
            package = load_package(data, name)
            assert not any(
                HIDDEN_WORD.encode() in package.content(part) for part in package.members
            )
            assert HIDDEN_WORD not in als_tekst(example_plan.with_name(name))


def test_een_plan_kan_geen_punten_hebben():
    """What a document is made of has no place for them."""
    assert not [veld for veld in Plan.__slots__ if "punt" in veld]
