"""A control for a date: its words and the day that it keeps agree, and the words count."""

from __future__ import annotations

import pytest
from field_samples import KINDS, answers, control, date, filled, line, main_part, revised, vraag

from independent_reader import w

CONTENT, VRAAG, ANSWER, _ = KINDS["datum-en"]


def test_de_dag_en_de_woorden_zijn_dezelfde():
    root = main_part(filled(CONTENT, [VRAAG], {"dag": ANSWER})[0])
    own = next(root.iter(w("date")))
    assert own.get(w("fullDate")) == "2027-03-04T00:00:00Z"
    assert next(root.iter(w("sdt"))).find(f".//{w('showingPlcHdr')}") is None


@pytest.mark.parametrize("text", ["Friday, 5 March 2027", "5 maart 2027", "5-3-2027"])
def test_andere_woorden_zijn_een_ander_antwoord_ook_als_de_dag_bleef(text):
    data, lijst, _ = filled(CONTENT, [VRAAG], {"dag": ANSWER})

    def type_over(root):
        next(root.iter(w("date"))).getparent().getparent().find(f".//{w('t')}").text = text

    assert answers(revised(data, type_over), lijst)["dag"] == "2027-03-05"


def test_woorden_die_geen_datum_zijn_staan_er_zonder_dag():
    place = line(
        control("dag", date().replace("<w:date>", '<w:date w:fullDate="2020-01-01T00:00:00Z">'))
    )
    data, lijst, _ = filled(place, [vraag("dag")], {"dag": "na de zomer"})
    assert next(main_part(data).iter(w("date"))).get(w("fullDate")) is None
    assert answers(data, lijst)["dag"] == "na de zomer"
