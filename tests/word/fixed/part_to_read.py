"""A part in a few characters, and what stands in it outside the answers."""

from __future__ import annotations

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.fixed.words import Part, read_part

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def deel(inhoud: str) -> bytes:
    """Return a part with this in its body."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wp="{WP}"><w:body>{inhoud}</w:body>'
        "</w:document>"
    ).encode()


def lees(inhoud: str, **wens) -> Part:
    """Return what stands in such a part outside the answers to `gemeente` and `doel`."""
    return read_part(deel(inhoud), "word/document.xml", "x", {"gemeente", "doel"}, **wens)


def woorden(inhoud: str, **wens) -> list[str]:
    return [zin.woorden for zin in lees(inhoud, **wens).sentences]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(tekst: str, eigen: str = "") -> str:
    rpr = f"<w:rPr>{eigen}</w:rPr>" if eigen else ""
    return f"<w:r>{rpr}<w:t>{tekst}</w:t></w:r>"


def sdt(tag: str, inhoud: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>'  # noqa: E501 - one element
