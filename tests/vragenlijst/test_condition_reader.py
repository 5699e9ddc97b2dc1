"""`als` and `kolommen` in a question set: read, and every mistake with its place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model.types import TYPES, column_types
from uitvoeringsplan.model.vraag import Kolom
from uitvoeringsplan.plan.planbestand import new_planbestand, read_planbestand
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst

KOP = """\
soort: proef
versie: 1
titel: Proef
sjabloon: p.docx
gegevens:
  - {id: status, label: S, vraag: S?, type: keuze, keuzes: [concept, ter bespreking]}
  - {id: dag, label: D, vraag: D?, type: datum}
  - {id: tal, label: G, vraag: G?, type: getal, controle: {max: 9}}
  - {id: mits, label: M, vraag: M?, type: jaanee}
  - {id: tint, label: M, vraag: M, type: meerkeuze, keuzes: [Rood, Licht blauw], controle: {min: 9}}
hoofdstukken:
  - id: h
    titel: H
    vragen:
      - {id: vrij, label: V, vraag: V?, type: tekst}
      - {id: rooster, label: R, vraag: R?, type: tabel, kolommen: [{id: k, label: K}]}
"""


def read(*vragen: str):
    text = KOP + "".join(f"      - {vraag}\n" for vraag in vragen)
    return read_vragenlijst(text.encode(), "vragen.yaml")


def vraag(als: str, id_: str = "v") -> str:
    return f"{{id: {id_}, label: V, vraag: V?, type: tekst, als: {als}}}"


def error_of(*vragen: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as error:
        read(*vragen)
    return error.value


@pytest.mark.parametrize(
    "als",
    [
        "status = 'Ter bespreking'",
        "dag = 2027-01-31 of dag is leeg",
        "tal != 9",
        "mits = NEE",
        "tint = rood en tint = 'licht blauw'",
        "vrij = iets of rooster is ingevuld",
        "later is ingevuld",
    ],
)
def test_een_voorwaarde_die_kan(als):
    lijst = read(vraag(als), vraag("''", "later"))
    assert lijst.vraag("v").als.text == als
    assert lijst.vraag("later").als is None
    assert lijst.vraag("vrij").als is None


def test_een_gegeven_kan_ook_een_voorwaarde_hebben():
    text = KOP.replace("type: jaanee}", "type: jaanee, als: vrij is ingevuld}")
    lijst = read_vragenlijst(text.encode(), "vragen.yaml")
    assert lijst.vraag("mits").als.ids == ("vrij",)


START = 56  # the column of the first sign of a condition
ERRORS = [
    ("status", START + 6, "na een id hoort"),
    ("status = ter bespreking", START + 13, "tussen aanhalingstekens"),
    ("'status = (x)'", START + 10, "hier hoort een waarde"),
    ('"vrij is vol"', START + 9, "hoort `ingevuld` of `leeg`"),
    ('"vrij \\u0069s vol"', START, "hoort `ingevuld` of `leeg`"),  # not there as it reads
    ("vrij is leeg en statis is leeg", START + 16, "Bedoel je “status”?"),
    ("h is leeg", START, "“h” is geen vraag of gegeven"),
    ("status = concpt", START + 9, "“concpt” is geen keuze. Kies uit: concept, ter bespreking."),
    ("status = concpt", START + 9, "Bedoel je “concept”?"),
    ("status != nee", START + 10, "“nee” is geen keuze"),
    ("tint = groen", START + 7, "“groen” is geen keuze"),
    ("dag = 31-1-2027", START + 6, "schrijf dit als “2027-01-31”"),
    ("dag = ooit", START + 6, "“ooit” is geen datum"),
    ("tal = 10", START + 6, "hooguit 9"),
    ("mits = j", START + 7, "schrijf dit als “ja”"),
    ("rooster = x", START + 10, "een tabel heeft geen waarde"),
    ("vrij is leeg of v is leeg", START + 16, "gaat over de vraag zelf"),
]


@pytest.mark.parametrize(("als", "kolom", "message"), ERRORS)
def test_een_voorwaarde_die_niet_kan(als, kolom, message):
    error = error_of(vraag(als))
    assert message in error.message
    assert (error.place.line, error.place.column) == (17, kolom)


def test_een_voorwaarde_in_een_blok_wijst_naar_het_begin():
    block = "id: v\n        label: V\n        vraag: V?\n        type: tekst\n        als: |\n"
    error = error_of(f"{block}          vrij is leeg en\n          status = x")
    assert "“x” is geen keuze" in error.message
    assert (error.place.line, error.place.column) == (21, 14)


def test_voorwaarden_die_op_elkaar_wachten():
    error = error_of(
        vraag("c is leeg", "a"), vraag("vrij is leeg of c is leeg", "b"), vraag("b is leeg", "c")
    )
    assert "wachten op elkaar: b → c → b." in error.message
    assert (error.place.line, error.place.column) == (18, START + 16)


def test_voorwaarden_die_te_ver_op_elkaar_voortbouwen():
    chain = [vraag("vrij is leeg", "v0"), *(vraag(f"v{i} is leeg", f"v{i + 1}") for i in range(9))]
    assert len(read(*chain).vragen) == 12
    error = error_of(*chain, vraag("vrij is leeg en v9 is leeg", "w"))
    assert "meer dan 10 voorwaarden" in error.message
    assert (error.place.line, error.place.column) == (27, START + 16)


@pytest.mark.parametrize(
    ("needed", "allowed"),
    [
        ("vragenlijst.vragenbestand, uitvoeringsplan.model.plan", []),
        # Templates have conditions of their own.
        (
            "word.filling.filling, uitvoeringsplan.word.sjabloon.opening",
            ["uitvoeringsplan.model.voorwaarde"],
        ),
    ],
)
def test_zonder_voorwaarden_en_gevulde_tabellen_worden_ze_niet_geladen(needed, allowed):
    """Starting the program does not wait for what its question set does not use."""
    program = (
        "import sys; from pathlib import Path;"
        "from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst;"
        f"import uitvoeringsplan.{needed};"
        "load_vragenlijst(Path('vragen.yaml'));"
        "print([m for m in sys.modules if m.endswith("
        "('graphlib', '.tabel', '.table_xml', '.voorwaarde',"
        "'.condition_reader'))])"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert outcome.stdout == f"{allowed}\n"


# Tables.

TABEL = """\
id: t
        label: T
        vraag: T?
        type: tabel
        kolommen:
          - {id: wie, label: Wie, verplicht: ja}
          - {id: wat, label: 'Soort  werk', type: keuze, keuzes: ['in  huis', Buiten]}
          - {id: dag, label: Dag, type: datum, verplicht: nee}\
