"""Where an answer ends that has no control around it any more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.read_tree import w
from uitvoeringsplan.word.invulvelden import BLADWIJZER
from uitvoeringsplan.word.terug.leesboom import INHOUD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.word.terug.namen import Namen
    from uitvoeringsplan.word.terug.plekken import Besturing, Regel


class Grenzen:
    """Tells where an answer that begins at a paragraph ends."""

    def __init__(
        self, regels: Sequence[Regel], namen: Namen, blokken: Mapping[str, Sequence[Besturing]]
    ) -> None:
        self._regels, self._namen = regels, namen
        # By the paragraph where it begins, whose control stands there.
        self._begint = {
            besturing.begin: vraag_id for vraag_id, lijst in blokken.items() for besturing in lijst
        }
        # Every heading of ours is in the contents list, so it has a mark for that, level by level.
        koppen = [regel for regel in regels if regel.is_kop]
        self._met_merk = {regel.niveau for regel in koppen if _is_gemerkt(regel)}
        self._zonder_merk = Counter(regel.niveau for regel in koppen if not _is_gemerkt(regel))

    def streek(self, van: int, vraag_id: str, *, is_anker: bool) -> range:
        """Return the paragraphs of an answer that begins at one, below its bookmark if it has it.

        A bookmark leads on from the cell that it is in itself.
        """
        pad = self._regels[van - 1].pad if is_anker else None
        tot = van
        for nummer in range(van, len(self._regels)):
            regel = self._regels[nummer]
            pad = regel.pad if pad is None else pad
            # Inside a cell a heading is somebody's own; the cell ends the answer.
            is_einde = regel.pad[: len(pad)] != pad or (regel.is_kop and not pad)
            if is_einde or self._is_ander(nummer, vraag_id):
                break
            # Where there are no bookmarks, a question begins with its label.
            if not is_anker and self._namen.van_label(_tekst(regel)) not in ("", vraag_id):
                break
            tot = nummer + 1
        return range(van, tot)

    def is_eigen_kop(self, nummer: int) -> bool:
        """Whether a heading is none of the document as it was made."""
        if not 0 < nummer < len(self._regels) or not self._met_merk:
            return False
        regel = self._regels[nummer]
        if not regel.is_kop or regel.pad or _is_gemerkt(regel):
            return False
        return regel.niveau in self._met_merk or self._zonder_merk[regel.niveau] == 1

    def _is_ander(self, nummer: int, vraag_id: str) -> bool:
        """Whether the place of another question begins here."""
        regel = self._regels[nummer]
        if any(naam.startswith(BLADWIJZER) for naam in regel.ankers):
            return True
        if self._begint.get(nummer, vraag_id) != vraag_id:
            return True
        return any(
            self._namen.van_kale(besturing) not in ("", vraag_id) for besturing in regel.besturingen
        )


def _tekst(regel: Regel) -> str:
    return "".join(t.text or "" for t in regel.alinea.iter(w("t"))).strip()


def _is_gemerkt(regel: Regel) -> bool:
    return any(INHOUD in naam or naam.startswith(BLADWIJZER) for naam in regel.ankers)
