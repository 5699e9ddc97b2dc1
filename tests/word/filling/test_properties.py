from __future__ import annotations

import getpass
import io
import re

import docx
import pytest
from lxml import etree

from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.ooxml.relationships import with_content_type
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.properties import (
    core_xml,
    custom_xml,
    document_title,
    read_custom,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
OWN = f"{OFFICE}/custom-properties"
VT = f"{OFFICE}/docPropsVTypes"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
OWN_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def values(xml: bytes) -> dict[str, str]:
    root = etree.fromstring(xml)
    assert root.tag == f"{{{OWN}}}Properties"
    assert {prop.tag for prop in root} <= {f"{{{OWN}}}property"}
    names = [prop.get("name") for prop in root]
    numbers = [int(prop.get("pid")) for prop in root]
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert min(numbers) >= 2
    return {prop.get("name"): "".join(prop.itertext()) for prop in root}


def make(builder, plan, old: bytes | None = None) -> bytes:
    return custom_xml(builder.lijst, plan, {"document": "000000ab"}, old)


@pytest.mark.parametrize(
    ("gegevens", "expected"),
    [
        ({}, "Proefplan"),
        ({"gemeente": "Delft"}, "Proefplan Delft"),
        ({"gemeente": "Delft", "periode-van": "2027"}, "Proefplan Delft 2027"),
        (
            {"gemeente": "Delft", "periode-van": "2027", "periode-tot": "2028"},
            "Proefplan Delft 2027-2028",
        ),
        (
            {"gemeente": "Delft", "periode-van": "2027", "periode-tot": "2027"},
            "Proefplan Delft 2027",
        ),
    ],
)
def test_de_titel(builder, gegevens, expected):
    assert document_title(builder.lijst, builder.plan(gegevens)) == expected


def test_de_kerneigenschappen_zijn_te_lezen_met_python_docx(builder):
    plan = builder.plan(
        {"gemeente": "R&D <stad>", "status": "Vastgesteld", "versie": "1.2", "datum": "2027-03-01"}
    )
    data = fill(builder.open(builder.docx()), builder.lijst, plan)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.title == "Proefplan R&D <stad>"
    assert core.subject == "Proefplan"
    assert core.author == "Gemeente R&D <stad>"
    assert core.keywords == "uitvoeringsplan, proef, R&D <stad>"
    assert core.language == "nl-NL"
    assert core.content_status == "vastgesteld"
    assert core.version == "1.2"
    assert core.created.isoformat() == core.modified.isoformat() == "2027-03-01T00:00:00+00:00"
    assert not core.last_modified_by


def test_zonder_datum_is_er_geen_datum_uit_de_klok(builder):
    assert b"dcterms:created" not in core_xml(builder.lijst, builder.plan())


def test_een_vingerafdruk_per_antwoord(builder):
    plan = builder.plan({"gemeente": "Delft"}, eerste="Een *antwoord*.", tweede="- a\n- b")
    assert values(make(builder, plan)) == {
        "uvp.soort": "proef",
        "uvp.vragenlijst": "3",
        "uvp.document": "000000ab",
        "uvp.antwoord.gemeente": fingerprint("Delft"),
        "uvp.antwoord.leden": "",
        "uvp.antwoord.datum": "",
        "uvp.antwoord.eerste": fingerprint("Een *antwoord*."),
        "uvp.antwoord.tweede": fingerprint("- a\n- b"),
    }


def test_er_staat_geen_tekst_pad_of_gebruiker_in(builder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("USER", "j.geheim")
    monkeypatch.setenv("LOGNAME", "j.geheim")
    assert getpass.getuser() == "j.geheim"
    plan = builder.plan({"gemeente": "Delft"}, eerste="Vertrouwelijke zin over Zeist")
    data = fill(builder.open(builder.docx()), builder.lijst, plan)
    parts = builder.read(data).parts
    for name in ("docProps/custom.xml", "docProps/core.xml"):
        for word in (b"j.geheim", str(tmp_path).encode(), b"proef.docx", b"Zeist"):
            assert word not in parts[name]
    assert b"Zeist" in parts["word/document.xml"]


def test_wat_we_schrijven_lezen_we_terug(builder):
    xml = make(builder, builder.plan(eerste="a"))
    terug = read_custom(xml)
    assert terug == {n.removeprefix("uvp."): w for n, w in values(xml).items()}


OLD = (
    f'<Properties xmlns="{OWN}" xmlns:vt="{VT}"><property fmtid="{FMTID}" pid="7" name="Zaak">'
    f'<vt:lpwstr>Z-1</vt:lpwstr></property><property fmtid="{FMTID}" pid="8" name="uvp.soort">'
    "<vt:lpwstr>oud</vt:lpwstr></property></Properties>"
).encode()


@pytest.mark.parametrize(
    "old",
    [
        pytest.param(OLD, id="gewoon"),
        pytest.param(
            re.sub(rb"<(/?)(?=[Pp]rop)", rb"<\1p:", OLD.replace(b"xmlns=", b"xmlns:p=")),
            id="met-voorvoegsel",
        ),
        pytest.param(
            OLD.replace(b"vt:", b"v:").replace(b":vt", b":v"), id="andere-naam-voor-de-waarden"
        ),
        pytest.param(OLD.replace(b'"', b"'"), id="enkele-aanhalingstekens"),
    ],
)  # fmt: skip
def test_de_eigenschappen_van_het_sjabloon_blijven(builder, old):
    reading = values(make(builder, builder.plan(), old))
    assert reading["Zaak"] == "Z-1"
    assert reading["uvp.soort"] == "proef"


def test_een_leeg_deel_met_eigenschappen(builder):
    old = f'<Properties xmlns="{OWN}"/>'.encode()
    assert values(make(builder, builder.plan(), old)) == values(make(builder, builder.plan()))


def kent(reading, part: str, type_: str) -> None:
    """Check that the package knows this part once: one relation, one content type."""
    types = [
        t.get("ContentType")
        for t in reading.trees["[Content_Types].xml"].iter(f"{{{TYPES}}}Override")
        if t.get("PartName") == f"/{part}"
    ]
    targets = [r.get("Target").lstrip("/") for r in reading.trees["_rels/.rels"]]
    assert types == [type_]
    assert targets.count(part) == 1
    assert part in reading.parts


@pytest.mark.parametrize("with_core", [True, False])
@pytest.mark.parametrize("met_eigen", [True, False])
def test_het_pakket_kent_beide_delen(builder, with_core, met_eigen):
    parts = builder.parts()
    pairs = [("officeDocument", "word/document.xml")]
    types = []
    if with_core:
        parts["docProps/core.xml"] = "<x/>"
        pairs.append(
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            )
        )
        types.append(("docProps/core.xml", CORE_TYPE))
    if met_eigen:
        parts["docProps/custom.xml"] = OLD
        pairs.append(("custom-properties", "docProps/custom.xml"))
        types.append(("docProps/custom.xml", OWN_TYPE))
    parts["_rels/.rels"] = builder.relationships(*pairs)
    parts["[Content_Types].xml"] = builder.types(*types)
    data = fill(
        builder.open(builder.pack(parts)), builder.lijst, builder.plan({"gemeente": "Delft"})
    )
    reading = builder.read(data)
    kent(reading, "docProps/core.xml", CORE_TYPE)
    kent(reading, "docProps/custom.xml", OWN_TYPE)
    assert "Zaak" not in values(reading.parts["docProps/custom.xml"])
    assert docx.Document(io.BytesIO(data)).core_properties.title == "Proefplan Delft"


def test_een_deel_met_eigenschappen_onder_een_andere_naam_gaat_weg(builder):
    parts = builder.parts()
    parts["eigen/mijn.xml"] = OLD
    parts["_rels/.rels"] = builder.relationships(
        ("officeDocument", "word/document.xml"), ("custom-properties", "/eigen/mijn.xml")
    )
    parts["[Content_Types].xml"] = builder.types(("eigen/mijn.xml", OWN_TYPE))
    reading = builder.read(fill(builder.open(builder.pack(parts)), builder.lijst, builder.plan()))
    assert "eigen/mijn.xml" not in reading.parts
    kent(reading, "docProps/custom.xml", OWN_TYPE)


@pytest.mark.parametrize("p", ["", "ct:"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_een_inhoudstype_komt_er_een_keer_in(p, quote):
    space = f"xmlns:{p[:-1]}" if p else "xmlns"
    xml = f"<{p}Types {space}={quote}{TYPES}{quote}></{p}Types>".encode()
    eenmaal = with_content_type(xml, "a/b.xml", "t/x")
    (over,) = etree.fromstring(eenmaal)
    assert over.tag == f"{{{TYPES}}}Override"
    assert dict(over.attrib) == {"PartName": "/a/b.xml", "ContentType": "t/x"}
    assert with_content_type(
        eenmaal.replace(b'"', quote.encode()), "a/b.xml", "t/x"
    ) == eenmaal.replace(b'"', quote.encode())
