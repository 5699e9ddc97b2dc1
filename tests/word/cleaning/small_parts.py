"""Parts of a template in a few characters, and what is left of them."""

from __future__ import annotations

import re

from private_template import OFFICE, W

_MS = "http://schemas.microsoft.com/office"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:w15="{_MS}/word/2012/wordml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def part(inner: str, name: str = "document") -> bytes:
    """Return a part with this in it."""
    return f"<w:{name} {_SPACES}>{inner}</w:{name}>".encode()


def inside(data: bytes) -> str:
    """Return what stands in a part, without the names of its spaces."""
    text = re.sub(r' xmlns:\w+="[^"]*"', "", data.decode().partition("?>\n")[2] or data.decode())
    return text.partition(">")[2].rpartition("</")[0]


def run(text: str, rpr: str = "") -> str:
    look = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def sign(kind: str) -> str:
    """Return a sign of a field: `begin`, `separate` or `end`."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    """Return a field that is spread over runs."""
    return f"{sign('begin')}{code(instruction)}{sign('separate')}{result}{sign('end')}"
