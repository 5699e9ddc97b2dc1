from __future__ import annotations

import pytest

from package_builder import KOP, W
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.styles import NO_STYLES, getal, load_styles


def sheet(*styles: str):
    xml = f'{KOP}<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>'
    return load_styles(xml.encode(), "word/styles.xml", "proef.docx")


def style(id_: str, name: str, core: str = "", basis: str = "", *, kind="paragraph", extra=""):
    op = f'<w:basedOn w:val="{basis}"/>' if basis else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"{extra}><w:name w:val="{name}"/>{op}{core}'
        "</w:style>"
    )


def num(num_id: str = "", ilvl: str = "") -> str:
    parts = [
        f'<w:ilvl w:val="{ilvl}"/>' * bool(ilvl),
        f'<w:numId w:val="{num_id}"/>' * bool(num_id),
    ]
    return f"<w:pPr><w:numPr>{''.join(parts)}</w:numPr></w:pPr>"


def level(value: str) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{value}"/></w:pPr>'


def test_een_naam_is_in_kleine_letters_en_wijst_naar_de_eerste_stijl():
    styles = sheet(style("Kop1", "Heading 1"), style("Kop1a", "heading 1"))
    assert styles.name("Kop1") == "heading 1"
    assert styles.id_start("HEADING 1") == "Kop1"
    assert styles.id_start("heading 2") == ""


@pytest.mark.parametrize(
    ("core", "expected"),
    [("", None), (level("0"), 0), (level("8"), 8), (level("9"), None), (level("x"), None)],
)
def test_het_niveau_van_een_stijl(core, expected):
    assert sheet(style("A", "Alinea", core)).level("A") == expected


def test_een_kop_van_word_heeft_een_niveau_ook_als_het_er_niet_staat():
    styles = sheet(style("Kop3", "heading 3"), style("Anders", "Anders", basis="Kop3"))
    assert (styles.level("Kop3"), styles.level("Anders")) == (2, 2)


def test_het_dichtstbijzijnde_niveau_telt():
    styles = sheet(
        style("Derde", "Derde", basis="Tweede"),
        style("Tweede", "Tweede", level("9"), basis="Eerste"),
        style("Eerste", "heading 1"),
    )
    assert [styles.level(i) for i in ("Eerste", "Tweede", "Derde")] == [0, None, None]


def test_nummering_en_laag_komen_elk_van_de_dichtstbijzijnde_stijl():
    styles = sheet(
        style("Kop1", "heading 1", num("7", "0")),
        style("Kop2", "heading 2", num(ilvl="1"), basis="Kop1"),
        style("Kop3", "heading 3", num("8"), basis="Kop2"),
        style("Los", "Los", num("0"), basis="Kop2"),
        style("Plat", "Plat"),
    )
    assert styles.numbering("Kop1") == ("7", 0)
    assert styles.numbering("Kop2") == ("7", 1)
    assert styles.numbering("Kop3") == ("8", 1)
    assert styles.numbering("Los") is None
    assert styles.numbering("Plat") is None


def test_een_onbekende_stijl_is_de_standaard():
    styles = sheet(
        style("Teken", "Teken", kind="character", extra=' w:default="1"'),
        style("Standaard", "Normal", num("3"), extra=' w:default="1"'),
        style("Uit", "Uit", extra=' w:default="0"'),
    )
    assert styles.standaard == "Standaard"
    assert styles.name("") == styles.name("Weg") == "normal"
    assert styles.numbering("Weg") == ("3", 0)


def test_vet_en_cursief_zijn_ook_weer_uit_te_zetten():
    vet = "<w:rPr><w:b/><w:i w:val='1'/></w:rPr>"
    result = "<w:rPr><w:b w:val='0'/></w:rPr>"
    styles = sheet(style("A", "A", vet), style("B", "B", result, "A"), style("C", "C"))
    assert [(styles.style(i).vet, styles.style(i).cursief) for i in "ABC"] == [
        (True, True), (False, True), (None, None),
    ]  # fmt: skip


def test_wat_voor_een_deel_van_een_tabel_geldt_is_niet_van_de_stijl_zelf():
    part = f"<w:tblStylePr w:type='firstRow'>{num('5')}<w:rPr><w:b/></w:rPr></w:tblStylePr>"
    old = f"<w:pPr><w:pPrChange w:id='1'>{num('6')}</w:pPrChange></w:pPr>"
    styles = sheet(style("T", "T", part, kind="table"), style("A", "A", old))
    assert styles.style("T").vet is None
    assert styles.numbering("T") is None
    assert styles.numbering("A") is None


def test_een_cirkel_van_stijlen_houdt_op():
    styles = sheet(style("A", "A", level("1"), "B"), style("B", "B", num("2"), "A"))
    assert styles.level("A") == 1
    assert styles.numbering("B") == ("2", 0)


def test_een_lege_lijst_kent_alleen_platte_tekst():
    assert (NO_STYLES.name("x"), NO_STYLES.level("x"), NO_STYLES.numbering("x")) == (
        "",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12", 12), ("007", 7), ("", None), (None, None), ("-1", None), ("٣", None), ("9" * 10, None)],
)
def test_een_getal_is_wat_het_formaat_zo_schrijft(value, expected):
    assert getal(value) == expected


def test_kapotte_xml_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"proef\.docx: het onderdeel word/styles\.xml is geen"):
        load_styles(b"<w:styles", "word/styles.xml", "proef.docx")
