"""A picture in running text: its size, its words, and the drawing beside it."""

from __future__ import annotations

from independent_reader import W
from uitvoeringsplan.ooxml.names import DRAWINGML, R
from uitvoeringsplan.ooxml.tree import Element, parse
from uitvoeringsplan.word.writing.picture_xml import Picture, picture_xml

PICTURE = Picture("kaart-1.png", "rId7", 'De "kaart" <van> R&D', 10.0, 2.54)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
A = f"{{{DRAWINGML}}}"


def tree(picture: Picture) -> Element:
    xml = f'<w:r xmlns:w="{W}" xmlns:r="{R}">{picture_xml(picture)}</w:r>'
    return parse(xml.encode(), "x", "y")


def test_de_maat_staat_op_beide_plaatsen():
    made = tree(PICTURE)
    sizes = [next(made.iter(name)) for name in (f"{WP}extent", f"{A}ext")]
    assert [(m.get("cx"), m.get("cy")) for m in sizes] == [("3600000", "914400")] * 2


def test_de_woorden_zijn_er_voor_wie_haar_niet_ziet():
    made = tree(PICTURE)
    for name in (f"{WP}docPr", f"{PIC}cNvPr"):
        element = next(made.iter(name))
        assert element.get("descr") == PICTURE.text
        assert element.get("name") == "kaart-1.png"
    assert next(made.iter(f"{A}blip")).get(f"{{{R}}}embed") == "rId7"


def test_een_plaatje_houdt_zijn_nummer_en_een_ander_heeft_een_ander():
    numbers = [next(tree(p).iter(f"{WP}docPr")).get("id") for p in (
        PICTURE, PICTURE._replace(text="anders"), PICTURE._replace(name="kaart-2.png"),
    )]  # fmt: skip
    assert numbers[0] == numbers[1] != numbers[2]
    assert all(10**8 <= int(number) < 2 * 10**8 for number in numbers)


def test_een_svg_staat_ernaast():
    assert list(tree(PICTURE).iter(SVG)) == []
    (svg,) = tree(PICTURE._replace(svg="rId8")).iter(SVG)
    assert svg.get(f"{{{R}}}embed") == "rId8"
