"""An answer as people write it, and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeven import proeven, tekst
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.tabel import schrijf_tabel
from uitvoeringsplan.model.types.registry import TYPES
from uitvoeringsplan.model.vraag import Controle, Kolom, Vraag

DATUM = Vraag(id="d", label="D", vraag="?", type=TYPES["datum"])
TABEL = Vraag(
    id="t",
    label="T",
    vraag="?",
    type=TYPES["tabel"],
    kolommen=(Kolom("wat", "Wat"), Kolom("dag", "Dag", TYPES["datum"])),
)
dagen = st.dates().map(dt.date.isoformat)


@proeven(200)
@given(dagen)
def test_een_datum_in_woorden_is_hetzelfde_antwoord(dag):
    assert DATUM.normaliseer(DATUM.in_woorden(dag)) == dag


@proeven(200)
@given(st.lists(st.tuples(tekst, dagen | st.just("")), max_size=4))
def test_een_tabel_in_woorden_is_hetzelfde_antwoord(rijen):
    opgeslagen = TABEL.normaliseer(schrijf_tabel(rijen))
    assert TABEL.normaliseer(TABEL.in_woorden(opgeslagen)) == opgeslagen


@pytest.mark.parametrize("soort", [TYPES["tekst"], TYPES["regel"], TYPES["lijst"]])
def test_een_datum_in_een_gewone_tekst_blijft_zoals_ze_is(soort):
    assert Vraag(id="v", label="V", vraag="?", type=soort).in_woorden("2027-03-03") == "2027-03-03"


@pytest.mark.parametrize("half", ["| a |", "los", "| a | b | c |"])
def test_wat_geen_tabel_is_blijft_zoals_het_is(half):
    assert TABEL.in_woorden(half) == half


def test_een_andere_dag_van_de_week_wordt_bij_zijn_naam_genoemd():
    with pytest.raises(AntwoordError, match="die dag is een woensdag"):
        DATUM.normaliseer("maandag 3 maart 2027")


def test_zonder_hoofdletters_wordt_een_antwoord_klein_bewaard():
    groot = Vraag(id="c", label="C", vraag="?", type=TYPES["regel"])
    klein = Vraag(
        id="c", label="C", vraag="?", type=TYPES["regel"], controle=Controle(hoofdletters=False)
    )
    assert (groot.normaliseer("GM1234"), klein.normaliseer("GM1234")) == ("GM1234", "gm1234")
