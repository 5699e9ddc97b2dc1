"""The fingerprints of what is no answer: what they tell apart, and what they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPES, W
from uitvoeringsplan.ooxml.package import Member
from uitvoeringsplan.word.fixed.fingerprints import (
    as_properties,
    encode,
    from_properties,
    make_sentences,
)
from uitvoeringsplan.word.fixed.parts import parts_checksum, pictures
from uitvoeringsplan.word.fixed.words import read_part

WOORDEN = st.lists(st.from_regex(r"[a-zé€]{1,8}[,.!?]?", fullmatch=True), max_size=12)
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def deel(inhoud: str) -> bytes:
    return (
        f'<w:document xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wp="{WP}"><w:body>{inhoud}</w:body>'
        "</w:document>"
    ).encode()


def lees(inhoud: str, **wens):
    return read_part(deel(inhoud), "word/document.xml", "x", {"gemeente", "doel"}, **wens)


def woorden(inhoud: str, **wens) -> list[str]:
    return [zin.woorden for zin in lees(inhoud, **wens).sentences]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(tekst: str, eigen: str = "") -> str:
    rpr = f"<w:rPr>{eigen}</w:rPr>" if eigen else ""
    return f"<w:r>{rpr}<w:t>{tekst}</w:t></w:r>"


def sdt(tag: str, inhoud: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>'  # noqa: E501 - one element


@given(WOORDEN, st.sampled_from([" ", "\n", "\u00a0", "  ", "\t", "\u00ad ", " \u200b"]))
def test_hoe_het_wit_eruitziet_maakt_niet_uit(stukken, wit):
    anders = make_sentences(wit.join(stukken))
    assert [zin.afdruk for zin in anders] == [z.afdruk for z in make_sentences(" ".join(stukken))]


@given(WOORDEN, WOORDEN)
def test_andere_woorden_hebben_een_andere_afdruk(een, ander):
    zelfde = [z.afdruk for z in make_sentences(" ".join(een))] == [
        z.afdruk for z in make_sentences(" ".join(ander))
    ]
    assert zelfde is (een == ander)


@given(WOORDEN)
def test_geen_woord_valt_tussen_de_zinnen(stukken):
    zinnen = make_sentences(" ".join(stukken))
    assert " ".join(zin.woorden for zin in zinnen).split() == stukken


def test_een_zin_met_een_gegeven_heeft_twee_afdrukken():
    (delft,) = lees(p(r("Het plan van "), sdt("gemeente", r("Delft")), r(" is af."))).sentences
    (gouda,) = lees(p(r("Het plan van "), sdt("gemeente", r("Gouda")), r(" is af."))).sentences
    assert delft.woorden == "Het plan van Delft is af."
    assert delft.afdruk == gouda.afdruk
    assert delft.gevuld != gouda.gevuld
    # Where the control is gone, the plain text is that with the value.
    assert delft.gevuld == make_sentences("Het plan van Delft is af.")[0].afdruk


def test_een_gegeven_alleen_is_geen_vaste_tekst():
    (zin,) = lees(p(sdt("gemeente", r("Delft")), r("."))).sentences
    assert (zin.afdruk, bool(zin.gevuld)) == ("", True)


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


@given(
    st.dictionaries(
        st.sampled_from(["tekst", "kop", "alt"]),
        st.lists(
            st.from_regex(r"[0-9a-f]{6}(=[0-9a-f]{6})?|=[0-9a-f]{6}", fullmatch=True), max_size=90
        ),
    )
)
def test_de_eigenschappen_geven_terug_wat_erin_ging(soorten):
    eigen = as_properties(soorten)
    assert from_properties(eigen) == {soort: een for soort, een in soorten.items() if een}
    assert all(len(waarde) <= 255 for waarde in eigen.values())


def test_zonder_of_met_een_andere_versie_is_er_niets_te_vergelijken():
    assert from_properties({"soort": "x"}) is None
    assert from_properties({"vast": "2", "vast.tekst.1": "000000"}) is None


def test_er_staat_geen_woord_in_de_eigenschappen():
    zinnen = make_sentences("Vertrouwelijk over Zeist. Nog een zin.")
    eigen = as_properties({"tekst": map(encode, zinnen)})
    assert re.fullmatch("[0-9a-f]{6} [0-9a-f]{6}", eigen["vast.tekst.1"])


def lid(naam: str, crc: int) -> Member:
    return Member(naam, 8, crc, 0, b"")


def test_de_som_van_de_delen_ziet_elk_deel_behalve_de_eigenschappen():
    leden = {naam: lid(naam, i) for i, naam in enumerate(("a.xml", TYPES, "docProps/custom.xml"))}
    som = parts_checksum(leden, ("docProps/custom.xml",))
    for naam, telt in (("a.xml", True), (TYPES, False), ("docProps/custom.xml", False)):
        anders = {**leden, naam: lid(naam, 99)}
        assert (parts_checksum(anders, ("docProps/custom.xml",)) != som) is telt
    assert parts_checksum({**leden, "b.xml": lid("b.xml", 7)}, ("docProps/custom.xml",)) != som


def test_afbeeldingen_hebben_een_naam_die_niet_telt():
    leden = {naam: lid(naam, 5) for naam in ("word/media/1.PNG", "x/2.jpeg", "docProps/t.png")}
    assert pictures(leden) == ["00000005"]
