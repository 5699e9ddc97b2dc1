"""The words of a part as somebody reads them, and nothing that a program works out anew."""

from __future__ import annotations

import pytest
from part_to_read import deel, lees, p, r, sdt, woorden

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.tree import parse, w
from uitvoeringsplan.word.fixed.words import read_open_part, read_part, value_text


def test_een_antwoord_is_geen_vaste_tekst():
    assert woorden(p(r("Doel")) + sdt("doel", p(r("Rust.")) + p(r("Orde.")))) == ["Doel"]
    assert woorden(sdt("vreemd", p(r("Zo staat het er.")))) == ["Zo staat het er."]


@pytest.mark.parametrize(
    ("runs", "verwacht"),
    [
        (r("weg", "<w:vanish/>") + r("er"), ["er"]),
        (r("weg", '<w:vanish w:val="0"/>'), ["weg"]),
        (r("oud", "<w:strike/>") + r(" nieuw"), ["~oud~ nieuw"]),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", ["a b c"]),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", ["a-b"]),
        ('<w:r><w:t>a</w:t><w:footnoteReference w:id="2"/></w:r>', ["a[noot]"]),
        ('<w:r><w:sym w:char="F0A8"/></w:r>', ["☐"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', ["☑"]),
        ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', ["[teken F061]"]),
        ("<w:r><w:drawing><wp:inline/></w:drawing></w:r>", ["[afbeelding]"]),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict/>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
            ["[afbeelding]"],
        ),
        (
            '<w:r><mc:AlternateContent><mc:Choice><x:symEx xmlns:x="urn:x"/></mc:Choice>'
            "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>" + r("!"),
            ["😊!"],
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="nee"/><w:listEntry w:val="ja"/></w:ddList></w:ffData></w:fldChar>'
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ["ja"],
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
            "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>" + r(" ja"),
            ["☑ ja"],
        ),
        ("<w:r><w:contentPart/></w:r><w:subDoc/>", ["[afbeelding][ingevoegd bestand]"]),
        ('<w:fldSimple w:instr=" PAGE ">' + r("3") + "</w:fldSimple>" + r("blz"), ["blz"]),
    ],
)
def test_wat_er_te_zien_is(runs, verwacht):
    assert woorden(p(runs)) == verwacht


@pytest.mark.parametrize(
    ("opdracht", "verwacht"),
    [("PAGE", ["van"]), ("TOC \\o", ["van"]), ('HYPERLINK "https://a.nl"', ["7 van"])],
)
def test_wat_een_programma_zelf_uitrekent_is_van_niemand(opdracht, verwacht):
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    veld = (
        f"{teken.format('begin')}<w:r><w:instrText> {opdracht}</w:instrText></w:r>"
        f"{teken.format('separate')}{r('7')}{teken.format('end')}"
    )
    assert woorden(p(veld, r(" van"))) == verwacht


def test_een_tekstvak_en_wat_een_beeld_zegt_staan_apart():
    vak = f"<w:r><w:pict><w:txbxContent>{p(r('In een vak.'))}</w:txbxContent></w:pict></w:r>"
    gelezen = lees(p(vak, '<w:r><w:drawing><wp:docPr descr="Een kaart."/></w:drawing></w:r>'))
    assert [zin.woorden for zin in gelezen.sentences] == ["[afbeelding][afbeelding]"]
    assert [zin.woorden for zin in gelezen.boxes] == ["In een vak."]
    assert [zin.woorden for zin in gelezen.descriptions] == ["Een kaart."]


def test_bijgehouden_wijzigingen_tellen_aan_een_kant():
    tekst = p(
        r("Zo "),
        "<w:del><w:r><w:delText>was</w:delText></w:r></w:del>",
        f"<w:ins>{r('is')}</w:ins>",
        r(" het."),
    )
    assert woorden(tekst) == ["Zo is het."]
    assert woorden(tekst, accepted=False) == ["Zo was het."]


def test_een_stuk_deel_is_een_zin_voor_de_gebruiker():
    with pytest.raises(SjabloonError, match=r"word/document\.xml is geen geldige XML"):
        read_part(b"<w:p", "word/document.xml", "x.docx", ())


TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def test_van_een_inhoudsopgave_hoeft_geen_zin_er_te_staan():
    opgave = f"<w:sdt><w:sdtPr>{TOC}</w:sdtPr><w:sdtContent>{p(r('Inhoud'))}</w:sdtContent></w:sdt>"
    (inhoud, tekst) = lees(opgave + p(r("Tekst."))).sentences
    assert (inhoud.woorden, inhoud.afdruk, bool(inhoud.gevuld)) == ("Inhoud", "", True)
    assert tekst.afdruk


def test_wat_in_een_invulveld_staat_als_gegeven():
    ruimte = f'xmlns:w="{W}"'
    assert value_text(f"<w:r {ruimte}><w:t>Oudermeer</w:t></w:r>") == "Oudermeer"
    assert value_text(f"<w:r {ruimte}><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>") == "a b"
    assert value_text("") == ""


def test_een_deel_dat_later_wordt_ingevuld():
    root = parse(deel(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" dus.")) + p()), "x", "y")
    veld, leeg = next(root.iter(w("sdt"))), list(root.iter(w("p")))[-1]
    gelezen = read_open_part(root, {"gemeente"}, {veld: 4, leeg: 7})
    eerste, tweede = gelezen.paragraphs
    assert ["".join(eerste.text)[:3], len(eerste.values), len(tweede.values)] == ["In ", 1, 1]
    assert gelezen.empty == {4: "[gemeente]"}
    assert eerste.values[0].endswith("4")
    assert tweede.values[0].endswith("7")
