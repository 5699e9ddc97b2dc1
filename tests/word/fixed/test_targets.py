"""What an id leads to: an address, or the bytes of a picture, whatever its part is called."""

from __future__ import annotations

import pytest

from uitvoeringsplan.ooxml.names import R, W
from uitvoeringsplan.ooxml.package import Package, stored
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.fixed.targets import NO_TARGETS, Targets, is_picture

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def targets(kind: str, target: str, name: str = "word/media/1.png", mode: str = "") -> Targets:
    relationship = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}" {mode}/>'
    rels = f'<Relationships xmlns="{RELATIONSHIPS}">{relationship}</Relationships>'.encode()
    parts = {"word/_rels/document.xml.rels": rels, name: b"een"}
    members = {one: stored(one, data) for one, data in parts.items()}
    return Targets(Package("x", members), "word/document.xml")


def drawing(id_: str = "rId1"):
    xml = f'<w:drawing xmlns:w="{W}" xmlns:r="{R}"><w:x r:embed="{id_}"/></w:drawing>'
    return parse(xml.encode(), "x", "y")


def test_een_link_leidt_naar_een_adres():
    found = targets("hyperlink", "https://delft.example", mode='TargetMode="External"')
    assert found.address("rId1") == "https://delft.example"
    assert found.address("rId2") == NO_TARGETS.address("rId1") == ""


def test_een_afbeelding_is_haar_bytes_en_niet_haar_naam():
    one = targets("image", "media/1.png").checksums(drawing())
    other = targets("image", "media/ander.png", "word/media/ander.png").checksums(drawing())
    assert one == other != ""
    assert targets("image", "media/1.png").checksums(drawing("rId2")) == ""


@pytest.mark.parametrize(("kind", "counts"), [("oleObject", True), ("chart", False)])
def test_wat_programma_s_opnieuw_schrijven_telt_niet(kind, counts):
    assert bool(targets(kind, "media/1.png").checksums(drawing())) is counts


def test_wat_er_nog_niet_in_staat_kan_erbij():
    found = targets("image", "media/1.png").with_more({"nieuw": "00000007"})
    assert found.checksums(drawing("nieuw")) == "00000007"


def test_welk_onderdeel_een_afbeelding_is():
    assert is_picture("word/media/1.PNG")
    assert not is_picture("word/charts/chart1.xml")
