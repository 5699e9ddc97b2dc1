"""A large letter beside a paragraph goes back in its word where that is certain."""

from __future__ import annotations

import pytest
from lxml import etree

from package_builder import W
from uitvoeringsplan.word.returned.drop_caps import join_drop_caps

LOW = '<w:position w:val="-6"/>'
FRAME = '<w:pPr><w:framePr w:dropCap="{}" w:lines="3"/></w:pPr>'


def run(text: str, own: str = "") -> str:
    return f'<w:r><w:rPr>{own}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def joined(first: str, second: str, kind: str = "drop", around: str = "sdt") -> list[str]:
    """Return the words of the paragraphs that are left."""
    large = f"<w:p>{FRAME.format(kind)}{run(first, LOW)}</w:p>"
    rest = f"<w:p><w:pPr><w:jc/></w:pPr><w:bookmarkStart/>{run(second)}</w:p>"
    body = etree.fromstring(
        f'<w:body xmlns:w="{W}"><w:{around}><w:sdtContent>{large}{rest}</w:sdtContent></w:{around}>'
        "</w:body>"
    )
    join_drop_caps(body)
    content = body[0][0]
    assert ("position" in etree.tostring(body).decode()) is (len(content) == 2)
    return ["".join(p.itertext()) for p in content]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [("S", "ignalen komen", "drop"), ("“S", "ignalen”", "margin"), ("IJ", "sland", "drop")],
)
def test_een_beginkapitaal_komt_in_zijn_woord(first, second, kind):
    assert joined(first, second, kind) == [first + second]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("A", "Een zin", "drop"), ("S ", "ignalen", "drop"), ("", "ignalen", "drop"),
        ("S", " ignalen", "drop"), ("Lang woord", "erna", "drop"), ("S", "ignalen", "none"),
    ],
)  # fmt: skip
def test_bij_twijfel_blijft_het_staan(first, second, kind):
    assert joined(first, second, kind) == [first, second]


def test_buiten_de_invulvelden_blijft_het_zoals_het_sjabloon_het_heeft():
    assert joined("S", "ignalen", around="customXml") == ["S", "ignalen"]


def test_een_beginkapitaal_zonder_alinea_erachter_blijft():
    body = etree.fromstring(
        f'<w:sdt xmlns:w="{W}"><w:p>{FRAME.format("drop")}{run("S")}</w:p><w:tbl/></w:sdt>'
    )
    join_drop_caps(body)
    assert [part.tag.rpartition("}")[2] for part in body] == ["p", "tbl"]
