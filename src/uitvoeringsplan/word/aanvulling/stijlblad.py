"""The styles part of a template with what it lacks: styles, a list for a style, the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.insert import (
    P_PR,
    R_PR,
    STANDAARDEN,
    STIJL,
    STIJLEN,
    achter,
    afdaling,
    ingevoegd,
    invoegplek,
    w,
    waarde,
)
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.ooxml.styles import lees_stijlblad, staat_aan
from uitvoeringsplan.word.aanvulling.nieuw import (
    LEGE_STIJLEN,
    TAAL,
    Basis,
    nummer_xml,
    ontbrekende_namen,
    stijl_xml,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.ooxml.styles import Stijlblad


def vul_stijlblad_aan(
    data: bytes,
    wat: str,
    pad: str,
    stijlblad: Stijlblad,
    nummers: Mapping[str, tuple[str, int]],
    linkkleur: str,
) -> bytes:
    """Return the styles part with what it lacks; `wat` and `pad` are for messages.

    `nummers` holds the list and level for every style for points that has none, `linkkleur` the
    colour that the theme has for links.
    """
    afdruk = tast_af(data, wat, pad)
    if not afdruk.wortel.kinderen:
        data = LEGE_STIJLEN
        afdruk = tast_af(data, wat, pad)
        stijlblad = lees_stijlblad(data, wat, pad)
    p = afdruk.prefix(pad, wat)
    stijlen = [kind for kind in afdruk.wortel.kinderen if kind.naam == w("style")]
    basis = Basis(
        {
            waarde(stijl, "type") or "paragraph": waarde(stijl, "styleId")
            for stijl in reversed(stijlen)
            if staat_aan(stijl.attributen.get(w("default"), "0"))
        },
        {waarde(stijl, "styleId").lower() for stijl in stijlen},
    )
    ontbreekt = ontbrekende_namen(stijlblad)
    nieuw = "".join(stijl_xml(naam, basis, nummers.get(naam), linkkleur, p) for naam in ontbreekt)
    knippen = _met_taal(afdruk, stijlblad.standaard, p)
    for stijl in stijlen:
        eigen = stijlblad.naam(waarde(stijl, "styleId"))
        plek = next((plek for naam, plek in nummers.items() if naam.lower() == eigen), None)
        if plek and waarde(stijl, "styleId") == stijlblad.id_van(eigen):
            knippen.append(_met_nummer(data, stijl, nummer_xml(*plek, p), p))
    if nieuw:
        plek_na = invoegplek(afdruk.wortel, STIJLEN, "style", na=True)
        knippen.append(achter(data, afdruk.wortel, nieuw, plek_na))
    return splice(data, knippen)


def met_taal(data: bytes, wat: str, pad: str) -> bytes:
    """Return a styles part that says that the words are Dutch."""
    afdruk = tast_af(data, wat, pad)
    return splice(data, _met_taal(afdruk, "", afdruk.prefix(pad, wat)))


def _met_nummer(data: bytes, stijl: Element, nummer: str, p: str) -> Splice:
    """Return what gives a style a list; nothing else of the style changes."""
    eigen = stijl.kind(w("pPr"))
    if eigen:
        return ingevoegd(data, eigen, P_PR, "numPr", nummer)
    return ingevoegd(data, stijl, STIJL, "pPr", f"<{p}pPr>{nummer}</{p}pPr>")


def _met_taal(afdruk: Afdruk, standaard: str, p: str) -> list[Splice]:
    """Return what makes Dutch the language of the document, where every style takes it from.

    A screen reader chooses its voice by it. The default paragraph style, which all text is based
    on, may not say otherwise.
    """
    data, wortel = afdruk.data, afdruk.wortel
    uit = [_taalknip(data, wortel, p)]
    for stijl in wortel.kinderen:
        if stijl.naam == w("style") and standaard and waarde(stijl, "styleId") == standaard:
            taal = afdaling(stijl, "rPr", "lang")
            if taal and not waarde(taal).startswith("nl"):
                uit.append(Splice(taal.begin, taal.einde))
    return [knip for knip in uit if data[knip.begin : knip.einde] != knip.nieuw]


def _taalknip(data: bytes, wortel: Element, p: str) -> Splice:
    taal = afdaling(wortel, "docDefaults", "rPrDefault", "rPr", "lang")
    if taal and waarde(taal) == TAAL:
        return Splice(taal.begin, taal.begin)
    rest = "".join(
        f' {p}{naam.rpartition(" ")[2]}="{tekst}"'
        for naam, tekst in (taal.attributen if taal else {}).items()
        if naam in (w("eastAsia"), w("bidi"))
    )
    return in_standaard(data, wortel, "lang", f'<{p}lang {p}val="{TAAL}"{rest}/>', p)


def in_standaard(data: bytes, wortel: Element, naam: str, xml: str, p: str) -> Splice:
    """Return what makes `xml`, called `naam`, a property of all text, as a style can say otherwise.

    `wortel` is the root of a styles part.
    """
    rpr = f"<{p}rPr>{xml}</{p}rPr>"
    standaard = f"<{p}rPrDefault>{rpr}</{p}rPrDefault>"
    for pad, volgorde, kind, nieuw in (
        (("docDefaults", "rPrDefault", "rPr"), R_PR, naam, xml),
        (("docDefaults", "rPrDefault"), ("rPr",), "rPr", rpr),
        (("docDefaults",), STANDAARDEN, "rPrDefault", standaard),
    ):
        if ouder := afdaling(wortel, *pad):
            return ingevoegd(data, ouder, volgorde, kind, nieuw)
    return ingevoegd(
        data, wortel, STIJLEN, "docDefaults", f"<{p}docDefaults>{standaard}</{p}docDefaults>"
    )
