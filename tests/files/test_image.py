from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picture_builder import jpeg, png, svg
from uitvoeringsplan.errors import AfbeeldingError
from uitvoeringsplan.files.image import image_kind, read_image, read_svg

sizes = st.integers(1, 400)


@given(sizes, sizes, st.sampled_from([0, 72, 96, 300]))
def test_de_maat_van_een_png(width, height, dpi):
    picture = read_image(png(width, height, dpi))
    assert (picture.kind, picture.width, picture.height) == ("png", width, height)
    assert picture.dpi == pytest.approx(dpi, abs=0.1)


@given(st.integers(1, 65_535), st.integers(1, 65_535), st.sampled_from([0, 72, 300]),
       st.sampled_from([0xC0, 0xC1, 0xC2, 0xCE]))  # fmt: skip
def test_de_maat_van_een_jpeg(width, height, dpi, form):
    picture = read_image(jpeg(width, height, dpi, form))
    assert (picture.kind, picture.width, picture.height, picture.dpi) == (
        "jpeg",
        width,
        height,
        dpi,
    )


@given(st.sampled_from([png(), png(dpi=300)]), st.data())
def test_een_png_die_niet_heel_is(data, choose):
    place = choose.draw(st.integers(8, len(data) - 1))
    with pytest.raises(AfbeeldingError, match="beschadigd"):
        read_image(data[:place])
    otherwise = bytearray(data)
    otherwise[place] ^= choose.draw(st.integers(1, 255))
    with pytest.raises(AfbeeldingError, match="beschadigd"):
        read_image(bytes(otherwise))


@given(st.integers(3, len(jpeg()) - 3))
def test_een_jpeg_die_afbreekt(place):
    with pytest.raises(AfbeeldingError, match="beschadigd"):
        read_image(jpeg()[:place])


@given(st.binary(max_size=200), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_rommel_geeft_een_fout_en_geen_ongeluk(rubbish, start):
    with pytest.raises(AfbeeldingError):
        read_image(start + rubbish)


@pytest.mark.parametrize("data", [png(0, 5), png(5, 0), jpeg(0, 5), png(pictures=0)])
def test_een_plaatje_zonder_iets_erin(data):
    with pytest.raises(AfbeeldingError):
        read_image(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(png(), "png"), (jpeg(), "jpeg"), (svg(), "svg"), (b"GIF89a", ""), (b"", ""), (b"%PDF", ""),
     (b'<?xml version="1.0"?><!-- x --><s:svg xmlns:s="http://www.w3.org/2000/svg"/>', "svg")],
)  # fmt: skip
def test_wat_een_bestand_is(data, kind):
    assert image_kind(data) == kind


@pytest.mark.parametrize(
    ("kop", "ratio"),
    [
        ('viewBox="0 0 60 20"', 3),
        ('viewBox="0,0,60,20" width="100%"', 3),
        ('width="30mm" height="20mm"', 1.5),
        ('width="30" height=".5"', 60),
        ('width="100%" height="20"', 0),
        ('viewBox="0 0 0 20"', 0),
        ("", 0),
    ],
)
def test_de_verhouding_van_een_svg(kop, ratio):
    assert read_svg(svg(kop=kop)) == pytest.approx(ratio)


@pytest.mark.parametrize(
    "inside",
    [
        '<use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a{fill:url(#v)}</style>",
        '<rect fill="url(#v)"/>',
        "<rect style=\"fill: url( '#v' )\"/>",
        "<metadata><r:a xmlns:r='http://x' r:resource='http://purl.org/dc'/></metadata>",
        "<title>Zie http://gemeente.example</title>",
        "<text>url(http://x) @import</text>",
        '<a xlink:href=""/>',
    ],
)
def test_een_svg_die_mag(inside):
    assert read_svg(svg(inside)) == 3


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "“script”"),
        ("<foreignObject/>", "“foreignObject”"),
        ('<g onload="x()"/>', "“onload”"),
        ('<g ONCLICK="x()"/>', "“onclick”"),
        ('<image xlink:href="http://x.example/a.png"/>', "“http://x.example/a.png”"),
        ('<image href="//x.example/a.png"/>', "van buiten"),
        ('<image href="file:///etc/passwd"/>', "van buiten"),
        ('<image href="ander.png"/>', "van buiten"),
        ('<use href=" https://x.example/a.svg#b"/>', "van buiten"),
        ('<rect fill="url(https://x.example/a.svg#b)"/>', "van buiten"),
        ("<style>@import 'x.css';</style>", "“@import”"),
        ("<style>a{fill:ur" + "l('http://x')}</style>", "“http://x”"),
        (f"<style>{'/* lang */' * 3000}a{{b:url(http://x)}}</style>", "van buiten"),
        ('<a xlink:href="javascript:x()"/>', "van buiten"),
        ('<image href="data:text/html,x"/>', "van buiten"),
    ],
)
def test_een_svg_die_niet_mag(inside, words):
    with pytest.raises(AfbeeldingError, match=r"\.$") as error:
        read_svg(svg(inside))
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg", "geen geldige XML (regel 1)"),
        (b"<html/>", "geen SVG"),
        (b"<svg/>", "geen SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "&a;"),
        (b'<?xml-stylesheet href="http://x"?>' + svg(), "xml-stylesheet"),
    ],
)
def test_wat_geen_gewone_svg_is(data, words):
    with pytest.raises(AfbeeldingError) as error:
        read_svg(data)
    assert words in str(error.value)


def test_een_svg_met_een_gewoon_doctype_mag():
    kop = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert read_svg(kop + svg()) == 3
