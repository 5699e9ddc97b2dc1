"""The sheet that is drawn on: surfaces, lines, text, and the PNG that comes of it.

Places are whole pixels from the top left. The PNG holds no time and no name: the same drawing is
the same file.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.colours import WHITE, Colour, ColourTable, Palette
from uitvoeringsplan.drawing.typeface import line_height, require_pillow
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL._imaging import ImagingCore
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    Line = tuple[tuple[float, float], ...]


DPI = 220
_FIJN = 4  # slanting lines are drawn this much larger and then made smaller, for smooth edges
_UP = 2  # the filter of a PNG that takes the row above from a row
_STRIP = 60  # rows; most of what they take stays near the processor
_HALVE_LETTER = 0.29  # of the size of the type, above the line that letters stand on


def cm(size: float) -> int:
    """Return centimetres in pixels."""
    return round(size * DPI / 2.54)


def pt(size: float) -> int:
    """Return points of type in pixels; at least one."""
    return max(1, round(size * DPI / 72))


def in_cm(pixels: float) -> float:
    """Return pixels in centimetres, to a hundredth."""
    return round(pixels * 2.54 / DPI, 2)


class Box(NamedTuple):
    """A rectangle; its right and bottom side are the first pixels outside it."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def midden(self) -> tuple[int, int]:
        """The point in the middle."""
        return (self.x0 + self.x1) // 2, (self.y0 + self.y1) // 2

    def lies_in(self, other: Box) -> bool:
        """Whether no part of this rectangle is outside the other."""
        return (
            other.x0 <= self.x0 <= self.x1 <= other.x1
            and other.y0 <= self.y0 <= self.y1 <= other.y1
        )

    def touches(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )


