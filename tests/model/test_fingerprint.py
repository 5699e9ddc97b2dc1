"""The fingerprint of an answer: one for each way to write it, and another for each other answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from markup_examples import opmaak

from trials import trials
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint, fingerprint
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag


@trials(300)
@given(opmaak)
def test_een_vingerafdruk_hangt_niet_af_van_de_schrijfwijze(dirty):
    text = clean(dirty)
    if read_markup(canonical(text)) == read_markup(text):
        assert fingerprint(canonical(text)) == fingerprint(text)
    assert bool(fingerprint(text)) is bool(read_markup(text))


def test_vingerafdrukken_staan_in_documenten_en_veranderen_dus_nooit():
    assert fingerprint("") == ""
    assert fingerprint("Een **vet** woord.\n\n- punt") == "62313ff3de299a6c"


@pytest.mark.parametrize(
    "other", ["A b", "a  b", "**a b**", "- a b", "1. a b", "a\nb", "a\n\nb", "[a b](https://x.nl)"]
)
def test_een_ander_antwoord_heeft_een_andere_vingerafdruk(other):
    assert fingerprint(other) != fingerprint("a b")


def test_de_volgorde_van_een_gesorteerde_tabel_telt_niet():
    kolommen = (Kolom("wat", "Wat"), Kolom("dag", "Dag", TYPES["datum"]))
    los = Vraag(id="t", label="T", vraag="?", type=TYPES["tabel"], kolommen=kolommen)
    op_dag = los._replace(sorteer="dag")
    one, other = "| a | 2027-02-01 |\n| b | 2027-01-01 |", "| b | 2027-01-01 |\n| a | 2027-02-01 |"
    assert antwoord_fingerprint(op_dag, one) == antwoord_fingerprint(op_dag, other)
    assert antwoord_fingerprint(los, one) != antwoord_fingerprint(los, other)
    assert antwoord_fingerprint(op_dag, "") == ""
