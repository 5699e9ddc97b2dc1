"""Where F8 stops in a text, and what there is to choose there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.leesbaarheid import LANGSTE_ZIN, find_leesproblemen

if TYPE_CHECKING:
    from uitvoeringsplan.model.leesbaarheid import Leesprobleem
    from uitvoeringsplan.model.spelling import Spelling


class Halte(NamedTuple):
    """A place to look at: what is the matter there, and what could stand there instead.

    `is_spelling` is a word that no dictionary has: what it could be comes from elsewhere, and a
    user may say that it is right.
    """

    van: int
    tot: int
    uitleg: str
    keuzes: tuple[str, ...] = ()
    is_spelling: bool = False


def next_halte(tekst: str, vanaf: int, spelling: Spelling | None) -> Halte | None:
    """Return the first place at or behind `vanaf`, or else the first of all; None without any.

    Words that are wrong come first; what is hard to read only when there are none of those.
    """
    fouten = spelling.all_fouten(tekst) if spelling else []
    haltes = [_misspelled(tekst, *fout) for fout in fouten] or [
        _hard_to_read(tekst, probleem) for probleem in find_leesproblemen(tekst)
    ]
    return next((halte for halte in haltes if halte.tot >= vanaf), haltes[0] if haltes else None)


def _misspelled(tekst: str, van: int, tot: int) -> Halte:
    woord = tekst[van:tot].rstrip("-")
    uitleg = f"“{woord}” staat niet in het woordenboek."
    return Halte(van, van + len(woord), uitleg, is_spelling=True)


def _hard_to_read(tekst: str, probleem: Leesprobleem) -> Halte:
    if probleem.woorden:
        uitleg = (
            f"Deze zin heeft {probleem.woorden} woorden. Boven de {LANGSTE_ZIN} raakt bijna"
            " iedereen de draad kwijt: maak er kortere zinnen van."
        )
        return Halte(probleem.van, probleem.tot, uitleg)
    woord = " ".join(tekst[probleem.van : probleem.tot].split())
    keuzes = tuple(
        gewoon[:1].upper() + gewoon[1:] if woord[0].isupper() else gewoon
        for gewoon in probleem.gewoon
    )
    return Halte(probleem.van, probleem.tot, f"“{woord}” kan gewoner.", keuzes)
