"""What comes out: a picture with its size on paper and its words; and what goes in: the looks."""

from __future__ import annotations

from uitvoeringsplan.named_tuple import NamedTuple

#: The room on a lying A4 page of the house, in centimetres, less the caption.
WIDTH_LYING, HEIGHT_LYING = 24.7, 14.2
#: The room on a standing A4 page.
WIDTH_STANDING, HEIGHT_STANDING = 16.0, 21.0
_SMALST, _LAAGST = 9.0, 3.0  # with less room a drawing is made this large, and shown smaller


class Tekening(NamedTuple):
    """A PNG, how large it is meant to be shown, and the same content in words."""

    png: bytes
    breedte_cm: float
    hoogte_cm: float
    alternatief: str


class Looks(NamedTuple):
    """The colours of the house style (RRGGBB) and the room on the page, in centimetres."""

    accent: str = "0B5563"
    tekst: str = "1F2A2E"
    breedte_cm: float = WIDTH_LYING
    hoogte_cm: float = HEIGHT_LYING
    is_drawn: bool = True  # else there is no PNG, only its size and its words

    @property
    def schaal(self) -> float:
        """How much smaller than drawn it is shown; 1 where there is room enough."""
        return min(1.0, max(self.breedte_cm, 1.0) / _SMALST)

    @property
    def tekenmaat(self) -> tuple[float, float]:
        """The room to draw in, in centimetres."""
        return max(self.breedte_cm, _SMALST), max(self.hoogte_cm / self.schaal, _LAAGST)


DEFAULT_LOOKS = Looks()
STANDING = Looks(breedte_cm=WIDTH_STANDING, hoogte_cm=HEIGHT_STANDING)
