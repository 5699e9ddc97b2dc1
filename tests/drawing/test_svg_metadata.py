"""SVG keeps its shapes and its title, and loses what drawing programs write for themselves."""

from __future__ import annotations

import base64
import re

import pytest

from private_pictures import png, svg
from uitvoeringsplan.drawing.image_metadata import strip_metadata
from uitvoeringsplan.drawing.svg_metadata import strip_svg
from uitvoeringsplan.errors import AfbeeldingError

WHO = "kanarie"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def bare(inside: str, attributes: str = "") -> str:
    """Return what is left of a drawing with this in it."""
    start = f"<svg {SVG}{attributes}>"
    over = strip_svg(f"{start}{inside}</svg>".encode(), {"png": lambda _: b"kaal"}).decode()
    assert over.endswith("</svg>")
    return over.removeprefix(f"<svg {SVG}>").removesuffix("</svg>")


def test_een_svg_houdt_haar_vormen_en_haar_titel():
    bare = strip_metadata(svg(WHO)).decode()
    foto = re.search('base64,([^"]+)', bare)[1]
    assert WHO not in bare
    assert base64.b64decode(foto) == strip_metadata(png(WHO))
    assert "<title>Wapen</title>" in bare
    assert '<g id="laag"><rect width="9" height="9"/>' in bare
    assert "namedview" not in bare
    assert strip_metadata(bare.encode()).decode() == bare


def test_een_gewone_kop_van_een_svg_gaat_weg_en_eigen_tekens_worden_geweigerd():
    kop = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/x.dtd">'
    )
    form = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    assert strip_metadata((kop + form).encode()).decode() == form
    with pytest.raises(AfbeeldingError, match="eigen tekens"):
        strip_metadata(('<!DOCTYPE svg [<!ENTITY a "b">]>' + form).encode())


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_een_svg_in_een_andere_codering(encoding):
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    kop = f'<?xml version="1.0" encoding="{name}"?><!-- {WHO} -->'
    form = '<svg xmlns="http://www.w3.org/2000/svg"><title>Één wapen</title></svg>'
    assert strip_metadata((kop + form).encode(encoding)).decode() == form


@pytest.mark.parametrize(
    ("inside", "over"),
    [
        ("<metadata><x>weg</x></metadata><g/>", "<g/>"),
        ("<metadata/><g/>", "<g/>"),
        ("<!-- weg --><?opdracht weg?><g/>", "<g/>"),
        ('<k:blad xmlns:k="urn:teken"><g/></k:blad><g/>', "<g/>"),
        ('<g data-wie="x" id="a"/>', '<g id="a"/>'),
        ('<k:g xmlns:k="http://www.w3.org/2000/svg" id="a"/>',) * 2,
        ('<a xlink:href="file:///C:/wie/x.png" id="a"/>', '<a id="a"/>'),
        ("<a href='C:\\wie\\x.png'/>", "<a/>"),
        ('<a href="#deel"/><a xlink:href="https://a.nl"/>',) * 2,
        ("<title>Wapen</title><desc>van de gemeente</desc>",) * 2,
        ("<text>é &amp; &lt;</text>",) * 2,
    ],
)
def test_wat_weg_gaat_en_wat_blijft(inside, over):
    assert bare(inside) == over


def test_kenmerken_van_een_tekenprogramma():
    own = ' xmlns:k="urn:teken" k:bestand="C:/wie.svg"'
    assert "wie" not in bare("<g/>", own)
    assert bare('<g xmlns:k="urn:x" k:maker="wie" width="9"/>') == '<g xmlns:k="urn:x" width="9"/>'


def test_een_plaatje_erin_verliest_zijn_gegevens_ook():
    foto = base64.b64encode(b"met gegevens").decode()
    assert bare(f'<image href="data:image/png;base64,{foto}"/>') == (
        f'<image href="data:image/png;base64,{base64.b64encode(b"kaal").decode()}"/>'
    )
    with pytest.raises(AfbeeldingError, match="beschadigd"):
        bare('<image href="data:image/png;base64,A"/>')


def test_geen_geldige_xml_zegt_waar():
    with pytest.raises(AfbeeldingError, match=r"geen geldige XML \(regel 2\)"):
        strip_svg(f"<svg {SVG}>\n<g></svg>".encode(), {})
