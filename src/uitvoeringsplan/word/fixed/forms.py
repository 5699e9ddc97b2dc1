"""How what stands outside the answers looks, in codes that are short enough for a fingerprint.

A code of words is one small letter; the capital says that these words lack a form that their
paragraph has. A code of a paragraph is a small letter, with a number where its kind has one. What
is plain has no code. The codes stand in documents, so one that was given stays what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.document.visible_form import (
    ACCENTED,
    BORDER,
    BOXED,
    CAPITALS,
    COLLAPSED,
    COLOURED,
    DROP_CAP,
    EFFECT,
    FRAMED,
    GROUND,
    HIDDEN,
    HIGH,
    HIGHLIGHTED,
    LOOKS,
    LOW,
    NEW_PAGE,
    SECTION,
    SHADING,
    SMALL_CAPITALS,
    STRUCK,
    UNDERLINED,
    WHITE,
    VisibleForms,
)
from uitvoeringsplan.ooxml.tree import child, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

#: Codes of what begins before a paragraph: a page, and a section.
NEW_PAGE_CODE, SECTION_CODE = "p", "e"
#: What no document holds: a section that ends in the answer before a paragraph.
SECTION_IN_ANSWER = "E"
#: Codes of what stands between words, and of words that are something else than letters.
LINK, FORMULA, FIELD, UNSEEN, PICTURE = "s", "f", "q", "v", "y"
STRUCK_CODE = "c"
TAB, LINE, PAGE, COLUMN, FILE = "t", "n", "p", "j", "z"
_UNKNOWN, _NOT = "x", "niet "
_RUN = {
    "vet": "b", "cursief": "i",
    UNDERLINED: "u", HIGH: "h", LOW: "l", HIGHLIGHTED: "m", COLOURED: "k", WHITE: "w",
    CAPITALS: "a", SMALL_CAPITALS: "d", BOXED: "o", GROUND: "g", ACCENTED: "r", EFFECT: "e",
}  # fmt: skip
_THINGS = {
    PICTURE: "een afbeelding of bestand", LINK: "een link", FORMULA: "een formule",
    FIELD: "een veld", UNSEEN: "verborgen tekst", STRUCK_CODE: STRUCK,
    TAB: "een tab", LINE: "een regeleinde", PAGE: "een pagina-einde", COLUMN: "een kolomeinde",
    FILE: "een ingevoegd bestand", _UNKNOWN: "opmaak die dit programma niet kent",
}  # fmt: skip
_RUN_NAMES = {code: name for name, code in _RUN.items()} | _THINGS
_PARAGRAPH = {
    BORDER: "b", SHADING: "s", FRAMED: "f", DROP_CAP: "d", NEW_PAGE: "p", SECTION: "e",
    COLLAPSED: "c",
}  # fmt: skip
_HEADING, TABLE, _RESTART = "k", "t", "r"
_POINTS = {"bullet": "o", "upperLetter": "l", "lowerLetter": "l", "upperRoman": "m",
           "lowerRoman": "m"}  # fmt: skip
_NUMBERED = "n"
_COUNTED = ("n", "l", "m")
_LISTED = ("o", *_COUNTED)
_PARAGRAPH_NAMES = {
    **{code: name for name, code in _PARAGRAPH.items()},
    SECTION_CODE: "een sectie-einde ervoor",
    _HEADING: "een kop van niveau {}", TABLE: "een plaats in een tabel",
    _RESTART: "een nummering die bij {} begint", "o": "een punt op niveau {}",
    "n": "een genummerd punt op niveau {}", "l": "een punt met letters op niveau {}",
    "m": "een punt met Romeinse cijfers op niveau {}", _UNKNOWN: _THINGS[_UNKNOWN],
}  # fmt: skip
_STYLE, _RUN_STYLE = w("pStyle"), w("rStyle")
# Of a paragraph that has no more than these, its style says all there is to say.
_LOOKS_ONLY = frozenset(
    w(name) for names in (*LOOKS.values(), ("pStyle", "rPr")) for name in names if ":" not in name
)
# Of a paragraph without words.
_VISIBLE_ALONE = frozenset("bsfpe")
_ALONE = {NEW_PAGE_CODE: "een nieuwe pagina", SECTION_CODE: "een sectie-einde"}


class FixedForms:
    """Tells the codes of words and paragraphs, in the order in which they stand in a document."""

    def __init__(self, stylesheet: Styles, counters: Counters) -> None:
        self._stylesheet, self._forms = stylesheet, VisibleForms(stylesheet)
        self._counters = counters
        self._paragraphs = ParagraphReader(stylesheet, counters)
        self._plain: dict[str, str] = {}  # what paragraphs are that have no more than a style
        self._styled: dict[tuple[str, str], tuple[str, tuple[bool, bool]]] = {}  # and runs
        self._last: dict[int, int] = {}  # the last number on each level of the list we are in

    def again(self) -> FixedForms:
        """Return the same for another part, in which the lists begin again."""
        result = FixedForms(self._stylesheet, self._counters.again())
        result._forms, result._plain, result._styled = self._forms, self._plain, self._styled
        return result

    def of_style(self, style_id: str) -> tuple[bool, bool]:
        """Return whether a style strikes its words through, and whether it hides them."""
        style = self._stylesheet.style(style_id)
        return bool(style.doorgehaald), bool(style.hidden)

    def of_run(self, properties: Element, style_id: str) -> tuple[str, tuple[bool, bool]]:
        """Return the codes of words with these properties, and what `of_style` does, of them."""
        if len(properties) != 1 or properties[0].tag != _RUN_STYLE:
            return self._of_run(properties, style_id)
        key = val(properties[0]), style_id
        if key not in self._styled:
            self._styled[key] = self._of_run(properties, style_id)
        return self._styled[key]

    def _of_run(self, properties: Element, style_id: str) -> tuple[str, tuple[bool, bool]]:
        names = self._forms.of_run(properties, style_id)
        codes = ""
        for name in names:
            bare = name.removeprefix(_NOT)
            if bare not in (STRUCK, HIDDEN):
                code = _RUN.get(bare, _UNKNOWN)
                codes += code if bare == name else code.upper()
        return codes, (STRUCK in names, HIDDEN in names)

    def of_paragraph(self, properties: Element | None, style_id: str, *, in_table: bool) -> str:
        """Return the codes of a paragraph; `style_id` is that in its `w:pPr`."""
        is_plain = properties is None or (
            bool(style_id) if len(properties) == 1 else _says_looks_alone(properties)
        )
        codes = self._plain.get(style_id) if is_plain else None
        if codes is None:
            codes = self._of_paragraph(properties)
            if is_plain and not codes.startswith(_COUNTED):
                self._plain[style_id] = codes
        if self._last and not codes.startswith(_LISTED):  # behind other text a list begins again
            self._last.clear()
        return codes + TABLE if in_table else codes

    def _of_paragraph(self, properties: Element | None) -> str:
        read = self._paragraphs.read(properties)
        codes = ""
        if read.outline is not None:
            codes = f"{_HEADING}{read.outline + 1}"
        elif read.number is not None and read.number.form != "none":
            codes = _POINTS.get(read.number.form, _NUMBERED) + str(read.list_level + 1)
            if read.number.form != "bullet":
                codes += self._counted(read.list_level, read.number.value)
        elif read.list_style and not read.num_id:
            codes = ("o" if read.list_style == "bullet" else "n") + str(read.list_level + 1)
        for name in self._forms.of_paragraph(properties):
            codes += _PARAGRAPH.get(name, _UNKNOWN)
        return codes

    def _counted(self, level: int, value: int) -> str:
        """Return the code of a number that does not follow from the one before it."""
        before = self._last.get(level, 0)
        for deeper in [one for one in self._last if one > level]:
            del self._last[deeper]
        self._last[level] = value
        return "" if value == before + 1 else f"{_RESTART}{value}"


def _says_looks_alone(properties: Element) -> bool:
    return all(one.tag in _LOOKS_ONLY for one in properties)


def shows_alone(codes: str) -> bool:
    """Whether a paragraph with these codes shows something without words."""
    return not _VISIBLE_ALONE.isdisjoint(codes)


def name_bare(codes: str) -> str:
    """Return how to name a paragraph without words, of which that is all that shows."""
    split = [code for code in split_paragraph_codes(codes) if code[0] in _VISIBLE_ALONE]
    if all(code in _ALONE for code in split):
        return f"[{' en '.join(_ALONE[code] for code in split)}]"
    return f"[alinea zonder woorden, met {' en '.join(name_paragraph_codes(split))}]"


def name_run_codes(codes: Iterable[str]) -> list[str]:
    """Return what the codes of words are called."""
    return [
        _RUN_NAMES[code] if code in _RUN_NAMES else f"{_NOT}{_RUN_NAMES[code.lower()]}"
        for code in codes
    ]


def name_paragraph_codes(codes: Iterable[str]) -> list[str]:
    """Return what the codes of a paragraph are called."""
    return [_PARAGRAPH_NAMES[code[0]].format(code[1:]) for code in codes]


def split_paragraph_codes(codes: str) -> list[str]:
    """Return the codes of a paragraph, each with its number."""
    return re.findall("[a-zE][0-9]*", codes)


def style_of(properties: Element | None) -> str:
    """Return the id of the style in `w:pPr`, empty without one."""
    if properties is None or not len(properties):
        return ""
    first = properties[0]  # where the schema wants it
    return val(first) if first.tag == _STYLE else val(child(properties, "pStyle"))
