"""Telling whether two answers say the same, without keeping the answers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Paragraph, emphases, read_markup
from uitvoeringsplan.model.checksum import digest

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


@lru_cache(maxsize=256)  # reading back asks it of each answer for several reasons
def fingerprint(tekst: str) -> str:
    """Return 16 hex digits for a cleaned answer, or an empty text for no answer.

    They are taken from its blocks, so two ways of writing the same paragraphs, points and emphasis
    have one fingerprint: exactly those with the same canonical form (`model.markup_writer`).
    """
    delen: list[str] = []
    for blok in read_markup(tekst):
        # Signs that no cleaned text can hold keep the parts apart.
        delen.append("\x1e" if isinstance(blok, Paragraph) else f"\x1f{blok.niveau}{blok.nummer}")
        for stuk in blok.stukken:
            jas = "".join(kind.name for kind in emphases(stuk))
            delen.append(f"\x1c{jas}\x1d{stuk.adres}\x1d{stuk.tekst}")
    return digest("".join(delen).encode(), 16) if delen else ""


def antwoord_fingerprint(vraag: Vraag, tekst: str) -> str:
    """Return the fingerprint of an answer as a document shows it.

    A document sorts the rows of a table, so two orders of the same rows have one fingerprint.
    """
    return fingerprint(vraag.type.as_shown(vraag, tekst) if tekst else "")
