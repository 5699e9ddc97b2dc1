"""Files from outside: let in or refused with one sentence, and never more than may be read."""

from __future__ import annotations

import pytest

from attack_parts import together
from attacks import AAN_DE_POORT, BOUNDS
from docx_builder import GOOD, docx, parts, zip_
from package_builder import PackageBuilder
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml import gate, package
from uitvoeringsplan.ooxml.gate import check_package, let_in
from uitvoeringsplan.ooxml.names import REL_CUSTOM, REL_STYLES
from uitvoeringsplan.ooxml.package import load_package

KLEINSTE = 100_000  # bytes; no file of these tests comes near what a bound is for


def refusal(data: bytes) -> str:
    """Return the sentence that a file is refused with; empty when it is let in."""
    assert len(data) < KLEINSTE
    try:
        let_in(data, "terug.docx")
    except SjabloonError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", AAN_DE_POORT)
def test_wat_niet_naar_binnen_mag_is_geweigerd_met_een_zin(name):
    make, word = AAN_DE_POORT[name]
    zin = refusal(make())
    assert word in zin
    assert zin.startswith("terug.docx: ")
    assert zin.endswith(".")
    assert zin.isprintable()  # one line, and nothing in it that a terminal obeys
    assert len(zin) < 250


@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: bound.name)
def test_elke_grens_houdt_tegen_wat_er_net_overheen_gaat(monkeypatch, bound):
    """With the bound lowered, a small file is past it; what just fits is not refused for it."""
    past, too_many = bound.make(bound.layer), bound.make(bound.layer + 1)
    assert bound.word not in refusal(too_many)  # the bound itself lies far higher
    monkeypatch.setattr(bound.module, bound.name, bound.layer)
    if bound.name == "MAX_TAG":
        monkeypatch.setattr(gate, "_STEP", 200)
    assert bound.word not in refusal(past)
    assert bound.word in refusal(too_many)


def test_van_elke_grens_van_de_poort_is_een_proef():
    """A bound that nobody tries could go without anybody seeing it."""
    named = {name for name in vars(gate) if name.lstrip("_").startswith("MAX_")}
    assert named == {bound.name for bound in BOUNDS if bound.name in vars(gate)}


def test_een_groot_lid_wordt_niet_verder_uitgepakt_dan_de_grens(monkeypatch):
    """One byte past it is enough to know."""
    asked = []
    real = package.zlib.decompressobj

    class Motor:
        def __init__(self, bits: int) -> None:
            self._engine = real(bits)

        def decompress(self, data: bytes, most: int) -> bytes:
            asked.append(most)
            return self._engine.decompress(data, most)

    monkeypatch.setattr(package.zlib, "decompressobj", Motor)
    monkeypatch.setattr(package, "MAX_PART", 1_000)
    with pytest.raises(SjabloonError, match="groter dan"):
        let_in(together(4_000), "x.docx")
    assert set(asked) == {1_001}


def test_een_deel_in_utf_16_is_daarna_utf_8():
    data = docx(document=GOOD.replace("UTF-8", "UTF-16").encode("utf-16"))
    inside = let_in(data, "x.docx")
    assert inside.package.content("word/document.xml").decode() == GOOD.partition("?>")[2]


def test_alleen_vooraan_staat_een_declaratie():
    """To look for one further on would try every blank of a part with nothing but blanks."""
    bare = GOOD.partition("?>")[2].replace("Ervoor", '<!-- <?xml version="1.0"?> -->Ervoor')
    inside = let_in(docx(document=bare.encode("utf-16")), "x.docx")
    assert inside.package.content("word/document.xml").decode() == bare


def test_een_relatie_naar_buiten_is_geen_deel():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{REL_STYLES}" Target="https://x.nl/styles.xml"'
        ' TargetMode="External"/><Relationship Id="b" Type="x" Target="weg.xml"/></Relationships>'
    )
    members = {**parts(), "word/_rels/document.xml.rels": rels.encode()}
    assert let_in(zip_(members), "x.docx").parts(REL_STYLES, "x") == []


def test_een_gewoon_bestand_van_een_ander_mag_naar_binnen():
    assert let_in(PackageBuilder.docx(), "x.docx").document == "word/document.xml"


def test_wat_erin_zit_wordt_bij_naam_genoemd():
    styles = '<w:styles xmlns:w="x"/>'
    inside = check_package(load_package(docx(styles=styles, eigen="<x/>"), "x.docx"))
    assert inside.parts(REL_STYLES) == ["word/styles.xml"]
    assert inside.parts(REL_CUSTOM, REL_STYLES) == ["word/styles.xml", "docProps/custom.xml"]
    assert let_in(docx(), "x.docx").parts(REL_CUSTOM) == []  # the relationship has no part


def test_ook_de_relaties_van_een_onderdeel_moeten_te_lezen_zijn():
    members = parts(styles='<w:styles xmlns:w="x"/>') | {"word/_rels/styles.xml.rels": b"<x"}
    assert "word/_rels/styles.xml.rels is geen geldige XML (regel 1)" in refusal(zip_(members))


@pytest.mark.parametrize("spoor", ["word/vbaData.xml", "word/VBAPROJECT.BIN"])
def test_een_spoor_van_macros(spoor):
    assert "macro" in refusal(zip_({**parts(), spoor: b"x"}))


@pytest.mark.parametrize(
    ("ilvl", "allowed"), [("8", True), ("08", True), ("9", False), ("11", False), ("-1", False)]
)
def test_een_lijst_heeft_hooguit_negen_niveaus(ilvl, allowed):
    lijst = f"<w:numbering xmlns:w='x'><w:lvl w:ilvl = '{ilvl}'/></w:numbering>"
    assert ("negen niveaus" not in refusal(docx(numbering=lijst))) is allowed
