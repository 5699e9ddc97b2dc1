from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from package_builder import KOP, PackageBuilder, W
from trials import proeven
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.counters import in_format, load_counters, no_counters


def laag(
    ilvl: int, tekst: str, vorm: str = "decimal", begin: int | None = 1, extra: str = ""
) -> str:
    start = "" if begin is None else f'<w:start w:val="{begin}"/>'
    return (
        f'<w:lvl w:ilvl="{ilvl}">{start}<w:numFmt w:val="{vorm}"/>{extra}'
        f'<w:lvlText w:val="{tekst}"/></w:lvl>'
    )


def lijst(nummer: int, *lagen: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{nummer}">{extra}{"".join(lagen)}</w:abstractNum>'


def num(nummer: int, van: int, extra: str = "") -> str:
    return f'<w:num w:numId="{nummer}"><w:abstractNumId w:val="{van}"/>{extra}</w:num>'


def begint(ilvl: int, waarde: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{waarde}"/></w:lvlOverride>'


def xml(*delen: str) -> bytes:
    return f'{KOP}<w:numbering xmlns:w="{W}">{"".join(delen)}</w:numbering>'.encode()


def tellers(*delen: str):
    return load_counters(xml(*delen), "word/numbering.xml", "proef.docx")


def geteld(teller, *plekken: tuple[int, int]) -> list[str]:
    return [teller.volgende(str(num_id), ilvl) for num_id, ilvl in plekken]


def test_een_lange_tekst_om_een_nummer_staat_niet_heel_voor_elke_alinea():
    """It would cost its length for every paragraph of the list."""
    (tekst,) = geteld(tellers(lijst(1, laag(0, "%1 " + "x" * 5_000)), num(1, 1)), (1, 0))
    assert tekst.startswith("1 xxx")
    assert len(tekst) < 300


KOPPEN = lijst(1, laag(0, "%1"), laag(1, "%1.%2"), laag(2, "%1.%2.%3"))


def test_lagere_niveaus_beginnen_opnieuw():
    teller = tellers(KOPPEN, num(1, 1))
    assert geteld(teller, (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)) == [
        "1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1",
    ]  # fmt: skip


def test_een_overgeslagen_niveau_telt_als_een():
    assert geteld(tellers(KOPPEN, num(1, 1)), (1, 0), (1, 2), (1, 1)) == ["1", "1.1.1", "1.2"]


def test_twee_nummeringen_van_een_lijst_tellen_samen_door():
    teller = tellers(KOPPEN, num(1, 1), num(2, 1))
    assert geteld(teller, (1, 0), (2, 0), (2, 1), (1, 0)) == ["1", "2", "2.1", "3"]


def test_een_eigen_begin_geldt_een_keer_en_na_elke_herstart():
    teller = tellers(KOPPEN, num(1, 1), num(2, 1, begint(0, 5)), num(3, 1, begint(1, 4)))
    assert geteld(teller, (1, 0), (2, 0), (2, 0), (3, 1), (3, 1), (3, 0), (3, 1)) == [
        "1", "5", "6", "6.4", "6.5", "7", "7.4",
    ]  # fmt: skip


def test_twee_lijsten_tellen_los_van_elkaar():
    teller = tellers(KOPPEN, lijst(2, laag(0, "%1)")), num(1, 1), num(2, 2))
    assert geteld(teller, (1, 0), (2, 0), (1, 0), (2, 0)) == ["1", "1)", "2", "2)"]


@pytest.mark.parametrize(("herstart", "verwacht"), [("0", ["1.1", "2.2"]), ("1", ["1.1", "2.1"])])
def test_een_niveau_kan_doortellen(herstart, verwacht):
    eigen = laag(1, "%1.%2", extra=f'<w:lvlRestart w:val="{herstart}"/>')
    teller = tellers(lijst(1, laag(0, "%1"), eigen), num(1, 1))
    assert geteld(teller, (1, 0), (1, 1), (1, 0), (1, 1))[1::2] == verwacht


def test_een_laag_van_de_nummering_zelf_gaat_voor():
    eigen = f'<w:lvlOverride w:ilvl="0">{laag(0, "Deel %1:", "upperRoman")}</w:lvlOverride>'
    assert geteld(tellers(KOPPEN, num(1, 1, eigen)), (1, 0), (1, 0)) == ["Deel I:", "Deel II:"]


def test_gewone_cijfers_als_een_laag_dat_vraagt():
    lagen = laag(0, "%1", "upperRoman"), laag(1, "%1.%2", extra="<w:isLgl/>")
    assert geteld(tellers(lijst(1, *lagen), num(1, 1)), (1, 0), (1, 1)) == ["I", "1.1"]


def test_een_lijst_kan_haar_lagen_ergens_anders_hebben():
    teller = tellers(
        lijst(1, extra='<w:numStyleLink w:val="Mijn"/>'),
        lijst(2, laag(0, "§ %1"), extra='<w:styleLink w:val="Mijn"/>'),
        num(1, 1),
    )
    assert geteld(teller, (1, 0), (1, 0)) == ["§ 1", "§ 2"]


def test_een_stijl_hoort_bij_een_laag():
    teller = tellers(
        lijst(1, laag(0, "%1"), laag(1, "%1.%2", extra='<w:pStyle w:val="Kop2"/>')), num(1, 1)
    )
    assert teller.laag_van_stijl("1", "Kop2") == 1
    assert teller.laag_van_stijl("1", "Kop1") is None
    assert teller.laag_van_stijl("9", "Kop2") is None


def test_opsommingen_hebben_een_teken():
    teller = tellers(lijst(1, laag(0, "\uf0b7", "bullet"), laag(1, "–", "bullet")), num(1, 1))
    assert geteld(teller, (1, 0), (1, 0), (1, 1)) == ["•", "•", "–"]
    assert teller.is_opsomming("1", 0)
    assert not teller.is_opsomming("1", 5)
    assert not tellers(KOPPEN, num(1, 1)).is_opsomming("1", 0)


def test_wat_er_niet_is_telt_niet():
    assert geteld(no_counters(), (1, 0)) == [""]
    assert geteld(tellers(KOPPEN, num(1, 1)), (2, 0), (1, 7)) == ["", ""]
    assert geteld(tellers(lijst(1, laag(0, "%1", begin=None)), num(1, 1)), (1, 0)) == ["0"]


def test_opnieuw_begint_weer_bij_het_begin():
    teller = tellers(KOPPEN, num(1, 1, begint(0, 3)))
    assert geteld(teller, (1, 0), (1, 0)) == ["3", "4"]
    assert geteld(teller.opnieuw(), (1, 0), (1, 1)) == ["3", "3.1"]
    assert geteld(teller, (1, 0)) == ["5"]


@pytest.mark.parametrize(
    ("waarde", "vorm", "verwacht"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (12, "decimalZero", "12"),
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (27, "lowerLetter", "aa"),
        (53, "lowerLetter", "aaa"), (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"), (0, "lowerLetter", "0"), (3, "none", ""), (3, "bullet", ""),
        (3, "ordinal", "3"), (10**8, "lowerRoman", "100000000"),
    ],
)  # fmt: skip
def test_de_vorm_van_een_nummer(waarde, vorm, verwacht):
    assert in_format(waarde, vorm) == verwacht


@proeven(50)
@given(waarde=st.integers(1, 3999))
def test_romeinse_cijfers_tellen_op_tot_hun_waarde(waarde):
    waarden = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    som = vorig = 0
    for teken in reversed(in_format(waarde, "lowerRoman")):
        som += waarden[teken] if waarden[teken] >= vorig else -waarden[teken]
        vorig = max(vorig, waarden[teken])
    assert som == waarde


def test_een_reusachtig_nummer_blijft_klein():
    assert len(in_format(10**8, "lowerLetter")) < 100


def test_kapotte_xml_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"word/numbering\.xml is geen geldige XML"):
        load_counters(b"<w:numbering>", "word/numbering.xml", "proef.docx")


@pytest.mark.libreoffice
def test_libreoffice_telt_hetzelfde(tmp_path):
    """Another program that counts as Word does, on a list with all there is."""
    delen = [
        lijst(
            1,
            laag(0, "%1.", "upperRoman"),
            laag(1, "%1.%2)", "lowerLetter"),
            laag(2, "%2-%3", "decimal", 3),
            extra='<w:nsid w:val="0B556301"/><w:multiLevelType w:val="multilevel"/>',
        ),
        num(1, 1),
        num(2, 1, begint(0, 4)),
        num(3, 1, begint(1, 2)),
    ]
    plekken = [
        (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (2, 1),
        (3, 1), (3, 1), (1, 0), (1, 2), (1, 1),
    ]  # fmt: skip
    alineas = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{n}"/></w:numPr></w:pPr>'
        "<w:r><w:t>@</w:t></w:r></w:p>"
        for n, ilvl in plekken
    )
    onderdelen = {**PackageBuilder.delen(PackageBuilder.document(alineas))}
    onderdelen["word/numbering.xml"] = xml(*delen)
    bron = tmp_path / "telling.docx"
    bron.write_bytes(PackageBuilder.pak_in(onderdelen))
    opdracht = [
        "soffice", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(bron),
    ]  # fmt: skip
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
    regels = bron.with_suffix(".txt").read_text("utf-8-sig").split("\n")
    verwacht = [f"{label} @" for label in geteld(tellers(*delen), *plekken)]
    assert [regel.strip() for regel in regels if regel.strip()] == verwacht
