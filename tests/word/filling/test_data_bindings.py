"""A template whose controls show a value from elsewhere in the file: the answer stands instead."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from libreoffice_runs import door_libreoffice
from package_builder import KOP, PackageBuilder
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.ooxml.names import W15
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned

WINKEL = "{11111111-2222-4333-8444-555555555555}"
BINDING = (
    '<w:dataBinding w:prefixMappings="xmlns:n=\'urn:zaak\'" w:xpath="/n:zaak[1]/n:naam[1]"'
    f' w:storeItemID="{WINKEL}"/>'
)
BINDING_15 = BINDING.replace("<w:dataBinding", f'<x:dataBinding xmlns:x="{W15}"')
OLD = f'{KOP}<zaak xmlns="urn:zaak"><naam>Oud</naam></zaak>'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"


def gebonden(field: str, binding: str = BINDING) -> str:
    assert "<w:showingPlcHdr/>" in field
    field = field.replace("<w:showingPlcHdr/>", f"<w:showingPlcHdr/>{binding}", 1)
    # What LibreOffice leaves of a control is its name.
    for vraag in (*PackageBuilder.lijst.gegevens, *PackageBuilder.lijst.vragen):
        field = field.replace(f'<w:alias w:val="{vraag.id}"/>', "")
        tag = f'<w:tag w:val="{vraag.id}"/>'
        field = field.replace(tag, f'<w:alias w:val="{vraag.label}"/>{tag}')
    return field


def sjabloon() -> bytes:
    """Return a template with a store of values, and controls bound to it in text and header."""
    builder = PackageBuilder
    field = gebonden(builder.line("gemeente"))
    foreign = field.replace('<w:tag w:val="gemeente"/>', "").replace("Gemeente", "Van Word")
    foreign = foreign.replace("[gemeente]", "[van Word]")
    head = builder.document(
        f"<w:p><w:r><w:t>Plan van </w:t></w:r>{field}</w:p>",
        f"<w:tbl><w:tblGrid/><w:tr><w:tc><w:p>{field}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p>{foreign}</w:p>",
        gebonden(builder.block("eerste"), BINDING_15),
        gebonden(builder.block("tweede"), BINDING_15),
    )
    parts = builder.with_header(f"<w:p>{field}</w:p>", document=head)
    rels = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>",
        f'<Relationship Id="rIdX" Type="{CUSTOM}/relationships/customXml"'
        ' Target="../customXml/item1.xml"/></Relationships>',
    )
    parts["customXml/item1.xml"] = OLD
    parts["customXml/itemProps1.xml"] = (
        f'{KOP}<ds:datastoreItem xmlns:ds="{CUSTOM}/customXml" ds:itemID="{WINKEL}">'
        '<ds:schemaRefs><ds:schemaRef ds:uri="urn:zaak"/></ds:schemaRefs></ds:datastoreItem>'
    )
    parts["customXml/_rels/item1.xml.rels"] = builder.relationships(
        ("customXmlProps", "itemProps1.xml")
    )
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        "</Types>",
        '<Override PartName="/customXml/itemProps1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    )
    return builder.pack(parts)


def plan(gemeente: str = "Nieuw") -> Plan:
    antwoorden = {"eerste": "Een.\n\nTwee.", "tweede": "- a\n- b"}
    return Plan("proef", "3", {"gemeente": gemeente} if gemeente else {}, antwoorden)


def make(one: Plan) -> bytes:
    return fill(PackageBuilder.open(sjabloon()), PackageBuilder.lijst, one)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("gemeente", ["Nieuw", ""])
def test_onze_velden_zijn_nergens_meer_gekoppeld(gemeente):
    """Also those without an answer: the old value would be shown as one."""
    data = make(plan(gemeente))
    head, kop = part(data, "word/document.xml"), part(data, "word/kop.xml")
    assert "dataBinding" not in head + kop
    assert "[van Word]" in head
    assert head.count(">Nieuw<") == 2 * bool(gemeente)
    assert kop.count(">Nieuw<") == bool(gemeente)


@pytest.mark.libreoffice
@pytest.mark.parametrize("gemeente", ["Nieuw", ""])
def test_libreoffice_toont_ons_antwoord_en_brengt_niets_anders_terug(tmp_path, gemeente):
    one = plan(gemeente)
    saved = door_libreoffice(tmp_path, {"a": make(one)})["a"]
    reading = read_returned(
        saved,
        "a.docx",
        PackageBuilder.lijst,
        earlier=lambda v, _: (one.text(PackageBuilder.lijst.vraag(v)),),
    )
    for vraag_id, text in (*one.gegevens.items(), *one.antwoorden.items()):
        antwoord = reading.antwoorden[vraag_id]
        assert (antwoord.text, antwoord.is_unchanged) == (text, True)
    # An empty field shows its placeholder, of which LibreOffice drops all that tells what it is.
    field = reading.antwoorden["gemeente"]
    assert field.is_certain == bool(gemeente)
    assert field.text in (gemeente, "[gemeente]")
    assert len(reading.doubts) == (not gemeente)
    assert reading.missing == ()
