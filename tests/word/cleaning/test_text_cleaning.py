"""A part with text, without what is private in it and without what nobody sees."""

from __future__ import annotations

import pytest
from small_parts import field, inside, part, run

from private_template import OFFICE
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.cleaning.left_out import LeftOut
from uitvoeringsplan.word.cleaning.text_cleaning import clean_text, has_hidden


def cleaned(inner: str, **what) -> tuple[str, str]:
    """Return what is left of a part, and what the user reads of it."""
    report = LeftOut()
    data = clean_text(part(inner), "word/document.xml", "s.docx", report, **what)
    return inside(data), "\n".join(report.zinnen())


@pytest.mark.parametrize(
    "wijziging",
    [
        '<w:p><w:ins w:id="1" w:author="An"><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>',
        '<w:p><w:del w:id="1" w:author="An"><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>',
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="An"/></w:rPr></w:pPr></w:p>',
        '<w:p><w:moveFrom w:id="1" w:author="An"><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>',
    ],
)
def test_bijgehouden_wijzigingen_worden_bij_naam_geweigerd(builder, wijziging):
    document = builder.good().replace("<w:sectPr/>", f"{wijziging}<w:sectPr/>")
    with pytest.raises(SjabloonError) as error:
        builder.open(builder.pack(builder.parts(document)))
    assert "in dit sjabloon staan bijgehouden wijzigingen (in word/document.xml)" in str(
        error.value
    )
    assert "tabblad Controleren" in str(error.value)


@pytest.mark.parametrize("kind", ["altChunk", "subDoc"])
def test_tekst_uit_een_ander_bestand_wordt_geweigerd(builder, kind):
    run = f'<w:{kind} xmlns:r="{OFFICE}" r:id="rId9"/>'
    run = run if kind == "altChunk" else f"<w:p>{run}</w:p>"
    document = builder.good().replace("<w:sectPr/>", f"{run}<w:sectPr/>")
    with pytest.raises(SjabloonError, match="haalt tekst uit een ander bestand"):
        builder.open(builder.pack(builder.parts(document)))


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ('<w:commentRangeStart w:id="1"/><w:p/><w:commentRangeEnd w:id="1"/>', "<w:p/>"),
        ('<w:p><w:proofErr w:type="spellStart"/><w:r/></w:p>', "<w:p><w:r/></w:p>"),
        ('<w:permStart w:id="1" w:ed="wie"/><w:p/><w:permEnd w:id="1"/>', "<w:p/>"),
        ("<w:smartTag><w:smartTagPr/><w:r/></w:smartTag>", "<w:r/>"),
        ("<w:customXml><w:customXmlPr/><w:p/></w:customXml>", "<w:p/>"),
        ('<w:p w:rsidR="00BADA55" w:rsidRDefault="1"/>', "<w:p/>"),
        ("<w:sdtPr><w:dataBinding/><w15:dataBinding/></w:sdtPr>", "<w:sdtPr/>"),
    ],
)
def test_wat_zonder_een_woord_gaat(inner, left):
    assert cleaned(inner) == (left, "")


@pytest.mark.parametrize(
    ("inner", "left", "sentence"),
    [
        ("<w:r><w:commentReference w:id='1'/></w:r>", "<w:r/>", "een opmerking"),
        ("<w:rPr><w:b/><w:rPrChange w:id='1'/></w:rPr>", "<w:rPr><w:b/></w:rPr>", "van opmaak"),
        ("<w:object><o:OLEObject/></w:object>", "<w:object/>", "een ingesloten bestand"),
        ("<w:object><w:control/></w:object>", "<w:object/>", "een knop of formulierveld"),
        (run("weg", "<w:vanish/>") + run("te zien"), run("te zien"), "(“weg”)"),
        (field(" INCLUDETEXT x.docx ", run("woorden")), f"<w:r/><w:r/><w:r/>{run('woorden')}<w:r/>",
         "een veld dat iets"),
    ],
)  # fmt: skip
def test_wat_gaat_en_genoemd_wordt(inner, left, sentence):
    found, said = cleaned(inner)
    assert found == left
    assert sentence in said


def test_een_link_naar_een_schijf_houdt_zijn_woorden():
    link = f'<w:p><w:hyperlink r:id="rId{{}}">{run("woorden")}</w:hyperlink></w:p>'
    left, said = cleaned(link.format(1) + link.format(2), bad_links=("rId1",))
    assert left == f"<w:p>{run('woorden')}</w:p>{link.format(2)}"
    assert "een link naar een bestand" in said


IN_GONE = '<w:pPr><w:pStyle w:val="Weg"/></w:pPr>'
OWN = '<w:rStyle w:val="Eigen"/>'


