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
    width_cm: float
    height_cm: float
    alternatief: str


class Looks(NamedTuple):
    """The colours of the house style (RRGGBB) and the room on the page, in centimetres."""

    accent: str = "0B5563"
    text: str = "1F2A2E"
    width_cm: float = WIDTH_LYING
    height_cm: float = HEIGHT_LYING
    is_drawn: bool = True  # else there is no PNG, only its size and its words

    @property
    def scale(self) -> float:
        """How much smaller than drawn it is shown; 1 where there is room enough."""
        return min(1.0, max(self.width_cm, 1.0) / _SMALST)

    @property
    def sign_size(self) -> tuple[float, float]:
        """The room to draw in, in centimetres."""
        return max(self.width_cm, _SMALST), max(self.height_cm / self.scale, _LAAGST)


DEFAULT_LOOKS = Looks()
STANDING = Looks(width_cm=WIDTH_STANDING, height_cm=HEIGHT_STANDING)
