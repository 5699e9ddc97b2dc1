"""What is said of a template that does not fit."""

from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def error_of(data: bytes, builder) -> str:
    """Return the sentence that a template is refused with."""
    with pytest.raises(SjabloonError) as gevangen:
        open_sjabloon(data, "map/eigen.docx", builder.lijst)
    assert str(gevangen.value).startswith("map/eigen.docx: ")
    assert str(gevangen.value).endswith(".")
    return str(gevangen.value)
