"""The places for what a house style brings: the logo and the address.

A template marks them with a content control that has a tag of its own. In a finished document
there is no such control: it gives way to what came in its place, or goes altogether.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.insert import P_PR as VOLGORDE
from uitvoeringsplan.ooxml.names import DRAWINGML, R, W
from uitvoeringsplan.word.invulvelden import (
    HUISSTIJL,
    P_PR,
    SDT,
    SDT_INHOUD,
    SDT_PR,
    TAG,
    TC,
    TR,
    P,
    tag_van,
)

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Afdruk, Element

_TBL, _BODY, _TEKENING = (f"{W} {naam}" for naam in ("tbl", "body", "drawing"))
_BLIP = f"{DRAWINGML} blip"
_BLOKKEN = (P, SDT, _TBL)
# All properties of paragraphs, because one that is added must come at its place among them.
_NODIG = frozenset((
    SDT, SDT_PR, SDT_INHOUD, TAG, P, P_PR, TC, TR, _TBL, _BODY, _TEKENING, _BLIP,
    f"{W} hdr", f"{W} ftr", *(f"{W} {naam}" for naam in VOLGORDE),
))  # fmt: skip


class Huisplek(NamedTuple):
    """The control of one place; `ppr` are the properties of the paragraph in it, as XML."""

    tag: str
    begin: int
    einde: int
    in_alinea: bool  # stands inside a line
    moet_blijven: bool  # what it stands in must keep a paragraph here
    ppr: str
    erna: Element | None  # the paragraph that follows at once


class Huisplekken(NamedTuple):
    """What a part has: places, drawings with an earlier logo, and where its text starts, or 0."""

    plekken: tuple[Huisplek, ...]
    tekeningen: tuple[Element, ...]
    begin: int


def is_nodig(naam: str) -> bool:
    """Whether an element matters for finding places (see `tast_af`)."""
    return naam in _NODIG


def vind_huisplekken(afdruk: Afdruk, pad: str, relatie: str) -> Huisplekken:
    """Return the places in a part; raises SjabloonError for one around a cell or a row.

    `relatie` is the one of a logo that was put here before.
    """
    tekeningen = [
        tekening
        for tekening in afdruk.alle(_TEKENING)
        if any(blip.attributen.get(f"{R} embed") == relatie for blip in tekening.alle(_BLIP))
    ]
    body = afdruk.wortel.kind(_BODY)
    return Huisplekken(
        tuple(
            _plek(afdruk, element, tag, pad)
            for element in afdruk.alle(SDT)
            if (tag := tag_van(element)) in HUISSTIJL
        ),
        tuple(tekeningen),
        body.binnen if body and body.binnen < body.einde else 0,
    )


def _plek(afdruk: Afdruk, element: Element, tag: str, pad: str) -> Huisplek:
    inhoud = element.kind(SDT_INHOUD)
    if inhoud and (inhoud.kind(TC) or inhoud.kind(TR)):
        raise SjabloonError(
            pad, f"het invulveld “{tag}” staat om een tabelcel of een rij. Zet het in de cel."
        )
    alinea = inhoud.kind(P) if inhoud else None
    ppr = alinea.kind(P_PR) if alinea else None
    ouder = element.ouder
    buren = [kind for kind in ouder.kinderen if kind.naam in _BLOKKEN] if ouder else []
    plaats = next((i for i, buur in enumerate(buren) if buur is element), len(buren))
    erna = buren[plaats + 1] if plaats + 1 < len(buren) else None
    # A cell, a header and a control must not become empty, and a cell must end with a paragraph.
    rest = [buur for buur in buren if buur is not element]
    kaal = ouder is not None and ouder.naam != _BODY and (not rest or rest[-1].naam != P)
    return Huisplek(
        tag,
        element.begin,
        element.einde,
        ouder is not None and ouder.naam == P,
        kaal and (ouder is None or ouder.naam != P),
        afdruk.bytes(ppr).decode() if ppr else "",
        erna if erna and erna.naam == P else None,
    )
