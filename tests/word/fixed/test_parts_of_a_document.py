"""What of a document must come back as it was made: words, pictures, and parts as a whole."""

from __future__ import annotations

from functools import cache

import pytest
from part_to_read import p, part, r, sdt

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
    read_forms,
    text_parts,
)
from uitvoeringsplan.word.fixed.targets import Targets

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def member(name: str, crc: int) -> Member:
    return Member(name, 8, crc, 0, b"")


def test_de_som_van_de_delen_ziet_elk_deel_behalve_de_eigenschappen():
    members = {
        name: member(name, i) for i, name in enumerate(("a.xml", TYPES, "docProps/custom.xml"))
    }
    som = parts_checksum(members, ("docProps/custom.xml",))
    for name, counts in (("a.xml", True), (TYPES, False), ("docProps/custom.xml", False)):
        otherwise = {**members, name: member(name, 99)}
        assert (parts_checksum(otherwise, ("docProps/custom.xml",)) != som) is counts
    assert parts_checksum({**members, "b.xml": member("b.xml", 7)}, ("docProps/custom.xml",)) != som


def test_afbeeldingen_hebben_een_naam_die_niet_telt():
    members = {name: member(name, 5) for name in ("word/media/1.PNG", "x/2.jpeg", "docProps/t.png")}
    assert pictures(members) == ["00000005"]


def test_welke_onderdelen_tekst_hebben():
    def relationship(kind: str, target: str, *, extern: bool = False) -> Relationship:
        return Relationship("a", f"{OFFICE}/{kind}", target, extern)

    relationships = [
        relationship("header", "kop.xml"), relationship("footer", "voet.xml"),
        relationship("footnotes", "n.xml"),
        relationship("header", "weg.xml"), relationship("styles", "s.xml"), relationship("header",
        "kop.xml"),
        relationship("footer", "buiten.xml", extern=True),
    ]  # fmt: skip
    members = {"kop.xml", "voet.xml", "n.xml", "s.xml", "buiten.xml"}
    assert text_parts(relationships, "d.xml", members) == [
        ("d.xml", "tekst"), ("kop.xml", "kop"), ("voet.xml", "voet"), ("n.xml", "noot"),
    ]  # fmt: skip


def open_part(content: str) -> tuple[FixedPart, FixedPart]:
    """Return a part that waits for the answer 0 in its first control, and the same filled in."""
    root = parse(part(content), "x", "y")
    field = next(root.iter(w("sdt")))
    return FixedPart(root, {"gemeente"}, {field: 0}), FixedPart(root, {"gemeente"})


def test_een_ingevuld_gegeven_geeft_dezelfde_afdruk_als_het_document_zelf():
    wait, _ = open_part(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" is rust.")))
    _, filled = open_part(p(r("In "), sdt("gemeente", r("Delft")), r(" is rust.")))
    antwoord = f'<w:r xmlns:w="{W}"><w:t>Delft</w:t></w:r>'
    assert wait.fingerprints([antwoord]) == filled.fingerprints()
    _, empty = open_part(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" is rust.")))
    assert wait.fingerprints([""]) == empty.fingerprints()
    assert wait.fingerprints([""]) != wait.fingerprints([antwoord])


def test_alineas_die_op_een_plek_komen_tellen_als_die_van_het_document():
    root = parse(part(p(r("voor.")) + p() + p(r("na."))), "x", "y")
    place = list(root.iter(w("p")))[1]
    wait = FixedPart(root, (), {place: 0})
    paragraphs = f'<w:p xmlns:w="{W}"><w:r><w:t>Een. Twee.</w:t></w:r></w:p>'
    heel = FixedPart(parse(part(p(r("voor.")) + p(r("Een. Twee.")) + p(r("na."))), "x", "y"), ())
    assert wait.fingerprints([paragraphs]) == heel.fingerprints()


def test_de_eigenschappen_van_een_heel_document(real_sjabloon):
    package = load_package(real_sjabloon, "x.docx")
    forms = cache(lambda: read_forms(package, "word/document.xml"))
    own = fixed_properties(package, "word/document.xml", {"gemeente"}, {}, forms)
    kinds = from_properties(own)
    assert {"tekst", "kop", "voet"} <= kinds.keys()
    for kind in ("kop", "voet"):  # these have no order
        assert kinds[kind] == sorted(set(kinds[kind]))
    root = parse(package.content("word/document.xml"), "word/document.xml", "x")
    looks = forms().again(), Targets(package, "word/document.xml")
    known = {"word/document.xml": FixedPart(root, {"gemeente"}, None, *looks).fingerprints()}
    assert fixed_properties(package, "word/document.xml", {"gemeente"}, known, forms) == own
    otherwise = {"word/document.xml": known["word/document.xml"]._replace(sentences=["000000"])}
    assert fixed_properties(package, "word/document.xml", {"gemeente"}, otherwise, forms) != own


@pytest.mark.parametrize(
    "ending",
    ["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp", "GIF"],
)
def test_elke_soort_afbeelding_telt(ending):
    assert pictures({f"word/media/1.{ending}": member("1", 7)}) == ["00000007"]
    assert pictures({f"word/media/1.{ending}.xml": member("1", 7)}) == []
