"""The marks of a change that someone can accept or reject: what, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.ooxml.names import waarde_xml
from uitvoeringsplan.ooxml.tree import finder, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_NAMEN = {Verandering.WEG: "del", Verandering.NIEUW: "ins"}
_WEGGEHAALD = (("t", "delText"), ("instrText", "delInstrText"))
_ids = finder("//@w:id")
# Bookmarks that a contents list still needs get the numbers right behind the highest.
_RUIMTE = 1_000


class Merken(NamedTuple):
    """Makes the marks of one document."""

    auteur: str
    datum: str  # as the format wants it: 2027-01-31T00:00:00Z
    nummers: Iterator[int]  # of the whole document: no two marks have one number

    def om(self, wat: Verandering, runs: str) -> str:
        """Return runs of text with what became of them; what stayed has no mark."""
        if not runs or wat not in _NAMEN:
            return runs
        if wat is Verandering.WEG:
            # In text itself every < is escaped, so these are the elements.
            for naam, weg in _WEGGEHAALD:
                runs = runs.replace(f"<w:{naam} ", f"<w:{weg} ")
                runs = runs.replace(f"</w:{naam}>", f"</w:{weg}>")
        return f"<w:{_NAMEN[wat]} {self._kenmerk()}>{runs}</w:{_NAMEN[wat]}>"

    def teken(self, wat: Verandering) -> str:
        """Return the mark itself, for the end of a paragraph or a row; empty when it stayed."""
        return f"<w:{_NAMEN[wat]} {self._kenmerk()}/>" if wat in _NAMEN else ""

    def vorige_vorm(self, ppr: str) -> str:
        """Return what says which properties (their inner XML) a paragraph had before."""
        inhoud = f"<w:pPr>{ppr}</w:pPr>" if ppr else "<w:pPr/>"
        return f"<w:pPrChange {self._kenmerk()}>{inhoud}</w:pPrChange>"

    def _kenmerk(self) -> str:
        return (
            f'w:id="{next(self.nummers)}" w:author="{waarde_xml(self.auteur)}"'
            f' w:date="{self.datum}"'
        )


def eerste_nummer(roots: Iterable[Element]) -> int:
    """Return a number from which on no bookmark, note or change in these parts has one."""
    return max((number(id_) or 0 for root in roots for id_ in _ids(root)), default=0) + _RUIMTE
