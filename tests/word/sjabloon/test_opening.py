from __future__ import annotations

import pytest
from refused_templates import fout_van

from package_builder import ALLES
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def met(builder, naam: str, deel: str | bytes) -> bytes:
    return builder.pak_in({**builder.delen(), naam: deel})


def test_het_meegeleverde_sjabloon_past_bij_de_vragen(echt_sjabloon, echte_lijst):
    sjabloon = open_sjabloon(echt_sjabloon, "x.docx", echte_lijst)
    tags = [field.tag for part in sjabloon.parts for field in part.fields]
    assert {vraag.id for vraag in echte_lijst.vragen} <= set(tags)
    assert {part.name for part in sjabloon.parts} > {"word/document.xml", "word/header1.xml"}


def test_stijlen_worden_op_naam_gevonden(builder):
    stijlen = builder.open(builder.docx()).stijlen
    assert stijlen.punt[:2] == ("Opsomteken", "Opsomteken2")
    assert stijlen.nummer[:2] == ("Nummering", "Nummering2")
    assert stijlen.link == "Koppeling"


def test_een_stijlnaam_mag_met_andere_hoofdletters(builder):
    data = met(builder, "word/styles.xml", builder.stijlen().replace("List Bullet", "list bullet"))
    assert builder.open(data).stijlen.punt[:2] == ("Opsomteken", "Opsomteken2")


def test_de_nummering_van_de_stijl(builder):
    nummering = builder.open(builder.docx()).nummering
    assert (nummering.lijst, nummering.volgende) == ("5", 8)


# What a template does not have is added (see test_stijlaanvulling.py); here: it then works.


def klopt_gevuld(data: bytes, builder) -> None:
    gelezen = builder.lees(fill(builder.open(data), builder.lijst, builder.plan(eerste=ALLES)))
    assert gelezen.blokken("eerste") == read_markup(ALLES)


@pytest.mark.parametrize(
    "stijl", ["List Bullet", "List Bullet 2", "List Number", "List Number 2", "Hyperlink"]
)
def test_een_stijl_die_ontbreekt(builder, stijl):
    klopt_gevuld(
        met(builder, "word/styles.xml", builder.stijlen().replace(f'"{stijl}"', '"Anders"')),
        builder,
    )


@pytest.mark.parametrize("over", ["styles", "numbering", ""])
def test_een_sjabloon_zonder_stijlen_of_opsommingen(builder, over):
    weg = tuple(f"word/{naam}.xml" for naam in ("styles", "numbering") if naam != over)
    delen = {naam: deel for naam, deel in builder.delen().items() if naam not in weg}
    delen["[Content_Types].xml"] = builder.types(zonder=weg)
    delen["word/_rels/document.xml.rels"] = builder.relaties(*[(over, f"{over}.xml")] * bool(over))
    klopt_gevuld(builder.pak_in(delen), builder)


def test_een_genummerde_stijl_zonder_nummering(builder):
    stijlen = builder.stijlen().replace('<w:ilvl w:val="0"/><w:numId w:val="4"/>', "")
    klopt_gevuld(met(builder, "word/styles.xml", stijlen), builder)


def test_een_nummering_die_naar_niets_wijst(builder):
    nummering = builder.nummering().replace('<w:num w:numId="4">', '<w:num w:numId="9">')
    klopt_gevuld(met(builder, "word/numbering.xml", nummering), builder)


@pytest.mark.parametrize(
    ("deel", "inhoud", "woorden"),
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
def test_een_deel_dat_niet_deugt(builder, deel, inhoud, woorden):
    assert woorden in fout_van(met(builder, deel, inhoud), builder)


def test_een_deel_in_utf_16_wordt_gelezen(builder):
    stijlen = builder.stijlen().replace("UTF-8", "UTF-16").encode("utf-16")
    assert builder.open(met(builder, "word/styles.xml", stijlen)).stijlen.link == "Koppeling"


def test_een_document_in_de_strikte_vorm_als_word_het_bewaart(builder):
    """Strict files name their relations differently too; the message must still say what it is."""
    delen = {
        naam: deel.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for naam, deel in builder.delen().items()
    }
    assert "strikte vorm" in fout_van(builder.pak_in(delen), builder)


def test_een_oud_word_bestand(builder):
    assert "oud Word-bestand" in fout_van(b"\xd0\xcf\x11\xe0" + bytes(100), builder)


def test_een_naamruimte_mag_ook_zonder_voorvoegsel_staan(builder):
    """A default namespace beside a named one: attributes can only use the named one."""
    document = builder.goed().replace("<w:document ", '<w:document xmlns="' + builder.W + '" ')
    sjabloon = builder.open(builder.pak_in({**builder.delen(), "word/document.xml": document}))
    assert [part.name for part in sjabloon.parts] == ["word/document.xml"]
