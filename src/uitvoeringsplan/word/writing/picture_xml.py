"""A picture in running text, as WordprocessingML."""

from __future__ import annotations

import zlib

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import DRAWINGML, escape_attribute

_EMU = 360_000  # per centimetre
_IN_WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_UITBREIDING = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Picture(NamedTuple):
    """What Word must know of a picture; `svg` is the relation of a drawing of the same."""

    name: str
    relationship: str
    text: str  # for who does not see it
    width: float  # cm
    height: float
    svg: str = ""


def picture_xml(picture: Picture) -> str:
    """Return the content of a run that shows a picture."""
    size = f'cx="{round(picture.width * _EMU)}" cy="{round(picture.height * _EMU)}"'
    # Small enough for every reader, and the same for the same picture.
    number = zlib.crc32(picture.name.encode()) % 10**8 + 10**8
    text = escape_attribute(picture.text)
    svg = (
        f'<a:extLst><a:ext uri="{_SVG_UITBREIDING}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
        f' r:embed="{picture.svg}"/></a:ext></a:extLst>'
        if picture.svg
        else ""
    )
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_IN_WORD}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="{picture.name}" descr="{text}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWINGML}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWINGML}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}"'
        f' name="{picture.name}" descr="{text}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{picture.relationship}">{svg}</a:blip><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing>"
    )
