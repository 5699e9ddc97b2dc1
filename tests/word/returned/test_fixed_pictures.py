"""A picture that came has a place in what is said of it; one that went is missed."""

from __future__ import annotations

import pytest
from changed_parts import content, edited, replace

from uitvoeringsplan.word.returned.reading import read_returned

OWN, RELS = "docProps/custom.xml", "word/_rels/document.xml.rels"
ZIN = "De gemeente heeft de regie."
RELATIONSHIP = (
    '<Relationship Id="nieuw1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/image" Target="media/nieuw.png"/></Relationships>'
)
DRAWING = '</w:t><w:drawing><x xmlns="urn:x" descr="De kaart" r:embed="nieuw1"/></w:drawing><w:t>'
PLACE = "“Doelstellingen” staat een afbeelding die er niet was, met de beschrijving “De kaart”."


@pytest.fixture
def told(real_lijst):
    def perform(data: bytes) -> list[str]:
        return [one.message for one in read_returned(data, "x", real_lijst).fixed.verschillen]

    return perform


def with_picture(made: bytes) -> bytes:
    rels = content(made, RELS).replace(b"</Relationships>", RELATIONSHIP.encode())
    return edited(replace(made, ZIN, ZIN + DRAWING), {"word/media/nieuw.png": b"x", RELS: rels})


def test_een_afbeelding_in_een_zin_wordt_met_de_zin_genoemd(made, told):
    said = told(with_picture(made))
    assert any("regie.[afbeelding]" in zin for zin in said)
    assert not any("staat een afbeelding die er niet was" in zin for zin in said)


def test_ook_een_document_van_een_oudere_versie_zegt_waar_ze_staat(made, told):
    old = content(made, OWN).replace(b'vast"><vt:lpwstr>2<', b'vast"><vt:lpwstr>1<')
    data = edited(with_picture(made), {OWN: old})
    assert any(zin.endswith(PLACE) for zin in told(data))
    nowhere = edited(made, {OWN: old, "word/media/nieuw.png": b"x"})
    assert told(nowhere) == ["Er staat een afbeelding in die er niet was."]


def test_een_afbeelding_die_weg_is(made, told):
    own = content(made, OWN)
    was = b'"uvp.vast.kop.1"'
    beeld = (
        b'"uvp.vast.beeld.1"><vt:lpwstr>0badbad0</vt:lpwstr></property><property fmtid="'
        b'{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name='
    )
    assert own.count(was) == 1
    (zin,) = told(edited(made, {OWN: own.replace(was, beeld + was)}))
    assert zin.startswith("Een afbeelding is weg of vervangen")
