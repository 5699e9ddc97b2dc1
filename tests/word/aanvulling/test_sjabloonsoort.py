from __future__ import annotations

import pytest
from gelezen import OFFICE
from vreemd import als_dotx, van_python_docx

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.aanvulling.soort import als_document
from uitvoeringsplan.word.pakket import lees_pakket
from uitvoeringsplan.word.xmlnamen import TYPE_DOCUMENT, TYPE_DOTX, TYPES

BASIS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
INSTELLINGEN = (
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"><w:zoom w:percent="100"/>{{}}<w:defaultTabStop w:val="709"/></w:settings>'
)


def met_instellingen(doos, inhoud: str, *extern: tuple[str, str, str]) -> bytes:
    delen = doos.delen()
    delen["[Content_Types].xml"] = doos.types(("word/settings.xml", f"{BASIS}.settings+xml"))
    delen["word/_rels/document.xml.rels"] = doos.relaties(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml")
    )
    delen["word/settings.xml"] = INSTELLINGEN.format(inhoud)
    regels = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{soort}" Target="{doel}"'
        + (' TargetMode="External"/>' if "://" in doel else "/>")
        for id_, soort, doel in extern
    )
    delen["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{regels}</Relationships>"
    )
    return doos.pak_in(delen)


def document_van(data: bytes):
    return als_document(lees_pakket(data, "map/eigen.dotx"))


def test_een_gewoon_document_blijft_hetzelfde(doos):
    pakket = lees_pakket(doos.docx(), "x.docx")
    assert als_document(pakket) is pakket


def test_een_sjabloon_van_word_wordt_een_document(echte_lijst):
    data = als_dotx(van_python_docx(echte_lijst))
    assert TYPE_DOTX.encode() in lees_pakket(data, "x.dotx").inhoud(TYPES)
    pakket = document_van(data)
    assert TYPE_DOTX.encode() not in pakket.inhoud(TYPES)
    assert pakket.inhoud(TYPES).count(TYPE_DOCUMENT.encode()) == 1
    assert not [naam for naam in pakket.leden if "settings.xml.rels" in naam]
    assert b"attachedTemplate" not in pakket.inhoud("word/settings.xml")
    assert b"gemeente.example" not in b"".join(map(pakket.inhoud, pakket.leden))
    assert als_document(pakket) == pakket


def test_alles_wat_de_instellingen_van_buiten_halen_gaat_weg(doos):
    inhoud = (
        '<w:attachedTemplate r:id="a"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/>'
        '<w:dataSource r:id="b"/></w:mailMerge><w:saveThroughXslt r:id="c"/>'
        '<w:hdrShapeDefaults r:id="d"/>'
    )
    pakket = document_van(
        met_instellingen(
            doos,
            inhoud,
            ("a", "attachedTemplate", "file:///C:/Huis.dotx"),
            ("b", "mailMergeSource", "https://x.example/bron.csv"),
            ("c", "transform", "https://x.example/x.xsl"),
            ("d", "image", "media/x.png"),
        )
    )
    gelezen = pakket.inhoud("word/settings.xml").decode()
    assert gelezen == INSTELLINGEN.format('<w:hdrShapeDefaults r:id="d"/>')
    verband = pakket.inhoud("word/_rels/settings.xml.rels").decode()
    assert verband.count("<Relationship ") == 1
    assert "media/x.png" in verband


def test_relaties_van_binnen_blijven(doos):
    data = met_instellingen(doos, '<w:x r:id="a"/>', ("a", "image", "media/x.png"))
    pakket = lees_pakket(data, "x")
    assert als_document(pakket) is pakket


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({"word/vbaProject.bin": b"x"}, id="onderdeel"),
        pytest.param({"word/Anders.bin": b"x"}, id="soort van een onderdeel"),
        pytest.param({}, id="soort van het document"),
    ],
)
def test_macros_worden_geweigerd(doos, extra):
    delen = {**doos.delen(), **extra}
    if "word/Anders.bin" in extra:
        soort = "application/vnd.ms-office.vbaProject"
        delen["[Content_Types].xml"] = doos.types(("word/Anders.bin", soort))
    elif not extra:
        delen["[Content_Types].xml"] = doos.types().replace(
            TYPE_DOCUMENT, "application/vnd.ms-word.document.macroEnabled.main+xml"
        )
    with pytest.raises(SjabloonError) as fout:
        document_van(doos.pak_in(delen))
    assert str(fout.value).startswith("map/eigen.dotx: in dit sjabloon zitten macro's.")
    assert str(fout.value).endswith("zonder macro's.")
