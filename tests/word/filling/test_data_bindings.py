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
OUD = f'{KOP}<zaak xmlns="urn:zaak"><naam>Oud</naam></zaak>'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"


def gebonden(veld: str, binding: str = BINDING) -> str:
    assert "<w:showingPlcHdr/>" in veld
    veld = veld.replace("<w:showingPlcHdr/>", f"<w:showingPlcHdr/>{binding}", 1)
    # What LibreOffice leaves of a control is its name.
    for vraag in (*PackageBuilder.lijst.gegevens, *PackageBuilder.lijst.vragen):
        veld = veld.replace(f'<w:alias w:val="{vraag.id}"/>', "")
        tag = f'<w:tag w:val="{vraag.id}"/>'
        veld = veld.replace(tag, f'<w:alias w:val="{vraag.label}"/>{tag}')
    return veld


def sjabloon() -> bytes:
    """Return a template with a store of values, and controls bound to it in text and header."""
    builder = PackageBuilder
    veld = gebonden(builder.regel("gemeente"))
    vreemd = veld.replace('<w:tag w:val="gemeente"/>', "").replace("Gemeente", "Van Word")
    vreemd = vreemd.replace("[gemeente]", "[van Word]")
    hoofd = builder.document(
        f"<w:p><w:r><w:t>Plan van </w:t></w:r>{veld}</w:p>",
        f"<w:tbl><w:tblGrid/><w:tr><w:tc><w:p>{veld}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p>{vreemd}</w:p>",
        gebonden(builder.blok("eerste"), BINDING_15),
        gebonden(builder.blok("tweede"), BINDING_15),
    )
    delen = builder.met_koptekst(f"<w:p>{veld}</w:p>", document=hoofd)
    rels = delen["word/_rels/document.xml.rels"]
    delen["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>",
        f'<Relationship Id="rIdX" Type="{CUSTOM}/relationships/customXml"'
        ' Target="../customXml/item1.xml"/></Relationships>',
    )
    delen["customXml/item1.xml"] = OUD
    delen["customXml/itemProps1.xml"] = (
        f'{KOP}<ds:datastoreItem xmlns:ds="{CUSTOM}/customXml" ds:itemID="{WINKEL}">'
        '<ds:schemaRefs><ds:schemaRef ds:uri="urn:zaak"/></ds:schemaRefs></ds:datastoreItem>'
    )
    delen["customXml/_rels/item1.xml.rels"] = builder.relaties(("customXmlProps", "itemProps1.xml"))
    types = delen["[Content_Types].xml"]
    delen["[Content_Types].xml"] = types.replace(
        "</Types>",
        '<Override PartName="/customXml/itemProps1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    )
    return builder.pak_in(delen)


def plan(gemeente: str = "Nieuw") -> Plan:
    antwoorden = {"eerste": "Een.\n\nTwee.", "tweede": "- a\n- b"}
    return Plan("proef", "3", {"gemeente": gemeente} if gemeente else {}, antwoorden)


def maak(een: Plan) -> bytes:
    return fill(PackageBuilder.open(sjabloon()), PackageBuilder.lijst, een)


def deel(data: bytes, naam: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        return pakket.read(naam).decode()


@pytest.mark.parametrize("gemeente", ["Nieuw", ""])
def test_onze_velden_zijn_nergens_meer_gekoppeld(gemeente):
    """Also those without an answer: the old value would be shown as one."""
    data = maak(plan(gemeente))
    hoofd, kop = deel(data, "word/document.xml"), deel(data, "word/kop.xml")
    assert "dataBinding" not in hoofd + kop
    assert "[van Word]" in hoofd
    assert hoofd.count(">Nieuw<") == 2 * bool(gemeente)
    assert kop.count(">Nieuw<") == bool(gemeente)


@pytest.mark.libreoffice
@pytest.mark.parametrize("gemeente", ["Nieuw", ""])
def test_libreoffice_toont_ons_antwoord_en_brengt_niets_anders_terug(tmp_path, gemeente):
    een = plan(gemeente)
    bewaard = door_libreoffice(tmp_path, {"a": maak(een)})["a"]
    gelezen = read_returned(
        bewaard,
        "a.docx",
        PackageBuilder.lijst,
        eerder=lambda v, _: (een.tekst(PackageBuilder.lijst.vraag(v)),),
    )
    for vraag_id, tekst in (*een.gegevens.items(), *een.antwoorden.items()):
        antwoord = gelezen.antwoorden[vraag_id]
        assert (antwoord.tekst, antwoord.is_ongewijzigd) == (tekst, True)
    # An empty field shows its placeholder, of which LibreOffice drops all that tells what it is.
    veld = gelezen.antwoorden["gemeente"]
    assert veld.is_zeker == bool(gemeente)
    assert veld.tekst in (gemeente, "[gemeente]")
    assert len(gelezen.bedenkingen) == (not gemeente)
    assert gelezen.ontbreekt == ()
