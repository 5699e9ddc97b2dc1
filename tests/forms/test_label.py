"""What a label is."""

from __future__ import annotations

from uitvoeringsplan.forms.label import NO_LABEL, Origin, Sureness


def test_geen_label_is_een_gok_van_nergens():
    assert not NO_LABEL.text
    assert NO_LABEL.origin is Origin.NOWHERE
    assert Sureness.GUESS < Sureness.LIKELY < Sureness.SURE


def test_elke_herkomst_heeft_eigen_woorden():
    assert len({str(origin) for origin in Origin}) == len(Origin)
