"""The rule on colour: text stands out against what is behind it.

Colours are those written in the file; where a theme names them too, Word writes the same value
beside it. Shading by conditional formatting of a table style is not followed: our tables shade
their own cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.bevinding import Regel
from uitvoeringsplan.checks.onderdelen import plaats
from uitvoeringsplan.checks.xmlhulp import pad, tekst_van, w, waarde
from uitvoeringsplan.model.kleur import MINIMUM, WIT, verhouding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.checks.onderdelen import Onderdeel, Woordbestand
    from uitvoeringsplan.checks.stijlblad import Stijlblad
    from uitvoeringsplan.checks.xmlhulp import Element

_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def kleurcontrast(bestand: Woordbestand) -> Iterator[tuple[str, str]]:
    """Find text with a contrast below 4.5 to 1, also where it is large.

    Text is judged where it stands. A style that no text uses yet is judged against its own
    shading, because an answer may use it tomorrow. Source: WCAG 2.2, 1.4.3.
    """
    gebruikt: set[str] = set()
    for deel in bestand.lopend:
        for alinea, run, tekst in _tekst(deel):
            stijlen = _gebruikt(deel, alinea, run)
            gebruikt.update(stijlen)
            kleur = _kleur(run, deel.stijlen, *stijlen)
            if kleur and (mis := _oordeel(kleur, _vlak(run, alinea, deel.stijlen, *stijlen))):
                yield plaats(deel, tekst), mis
    yield from _ongebruikt(bestand, gebruikt)


def _oordeel(kleur: str, vlak: str) -> str:
    """Return what is wrong with a colour on another; empty when nothing is."""
    contrast = verhouding(kleur, vlak)
    if contrast >= MINIMUM:
        return ""
    return (
        f"de kleur {kleur} op {vlak} heeft een contrast van {contrast:.1f};"
        f" minstens {MINIMUM} is nodig."
    )


def _ongebruikt(bestand: Woordbestand, gebruikt: Collection[str]) -> Iterator[tuple[str, str]]:
    hoofd = bestand.hoofd
    for stijl_id, stijl in hoofd.stijlen.stijlen.items():
        if stijl_id not in gebruikt and waarde(stijl, "type") in ("paragraph", "character"):
            kleur = _hex(hoofd.stijlen.eerste(stijl_id, "rPr", "color"))
            vlak = _stijlvlak(hoofd.stijlen, stijl_id) or WIT
            if kleur and (mis := _oordeel(kleur, vlak)):
                yield plaats(hoofd, f"stijl {waarde(stijl.find(w('name')))}"), mis


def _tekst(deel: Onderdeel) -> Iterator[tuple[Element, Element, str]]:
    """Return every run with visible text, with its paragraph and that text."""
    for alinea in deel.wortel.iter(w("p")):
        for run in alinea.iter(w("r")):
            if (tekst := tekst_van(run)).strip():
                yield alinea, run, tekst


def _gebruikt(deel: Onderdeel, alinea: Element, run: Element) -> tuple[str, str]:
    """Return the styles that a run takes its looks from, the nearest first."""
    return waarde(run.find(pad("rPr", "rStyle"))), deel.stijlen.alineastijl(alinea)


def _kleur(run: Element, stijlen: Stijlblad, *stijl_ids: str) -> str:
    """Return the colour that was written for this text, empty when it is automatic."""
    eigen = run.find(pad("rPr", "color"))
    if eigen is not None:
        return _hex(eigen)
    for stijl_id in stijl_ids:
        kleur = stijlen.eerste(stijl_id, "rPr", "color")
        if kleur is not None:
            return _hex(kleur)
    return ""


def _vlak(run: Element, alinea: Element, stijlen: Stijlblad, *stijl_ids: str) -> str:
    """Return the colour behind this text: nearest first, white when nothing shades it."""
    dichtbij = (run.find(pad("rPr", "shd")), alinea.find(pad("pPr", "shd")))
    cellen = (cel.find(pad("tcPr", "shd")) for cel in run.iterancestors(w("tc")))
    kleuren = (
        *(_hex(shd, "fill") for shd in dichtbij),
        *(_stijlvlak(stijlen, stijl_id) for stijl_id in stijl_ids),
        *(_hex(shd, "fill") for shd in cellen),
    )
    return next((kleur for kleur in kleuren if kleur), WIT)


def _stijlvlak(stijlen: Stijlblad, stijl_id: str) -> str:
    vlakken = (stijlen.eerste(stijl_id, houder, "shd") for houder in ("rPr", "pPr"))
    return next((kleur for shd in vlakken if (kleur := _hex(shd, "fill"))), "")


def _hex(element: Element | None, naam: str = "val") -> str:
    kleur = waarde(element, naam)
    return kleur.upper() if _HEX.fullmatch(kleur) else ""


CONTRASTREGELS = (Regel("kleurcontrast", kleurcontrast),)
