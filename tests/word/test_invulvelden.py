from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.word.invulvelden import NODIG_VELDEN, Vorm, vind_invulvelden


def vind(document: str):
    afdruk = tast_af(
        document.encode(), "word/document.xml", "s.docx", bewaar=NODIG_VELDEN.__contains__
    )
    return vind_invulvelden(afdruk, "s.docx")


def stuk(document: str, bereik: tuple[int, int]) -> str:
    return document.encode()[slice(*bereik)].decode()


def test_een_blok_en_een_regel(doos):
    document = doos.document(
        f"<w:p><w:r><w:t>Van </w:t></w:r>{doos.regel('gemeente')}</w:p>", doos.blok("eerste")
    )
    regel, blok = vind(document)
    assert (regel.tag, regel.vorm, blok.tag, blok.vorm) == (
        "gemeente", Vorm.REGEL, "eerste", Vorm.BLOK,
    )  # fmt: skip
    assert stuk(document, regel.vlag) == stuk(document, blok.vlag) == "<w:showingPlcHdr/>"
    assert stuk(document, regel.inhoud).startswith("<w:r>")
    assert stuk(document, blok.inhoud).startswith("<w:p>")
    assert stuk(document, blok.inhoud).endswith("</w:p>")


def test_de_eigenschappen_van_de_alinea_en_van_het_veld(doos):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    rpr = "<w:rPr><w:caps/></w:rPr>"
    blok, regel = vind(
        doos.document(doos.blok("a", ppr=ppr), f"<w:p>{doos.regel('b', rpr=rpr)}</w:p>")
    )
    assert (blok.ppr, blok.rpr) == (ppr, "")
    assert (regel.ppr, regel.rpr) == ("", rpr)


def test_zonder_vlag_wordt_er_niets_weggeknipt(doos):
    document = doos.document(doos.blok("a", vlag=False))
    (veld,) = vind(document)
    assert stuk(document, veld.vlag) == ""


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
    assert stuk(document, veld.inhoud) == "<w:p><w:r/></w:p>"


def test_een_tekstvak_in_een_alinea_is_een_blok(doos):
    document = doos.document(
        f"<w:p><w:r><w:pict><w:txbxContent>{doos.blok('a')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert [veld.vorm for veld in vind(document)] == [Vorm.BLOK]


def test_een_leeg_blok(doos):
    document = doos.document(
        '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent></w:sdtContent></w:sdt>'
    )
    (veld,) = vind(document)
    assert veld.vorm is Vorm.BLOK
    assert veld.inhoud[0] == veld.inhoud[1]


def test_een_veld_zonder_inhoud(doos):
    with pytest.raises(SjabloonError, match=r"^s\.docx: het invulveld “a” heeft geen inhoud"):
        vind(doos.document('<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr></w:sdt>'))


def test_een_veld_met_een_inhoud_van_een_lege_tag(doos):
    document = doos.document('<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent/></w:sdt>')
    with pytest.raises(SjabloonError, match=r"^s\.docx: het invulveld “a” heeft geen inhoud"):
        vind(document)


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
