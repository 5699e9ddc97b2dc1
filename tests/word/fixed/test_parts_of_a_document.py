"""What of a document must come back as it was made: words, pictures, and parts as a whole."""

from __future__ import annotations

import pytest
from part_to_read import deel, p, r, sdt

from uitvoeringsplan.ooxml.names import TYPES, W
from uitvoeringsplan.ooxml.package import Member, load_package
from uitvoeringsplan.ooxml.relationships import Relationship
from uitvoeringsplan.ooxml.tree import parse, w
from uitvoeringsplan.word.fixed.fingerprints import from_properties
from uitvoeringsplan.word.fixed.parts import (
    FixedPart,
    fixed_properties,
    parts_checksum,
    pictures,
    text_parts,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lid(naam: str, crc: int) -> Member:
    return Member(naam, 8, crc, 0, b"")


def test_de_som_van_de_delen_ziet_elk_deel_behalve_de_eigenschappen():
    leden = {naam: lid(naam, i) for i, naam in enumerate(("a.xml", TYPES, "docProps/custom.xml"))}
    som = parts_checksum(leden, ("docProps/custom.xml",))
    for naam, telt in (("a.xml", True), (TYPES, False), ("docProps/custom.xml", False)):
        anders = {**leden, naam: lid(naam, 99)}
        assert (parts_checksum(anders, ("docProps/custom.xml",)) != som) is telt
    assert parts_checksum({**leden, "b.xml": lid("b.xml", 7)}, ("docProps/custom.xml",)) != som


def test_afbeeldingen_hebben_een_naam_die_niet_telt():
    leden = {naam: lid(naam, 5) for naam in ("word/media/1.PNG", "x/2.jpeg", "docProps/t.png")}
    assert pictures(leden) == ["00000005"]


def test_welke_onderdelen_tekst_hebben():
    def relatie(soort: str, doel: str, *, extern: bool = False) -> Relationship:
        return Relationship("a", f"{OFFICE}/{soort}", doel, extern)

    relaties = [
        relatie("header", "kop.xml"), relatie("footer", "voet.xml"), relatie("footnotes", "n.xml"),
        relatie("header", "weg.xml"), relatie("styles", "s.xml"), relatie("header", "kop.xml"),
        relatie("footer", "buiten.xml", extern=True),
    ]  # fmt: skip
    leden = {"kop.xml", "voet.xml", "n.xml", "s.xml", "buiten.xml"}
    assert text_parts(relaties, "d.xml", leden) == [
        ("d.xml", "tekst"), ("kop.xml", "kop"), ("voet.xml", "voet"), ("n.xml", "noot"),
    ]  # fmt: skip


def open_deel(inhoud: str) -> tuple[FixedPart, FixedPart]:
    """Return a part that waits for the answer 0 in its first control, and the same filled in."""
    root = parse(deel(inhoud), "x", "y")
    veld = next(root.iter(w("sdt")))
    return FixedPart(root, {"gemeente"}, {veld: 0}), FixedPart(root, {"gemeente"})


def test_een_ingevuld_gegeven_geeft_dezelfde_afdruk_als_het_document_zelf():
    wacht, _ = open_deel(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" is rust.")))
    _, gevuld = open_deel(p(r("In "), sdt("gemeente", r("Delft")), r(" is rust.")))
    antwoord = f'<w:r xmlns:w="{W}"><w:t>Delft</w:t></w:r>'
    assert wacht.fingerprints([antwoord]) == gevuld.fingerprints()
    _, leeg = open_deel(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" is rust.")))
    assert wacht.fingerprints([""]) == leeg.fingerprints()
    assert wacht.fingerprints([""]) != wacht.fingerprints([antwoord])


def test_alineas_die_op_een_plek_komen_tellen_als_die_van_het_document():
    root = parse(deel(p(r("voor.")) + p() + p(r("na."))), "x", "y")
    plek = list(root.iter(w("p")))[1]
    wacht = FixedPart(root, (), {plek: 0})
    alineas = f'<w:p xmlns:w="{W}"><w:r><w:t>Een. Twee.</w:t></w:r></w:p>'
    heel = FixedPart(parse(deel(p(r("voor.")) + p(r("Een. Twee.")) + p(r("na."))), "x", "y"), ())
    assert wacht.fingerprints([alineas]) == heel.fingerprints()


def test_de_eigenschappen_van_een_heel_document(echt_sjabloon):
    package = load_package(echt_sjabloon, "x.docx")
    eigen = fixed_properties(package, "word/document.xml", {"gemeente"}, {})
    soorten = from_properties(eigen)
    assert {"tekst", "kop", "voet"} <= soorten.keys()
    for soort in ("kop", "voet"):  # these have no order
        assert soorten[soort] == sorted(set(soorten[soort]))
    root = parse(package.inhoud("word/document.xml"), "word/document.xml", "x")
    bekend = {"word/document.xml": FixedPart(root, {"gemeente"}).fingerprints()}
    assert fixed_properties(package, "word/document.xml", {"gemeente"}, bekend) == eigen
    anders = {"word/document.xml": bekend["word/document.xml"]._replace(sentences=["000000"])}
    assert fixed_properties(package, "word/document.xml", {"gemeente"}, anders) != eigen


@pytest.mark.parametrize(
    "ending",
    ["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp", "GIF"],
)
def test_elke_soort_afbeelding_telt(ending):
    assert pictures({f"word/media/1.{ending}": lid("1", 7)}) == ["00000007"]
    assert pictures({f"word/media/1.{ending}.xml": lid("1", 7)}) == []