class Canvas:
    """A white sheet of a size in pixels, and what was drawn on it.

    A pixel holds the number of its colour (see `ColourTable`), as it will in the PNG.
    """

    def __init__(self, width: int, height: int, palette: Palette) -> None:
        require_pillow()
        from PIL import Image, ImageDraw  # noqa: PLC0415 - only when something is drawn

        self.palette = palette
        self._lijst = ColourTable.start(palette)
        self._picture = Image.new("L", (width, height), self._lijst.full[WHITE])
        self._pen = ImageDraw.Draw(self._picture)

    def surface(self, box: Box, kleur: Colour) -> None:
        """Fill a rectangle."""
        if box.x1 > box.x0 and box.y1 > box.y0:
            self._pen.rectangle((box.x0, box.y0, box.x1 - 1, box.y1 - 1), self._lijst.full[kleur])

    def edge(self, box: Box, kleur: Colour, thickness: int) -> None:
        """Draw the sides of a rectangle, inside it."""
        x0, y0, x1, y1 = box
        self.surface(Box(x0, y0, x1, y0 + thickness), kleur)
        self.surface(Box(x0, y1 - thickness, x1, y1), kleur)
        self.surface(Box(x0, y0, x0 + thickness, y1), kleur)
        self.surface(Box(x1 - thickness, y0, x1, y1), kleur)

    def streepjesrand(self, box: Box, kleur: Colour, thickness: int) -> None:
        """Draw the sides of a rectangle in dashes, with a dash at every corner."""
        x0, y0, x1, y1 = box
        for start, end in _dashes(x0, x1, 2 * thickness):
            self.surface(Box(start, y0, end, y0 + thickness), kleur)
            self.surface(Box(start, y1 - thickness, end, y1), kleur)
        for start, end in _dashes(y0, y1, 2 * thickness):
            self.surface(Box(x0, start, x0 + thickness, end), kleur)
            self.surface(Box(x1 - thickness, start, x1, end), kleur)

    def arcering(self, box: Box, kleur: Colour, *, thickness: int, stap: int) -> None:
        """Draw slanting lines over a rectangle, clipped to it."""
        width, height = box.x1 - box.x0, box.y1 - box.y0
        start = range(-height - height % stap, width, stap)
        strokes = tuple(((float(x), float(height)), (float(x + height), 0.0)) for x in start)
        self._slanted(box, strokes, kleur, thickness)

    def curve(self, punten: Sequence[tuple[float, float]], kleur: Colour, thickness: int) -> None:
        """Draw a smooth line through points that are close together."""
        edge = _weerszijden(punten, thickness / 2)
        xs, ys = [round(x) for x, _ in edge], [round(y) for _, y in edge]
        box = Box(min(xs) - 1, min(ys) - 1, max(xs) + 2, max(ys) + 2)
        self._slanted(box, (tuple((x - box.x0, y - box.y0) for x, y in edge),), kleur, 0)

    def diamond(
        self, midden: tuple[int, int], radius: int, kleur: Colour, *, is_full: bool
    ) -> None:
        """Draw a diamond, filled or with a hole."""
        x, y = midden
        box = Box(x - radius, y - radius, x + radius + 1, y + radius + 1)
        gat = radius * 11 // 20
        self._pen.polygon(
            [(x, y - gat), (x + gat, y), (x, y + gat), (x - gat, y)], self._lijst.full[WHITE]
        )
        # One outline with the hole in it: down the outside, and back along the inside.
        sizes = (radius,) if is_full else (radius, gat)
        self._slanted(box, tuple(_ruithoeken(radius, size) for size in sizes), kleur, 0)

    def text(
        self,
        place: tuple[int, int],
        lines: Sequence[str],
        kind: FreeTypeFont,
        kleur: Colour,
        *,
        anchor: str = "l",
    ) -> None:
        """Write lines under each other, centred on a height; `anchor` is l, m or r of the place."""
        x, y = place
        stap = line_height(kind)
        # The middle between small letters and capitals, where the eye takes the line to be.
        stroke = y - stap * (len(lines) - 1) / 2 + kind.size * _HALVE_LETTER
        for number, line in enumerate(filter(None, lines)):
            stamp, (dx, dy) = _written(line, kind, f"{anchor}s")
            self._stamp(stamp, (x + dx, round(stroke + number * stap) + dy), kleur)

    def png(self) -> bytes:
        """Return the drawing as a small PNG with its resolution in it.

        Written here: Pillow loads five formats for it. Source: W3C, PNG (third edition).
        """
        width, height = self._picture.size
        per_meter = round(DPI / 0.0254)
        chunks = (
            (b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(map(bytes, self._lijst.kleuren))),
            (b"pHYs", struct.pack(">LLB", per_meter, per_meter, 1)),
            (b"IDAT", self._pixels()),
            (b"IEND", b""),
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
            for name, data in chunks
        )

    def _pixels(self) -> bytes:
        """Return the rows, compressed: of each its filter, and what differs from the one above.

        Strip by strip, so that no second drawing is in memory.
        """
        from PIL import ImageChops  # noqa: PLC0415 - loaded already

        width, height = self._picture.size
        # Level 4 takes twice as long for a fifth of the size, and the highest one twenty times.
        engine = zlib.compressobj(2)
        out = []
        for y in range(0, height, _STRIP):
            until = min(y + _STRIP, height)
            # What lies outside the drawing is 0: the row above the first, the place of the filter.
            strip = self._picture.crop((-1, y, width, until))
            above = self._picture.crop((-1, y - 1, width, until - 1))
            rows = ImageChops.subtract_modulo(strip, above)
            rows.paste(_UP, (0, 0, 1, until - y))
            out.append(engine.compress(_bytes_of(rows.im, rows.size)))
        return b"".join((*out, engine.flush()))

    def _slanted(self, box: Box, strokes: tuple[Line, ...], kleur: Colour, thickness: int) -> None:
        """Draw lines with smooth edges inside `box`.

        A thickness of 0 fills: the first is a shape, and those after it are holes.
        """
        stamp = _drawn(box.x1 - box.x0, box.y1 - box.y0, strokes, thickness)
        self._stamp(stamp, (box.x0, box.y0), kleur)

    def _stamp(self, stamp: _Stamp, place: tuple[int, int], kleur: Colour) -> None:
        """Lay ink over the drawing where a stamp says, as strong as it says.

        It mixes with the surface that most of the place has. Of ink over ink the stronger stays:
        in the list, it has the higher number.
        """
        from PIL import ImageChops  # noqa: PLC0415 - loaded already

        x, y = place
        box = (x, y, x + stamp.masker.width, y + stamp.masker.height)
        old = self._picture.crop(box)
        new = stamp.inked(self._lijst.tints(kleur, old.histogram()))
        self._picture.paste(ImageChops.lighter(old, new), box)


