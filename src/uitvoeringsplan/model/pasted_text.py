"""Text pasted from Word: its bullets and numbers as the signs that we use for them."""

from __future__ import annotations

import re

from uitvoeringsplan.model.tekst import schoon

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


def uit_word(tekst: str) -> str:
    """Return pasted text cleaned, with its points as `- ` and `1. `, deeper ones indented."""
    return schoon("\n".join(_line(regel) for regel in _lines(tekst)))


def _lines(tekst: str) -> list[str]:
    return re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", tekst)


def _line(regel: str) -> str:
    diep = "  " if _SECOND_LEVEL.match(regel) or re.match("\t|[ \u00a0]{4}", regel) else ""
    if punt := _BULLET.match(regel):
        return f"{diep}- {regel[punt.end() :]}"
    if nummer := _NUMBER.match(regel):
        return f"{diep}{nummer[2]}. {regel[nummer.end() :]}"
    return regel
