"""Each type of question: what it makes of an answer, and how that is shown, counted and merged."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES, column_types, find_choice
from uitvoeringsplan.model.vraag import Controle, Kolom, Vraag, VraagType

KEUZES = ("Concept", "ter bespreking", "2e ronde")


def vraag(type_: VraagType, **rest) -> Vraag:
    keuzes = KEUZES if type_ in (TYPES["keuze"], TYPES["meerkeuze"]) else ()
    return Vraag(id="v", label="V", vraag="V?", type=type_, keuzes=keuzes, **rest)


@pytest.mark.parametrize(
    ("type_", "typed", "expected"),
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
def test_normaliseer(type_, typed, expected):
    assert vraag(TYPES[type_]).normalise(typed) == expected


@pytest.mark.parametrize(
    ("type_", "typed", "message"),
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
def test_past_niet(type_, typed, message):
    with pytest.raises(AntwoordError, match=re.escape(message)) as error:
        vraag(TYPES[type_]).normalise(typed)
    assert error.value.vraag_id == "v"
    assert str(error.value) == f"v: {error.value.message}"


def test_alleen_streepjes_is_geen_keuze():
    assert vraag(TYPES["meerkeuze"], controle=Controle(min=3)).normalise("-\n- ") == ""


@trials(500)
@given(st.sampled_from([*TYPES.values()]), text | st.sampled_from((*KEUZES, "1-1-2027", "12", "j")))
def test_normaliseren_is_idempotent(type_, typed):
    try:
        first = vraag(type_).normalise(typed)
    except AntwoordError:
        assert type_ not in (TYPES["tekst"], TYPES["regel"], TYPES["lijst"])
        return
    assert vraag(type_).normalise(first) == first
    assert type_.is_block or "\n" not in first


def test_welke_typen_een_blok_zijn():
    assert {type_.name for type_ in TYPES.values() if type_.is_block} == {
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


days = st.dates().map(dt.date.isoformat)


@trials(200)
@given(days)
def test_een_datum_in_woorden_is_hetzelfde_antwoord(day):
    assert DATUM.normalise(DATUM.in_words(day)) == day


@trials(200)
@given(st.lists(st.tuples(text, days | st.just("")), max_size=4))
def test_een_tabel_in_woorden_is_hetzelfde_antwoord(rijen):
    stored = TABEL.normalise(write_tabel(rijen))
    assert TABEL.normalise(TABEL.in_words(stored)) == stored


@pytest.mark.parametrize("kind", [TYPES["tekst"], TYPES["regel"], TYPES["lijst"]])
def test_een_datum_in_een_gewone_tekst_blijft_zoals_ze_is(kind):
    assert Vraag(id="v", label="V", vraag="?", type=kind).in_words("2027-03-03") == "2027-03-03"


@pytest.mark.parametrize("half", ["| a |", "los", "| a | b | c |"])
def test_wat_geen_tabel_is_blijft_zoals_het_is(half):
    assert TABEL.in_words(half) == half


def test_een_andere_dag_van_de_week_wordt_bij_zijn_naam_genoemd():
    with pytest.raises(AntwoordError, match="die dag is een woensdag"):
        DATUM.normalise("maandag 3 maart 2027")


def test_een_keuze_bij_haar_naam():
    assert find_choice(vraag(TYPES["keuze"]), "TER Bespreking") == "ter bespreking"
    with pytest.raises(AntwoordError, match="Kies uit: Concept, ter bespreking, 2e ronde"):
        find_choice(vraag(TYPES["keuze"]), "ter")


@pytest.mark.parametrize(
    ("type_", "antwoord", "size"),
    [("getal", "-12", (-12, "")), ("tabel", "| a |\n| b |", (2, " rijen"))],
)
def test_hoe_groot_een_antwoord_is(type_, antwoord, size):
    assert TYPES[type_].measure(antwoord) == size


def test_getallen_op_volgorde():
    assert sorted(["10", "9", "-1", "", "b", "A"], key=TYPES["getal"].sort_key) == [
        "-1", "", "A", "b", "9", "10",
    ]  # fmt: skip


def test_punten_achter_elkaar_worden_weer_punten():
    assert (
        TYPES["lijst"].off_a_line("een; twee;  drie, of vier") == "- een\n- twee\n- drie, of vier"
    )


def test_een_tabel_op_een_regel_en_met_een_verkeerde_cel():
    rijen = TABEL.normalise("| a | 3-3-2027 |\n| b |  |")
    assert rijen == "| a | 2027-03-03 |\n| b |  |"
    assert TABEL.type.on_a_line(TABEL, rijen) == "Wat: a; Dag: 3 maart 2027; Wat: b"
    with pytest.raises(AntwoordError, match="kolom “Dag”: “gisteren” is geen datum"):
        TABEL.normalise("| a | gisteren |")


def test_een_kolom_die_moet_is_leeg():
    kolommen = (Kolom("wat", "Wat", verplicht=True), Kolom("dag", "Dag"))
    moet = TABEL._replace(kolommen=kolommen)
    assert moet.normalise("| a |  |\n|  |  |") == "| a |  |"
    with pytest.raises(AntwoordError, match="de kolom “Wat” moet ingevuld zijn"):
        moet.normalise("|  | b |")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("| a |  |\n| b |  |", "| a |  |\n| c |  |", None),
        ("| a |  |\n| b |  |", "| x |  |\n| a |  |", "| x |  |\n| a |  |\n| b |  |"),
        ("| a |  |", "| a | nog een | kolom |", None),
    ],
)
def test_twee_versies_van_een_tabel(one, other, together):
    assert TABEL.type.merge(TABEL, "| a |  |", one, other) == together


def test_van_keuzes_zegt_alleen_de_gebruiker_wat_samen_gaat():
    more = vraag(TYPES["meerkeuze"])
    assert more.type.merge(more, "- Concept", "- Concept\n- 2e ronde", "- Concept") is None


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("keuze", "Typ een van deze woorden: Concept, ter bespreking, 2e ronde."),
        ("meerkeuze", "elke keuze op een eigen regel: Concept, ter bespreking, 2e ronde."),
        ("datum", "3 maart 2027"), ("getal", "heel getal"), ("jaanee", "Typ ja of nee."),
        ("lijst", "elk punt op een eigen regel"),
    ],
)  # fmt: skip
def test_wat_je_kunt_typen(type_, words):
    one = vraag(TYPES[type_])
    assert words in one.type.hint(one)
    assert TABEL.type.hint(TABEL).endswith("| Wat | Dag |")


def test_wat_mee_mag_naar_een_volgend_plan():
    keuze = vraag(TYPES["keuze"])
    assert keuze.type.is_carried_over(keuze)
    assert not keuze.type.is_carried_over(keuze._replace(standaard="Concept"))
    assert not DATUM.type.is_carried_over(DATUM)


def test_welke_typen_een_kolom_kunnen_zijn():
    # Of the types that a table was made for; what a new one is, its own test says.
    known = ["tekst", "regel", "lijst", "keuze", "meerkeuze", "datum", "getal", "jaanee", "tabel"]
    assert [name for name in known if name in column_types()] == [
        "regel", "keuze", "datum", "getal", "jaanee",
    ]  # fmt: skip
    assert TYPES["jaanee"].choices(DATUM) == ("ja", "nee")
    assert list(TYPES) == [one.name for one in TYPES.values()]


def test_de_soorten_staan_beschreven():
    text = (Path(__file__).resolve().parents[2] / "docs" / "formaten.md").read_text("utf-8")
    rows = re.findall(r"^\| `type` \| (.*) \|$", text, re.MULTILINE)
    assert [re.findall(r"`(\w+)`", row) for row in rows] == [list(TYPES), column_types()]
