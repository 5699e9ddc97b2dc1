"""Where in a template the drawings come, and how much room there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.word.invulvelden import BEELD, HUISSTIJL, SDT, SDT_INHOUD, tag_van

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Afdruk

#: The text of a standing A4 page with usual margins: width and height in centimetres.
A4_RUIMTE = (16.0, 24.7)
_PER_CM = 567  # twentieths of a point
_MATEN = {b"pgSz": (b"w", b"h"), b"pgMar": (b"left", b"right", b"top", b"bottom")}


class Beeldplek(NamedTuple):
    """The control that marks where the drawing of a question comes.

    What stands in it leads up to the drawing, and goes when there is nothing to draw. `ruimte` is
    the width and height of the text on its page, in centimetres.
    """

    vraag_id: str
    begin: int
    binnen: int
    slot: int
    einde: int
    ruimte: tuple[float, float]


def vind_beeldplekken(afdruk: Afdruk) -> list[Beeldplek]:
    """Return the places for drawings, in document order."""
    return [
        Beeldplek(
            tag.removeprefix(BEELD),
            element.begin,
            inhoud.binnen,
            inhoud.slot,
            element.einde,
            _ruimte(afdruk.data, element.einde),
        )
        for element in afdruk.alle(SDT)
        if (tag := tag_van(element)).startswith(BEELD)
        and tag not in HUISSTIJL
        and (inhoud := element.kind(SDT_INHOUD)) is not None
    ]


def _ruimte(data: bytes, plaats: int) -> tuple[float, float]:
    """Return the room on the page at a place: its section ends at the next properties of one."""
    maten: dict[bytes, int] = {}
    for naam, kanten in _MATEN.items():
        element = re.compile(rb"<\w+:" + naam + rb"\b[^>]*>").search(data, plaats)
        for kant in kanten:
            waarde = element and re.search(rb":" + kant + rb"=\"(\d{1,5})\"", element[0])
            maten[kant] = int(waarde[1]) if waarde else 0
    if not (maten[b"w"] and maten[b"h"]):
        return A4_RUIMTE
    breed = maten[b"w"] - maten[b"left"] - maten[b"right"]
    hoog = maten[b"h"] - maten[b"top"] - maten[b"bottom"]
    return breed / _PER_CM, hoog / _PER_CM
