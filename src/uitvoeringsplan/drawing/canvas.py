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


def cm(maat: float) -> int:
    """Return centimetres in pixels."""
    return round(maat * DPI / 2.54)


def pt(maat: float) -> int:
    """Return points of type in pixels; at least one."""
    return max(1, round(maat * DPI / 72))


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

    def ligt_in(self, ander: Box) -> bool:
        """Whether no part of this rectangle is outside the other."""
        return (
            ander.x0 <= self.x0 <= self.x1 <= ander.x1
            and ander.y0 <= self.y0 <= self.y1 <= ander.y1
        )

    def raakt(self, ander: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.x0 < ander.x1 and ander.x0 < self.x1 and self.y0 < ander.y1 and ander.y0 < self.y1
        )


class Canvas:
    """A white sheet of a size in pixels, and what was drawn on it.

    A pixel holds the number of its colour (see `ColourTable`), as it will in the PNG.
    """

    def __init__(self, breedte: int, hoogte: int, palet: Palette) -> None:
        require_pillow()
        from PIL import Image, ImageDraw  # noqa: PLC0415 - only when something is drawn

        self.palet = palet
        self._lijst = ColourTable.van(palet)
        self._beeld = Image.new("L", (breedte, hoogte), self._lijst.vol[WHITE])
        self._pen = ImageDraw.Draw(self._beeld)

    def vlak(self, vak: Box, kleur: Colour) -> None:
        """Fill a rectangle."""
        if vak.x1 > vak.x0 and vak.y1 > vak.y0:
            self._pen.rectangle((vak.x0, vak.y0, vak.x1 - 1, vak.y1 - 1), self._lijst.vol[kleur])

    def rand(self, vak: Box, kleur: Colour, dikte: int) -> None:
        """Draw the sides of a rectangle, inside it."""
        x0, y0, x1, y1 = vak
        self.vlak(Box(x0, y0, x1, y0 + dikte), kleur)
        self.vlak(Box(x0, y1 - dikte, x1, y1), kleur)
        self.vlak(Box(x0, y0, x0 + dikte, y1), kleur)
        self.vlak(Box(x1 - dikte, y0, x1, y1), kleur)

    def streepjesrand(self, vak: Box, kleur: Colour, dikte: int) -> None:
        """Draw the sides of a rectangle in dashes, with a dash at every corner."""
        x0, y0, x1, y1 = vak
        for begin, einde in _streepjes(x0, x1, 2 * dikte):
            self.vlak(Box(begin, y0, einde, y0 + dikte), kleur)
            self.vlak(Box(begin, y1 - dikte, einde, y1), kleur)
        for begin, einde in _streepjes(y0, y1, 2 * dikte):
            self.vlak(Box(x0, begin, x0 + dikte, einde), kleur)
            self.vlak(Box(x1 - dikte, begin, x1, einde), kleur)

    def arcering(self, vak: Box, kleur: Colour, *, dikte: int, stap: int) -> None:
        """Draw slanting lines over a rectangle, clipped to it."""
        breed, hoog = vak.x1 - vak.x0, vak.y1 - vak.y0
        begin = range(-hoog - hoog % stap, breed, stap)
        lijnen = tuple(((float(x), float(hoog)), (float(x + hoog), 0.0)) for x in begin)
        self._schuin(vak, lijnen, kleur, dikte)

    def kromme(self, punten: Sequence[tuple[float, float]], kleur: Colour, dikte: int) -> None:
        """Draw a smooth line through points that are close together."""
        rand = _weerszijden(punten, dikte / 2)
        xs, ys = [round(x) for x, _ in rand], [round(y) for _, y in rand]
        vak = Box(min(xs) - 1, min(ys) - 1, max(xs) + 2, max(ys) + 2)
        self._schuin(vak, (tuple((x - vak.x0, y - vak.y0) for x, y in rand),), kleur, 0)

    def ruit(self, midden: tuple[int, int], straal: int, kleur: Colour, *, is_vol: bool) -> None:
        """Draw a diamond, filled or with a hole."""
        x, y = midden
        vak = Box(x - straal, y - straal, x + straal + 1, y + straal + 1)
        gat = straal * 11 // 20
        self._pen.polygon(
            [(x, y - gat), (x + gat, y), (x, y + gat), (x - gat, y)], self._lijst.vol[WHITE]
        )
        # One outline with the hole in it: down the outside, and back along the inside.
        maten = (straal,) if is_vol else (straal, gat)
        self._schuin(vak, tuple(_ruithoeken(straal, maat) for maat in maten), kleur, 0)

    def tekst(
        self,
        plek: tuple[int, int],
        regels: Sequence[str],
        soort: FreeTypeFont,
        kleur: Colour,
        *,
        anker: str = "l",
    ) -> None:
        """Write lines under each other, centred on a height; `anker` is l, m or r of the place."""
        x, y = plek
        stap = line_height(soort)
        # The middle between small letters and capitals, where the eye takes the line to be.
        lijn = y - stap * (len(regels) - 1) / 2 + soort.size * _HALVE_LETTER
        for nummer, regel in enumerate(filter(None, regels)):
            stempel, (dx, dy) = _written(regel, soort, f"{anker}s")
            self._stempel(stempel, (x + dx, round(lijn + nummer * stap) + dy), kleur)

    def png(self) -> bytes:
        """Return the drawing as a small PNG with its resolution in it.

        Written here: Pillow loads five formats for it. Source: W3C, PNG (third edition).
        """
        breed, hoog = self._beeld.size
        per_meter = round(DPI / 0.0254)
        chunks = (
            (b"IHDR", struct.pack(">LLBBBBB", breed, hoog, 8, 3, 0, 0, 0)),
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

        breed, hoog = self._beeld.size
        # Level 4 takes twice as long for a fifth of the size, and the highest one twenty times.
        motor = zlib.compressobj(2)
        out = []
        for y in range(0, hoog, _STRIP):
            until = min(y + _STRIP, hoog)
            # What lies outside the drawing is 0: the row above the first, the place of the filter.
            strip = self._beeld.crop((-1, y, breed, until))
            above = self._beeld.crop((-1, y - 1, breed, until - 1))
            rows = ImageChops.subtract_modulo(strip, above)
            rows.paste(_UP, (0, 0, 1, until - y))
            out.append(motor.compress(_bytes_of(rows.im, rows.size)))
        return b"".join((*out, motor.flush()))

    def _schuin(self, vak: Box, lijnen: tuple[Line, ...], kleur: Colour, dikte: int) -> None:
        """Draw lines with smooth edges inside `vak`.

        A thickness of 0 fills: the first is a shape, and those after it are holes.
        """
        stempel = _drawn(vak.x1 - vak.x0, vak.y1 - vak.y0, lijnen, dikte)
        self._stempel(stempel, (vak.x0, vak.y0), kleur)

    def _stempel(self, stempel: _Stamp, plek: tuple[int, int], kleur: Colour) -> None:
        """Lay ink over the drawing where a stamp says, as strong as it says.

        It mixes with the surface that most of the place has. Of ink over ink the stronger stays:
        in the list, it has the higher number.
        """
        from PIL import ImageChops  # noqa: PLC0415 - loaded already

        x, y = plek
        vak = (x, y, x + stempel.masker.width, y + stempel.masker.height)
        oud = self._beeld.crop(vak)
        nieuw = stempel.inked(self._lijst.tinten(kleur, oud.histogram()))
        self._beeld.paste(ImageChops.lighter(oud, nieuw), vak)


def _bytes_of(beeld: ImagingCore, maat: tuple[int, int]) -> bytes:
    """Return the pixels row by row, as `Image.tobytes` does.

    That loads `logging` and what it needs for the sake of one number: as long as drawing takes.
    """
    from PIL import _imaging  # noqa: PLC0415 - loaded already

    breed, hoog = maat
    if not (breed and hoog):  # the shape of a space
        return b""
    data: bytes
    schrijver = _imaging.raw_encoder("L", "L")
    try:
        schrijver.setimage(beeld, (0, 0, breed, hoog))
        _, stand, data = schrijver.encode(breed * hoog)
    finally:
        schrijver.cleanup()
    if stand != 1:  # all is done
        raise RuntimeError(f"Pillow wrote {len(data)} of {breed * hoog} pixels ({stand})")
    return data


class _Stamp:
    """How strong ink is, pixel by pixel, and what that is in the colours it was used in."""

    def __init__(self, masker: Image) -> None:
        self.masker = masker
        self._inked: dict[int, Image] = {}

    def inked(self, tinten: list[int]) -> Image:
        """Return the numbers of the colours; `tinten` has one for every strength."""
        if tinten[-1] not in self._inked:
            self._inked[tinten[-1]] = self.masker.point(tinten)
        return self._inked[tinten[-1]]


# Months, states and diamonds stand in every drawing; what else is in one is soon forgotten.
@lru_cache(maxsize=64)
def _written(regel: str, soort: FreeTypeFont, anker: str) -> tuple[_Stamp, tuple[int, int]]:
    """Return the stamp of a line of text, and where that begins as seen from the anchor."""
    from PIL import Image  # noqa: PLC0415 - loaded already

    vorm, plek = soort.getmask2(regel, mode="L", anchor=anker)
    return _Stamp(Image.frombytes("L", vorm.size, _bytes_of(vorm, vorm.size))), plek


@lru_cache(maxsize=16)
def _drawn(breed: int, hoog: int, lijnen: tuple[Line, ...], dikte: int) -> _Stamp:
    """Return the stamp of lines with smooth edges; see `Canvas._schuin`."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - loaded already

    masker = Image.new("L", (breed * _FIJN, hoog * _FIJN), 0)
    pen = ImageDraw.Draw(masker)
    for nummer, lijn in enumerate(lijnen):
        punten = [((x + 0.5) * _FIJN, (y + 0.5) * _FIJN) for x, y in lijn]
        if dikte:
            pen.line(punten, fill=255, width=dikte * _FIJN, joint="curve")
        else:
            pen.polygon(punten, fill=0 if nummer else 255)
    return _Stamp(masker.reduce(_FIJN))


def _weerszijden(punten: Sequence[tuple[float, float]], half: float) -> list[tuple[float, float]]:
    """Return the outline of a line through points: there along one side, back along the other."""
    heen, terug = [], []
    laatste = len(punten) - 1
    for nummer, (x, y) in enumerate(punten):
        (x0, y0), (x1, y1) = punten[max(0, nummer - 1)], punten[min(laatste, nummer + 1)]
        lengte = hypot(x1 - x0, y1 - y0) or 1.0
        dx, dy = (y0 - y1) / lengte * half, (x1 - x0) / lengte * half
        heen.append((x + dx, y + dy))
        terug.append((x - dx, y - dy))
    return heen + terug[::-1]


def _ruithoeken(straal: int, maat: int) -> Line:
    punten = ((0, -maat), (maat, 0), (0, maat), (-maat, 0))
    return tuple((float(straal + dx), float(straal + dy)) for dx, dy in punten)


def _streepjes(van: int, tot: int, lengte: int) -> list[tuple[int, int]]:
    """Return dashes with gaps of the same length, one at either end."""
    aantal = max(1, (tot - van) // (2 * lengte))
    stap = (tot - van - lengte) / aantal if tot - van > lengte else 0
    einden = [van + round(nummer * stap) for nummer in range(aantal + 1)]
    return [(begin, min(begin + lengte, tot)) for begin in einden]
