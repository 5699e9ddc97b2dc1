"""Pages: their setup, headers and footers, and the title page.

One pair of header and footer for standing pages, one for lying ones, because a right tab stands at
a fixed place: what lines up on a standing page would end in the middle of a lying one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uitvoeringsplan.maker.controls import ElementRow
from uitvoeringsplan.maker.elements import Element, el, paragraph, run
from uitvoeringsplan.maker.looks import A4_LONG, A4_SHORT, MARGIN, MARGIN_LYING
from uitvoeringsplan.maker.source import Pair, SourcePlace, SourceText

if TYPE_CHECKING:
    from uitvoeringsplan.maker.writer import Writer


Part = Any  # python-docx leaves the makers of headers and footers untyped

_EDGE = 709  # from the edge of the paper to header and footer


class Sections:
    """Makes the section properties; the headers and footers are shared between sections."""

    def __init__(self, writer: Writer, part: Part) -> None:
        self._writer = writer
        self._part = part
        self._connections: dict[bool, tuple[str, str]] = {}  # by whether the page lies

    def properties(self, *, landscape: bool, cover: bool = False) -> Element:
        """Return the properties of a section; a title page gets no header and footer."""
        if landscape not in self._connections:
            self._connections[landscape] = (
                _kop(self._writer, self._part, landscape=landscape),
                _footer(self._writer, self._part, landscape=landscape),
            )
        kop, footer = self._connections[landscape]
        size = (
            el("pgSz", w=A4_LONG, h=A4_SHORT, orient="landscape")
            if landscape
            else el("pgSz", w=A4_SHORT, h=A4_LONG)
        )
        height = MARGIN_LYING if landscape else MARGIN
        margins = {"top": height, "right": MARGIN, "bottom": height, "left": MARGIN}
        return el(
            "sectPr",
            el("headerReference", type="default", r__id=kop),
            el("footerReference", type="default", r__id=footer),
            el("type", val="nextPage"),
            size,
            el("pgMar", **margins, header=_EDGE, footer=_EDGE, gutter=0),
            el("titlePg") if cover else None,
        )


def _kop(writer: Writer, part: Part, *, landscape: bool) -> str:
    story: Element
    connection: str
    story, connection = part.add_header_part()
    style = "UvpKoptekstLiggend" if landscape else "Header"
    _vul(story.element, writer, "koptekst", style)
    return connection


def _footer(writer: Writer, part: Part, *, landscape: bool) -> str:
    story: Element
    connection: str
    story, connection = part.add_footer_part()
    style = "UvpVoettekstLiggend" if landscape else "Footer"
    _vul(story.element, writer, "voettekst", style)
    return connection


def _vul(element: Element, writer: Writer, story: str, style: str) -> None:
    element.clear()  # also drops python-docx's own attributes, which name namespaces we lack
    construct = ElementRow(writer.control)
    for block in writer.source.parts[story]:
        if construct.take(block):
            continue
        if not isinstance(block, Pair):
            message = f"In de {story} horen regels met een linker- en een rechterhelft: … :: …"
            raise writer.source.error(message, block.line)
        construct.content.append(writer.pair(block, style))
    for kind in construct.content:
        element.append(kind)


_STYLES = ("Subtitle", "UvpPeriode")  # of the first lines; the facts follow


def title_page(writer: Writer) -> list[Element]:
    """Return the paragraphs of the title page; its title is that of the question set."""
    result = ElementRow(writer.control)
    styles = iter(_STYLES)
    kop = [paragraph("UvpBalk", []), paragraph("Title", [run(writer.vragenlijst.titel)])]
    for block in writer.source.parts["voorblad"]:
        if result.take(block):
            continue
        if isinstance(
            block, SourcePlace
        ):  # the logo stands above everything, the address at the end
            result.content.append(writer.huisplek(block))
            continue
        result.content.extend(kop)
        kop = []
        if isinstance(block, Pair):
            result.content.append(writer.pair(block, "UvpFeit", "UvpFeitlabel"))
        elif isinstance(block, SourceText) and (style := next(styles, "")):
            result.content.append(writer.text(block, style))
        else:
            message = "Op het voorblad staan twee regels tekst en daaronder alleen feiten."
            raise writer.source.error(message, block.line)
    return result.content
