r"""Tables as text, one row a line, `| cell | cell |`, and as a document shows them.

In a cell a bar is written `\|`, and every backslash right before a bar is doubled; other
backslashes are themselves. So reading what was written gives the same cells, and a row that is
added or changed is one line in a diff.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.tekst import een_regel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vraag import Kolom, Vraag

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

LEGE_CEL = "–"  # a screen reader would pass an empty cell in silence
_BAR = re.compile(r"(\\*)\|")


def lees_tabel(kolommen: Sequence[Kolom], tekst: str) -> _Rijen:
    """Return the cells, row by row; empty lines do not count.

    Raises TabelError for a row that is no row, or has not one cell per column.
    """
    regels = [regel for regel in tekst.split("\n") if regel.strip()]
    rijen = []
    for nummer, regel in enumerate(regels, 1):
        rij = _read_row(regel)
        if not rij:
            raise TabelError(nummer, "een rij begint en eindigt met |, zoals | cel | cel |.")
        if len(rij) != len(kolommen):
            namen = ", ".join(kolom.label for kolom in kolommen)
            raise TabelError(
                nummer,
                f"hier horen {len(kolommen)} cellen ({namen}), maar er staan er {len(rij)}."
                r" Schrijf een | in een cel als \|.",
            )
        rijen.append(rij)
    return tuple(rijen)


def schrijf_tabel(rijen: Iterable[Sequence[str]]) -> str:
    """Return the text of these rows; every cell is cleaned, and set on one line."""
    return "\n".join(
        f"| {' | '.join(_BAR.sub(_escaped, een_regel(cel)) for cel in rij)} |" for rij in rijen
    )


def voeg_toe(rijen: _Rijen, rij: _Rij, plek: int | None = None) -> _Rijen:
    """Return the rows with one more, at the end or before the row that stands at `plek`."""
    plek = len(rijen) if plek is None else plek
    if plek != len(rijen):
        _must_exist(rijen, plek)
    return (*rijen[:plek], rij, *rijen[plek:])


def vervang(rijen: _Rijen, plek: int, rij: _Rij) -> _Rijen:
    """Return the rows with another one at `plek`."""
    _must_exist(rijen, plek)
    return (*rijen[:plek], rij, *rijen[plek + 1 :])


def verplaats(rijen: _Rijen, van: int, naar: int) -> _Rijen:
    """Return the rows with the one at `van` moved, so that it then stands at `naar`."""
    _must_exist(rijen, naar)
    over = verwijder(rijen, van)
    return (*over[:naar], rijen[van], *over[naar:])


def verwijder(rijen: _Rijen, plek: int) -> _Rijen:
    """Return the rows without the one at `plek`."""
    _must_exist(rijen, plek)
    return (*rijen[:plek], *rijen[plek + 1 :])


def gesorteerd(vraag: Vraag, waarde: str) -> _Rijen:
    """Return the rows as they are stored, in the order of the document.

    Rows without a value in the column they are sorted by come last; equal ones keep their order.
    """
    rijen = lees_tabel(vraag.kolommen, waarde)
    if not vraag.sorteer:
        return rijen
    plek = [kolom.id for kolom in vraag.kolommen].index(vraag.sorteer)
    sort_key = vraag.kolommen[plek].type.sort_key
    return tuple(sorted(rijen, key=lambda rij: (not rij[plek], sort_key(rij[plek]))))


def zichtbare_tabel(vraag: Vraag, waarde: str) -> tuple[_Rij, _Rijen]:
    """Return the headers and the rows; cells in words, no column in which nothing is filled in."""
    rijen = gesorteerd(vraag, waarde)
    blijft = [i for i in range(len(vraag.kolommen)) if any(rij[i] for rij in rijen)]
    vragen = [kolom.vraag for kolom in vraag.kolommen]
    return (
        tuple(vraag.kolommen[i].label for i in blijft),
        tuple(tuple(vragen[i].in_woorden(rij[i]) for i in blijft) for rij in rijen),
    )


def _must_exist(rijen: _Rijen, plek: int) -> None:
    # A slice would take a place outside the table, or one counted from the end, without a word.
    if not 0 <= plek < len(rijen):
        raise IndexError(plek)


def _read_row(regel: str) -> _Rij:
    """Return the cells of one line, or nothing when it does not start and end with a bar."""
    regel = regel.strip()
    if not regel.startswith("|"):
        return ()
    cellen: list[str] = []
    cel, vanaf = "", 1
    for streep in _BAR.finditer(regel, 1):
        paren, is_letterlijk = divmod(len(streep[1]), 2)
        cel += regel[vanaf : streep.start()] + "\\" * paren
        vanaf = streep.end()
        if is_letterlijk:
            cel += "|"
        else:
            cellen.append(een_regel(cel))
            cel = ""
    return () if cel or regel[vanaf:] else tuple(cellen)


def _escaped(streep: re.Match[str]) -> str:
    return streep[1] * 2 + r"\|"
