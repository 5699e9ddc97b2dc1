"""The levels of points in Word: the style of each, its sign or number, and its indent.

How many there are is for the markup to say (`model/answer_markup.py:LEVELS`). Everything that
writes a point, makes a template or gives one what it lacks takes the rest from here.
"""

from __future__ import annotations

from uitvoeringsplan.model.answer_markup import LEVELS

INDENT = 397  # 0.7 cm, for each level and for what hangs
# Signs that every typeface has, and formats of ECMA-376 17.18.59. Deeper levels begin again with
# the first, as in Word's own lists.
_SIGNS = "•–"
_NUMBER_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


def _style_names(first: str) -> tuple[str, ...]:
    """Return Word's own names of a style and those of the levels below it."""
    return (first, *(f"{first} {level + 1}" for level in range(1, LEVELS)))


# By level. Names are stored in English in every language version of Word; the ids are not.
BULLET_STYLES = _style_names("List Bullet")
NUMBER_STYLES = _style_names("List Number")


def number_format(level: int) -> str:
    """Return how our lists count at a level, from 0, in the words of `w:numFmt`."""
    return _NUMBER_FORMATS[level % len(_NUMBER_FORMATS)]


def level_xml(
    level: int,
    form: str,
    text: str,
    left: int,
    hanging: int = INDENT,
    *,
    style_id: str = "",
    rpr: str = "",
) -> str:
    """Return a level of a list (ECMA-376 17.9.6), tied to the style that has `style_id`.

    `form` is how it counts, `text` what stands before a point, with %1 for the number of the first
    level, and `rpr` how that looks.
    """
    style = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{rpr}</w:lvl>'
    )


def bullet_level_xml(level: int, *, style_id: str = "", rpr: str = "") -> str:
    """Return a level of a list of points without numbers."""
    sign, left = _SIGNS[level % len(_SIGNS)], INDENT * (level + 1)
    return level_xml(level, "bullet", sign, left, style_id=style_id, rpr=rpr)


def number_level_xml(level: int, *, style_id: str = "") -> str:
    """Return a level of a numbered list."""
    left = INDENT * (level + 1)
    return level_xml(level, number_format(level), f"%{level + 1}.", left, style_id=style_id)
