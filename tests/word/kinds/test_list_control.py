"""A control with a list: the words of an item, and the value that the control keeps."""

from __future__ import annotations

from field_samples import KINDS, answers, filled, main_part, revised

from independent_reader import w

CONTENT, VRAAG, ANSWER, _ = KINDS["lijst"]


def _own(root):
    return next(root.iter(w("dropDownList"), w("comboBox")))


def test_de_gekozen_waarde_hoort_bij_de_woorden():
    root = main_part(filled(CONTENT, [VRAAG], {"maat": ANSWER})[0])
    assert _own(root).get(w("lastValue")) == "M2"


def test_woorden_die_in_geen_item_staan_hebben_geen_waarde():
    content, vraag, answer, _ = KINDS["combo"]
    content = content.replace("<w:comboBox>", '<w:comboBox w:lastValue="K1">')
    assert (
        _own(main_part(filled(content, [vraag], {"maat": answer})[0])).get(w("lastValue")) is None
    )


def test_een_andere_keuze_komt_terug_ook_als_een_programma_haar_waarde_toont():
    data, lijst, _ = filled(CONTENT, [VRAAG], {"maat": ANSWER})
    for typed in ("Groot", "G3"):

        def choose(root, typed=typed):
            _own(root).getparent().getparent().find(f".//{w('t')}").text = typed

        assert answers(revised(data, choose), lijst)["maat"] == "Groot"