@pytest.mark.parametrize(
    ("inner", "is_hidden"),
    [
        (run("x", '<w:vanish w:val="0"/>'), False),
        (run("x", '<w:rStyle w:val="Weg"/>'), True),
        (run("x", '<w:rStyle w:val="Weg"/><w:vanish w:val="0"/>'), False),
        (f"<w:p>{IN_GONE}{run('x')}</w:p>", True),
        (f"<w:p>{IN_GONE}{run('x', OWN)}</w:p>", False),
    ],
)  # fmt: skip
def test_wat_verborgen_is_door_zichzelf_of_zijn_stijl(inner, is_hidden):
    left, said = cleaned(inner, hidden_styles=("Weg",))
    assert ("<w:t>x</w:t>" not in left) is is_hidden
    assert ("een verborgen tekst (“x”)" in said) is is_hidden


def test_van_een_verborgen_veld_blijven_de_tekens():
    """Or the field around it would never end."""
    inner = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/><w:t>x</w:t></w:r>'
    assert cleaned(inner)[0] == inner.replace("<w:t>x</w:t>", "")


@pytest.mark.parametrize(
    ("inner", "left", "is_said"),
    [
        ('<wp:docPr name="C:\\wie\\x.png" descr="Wapen"/>',
         '<wp:docPr name="Afbeelding" descr="Wapen"/>', False),
        ('<wp:docPr name="Logo" descr="foto1.png"/>', '<wp:docPr name="Logo"/>', True),
        ('<wp:docPr name="Logo" descr="Zie x.png hier" title="y.jpg"/>',
         '<wp:docPr name="Logo" descr="Zie x.png hier"/>', True),
        ('<v:shape href="file:///x" alt="Wapen"/>', '<v:shape alt="Wapen"/>', False),
        ('<v:shape href="https://a.nl" alt="Wapen"/>',) * 2 + (False,),
    ],
)  # fmt: skip
def test_een_beschrijving_is_geen_bestandsnaam(inner, left, is_said):
    found, said = cleaned(inner)
    assert found == left
    assert ("beschrijving" in said) is is_said


def test_een_afbeelding_die_elders_staat_gaat_met_haar_tekening():
    picture = '<w:drawing><a:blip r:{}="rId1"/></w:drawing>'
    left, said = cleaned(f"<w:r>{picture.format('link')}</w:r>", gone=("rId1",))
    assert left == "<w:r/>"
    assert "een afbeelding die op een andere plek staat" in said
    both = '<w:drawing><a:blip r:embed="rId2" r:link="rId1"/></w:drawing>'
    assert cleaned(both, gone=("rId1",)) == (both.replace(' r:link="rId1"', ""), "")


def test_wat_naar_iets_wijst_dat_weg_is_gaat_mee():
    inner = '<w:p/><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/>'
    assert cleaned(inner, gone=("rId1",))[0] == '<w:p/><w:footerReference r:id="rId2"/>'


@pytest.mark.parametrize(
    ("needs", "stays"), [("wps", False), ("wps wp14", False), ("wps cx", True), ("", True)]
)
def test_een_tweede_versie_van_wat_iedereen_leest_gaat_weg(needs, stays):
    inner = (
        f'<mc:AlternateContent><mc:Choice Requires="{needs}"/><mc:Fallback/></mc:AlternateContent>'
    )
    assert ("Fallback" in cleaned(inner)[0]) is stays


def test_wat_schoon_is_komt_terug_zoals_het_is():
    data = part(f"<w:p>{run('tekst')}</w:p>")
    assert clean_text(data, "x", "s.docx", LeftOut()) is data


@pytest.mark.parametrize(
    ("data", "hidden"),
    [
        (b'<?xml version="1.0"?><a/>', False), (b"<a/>", False), (b"<a><!-- wie --></a>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?><a/>', False), (b"<a><?mso wie?></a>", True),
    ],
)  # fmt: skip
def test_opmerkingen_van_xml_zelf(data, hidden):
    assert has_hidden(data) is hidden


@pytest.mark.parametrize(
    "name",
    ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart",
     "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart",
     "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"],
)  # fmt: skip
def test_elke_bijgehouden_verandering_van_woorden_wordt_geweigerd(name):
    with pytest.raises(SjabloonError, match="bijgehouden wijzigingen"):
        cleaned(f"<w:p><w:{name}/></w:p>")


@pytest.mark.parametrize(
    "name",
    ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
     "trPrChange", "tcPrChange", "numberingChange"],
)  # fmt: skip
def test_elke_bijgehouden_verandering_van_opmaak_gaat_weg(name):
    left, said = cleaned(f"<w:p><w:{name}/></w:p>")
    assert left == "<w:p/>"
    assert "een bijgehouden verandering van opmaak" in said


@pytest.mark.parametrize(
    "name",
    ["w:annotationRef", "w:printerSettings", "w:commentRangeEnd", "w:permEnd",
     "w15:webExtensionLinked", "w15:webExtensionCreated"],
)  # fmt: skip
def test_een_spoor_van_opmerkingen_of_van_een_computer_gaat_stil_weg(name):
    assert cleaned(f"<w:p><{name}/></w:p>") == ("<w:p/>", "")


@pytest.mark.parametrize(
    "shape", ["shape", "rect", "oval", "roundrect", "line", "group", "imagedata"]
)
def test_elke_vorm_verliest_de_naam_van_een_bestand(shape):
    assert cleaned(f'<v:{shape} alt="foto.png"/>')[0] == f"<v:{shape}/>"
