"""The signs of symbol fonts as characters that every font has.

`w:sym` names a font and a place in it, not a character. The places are those of the fonts Symbol,
Wingdings and Wingdings 2 as Windows has them; the same place is another sign in each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, val

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element

#: For a sign that no character means the same as: something is seen to stand there.
NO_SIGN = "\ufffd"
_SYMBOL = {
    0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x73: "σ", 0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA0: "€", 0xA3: "≤", 0xA5: "∞",
    0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x9F: "•",
    0xA7: "•", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→",
    0xEF: "⇐", 0xF0: "⇒", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐",
}  # fmt: skip
# Unicode has these of their own, above and below the line.
_PLACED = {
    "superscript": str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"),
    "subscript": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
_SYMBOOLFONTS = frozenset(("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
# Where no font is named: the signs that forms use, in the font that they come from there.
_WITHOUT = {code: _WINGDINGS[code] for code in (0x6F, 0xA7, 0xA8, 0xE0, 0xFC, 0xFE)} | {0xB7: "•"}
_OWN = range(0xF000, 0xF100)  # where the place in a symbol font is written


def symbol_font(own: Element | None) -> str:
    """Return the symbol font that the properties of a run name, empty for any other font."""
    fonts = child(own, "rFonts")
    if fonts is None:
        return ""
    names = (val(fonts, kind).strip() for kind in ("ascii", "hAnsi"))
    return next((name for name in names if name.lower() in _SYMBOOLFONTS), "")


def readable(text: str, font: str) -> str:
    """Return text of a run with the places in a symbol font as characters.

    Letters stay: whether somebody meant the letter or the sign that the font makes of it cannot be
    told from here.
    """
    if text.isascii() and not font:
        return text
    tabel = _FONTS.get(font.lower(), {})
    return "".join(
        character(font, f"{ord(sign):x}")
        if ord(sign) in _OWN
        else sign
        if sign.isalnum()
        else tabel.get(ord(sign), sign)
        for sign in text
    )


def raised_or_lowered(text: str, place: str) -> str:
    """Return what is set above or below the line as characters that stand there by themselves.

    `place` is that of `w:vertAlign`. Text in which a sign has no such character stays as it is: a
    word that is half a letter and half a number says less than it did.
    """
    signs = _PLACED.get(place)
    return text.translate(signs) if signs and all(ord(sign) in signs for sign in text) else text


def character(font: str, code: str) -> str:
    """Return the character for a sign; `code` is its place in hexadecimal, as the format has it."""
    try:
        place = int(code, 16)
    except ValueError:
        return NO_SIGN
    tabel = _FONTS.get(font.strip().lower(), {} if font else _WITHOUT)
    if place in _OWN or place < 0x100:
        return tabel.get(place & 0xFF, NO_SIGN)
    # Beyond that it is the character itself, in a font that has it (Segoe UI Symbol).
    return chr(place) if place < 0xD800 or 0xF8FF < place <= 0xFFFC else NO_SIGN
