"""Telling whether two answers say the same, without keeping the answers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Paragraph, emphases, read_markup
from uitvoeringsplan.model.checksum import digest

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


@lru_cache(maxsize=256)  # reading back asks it of each answer for several reasons
def fingerprint(text: str) -> str:
    """Return 16 hex digits for a cleaned answer, or an empty text for no answer.

    They are taken from its blocks, so two ways of writing the same paragraphs, points and emphasis
    have one fingerprint: exactly those with the same canonical form (`model.markup_writer`).
    """
    parts: list[str] = []
    for block in read_markup(text):
        # Signs that no cleaned text can hold keep the parts apart.
        parts.append("\x1e" if isinstance(block, Paragraph) else f"\x1f{block.level}{block.number}")
        for run in block.runs:
            dress = "".join(kind.name for kind in emphases(run))
            parts.append(f"\x1c{dress}\x1d{run.adres}\x1d{run.text}")
    return digest("".join(parts).encode(), 16) if parts else ""


def antwoord_fingerprint(vraag: Vraag, text: str) -> str:
    """Return the fingerprint of an answer as a document shows it.

    A document sorts the rows of a table, so two orders of the same rows have one fingerprint.
    """
    return fingerprint(vraag.type.as_shown(vraag, text) if text else "")
