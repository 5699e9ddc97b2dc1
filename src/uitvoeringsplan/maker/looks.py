"""Colours, fonts and measures of the house style, the theme with them, and the form of a style."""

from __future__ import annotations

TYPEFACE = "Calibri"
ACCENT = "0B5563"  # 8.3:1 on white
GREY = "595959"  # 7.0:1 on white
RULE_COLOUR = "C4C8CA"  # rules only, never text; grey, because it stands beside every accent

# Twentieths of a point. A4 with 2.5 cm on every side; a lying page is low and gets 2.2 cm above
# and below, which saves a page on a long table.
A4_SHORT, A4_LONG = 11906, 16838
MARGIN = 1417
MARGIN_LYING = 1247
WIDTH_STANDING = A4_SHORT - 2 * MARGIN
WIDTH_LYING = A4_LONG - 2 * MARGIN

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
_FILLING = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EDGE = f'<a:ln w="9525">{_FILLING}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FONT = f'<a:latin typeface="{TYPEFACE}"/><a:ea typeface=""/><a:cs typeface=""/>'


def theme_xml() -> str:
    """Return the theme part: one accent, one typeface, no effects."""
    kleuren = "".join(f'<a:{n}><a:srgbClr val="{k}"/></a:{n}>' for n, k in _KLEUREN)
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' name="Uitvoeringsplan"><a:themeElements>'
        f'<a:clrScheme name="Uitvoeringsplan">{kleuren}</a:clrScheme>'
        f'<a:fontScheme name="Uitvoeringsplan"><a:majorFont>{_FONT}</a:majorFont>'
        f"<a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Uitvoeringsplan"><a:fillStyleLst>{_FILLING * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_EDGE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILLING * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


#: The typeface of the theme for headings; running text has the other one from the defaults.
HEADING_FONT = (
    '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"'
    ' w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
)


def style(
    kind: str,
    name: str,
    *,
    id_: str = "",
    basis: str = "",
    following: str = "",
    rank: int = 1,
    core: str = "",
    standaard: bool = False,
    gallery: bool = False,
) -> str:
    """Return one style; `core` holds its pPr, rPr and the like."""
    own = ' w:customStyle="1"' if name.startswith("Uvp") else ""
    beforehand = ' w:default="1"' if standaard else ""
    return (
        f'<w:style w:type="{kind}"{own}{beforehand}'
        f' w:styleId="{id_ or style_id(name)}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{basis}"/>' if basis else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{rank}"/>'
        + ("<w:qFormat/>" if gallery else "")
        + f"{core}</w:style>"
    )


def style_id(name: str) -> str:
    """Return the id of a style: its name without blanks, each word with a capital."""
    return "".join(part[:1].upper() + part[1:] for part in name.split(" "))


def paragraph_style(
    name: str,
    ppr: str,
    rpr: str = "",
    *,
    id_: str = "",
    basis: str = "Normal",
    following: str = "",
    rank: int = 20,
    gallery: bool = True,
) -> str:
    """Return a paragraph style with its paragraph and run properties."""
    core = f"<w:pPr>{ppr}</w:pPr>" + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return style(
        "paragraph",
        name,
        id_=id_,
        basis=basis,
        following=following,
        rank=rank,
        core=core,
        gallery=gallery,
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    """Return the white space around a paragraph and its line spacing in 240ths of a line."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def size(punten: float) -> str:
    """Return a size of type; Word counts in half points."""
    half = round(punten * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
