"""Answers that are rows of cells, each cell in the form of its column.

Only a plan with a filled table waits for what reads one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.vraag import Asking, Shape, Verplicht, VraagType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


class TabelType(VraagType):
    """A table with the columns of the question."""

    name = "tabel"
    shape = Shape.TABLE
    asking = Asking.TABLE
    separator = "\n"

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the rows in which a cell is filled, each cell in the form of its column."""
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        vragen = [kolom.vraag for kolom in vraag.kolommen]
        try:
            return write_tabel(
                [_cell(nummer, een, cel) for een, cel in zip(vragen, rij, strict=True)]
                for nummer, rij in enumerate(read_tabel(vraag.kolommen, tekst), 1)
                if any(rij)
            )
        except TabelError as fout:
            raise AntwoordError(vraag.id, fout.melding) from None

    def measure(self, tekst: str) -> tuple[int, str]:
        """Return how many rows there are."""
        return tekst.count("\n") + 1, " rijen"

    def in_words(self, vraag: Vraag, tekst: str) -> str:
        """Return the rows with each cell as people write it."""
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        try:
            rijen = read_tabel(vraag.kolommen, tekst)
        except TabelError:
            return tekst
        vragen = [kolom.vraag for kolom in vraag.kolommen]
        woorden = tuple(
            tuple(een.in_words(cel) for een, cel in zip(vragen, rij, strict=True)) for rij in rijen
        )
        return tekst if woorden == rijen else write_tabel(woorden)

    def on_a_line(self, vraag: Vraag, tekst: str) -> str:
        """Return the rows behind each other; empty cells are left out."""
        from uitvoeringsplan.model.tabel import visible_tabel  # noqa: PLC0415

        koppen, rijen = visible_tabel(vraag, tekst)
        return "; ".join(
            "; ".join(f"{kop}: {cel}" for kop, cel in zip(koppen, rij, strict=True) if cel)
            for rij in rijen
        )

    def as_shown(self, vraag: Vraag, tekst: str) -> str:
        """Return the rows as a document sorts them."""
        from uitvoeringsplan.model.tabel import sorted_rows, write_tabel  # noqa: PLC0415

        return write_tabel(sorted_rows(vraag, tekst))

    def hint(self, vraag: Vraag) -> str:
        """Return what a row looks like."""
        koppen = " | ".join(kolom.label for kolom in vraag.kolommen)
        return f"Typ elke rij op een eigen regel, zo: | {koppen} |"

    def merge(self, vraag: Vraag, basis: str, een: str, ander: str) -> str | None:
        """Return the rows of both, whole; None when an old table has other columns."""
        from uitvoeringsplan.model.sentence_merge import merge_rijen  # noqa: PLC0415
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        try:
            versies = [read_tabel(vraag.kolommen, tekst) for tekst in (basis, een, ander)]
        except TabelError:
            return None
        samen = merge_rijen(versies[0], versies[1], versies[2])
        return None if samen is None else write_tabel(samen)


def _cell(nummer: int, vraag: Vraag, tekst: str) -> str:
    """Return one cell as it is stored; raises TabelError, which names its row and column."""
    if not tekst and vraag.verplicht is Verplicht.ALTIJD:
        raise TabelError(nummer, f"de kolom “{vraag.label}” moet ingevuld zijn.")
    try:
        return vraag.normalise(tekst)
    except AntwoordError as fout:
        raise TabelError(nummer, f"kolom “{vraag.label}”: {fout.melding}") from None
