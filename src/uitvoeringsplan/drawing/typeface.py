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
_OBSTACLE = "…"
# Letters of a script that the typeface does not have become one ellipsis.
_WITHOUT_FORM = "\0"
_UNREADABLE = re.compile("\0[\0 ]*\0|\0")
_AT_THE_END = " -–/,;:.…"  # not left standing before an ellipsis
# Longer texts are cut anyhow; breaking them whole would only cost time.
_MORE_NEVER_FITS = 600


@lru_cache(maxsize=32)
def load_typeface(pixels: int, *, vet: bool = False) -> FreeTypeFont:
    """Return the typeface at a size in pixels."""
    require_pillow()
    from PIL import ImageFont  # noqa: PLC0415 - only when something is drawn

    name = "vet.ttf" if vet else "gewoon.ttf"
    data = Path(__file__).with_name("letters").joinpath(name).read_bytes()
    # The basic layout is the one that every Pillow has: the same picture everywhere.
    basis = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(data), pixels, layout_engine=basis)


def drawable(text: str) -> str:
    """Return the text with nothing in it that the typeface has no shape for."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    parts = unicodedata.normalize("NFC", text).translate(_KOPPELTEKENS)
    signs = "".join(map(_sign, parts))
    return " ".join(_UNREADABLE.sub(_OBSTACLE, signs).split())


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """Return what is drawn for one character: itself, its base letter, a mark or nothing."""
    kind = unicodedata.category(sign)
    if kind[0] == "Z" or sign in "\t\n":
        return " "
    if kind[0] == "C":
        return ""
    if _has_form(sign):
        return sign
    basis = "".join(
        part
        for part in unicodedata.normalize("NFKD", sign)
        if unicodedata.category(part)[0] in "LNPS" and _has_form(part)
    )
    return basis or (_WITHOUT_FORM if kind[0] in "LN" else "")


def _has_form(sign: str) -> bool:
    trial = load_typeface(24)
    return _form(trial, sign) != _form(trial, _NOOIT)


def _form(trial: FreeTypeFont, sign: str) -> tuple[object, bytes]:
    masker = trial.getmask(sign)
    return masker.size, bytes(masker)


class _Advances(dict[str, float]):
    """The widths of single characters of a typeface, measured when they are first asked for."""

    def __init__(self, kind: FreeTypeFont) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, sign: str) -> float:
        self[sign] = width = self._kind.getlength(sign)
        return width


_advances = lru_cache(maxsize=32)(_Advances)


def _lengths(text: str, kind: FreeTypeFont) -> list[float]:
    """Return how long every beginning of a text is.

    The typeface has no pairs that stand closer, and the basic layout would not know them: a text
    is as long as its characters together (a test holds that).
    """
    return list(accumulate(map(_advances(kind).__getitem__, text)))


def text_width(text: str, kind: FreeTypeFont) -> int:
    """Return how wide a text is, in whole pixels."""
    return ceil(_lengths(text, kind)[-1]) if text else 0


def line_height(kind: FreeTypeFont) -> int:
    """Return the height of a line of text with the room around it."""
    return round(kind.size * 1.2)


@lru_cache(maxsize=1024)
def break_lines(text: str, kind: FreeTypeFont, space: int, lines: int) -> tuple[str, ...]:
    """Return the drawable text in at most `lines` lines of at most `space` pixels.

    Lines break at spaces, and after a dash or a stroke in a long word; a word that is too wide
    even so is cut. Lines are about equally long. What is left over becomes an ellipsis.
    """
    text = drawable(text)
    result = _breek(text, kind, space, lines)
    if len(result) < 2 or " ".join(result) != text:
        return result
    # The least room in which the same words stand on as many lines: no word left alone below.
    low, height = space // 2, space
    while low < height:
        midden = (low + height) // 2
        attempt = _breek(text, kind, midden, lines)
        if len(attempt) == len(result) and " ".join(attempt) == text:
            height = midden
        else:
            low = midden + 1
    return _breek(text, kind, height, lines)


def _breek(text: str, kind: FreeTypeFont, space: int, lines: int) -> tuple[str, ...]:
    rest = text[:_MORE_NEVER_FITS]
    result: list[str] = []
    while rest and len(result) < lines:
        line, rest = _first_line(rest, kind, space)
        result.append(line)
    if result and (rest or len(text) > _MORE_NEVER_FITS):
        result[-1] = _with_obstacle(result[-1], kind, space)
    return tuple(result)


def _first_line(text: str, kind: FreeTypeFont, space: int) -> tuple[str, str]:
    """Return as much of the start of a text as fits, at least one character, and the rest."""
    past = _past(text, kind, space)
    if past == len(text):
        return text, ""
    end = past + 1 if text[past] == " " else 0
    end = end or max(text.rfind(sign, 0, past) for sign in " -/–") + 1
    # A break close to the start would leave a nearly empty line; then the word itself is cut.
    if end > past // 3:
        return text[:end].rstrip(), text[end:].lstrip()
    past = max(1, _past(text, kind, space - text_width("-", kind)))
    dash = "-" if text[past - 1 : past + 1].isalpha() and past > 1 else ""
    return text[:past] + dash, text[past:]


def _past(text: str, kind: FreeTypeFont, space: int) -> int:
    """Return how many characters fit, at least one; a space at the end takes no room."""
    past = max(1, bisect_right(_lengths(text, kind), space))
    return past + 1 if text[past : past + 1] == " " else past


def _with_obstacle(line: str, kind: FreeTypeFont, space: int) -> str:
    while line and text_width(f"{line.rstrip(_AT_THE_END)}{_OBSTACLE}", kind) > space:
        line = line[:-1]
    return f"{line.rstrip(_AT_THE_END)}{_OBSTACLE}"


def require_pillow() -> None:
    """Raise TekenError when Pillow is missing, or was built without letters."""
    try:
        # Loading takes a tenth of a second, and most plans have nothing to draw.
        from PIL import _imaging, _imagingft  # noqa: F401, PLC0415
    except ImportError as error:
        raise TekenError(
            "De tekeningen kunnen niet worden gemaakt: het onderdeel Pillow ontbreekt of is"
            f" beschadigd ({error}). Installeer het opnieuw met"
            " `pip install --force-reinstall pillow`."
        ) from error
