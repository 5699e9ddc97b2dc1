from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from package_builder import KOP, PackageBuilder, W
from trials import trials
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.counters import in_format, load_counters, no_counters


def layer(
    ilvl: int, text: str, form: str = "decimal", begin: int | None = 1, extra: str = ""
) -> str:
    start = "" if begin is None else f'<w:start w:val="{begin}"/>'
    return (
        f'<w:lvl w:ilvl="{ilvl}">{start}<w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lijst(number: int, *layers: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(layers)}</w:abstractNum>'


def num(number: int, start: int, extra: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{start}"/>{extra}</w:num>'


def starts(ilvl: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def xml(*parts: str) -> bytes:
    return f'{KOP}<w:numbering xmlns:w="{W}">{"".join(parts)}</w:numbering>'.encode()


def counters(*parts: str):
    return load_counters(xml(*parts), "word/numbering.xml", "proef.docx")


def counted(counter, *places: tuple[int, int]) -> list[str]:
    return [counter.following(str(num_id), ilvl) for num_id, ilvl in places]


def test_een_lange_tekst_om_een_nummer_staat_niet_heel_voor_elke_alinea():
    """It would cost its length for every paragraph of the list."""
    (text,) = counted(counters(lijst(1, layer(0, "%1 " + "x" * 5_000)), num(1, 1)), (1, 0))
    assert text.startswith("1 xxx")
    assert len(text) < 300


KOPPEN = lijst(1, layer(0, "%1"), layer(1, "%1.%2"), layer(2, "%1.%2.%3"))


def test_lagere_niveaus_beginnen_opnieuw():
    counter = counters(KOPPEN, num(1, 1))
    assert counted(counter, (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)) == [
        "1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1",
    ]  # fmt: skip


def test_een_overgeslagen_niveau_telt_als_een():
    assert counted(counters(KOPPEN, num(1, 1)), (1, 0), (1, 2), (1, 1)) == ["1", "1.1.1", "1.2"]


def test_twee_nummeringen_van_een_lijst_tellen_samen_door():
    counter = counters(KOPPEN, num(1, 1), num(2, 1))
    assert counted(counter, (1, 0), (2, 0), (2, 1), (1, 0)) == ["1", "2", "2.1", "3"]


def test_een_eigen_begin_geldt_een_keer_en_na_elke_herstart():
    counter = counters(KOPPEN, num(1, 1), num(2, 1, starts(0, 5)), num(3, 1, starts(1, 4)))
    assert counted(counter, (1, 0), (2, 0), (2, 0), (3, 1), (3, 1), (3, 0), (3, 1)) == [
        "1", "5", "6", "6.4", "6.5", "7", "7.4",
    ]  # fmt: skip


def test_twee_lijsten_tellen_los_van_elkaar():
    counter = counters(KOPPEN, lijst(2, layer(0, "%1)")), num(1, 1), num(2, 2))
    assert counted(counter, (1, 0), (2, 0), (1, 0), (2, 0)) == ["1", "1)", "2", "2)"]


@pytest.mark.parametrize(("restart", "expected"), [("0", ["1.1", "2.2"]), ("1", ["1.1", "2.1"])])
def test_een_niveau_kan_doortellen(restart, expected):
    own = layer(1, "%1.%2", extra=f'<w:lvlRestart w:val="{restart}"/>')
    counter = counters(lijst(1, layer(0, "%1"), own), num(1, 1))
    assert counted(counter, (1, 0), (1, 1), (1, 0), (1, 1))[1::2] == expected


def test_een_laag_van_de_nummering_zelf_gaat_voor():
    own = f'<w:lvlOverride w:ilvl="0">{layer(0, "Deel %1:", "upperRoman")}</w:lvlOverride>'
    assert counted(counters(KOPPEN, num(1, 1, own)), (1, 0), (1, 0)) == ["Deel I:", "Deel II:"]


def test_gewone_cijfers_als_een_laag_dat_vraagt():
    layers = layer(0, "%1", "upperRoman"), layer(1, "%1.%2", extra="<w:isLgl/>")
    assert counted(counters(lijst(1, *layers), num(1, 1)), (1, 0), (1, 1)) == ["I", "1.1"]


def test_een_lijst_kan_haar_lagen_ergens_anders_hebben():
    counter = counters(
        lijst(1, extra='<w:numStyleLink w:val="Mijn"/>'),
        lijst(2, layer(0, "§ %1"), extra='<w:styleLink w:val="Mijn"/>'),
        num(1, 1),
    )
    assert counted(counter, (1, 0), (1, 0)) == ["§ 1", "§ 2"]


def test_een_stijl_hoort_bij_een_laag():
    counter = counters(
        lijst(1, layer(0, "%1"), layer(1, "%1.%2", extra='<w:pStyle w:val="Kop2"/>')), num(1, 1)
    )
    assert counter.layer_of_style("1", "Kop2") == 1
    assert counter.layer_of_style("1", "Kop1") is None
    assert counter.layer_of_style("9", "Kop2") is None


def test_opsommingen_hebben_een_teken():
    counter = counters(lijst(1, layer(0, "\uf0b7", "bullet"), layer(1, "–", "bullet")), num(1, 1))
    assert counted(counter, (1, 0), (1, 0), (1, 1)) == ["•", "•", "–"]
    assert counter.is_opsomming("1", 0)
    assert not counter.is_opsomming("1", 5)
    assert not counters(KOPPEN, num(1, 1)).is_opsomming("1", 0)


def test_wat_er_niet_is_telt_niet():
    assert counted(no_counters(), (1, 0)) == [""]
    assert counted(counters(KOPPEN, num(1, 1)), (2, 0), (1, 7)) == ["", ""]
    assert counted(counters(lijst(1, layer(0, "%1", begin=None)), num(1, 1)), (1, 0)) == ["0"]


def test_opnieuw_begint_weer_bij_het_begin():
    counter = counters(KOPPEN, num(1, 1, starts(0, 3)))
    assert counted(counter, (1, 0), (1, 0)) == ["3", "4"]
    assert counted(counter.again(), (1, 0), (1, 1)) == ["3", "3.1"]
    assert counted(counter, (1, 0)) == ["5"]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (12, "decimalZero", "12"),
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (27, "lowerLetter", "aa"),
        (53, "lowerLetter", "aaa"), (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"), (0, "lowerLetter", "0"), (3, "none", ""), (3, "bullet", ""),
        (3, "ordinal", "3"), (10**8, "lowerRoman", "100000000"),
    ],
)  # fmt: skip
def test_de_vorm_van_een_nummer(value, form, expected):
    assert in_format(value, form) == expected


@trials(50)
@given(value=st.integers(1, 3999))
def test_romeinse_cijfers_tellen_op_tot_hun_waarde(value):
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    som = previous = 0
    for sign in reversed(in_format(value, "lowerRoman")):
        som += values[sign] if values[sign] >= previous else -values[sign]
        previous = max(previous, values[sign])
    assert som == value


def test_een_reusachtig_nummer_blijft_klein():
    assert len(in_format(10**8, "lowerLetter")) < 100


def test_kapotte_xml_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"word/numbering\.xml is geen geldige XML"):
        load_counters(b"<w:numbering>", "word/numbering.xml", "proef.docx")


@pytest.mark.libreoffice
def test_libreoffice_telt_hetzelfde(tmp_path):
    """Another program that counts as Word does, on a list with all there is."""
    parts = [
        lijst(
            1,
            layer(0, "%1.", "upperRoman"),
            layer(1, "%1.%2)", "lowerLetter"),
            layer(2, "%2-%3", "decimal", 3),
            extra='<w:nsid w:val="0B556301"/><w:multiLevelType w:val="multilevel"/>',
        ),
        num(1, 1),
        num(2, 1, starts(0, 4)),
        num(3, 1, starts(1, 2)),
    ]
    places = [
        (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (2, 1),
        (3, 1), (3, 1), (1, 0), (1, 2), (1, 1),
    ]  # fmt: skip
    paragraphs = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{n}"/></w:numPr></w:pPr>'
        "<w:r><w:t>@</w:t></w:r></w:p>"
        for n, ilvl in places
    )
    onderdelen = {**PackageBuilder.parts(PackageBuilder.document(paragraphs))}
    onderdelen["word/numbering.xml"] = xml(*parts)
    source = tmp_path / "telling.docx"
    source.write_bytes(PackageBuilder.pack(onderdelen))
    command = [
        "soffice", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = source.with_suffix(".txt").read_text("utf-8-sig").split("\n")
    expected = [f"{label} @" for label in counted(counters(*parts), *places)]
    assert [line.strip() for line in lines if line.strip()] == expected