def _bytes_of(picture: ImagingCore, size: tuple[int, int]) -> bytes:
    """Return the pixels row by row, as `Image.tobytes` does.

    That loads `logging` and what it needs for the sake of one number: as long as drawing takes.
    """
    from PIL import _imaging  # noqa: PLC0415 - loaded already

    width, height = size
    if not (width and height):  # the shape of a space
        return b""
    data: bytes
    writer = _imaging.raw_encoder("L", "L")
    try:
        writer.setimage(picture, (0, 0, width, height))
        _, stand, data = writer.encode(width * height)
    finally:
        writer.cleanup()
    if stand != 1:  # all is done
        raise RuntimeError(f"Pillow wrote {len(data)} of {width * height} pixels ({stand})")
    return data


class _Stamp:
    """How strong ink is, pixel by pixel, and what that is in the colours it was used in."""

    def __init__(self, masker: Image) -> None:
        self.masker = masker
        self._inked: dict[int, Image] = {}

    def inked(self, tints: list[int]) -> Image:
        """Return the numbers of the colours; `tints` has one for every strength."""
        if tints[-1] not in self._inked:
            self._inked[tints[-1]] = self.masker.point(tints)
        return self._inked[tints[-1]]


# Months, states and diamonds stand in every drawing; what else is in one is soon forgotten.
@lru_cache(maxsize=64)
def _written(line: str, kind: FreeTypeFont, anchor: str) -> tuple[_Stamp, tuple[int, int]]:
    """Return the stamp of a line of text, and where that begins as seen from the anchor."""
    from PIL import Image  # noqa: PLC0415 - loaded already

    form, place = kind.getmask2(line, mode="L", anchor=anchor)
    return _Stamp(Image.frombytes("L", form.size, _bytes_of(form, form.size))), place


@lru_cache(maxsize=16)
def _drawn(width: int, height: int, strokes: tuple[Line, ...], thickness: int) -> _Stamp:
    """Return the stamp of lines with smooth edges; see `Canvas._slanted`."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - loaded already

    masker = Image.new("L", (width * _FIJN, height * _FIJN), 0)
    pen = ImageDraw.Draw(masker)
    for number, stroke in enumerate(strokes):
        punten = [((x + 0.5) * _FIJN, (y + 0.5) * _FIJN) for x, y in stroke]
        if thickness:
            pen.line(punten, fill=255, width=thickness * _FIJN, joint="curve")
        else:
            pen.polygon(punten, fill=0 if number else 255)
    return _Stamp(masker.reduce(_FIJN))


def _weerszijden(punten: Sequence[tuple[float, float]], half: float) -> list[tuple[float, float]]:
    """Return the outline of a line through points: there along one side, back along the other."""
    there, terug = [], []
    last = len(punten) - 1
    for number, (x, y) in enumerate(punten):
        (x0, y0), (x1, y1) = punten[max(0, number - 1)], punten[min(last, number + 1)]
        length = hypot(x1 - x0, y1 - y0) or 1.0
        dx, dy = (y0 - y1) / length * half, (x1 - x0) / length * half
        there.append((x + dx, y + dy))
        terug.append((x - dx, y - dy))
    return there + terug[::-1]


def _ruithoeken(radius: int, size: int) -> Line:
    punten = ((0, -size), (size, 0), (0, size), (-size, 0))
    return tuple((float(radius + dx), float(radius + dy)) for dx, dy in punten)


def _dashes(origin: int, end: int, length: int) -> list[tuple[int, int]]:
    """Return dashes with gaps of the same length, one at either end."""
    count = max(1, (end - origin) // (2 * length))
    stap = (end - origin - length) / count if end - origin > length else 0
    ends = [origin + round(number * stap) for number in range(count + 1)]
    return [(start, min(start + length, end)) for start in ends]
