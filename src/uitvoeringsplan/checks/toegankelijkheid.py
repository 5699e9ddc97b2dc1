"""Rules on access: what a reader with a screen reader, or with poor sight, needs.

They approach the accessibility checker of Word, and add what our own documents promise.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.bevinding import Regel
from uitvoeringsplan.checks.onderdelen import plaats
from uitvoeringsplan.checks.xmlhulp import pad, staat_aan, tekst_van, w, waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.onderdelen import Onderdeel, Woordbestand
    from uitvoeringsplan.checks.stijlblad import Stijlblad
    from uitvoeringsplan.checks.xmlhulp import Element

    Vondsten = Iterator[tuple[str, str]]

TAAL = "nl-NL"

_DC_TITEL = "{http://purl.org/dc/elements/1.1/}title"
_TEKENING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SIER = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_GETYPT = re.compile(r"^\s*(?:[-–—•·*▪]|\d{1,2}[.)]|[a-z]\))\s+\S", re.MULTILINE)
_KAAL_ADRES = re.compile(r"(?:https?:|www\.|mailto:)\S*$", re.IGNORECASE)
_NIETSZEGGEND = frozenset(
    ("hier", "klik hier", "link", "deze link", "lees meer", "meer", "meer informatie", "website")
)
_PLATTE_TEKST = 9  # outline level 10 in Word's words: no heading


def geen_titel(bestand: Woordbestand) -> Vondsten:
    """Find a document without a title: it is announced by its file name.

    Source: WCAG 2.2, 2.4.2; PDF/UA-1, 7.1.
    """
    titel = None if bestand.kern is None else bestand.kern.find(_DC_TITEL)
    if titel is None or not (titel.text or "").strip():
        yield bestand.hoofd.naam, "het document heeft geen titel in zijn eigenschappen."


def taal_standaard(bestand: Woordbestand) -> Vondsten:
    """Find a document that does not say, where every style takes it from, that it is Dutch.

    Source: WCAG 2.2, 3.1.1; ECMA-376-1, 17.7.5 (docDefaults).
    """
    for deel in {id(d.stijlen.wortel): d for d in bestand.onderdelen}.values():
        taal = deel.stijlen.wortel.find(pad("docDefaults", "rPrDefault", "rPr", "lang"))
        if waarde(taal) != TAAL:
            yield (
                plaats(deel),
                f"de standaardtaal is “{waarde(taal) or 'niet ingevuld'}” in plaats van {TAAL}.",
            )


def taal_elders(bestand: Woordbestand) -> Vondsten:
    """Find a language on a style or a piece of text: the screen reader changes voice there.

    Our documents are Dutch throughout, so the one place above is enough. Source: WCAG 2.2, 3.1.2.
    """
    for deel in bestand.onderdelen:
        for wortel in (deel.wortel, deel.stijlen.wortel):
            for taal in wortel.iter(w("lang")):
                if not any(True for _ in taal.iterancestors(w("docDefaults"))):
                    alinea = next(taal.iterancestors(w("p")), None)
                    yield (
                        plaats(deel, "" if alinea is None else tekst_van(alinea)),
                        (
                            f"hier staat een eigen taal ({waarde(taal)}); de taal hoort alleen in"
                            " de standaard van het document."
                        ),
                    )


def kop_overgeslagen(bestand: Woordbestand) -> Vondsten:
    """Find a heading that skips a level; the first one is of level 1.

    Source: PDF/UA-1, 7.4.2; WCAG 2.2, 1.3.1.
    """
    vorige = 0
    for kop, niveau in _koppen(bestand.hoofd):
        if niveau > vorige + 1:
            yield (
                plaats(bestand.hoofd, tekst_van(kop)),
                f"deze kop is van niveau {niveau}, terwijl niveau {vorige + 1} aan de beurt is.",
            )
        vorige = niveau


def lege_kop(bestand: Woordbestand) -> Vondsten:
    """Find a heading without text: it is read out, and stands in the contents list.

    Source: WCAG 2.2, 2.4.6.
    """
    for deel in bestand.lopend:
        for kop, niveau in _koppen(deel):
            if not tekst_van(kop).strip():
                yield plaats(deel), f"hier staat een lege kop van niveau {niveau}."


def getypte_opsomming(bestand: Woordbestand) -> Vondsten:
    """Find a list that is typed: nobody hears how many points there are.

    Source: WCAG 2.2, 1.3.1; PDF/UA-1, 7.6.
    """
    for deel in bestand.lopend:
        for alinea in deel.wortel.iter(w("p")):
            tekst = tekst_van(alinea)
            is_getypt = _GETYPT.search(tekst) and _GETYPT.search(_zonder_velden(alinea))
            if is_getypt and not _is_lijst(deel.stijlen, alinea):
                yield (
                    plaats(deel, tekst),
                    "deze opsomming is getypt; gebruik de lijststijl van het sjabloon.",
                )


def tabel_zonder_kopregel(bestand: Woordbestand) -> Vondsten:
    """Find a table whose first row is not marked as its header, to repeat on every page.

    Source: WCAG 2.2, 1.3.1; PDF/UA-1, 7.5; ECMA-376-1, 17.4 (tblHeader).
    """
    for deel in bestand.lopend:
        for tabel in deel.wortel.iter(w("tbl")):
            rij = next(tabel.iter(w("tr")), None)
            if rij is not None and not staat_aan(rij.find(pad("trPr", "tblHeader"))):
                yield plaats(deel, tekst_van(rij)), "deze tabel heeft geen kopregel."


def samengevoegde_cellen(bestand: Woordbestand) -> Vondsten:
    """Find merged cells: such a table cannot be read cell by cell.

    Source: WCAG 2.2, 1.3.1; the accessibility checker of Word.
    """
    for deel in bestand.lopend:
        for cel in deel.wortel.iter(w("tc")):
            breed = waarde(cel.find(pad("tcPr", "gridSpan"))) not in ("", "1")
            if breed or any(cel.find(pad("tcPr", n)) is not None for n in ("vMerge", "hMerge")):
                yield plaats(deel, tekst_van(cel)), "deze tabelcel is samengevoegd met een andere."


def lege_cel(bestand: Woordbestand) -> Vondsten:
    """Find a cell without content: a listener wonders whether something is missing.

    Source: the accessibility checker of Word.
    """
    for deel in bestand.lopend:
        for cel in deel.wortel.iter(w("tc")):
            # What a tracked change took out is still there to be seen, until someone accepts it.
            anders = cel.iter(w("drawing"), w("pict"), w("delText"))
            if not tekst_van(cel).strip() and next(anders, None) is None:
                rij = next(cel.iterancestors(w("tr")), cel)
                yield plaats(deel, tekst_van(rij)), "in deze rij staat een lege tabelcel."


def afbeelding_zonder_tekst(bestand: Woordbestand) -> Vondsten:
    """Find a picture that neither says what it shows nor that it is decoration.

    Source: WCAG 2.2, 1.1.1; PDF/UA-1, 7.3.
    """
    for deel in bestand.lopend:
        for beeld in deel.wortel.iter(_TEKENING):
            if not beeld.get("descr", "").strip() and next(beeld.iter(_SIER), None) is None:
                yield (
                    plaats(deel, beeld.get("name", "")),
                    "deze afbeelding heeft geen alternatieve tekst.",
                )


def nietszeggende_link(bestand: Woordbestand) -> Vondsten:
    """Find a link whose text, heard on its own, does not say where it goes.

    Source: WCAG 2.2, 2.4.4.
    """
    for deel in bestand.lopend:
        for link in deel.wortel.iter(w("hyperlink")):
            tekst = " ".join(tekst_van(link).split())
            if is_nietszeggend(tekst):
                yield (
                    plaats(deel, tekst or tekst_van(link.getparent())),
                    "de tekst van deze link zegt niet waar hij heen gaat.",
                )


def is_nietszeggend(linktekst: str) -> bool:
    """Whether the text of a link, on one line, says nothing about where it goes."""
    kaal = linktekst.lower().rstrip(".")
    return not linktekst or kaal in _NIETSZEGGEND or bool(_KAAL_ADRES.match(linktekst))


def _koppen(deel: Onderdeel) -> Iterator[tuple[Element, int]]:
    """Return the headings of a part in order, with their level from 1."""
    for alinea in deel.wortel.iter(w("p")):
        niveau = waarde(deel.stijlen.van_alinea(alinea, "outlineLvl"))
        if niveau.isdecimal() and int(niveau) < _PLATTE_TEKST:
            yield alinea, int(niveau) + 1


def _zonder_velden(alinea: Element) -> str:
    """Return the text with a word for every field in it: what is in a field is no sign of a list.

    An adopted plan has a dash for a fact that is missing.
    """
    kopie = deepcopy(alinea)
    for veld in kopie.iter(w("sdt")):
        for tekst in veld.iter(w("t")):
            tekst.text = "x"
    return tekst_van(kopie)


def _is_lijst(stijlen: Stijlblad, alinea: Element) -> bool:
    nummer = stijlen.van_alinea(alinea, "numPr")
    return nummer is not None and waarde(nummer.find(w("numId"))) != "0"


TOEGANKELIJKHEIDSREGELS = (
    Regel("geen-titel", geen_titel),
    Regel("taal-standaard", taal_standaard),
    Regel("taal-elders", taal_elders),
    Regel("kop-overgeslagen", kop_overgeslagen),
    Regel("lege-kop", lege_kop),
    Regel("getypte-opsomming", getypte_opsomming),
    Regel("tabel-zonder-kopregel", tabel_zonder_kopregel),
    Regel("samengevoegde-cellen", samengevoegde_cellen),
    Regel("lege-cel", lege_cel),
    Regel("afbeelding-zonder-tekst", afbeelding_zonder_tekst),
    Regel("nietszeggende-link", nietszeggende_link),
)
