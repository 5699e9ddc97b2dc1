"""What stands around a place in its line and above it."""

from __future__ import annotations

from small_forms import control, p, read, table
from uitvoeringsplan.forms import line_context as near


def places(*content):
    return read(*content).containers[0].places


def test_de_woorden_voor_en_achter_een_plek():
    first, second = places(p("Van ", control(), " tot ", control(), " uur"))
    assert near.words_before(first) == "Van "
    assert near.words_behind(first) == "tot"
    assert near.words_before(second) == " tot "
    assert near.words_behind(second) == "uur"
    assert near.is_first(first)
    assert not near.is_first(second)


def test_een_zin_eromheen():
    (place,) = places(p("Het plan loopt tot ", control(), " en niet langer."))
    assert near.sentence_around(place) == "Het plan loopt tot … en niet langer."
    (place,) = places(p("Naam: ", control()))
    assert near.sentence_around(place) == ""


def test_een_woord_dat_alleen_verbindt():
    _, second = places(p("Dag: ", control(), " om ", control()))
    assert near.is_joining(near.words_before(second), second)
    _, second = places(p("Dag: ", control(), " Tijd: ", control()))
    assert not near.is_joining(near.words_before(second), second)


def test_het_laatste_label_van_een_regel():
    assert near.last_label("Dat klopt. Naam:") == "Naam:"
    assert near.last_label("Gemeente\t\tDatum:") == "Datum:"
    assert near.last_label("Naam:") == ""


def test_naar_buiten_uit_een_tabel():
    (place,) = places(p("Vraag"), table([control_cell()]))
    assert [container.kind for container, _ in near.outward(place)] == ["cell", "body"]


def control_cell():
    from small_forms import cell  # noqa: PLC0415 - beside what it makes

    return cell(p(control()))


def test_de_regel_erboven_tot_een_andere_plek():
    first, second = places(p("Een"), p(control()), p(control()))
    assert near.line_above(first.line.container, first.line.position).words == "Een"
    assert near.line_above(second.line.container, second.line.position) is None
    assert near.is_one_of_many(first)
    assert not near.is_one_of_many(second)
