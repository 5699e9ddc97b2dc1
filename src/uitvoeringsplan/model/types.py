"""The types of question: each a class, and at the end the register that names them all.

A new one is a class and an entry there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.datum import datum_in_words, other_weekday, read_datum
from uitvoeringsplan.model.vraag import REGEL, TEKST, Asking, LineType, Shape, Verplicht, VraagType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


def find_choice(vraag: Vraag, tekst: str) -> str:
    """Return the choice that somebody meant; raises AntwoordError when there is none."""
    for keuze in vraag.keuzes:
        if keuze.casefold() == tekst.casefold():
            return keuze
    raise AntwoordError(vraag.id, f"“{tekst}” is geen keuze. Kies uit: {', '.join(vraag.keuzes)}.")


class KeuzeType(LineType):
    """One of the choices of the question."""

    name = "keuze"
    asking = Asking.CHOICE
    has_choices = True

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the choice as the question writes it."""
        return find_choice(vraag, tekst)

    def hint(self, vraag: Vraag) -> str:
        """Return the choices."""
        return f"Typ een van deze woorden: {', '.join(vraag.keuzes)}."

    def is_carried_over(self, vraag: Vraag) -> bool:
        """Whether there is no default, which a next plan starts with."""
        return not vraag.standaard


class DatumType(LineType):
    """A day, stored as 2027-03-31."""

    name = "datum"

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the date in ISO form."""
        datum = read_datum(tekst)
        if datum is not None:
            return datum.isoformat()
        if weekdag := other_weekday(tekst):
            raise AntwoordError(
                vraag.id,
                f"“{tekst}” kan niet: die dag is een {weekdag}. Verbeter de dag of de datum.",
            )
        raise AntwoordError(
            vraag.id,
            f"“{tekst}” is geen datum. Schrijf de datum als 3 maart 2027 of 03-03-2027.",
        )

    def in_words(self, vraag: Vraag, tekst: str) -> str:
        """Return the date as 31 maart 2027."""
        del vraag
        return datum_in_words(tekst)

    def hint(self, vraag: Vraag) -> str:
        """Return two ways to write a date."""
        del vraag
        return "Typ een datum, zoals 3 maart 2027 of 03-03-2027."

    def is_carried_over(self, vraag: Vraag) -> bool:
        """Whether it says something in a next plan: no, a date belongs to one version."""
        del vraag
        return False


class GetalType(LineType):
    """A whole number."""

    name = "getal"

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the digits as they are."""
        if not re.fullmatch(r"-?[0-9]{1,15}", tekst):
            raise AntwoordError(
                vraag.id,
                vraag.controle.melding
                or f"“{tekst}” is geen heel getal. Gebruik alleen cijfers, bijvoorbeeld 2027.",
            )
        return tekst

    def measure(self, tekst: str) -> tuple[int, str]:
        """Return the number itself."""
        return int(tekst), ""

    def hint(self, vraag: Vraag) -> str:
        """Return that it is a whole number."""
        del vraag
        return "Typ een heel getal."

    def sort_key(self, tekst: str) -> tuple[int, str]:
        """Return the number first; 0 for what is none."""
        getal = int(tekst) if re.fullmatch("-?[0-9]+", tekst) else 0
        return getal, tekst.casefold()


class JaNeeType(LineType):
    """Yes or no."""

    name = "jaanee"
    asking = Asking.CHOICE

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return `ja` or `nee`."""
        antwoord = {"ja": "ja", "j": "ja", "nee": "nee", "n": "nee"}.get(tekst.lower())
        if antwoord is None:
            raise AntwoordError(vraag.id, f"“{tekst}” is geen antwoord. Antwoord met ja of nee.")
        return antwoord

    def choices(self, vraag: Vraag) -> tuple[str, ...]:
        """Return the two answers."""
        del vraag
        return ("ja", "nee")

    def hint(self, vraag: Vraag) -> str:
        """Return the two answers."""
        del vraag
        return "Typ ja of nee."


class LijstType(VraagType):
    """Points, each a line."""

    name = "lijst"
    holds_names = True
    separator = "\n"

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return lines without any list mark as points; a text that has marks stays as it is."""
        del vraag
        regels = tekst.split("\n")
        if any(re.match(r" *(- |\d{1,3}\. )", regel) for regel in regels):
            return tekst
        return "\n".join(f"- {regel.strip()}" for regel in regels if regel.strip())

    def off_a_line(self, tekst: str) -> str:
        """Return the points that stood behind each other as points."""
        from uitvoeringsplan.model.answer_markup import ListItem, Run  # noqa: PLC0415 - idem
        from uitvoeringsplan.model.markup_writer import write_canonical  # noqa: PLC0415 - seldom

        punten = (punt for punt in re.split(r";\s+", tekst) if punt.strip())
        return write_canonical(tuple(ListItem((Run(punt),)) for punt in punten))

    def hint(self, vraag: Vraag) -> str:
        """Return that every point is a line."""
        del vraag
        return "Typ elk punt op een eigen regel."


class MeerkeuzeType(LijstType):
    """Some of the choices of the question, each a point."""

    name = "meerkeuze"
    asking = Asking.CHOICES
    has_choices = True
    holds_names = False

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the choices as the question writes them; dashes alone are no choices."""
        regels = (regel.strip() for regel in tekst.split("\n"))
        punten = (regel.removeprefix("- ").strip() for regel in regels if regel.strip("- "))
        return "\n".join(f"- {find_choice(vraag, punt)}" for punt in punten)

    def hint(self, vraag: Vraag) -> str:
        """Return the choices."""
        return f"Typ elke keuze op een eigen regel: {', '.join(vraag.keuzes)}."

    def compared(self, vraag: Vraag, waarde: str) -> str:
        """Return one of the choices: a condition looks for it among the points."""
        return find_choice(vraag, waarde)

    def merge(self, vraag: Vraag, basis: str, een: str, ander: str) -> str | None:
        """Return nothing: which choices go together, only the user knows."""
        del vraag, basis, een, ander
        return None


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


#: In the order in which a message names them.
TYPES: dict[str, VraagType] = {
    een.name: een
    for een in (
        TEKST,
        REGEL,
        LijstType(),
        KeuzeType(),
        MeerkeuzeType(),
        DatumType(),
        GetalType(),
        JaNeeType(),
        TabelType(),
    )
}


def column_types() -> list[str]:
    """Return the names of the types that a column of a table can have."""
    return [naam for naam, een in TYPES.items() if een.shape is Shape.LINE]
