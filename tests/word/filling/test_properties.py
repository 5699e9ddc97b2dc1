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
EIGEN = f"{OFFICE}/custom-properties"
VT = f"{OFFICE}/docPropsVTypes"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KERN_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
EIGEN_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def waarden(xml: bytes) -> dict[str, str]:
    wortel = etree.fromstring(xml)
    assert wortel.tag == f"{{{EIGEN}}}Properties"
    assert {prop.tag for prop in wortel} <= {f"{{{EIGEN}}}property"}
    namen = [prop.get("name") for prop in wortel]
    nummers = [int(prop.get("pid")) for prop in wortel]
    assert len(set(namen)) == len(namen)
    assert len(set(nummers)) == len(nummers)
    assert min(nummers) >= 2
    return {prop.get("name"): "".join(prop.itertext()) for prop in wortel}


def maak(builder, plan, oud: bytes | None = None) -> bytes:
    return custom_xml(builder.lijst, plan, {"document": "000000ab"}, oud)


@pytest.mark.parametrize(
    ("gegevens", "verwacht"),
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
def test_de_titel(builder, gegevens, verwacht):
    assert document_title(builder.lijst, builder.plan(gegevens)) == verwacht


def test_de_kerneigenschappen_zijn_te_lezen_met_python_docx(builder):
    plan = builder.plan(
        {"gemeente": "R&D <stad>", "status": "Vastgesteld", "versie": "1.2", "datum": "2027-03-01"}
    )
    data = fill(builder.open(builder.docx()), builder.lijst, plan)
    kern = docx.Document(io.BytesIO(data)).core_properties
    assert kern.title == "Proefplan R&D <stad>"
    assert kern.subject == "Proefplan"
    assert kern.author == "Gemeente R&D <stad>"
    assert kern.keywords == "uitvoeringsplan, proef, R&D <stad>"
    assert kern.language == "nl-NL"
    assert kern.content_status == "vastgesteld"
    assert kern.version == "1.2"
    assert kern.created.isoformat() == kern.modified.isoformat() == "2027-03-01T00:00:00+00:00"
    assert not kern.last_modified_by


def test_zonder_datum_is_er_geen_datum_uit_de_klok(builder):
    assert b"dcterms:created" not in core_xml(builder.lijst, builder.plan())


def test_een_vingerafdruk_per_antwoord(builder):
    plan = builder.plan({"gemeente": "Delft"}, eerste="Een *antwoord*.", tweede="- a\n- b")
    assert waarden(maak(builder, plan)) == {
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
    delen = builder.lees(data).delen
    for naam in ("docProps/custom.xml", "docProps/core.xml"):
        for woord in (b"j.geheim", str(tmp_path).encode(), b"proef.docx", b"Zeist"):
            assert woord not in delen[naam]
    assert b"Zeist" in delen["word/document.xml"]


def test_wat_we_schrijven_lezen_we_terug(builder):
    xml = maak(builder, builder.plan(eerste="a"))
    terug = read_custom(xml)
    assert terug == {n.removeprefix("uvp."): w for n, w in waarden(xml).items()}


OUD = (
    f'<Properties xmlns="{EIGEN}" xmlns:vt="{VT}"><property fmtid="{FMTID}" pid="7" name="Zaak">'
    f'<vt:lpwstr>Z-1</vt:lpwstr></property><property fmtid="{FMTID}" pid="8" name="uvp.soort">'
    "<vt:lpwstr>oud</vt:lpwstr></property></Properties>"
).encode()


@pytest.mark.parametrize(
    "oud",
    [
        pytest.param(OUD, id="gewoon"),
        pytest.param(
            re.sub(rb"<(/?)(?=[Pp]rop)", rb"<\1p:", OUD.replace(b"xmlns=", b"xmlns:p=")),
            id="met-voorvoegsel",
        ),
        pytest.param(
            OUD.replace(b"vt:", b"v:").replace(b":vt", b":v"), id="andere-naam-voor-de-waarden"
        ),
        pytest.param(OUD.replace(b'"', b"'"), id="enkele-aanhalingstekens"),
    ],
)  # fmt: skip
def test_de_eigenschappen_van_het_sjabloon_blijven(builder, oud):
    gelezen = waarden(maak(builder, builder.plan(), oud))
    assert gelezen["Zaak"] == "Z-1"
    assert gelezen["uvp.soort"] == "proef"


def test_een_leeg_deel_met_eigenschappen(builder):
    oud = f'<Properties xmlns="{EIGEN}"/>'.encode()
    assert waarden(maak(builder, builder.plan(), oud)) == waarden(maak(builder, builder.plan()))


def kent(gelezen, deel: str, type_: str) -> None:
    """Check that the package knows this part once: one relation, one content type."""
    types = [
        t.get("ContentType")
        for t in gelezen.bomen["[Content_Types].xml"].iter(f"{{{TYPES}}}Override")
        if t.get("PartName") == f"/{deel}"
    ]
    doelen = [r.get("Target").lstrip("/") for r in gelezen.bomen["_rels/.rels"]]
    assert types == [type_]
    assert doelen.count(deel) == 1
    assert deel in gelezen.delen


@pytest.mark.parametrize("met_kern", [True, False])
@pytest.mark.parametrize("met_eigen", [True, False])
def test_het_pakket_kent_beide_delen(builder, met_kern, met_eigen):
    delen = builder.delen()
    paren = [("officeDocument", "word/document.xml")]
    types = []
    if met_kern:
        delen["docProps/core.xml"] = "<x/>"
        paren.append(
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            )
        )
        types.append(("docProps/core.xml", KERN_TYPE))
    if met_eigen:
        delen["docProps/custom.xml"] = OUD
        paren.append(("custom-properties", "docProps/custom.xml"))
        types.append(("docProps/custom.xml", EIGEN_TYPE))
    delen["_rels/.rels"] = builder.relaties(*paren)
    delen["[Content_Types].xml"] = builder.types(*types)
    data = fill(
        builder.open(builder.pak_in(delen)), builder.lijst, builder.plan({"gemeente": "Delft"})
    )
    gelezen = builder.lees(data)
    kent(gelezen, "docProps/core.xml", KERN_TYPE)
    kent(gelezen, "docProps/custom.xml", EIGEN_TYPE)
    assert "Zaak" not in waarden(gelezen.delen["docProps/custom.xml"])
    assert docx.Document(io.BytesIO(data)).core_properties.title == "Proefplan Delft"


def test_een_deel_met_eigenschappen_onder_een_andere_naam_gaat_weg(builder):
    delen = builder.delen()
    delen["eigen/mijn.xml"] = OUD
    delen["_rels/.rels"] = builder.relaties(
        ("officeDocument", "word/document.xml"), ("custom-properties", "/eigen/mijn.xml")
    )
    delen["[Content_Types].xml"] = builder.types(("eigen/mijn.xml", EIGEN_TYPE))
    gelezen = builder.lees(fill(builder.open(builder.pak_in(delen)), builder.lijst, builder.plan()))
    assert "eigen/mijn.xml" not in gelezen.delen
    kent(gelezen, "docProps/custom.xml", EIGEN_TYPE)


@pytest.mark.parametrize("p", ["", "ct:"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_een_inhoudstype_komt_er_een_keer_in(p, quote):
    ruimte = f"xmlns:{p[:-1]}" if p else "xmlns"
    xml = f"<{p}Types {ruimte}={quote}{TYPES}{quote}></{p}Types>".encode()
    eenmaal = with_content_type(xml, "a/b.xml", "t/x")
    (over,) = etree.fromstring(eenmaal)
    assert over.tag == f"{{{TYPES}}}Override"
    assert dict(over.attrib) == {"PartName": "/a/b.xml", "ContentType": "t/x"}
    assert with_content_type(
        eenmaal.replace(b'"', quote.encode()), "a/b.xml", "t/x"
    ) == eenmaal.replace(b'"', quote.encode())
