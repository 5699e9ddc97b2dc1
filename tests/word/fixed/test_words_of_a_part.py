"""The words of a part as somebody reads them, and nothing that a program works out anew."""

from __future__ import annotations

import pytest
from part_to_read import p, part, r, read, sdt, words

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.tree import parse, w
from uitvoeringsplan.word.fixed.words import read_open_part, read_part, value_text


def test_een_antwoord_is_geen_vaste_tekst():
    assert words(p(r("Doel")) + sdt("doel", p(r("Rust.")) + p(r("Orde.")))) == ["Doel"]
    assert words(sdt("vreemd", p(r("Zo staat het er.")))) == ["Zo staat het er."]


@pytest.mark.parametrize(
    ("runs", "expected"),
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
def test_wat_er_te_zien_is(runs, expected):
    assert words(p(runs)) == expected


@pytest.mark.parametrize(
    ("command", "expected"),
    [("PAGE", ["van"]), ("TOC \\o", ["van"]), ('HYPERLINK "https://a.nl"', ["7 van"])],
)
def test_wat_een_programma_zelf_uitrekent_is_van_niemand(command, expected):
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = (
        f"{sign.format('begin')}<w:r><w:instrText> {command}</w:instrText></w:r>"
        f"{sign.format('separate')}{r('7')}{sign.format('end')}"
    )
    assert words(p(field, r(" van"))) == expected


def test_een_tekstvak_en_wat_een_beeld_zegt_staan_apart():
    vak = f"<w:r><w:pict><w:txbxContent>{p(r('In een vak.'))}</w:txbxContent></w:pict></w:r>"
    reading = read(p(vak, '<w:r><w:drawing><wp:docPr descr="Een kaart."/></w:drawing></w:r>'))
    assert [zin.words for zin in reading.sentences] == ["[afbeelding][afbeelding]"]
    assert [zin.words for zin in reading.boxes] == ["In een vak."]
    assert [zin.words for zin in reading.descriptions] == ["Een kaart."]


def test_bijgehouden_wijzigingen_tellen_aan_een_kant():
    text = p(
        r("Zo "),
        "<w:del><w:r><w:delText>was</w:delText></w:r></w:del>",
        f"<w:ins>{r('is')}</w:ins>",
        r(" het."),
    )
    assert words(text) == ["Zo is het."]
    assert words(text, accepted=False) == ["Zo was het."]


def test_een_stuk_deel_is_een_zin_voor_de_gebruiker():
    with pytest.raises(SjabloonError, match=r"word/document\.xml is geen geldige XML"):
        read_part(b"<w:p", "word/document.xml", "x.docx", ())


TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def test_van_een_inhoudsopgave_hoeft_geen_zin_er_te_staan():
    opgave = f"<w:sdt><w:sdtPr>{TOC}</w:sdtPr><w:sdtContent>{p(r('Inhoud'))}</w:sdtContent></w:sdt>"
    (content, text) = read(opgave + p(r("Tekst."))).sentences
    assert (content.words, content.digest, bool(content.filled)) == ("Inhoud", "", True)
    assert text.digest


def test_wat_in_een_invulveld_staat_als_gegeven():
    space = f'xmlns:w="{W}"'
    assert value_text(f"<w:r {space}><w:t>Oudermeer</w:t></w:r>") == "Oudermeer"
    assert value_text(f"<w:r {space}><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>") == "a b"
    assert value_text("") == ""


def test_een_deel_dat_later_wordt_ingevuld():
    root = parse(part(p(r("In "), sdt("gemeente", r("[gemeente]")), r(" dus.")) + p()), "x", "y")
    field, empty = next(root.iter(w("sdt"))), list(root.iter(w("p")))[-1]
    reading = read_open_part(root, {"gemeente"}, {field: 4, empty: 7})
    first, second = reading.paragraphs
    assert ["".join(first.text)[:3], len(first.values), len(second.values)] == ["In ", 1, 1]
    assert reading.empty == {4: "[gemeente]"}
    assert first.values[0].endswith("4")
    assert second.values[0].endswith("7")
