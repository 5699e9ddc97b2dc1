"""Answers that are one value: a choice, a date, a number, yes or no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.datum import datum_in_words, other_weekday, read_datum
from uitvoeringsplan.model.vraag import Asking, LineType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


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


def find_choice(vraag: Vraag, tekst: str) -> str:
    """Return the choice that somebody meant; raises AntwoordError when there is none."""
    for keuze in vraag.keuzes:
        if keuze.casefold() == tekst.casefold():
            return keuze
    raise AntwoordError(vraag.id, f"“{tekst}” is geen keuze. Kies uit: {', '.join(vraag.keuzes)}.")
