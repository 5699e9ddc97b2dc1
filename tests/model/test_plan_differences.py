"""What changed between two plans, and its shape for other programs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from answer_pairs import rijparen, tekstparen
from trials import proeven
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import as_json, compare_antwoord, compare_plannen
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.model.word_differences import Verandering

GELIJK, WEG, NIEUW, GEWIJZIGD = Verandering
TEKST = Vraag(id="tekst", label="Tekst", vraag="?")
REGEL = Vraag(id="regel", label="Regel", vraag="?", type=TYPES["regel"])
DATUM = Vraag(id="datum", label="Datum", vraag="?", type=TYPES["datum"])
TABEL = Vraag(
    id="tabel",
    label="Tabel",
    vraag="?",
    type=TYPES["tabel"],
    kolommen=(Kolom("wat", "Wat"), Kolom("dag", "Dag", TYPES["datum"])),
)
LIJST = Vragenlijst(
    "proef", "1", "Proef", "p.docx", (REGEL, DATUM), (Hoofdstuk("h", "H", vragen=(TABEL, TEKST)),)
)


def plan(**teksten: str) -> Plan:
    velden = {id_: t for id_, t in teksten.items() if id_ in LIJST.veld_ids}
    return Plan("proef", "1", velden, {i: t for i, t in teksten.items() if i not in velden})


def kort(verschil) -> list[str]:
    return [
        f"{blok.wat}: " + "".join(f"<{s.wat[0]} {s.stuk.tekst}>" for s in blok.stukken)
        for blok in verschil.blokken
    ]


def test_elke_vraag_in_de_volgorde_van_de_vragenlijst():
    oud = plan(regel="a", tekst="weg", tabel="| x |  |")
    nieuw = plan(regel="a", datum="2027-02-01", tabel="| y |  |")
    assert [(v.vraag.id, v.is_gegeven, v.wat) for v in compare_plannen(LIJST, oud, nieuw)] == [
        ("regel", True, GELIJK),
        ("datum", True, NIEUW),
        ("tabel", False, GEWIJZIGD),
        ("tekst", False, WEG),
    ]
    zonder = compare_plannen(LIJST, oud, nieuw, zonder={"regel", "tabel"})
    assert [v.vraag.id for v in zonder] == ["datum", "tekst"]


def test_een_standaardantwoord_is_geen_wijziging():
    """What the question set says by itself was not changed by anybody in the plan."""
    vraag = Vraag(id="regel", label="R", vraag="?", type=TYPES["regel"], standaard="ja")
    lijst = Vragenlijst("proef", "1", "P", "p.docx", (vraag,), ())
    (verschil,) = compare_plannen(lijst, plan(), plan(regel="ja"))
    assert (verschil.wat, verschil.oud, verschil.nieuw) == (NIEUW, "", "ja")


def test_een_regel_is_letterlijk_en_een_datum_staat_in_woorden():
    regel = compare_antwoord(REGEL, "**a** b", "**a** c")
    assert kort(regel) == ["gewijzigd: <g **a** ><w b><n c>"]
    datum = compare_antwoord(DATUM, "2027-02-01", "2027-03-01")
    assert kort(datum) == ["gewijzigd: <g 1 ><w februari><n maart><g  2027>"]
    assert (datum.oud, datum.nieuw) == ("2027-02-01", "2027-03-01")


def test_twee_schrijfwijzen_van_hetzelfde_zijn_geen_verschil():
    verschil = compare_antwoord(TEKST, "- a\n\n\n- b", "- a\n- b")
    assert (verschil.wat, verschil.blokken) == (GELIJK, ())


@proeven(300)
@given(tekstparen)
def test_een_antwoord_verschilt_als_de_vingerafdruk_verschilt(paar):
    """The same judgement as `inlezen` makes by the properties of a document."""
    oud, nieuw = paar
    verschil = compare_antwoord(TEKST, oud, nieuw)
    assert (verschil.wat is GELIJK) == (fingerprint(oud) == fingerprint(nieuw))
    assert bool(verschil.blokken) == (verschil.wat is not GELIJK)
    if verschil.wat in (WEG, NIEUW):
        assert {blok.wat for blok in verschil.blokken} == {verschil.wat}


@proeven(200)
@given(rijparen(2))
def test_een_tabel_rij_voor_rij(paar):
    oud, nieuw = (write_tabel(rijen) for rijen in paar)
    verschil = compare_antwoord(TABEL, oud, nieuw)
    assert verschil.blokken == ()
    assert (verschil.wat is GELIJK) == (oud == nieuw)


def test_json_heeft_een_vaste_vorm():
    oud = plan(tekst="een twee drie\n\n- **vet** punt", tabel="| a | 2027-01-02 |")
    nieuw = plan(tekst="een twee vier\n\n1. **vet** punt", tabel="| a | 2027-01-03 |")
    uit = as_json(compare_plannen(LIJST, oud, nieuw, zonder={"regel", "datum"}))
    assert json.loads(json.dumps(uit)) == [
        {
            "id": "tabel",
            "label": "Tabel",
            "soort": "vraag",
            "wat": "gewijzigd",
            "oud": "| a | 2027-01-02 |",
            "nieuw": "| a | 2027-01-03 |",
            "blokken": [],
            "rijen": [
                {
                    "wat": "gewijzigd",
                    "cellen": {
                        "wat": [{"wat": "gelijk", "tekst": "a"}],
                        "dag": [
                            {"wat": "weg", "tekst": "2"},
                            {"wat": "nieuw", "tekst": "3"},
                            {"wat": "gelijk", "tekst": " januari 2027"},
                        ],
                    },
                }
            ],
        },
        {
            "id": "tekst",
            "label": "Tekst",
            "soort": "vraag",
            "wat": "gewijzigd",
            "oud": "een twee drie\n\n- **vet** punt",
            "nieuw": "een twee vier\n\n1. **vet** punt",
            "blokken": [
                {
                    "wat": "gewijzigd",
                    "oud": {"soort": "alinea"},
                    "nieuw": {"soort": "alinea"},
                    "stukken": [
                        {"wat": "gelijk", "tekst": "een twee "},
                        {"wat": "weg", "tekst": "drie"},
                        {"wat": "nieuw", "tekst": "vier"},
                    ],
                },
                {
                    "wat": "gewijzigd",
                    "oud": {"soort": "punt", "niveau": 1, "nummer": None},
                    "nieuw": {"soort": "punt", "niveau": 1, "nummer": 1},
                    "stukken": [
                        {"wat": "gelijk", "tekst": "vet", "vet": True},
                        {"wat": "gelijk", "tekst": " punt"},
                    ],
                },
            ],
            "rijen": [],
        },
    ]


@pytest.mark.parametrize("oud", ["", "tekst"])
def test_gelijk_heeft_geen_stukken(oud):
    (een,) = as_json([compare_antwoord(TEKST, oud, oud, is_gegeven=True)])
    assert (een["soort"], een["wat"], een["blokken"], een["rijen"]) == ("gegeven", "gelijk", [], [])
