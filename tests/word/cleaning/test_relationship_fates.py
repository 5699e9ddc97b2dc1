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


def relationship(kind: str, target: str = "x.xml", *, extern: bool = False) -> Relationship:
    return Relationship("rId1", kind if ":" in kind else f"{OFFICE}/{kind}", target, extern)


@pytest.mark.parametrize(
    ("one", "fate"),
    [
        (relationship("styles"), Fate.BLIJFT),
        (relationship("glossaryDocument"), Fate.BLIJFT),
        (relationship("styles", extern=True), Fate.WEG),
        (relationship("image"), Fate.ALS_AANGEWEZEN),
        (relationship("image", "https://a.nl/x.png", extern=True), Fate.WEG),
        (relationship("header"), Fate.ALS_AANGEWEZEN),
        (relationship("hyperlink", "https://a.nl", extern=True), Fate.ALS_AANGEWEZEN),
        (relationship("hyperlink", "file:///C:/x", extern=True), Fate.SLECHTE_LINK),
        (relationship("hyperlink", "https://a.nl"), Fate.SLECHTE_LINK),  # a part of the package
        (relationship("comments"), Fate.WEG),
        (relationship("nogNooitGezien"), Fate.WEG),
        (relationship("http://schemas.microsoft.com/office/2014/relationships/chartEx"),
         Fate.ALS_AANGEWEZEN),
        (relationship("http://example.org/styles"), Fate.WEG),
    ],
)  # fmt: skip
def test_wat_er_van_een_relatie_wordt(one, fate):
    assert fate_of(one) is fate


@pytest.mark.parametrize(
    ("target", "is_web"),
    [
        ("https://a.nl", True), ("HTTP://A.NL", True), (" mailto:a@b.nl", True), ("#deel", True),
        ("tel:14010", True), ("file:///C:/x", False), ("\\\\server\\x", False), ("x.docx", False),
        ("javascript:alert(1)", False), ("", False),
    ],
)  # fmt: skip
def test_een_adres_op_het_web(target, is_web):
    assert is_web_address(target) is is_web


@pytest.mark.parametrize(
    ("one", "unknown"),
    [
        (relationship("nogNooitGezien"), True), (relationship("comments"), False),
        (relationship("attachedTemplate", extern=True), False), (relationship("oleObject"), False),
        (relationship("nogNooitGezien", extern=True), False),
    ],
)  # fmt: skip
def test_wat_dit_programma_niet_kent(one, unknown):
    assert is_unknown(one) is unknown
