"""An answer as people write it, and back."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Vraag, VraagType

KEUZES = ("Concept", "ter bespreking", "2e ronde")


def vraag(type_: VraagType, **rest) -> Vraag:
    keuzes = KEUZES if type_ in (TYPES["keuze"], TYPES["meerkeuze"]) else ()
    return Vraag(id="v", label="V", vraag="V?", type=type_, keuzes=keuzes, **rest)


@pytest.mark.parametrize(
    ("type_", "typed", "controle", "message"),
    [
        pytest.param("getal", "9", Controle(min=10), "minstens 10 zijn.", id="getal te klein"),
        pytest.param("getal", "11", Controle(max=10), "hooguit 10 zijn.", id="getal te groot"),
        pytest.param("regel", "ab", Controle(min=3), "minstens 3 tekens", id="te kort"),
        pytest.param("tekst", "abcd", Controle(max=3), "hooguit 3 tekens", id="te lang"),
        pytest.param(
            "regel", "gm12", Controle(patroon=re.compile("gm[0-9]{4}")), "“gm12”", id="patroon"
        ),
        pytest.param(
            "regel", "x", Controle(min=2, melding="Eigen zin."), "Eigen zin.", id="eigen melding"
        ),
        pytest.param(
            "getal", "x", Controle(melding="Een jaartal."), "Een jaartal.", id="eigen bij getal"
        ),
    ],
)
def test_grenzen(type_, typed, controle, message):
    with pytest.raises(AntwoordError, match=re.escape(message)):
        vraag(TYPES[type_], controle=controle).normalise(typed)


@pytest.mark.parametrize("typed", ["10", "12", "20"])
def test_binnen_de_grenzen(typed):
    bound = Controle(min=10, max=20, patroon=re.compile("[0-9]+"))
    assert vraag(TYPES["getal"], controle=bound).normalise(typed) == typed


@pytest.mark.parametrize("type_", TYPES.values(), ids=str)
@pytest.mark.parametrize("empty", ["", " \n\t", "\ufeff\x00"])
def test_een_leeg_antwoord_past_altijd(type_, empty):
    strict = Controle(min=5, max=6, patroon=re.compile("x+"))
    assert vraag(type_, controle=strict).normalise(empty) == ""


def test_zonder_hoofdletters_wordt_een_antwoord_klein_bewaard():
    large = Vraag(id="c", label="C", vraag="?", type=TYPES["regel"])
    small = Vraag(
        id="c", label="C", vraag="?", type=TYPES["regel"], controle=Controle(hoofdletters=False)
    )
    assert (large.normalise("GM1234"), small.normalise("GM1234")) == ("GM1234", "gm1234")
