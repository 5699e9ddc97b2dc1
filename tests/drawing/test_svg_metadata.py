"""SVG keeps its shapes and its title, and loses what drawing programs write for themselves."""

from __future__ import annotations

import base64
import re

import pytest

from private_pictures import png, svg
from uitvoeringsplan.drawing.image_metadata import strip_metadata
from uitvoeringsplan.drawing.svg_metadata import strip_svg
from uitvoeringsplan.errors import AfbeeldingError

WIE = "kanarie"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def kaal(binnen: str, kenmerken: str = "") -> str:
    """Return what is left of a drawing with this in it."""
    begin = f"<svg {SVG}{kenmerken}>"
    over = strip_svg(f"{begin}{binnen}</svg>".encode(), {"png": lambda _: b"kaal"}).decode()
    assert over.endswith("</svg>")
    return over.removeprefix(f"<svg {SVG}>").removesuffix("</svg>")


def test_een_svg_houdt_haar_vormen_en_haar_titel():
    kaal = strip_metadata(svg(WIE)).decode()
    foto = re.search('base64,([^"]+)', kaal)[1]
    assert WIE not in kaal
    assert base64.b64decode(foto) == strip_metadata(png(WIE))
    assert "<title>Wapen</title>" in kaal
    assert '<g id="laag"><rect width="9" height="9"/>' in kaal
    assert "namedview" not in kaal
    assert strip_metadata(kaal.encode()).decode() == kaal


def test_een_gewone_kop_van_een_svg_gaat_weg_en_eigen_tekens_worden_geweigerd():
    kop = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/x.dtd">'
    )
    vorm = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    assert strip_metadata((kop + vorm).encode()).decode() == vorm
    with pytest.raises(AfbeeldingError, match="eigen tekens"):
        strip_metadata(('<!DOCTYPE svg [<!ENTITY a "b">]>' + vorm).encode())


@pytest.mark.parametrize("codering", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_een_svg_in_een_andere_codering(codering):
    naam = "utf-8" if codering == "utf-8-sig" else codering
    kop = f'<?xml version="1.0" encoding="{naam}"?><!-- {WIE} -->'
    vorm = '<svg xmlns="http://www.w3.org/2000/svg"><title>Één wapen</title></svg>'
    assert strip_metadata((kop + vorm).encode(codering)).decode() == vorm


@pytest.mark.parametrize(
    ("binnen", "over"),
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
def test_wat_weg_gaat_en_wat_blijft(binnen, over):
    assert kaal(binnen) == over


def test_kenmerken_van_een_tekenprogramma():
    eigen = ' xmlns:k="urn:teken" k:bestand="C:/wie.svg"'
    assert "wie" not in kaal("<g/>", eigen)
    assert kaal('<g xmlns:k="urn:x" k:maker="wie" width="9"/>') == '<g xmlns:k="urn:x" width="9"/>'


def test_een_plaatje_erin_verliest_zijn_gegevens_ook():
    foto = base64.b64encode(b"met gegevens").decode()
    assert kaal(f'<image href="data:image/png;base64,{foto}"/>') == (
        f'<image href="data:image/png;base64,{base64.b64encode(b"kaal").decode()}"/>'
    )
    with pytest.raises(AfbeeldingError, match="beschadigd"):
        kaal('<image href="data:image/png;base64,A"/>')


def test_geen_geldige_xml_zegt_waar():
    with pytest.raises(AfbeeldingError, match=r"geen geldige XML \(regel 2\)"):
        strip_svg(f"<svg {SVG}>\n<g></svg>".encode(), {})
