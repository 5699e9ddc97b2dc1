"""The part of a package that holds the texts of its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import ONBEKENDE_AUTEUR, ingekort
from uitvoeringsplan.ooxml.tree import new, w, write

if TYPE_CHECKING:
    from uitvoeringsplan.model.punt import OpenPunt
    from uitvoeringsplan.ooxml.tree import Element

_LANGSTE_NAAM = 255  # of an author, to the schema
_LANGSTE_LETTERS = 9  # of initials
_MIDDAG = "T12:00:00"  # a moment without a zone, which no program moves to another day


class Opmerkingendeel:
    """The comments of a document; those of its template are not in it."""

    def __init__(self) -> None:
        self._boom = new("comments")
        self.volgende = 0

    def voeg_toe(self, punt: OpenPunt) -> None:
        """Write a point as the comment with number `volgende`."""
        auteur = ingekort(punt.auteur or ONBEKENDE_AUTEUR, _LANGSTE_NAAM)
        letters = ingekort("".join(woord[0] for woord in auteur.split()), _LANGSTE_LETTERS)
        opmerking = new("comment", id=str(self.volgende), author=auteur, initials=letters)
        if punt.datum:
            opmerking.set(w("date"), punt.datum + _MIDDAG)
        opmerking.extend(_alinea(regel) for regel in punt.tekst.split("\n"))
        self._boom.append(opmerking)
        self.volgende += 1

    def data(self) -> bytes:
        """Return the part as it is now."""
        return write(self._boom)


def _alinea(regel: str) -> Element:
    tekst = new("t")
    tekst.text = regel
    tekst.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new("p", new("r", tekst))
