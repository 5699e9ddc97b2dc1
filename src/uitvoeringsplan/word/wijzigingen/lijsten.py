"""The properties of paragraphs and points in an old and a new text, with their numberings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.block_differences import lijstnummers
from uitvoeringsplan.model.opmaak import Punt
from uitvoeringsplan.word.antwoordxml import point_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.block_differences import Blokverschil
    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.word.antwoordxml import Bijvangst, Stijlen


class _Lijst(NamedTuple):
    """A numbered list of one of the two texts: which one it is, and where it starts."""

    nummer: int
    niveau: int
    begin: int


def vormen(
    verschil: Sequence[Blokverschil], stijlen: Stijlen, vangst: Bijvangst, leeg: str
) -> list[tuple[str, str]]:
    """Return per block its properties in the old and in the new text, as inner XML.

    A list that has points in both texts and starts at the same number keeps its numbering, so that
    it counts on whatever comes or goes; every other list of either text has one of its own.
    `leeg` are the properties of a plain paragraph. What is in one text only has those twice.
    """
    oud = _lijsten([blok.oud for blok in verschil])
    nieuw = _lijsten([blok.nieuw for blok in verschil])
    num_ids: dict[tuple[str, _Lijst], int] = {}
    gedeeld: set[_Lijst] = set()  # of the old text
    for een, ander in zip(oud, nieuw, strict=True):
        if een is None or ander is None or een[1:] != ander[1:]:
            continue
        if een not in gedeeld and ("nieuw", ander) not in num_ids:
            gedeeld.add(een)
            num_ids["oud", een] = num_ids["nieuw", ander] = vangst.nummering(*een[1:])

    def vorm(kant: str, blok: Blok | None, lijst: _Lijst | None) -> str:
        if not isinstance(blok, Punt):
            return leeg
        if lijst is None:
            return point_properties(stijlen, stijlen.niveau(blok))
        if (kant, lijst) not in num_ids:
            num_ids[kant, lijst] = vangst.nummering(*lijst[1:])
        return point_properties(stijlen, lijst.niveau, num_ids[kant, lijst])

    uit = []
    for blok, een, ander in zip(verschil, oud, nieuw, strict=True):
        was = vorm("oud", blok.oud, een) if blok.oud else None
        wordt = vorm("nieuw", blok.nieuw, ander) if blok.nieuw else was or ""
        uit.append((wordt if was is None else was, wordt))
    return uit


def _lijsten(blokken: Sequence[Blok | None]) -> list[_Lijst | None]:
    """Return for every place the numbered list that the point there belongs to."""
    aanwezig = [blok for blok in blokken if blok is not None]
    bekend: dict[int, _Lijst] = {}
    per_blok: list[_Lijst | None] = []
    for blok, nummer in zip(aanwezig, lijstnummers(aanwezig), strict=True):
        if nummer is None or not isinstance(blok, Punt) or blok.nummer is None:
            per_blok.append(None)
        else:
            per_blok.append(bekend.setdefault(nummer, _Lijst(nummer, blok.niveau, blok.nummer)))
    volgende = iter(per_blok)
    return [None if blok is None else next(volgende) for blok in blokken]
