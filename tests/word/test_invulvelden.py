from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.tree import fragment, parse, val, w, write
from uitvoeringsplan.word.invulvelden import Invulveld, Vorm, fill_field, read_field, tag_van


def vind(document: str) -> list[Invulveld]:
    root = parse(document.encode(), "word/document.xml", "s.docx")
    return [read_field(c, tag_van(c), "s.docx") for c in root.iter(w("sdt")) if tag_van(c)]


def gevuld(document: str, inhoud: str) -> str:
    root = parse(document.encode(), "word/document.xml", "s.docx")
    for control in root.iter(w("sdt")):
        fill_field(control, fragment(inhoud))
    return write(root).decode()


def test_een_blok_en_een_regel(doos):
    document = doos.document(
        f"<w:p><w:r><w:t>Van </w:t></w:r>{doos.regel('gemeente')}</w:p>", doos.blok("eerste")
    )
    regel, blok = vind(document)
    assert (regel.tag, regel.vorm, blok.tag, blok.vorm) == (
        "gemeente", Vorm.REGEL, "eerste", Vorm.BLOK,
    )  # fmt: skip


def test_de_eigenschappen_van_de_alinea_en_van_het_veld(doos):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    rpr = "<w:rPr><w:caps/></w:rPr>"
    blok, regel = vind(
        doos.document(doos.blok("a", ppr=ppr), f"<w:p>{doos.regel('b', rpr=rpr)}</w:p>")
    )
    assert (blok.ppr, blok.rpr) == (ppr, "")
    assert (regel.ppr, regel.rpr) == ("", rpr)


def test_wie_gevuld_is_toont_geen_plaatshouder_meer(doos):
    document = doos.document(doos.blok("a"), doos.blok("b", vlag=False))
    assert document.count("<w:showingPlcHdr/>") == 1
    uit = gevuld(document, "<w:p><w:r><w:t>nieuw</w:t></w:r></w:p>")
    assert "showingPlcHdr" not in uit
    assert uit.count("<w:sdtContent><w:p><w:r><w:t>nieuw</w:t></w:r></w:p></w:sdtContent>") == 2


def test_een_veld_zonder_tag_telt_niet_maar_wat_erin_staat_wel(doos):
    document = doos.document(
        f"<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent>{doos.blok('a')}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:tag w:val=""/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    )
    assert [veld.tag for veld in vind(document)] == ["a"]


def test_een_veld_om_een_cel_laat_de_cel_staan(doos):
    document = doos.document(
        '<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:tc>'
        '<w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:r/></w:p></w:tc></w:sdtContent></w:sdt></w:tr>'
        "</w:tbl>"
    )
    (veld,) = vind(document)
    assert veld.vorm is Vorm.BLOK
    assert '<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc>' in gevuld(document, "<w:p/>")


def test_een_tekstvak_in_een_alinea_is_een_blok(doos):
    document = doos.document(
        f"<w:p><w:r><w:pict><w:txbxContent>{doos.blok('a')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert [veld.vorm for veld in vind(document)] == [Vorm.BLOK]


@pytest.mark.parametrize("leeg", ["<w:sdtContent></w:sdtContent>", "<w:sdtContent/>"])
def test_een_leeg_blok(doos, leeg):
    document = doos.document(f'<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr>{leeg}</w:sdt>')
    (veld,) = vind(document)
    assert veld.vorm is Vorm.BLOK
    assert "<w:sdtContent><w:p/></w:sdtContent>" in gevuld(document, "<w:p/>")


def test_een_veld_zonder_inhoud(doos):
    with pytest.raises(SjabloonError, match=r"^s\.docx: het invulveld “a” heeft geen inhoud"):
        vind(doos.document('<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr></w:sdt>'))


def test_een_veld_om_een_hele_rij(doos):
    document = doos.document(
        '<w:tbl><w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:tr><w:tc><w:p/></w:tc>'
        "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    with pytest.raises(SjabloonError, match="“a” staat om een hele tabelrij"):
        vind(document)


def test_een_ander_voorvoegsel(doos):
    document = doos.document(doos.blok("a", p="q"), p="q")
    assert [(veld.tag, veld.vorm) for veld in vind(document)] == [("a", Vorm.BLOK)]
    assert val(parse(gevuld(document, '<w:p w:x="1"/>').encode(), "", "").find(f".//{w('p')}"), "x")
