"""The types of question: each a class, and at the end the register that names them all.

A new one is a class and an entry there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.datum import datum_in_words, other_weekday, read_datum
from uitvoeringsplan.model.vraag import LINE, TEXT, Asking, LineType, Shape, Verplicht, VraagType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


def find_choice(vraag: Vraag, text: str) -> str:
    """Return the choice that somebody meant; raises AntwoordError when there is none."""
    for keuze in vraag.keuzes:
        if keuze.casefold() == text.casefold():
            return keuze
    raise AntwoordError(vraag.id, f"“{text}” is geen keuze. Kies uit: {', '.join(vraag.keuzes)}.")


class KeuzeType(LineType):
    """One of the choices of the question."""

    name = "keuze"
    asking = Asking.CHOICE
    has_choices = True

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the choice as the question writes it."""
        return find_choice(vraag, text)

    def hint(self, vraag: Vraag) -> str:
        """Return the choices."""
        return f"Typ een van deze woorden: {', '.join(vraag.keuzes)}."

    def is_carried_over(self, vraag: Vraag) -> bool:
        """Whether there is no default, which a next plan starts with."""
        return not vraag.standaard


class DatumType(LineType):
    """A day, stored as 2027-03-31."""

    name = "datum"

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the date in ISO form."""
        datum = read_datum(text)
        if datum is not None:
            return datum.isoformat()
        if weekday := other_weekday(text):
            raise AntwoordError(
                vraag.id,
                f"“{text}” kan niet: die dag is een {weekday}. Verbeter de dag of de datum.",
            )
        raise AntwoordError(
            vraag.id,
            f"“{text}” is geen datum. Schrijf de datum als 3 maart 2027 of 03-03-2027.",
        )

    def in_words(self, vraag: Vraag, text: str) -> str:
        """Return the date as 31 maart 2027."""
        del vraag
        return datum_in_words(text)

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

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the digits as they are."""
        if not re.fullmatch(r"-?[0-9]{1,15}", text):
            raise AntwoordError(
                vraag.id,
                vraag.controle.melding
                or f"“{text}” is geen heel getal. Gebruik alleen cijfers, bijvoorbeeld 2027.",
            )
        return text

    def measure(self, text: str) -> tuple[int, str]:
        """Return the number itself."""
        return int(text), ""

    def hint(self, vraag: Vraag) -> str:
        """Return that it is a whole number."""
        del vraag
        return "Typ een heel getal."

    def sort_key(self, text: str) -> tuple[int, str]:
        """Return the number first; 0 for what is none."""
        getal = int(text) if re.fullmatch("-?[0-9]+", text) else 0
        return getal, text.casefold()


