"""Finding questions by words that somebody remembers of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.beurt import Plek


def find_plekken(plekken: Iterable[Plek], gezocht: str) -> list[Plek]:
    """Return the questions that have every word, or part of one, in label, question or chapter.

    Capitals and accents make no difference; without any word all are found.
    """
    woorden = _plat(gezocht).split()
    return [plek for plek in plekken if all(woord in _tekst(plek) for woord in woorden)]


def _tekst(plek: Plek) -> str:
    return _plat(f"{plek.label}\n{plek.vraag}\n{plek.onderdeel}")


def _plat(tekst: str) -> str:
    """Return a text without capitals and accents: Unicode 15, 3.13 (folding), 3.6 (marks)."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))
