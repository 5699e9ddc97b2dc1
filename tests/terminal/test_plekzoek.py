from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.beurt import Plek
from uitvoeringsplan.terminal.plekzoek import find_plekken

PLEKKEN = (
    Plek("a", "Lokale ambitie", "Ambitie", is_open=True, vraag="Wat voegt de gemeente toe?"),
    Plek("b", "Continuïteit", "Samenwerking", is_open=True, vraag="Hoe blijft het zo?"),
    Plek("c", "Criteria", "Activiteiten: Handhaving", is_open=True, vraag="Wanneer één keer?"),
)
TEKST = st.text(st.sampled_from("abcéÉïß I'12"), max_size=8)
PLEK = st.builds(Plek, st.just("x"), TEKST, TEKST, st.booleans(), vraag=TEKST)


def gevonden(woorden: str) -> str:
    return "".join(plek.vraag_id for plek in find_plekken(PLEKKEN, woorden))


@pytest.mark.parametrize(
    ("woorden", "welke"),
    [
        ("", "abc"),
        ("  ", "abc"),
        ("ambitie", "a"),
        ("gemeente", "a"),  # in the question
        ("handhav", "c"),  # in the chapter
        ("AMBITIE", "a"),
        ("continuiteit", "b"),
        ("contïnuiteit", "b"),
        ("een", "ac"),
        ("samen hoe", "b"),  # every word, wherever
        ("hoe gemeente", ""),
        ("xyz", ""),
    ],
)
def test_zoeken_op_woorden(woorden, welke):
    assert gevonden(woorden) == welke


@given(st.lists(PLEK, max_size=6), TEKST, TEKST)
def test_een_woord_erbij_geeft_nooit_meer(plekken, een, twee):
    minder, meer = find_plekken(plekken, f"{een} {twee}"), find_plekken(plekken, een)
    assert [plek for plek in meer if plek in minder] == minder


@given(st.lists(PLEK, max_size=6), st.data())
def test_wat_ergens_staat_wordt_gevonden_ook_in_hoofdletters(plekken, data):
    for plek in plekken:
        tekst = data.draw(st.sampled_from([plek.label, plek.vraag, plek.onderdeel]))
        assert plek in find_plekken(plekken, tekst)
        assert plek in find_plekken(plekken, tekst.upper())
