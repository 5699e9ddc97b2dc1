"""SVG: without comments, without what drawing programs write for themselves."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from uitvoeringsplan.errors import AfbeeldingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_SVG = "http://www.w3.org/2000/svg"
_KNOWN = (
    _SVG,
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/1999/xhtml",
)
_ATTRIBUTE = re.compile(r"\s+([^\s=>/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_OPENING = re.compile(r"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w-]+)")
_DOCTYPE = re.compile(rb"<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_DATA = re.compile(r"data:image/(png|jpe?g|gif);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*(?:#|data:|https?:|mailto:)", re.IGNORECASE)


def strip_svg(data: bytes, bitmaps: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the drawing without its metadata; title and description stay, for who cannot see it.

    Pictures inside it lose theirs too; `bitmaps` does that, by kind. Raises AfbeeldingError when
    it cannot be read.
    """
    reader = _Lezer(data)
    try:
        reader.bag.Parse(reader.utf8, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise AfbeeldingError(
            f"de SVG is geen geldige XML (regel {error.lineno}). Sla haar opnieuw op."
        ) from None
    result: list[bytes] = []
    place = 0
    for start, end, new in sorted(reader.knippen):
        if start >= place:
            result += (reader.utf8[place:start], new)
            place = end
    result.append(reader.utf8[place:])
    text = b"".join(result).decode()
    return _DATA.sub(lambda m: _bare_embedded(m, bitmaps), text).encode()


class _Lezer:
    """Follows expat through a drawing and notes what goes."""

    def __init__(self, data: bytes) -> None:
        text = data.decode(_encoding(data))
        self.utf8 = re.sub(r"^\s*<\?xml\b[^>]*\?>", "", text).encode()
        self.knippen: list[tuple[int, int, bytes]] = []
        self.bag = expat.ParserCreate(namespace_separator=" ")
        self.bag.namespace_prefixes = True
        self.bag.StartElementHandler = self._start
        self.bag.EndElementHandler = self._end
        self.bag.CommentHandler = self._comment
        self.bag.ProcessingInstructionHandler = self._command
        self.bag.StartDoctypeDeclHandler = self._doctype
        self._stack: list[int] = []  # where an element that goes begins, else -1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self.bag.CurrentByteIndex
        space, _, rest = name.rpartition(" ") if name.count(" ") < 2 else name.partition(" ")
        bare = rest.split(" ")[0]
        gone = space not in _KNOWN or (space == _SVG and bare == "metadata")
        self._stack.append(start if gone else -1)
        bad = {_as_typed(k) for k, v in attributes.items() if _goes_away(k, v)}
        if gone or not bad:
            return
        opening = _OPENING.match(self.utf8[start:].decode())
        if opening is None:
            raise AfbeeldingError("de SVG is niet te volgen. Sla haar opnieuw op.")
        new = _ATTRIBUTE.sub(lambda m: "" if m[1] in bad else m[0], opening[0])
        self.knippen.append((start, start + len(opening[0].encode()), new.encode()))

    def _end(self, _name: str) -> None:
        start = self._stack.pop()
        if start >= 0:
            # Behind an element of one tag the parser stands at its end already.
            place = self.bag.CurrentByteIndex
            los = self.utf8.startswith(b"</", place)
            end = self.utf8.index(b">", place) + 1 if los else place
            self.knippen.append((start, end, b""))

    def _comment(self, _text: str) -> None:
        place = self.bag.CurrentByteIndex
        self.knippen.append((place, self.utf8.index(b"-->", place) + 3, b""))

    def _command(self, _name: str, _text: str) -> None:
        place = self.bag.CurrentByteIndex
        self.knippen.append((place, self.utf8.index(b"?>", place) + 2, b""))

    def _doctype(self, *parts: object) -> None:
        if parts[-1]:
            raise AfbeeldingError(
                "de SVG bepaalt eigen tekens. Zo'n bestand wordt niet gelezen; sla haar op als"
                " gewone SVG."
            )
        kop = _DOCTYPE.search(self.utf8)
        if kop is not None:
            self.knippen.append((*kop.span(), b""))


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    named = _ENCODING.match(data)
    name = named[1].decode().lower() if named else ""
    return name if name in ("iso-8859-1", "us-ascii") else "utf-8-sig"


def _goes_away(attribute: str, value: str) -> bool:
    """Whether an attribute is of a drawing program, or points at a disk."""
    space, _, name = (
        attribute.rpartition(" ") if attribute.count(" ") < 2 else attribute.partition(" ")
    )
    if name.split(" ")[0] == "href":
        return not _REFERENCE.match(value)
    return (bool(space) and space not in _KNOWN) or attribute.startswith("data-")


def _as_typed(attribute: str) -> str:
    """Return an attribute as it stands in the file: expat gives space, name and prefix."""
    parts = attribute.split(" ")
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]


def _bare_embedded(m: re.Match[str], bitmaps: Mapping[str, Callable[[bytes], bytes]]) -> str:
    try:
        data = base64.b64decode("".join(m[2].split()), validate=True)
        bare = bitmaps[m[1].lower()](data)
    except (binascii.Error, ValueError, IndexError) as error:
        raise AfbeeldingError(
            "in de SVG zit een afbeelding die beschadigd is. Sla haar opnieuw op."
        ) from error
    return f"data:image/{m[1]};base64,{base64.b64encode(bare).decode()}"
