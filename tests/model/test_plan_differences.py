"""What changed between two plans, and its shape for other programs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from answer_pairs import rijparen, tekstparen
from trials import trials
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import as_json, compare_antwoord, compare_plannen
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.model.word_differences import Verandering

EQUAL, GONE, NEW, CHANGED = Verandering
TEXT = Vraag(id="tekst", label="Tekst", vraag="?")
LINE = Vraag(id="regel", label="Regel", vraag="?", type=TYPES["regel"])
DATUM = Vraag(id="datum", label="Datum", vraag="?", type=TYPES["datum"])
TABEL = Vraag(
    id="tabel",
    label="Tabel",
    vraag="?",
    type=TYPES["tabel"],
    kolommen=(Kolom("wat", "Wat"), Kolom("dag", "Dag", TYPES["datum"])),
)
LIJST = Vragenlijst(
    "proef", "1", "Proef", "p.docx", (LINE, DATUM), (Hoofdstuk("h", "H", vragen=(TABEL, TEXT)),)
)


def plan(**texts: str) -> Plan:
    velden = {id_: t for id_, t in texts.items() if id_ in LIJST.veld_ids}
    return Plan("proef", "1", velden, {i: t for i, t in texts.items() if i not in velden})


def short(verschil) -> list[str]:
    return [
        f"{block.change}: " + "".join(f"<{s.change[0]} {s.run.text}>" for s in block.runs)
        for block in verschil.blocks
    ]


def test_elke_vraag_in_de_volgorde_van_de_vragenlijst():
    old = plan(regel="a", tekst="weg", tabel="| x |  |")
    new = plan(regel="a", datum="2027-02-01", tabel="| y |  |")
    assert [(v.vraag.id, v.is_gegeven, v.change) for v in compare_plannen(LIJST, old, new)] == [
        ("regel", True, EQUAL),
        ("datum", True, NEW),
        ("tabel", False, CHANGED),
        ("tekst", False, GONE),
    ]
    without = compare_plannen(LIJST, old, new, without={"regel", "tabel"})
    assert [v.vraag.id for v in without] == ["datum", "tekst"]


def test_een_standaardantwoord_is_geen_wijziging():
    """What the question set says by itself was not changed by anybody in the plan."""
    vraag = Vraag(id="regel", label="R", vraag="?", type=TYPES["regel"], standaard="ja")
    lijst = Vragenlijst("proef", "1", "P", "p.docx", (vraag,), ())
    (verschil,) = compare_plannen(lijst, plan(), plan(regel="ja"))
    assert (verschil.change, verschil.old, verschil.new) == (NEW, "", "ja")


def test_een_regel_is_letterlijk_en_een_datum_staat_in_woorden():
    line = compare_antwoord(LINE, "**a** b", "**a** c")
    assert short(line) == ["gewijzigd: <g **a** ><w b><n c>"]
    datum = compare_antwoord(DATUM, "2027-02-01", "2027-03-01")
    assert short(datum) == ["gewijzigd: <g 1 ><w februari><n maart><g  2027>"]
    assert (datum.old, datum.new) == ("2027-02-01", "2027-03-01")


def test_twee_schrijfwijzen_van_hetzelfde_zijn_geen_verschil():
    verschil = compare_antwoord(TEXT, "- a\n\n\n- b", "- a\n- b")
    assert (verschil.change, verschil.blocks) == (EQUAL, ())


@trials(300)
@given(tekstparen)
def test_een_antwoord_verschilt_als_de_vingerafdruk_verschilt(pair):
    """The same judgement as `inlezen` makes by the properties of a document."""
    old, new = pair
    verschil = compare_antwoord(TEXT, old, new)
    assert (verschil.change is EQUAL) == (fingerprint(old) == fingerprint(new))
    assert bool(verschil.blocks) == (verschil.change is not EQUAL)
    if verschil.change in (GONE, NEW):
        assert {block.change for block in verschil.blocks} == {verschil.change}


@trials(200)
@given(rijparen(2))
def test_een_tabel_rij_voor_rij(pair):
    old, new = (write_tabel(rijen) for rijen in pair)
    verschil = compare_antwoord(TABEL, old, new)
    assert verschil.blocks == ()
    assert (verschil.change is EQUAL) == (old == new)


def test_json_heeft_een_vaste_vorm():
    old = plan(tekst="een twee drie\n\n- **vet** punt", tabel="| a | 2027-01-02 |")
    new = plan(tekst="een twee vier\n\n1. **vet** punt", tabel="| a | 2027-01-03 |")
    result = as_json(compare_plannen(LIJST, old, new, without={"regel", "datum"}))
    assert json.loads(json.dumps(result)) == [
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


@pytest.mark.parametrize("old", ["", "tekst"])
def test_gelijk_heeft_geen_stukken(old):
    (one,) = as_json([compare_antwoord(TEXT, old, old, is_gegeven=True)])
    assert (one["soort"], one["wat"], one["blokken"], one["rijen"]) == ("gegeven", "gelijk", [], [])
