"""A picture in running text, as WordprocessingML."""

from __future__ import annotations

import zlib

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import DRAWINGML, escape_attribute

_EMU = 360_000  # per centimetre
_IN_WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PLAATJE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_UITBREIDING = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Picture(NamedTuple):
    """What Word must know of a picture; `svg` is the relation of a drawing of the same."""

    naam: str
    relatie: str
    tekst: str  # for who does not see it
    breedte: float  # cm
    hoogte: float
    svg: str = ""


def picture_xml(plaatje: Picture) -> str:
    """Return the content of a run that shows a picture."""
    maat = f'cx="{round(plaatje.breedte * _EMU)}" cy="{round(plaatje.hoogte * _EMU)}"'
    # Small enough for every reader, and the same for the same picture.
    nummer = zlib.crc32(plaatje.naam.encode()) % 10**8 + 10**8
    tekst = escape_attribute(plaatje.tekst)
    svg = (
        f'<a:extLst><a:ext uri="{_SVG_UITBREIDING}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
        f' r:embed="{plaatje.svg}"/></a:ext></a:extLst>'
        if plaatje.svg
        else ""
    )
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_IN_WORD}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {maat}/><wp:docPr id="{nummer}" name="{plaatje.naam}" descr="{tekst}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWINGML}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWINGML}"><a:graphicData uri="{_PLAATJE}">'
        f'<pic:pic xmlns:pic="{_PLAATJE}"><pic:nvPicPr><pic:cNvPr id="{nummer}"'
        f' name="{plaatje.naam}" descr="{tekst}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{plaatje.relatie}">{svg}</a:blip><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {maat}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing>"
    )
