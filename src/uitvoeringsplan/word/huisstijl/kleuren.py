"""The colours of a house style in the parts of a document.

Word shows the colour of the theme wherever one is named, and other programs the value that stands
beside that name. Both must say the same, also for tints and shades.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.kleur import donkerder, lichter
from uitvoeringsplan.ooxml.insert import w, waarde
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.scan import Element

#: The names of the theme colours that become the accent of the house style.
ACCENTEN = ("accent1", "hyperlink")

_RANDEN = (
    "top", "left", "bottom", "right", "start", "end", "insideH", "insideV", "tl2br", "tr2bl",
    "between", "bar", "bdr",
)  # fmt: skip
_GEKLEURD = frozenset(map(w, ("color", "shd", "u", "background", *_RANDEN)))
# What names a theme colour, what makes a tint or shade of it, and where its value stands.
_PLEKKEN = (
    ("themeColor", "themeTint", "themeShade", "color"),
    ("themeFill", "themeFillTint", "themeFillShade", "fill"),
)
_DEEL = re.compile("[0-9A-Fa-f]{2}")


def herkleurd(data: bytes, wat: str, pad: str, accent: str) -> bytes:
    """Return a part in which every accent of the theme and every link has this colour."""
    if b"themeColor" not in data and b"themeFill" not in data:
        return data
    afdruk = tast_af(data, wat, pad, bewaar=_GEKLEURD.__contains__)
    knippen = []
    for element in (el for naam in sorted(_GEKLEURD) for el in afdruk.alle(naam)):
        nieuw = opening = data[element.begin : element.binnen]
        for naam, kleur in _kleuren(element, accent):
            nieuw = _met_attribuut(nieuw, naam, kleur, afdruk.prefix(pad, wat))
        if nieuw != opening:
            knippen.append(Splice(element.begin, element.binnen, nieuw))
    return splice(data, knippen)


def _kleuren(element: Element, accent: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element that hold the accent, and their colour."""
    for thema, tint, schaduw, naam in _PLEKKEN:
        if waarde(element, thema) not in ACCENTEN:
            continue
        kleur = accent
        if _DEEL.fullmatch(deel := waarde(element, schaduw)):
            kleur = donkerder(kleur, int(deel, 16) / 255)
        elif _DEEL.fullmatch(deel := waarde(element, tint)):
            kleur = lichter(kleur, int(deel, 16) / 255)
        yield "val" if element.naam == w("color") else naam, kleur


def _met_attribuut(opening: bytes, naam: str, kleur: str, p: str) -> bytes:
    """Return an opening tag with this attribute, which gives way when it is there already."""
    sleutel = f"{p}{naam}".encode()
    nieuw = sleutel + f'="{kleur}"'.encode()
    patroon = rb"(?<=\s)" + re.escape(sleutel) + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    uit, keren = re.subn(patroon, nieuw, opening, count=1)
    if keren:
        return uit
    begin = re.match(rb"<[^\s/>]+", opening)
    plek = begin.end() if begin else len(opening)
    return opening[:plek] + b" " + nieuw + opening[plek:]
