"""A picture in running text: its size, its words, and the drawing beside it."""

from __future__ import annotations

from independent_reader import W
from uitvoeringsplan.ooxml.names import DRAWINGML, R
from uitvoeringsplan.ooxml.tree import Element, parse
from uitvoeringsplan.word.writing.picture_xml import Picture, picture_xml

PLAATJE = Picture("kaart-1.png", "rId7", 'De "kaart" <van> R&D', 10.0, 2.54)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
A = f"{{{DRAWINGML}}}"


def boom(plaatje: Picture) -> Element:
    xml = f'<w:r xmlns:w="{W}" xmlns:r="{R}">{picture_xml(plaatje)}</w:r>'
    return parse(xml.encode(), "x", "y")


def test_de_maat_staat_op_beide_plaatsen():
    gemaakt = boom(PLAATJE)
    maten = [next(gemaakt.iter(naam)) for naam in (f"{WP}extent", f"{A}ext")]
    assert [(m.get("cx"), m.get("cy")) for m in maten] == [("3600000", "914400")] * 2


def test_de_woorden_zijn_er_voor_wie_haar_niet_ziet():
    gemaakt = boom(PLAATJE)
    for naam in (f"{WP}docPr", f"{PIC}cNvPr"):
        element = next(gemaakt.iter(naam))
        assert element.get("descr") == PLAATJE.tekst
        assert element.get("name") == "kaart-1.png"
    assert next(gemaakt.iter(f"{A}blip")).get(f"{{{R}}}embed") == "rId7"


def test_een_plaatje_houdt_zijn_nummer_en_een_ander_heeft_een_ander():
    nummers = [next(boom(p).iter(f"{WP}docPr")).get("id") for p in (
        PLAATJE, PLAATJE._replace(tekst="anders"), PLAATJE._replace(naam="kaart-2.png"),
    )]  # fmt: skip
    assert nummers[0] == nummers[1] != nummers[2]
    assert all(10**8 <= int(nummer) < 2 * 10**8 for nummer in nummers)


def test_een_svg_staat_ernaast():
    assert list(boom(PLAATJE).iter(SVG)) == []
    (svg,) = boom(PLAATJE._replace(svg="rId8")).iter(SVG)
    assert svg.get(f"{{{R}}}embed") == "rId8"
