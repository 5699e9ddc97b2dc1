"""What may hang on a part: a list of what stays, and all else goes."""

from __future__ import annotations

import pytest

from private_template import OFFICE
from uitvoeringsplan.ooxml.relationships import Relationship
from uitvoeringsplan.word.cleaning.relationship_fates import (
    Fate,
    fate_of,
    is_unknown,
    is_web_address,
)


def relatie(soort: str, doel: str = "x.xml", *, extern: bool = False) -> Relationship:
    return Relationship("rId1", soort if ":" in soort else f"{OFFICE}/{soort}", doel, extern)


@pytest.mark.parametrize(
    ("een", "fate"),
    [
        (relatie("styles"), Fate.BLIJFT),
        (relatie("glossaryDocument"), Fate.BLIJFT),
        (relatie("styles", extern=True), Fate.WEG),
        (relatie("image"), Fate.ALS_AANGEWEZEN),
        (relatie("image", "https://a.nl/x.png", extern=True), Fate.WEG),
        (relatie("header"), Fate.ALS_AANGEWEZEN),
        (relatie("hyperlink", "https://a.nl", extern=True), Fate.ALS_AANGEWEZEN),
        (relatie("hyperlink", "file:///C:/x", extern=True), Fate.SLECHTE_LINK),
        (relatie("hyperlink", "https://a.nl"), Fate.SLECHTE_LINK),  # a part of the package
        (relatie("comments"), Fate.WEG),
        (relatie("nogNooitGezien"), Fate.WEG),
        (relatie("http://schemas.microsoft.com/office/2014/relationships/chartEx"),
         Fate.ALS_AANGEWEZEN),
        (relatie("http://example.org/styles"), Fate.WEG),
    ],
)  # fmt: skip
def test_wat_er_van_een_relatie_wordt(een, fate):
    assert fate_of(een) is fate


@pytest.mark.parametrize(
    ("doel", "is_web"),
    [
        ("https://a.nl", True), ("HTTP://A.NL", True), (" mailto:a@b.nl", True), ("#deel", True),
        ("tel:14010", True), ("file:///C:/x", False), ("\\\\server\\x", False), ("x.docx", False),
        ("javascript:alert(1)", False), ("", False),
    ],
)  # fmt: skip
def test_een_adres_op_het_web(doel, is_web):
    assert is_web_address(doel) is is_web


@pytest.mark.parametrize(
    ("een", "onbekend"),
    [
        (relatie("nogNooitGezien"), True), (relatie("comments"), False),
        (relatie("attachedTemplate", extern=True), False), (relatie("oleObject"), False),
        (relatie("nogNooitGezien", extern=True), False),
    ],
)  # fmt: skip
def test_wat_dit_programma_niet_kent(een, onbekend):
    assert is_unknown(een) is onbekend
