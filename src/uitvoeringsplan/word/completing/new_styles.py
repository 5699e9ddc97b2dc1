"""The styles part of a template with what it lacks: styles, a list for a style, the language.

New styles are plain, on the base of the template's own text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.kleur import WHITE, readable_kleur
from uitvoeringsplan.ooxml.names import (
    CAPTION_STYLE,
    LINK_STYLE,
    PLACEHOLDER_STYLE,
    TABLE_STYLES,
    XML_DECLARATION,
    W,
)
from uitvoeringsplan.ooxml.tree import child, ensure, fragment, insert, is_true, new, val, w
from uitvoeringsplan.word.writing.answer_xml import numbering_properties
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

LANGUAGE = "nl-NL"
_NEEDED = (*BULLET_STYLES, *NUMBER_STYLES, LINK_STYLE, PLACEHOLDER_STYLE, CAPTION_STYLE)
_GREY = "595959"  # 7.0:1 on white
_BLUE = "0563C1"  # what Word makes of a link; 5.9:1 on white
#: Every styles part begins so when there was none.
EMPTY_STYLES = (
    XML_DECLARATION
    + (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{LANGUAGE}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="character" w:default="1"'
        ' w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style></w:styles>"
    ).encode()
)


def complete_styles(
    root: Element,
    stylesheet: Styles,
    numbers: Mapping[str, tuple[str, int]],
    link_colour: str,
) -> bool:
    """Give a styles part what it lacks; return whether that was anything.

    `numbers` holds the list and level for every style for points that has none, `link_colour` the
    colour that the theme has for links.
    """
    styles = root.findall(w("style"))
    defaults = {
        val(style, "type") or "paragraph": val(style, "styleId")
        for style in reversed(styles)
        if is_true(style.get(w("default"), "0"))
    }
    taken = {val(style, "styleId").lower() for style in styles}
    is_changed = set_language(root, stylesheet.standaard)
    for style in styles:
        name = stylesheet.name(val(style, "styleId"))
        place = next((place for own, place in numbers.items() if own.lower() == name), None)
        if place and val(style, "styleId") == stylesheet.id_start(name):
            insert(ensure(style, "pPr"), fragment(numbering_properties(*place))[0])
            is_changed = True
    missing = _missing(stylesheet)
    for name in missing:
        insert(root, _style(name, defaults, taken, numbers.get(name), link_colour), among=True)
    return is_changed or bool(missing)


def set_language(root: Element, default_style: str = "") -> bool:
    """Make Dutch the language of the document, where every style takes it from.

    A screen reader chooses its voice by it. The default paragraph style, which all text is based
    on, may not say otherwise. Returns whether anything had to change.
    """
    is_changed = False
    properties = ensure(root, "docDefaults", "rPrDefault", "rPr")
    language = child(properties, "lang")
    if val(language) != LANGUAGE:
        others = {name: val(language, name) for name in ("eastAsia", "bidi")}
        kept = {name: value for name, value in others.items() if value}
        insert(properties, new("lang", val=LANGUAGE, **kept))
        is_changed = True
    for style in root.findall(w("style")):
        own = child(style, "rPr", "lang")
        if own is None or not default_style or val(style, "styleId") != default_style:
            continue
        if not val(own).startswith("nl"):
            ensure(style, "rPr").remove(own)
            is_changed = True
    return is_changed


def _missing(stylesheet: Styles) -> list[str]:
    """Return the names of the styles that a template lacks."""
    missing = [name for name in _NEEDED if not stylesheet.id_start(name)]
    if not any(map(stylesheet.id_start, TABLE_STYLES)):
        missing.append(TABLE_STYLES[0])
    return missing


def _style(
    name: str,
    defaults: Mapping[str, str],
    taken: Collection[str],
    number: tuple[str, int] | None,
    link_colour: str,
) -> Element:
    """Return a new style; `number` is the list of a style for points."""
    kind, core = "paragraph", ""
    if number:
        core = f'<w:pPr>{numbering_properties(*number)}<w:spacing w:after="60"/></w:pPr>'
    elif name == LINK_STYLE:
        kind, core = "character", _link(link_colour)
    elif name == PLACEHOLDER_STYLE:
        kind, core = "character", f'<w:rPr><w:color w:val="{_GREY}"/></w:rPr>'
    elif name == CAPTION_STYLE:
        core = (
            '<w:pPr><w:spacing w:before="80" w:after="200"/></w:pPr><w:rPr><w:i/><w:iCs/>'
            '<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
        )
    elif name in TABLE_STYLES:
        kind, core = "table", _table()
    base = defaults.get(kind, "")
    style = new(
        "style",
        new("name", val=name),
        *([new("basedOn", val=base)] if base else []),
        new("uiPriority", val="99"),
        new("unhideWhenUsed"),
        *fragment(core),
        type=kind,
        styleId=_free_id(name, taken),
    )
    if name.startswith("Uvp"):
        style.set(w("customStyle"), "1")
    return style


def _free_id(name: str, taken: Collection[str]) -> str:
    """Return the id that Word gives a style of this name, or another when a style has that."""
    plain = "".join(part[:1].upper() + part[1:] for part in name.split(" "))
    id_, times = plain, 1
    while id_.lower() in taken:
        id_, times = f"{plain}Uvp{times}", times + 1
    return id_


def _link(theme_colour: str) -> str:
    colour = readable_kleur(theme_colour or _BLUE, [WHITE])
    theme = ' w:themeColor="hyperlink"' if colour == theme_colour else ""
    return f'<w:rPr><w:color w:val="{colour}"{theme}/><w:u w:val="single"/></w:rPr>'


def _table() -> str:
    """Lines between the rows, and a bold row of heads with a heavier line below it."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 4))
    )
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", 57), ("left", 108), ("bottom", 57), ("right", 108))
    )
    return (
        '<w:pPr><w:spacing w:before="0" w:after="40"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
