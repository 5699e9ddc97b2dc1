"""The letters of a drawing: their shapes, how wide a text is, and where it breaks.

The typeface comes along with the program, so a drawing is the same on every computer; see
`letters/LEESMIJ.md`. What it has no shape for is never drawn as an empty box: accents go before
letters do, and what has no letter at all (an emoji) is left out, since the table says it too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from io import BytesIO
from itertools import accumulate
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TekenError

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont


_KOPPELTEKENS = str.maketrans(dict.fromkeys("\u2010\u2011\u00ad", "-") | {"\u02bc": "’"})
_NOOIT = "\U0010ffff"  # no typeface has a shape for a noncharacter
_BELETSEL = "…"
# Letters of a script that the typeface does not have become one ellipsis.
_ZONDER_VORM = "\0"
_ONLEESBAAR = re.compile("\0[\0 ]*\0|\0")
_AAN_HET_EIND = " -–/,;:.…"  # not left standing before an ellipsis
# Longer texts are cut anyhow; breaking them whole would only cost time.
_MEER_PAST_NOOIT = 600


@lru_cache(maxsize=32)
def load_typeface(pixels: int, *, vet: bool = False) -> FreeTypeFont:
    """Return the typeface at a size in pixels."""
    require_pillow()
    from PIL import ImageFont  # noqa: PLC0415 - only when something is drawn

    naam = "vet.ttf" if vet else "gewoon.ttf"
    data = Path(__file__).with_name("letters").joinpath(naam).read_bytes()
    # The basic layout is the one that every Pillow has: the same picture everywhere.
    basis = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(data), pixels, layout_engine=basis)


def drawable(tekst: str) -> str:
    """Return the text with nothing in it that the typeface has no shape for."""
    if tekst.isascii() and tekst.isprintable():
        return " ".join(tekst.split())
    delen = unicodedata.normalize("NFC", tekst).translate(_KOPPELTEKENS)
    tekens = "".join(map(_teken, delen))
    return " ".join(_ONLEESBAAR.sub(_BELETSEL, tekens).split())


@lru_cache(maxsize=4096)
def _teken(teken: str) -> str:
    """Return what is drawn for one character: itself, its base letter, a mark or nothing."""
    soort = unicodedata.category(teken)
    if soort[0] == "Z" or teken in "\t\n":
        return " "
    if soort[0] == "C":
        return ""
    if _heeft_vorm(teken):
        return teken
    basis = "".join(
        deel
        for deel in unicodedata.normalize("NFKD", teken)
        if unicodedata.category(deel)[0] in "LNPS" and _heeft_vorm(deel)
    )
    return basis or (_ZONDER_VORM if soort[0] in "LN" else "")


def _heeft_vorm(teken: str) -> bool:
    proef = load_typeface(24)
    return _vorm(proef, teken) != _vorm(proef, _NOOIT)


def _vorm(proef: FreeTypeFont, teken: str) -> tuple[object, bytes]:
    masker = proef.getmask(teken)
    return masker.size, bytes(masker)


class _Advances(dict[str, float]):
    """The widths of single characters of a typeface, measured when they are first asked for."""

    def __init__(self, soort: FreeTypeFont) -> None:
        super().__init__()
        self._soort = soort

    def __missing__(self, teken: str) -> float:
        self[teken] = width = self._soort.getlength(teken)
        return width


_advances = lru_cache(maxsize=32)(_Advances)


def _lengths(tekst: str, soort: FreeTypeFont) -> list[float]:
    """Return how long every beginning of a text is.

    The typeface has no pairs that stand closer, and the basic layout would not know them: a text
    is as long as its characters together (a test holds that).
    """
    return list(accumulate(map(_advances(soort).__getitem__, tekst)))


def text_width(tekst: str, soort: FreeTypeFont) -> int:
    """Return how wide a text is, in whole pixels."""
    return ceil(_lengths(tekst, soort)[-1]) if tekst else 0


def line_height(soort: FreeTypeFont) -> int:
    """Return the height of a line of text with the room around it."""
    return round(soort.size * 1.2)


@lru_cache(maxsize=1024)
def break_lines(tekst: str, soort: FreeTypeFont, ruimte: int, regels: int) -> tuple[str, ...]:
    """Return the drawable text in at most `regels` lines of at most `ruimte` pixels.

    Lines break at spaces, and after a dash or a stroke in a long word; a word that is too wide
    even so is cut. Lines are about equally long. What is left over becomes an ellipsis.
    """
    tekst = drawable(tekst)
    uit = _breek(tekst, soort, ruimte, regels)
    if len(uit) < 2 or " ".join(uit) != tekst:
        return uit
    # The least room in which the same words stand on as many lines: no word left alone below.
    laag, hoog = ruimte // 2, ruimte
    while laag < hoog:
        midden = (laag + hoog) // 2
        poging = _breek(tekst, soort, midden, regels)
        if len(poging) == len(uit) and " ".join(poging) == tekst:
            hoog = midden
        else:
            laag = midden + 1
    return _breek(tekst, soort, hoog, regels)


def _breek(tekst: str, soort: FreeTypeFont, ruimte: int, regels: int) -> tuple[str, ...]:
    rest = tekst[:_MEER_PAST_NOOIT]
    uit: list[str] = []
    while rest and len(uit) < regels:
        regel, rest = _eerste_regel(rest, soort, ruimte)
        uit.append(regel)
    if uit and (rest or len(tekst) > _MEER_PAST_NOOIT):
        uit[-1] = _met_beletsel(uit[-1], soort, ruimte)
    return tuple(uit)


def _eerste_regel(tekst: str, soort: FreeTypeFont, ruimte: int) -> tuple[str, str]:
    """Return as much of the start of a text as fits, at least one character, and the rest."""
    past = _past(tekst, soort, ruimte)
    if past == len(tekst):
        return tekst, ""
    einde = past + 1 if tekst[past] == " " else 0
    einde = einde or max(tekst.rfind(teken, 0, past) for teken in " -/–") + 1
    # A break close to the start would leave a nearly empty line; then the word itself is cut.
    if einde > past // 3:
        return tekst[:einde].rstrip(), tekst[einde:].lstrip()
    past = max(1, _past(tekst, soort, ruimte - text_width("-", soort)))
    streep = "-" if tekst[past - 1 : past + 1].isalpha() and past > 1 else ""
    return tekst[:past] + streep, tekst[past:]


def _past(tekst: str, soort: FreeTypeFont, ruimte: int) -> int:
    """Return how many characters fit, at least one; a space at the end takes no room."""
    past = max(1, bisect_right(_lengths(tekst, soort), ruimte))
    return past + 1 if tekst[past : past + 1] == " " else past


def _met_beletsel(regel: str, soort: FreeTypeFont, ruimte: int) -> str:
    while regel and text_width(f"{regel.rstrip(_AAN_HET_EIND)}{_BELETSEL}", soort) > ruimte:
        regel = regel[:-1]
    return f"{regel.rstrip(_AAN_HET_EIND)}{_BELETSEL}"


def require_pillow() -> None:
    """Raise TekenError when Pillow is missing, or was built without letters."""
    try:
        # Loading takes a tenth of a second, and most plans have nothing to draw.
        from PIL import _imaging, _imagingft  # noqa: F401, PLC0415
    except ImportError as fout:
        raise TekenError(
            "De tekeningen kunnen niet worden gemaakt: het onderdeel Pillow ontbreekt of is"
            f" beschadigd ({fout}). Installeer het opnieuw met"
            " `pip install --force-reinstall pillow`."
        ) from fout
