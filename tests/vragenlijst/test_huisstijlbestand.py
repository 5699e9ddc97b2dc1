from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picture_builder import jpeg, png, svg
from uitvoeringsplan.errors import BestandError, HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.vragenlijst.huisstijlbestand import load_huisstijl, read_huisstijl

FULL = """\
# De huisstijl van Oudermeer
kleuren:
  accent: "#0b5563"
  tekst: "1A1A1A"
letters:
  koppen: Verdana
  tekst: "Source Sans 3"
logo:
  bestand: beeld/logo.png
  tekst: Logo van  de gemeente Oudermeer
  breedte: 4,5
adres: |
  Gemeente Oudermeer

    Postbus 1
  1234 AB  Oudermeer
"""


@pytest.fixture
def map_(tmp_path):
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "logo.png").write_bytes(png(90, 30, 100))
    (tmp_path / "logo.jpg").write_bytes(jpeg(90, 30))
    (tmp_path / "logo.svg").write_bytes(svg())
    (tmp_path / "logo.png").write_bytes(png(61, 20))
    return tmp_path


def read(map_, text: str) -> Huisstijl:
    return read_huisstijl(text.encode(), map_ / "huisstijl.yaml")


def error_of(map_, text: str) -> HuisstijlError:
    with pytest.raises(HuisstijlError) as gevangen:
        read(map_, text)
    assert gevangen.value.message[-1] in ".?"
    assert gevangen.value.place is not None
    return gevangen.value


def test_alles_wat_een_huisstijl_kan_hebben(map_):
    style = read(map_, FULL)
    assert style[1:5] == ("0B5563", "1A1A1A", "Verdana", "Source Sans 3")
    assert style.adres == ("Gemeente Oudermeer", "Postbus 1", "1234 AB Oudermeer")
    logo = style.logo
    assert logo is not None
    assert (logo.soort, logo.tekst, logo.svg) == ("png", "Logo van de gemeente Oudermeer", b"")
    assert logo.data == png(90, 30, 100)
    assert (logo.breedte, logo.hoogte) == pytest.approx((4.5, 1.5))
    assert style.path == str(map_ / "huisstijl.yaml")


@pytest.mark.parametrize("text", ["", "# niets\n", "kleuren:\nletters: {}\nlogo:\nadres:\n"])
def test_niets_is_ook_een_huisstijl(map_, text):
    assert read(map_, text) == Huisstijl(str(map_ / "huisstijl.yaml"))


def test_zonder_breedte_telt_wat_het_beeld_zelf_zegt(map_):
    logo = read(map_, "logo: {bestand: beeld/logo.png, tekst: T}").logo
    assert logo is not None
    assert (logo.breedte, logo.hoogte) == pytest.approx((2.286, 0.762), abs=0.001)


def test_een_svg_komt_met_haar_tweeling(map_):
    logo = read(map_, "logo: {bestand: logo.svg, tekst: T, breedte: 6}").logo
    assert logo is not None
    assert (logo.soort, logo.data, logo.svg) == ("png", png(61, 20), svg())


def test_een_jpeg(map_):
    logo = read(map_, "logo: {bestand: logo.jpg, tekst: T}").logo
    assert logo is not None
    assert logo.soort == "jpeg"


