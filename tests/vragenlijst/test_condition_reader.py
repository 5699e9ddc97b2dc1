"""`als` and `kolommen` in a question set: read, and every mistake with its place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model.types import TYPES
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


def lees(*vragen: str):
    tekst = KOP + "".join(f"      - {vraag}\n" for vraag in vragen)
    return read_vragenlijst(tekst.encode(), "vragen.yaml")


def vraag(als: str, id_: str = "v") -> str:
    return f"{{id: {id_}, label: V, vraag: V?, type: tekst, als: {als}}}"


def fout_van(*vragen: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as fout:
        lees(*vragen)
    return fout.value


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
    lijst = lees(vraag(als), vraag("''", "later"))
    assert lijst.vraag("v").als.tekst == als
    assert lijst.vraag("later").als is None
    assert lijst.vraag("vrij").als is None


def test_een_gegeven_kan_ook_een_voorwaarde_hebben():
    tekst = KOP.replace("type: jaanee}", "type: jaanee, als: vrij is ingevuld}")
    lijst = read_vragenlijst(tekst.encode(), "vragen.yaml")
    assert lijst.vraag("mits").als.ids == ("vrij",)


BEGIN = 56  # the column of the first sign of a condition
FOUTEN = [
    ("status", BEGIN + 6, "na een id hoort"),
    ("status = ter bespreking", BEGIN + 13, "tussen aanhalingstekens"),
    ("'status = (x)'", BEGIN + 10, "hier hoort een waarde"),
    ('"vrij is vol"', BEGIN + 9, "hoort `ingevuld` of `leeg`"),
    ('"vrij \\u0069s vol"', BEGIN, "hoort `ingevuld` of `leeg`"),  # not there as it reads
    ("vrij is leeg en statis is leeg", BEGIN + 16, "Bedoel je “status”?"),
    ("h is leeg", BEGIN, "“h” is geen vraag of gegeven"),
    ("status = concpt", BEGIN + 9, "“concpt” is geen keuze. Kies uit: concept, ter bespreking."),
    ("status = concpt", BEGIN + 9, "Bedoel je “concept”?"),
    ("status != nee", BEGIN + 10, "“nee” is geen keuze"),
    ("tint = groen", BEGIN + 7, "“groen” is geen keuze"),
    ("dag = 31-1-2027", BEGIN + 6, "schrijf dit als “2027-01-31”"),
    ("dag = ooit", BEGIN + 6, "“ooit” is geen datum"),
    ("tal = 10", BEGIN + 6, "hooguit 9"),
    ("mits = j", BEGIN + 7, "schrijf dit als “ja”"),
    ("rooster = x", BEGIN + 10, "een tabel heeft geen waarde"),
    ("vrij is leeg of v is leeg", BEGIN + 16, "gaat over de vraag zelf"),
]


@pytest.mark.parametrize(("als", "kolom", "melding"), FOUTEN)
def test_een_voorwaarde_die_niet_kan(als, kolom, melding):
    fout = fout_van(vraag(als))
    assert melding in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == (17, kolom)


def test_een_voorwaarde_in_een_blok_wijst_naar_het_begin():
    blok = "id: v\n        label: V\n        vraag: V?\n        type: tekst\n        als: |\n"
    fout = fout_van(f"{blok}          vrij is leeg en\n          status = x")
    assert "“x” is geen keuze" in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == (21, 14)


def test_voorwaarden_die_op_elkaar_wachten():
    fout = fout_van(
        vraag("c is leeg", "a"), vraag("vrij is leeg of c is leeg", "b"), vraag("b is leeg", "c")
    )
    assert "wachten op elkaar: b → c → b." in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == (18, BEGIN + 16)


def test_voorwaarden_die_te_ver_op_elkaar_voortbouwen():
    keten = [vraag("vrij is leeg", "v0"), *(vraag(f"v{i} is leeg", f"v{i + 1}") for i in range(9))]
    assert len(lees(*keten).vragen) == 12
    fout = fout_van(*keten, vraag("vrij is leeg en v9 is leeg", "w"))
    assert "meer dan 10 voorwaarden" in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == (27, BEGIN + 16)


@pytest.mark.parametrize(
    ("nodig", "mag"),
    [
        ("vragenlijst.vragenbestand, uitvoeringsplan.model.plan", []),
        # Templates have conditions of their own.
        (
            "word.filling.filling, uitvoeringsplan.word.sjabloon.opening",
            ["uitvoeringsplan.model.voorwaarde"],
        ),
    ],
)
def test_zonder_voorwaarden_en_gevulde_tabellen_worden_ze_niet_geladen(nodig, mag):
    """Starting the program does not wait for what its question set does not use."""
    programma = (
        "import sys; from pathlib import Path;"
        "from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst;"
        f"import uitvoeringsplan.{nodig};"
        "load_vragenlijst(Path('vragen.yaml'));"
        "print([m for m in sys.modules if m.endswith("
        "('graphlib', '.tabel', '.table_xml', '.voorwaarde',"
        "'.condition_reader'))])"
    )
    gedraaid = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, check=True
    )
    assert gedraaid.stdout == f"{mag}\n"


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
    vraag_ = lees(TABEL).vraag("t")
    assert vraag_.type is TYPES["tabel"]
    assert vraag_.kolommen == (
        Kolom("wie", "Wie", TYPES["regel"], (), verplicht=True),
        Kolom("wat", "Soort werk", TYPES["keuze"], ("in huis", "Buiten")),
        Kolom("dag", "Dag", TYPES["datum"]),
    )


def test_een_standaard_van_een_tabel():
    lijst = lees(TABEL + "\n        standaard: |\n          |Bas|BUITEN|1 mei 2027|")
    assert lijst.vraag("t").standaard == "| Bas | Buiten | 2027-05-01 |"
    assert "Rij 1: hier horen 3 cellen" in fout_van(TABEL + "\n        standaard: '|a|'").melding


@pytest.mark.parametrize(
    ("oud", "nieuw", "plaats", "melding"),
    [
        ("id: wie", "idd: wie", (22, 14), "Bedoel je “id”?"),
        ("id: wie, ", "", (22, 13), "ontbreekt de sleutel “id”"),
        ("label: Wie, ", "", (22, 13), "ontbreekt de sleutel “label”"),
        ("id: wie", "id: Wie", (22, 18), "kleine letters"),
        ("id: dag", "id: wie", (24, 18), "al een kolom met het id “wie”"),
        ("type: datum", "type: datums", (24, 41), "Bedoel je “datum”?"),
        ("type: datum", "type: lijst", (24, 41), "regel, keuze, datum, getal, jaanee"),
        ("type: datum", "type: tabel", (24, 41), "regel, keuze, datum, getal, jaanee"),
        ("verplicht: nee", "verplicht: altijd", (24, 59), "kies uit ja, nee"),
        ("type: datum", "keuzes: [a]", (24, 13), "`keuzes` hoort bij"),
        ("Buiten]", "'in huis']", (23, 66), "“in huis” kan hier niet"),
        ("{id: dag, label: Dag, type: datum, verplicht: nee}", "dag", (24, 13), "een groep"),
    ],
)
def test_een_kolom_die_niet_kan(oud, nieuw, plaats, melding):
    fout = fout_van(TABEL.replace(oud, nieuw))
    assert melding in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == plaats


@pytest.mark.parametrize(
    "rest",
    ["type: tabel", "type: tabel, kolommen: []", "type: tekst, kolommen: [{id: k, label: K}]"],
)
def test_kolommen_horen_bij_een_tabel(rest):
    fout = fout_van(f"{{id: v, label: V, vraag: V?, {rest}}}")
    assert "`kolommen` hoort bij het type tabel, en alleen daarbij." in fout.melding
    assert (fout.plaats.regel, fout.plaats.kolom) == (17, 9)


def test_een_tabel_in_een_plan(tmp_path):
    lijst = lees(TABEL)
    bestand = new_planbestand(tmp_path / "a.plan.yaml", lijst, {})
    tabel = "| Bas \\| Bo | in huis | 2027-05-01 |\n| C\\d |  |  |"
    vol = bestand.with_answer(lijst.vraag("t"), tabel)
    assert b"  t: |\n    | Bas \\| Bo | in huis | 2027-05-01 |\n    | C\\d |  |  |\n" in vol.data
    assert read_planbestand(vol.data, bestand.pad, lijst).plan.tekst(lijst.vraag("t")) == tabel
