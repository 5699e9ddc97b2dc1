"""Tables as Markdown has them: one line a row, one cell a column, nothing merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.markdown_text import een_regel
from uitvoeringsplan.model.document import Aard, Cel, Passage, rooster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.document import Celrij, Tabel

_LEEG = Cel(())


def is_plat(tabel: Tabel) -> bool:
    """Whether every cell holds one line at most."""
    return len(tabel.kop) <= 1 and all(
        not cel.inhoud
        or (
            len(cel.inhoud) == 1
            and isinstance(cel.inhoud[0], Passage)
            and cel.inhoud[0].aard is not Aard.TITEL
            and "\n" not in "".join(deel.tekst for deel in cel.inhoud[0].tekst)
        )
        for rij in (*tabel.kop, *tabel.rijen)
        for cel in rij
    )


def platte_tabel(kop: Sequence[Celrij], rijen: Sequence[Celrij]) -> list[str]:
    """Return the lines of a table; one without a header row gets an empty one, for it must."""
    breedte = max(len(rij) for rij in (*kop, *rijen))

    def regel(rij: Celrij) -> str:
        cellen = [_celtekst(cel) for cel in rij] + [""] * (breedte - len(rij))
        return f"| {' | '.join(cellen)} |"

    return [
        regel(kop[0] if kop else (_LEEG,) * breedte),
        f"|{' --- |' * breedte}",
        *(regel(rij) for rij in rijen),
    ]


def _celtekst(cel: Cel) -> str:
    return " ".join(een_regel(blok.tekst) for blok in cel.inhoud if isinstance(blok, Passage))


def uitgevouwen(rijen: Sequence[Celrij]) -> list[Celrij]:
    """Return rows with a cell in every column: what was merged stands in the first of them."""
    return [tuple(vak.cel if vak.begint else _LEEG for vak in rij) for rij in rooster(rijen)]
