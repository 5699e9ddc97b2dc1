from __future__ import annotations

import pytest

from package_builder import KOP, W
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.styles import NO_STYLES, getal, load_styles


def blad(*stijlen: str):
    xml = f'{KOP}<w:styles xmlns:w="{W}">{"".join(stijlen)}</w:styles>'
    return load_styles(xml.encode(), "word/styles.xml", "proef.docx")


def stijl(id_: str, naam: str, kern: str = "", basis: str = "", *, soort="paragraph", extra=""):
    op = f'<w:basedOn w:val="{basis}"/>' if basis else ""
    return (
        f'<w:style w:type="{soort}" w:styleId="{id_}"{extra}><w:name w:val="{naam}"/>{op}{kern}'
        "</w:style>"
    )


def num(num_id: str = "", ilvl: str = "") -> str:
    delen = [
        f'<w:ilvl w:val="{ilvl}"/>' * bool(ilvl),
        f'<w:numId w:val="{num_id}"/>' * bool(num_id),
    ]
    return f"<w:pPr><w:numPr>{''.join(delen)}</w:numPr></w:pPr>"


def niveau(waarde: str) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{waarde}"/></w:pPr>'


def test_een_naam_is_in_kleine_letters_en_wijst_naar_de_eerste_stijl():
    stijlen = blad(stijl("Kop1", "Heading 1"), stijl("Kop1a", "heading 1"))
    assert stijlen.naam("Kop1") == "heading 1"
    assert stijlen.id_van("HEADING 1") == "Kop1"
    assert stijlen.id_van("heading 2") == ""


@pytest.mark.parametrize(
    ("kern", "verwacht"),
    [("", None), (niveau("0"), 0), (niveau("8"), 8), (niveau("9"), None), (niveau("x"), None)],
)
def test_het_niveau_van_een_stijl(kern, verwacht):
    assert blad(stijl("A", "Alinea", kern)).niveau("A") == verwacht


def test_een_kop_van_word_heeft_een_niveau_ook_als_het_er_niet_staat():
    stijlen = blad(stijl("Kop3", "heading 3"), stijl("Anders", "Anders", basis="Kop3"))
    assert (stijlen.niveau("Kop3"), stijlen.niveau("Anders")) == (2, 2)


def test_het_dichtstbijzijnde_niveau_telt():
    stijlen = blad(
        stijl("Derde", "Derde", basis="Tweede"),
        stijl("Tweede", "Tweede", niveau("9"), basis="Eerste"),
        stijl("Eerste", "heading 1"),
    )
    assert [stijlen.niveau(i) for i in ("Eerste", "Tweede", "Derde")] == [0, None, None]


def test_nummering_en_laag_komen_elk_van_de_dichtstbijzijnde_stijl():
    stijlen = blad(
        stijl("Kop1", "heading 1", num("7", "0")),
        stijl("Kop2", "heading 2", num(ilvl="1"), basis="Kop1"),
        stijl("Kop3", "heading 3", num("8"), basis="Kop2"),
        stijl("Los", "Los", num("0"), basis="Kop2"),
        stijl("Plat", "Plat"),
    )
    assert stijlen.nummering("Kop1") == ("7", 0)
    assert stijlen.nummering("Kop2") == ("7", 1)
    assert stijlen.nummering("Kop3") == ("8", 1)
    assert stijlen.nummering("Los") is None
    assert stijlen.nummering("Plat") is None


def test_een_onbekende_stijl_is_de_standaard():
    stijlen = blad(
        stijl("Teken", "Teken", soort="character", extra=' w:default="1"'),
        stijl("Standaard", "Normal", num("3"), extra=' w:default="1"'),
        stijl("Uit", "Uit", extra=' w:default="0"'),
    )
    assert stijlen.standaard == "Standaard"
    assert stijlen.naam("") == stijlen.naam("Weg") == "normal"
    assert stijlen.nummering("Weg") == ("3", 0)


def test_vet_en_cursief_zijn_ook_weer_uit_te_zetten():
    vet = "<w:rPr><w:b/><w:i w:val='1'/></w:rPr>"
    uit = "<w:rPr><w:b w:val='0'/></w:rPr>"
    stijlen = blad(stijl("A", "A", vet), stijl("B", "B", uit, "A"), stijl("C", "C"))
    assert [(stijlen.stijl(i).vet, stijlen.stijl(i).cursief) for i in "ABC"] == [
        (True, True), (False, True), (None, None),
    ]  # fmt: skip


def test_wat_voor_een_deel_van_een_tabel_geldt_is_niet_van_de_stijl_zelf():
    deel = f"<w:tblStylePr w:type='firstRow'>{num('5')}<w:rPr><w:b/></w:rPr></w:tblStylePr>"
    oud = f"<w:pPr><w:pPrChange w:id='1'>{num('6')}</w:pPrChange></w:pPr>"
    stijlen = blad(stijl("T", "T", deel, soort="table"), stijl("A", "A", oud))
    assert stijlen.stijl("T").vet is None
    assert stijlen.nummering("T") is None
    assert stijlen.nummering("A") is None


def test_een_cirkel_van_stijlen_houdt_op():
    stijlen = blad(stijl("A", "A", niveau("1"), "B"), stijl("B", "B", num("2"), "A"))
    assert stijlen.niveau("A") == 1
    assert stijlen.nummering("B") == ("2", 0)


def test_een_lege_lijst_kent_alleen_platte_tekst():
    assert (NO_STYLES.naam("x"), NO_STYLES.niveau("x"), NO_STYLES.nummering("x")) == (
        "",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [("12", 12), ("007", 7), ("", None), (None, None), ("-1", None), ("٣", None), ("9" * 10, None)],
)
def test_een_getal_is_wat_het_formaat_zo_schrijft(waarde, verwacht):
    assert getal(waarde) == verwacht


def test_kapotte_xml_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"proef\.docx: het onderdeel word/styles\.xml is geen"):
        load_styles(b"<w:styles", "word/styles.xml", "proef.docx")
