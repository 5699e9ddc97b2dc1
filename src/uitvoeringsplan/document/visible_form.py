"""What the dress of words and paragraphs says to a reader: the one table of all that there is.

Every property that ECMA-376 part 1 (17.3.1 and 17.3.2) and Word 2010 and later know stands in one
of three places: `LOOKS` (how a document looks, and no more), `ELSEWHERE` (read by whoever knows
lists, headings and tracked changes) or a table of forms, which says what it is called. What stands
nowhere is called by its own name, so that nothing passes in silence.

Words are compared with their paragraph, and a paragraph with its style: what a style gives to all
of its paragraphs is how the document looks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import EMPHASES
from uitvoeringsplan.ooxml.names import LINK_STYLE, PLACEHOLDER_STYLE, W14, W15
from uitvoeringsplan.ooxml.styles import NO_STYLE
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, is_true, parent_of, val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

    #: What an element says, and by what value; an empty name says nothing.
    Sense = Callable[[Element], tuple[str, str]]
STRUCK, HIDDEN = "doorgehaald", "verborgen"
HIGH, LOW = "hoog geschreven", "laag geschreven"
CAPITALS, SMALL_CAPITALS = "in hoofdletters", "in kleine hoofdletters"
UNDERLINED, HIGHLIGHTED, COLOURED = "onderstreept", "gemarkeerd met een kleur", "gekleurd"
WHITE, BOXED, GROUND = "in witte letters", "met een kader", "met een achtergrondkleur"
ACCENTED, EFFECT = "met een nadrukteken", "met een teksteffect"
DROP_CAP, FRAMED = "een beginkapitaal", "een eigen plaats op de bladzijde"
BORDER, SHADING, COLLAPSED = "een rand", "een achtergrondkleur", "een ingeklapt deel eronder"
NEW_PAGE, SECTION = "een nieuwe pagina ervoor", "een sectie-einde erachter"
_UNKNOWN = "met opmaak die dit programma niet kent ({})"

#: What changes no meaning, with the reason why; of runs and paragraphs both.
LOOKS: dict[str, tuple[str, ...]] = {
    "letters of another shape, size or width are the same letters": (
        "rFonts", "sz", "szCs", "w", "kern", "spacing", "fitText", "w14:ligatures", "w14:numForm",
        "w14:numSpacing", "w14:stylisticSets", "w14:cntxtAlts",
    ),
    "the twin for complex scripts of a property that is read": ("bCs", "iCs"),
    "tells a program how to check, count, find or set words": (
        "noProof", "lang", "cs", "oMath", "snapToGrid", "divId", "cnfStyle", "suppressLineNumbers",
    ),
    "seen on a web page alone, or where another property hides the words": (
        "webHidden", "specVanish",
    ),
    "where lines break and how they lie on the page": (
        "keepNext", "keepLines", "widowControl", "suppressAutoHyphens", "wordWrap", "tabs", "ind",
        "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "adjustRightInd",
        "textAlignment", "textboxTightWrap",
    ),
    "the direction and the spacing of other scripts": (
        "rtl", "bidi", "textDirection", "eastAsianLayout", "kinsoku", "overflowPunct",
        "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    ),
}  # fmt: skip
#: What others read: styles here, lists and headings `paragraphs`, changes whoever settles them.
ELSEWHERE = (
    "rStyle", "pStyle", "numPr", "outlineLvl", "rPr", "rPrChange", "pPrChange", "ins", "del",
    "moveFrom", "moveTo",
)  # fmt: skip
_NONE = ("", "none", "nil")
_WHOLE_NUMBER = "-?[0-9]{1,6}"
_HEIGHTS = {"superscript": HIGH, "subscript": LOW}
_INK = ("text1", "dark1", "tx1", "dk1")
_PAPER = ("background1", "light1", "bg1", "lt1")
_DARK, _LIGHT = 0x48, 0xE6  # no eye tells darker from black, or lighter from paper
_PREFIXES = {"w14": W14, "w15": W15}


def _switch(name: str) -> Sense:
    return lambda element: (name, "") if is_true(element.get(w("val"))) else ("", "")


def _kind(name: str) -> Sense:
    """Return what names an element by its value, but for those that mean that it is not there."""

    def sense(element: Element) -> tuple[str, str]:
        said = val(element)
        return ("", "") if said in _NONE else (name, said)

    return sense


def _colour(element: Element) -> tuple[str, str]:
    return _named_colour(val(element).upper(), val(element, "themeColor"))


def _named_colour(code: str, theme: str) -> tuple[str, str]:
    """Return what a colour says: nothing when it is black, or what the text has anyhow."""
    if theme in _PAPER:
        return WHITE, ""
    if theme in _INK or (not theme and not re.fullmatch("[0-9A-F]{6}", code)):
        return "", ""
    if theme:
        return COLOURED, theme
    parts = bytes.fromhex(code)
    if max(parts) <= _DARK:
        return "", ""
    return (WHITE, "") if min(parts) >= _LIGHT else (COLOURED, code)


def _fill(element: Element) -> tuple[str, str]:
    """Return what the drawn inside of letters says, as Word 2010 writes it."""
    for colour in element.iter(f"{{{W14}}}srgbClr", f"{{{W14}}}schemeClr"):
        said = colour.get(f"{{{W14}}}val", "")
        is_code = re.fullmatch("[0-9A-Fa-f]{6}", said)
        return _named_colour(said.upper(), "" if is_code else said)
    return ("", "") if _is_unfilled(element) else (COLOURED, "")


def _is_unfilled(element: Element) -> bool:
    return not len(element) or any(part.tag == f"{{{W14}}}noFill" for part in element)


def _outline(element: Element) -> tuple[str, str]:
    return ("", "") if _is_unfilled(element) else (EFFECT, "textOutline")


def _drawn(name: str) -> Sense:
    return lambda element: (EFFECT, name) if len(element) or len(element.attrib) else ("", "")


def _shade(name: str) -> Sense:
    def sense(element: Element) -> tuple[str, str]:
        fill, pattern = val(element, "fill").upper(), val(element)
        if fill not in ("", "AUTO", "FFFFFF"):
            return name, fill
        return ("", "") if pattern in (*_NONE, "clear") else (name, pattern)

    return sense


def _position(element: Element) -> tuple[str, str]:
    size = val(element)
    if not re.fullmatch(_WHOLE_NUMBER, size) or not int(size):
        return "", ""
    return (HIGH if int(size) > 0 else LOW), ""


def _borders(element: Element) -> tuple[str, str]:
    sides = sorted(side.tag.rpartition("}")[2] for side in element if val(side) not in _NONE)
    return (BORDER, " ".join(sides)) if sides else ("", "")


def _frame(element: Element) -> tuple[str, str]:
    """Return what a frame is: a drop cap, or words with a place of their own on the page."""
    is_drop_cap = val(element, "dropCap") in ("drop", "margin")
    if not is_drop_cap and not any(val(element, side) for side in ("x", "y", "xAlign", "yAlign")):
        return "", ""
    return (DROP_CAP if is_drop_cap else FRAMED), ""


RUN_FORMS: dict[str, Sense] = {
    "strike": _switch(STRUCK),
    "dstrike": _switch(STRUCK),
    "vanish": _switch(HIDDEN),
    "vertAlign": lambda element: (_HEIGHTS.get(val(element), ""), ""),
    "position": _position,
    "caps": _switch(CAPITALS),
    "smallCaps": _switch(SMALL_CAPITALS),
    "u": _kind(UNDERLINED),
    "highlight": _kind(HIGHLIGHTED),
    "color": _colour,
    "shd": _shade(GROUND),
    "bdr": _kind(BOXED),
    "em": _kind(ACCENTED),
    "effect": _kind(EFFECT),
    **{name: _switch(EFFECT) for name in ("outline", "shadow", "emboss", "imprint")},
    **{
        f"w14:{name}": _drawn(name)
        for name in ("glow", "shadow", "reflection", "scene3d", "props3d")
    },
    "w14:textOutline": _outline,
    "w14:textFill": _fill,
    **{kind.switch: _switch(kind.name) for kind in EMPHASES},
}
PARAGRAPH_FORMS: dict[str, Sense] = {
    "framePr": _frame,
    "pBdr": _borders,
    "shd": _shade(SHADING),
    "pageBreakBefore": _switch(NEW_PAGE),
    "sectPr": lambda _: (SECTION, ""),
    "w15:collapsed": _switch(COLLAPSED),
}


def _tag(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}" if prefix else w(local)


_SILENT = frozenset(_tag(name) for names in (*LOOKS.values(), ELSEWHERE) for name in names)
_RUN = {_tag(name): sense for name, sense in RUN_FORMS.items()}
_PARAGRAPH = {_tag(name): sense for name, sense in PARAGRAPH_FORMS.items()}
_Said = dict[str, tuple[str, str]]  # by the tag of a property
# What a program may leave around words that are no placeholder any more, and what all links wear,
# by the names of Word and LibreOffice; its version 25 puts that on words before a link, too.
_NO_DRESS = frozenset(
    (PLACEHOLDER_STYLE.lower(), LINK_STYLE.lower(), "followedhyperlink", "internet link",
     "visited internet link", "index link")
)  # fmt: skip


class VisibleForms:
    """Tells the forms of words and paragraphs of one document, with its styles."""

    def __init__(self, stylesheet: Styles) -> None:
        self._stylesheet = stylesheet
        self._runs, self._paragraphs = _StyleForms(stylesheet, "r"), _StyleForms(stylesheet, "p")

    def of_run(self, properties: Element | None, paragraph_style: str = "") -> list[str]:
        """Return the forms that words have and their paragraph has not.

        `properties` is the `w:rPr` of their run. A form that the words of the paragraph have and
        these have not is `niet` with its name.
        """
        if properties is None:
            return []
        own = _read(properties, _RUN)
        style = val(child(properties, "rStyle"))
        if self._stylesheet.styles.get(style, NO_STYLE).name not in _NO_DRESS:
            own = {**self._runs.of(style), **own}
        if not own:
            return []
        around = self._words_of(paragraph_style)
        merged = {**around, **own}
        here, there = _forms(merged), _forms(around)
        if GROUND in here or HIGHLIGHTED in here:  # on a ground of their own they can be read
            here.pop(WHITE, None)
        lost = [name for tag, (name, _) in around.items() if name and not merged[tag][0]]
        return [*_more(here, there), *(f"niet {name}" for name in lost if name not in here)]

    def of_paragraph(self, properties: Element | None) -> list[str]:
        """Return the forms that a paragraph has and its style has not; `properties`: `w:pPr`."""
        own = _forms(_read(properties, _PARAGRAPH))
        if not own:
            return []
        return _more(own, _forms(self._paragraphs.of(val(child(properties, "pStyle")))))

    def of_style(self, style_id: str) -> list[str]:
        """Return the forms of a paragraph and its words that come from its style.

        What the default style has too is how the document looks.
        """
        default = self._stylesheet.standaard
        here, there = (
            {**_forms(self._paragraphs.of(one)), **_forms(self._words_of(one))}
            for one in (style_id or default, default)
        )
        return _more(here, there)

    def _words_of(self, style_id: str) -> _Said:
        """Return how words look in a paragraph of this style."""
        style = style_id or self._stylesheet.standaard
        return {**self._runs.of_document(), **self._runs.of(style)}


class _StyleForms:
    """What styles say of words (`r`) or of paragraphs (`p`), with what each is based on."""

    def __init__(self, stylesheet: Styles, kind: str) -> None:
        self._elements = stylesheet.elements
        self._kind, self._table = kind, _RUN if kind == "r" else _PARAGRAPH
        self._found: dict[str, _Said] = {}

    def of(self, style_id: str) -> _Said:
        """Return what a style says, by the tag of each property."""
        if style_id not in self._found:
            chain: dict[str, None] = {}  # a circle ends where it closes
            at = style_id
            while at in self._elements and at not in chain:
                chain[at] = None
                at = val(child(self._elements[at], "basedOn"))
            said: _Said = {}
            for own in reversed(chain):
                said = said | _read(child(self._elements[own], f"{self._kind}Pr"), self._table)
                self._found[own] = said
            self._found.setdefault(style_id, said)
        return self._found[style_id]

    def of_document(self) -> _Said:
        """Return what the document says where no style does."""
        any_style = next(iter(self._elements.values()), None)
        if any_style is None:
            return {}
        kind = self._kind
        path = ("docDefaults", f"{kind}PrDefault", f"{kind}Pr")
        return _read(child(parent_of(any_style), *path), self._table)


def _read(properties: Iterable[Element] | None, table: Mapping[str, Sense]) -> _Said:
    """Return what every property says that is more than looks."""
    result: _Said = {}
    for element in () if properties is None else properties:
        tag = element.tag
        if tag in _SILENT:
            continue
        if tag in table:
            result[tag] = table[tag](element)
        elif tag == ALTERNATE_CONTENT:
            for version in chosen(element):
                result |= _read(version, table)
        else:
            result[tag] = _UNKNOWN.format(tag.rpartition("}")[2]), ""
    return result


def _forms(said: _Said) -> dict[str, str]:
    return {name: value for name, value in said.values() if name}


def _more(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    return [name for name, value in here.items() if there.get(name) != value]
