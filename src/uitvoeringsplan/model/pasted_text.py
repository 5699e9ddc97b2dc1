"""Text pasted from Word: its bullets and numbers as the signs that we use for them."""

from __future__ import annotations

import re

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, known_level
from uitvoeringsplan.model.cleaning import clean

# The bullets of Word and of web pages: the signs themselves, those of the fonts Symbol and
# Wingdings that come along as private characters, and the letter o with a tab behind it.
_BULLET = re.compile(
    "^([ \t\u00a0]*)(?:[•‣◦▪▫■□●○∙⁃➢➤✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076][ \t\u00a0]*"
    "|[·–—\\-*][ \u00a0]*\t[ \t\u00a0]*|[·–—*][ \u00a0]+(?=\\S)|o[ \u00a0]*\t[ \t\u00a0]*)(?=\\S)",
    re.MULTILINE,
)
_NUMBER = re.compile("^([ \t\u00a0]*)(\\d{1,3})[.)][ \u00a0]*\t[ \t\u00a0]*(?=\\S)", re.MULTILINE)
# What says how deep a point is: a tab or four blanks for every level, or Word's own sign for it.
# The square of the third level is a sign for a first one too, so it counts below an `o` only.
_STEP = re.compile("\t|[ \u00a0]{4}")
_SECOND_LEVEL = re.compile("^[ \t\u00a0]*(?:o[ \u00a0]*\t|[◦○▫□])")
_THIRD_LEVEL = re.compile("^[ \t\u00a0]*[▪\uf0a7]")


def read_pasted(text: str) -> str:
    """Return pasted text cleaned, with its points as `- ` and `1. `, deeper ones indented."""
    lines: list[str] = []
    by_sign = 0  # how deep the point above is by its sign
    for line in _lines(text):
        item = _point(line)
        by_sign = 0 if item is None else _level_by_sign(line, by_sign)
        level = known_level(max(by_sign, _steps(line)))
        lines.append(line if item is None else LEVEL_INDENT * level + item)
    return clean("\n".join(lines))


def _lines(text: str) -> list[str]:
    return re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text)


def _level_by_sign(line: str, above: int) -> int:
    if _SECOND_LEVEL.match(line):
        return 1
    return 2 if above and _THIRD_LEVEL.match(line) else 0


def _steps(line: str) -> int:
    steps = place = 0
    while step := _STEP.match(line, place):
        steps, place = steps + 1, step.end()
    return steps


def _point(line: str) -> str | None:
    """Return a point with our mark before it; None for a line that is none."""
    if item := _BULLET.match(line):
        return f"- {line[item.end() :]}"
    if number := _NUMBER.match(line):
        return f"{number[2]}. {line[number.end() :]}"
    return None
