"""An answer as people write it, and back."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Kolom, Vraag, VraagType

KEUZES = ("Concept", "ter bespreking", "2e ronde")


def vraag(type_: VraagType, **rest) -> Vraag:
    keuzes = KEUZES if type_ in (TYPES["keuze"], TYPES["meerkeuze"]) else ()
    return Vraag(id="v", label="V", vraag="V?", type=type_, keuzes=keuzes, **rest)


@pytest.mark.parametrize(
    ("type_", "getypt", "verwacht"),
    [
        pytest.param("tekst", " a\r\n\r\nb \n", " a\n\nb", id="tekst"),
        pytest.param("regel", " a\n  b\t", "a b", id="regel"),
        pytest.param("lijst", "een\n\ntwee", "- een\n- twee", id="lijst zonder streepjes"),
        pytest.param("lijst", "- een\n  - twee", "- een\n  - twee", id="lijst met streepjes"),
        pytest.param("lijst", "1. een\ntwee", "1. een\ntwee", id="genummerde lijst"),
        pytest.param("keuze", "CONCEPT", "Concept", id="keuze"),
        pytest.param("meerkeuze", "2E ronde\n- concept", "- 2e ronde\n- Concept", id="meerkeuze"),
        pytest.param("datum", "31 jan. 2027", "2027-01-31", id="datum"),
        pytest.param("getal", " -12 ", "-12", id="getal"),
        pytest.param("getal", "007", "007", id="nullen vooraan blijven"),
        pytest.param("jaanee", "J", "ja", id="ja"),
        pytest.param("jaanee", "Nee", "nee", id="nee"),
    ],
)
def test_normaliseer(type_, getypt, verwacht):
    assert vraag(TYPES[type_]).normalise(getypt) == verwacht


@pytest.mark.parametrize(
    ("type_", "getypt", "melding"),
    [
        pytest.param("keuze", "conceptje", "Kies uit: Concept, ter bespreking", id="keuze"),
        pytest.param("meerkeuze", "concept\nniets", "“niets” is geen keuze", id="meerkeuze"),
        pytest.param("datum", "31-2-2027", "“31-2-2027” is geen datum", id="datum"),
        pytest.param("getal", "1.000", "geen heel getal", id="punt in getal"),
        pytest.param("getal", "\u0661", "geen heel getal", id="ander cijferschrift"),
        pytest.param("getal", "9" * 16, "geen heel getal", id="te groot getal"),
        pytest.param("jaanee", "misschien", "Antwoord met ja of nee", id="jaanee"),
    ],
)
def test_past_niet(type_, getypt, melding):
    with pytest.raises(AntwoordError, match=re.escape(melding)) as fout:
        vraag(TYPES[type_]).normalise(getypt)
    assert fout.value.vraag_id == "v"
    assert str(fout.value) == f"v: {fout.value.melding}"


@pytest.mark.parametrize(
    ("type_", "getypt", "controle", "melding"),
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
def test_grenzen(type_, getypt, controle, melding):
    with pytest.raises(AntwoordError, match=re.escape(melding)):
        vraag(TYPES[type_], controle=controle).normalise(getypt)


@pytest.mark.parametrize("getypt", ["10", "12", "20"])
def test_binnen_de_grenzen(getypt):
    grens = Controle(min=10, max=20, patroon=re.compile("[0-9]+"))
    assert vraag(TYPES["getal"], controle=grens).normalise(getypt) == getypt


@pytest.mark.parametrize("type_", TYPES.values(), ids=str)
@pytest.mark.parametrize("leeg", ["", " \n\t", "\ufeff\x00"])
def test_een_leeg_antwoord_past_altijd(type_, leeg):
    streng = Controle(min=5, max=6, patroon=re.compile("x+"))
    assert vraag(type_, controle=streng).normalise(leeg) == ""


def test_alleen_streepjes_is_geen_keuze():
    assert vraag(TYPES["meerkeuze"], controle=Controle(min=3)).normalise("-\n- ") == ""


@proeven(500)
@given(
    st.sampled_from([*TYPES.values()]), tekst | st.sampled_from((*KEUZES, "1-1-2027", "12", "j"))
)
def test_normaliseren_is_idempotent(type_, getypt):
    try:
        eerste = vraag(type_).normalise(getypt)
    except AntwoordError:
        assert type_ not in (TYPES["tekst"], TYPES["regel"], TYPES["lijst"])
        return
    assert vraag(type_).normalise(eerste) == eerste
    assert type_.is_blok or "\n" not in eerste


def test_welke_typen_een_blok_zijn():
    assert {type_.name for type_ in TYPES.values() if type_.is_blok} == {
        "tekst",
        "lijst",
        "meerkeuze",
        "tabel",
    }


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
    assert DATUM.normalise(DATUM.in_words(dag)) == dag


@proeven(200)
@given(st.lists(st.tuples(tekst, dagen | st.just("")), max_size=4))
def test_een_tabel_in_woorden_is_hetzelfde_antwoord(rijen):
    opgeslagen = TABEL.normalise(write_tabel(rijen))
    assert TABEL.normalise(TABEL.in_words(opgeslagen)) == opgeslagen


@pytest.mark.parametrize("soort", [TYPES["tekst"], TYPES["regel"], TYPES["lijst"]])
def test_een_datum_in_een_gewone_tekst_blijft_zoals_ze_is(soort):
    assert Vraag(id="v", label="V", vraag="?", type=soort).in_words("2027-03-03") == "2027-03-03"


@pytest.mark.parametrize("half", ["| a |", "los", "| a | b | c |"])
def test_wat_geen_tabel_is_blijft_zoals_het_is(half):
    assert TABEL.in_words(half) == half


def test_een_andere_dag_van_de_week_wordt_bij_zijn_naam_genoemd():
    with pytest.raises(AntwoordError, match="die dag is een woensdag"):
        DATUM.normalise("maandag 3 maart 2027")


def test_zonder_hoofdletters_wordt_een_antwoord_klein_bewaard():
    groot = Vraag(id="c", label="C", vraag="?", type=TYPES["regel"])
    klein = Vraag(
        id="c", label="C", vraag="?", type=TYPES["regel"], controle=Controle(hoofdletters=False)
    )
    assert (groot.normalise("GM1234"), klein.normalise("GM1234")) == ("GM1234", "gm1234")
