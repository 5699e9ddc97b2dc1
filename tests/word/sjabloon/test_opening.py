from __future__ import annotations

import pytest
from refused_templates import error_of

from package_builder import EVERYTHING
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def met(builder, name: str, part: str | bytes) -> bytes:
    return builder.pack({**builder.parts(), name: part})


def test_het_meegeleverde_sjabloon_past_bij_de_vragen(real_sjabloon, real_lijst):
    sjabloon = open_sjabloon(real_sjabloon, "x.docx", real_lijst)
    tags = [field.tag for part in sjabloon.parts for field in part.fields]
    assert {vraag.id for vraag in real_lijst.vragen} <= set(tags)
    assert {part.name for part in sjabloon.parts} > {"word/document.xml", "word/header1.xml"}


def test_stijlen_worden_op_naam_gevonden(builder):
    styles = builder.open(builder.docx()).styles
    assert styles.punt[:2] == ("Opsomteken", "Opsomteken2")
    assert styles.number[:2] == ("Nummering", "Nummering2")
    assert styles.link == "Koppeling"


def test_een_stijlnaam_mag_met_andere_hoofdletters(builder):
    data = met(builder, "word/styles.xml", builder.styles().replace("List Bullet", "list bullet"))
    assert builder.open(data).styles.punt[:2] == ("Opsomteken", "Opsomteken2")


def test_de_nummering_van_de_stijl(builder):
    numbering = builder.open(builder.docx()).numbering
    assert (numbering.lijst, numbering.following) == ("5", 8)


# What a template does not have is added (see test_stijlaanvulling.py); here: it then works.


def holds_filled(data: bytes, builder) -> None:
    reading = builder.read(fill(builder.open(data), builder.lijst, builder.plan(eerste=EVERYTHING)))
    assert reading.blocks("eerste") == read_markup(EVERYTHING)


@pytest.mark.parametrize(
    "style", ["List Bullet", "List Bullet 2", "List Number", "List Number 2", "Hyperlink"]
)
def test_een_stijl_die_ontbreekt(builder, style):
    holds_filled(
        met(builder, "word/styles.xml", builder.styles().replace(f'"{style}"', '"Anders"')),
        builder,
    )


@pytest.mark.parametrize("over", ["styles", "numbering", ""])
def test_een_sjabloon_zonder_stijlen_of_opsommingen(builder, over):
    gone = tuple(f"word/{name}.xml" for name in ("styles", "numbering") if name != over)
    parts = {name: part for name, part in builder.parts().items() if name not in gone}
    parts["[Content_Types].xml"] = builder.types(without=gone)
    parts["word/_rels/document.xml.rels"] = builder.relationships(
        *[(over, f"{over}.xml")] * bool(over)
    )
    holds_filled(builder.pack(parts), builder)


def test_een_genummerde_stijl_zonder_nummering(builder):
    styles = builder.styles().replace('<w:ilvl w:val="0"/><w:numId w:val="4"/>', "")
    holds_filled(met(builder, "word/styles.xml", styles), builder)


def test_een_nummering_die_naar_niets_wijst(builder):
    numbering = builder.numbering().replace('<w:num w:numId="4">', '<w:num w:numId="9">')
    holds_filled(met(builder, "word/numbering.xml", numbering), builder)


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        pytest.param("word/document.xml", "<w:document>", "geen geldige XML", id="kapot"),
        pytest.param(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "b">]><d/>',
            "bevat een DTD",
            id="dtd",
        ),
        pytest.param(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            "strikte vorm",
            id="strikt",
        ),
        pytest.param(
            "word/styles.xml",
            '<?xml version="1.0" encoding="iso-8859-1"?><a/>',
            "word/styles.xml is niet als UTF-8 opgeslagen",
            id="latin-1",
        ),
        pytest.param("_rels/.rels", "<r", "_rels/.rels is geen geldige XML", id="relaties"),
        pytest.param("word/numbering.xml", "", "word/numbering.xml is geen geldige", id="leeg"),
    ],
)
def test_een_deel_dat_niet_deugt(builder, part, content, words):
    assert words in error_of(met(builder, part, content), builder)


def test_een_deel_in_utf_16_wordt_gelezen(builder):
    styles = builder.styles().replace("UTF-8", "UTF-16").encode("utf-16")
    assert builder.open(met(builder, "word/styles.xml", styles)).styles.link == "Koppeling"


def test_een_document_in_de_strikte_vorm_als_word_het_bewaart(builder):
    """Strict files name their relations differently too; the message must still say what it is."""
    parts = {
        name: part.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, part in builder.parts().items()
    }
    assert "strikte vorm" in error_of(builder.pack(parts), builder)


def test_een_oud_word_bestand(builder):
    assert "oud Word-bestand" in error_of(b"\xd0\xcf\x11\xe0" + bytes(100), builder)


def test_een_naamruimte_mag_ook_zonder_voorvoegsel_staan(builder):
    """A default namespace beside a named one: attributes can only use the named one."""
    document = builder.good().replace("<w:document ", '<w:document xmlns="' + builder.W + '" ')
    sjabloon = builder.open(builder.pack({**builder.parts(), "word/document.xml": document}))
    assert [part.name for part in sjabloon.parts] == ["word/document.xml"]
