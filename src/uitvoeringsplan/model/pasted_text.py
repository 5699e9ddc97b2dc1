"""Text pasted from Word: its bullets and numbers as the signs that we use for them."""

from __future__ import annotations

import re

from uitvoeringsplan.model.cleaning import clean

# The bullets of Word and of web pages: the signs themselves, those of the fonts Symbol and
# Wingdings that come along as private characters, and the letter o with a tab behind it.
_BULLET = re.compile(
    "^([ \t\u00a0]*)(?:[•‣◦▪▫■□●○∙⁃➢➤✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076][ \t\u00a0]*"
    "|[·–—\\-*][ \u00a0]*\t[ \t\u00a0]*|[·–—*][ \u00a0]+(?=\\S)|o[ \u00a0]*\t[ \t\u00a0]*)(?=\\S)",
    re.MULTILINE,
)
_NUMBER = re.compile("^([ \t\u00a0]*)(\\d{1,3})[.)][ \u00a0]*\t[ \t\u00a0]*(?=\\S)", re.MULTILINE)
# Word's own sign for the second level; a tab or four blanks before any sign mean the same.
_SECOND_LEVEL = re.compile("^[ \t\u00a0]*(?:o[ \u00a0]*\t|[◦○▫□])")


def read_pasted(text: str) -> str:
    """Return pasted text cleaned, with its points as `- ` and `1. `, deeper ones indented."""
    return clean("\n".join(_line(line) for line in _lines(text)))


def _lines(text: str) -> list[str]:
    return re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text)


def _line(line: str) -> str:
    deep = "  " if _SECOND_LEVEL.match(line) or re.match("\t|[ \u00a0]{4}", line) else ""
    if item := _BULLET.match(line):
        return f"{deep}- {line[item.end() :]}"
    if number := _NUMBER.match(line):
        return f"{deep}{number[2]}. {line[number.end() :]}"
    return line