class JaNeeType(LineType):
    """Yes or no."""

    name = "jaanee"
    asking = Asking.CHOICE

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return `ja` or `nee`."""
        antwoord = {"ja": "ja", "j": "ja", "nee": "nee", "n": "nee"}.get(text.lower())
        if antwoord is None:
            raise AntwoordError(vraag.id, f"“{text}” is geen antwoord. Antwoord met ja of nee.")
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

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return lines without any list mark as points; a text that has marks stays as it is."""
        del vraag
        lines = text.split("\n")
        if any(re.match(r" *(- |\d{1,3}\. )", line) for line in lines):
            return text
        return "\n".join(f"- {line.strip()}" for line in lines if line.strip())

    def off_a_line(self, text: str) -> str:
        """Return the points that stood behind each other as points."""
        from uitvoeringsplan.model.answer_markup import ListItem, Run  # noqa: PLC0415 - idem
        from uitvoeringsplan.model.markup_writer import write_canonical  # noqa: PLC0415 - seldom

        punten = (punt for punt in re.split(r";\s+", text) if punt.strip())
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

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the choices as the question writes them; dashes alone are no choices."""
        lines = (line.strip() for line in text.split("\n"))
        punten = (line.removeprefix("- ").strip() for line in lines if line.strip("- "))
        return "\n".join(f"- {find_choice(vraag, punt)}" for punt in punten)

    def hint(self, vraag: Vraag) -> str:
        """Return the choices."""
        return f"Typ elke keuze op een eigen regel: {', '.join(vraag.keuzes)}."

    def compared(self, vraag: Vraag, value: str) -> str:
        """Return one of the choices: a condition looks for it among the points."""
        return find_choice(vraag, value)

    def merge(self, vraag: Vraag, basis: str, one: str, other: str) -> str | None:
        """Return nothing: which choices go together, only the user knows."""
        del vraag, basis, one, other
        return None


class TabelType(VraagType):
    """A table with the columns of the question."""

    name = "tabel"
    shape = Shape.TABLE
    asking = Asking.TABLE
    separator = "\n"

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the rows in which a cell is filled, each cell in the form of its column."""
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        vragen = [kolom.vraag for kolom in vraag.kolommen]
        try:
            return write_tabel(
                [_cell(number, one, cel) for one, cel in zip(vragen, rij, strict=True)]
                for number, rij in enumerate(read_tabel(vraag.kolommen, text), 1)
                if any(rij)
            )
        except TabelError as error:
            raise AntwoordError(vraag.id, error.message) from None

    def measure(self, text: str) -> tuple[int, str]:
        """Return how many rows there are."""
        return text.count("\n") + 1, " rijen"

    def in_words(self, vraag: Vraag, text: str) -> str:
        """Return the rows with each cell as people write it."""
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        try:
            rijen = read_tabel(vraag.kolommen, text)
        except TabelError:
            return text
        vragen = [kolom.vraag for kolom in vraag.kolommen]
        words = tuple(
            tuple(one.in_words(cel) for one, cel in zip(vragen, rij, strict=True)) for rij in rijen
        )
        return text if words == rijen else write_tabel(words)

    def on_a_line(self, vraag: Vraag, text: str) -> str:
        """Return the rows behind each other; empty cells are left out."""
        from uitvoeringsplan.model.tabel import visible_tabel  # noqa: PLC0415

        koppen, rijen = visible_tabel(vraag, text)
        return "; ".join(
            "; ".join(f"{kop}: {cel}" for kop, cel in zip(koppen, rij, strict=True) if cel)
            for rij in rijen
        )

    def as_shown(self, vraag: Vraag, text: str) -> str:
        """Return the rows as a document sorts them."""
        from uitvoeringsplan.model.tabel import sorted_rows, write_tabel  # noqa: PLC0415

        return write_tabel(sorted_rows(vraag, text))

    def hint(self, vraag: Vraag) -> str:
        """Return what a row looks like."""
        koppen = " | ".join(kolom.label for kolom in vraag.kolommen)
        return f"Typ elke rij op een eigen regel, zo: | {koppen} |"

    def merge(self, vraag: Vraag, basis: str, one: str, other: str) -> str | None:
        """Return the rows of both, whole; None when an old table has other columns."""
        from uitvoeringsplan.model.sentence_merge import merge_rijen  # noqa: PLC0415
        from uitvoeringsplan.model.tabel import read_tabel, write_tabel  # noqa: PLC0415

        try:
            versies = [read_tabel(vraag.kolommen, text) for text in (basis, one, other)]
        except TabelError:
            return None
        together = merge_rijen(versies[0], versies[1], versies[2])
        return None if together is None else write_tabel(together)


def _cell(number: int, vraag: Vraag, text: str) -> str:
    """Return one cell as it is stored; raises TabelError, which names its row and column."""
    if not text and vraag.verplicht is Verplicht.ALTIJD:
        raise TabelError(number, f"de kolom “{vraag.label}” moet ingevuld zijn.")
    try:
        return vraag.normalise(text)
    except AntwoordError as error:
        raise TabelError(number, f"kolom “{vraag.label}”: {error.message}") from None


#: In the order in which a message names them.
TYPES: dict[str, VraagType] = {
    one.name: one
    for one in (
        TEXT,
        LINE,
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
    return [name for name, one in TYPES.items() if one.shape is Shape.LINE]
