"""Questions of a form."""

from __future__ import annotations

from uitvoeringsplan.forms.questions import NO_TYPE
from uitvoeringsplan.model.types import TYPES


def test_een_afbeelding_is_geen_soort_antwoord():
    assert NO_TYPE not in TYPES
