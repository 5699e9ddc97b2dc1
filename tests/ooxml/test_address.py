"""Two ways of writing an address are the same, two addresses are not."""

from __future__ import annotations

import pytest

from uitvoeringsplan.ooxml.address import comparable


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://Delft.example", "HTTPS://delft.example/", True),
        ("https://delft.example/een%20plan", "https://delft.example/een plan", True),
        ("https://delft.example/Plan", "https://delft.example/plan", False),
        ("mailto:a@delft.example", "mailto:b@delft.example", False),
        ("#bron_1", "#bron_1", True),
    ],
)
def test_wanneer_twee_adressen_gelijk_zijn(one, other, is_same):
    assert (comparable(one) == comparable(other)) is is_same
