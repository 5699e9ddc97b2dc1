from __future__ import annotations

import pytest

from uitvoeringsplan.ooxml.symbols import NO_SIGN, character


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings 2", "F052", "☑"), ("Wingdings 2", "F0A3", "☐"), ("Symbol", "F0A3", "≤"),
        ("Symbol", "f0b1", "±"), ("SYMBOL", "F0B3", "≥"), ("Wingdings", "F0DF", "←"),
        ("Symbol", "F0A7", "♣"), ("Wingdings", "F0A7", "•"), ("Wingdings", "FE", "☑"),
        ("", "F0B7", "•"), ("Segoe UI Symbol", "2611", "☑"),
        ("Webdings", "F052", NO_SIGN), ("", "F123", NO_SIGN), ("Symbol", "x", NO_SIGN),
        ("Symbol", "", NO_SIGN), ("", "D800", NO_SIGN), ("", "-1", NO_SIGN),
        ("", "110000", NO_SIGN), ("", "1", NO_SIGN),
    ],
)  # fmt: skip
def test_het_lettertype_zegt_welk_teken_het_is(font, code, sign):
    assert character(font, code) == sign
