"""Elements of the document in the making, with parts that a condition opens and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.maker.bronblokken import Als, Einde

if TYPE_CHECKING:
    from uitvoeringsplan.maker.besturing import Besturing
    from uitvoeringsplan.maker.bronblokken import Blok
    from uitvoeringsplan.maker.elementen import Element


class Bouwsel:
    """A row of elements; while a condition is open, what comes goes into its part."""

    def __init__(self, besturing: Besturing) -> None:
        self._besturing = besturing
        self._stapel: list[tuple[str, list[Element]]] = [("", [])]

    @property
    def inhoud(self) -> list[Element]:
        """The elements of the part that is open now; new ones are added here."""
        return self._stapel[-1][1]

    def neem(self, blok: Blok) -> bool:
        """Open or close a part when `blok` says so; False when it says something else."""
        if isinstance(blok, Als):
            self._stapel.append((blok.voorwaarde, []))
        elif isinstance(blok, Einde):
            voorwaarde, inhoud = self._stapel.pop()
            self.inhoud.append(self._besturing.deel(voorwaarde, inhoud))
        else:
            return False
        return True
