from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.tree import fragment, parse, val, w, write
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld, fill_field, read_field, tag_of


def find(document: str) -> list[Invulveld]:
    root = parse(document.encode(), "word/document.xml", "s.docx")
    return [read_field(c, tag_of(c), "s.docx") for c in root.iter(w("sdt")) if tag_of(c)]


def filled(document: str, content: str) -> str:
    root = parse(document.encode(), "word/document.xml", "s.docx")
    for control in root.iter(w("sdt")):
        fill_field(control, fragment(content))
    return write(root).decode()


def test_een_blok_en_een_regel(builder):
    document = builder.document(
        f"<w:p><w:r><w:t>Van </w:t></w:r>{builder.line('gemeente')}</w:p>", builder.block("eerste")
    )
    line, block = find(document)
    assert (line.tag, line.form, block.tag, block.form) == (
        "gemeente", ControlKind.REGEL, "eerste", ControlKind.BLOK,
    )  # fmt: skip


def test_de_eigenschappen_van_de_alinea_en_van_het_veld(builder):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    rpr = "<w:rPr><w:caps/></w:rPr>"
    block, line = find(
        builder.document(builder.block("a", ppr=ppr), f"<w:p>{builder.line('b', rpr=rpr)}</w:p>")
    )
    assert (block.ppr, block.rpr) == (ppr, "")
    assert (line.ppr, line.rpr) == ("", rpr)


def test_wie_gevuld_is_toont_geen_plaatshouder_meer(builder):
    document = builder.document(builder.block("a"), builder.block("b", flag=False))
    assert document.count("<w:showingPlcHdr/>") == 1
    result = filled(document, "<w:p><w:r><w:t>nieuw</w:t></w:r></w:p>")
    assert "showingPlcHdr" not in result
    assert result.count("<w:sdtContent><w:p><w:r><w:t>nieuw</w:t></w:r></w:p></w:sdtContent>") == 2


def test_een_veld_zonder_tag_telt_niet_maar_wat_erin_staat_wel(builder):
    document = builder.document(
        f"<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent>{builder.block('a')}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:tag w:val=""/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    )
    assert [field.tag for field in find(document)] == ["a"]


def test_een_veld_om_een_cel_laat_de_cel_staan(builder):
    document = builder.document(
        '<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:tc>'
        '<w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:r/></w:p></w:tc></w:sdtContent></w:sdt></w:tr>'
        "</w:tbl>"
    )
    (field,) = find(document)
    assert field.form is ControlKind.BLOK
    assert '<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc>' in filled(document, "<w:p/>")


def test_een_tekstvak_in_een_alinea_is_een_blok(builder):
    document = builder.document(
        f"<w:p><w:r><w:pict><w:txbxContent>{builder.block('a')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert [field.form for field in find(document)] == [ControlKind.BLOK]


@pytest.mark.parametrize("empty", ["<w:sdtContent></w:sdtContent>", "<w:sdtContent/>"])
def test_een_leeg_blok(builder, empty):
    document = builder.document(f'<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr>{empty}</w:sdt>')
    (field,) = find(document)
    assert field.form is ControlKind.BLOK
    assert "<w:sdtContent><w:p/></w:sdtContent>" in filled(document, "<w:p/>")


def test_een_veld_zonder_inhoud(builder):
    with pytest.raises(SjabloonError, match=r"^s\.docx: het invulveld “a” heeft geen inhoud"):
        find(builder.document('<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr></w:sdt>'))


def test_een_veld_om_een_hele_rij(builder):
    document = builder.document(
        '<w:tbl><w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:tr><w:tc><w:p/></w:tc>'
        "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    with pytest.raises(SjabloonError, match="“a” staat om een hele tabelrij"):
        find(document)


def test_een_ander_voorvoegsel(builder):
    document = builder.document(builder.block("a", p="q"), p="q")
    assert [(field.tag, field.form) for field in find(document)] == [("a", ControlKind.BLOK)]
    assert val(parse(filled(document, '<w:p w:x="1"/>').encode(), "", "").find(f".//{w('p')}"), "x")
