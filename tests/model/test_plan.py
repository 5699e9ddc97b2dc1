from __future__ import annotations

import pytest

from uitvoeringsplan.model.plan import Plan, is_required, voortgang
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


def vraag(id_: str, verplicht: Verplicht = Verplicht.NEE, standaard: str = "") -> Vraag:
    return Vraag(id=id_, label=id_, vraag="?", verplicht=verplicht, standaard=standaard)


GEMEENTE = vraag("gemeente", Verplicht.ALTIJD)
FRAME = vraag("kader", Verplicht.VASTGESTELD)
STATUS = vraag("status", Verplicht.ALTIJD, "concept")
ONE, TWO, THREE = vraag("een"), vraag("twee", Verplicht.ALTIJD), vraag("drie", standaard="Ja.")
LIJST = Vragenlijst(
    "proef", "1", "Proef", "p.docx", (GEMEENTE, FRAME, STATUS, vraag("vrij")),
    (Hoofdstuk("a", "A", vragen=(ONE, TWO)), Hoofdstuk("b", "B", vragen=(THREE,))),
)  # fmt: skip


def plan(gegevens=None, antwoorden=None) -> Plan:
    return Plan("proef", "1", gegevens or {}, antwoorden or {})


def test_tekst_zoekt_bij_antwoorden_en_gegevens():
    full = plan({"gemeente": "Oudermeer"}, {"een": "Iets."})
    assert (full.text(GEMEENTE), full.text(ONE), full.text(TWO)) == ("Oudermeer", "Iets.", "")


def test_waarde_valt_terug_op_de_standaard():
    assert plan().text(THREE) == ""
    assert plan().value(THREE) == "Ja."
    assert plan(antwoorden={"drie": ""}).value(THREE) == "Ja."
    assert plan(antwoorden={"drie": "Nee."}).value(THREE) == "Nee."


@pytest.mark.parametrize(
    ("gegevens", "status"),
    [({}, "concept"), ({"status": ""}, "concept"), ({"status": "Vastgesteld"}, "vastgesteld")],
)
def test_status(gegevens, status):
    assert plan(gegevens).status == status


@pytest.mark.parametrize(
    ("status", "definitief"),
    [
        ("", False),
        ("concept", False),
        ("ter bespreking", False),
        ("vastgesteld", True),
        ("Vastgesteld", True),
        ("vervallen", True),
    ],
)
def test_een_plan_is_definitief_als_het_besluit_er_is(status, definitief):
    assert plan({"status": status}).is_definitief is definitief


@pytest.mark.parametrize(
    ("verplicht", "concept", "vastgesteld"),
    [
        (Verplicht.NEE, False, False),
        (Verplicht.ALTIJD, True, True),
        (Verplicht.VASTGESTELD, False, True),
    ],
)
def test_is_verplicht(verplicht, concept, vastgesteld):
    trial = vraag("v", verplicht)
    assert is_required(trial, "concept") is concept
    assert is_required(trial, "ter bespreking") is concept
    assert is_required(trial, "vastgesteld") is vastgesteld


def test_voortgang_van_een_leeg_plan():
    stand = voortgang(LIJST, plan())
    assert (stand.beantwoord, stand.total) == (1, 3)  # the question with a default counts
    assert stand.open == (ONE, TWO)
    assert [(s.onderdeel.id, s.beantwoord, s.total) for s in stand.standen] == [
        ("a", 0, 2),
        ("b", 1, 1),
    ]
    assert stand.open_velden == (GEMEENTE,)


def test_een_vastgesteld_plan_vraagt_meer_velden():
    stand = voortgang(LIJST, plan({"status": "vastgesteld", "gemeente": "x"}, {"een": "x"}))
    assert stand.open == (TWO,)
    assert stand.open_velden == (FRAME,)


@pytest.mark.parametrize("how", [{"is_optioneel": True}, {"is_intern": True}])
def test_een_hoofdstuk_naar_keuze_telt_nergens_in_mee(how):
    a, b = LIJST.hoofdstukken
    roomy = LIJST._replace(hoofdstukken=(a, b._replace(**how)))
    assert roomy.fixed_vragen == (ONE, TWO)
    assert roomy.vragen == (ONE, TWO, THREE)
    stand = voortgang(roomy, plan({}, {"een": "x"}))
    assert (stand.beantwoord, stand.total, stand.open) == (1, 2, (TWO,))
    assert [s.onderdeel.id for s in stand.standen] == ["a"]
    assert [(s.onderdeel.id, s.beantwoord, s.total) for s in stand.naar_keuze] == [("b", 1, 1)]
