"""Answers that are points: a list, and several of the choices of a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.types.value_types import find_choice
from uitvoeringsplan.model.vraag import Asking, VraagType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


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
