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

GEHEIM = "Xqzgeheim"
PUNT = OpenPunt("lokale-ambitie", f"A{GEHEIM}", "2027-03-01", f"C{GEHEIM}", f"T{GEHEIM}")


def uitgaven(plan: Path, *, intern: bool) -> dict[str, bytes]:
    """Return everything that can be made of a plan without another program."""
    wens = Request(formaten=("md", "html"), intern=intern, metadata=not intern)
    (gemaakt,) = take_order([plan], request=wens).run()
    assert gemaakt.fout is None
    return {pad.name: pad.read_bytes() for pad in (gemaakt.word, *gemaakt.erbij)}


@pytest.mark.parametrize("intern", [False, True])
def test_alles_is_met_punten_byte_voor_byte_hetzelfde(voorbeeldplan, intern):
    zonder = uitgaven(voorbeeldplan, intern=intern)
    add_punt(voorbeeldplan, PUNT)
    assert voorbeeldplan.read_text("utf-8").count(GEHEIM) == 3
    assert uitgaven(voorbeeldplan, intern=intern) == zonder
    assert len(zonder) == (3 if intern else 4)
    for naam, data in zonder.items():
        assert GEHEIM.encode() not in data
        if naam.endswith(".docx"):
            pakket = load_package(data, naam)
            assert not any(GEHEIM.encode() in pakket.inhoud(deel) for deel in pakket.leden)
            assert GEHEIM not in als_tekst(voorbeeldplan.with_name(naam))


def test_een_plan_kan_geen_punten_hebben():
    """What a document is made of has no place for them."""
    assert not [veld for veld in Plan.__slots__ if "punt" in veld]
