"""A form is filled in each kind of place, and comes back with exactly what was filled in."""

from __future__ import annotations

import pytest
from field_samples import KINDS, answers, filled, lijst_of, main_part, text_of, with_main

from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.word.invulvelden import kind_of, tag_of
from uitvoeringsplan.word.kinds.kinds import KINDS as EVERY
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.word.tracked.tracked_document import write_tracked


@pytest.mark.parametrize("name", KINDS)
def test_wat_ingevuld_is_staat_er_en_komt_precies_terug(name):
    content, vraag, answer, shown = KINDS[name]
    for given in (answer, ""):
        data, lijst, _ = filled(content, [vraag], {vraag.id: given} if given else {})
        back = read_returned(data, "f.docx", lijst)
        read = back.antwoorden[vraag.id]
        assert (read.text, read.is_unchanged, back.doubts) == (given, True, ())
        assert back.fixed.is_equal
        if given:
            assert shown in text_of(data)


def test_elke_soort_komt_in_een_voorbeeld_voor():
    found = set()
    for content, vraag, answer, _ in KINDS.values():
        root = main_part(filled(content, [vraag], {vraag.id: answer})[0], wrapped=True)
        found |= {kind_of(one) for one in root.iter("{*}sdt") if tag_of(one) == vraag.id}
    assert found == set(EVERY)


@pytest.mark.parametrize("name", KINDS)
def test_een_vergelijking_toont_de_verandering_en_geeft_beide_antwoorden(name):
    content, vraag, answer, _ = KINDS[name]
    lijst = lijst_of([vraag])
    sjabloon = open_sjabloon(with_main(content), "f.docx", lijst)
    old, new = (
        Plan(lijst.soort, lijst.versie, {vraag.id: given} if given else {}, {})
        for given in ("", answer)
    )
    data = write_tracked(sjabloon, lijst, old, new, auteur="A", datum="2027-01-31T00:00:00Z")
    assert answers(data, lijst, wijzigingen="aangenomen")[vraag.id] == answer
