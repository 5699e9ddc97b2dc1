"""Pictures: what they really are, how large, and whether they are whole.

Read from the bytes, by hand: a library for pictures takes longer to load than a plan to make.
"""

from __future__ import annotations

import re
import struct
import zlib
from xml.parsers import expat

from uitvoeringsplan.errors import AfbeeldingError
from uitvoeringsplan.named_tuple import NamedTuple

PNG, JPEG, SVG = "png", "jpeg", "svg"

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CM_PER_INCH = 2.54
_METER_PER_INCH = 0.0254
# Frames of a JPEG that say its size; C4, C8 and CC in this range are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD8)))
_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:px|pt|mm|cm|in)?\s*")
# Inside a picture: a fragment of itself, or data that it brings along.
_INSIDE = re.compile(r"\s*(?:#|data:image/|$)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)|(@import)", re.IGNORECASE)


class Image(NamedTuple):
    """A picture of pixels; `dpi` is 0 when it does not say."""

    kind: str
    width: int
    height: int
    dpi: float


def image_kind(data: bytes) -> str:
    """Return the kind of picture by its first bytes, empty when it is none that we know."""
    if data.startswith(_PNG):
        return PNG
    if data.startswith(_JPEG):
        return JPEG
    return SVG if b"<svg" in data[:4096] or b":svg" in data[:4096] else ""


def read_image(data: bytes) -> Image:
    """Return the size of a PNG or JPEG; raises AfbeeldingError when it is damaged."""
    try:
        image = _png(data) if data.startswith(_PNG) else _jpeg(data)
    except (struct.error, IndexError):
        image = None
    if image is None or not image.width or not image.height:
        raise AfbeeldingError("de afbeelding is beschadigd. Sla haar opnieuw op.")
    return image


def _png(data: bytes) -> Image | None:
    """Walk through all chunks: each has a length and a checksum, and the last is IEND."""
    place, width, height, dpi, pixels = len(_PNG), 0, 0, 0.0, False
    while place < len(data):
        length, name = struct.unpack_from(">L4s", data, place)
        content = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">L", data, place + 8 + length)
        if zlib.crc32(name + content) != checksum or (name == b"IHDR") != (place == len(_PNG)):
            return None
        if name == b"IHDR":
            width, height = struct.unpack_from(">2L", content)
        elif name == b"pHYs":
            per_unit, _, unit = struct.unpack(">2LB", content)
            dpi = per_unit * _METER_PER_INCH if unit == 1 else 0.0
        elif name == b"IEND":
            return Image(PNG, width, height, dpi) if pixels else None
        pixels = pixels or name == b"IDAT"
        place += 12 + length
    return None


def _jpeg(data: bytes) -> Image | None:
    """Walk through the segments up to the one with the size; the end must be there as well."""
    place, dpi = 2, 0.0
    if b"\xff\xd9" not in data[-1024:]:  # some cameras and programs write a little behind it
        return None
    while data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xFF or mark in _WITHOUT_LENGTH:  # a byte of filling, or a mark on its own
            place += 1 if mark == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, place + 2)
        if mark in _FRAMES:
            height, width = struct.unpack_from(">2H", data, place + 5)
            return Image(JPEG, width, height, dpi)
        if mark == 0xE0 and data[place + 4 : place + 9] == b"JFIF\0":
            unit, per_unit = struct.unpack_from(">BH", data, place + 11)
            dpi = per_unit * {1: 1.0, 2: _CM_PER_INCH}.get(unit, 0.0)
        place += 2 + length
    return None


def read_svg(data: bytes) -> float:
    """Return how many times as wide as high a drawing is, 0 when it does not say.

    Raises AfbeeldingError when it is damaged, runs a program, or fetches something from outside.
    """
    reader = _SvgReader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise AfbeeldingError(
            f"de SVG is geen geldige XML (regel {error.lineno}). Sla haar opnieuw op."
        ) from None
    return reader.ratio


class _SvgReader:
    """Looks at every element of a drawing; the first one tells its size."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.ratio = 0.0
        self._stack: list[str] = []
        self._style: list[str] = []  # the text of a style element, which comes in pieces

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, bare = name.rpartition(" ")
        if not self._stack:
            if name != f"{_SVG} svg":
                raise AfbeeldingError("dit is geen SVG. Sla de tekening op als SVG.")
            self.ratio = _svg_ratio(attributes)
        if bare.lower() in ("script", "foreignobject", "handler", "listener", "iframe", "embed"):
            raise AfbeeldingError(
                f"in de SVG staat een onderdeel “{bare}”. Dat hoort niet in een logo; sla de"
                " tekening op als gewone SVG."
            )
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2].lower(), value)
        self._stack.append(bare if space == _SVG else "")

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            raise AfbeeldingError(
                f"in de SVG staat een programma (bij “{name}”). Sla haar op als gewone SVG."
            )
        if name in ("href", "src", "base") and not _INSIDE.match(value):
            # A plain link fetches nothing until somebody follows it, but a logo needs none.
            raise _from_outside(value)
        self._references(value)

    def _end(self, _name: str) -> None:
        if self._stack.pop() == "style":
            self._references("".join(self._style))
            self._style.clear()

    def _text(self, text: str) -> None:
        if self._stack[-1] == "style":
            self._style.append(text)

    def _references(self, text: str) -> None:
        for finding in _URL.finditer(text):
            if finding[2] or not _INSIDE.match(finding[1]):
                raise _from_outside(finding[1] or finding[2])

    def _entity(self, name: str, *_: object) -> None:
        raise AfbeeldingError(
            f"de SVG bepaalt een eigen teken (&{name};). Zo'n bestand wordt niet gelezen; sla haar"
            " op als gewone SVG."
        )

    def _instruction(self, name: str, _value: str) -> None:
        if name == "xml-stylesheet":
            raise _from_outside(name)


def _from_outside(address: str) -> AfbeeldingError:
    short = address if len(address) <= 60 else f"{address[:59]}…"
    return AfbeeldingError(f"de SVG haalt iets van buiten (“{short}”). Sla haar op met alles erin.")


def _svg_ratio(attributes: dict[str, str]) -> float:
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sizes = box[2:] if len(box) == 4 else [attributes.get(n, "") for n in ("width", "height")]
    width, height = (
        float(finding[1]) if (finding := _NUMBER.fullmatch(size)) else 0.0 for size in sizes
    )
    return width / height if width and height else 0.0