def test_uit_een_bestand_en_uit_een_andere_map(map_):
    path = map_ / "beeld" / "huis.yaml"
    path.write_bytes("﻿logo: {bestand: ../logo.jpg, tekst: T}\r\n".encode())
    logo = load_huisstijl(path).logo
    assert logo is not None
    assert logo.soort == "jpeg"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("kleur:\n", (1, 1), "de sleutel “kleur” bestaat hier niet. Bedoel je “kleuren”?"),
        ("kleuren:\n  acent: x\n", (2, 3), "Bedoel je “accent”?"),
        ("letters:\n  kop: x\n", (2, 3), "Bedoel je “koppen”?"),
        ("logo:\n  file: x\n", (2, 3), "“file” bestaat hier niet"),
        ("logo:\n  tekst: x\n", (2, 3), "ontbreekt de sleutel “bestand”"),
        ("logo:\n  bestand: logo.jpg\n", (2, 3), "ontbreekt de sleutel “tekst”"),
        ("logo:\n  bestand: logo.jpg\n  tekst: '  '\n", (2, 3), "ontbreekt de sleutel “tekst”"),
        ("kleuren: rood\n", (1, 10), "een groep van sleutels"),
        ("kleuren:\n  accent: #0B5563\n", (2, 10), "tussen aanhalingstekens"),
        ("kleuren:\n  accent: rood\n", (2, 11), "“rood” is geen kleur"),
        ("kleuren:\n  accent: '#FFF'\n", (2, 11), "zes cijfers"),
        ("kleuren:\n  accent: '#7FB2BA'\n", (2, 11), "Probeer #4C7E86."),
        ("kleuren:\n  tekst: '#777777'\n", (2, 10), "Probeer #767676."),
        ("kleuren: {accent: [a]}\n", (1, 19), "een tekst"),
        ("letters:\n  koppen: Arial, Helvetica\n", (2, 11), "kan geen lettertype zijn"),
        ("letters:\n  tekst: '<x>'\n", (2, 10), "kan geen lettertype zijn"),
        ("adres: |\n" + "  r\n" * 9, (1, 8), "hooguit 8 regels"),
        (f"adres: {'x' * 81}\n", (1, 8), "hooguit 8 regels"),
        ("adres: [a]\n", (1, 8), "een tekst"),
        (f"logo: {{bestand: logo.jpg, tekst: {'x' * 501}}}", (1, 34), "langer dan 500"),
        ("logo: {bestand: logo.jpg, tekst: T, breedte: breed}", (1, 46), "in centimeters"),
        ("logo: {bestand: logo.jpg, tekst: T, breedte: 0.9}", (1, 46), "van 1 tot en met 16"),
        ("logo: {bestand: logo.jpg, tekst: T, breedte: 16.1}", (1, 46), "van 1 tot en met 16"),
        ("logo: {bestand: logo.jpg, tekst: T, breedte: '4,5 cm'}", (1, 46), "in centimeters"),
        ("logo: {bestand: hoog.png, tekst: T, breedte: 5}", (1, 46), "15 cm hoog"),
        ("logo: {bestand: weg.png, tekst: T}", (1, 17), "weg.png: dit bestand bestaat niet"),
        ("logo: {bestand: map.png, tekst: T}", (1, 17), "dit is een map"),
        ("logo: {bestand: groot.png, tekst: T}", (1, 17), "groter dan 5 MB"),
        ("logo: {bestand: klein.png, tekst: T}", (1, 17), "maar 8 bij 8 pixels"),
        ("logo: {bestand: stuk.png, tekst: T}", (1, 17), "beschadigd"),
        ("logo: {bestand: nep.png, tekst: T}", (1, 17), "geen PNG maar een JPEG. Verander"),
        ("logo: {bestand: tekst.jpg, tekst: T}", (1, 17), "geen JPEG, ook al zegt de naam dat"),
        ("logo: {bestand: script.svg, tekst: T}", (1, 17), "“script”"),
        ("logo: {bestand: alleen.svg, tekst: T}", (1, 17), "alleen.png bestaat niet"),
        ("logo: {bestand: scheef.svg, tekst: T}", (1, 17), "andere verhouding"),
        ("logo: {bestand: logo.gif, tekst: T}", (1, 17), "een PNG, een JPEG of een SVG"),
        ("logo: {bestand: logo, tekst: T}", (1, 17), "een PNG, een JPEG of een SVG"),
        ("logo: {bestand: 'https://x.nl/a.png', tekst: T}", (1, 17), "op internet"),
        ("logo: {bestand: 'file:///a.png', tekst: T}", (1, 17), "op internet"),
        ("logo: {bestand: '//server/a.png', tekst: T}", (1, 17), "op internet"),
        ("logo: {bestand: /etc/a.png, tekst: T}", (1, 17), "op een schijf"),
        ("logo: {bestand: 'C:\\a.png', tekst: T}", (1, 17), "op een schijf"),
        ("logo: {bestand: 'c:a.png', tekst: T}", (1, 17), "op een schijf"),
        ("logo: {bestand: '\\\\server\\a.png', tekst: T}", (1, 17), "met / tussen mappen"),
        ("logo: {bestand: 'beeld\\logo.png', tekst: T}", (1, 17), "met / tussen mappen"),
        ("logo: {bestand: ~/a.png, tekst: T}", (1, 17), "pad vanaf hier"),
        ("kleuren: {accent: '#000000'}\nkleuren: {}\n", (2, 1), "staat er twee keer"),
    ],
)
def test_wat_niet_kan_heeft_een_plaats_en_een_raad(map_, text, place, words):
    (map_ / "hoog.png").write_bytes(png(20, 60))
    (map_ / "map.png").mkdir()
    (map_ / "groot.png").write_bytes(png() + bytes(5 * 2**20))
    (map_ / "klein.png").write_bytes(png(8, 8))
    (map_ / "stuk.png").write_bytes(png()[:-3])
    (map_ / "nep.png").write_bytes(jpeg())
    (map_ / "tekst.jpg").write_bytes(b"hallo")
    (map_ / "script.svg").write_bytes(svg("<script/>"))
    (map_ / "script.png").write_bytes(png())
    (map_ / "alleen.svg").write_bytes(svg())
    (map_ / "scheef.svg").write_bytes(svg())
    (map_ / "scheef.png").write_bytes(png(60, 22))
    error = error_of(map_, text)
    assert words in str(error)
    assert (error.place.line, error.place.column) == place


@given(st.binary(max_size=300))
def test_rommel_geeft_een_nette_fout(rubbish):
    """Never anything but an error of ours; the folder does not matter here."""
    with contextlib.suppress(HuisstijlError):
        assert read_huisstijl(rubbish, Path("nergens") / "huisstijl.yaml").logo is None


def test_een_bestand_dat_er_niet_is(tmp_path):
    with pytest.raises(BestandError, match="bestaat niet"):
        load_huisstijl(tmp_path / "huisstijl.yaml")
