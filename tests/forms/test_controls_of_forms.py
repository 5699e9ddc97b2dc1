"""Controls and fields of Word as places, by their properties."""

from __future__ import annotations

import pytest

from small_forms import (
    DATE,
    choices,
    control,
    field,
    legacy_list,
    legacy_text,
    legacy_tick,
    p,
    read,
    tick,
)
from uitvoeringsplan.forms.places import Source, Takes


def place_of(content):
    return read(p(content)).containers[0].places[0]


@pytest.mark.parametrize(
    ("content", "source", "takes"),
    [
        (control(), Source.CONTROL, Takes.WORDS),
        (control(kind=DATE), Source.CONTROL, Takes.DATE),
        (control(kind=choices("A")), Source.CONTROL, Takes.CHOICE),
        (control(kind=choices("A", kind="comboBox")), Source.CONTROL, Takes.COMBO),
        (tick(), Source.CONTROL, Takes.TICK),
        (legacy_text(), Source.LEGACY, Takes.WORDS),
        (legacy_text(more='<w:type w:val="number"/>'), Source.LEGACY, Takes.NUMBER),
        (legacy_tick(), Source.LEGACY, Takes.TICK),
        (legacy_list("A"), Source.LEGACY, Takes.CHOICE),
        (field("MERGEFIELD Naam", "«Naam»"), Source.MERGE, Takes.WORDS),
    ],
)
def test_wat_een_veld_is_en_wat_erin_komt(content, source, takes):
    place = place_of(content)
    assert (place.source, place.takes) == (source, takes)


def test_een_lijst_begint_vaak_met_haar_eigen_vraag():
    empty = '<w:listItem w:displayText="Kies een item." w:value=""/>'
    kind = choices("Kies", "Noord").replace("<w:dropDownList>", f"<w:dropDownList>{empty}")
    assert place_of(control(kind=kind, prompt="Kies")).choices == ("Noord",)


def test_een_oud_veld_dat_word_uitrekent():
    assert place_of(legacy_text("10", more='<w:type w:val="calculated"/>')).is_computed
    assert not place_of(legacy_text("10")).is_computed


def test_de_hulptekst_van_een_oud_veld_legt_uit():
    name = '"/><w:helpText w:type="text" w:val="Zonder streepjes'
    assert place_of(legacy_text(name=f"T{name}")).explanation == "Zonder streepjes"


def test_wat_er_stond_is_een_antwoord_en_wat_leeg_is_niet():
    assert place_of(control("Anna")).default == "Anna"
    assert place_of(control()).default == ""
    assert place_of(control()).prompt.startswith("Klik")
    assert place_of(legacy_text()).default == ""
    assert place_of(tick(on=True)).default == "ja"
    assert place_of(legacy_tick(on=True)).default == "ja"
    assert place_of(legacy_list("A", "B", chosen=1)).default == "B"


def test_de_naam_van_een_samenvoegveld_tussen_aanhalingstekens():
    assert place_of(field('MERGEFIELD "Naam van iemand" \\* Upper', "x")).name == "Naam van iemand"
