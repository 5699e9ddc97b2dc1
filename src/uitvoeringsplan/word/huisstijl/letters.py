"""The typefaces and the colour of text of a house style in the styles of a document.

Where a template has a theme, its styles come to point at the typefaces of that theme; where it has
none, they name the typeface themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.insert import R_PR, STIJL, afdaling, ingevoegd, w, waarde
from uitvoeringsplan.ooxml.names import waarde_xml
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import splice
from uitvoeringsplan.ooxml.styles import staat_aan
from uitvoeringsplan.word.aanvulling.stijlblad import in_standaard
from uitvoeringsplan.word.huisstijl.kleuren import ACCENTEN

if TYPE_CHECKING:
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.ooxml.scan import Element
    from uitvoeringsplan.ooxml.splice import Splice

_KOPSTIJL = re.compile("heading [1-9]|title|subtitle|toc heading")
# What a house style decides about a typeface; letters of other scripts keep theirs.
_EIGEN = frozenset(map(w, ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme")))


def met_letters(data: bytes, wat: str, pad: str, huisstijl: Huisstijl, *, thema: bool) -> bytes:
    """Return a styles part with the typefaces and the text colour of the house style.

    `thema` tells whether there is a theme that has the typefaces.
    """
    if huisstijl.letter_tekst:
        data = _in_tekst(data, wat, pad, huisstijl.letter_tekst if not thema else "")
    if huisstijl.letter_koppen:
        data = _in_koppen(data, wat, pad, huisstijl.letter_koppen if not thema else "")
    if huisstijl.tekst:
        data = _met_tekstkleur(data, wat, pad, huisstijl.tekst)
    return data


def _in_koppen(data: bytes, wat: str, pad: str, letter: str) -> bytes:
    afdruk = tast_af(data, wat, pad)
    p = afdruk.prefix(pad, wat)
    koppen = (
        stijl
        for stijl in afdruk.wortel.kinderen
        if _KOPSTIJL.fullmatch(waarde(stijl.kind(w("name"))).lower())
    )
    return splice(data, [_letterknip(data, stijl, "major", letter, p) for stijl in koppen])


def _in_tekst(data: bytes, wat: str, pad: str, letter: str) -> bytes:
    """Return the styles with a typeface for all text: the defaults, and what overrules them."""
    afdruk = tast_af(data, wat, pad)
    p, wortel = afdruk.prefix(pad, wat), afdruk.wortel
    eigen = afdaling(wortel, "docDefaults", "rPrDefault", "rPr", "rFonts")
    knippen = [in_standaard(data, wortel, "rFonts", _letter_xml(eigen, "minor", letter, p), p)]
    standaard = _standaardstijl(wortel)
    if standaard and afdaling(standaard, "rPr", "rFonts"):
        knippen.append(_letterknip(data, standaard, "minor", letter, p))
    return splice(data, knippen)


def _met_tekstkleur(data: bytes, wat: str, pad: str, kleur: str) -> bytes:
    """Return the styles with a colour for all text.

    It stands in the default paragraph style, because LibreOffice 7.4 gives links in a table the
    colour of the document defaults. Where a table style colours text, white on dark for example,
    it does stand in those defaults: a colour of the paragraph style would win from it.
    """
    afdruk = tast_af(data, wat, pad)
    p, wortel = afdruk.prefix(pad, wat), afdruk.wortel
    xml = f'<{p}color {p}val="{kleur}"/>'
    standaard = _standaardstijl(wortel)
    eigen = afdaling(standaard, "rPr", "color")
    tabellen = [stijl for stijl in wortel.kinderen if waarde(stijl, "type") == "table"]
    knippen = []
    if standaard is None or any(stijl.alle(w("color")) for stijl in tabellen):
        knippen.append(in_standaard(data, wortel, "color", xml, p))
        standaard = standaard if eigen else None
    if standaard and waarde(eigen, "themeColor") not in ACCENTEN:
        rpr = standaard.kind(w("rPr"))
        knippen.append(
            ingevoegd(data, rpr, R_PR, "color", xml)
            if rpr
            else ingevoegd(data, standaard, STIJL, "rPr", f"<{p}rPr>{xml}</{p}rPr>")
        )
    return splice(data, knippen)


def _standaardstijl(wortel: Element) -> Element | None:
    """Return the default paragraph style."""
    for stijl in wortel.kinderen:
        is_standaard = staat_aan(stijl.attributen.get(w("default"), "0"))
        if stijl.naam == w("style") and waarde(stijl, "type") == "paragraph" and is_standaard:
            return stijl
    return None


def _letterknip(data: bytes, stijl: Element, soort: str, letter: str, p: str) -> Splice:
    rpr = stijl.kind(w("rPr"))
    xml = _letter_xml(afdaling(stijl, "rPr", "rFonts"), soort, letter, p)
    if rpr:
        return ingevoegd(data, rpr, R_PR, "rFonts", xml)
    return ingevoegd(data, stijl, STIJL, "rPr", f"<{p}rPr>{xml}</{p}rPr>")


def _letter_xml(oud: Element | None, soort: str, letter: str, p: str) -> str:
    """Return the typefaces of a style; an empty `letter` means those of the theme."""
    naam = waarde_xml(letter)
    nieuw = (
        f'{p}ascii="{naam}" {p}hAnsi="{naam}"'
        if letter
        else f'{p}asciiTheme="{soort}HAnsi" {p}hAnsiTheme="{soort}HAnsi"'
    )
    rest = "".join(
        f' {p}{sleutel.rpartition(" ")[2]}="{waarde_xml(tekst)}"'
        for sleutel, tekst in (oud.attributen if oud else {}).items()
        if sleutel not in _EIGEN
    )
    return f"<{p}rFonts {nieuw}{rest}/>"