"""


def test_kolommen():
    vraag_ = read(TABEL).vraag("t")
    assert vraag_.type is TYPES["tabel"]
    assert vraag_.kolommen == (
        Kolom("wie", "Wie", TYPES["regel"], (), verplicht=True),
        Kolom("wat", "Soort werk", TYPES["keuze"], ("in huis", "Buiten")),
        Kolom("dag", "Dag", TYPES["datum"]),
    )


def test_een_standaard_van_een_tabel():
    lijst = read(TABEL + "\n        standaard: |\n          |Bas|BUITEN|1 mei 2027|")
    assert lijst.vraag("t").standaard == "| Bas | Buiten | 2027-05-01 |"
    assert "Rij 1: hier horen 3 cellen" in error_of(TABEL + "\n        standaard: '|a|'").message


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("id: wie", "idd: wie", (22, 14), "Bedoel je “id”?"),
        ("id: wie, ", "", (22, 13), "ontbreekt de sleutel “id”"),
        ("label: Wie, ", "", (22, 13), "ontbreekt de sleutel “label”"),
        ("id: wie", "id: Wie", (22, 18), "kleine letters"),
        ("id: dag", "id: wie", (24, 18), "al een kolom met het id “wie”"),
        ("type: datum", "type: datums", (24, 41), "Bedoel je “datum”?"),
        ("type: datum", "type: lijst", (24, 41), ", ".join(column_types())),
        ("type: datum", "type: tabel", (24, 41), ", ".join(column_types())),
        ("verplicht: nee", "verplicht: altijd", (24, 59), "kies uit ja, nee"),
        ("type: datum", "keuzes: [a]", (24, 13), "`keuzes` hoort bij"),
        ("Buiten]", "'in huis']", (23, 66), "“in huis” kan hier niet"),
        ("{id: dag, label: Dag, type: datum, verplicht: nee}", "dag", (24, 13), "een groep"),
    ],
)
def test_een_kolom_die_niet_kan(old, new, place, message):
    error = error_of(TABEL.replace(old, new))
    assert message in error.message
    assert (error.place.line, error.place.column) == place


@pytest.mark.parametrize(
    "rest",
    ["type: tabel", "type: tabel, kolommen: []", "type: tekst, kolommen: [{id: k, label: K}]"],
)
def test_kolommen_horen_bij_een_tabel(rest):
    error = error_of(f"{{id: v, label: V, vraag: V?, {rest}}}")
    assert "`kolommen` hoort bij het type tabel, en alleen daarbij." in error.message
    assert (error.place.line, error.place.column) == (17, 9)


def test_een_tabel_in_een_plan(tmp_path):
    lijst = read(TABEL)
    file = new_planbestand(tmp_path / "a.plan.yaml", lijst, {})
    tabel = "| Bas \\| Bo | in huis | 2027-05-01 |\n| C\\d |  |  |"
    full = file.with_answer(lijst.vraag("t"), tabel)
    assert b"  t: |\n    | Bas \\| Bo | in huis | 2027-05-01 |\n    | C\\d |  |  |\n" in full.data
    assert read_planbestand(full.data, file.path, lijst).plan.text(lijst.vraag("t")) == tabel
