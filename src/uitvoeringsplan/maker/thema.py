"""Colours, fonts and measures of the house style, and the theme part that carries them."""

from __future__ import annotations

LETTER = "Calibri"
ACCENT = "0B5563"  # 8.3:1 on white
GRIJS = "595959"  # 7.0:1 on white
LIJN = "C4C8CA"  # rules only, never text; grey, because it stands beside every accent

# Twentieths of a point. A4 with 2.5 cm on every side; a lying page is low and gets 2.2 cm above
# and below, which saves a page on a long table.
A4_KORT, A4_LANG = 11906, 16838
MARGE = 1417
MARGE_LIGGEND = 1247
BREEDTE_STAAND = A4_KORT - 2 * MARGE
BREEDTE_LIGGEND = A4_LANG - 2 * MARGE

_KLEUREN = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "1F3A40"),
    ("lt2", "EAF1F2"),
    ("accent1", ACCENT),
    ("accent2", "3F7F8C"),
    ("accent3", "7A6A3A"),
    ("accent4", "8A4B3C"),
    ("accent5", "5B5F8C"),
    ("accent6", "4F6F52"),
    ("hlink", ACCENT),
    ("folHlink", "5B5F8C"),
)
_VULLING = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_RAND = f'<a:ln w="9525">{_VULLING}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FONT = f'<a:latin typeface="{LETTER}"/><a:ea typeface=""/><a:cs typeface=""/>'


def thema_xml() -> str:
    """Return the theme part: one accent, one typeface, no effects."""
    kleuren = "".join(f'<a:{n}><a:srgbClr val="{k}"/></a:{n}>' for n, k in _KLEUREN)
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' name="Uitvoeringsplan"><a:themeElements>'
        f'<a:clrScheme name="Uitvoeringsplan">{kleuren}</a:clrScheme>'
        f'<a:fontScheme name="Uitvoeringsplan"><a:majorFont>{_FONT}</a:majorFont>'
        f"<a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Uitvoeringsplan"><a:fillStyleLst>{_VULLING * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_RAND * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_VULLING * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
