"""A part in a few characters, and what stands in it outside the answers."""

from __future__ import annotations

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.fixed.words import Part, read_part

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def part(content: str) -> bytes:
    """Return a part with this in its body."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wp="{WP}"><w:body>{content}</w:body>'
        "</w:document>"
    ).encode()


def read(content: str, **wens) -> Part:
    """Return what stands in such a part outside the answers to `gemeente` and `doel`."""
    return read_part(part(content), "word/document.xml", "x", {"gemeente", "doel"}, **wens)


def words(content: str, **wens) -> list[str]:
    return [zin.words for zin in read(content, **wens).sentences]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str, own: str = "") -> str:
    rpr = f"<w:rPr>{own}</w:rPr>" if own else ""
    return f"<w:r>{rpr}<w:t>{text}</w:t></w:r>"


def sdt(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'  # noqa: E501 - one element
