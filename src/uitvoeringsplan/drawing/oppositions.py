"""Groups and what divides them: what a map of oppositions shows, and what it says in words.

A group is one place on the map, in however many rows it stands; capitals make no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH, bounded, shorten
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Kolom

_NONE = frozenset({"", "-", "–", "geen", "nvt", "n.v.t.", "nee", "onbekend"})
_ONLY_NUMBER = re.compile(r"([0-9]{1,4})(?: \w+)?")
_TEGENSTELLINGEN = ("tegenstelling", "tegenstellingen")
_NOT_DRAWN = 300  # characters of the words for rows without two groups
_MAX_GROUP = 60
_MAX_THEME = 70


class Tegenstelling(NamedTuple):
    """Two groups, by their number on the map, and what is between them."""

    wij: int
    zij: int
    thema: str = ""
    voorvallen: int = 0

    @property
    def telling(self) -> str:
        """The number of incidents in words."""
        if not self.voorvallen:
            return "geen voorvallen"
        return "1 voorval" if self.voorvallen == 1 else f"{self.voorvallen} voorvallen"


class Kaart(NamedTuple):
    """The groups in order of appearance and the oppositions between them.

    `onvolledig` names the rows that cannot be drawn, because one of the two groups is missing.
    """

    groepen: tuple[str, ...] = ()
    tegenstellingen: tuple[Tegenstelling, ...] = ()
    onvolledig: tuple[str, ...] = ()

    @classmethod
    def from_tabel(cls, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Kaart:
        """Return the map of a table with the columns wij, zij, thema and voorvallen.

        Rows about the same two groups and the same theme are one opposition.
        """
        plek = {kolom.id: nummer for nummer, kolom in enumerate(kolommen)}
        groepen: dict[str, tuple[int, str]] = {}
        gezien: dict[tuple[int, int, str], Tegenstelling] = {}
        onvolledig: list[str] = []
        for rij in rijen:
            wij, zij, thema, voorvallen = (
                rij[plek[naam]].strip() if naam in plek else ""
                for naam in ("wij", "zij", "thema", "voorvallen")
            )
            if not (wij and zij):
                onvolledig += (
                    [shorten(wij or zij or thema, _MAX_GROUP)] if wij or zij or thema else []
                )
                continue
            een, ander = (
                groepen.setdefault(naam.casefold(), (len(groepen), naam))[0] for naam in (wij, zij)
            )
            sleutel = (min(een, ander), max(een, ander), thema.casefold())
            eerder = gezien.get(sleutel, Tegenstelling(een, ander, thema))
            gezien[sleutel] = eerder._replace(voorvallen=eerder.voorvallen + _count(voorvallen))
        namen = tuple(naam for _, naam in groepen.values())
        return cls(namen, tuple(gezien.values()), tuple(onvolledig))

    def alternatief(self, deel: int = 1, delen: int = 1) -> str:
        """Return what a drawing of this map says, in words; `deel` counts from 1.

        Never longer than GRENS: what does not fit is counted, and stands in the table.
        """
        if not self.tegenstellingen:
            return ""
        plek = f", deel {deel} van {delen}" if delen > 1 else ""
        aantal = len(self.tegenstellingen)
        groepen = "1 groep" if len(self.groepen) == 1 else f"{len(self.groepen)} groepen"
        kop = (
            f"Kaart van tegenstellingen{plek}:"
            f" {aantal} {_TEGENSTELLINGEN[aantal != 1]} tussen {groepen}."
        )
        zinnen = [("Wie tegenover wie", [self._in_woorden(t) for t in self.tegenstellingen])]
        rest = self._niet_getekend(_NOT_DRAWN)
        tekst = bounded(kop, zinnen, MAX_LENGTH - len(rest), _TEGENSTELLINGEN)
        return tekst + self._niet_getekend(MAX_LENGTH - len(tekst))

    def _in_woorden(self, een: Tegenstelling) -> str:
        wij, zij = (shorten(self.groepen[nummer], _MAX_GROUP) for nummer in (een.wij, een.zij))
        thema = f" over {shorten(een.thema, _MAX_THEME)}" if een.thema else ""
        return f"{wij} tegenover {zij}{thema} ({een.telling})"

    def _niet_getekend(self, ruimte: int) -> str:
        if not self.onvolledig:
            return ""
        groep = [("Niet getekend, want er ontbreekt een groep", self.onvolledig)]
        return bounded("", groep, ruimte, ("rij", "rijen"))


def _count(voorvallen: str) -> int:
    """Return how many incidents a cell names: a number, or a list with semicolons.

    Commas do not part incidents, for they are part of how one is told.
    """
    if voorvallen.casefold() in _NONE:
        return 0
    if getal := _ONLY_NUMBER.fullmatch(voorvallen):
        return int(getal[1])
    return sum(1 for deel in voorvallen.split(";") if deel.strip())
