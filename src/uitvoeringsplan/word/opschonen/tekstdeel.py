"""A part with text or drawings without what is private in it, and without what nobody sees."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import R, W
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.ooxml.styles import staat_aan
from uitvoeringsplan.word.opschonen import namen as n
from uitvoeringsplan.word.opschonen.onzichtbaar import zonder_opmerkingen, zonder_rsid
from uitvoeringsplan.word.opschonen.sporen import is_verdacht
from uitvoeringsplan.word.opschonen.tekeningen import kaalgemaakte_tekeningen
from uitvoeringsplan.word.opschonen.velden import kaalgemaakte_velden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.word.opschonen.verslag import Verslag

#: The elements that are looked at.
NODIG = frozenset().union(
    n.OPMERKINGEN, n.WEG, n.UITPAKKEN, n.OPMAAKWIJZIGINGEN, n.TEKSTWIJZIGINGEN, n.VAN_ELDERS,
    n.OBJECTEN, n.KNOPPEN, n.TEKENINGEN, n.BESCHREVEN, n.VML_VORMEN, n.TEKENLINKS,
    (n.RUN, n.RUN_PR, n.ALINEA, n.ALINEA_PR, n.VERBORGEN, n.RUNSTIJL, n.ALINEASTIJL, n.TEKST,
     n.VELDTEKEN, n.VELDCODE, n.VELD, n.LINK, n.ALTERNATIEF, n.KEUZE, n.TERUGVAL, n.BLIP,
     n.VML_BEELD),
)  # fmt: skip

#: Of those, what every part with text has.
GEWOON = frozenset(
    (n.RUN, n.RUN_PR, n.ALINEA, n.ALINEA_PR, n.RUNSTIJL, n.ALINEASTIJL, n.TEKST, n.VELDTEKEN,
     n.VELDCODE, n.LINK)
)  # fmt: skip


def schoon_deel(
    data: bytes,
    naam: str,
    pad: str,
    verslag: Verslag,
    *,
    weg: Collection[str] = (),
    slechte_links: Collection[str] = (),
    verborgen_stijlen: Collection[str] = (),
) -> bytes:
    """Return the part without what is private; raises SjabloonError when only its maker can choose.

    `weg` are ids of relationships that go, `slechte_links` those of links to a disk,
    `verborgen_stijlen` the styles whose text nobody sees.
    """
    data = zonder_opmerkingen(data)
    if not (weg or slechte_links or verborgen_stijlen or is_verdacht(data)):
        return data
    data = zonder_rsid(data)
    afdruk = tast_af(data, naam, pad, bewaar=None if weg else NODIG.__contains__)
    _weiger(afdruk, naam, pad)
    knippen = [
        *_gewoon(afdruk, verslag),
        *_links(afdruk, frozenset(slechte_links), verslag),
        *_verborgen(afdruk, frozenset(verborgen_stijlen), verslag),
        *kaalgemaakte_velden(afdruk, verslag),
        *kaalgemaakte_tekeningen(afdruk, frozenset(weg), verslag),
        *_wijzers(afdruk, frozenset(weg)),
    ]
    # Of two pieces at one place the largest; the other is in it.
    knippen.sort(key=lambda knip: (knip.begin, -knip.einde))
    return splice(data, knippen)


def _weiger(afdruk: Afdruk, naam: str, pad: str) -> None:
    for soort in n.TEKSTWIJZIGINGEN:
        if afdruk.alle(soort):
            raise SjabloonError(
                pad,
                f"in dit sjabloon staan bijgehouden wijzigingen (in {naam}). Neem ze in Word aan of"
                " wijs ze af (tabblad Controleren) en sla het sjabloon op; anders komen oude"
                " woorden en namen in elk document.",
            )
    for soort in n.VAN_ELDERS:
        if afdruk.alle(soort):
            raise SjabloonError(
                pad,
                f"dit sjabloon haalt tekst uit een ander bestand (in {naam}). Open het in Word, zet"
                " die tekst er zelf in en sla het op.",
            )


def _gewoon(afdruk: Afdruk, verslag: Verslag) -> Iterator[Splice]:
    """Yield what goes by its name alone."""
    for soort in (*n.OPMERKINGEN, *n.WEG):
        for element in afdruk.alle(soort):
            if soort.endswith(" commentReference"):
                verslag.meld("opmerking")
            yield Splice(element.begin, element.einde)
    for soort in n.UITPAKKEN:
        for element in afdruk.alle(soort):
            yield Splice(element.begin, element.binnen)
            yield Splice(element.slot, element.einde)
    for soort, wat in (
        *((soort, "opmaakwijziging") for soort in n.OPMAAKWIJZIGINGEN),
        *((soort, "object") for soort in n.OBJECTEN),
        *((soort, "knop") for soort in n.KNOPPEN),
    ):
        for element in afdruk.alle(soort):
            verslag.meld(wat)
            yield Splice(element.begin, element.einde)


def _links(afdruk: Afdruk, slecht: frozenset[str], verslag: Verslag) -> Iterator[Splice]:
    """Yield what takes links to a disk away from their words, and from pictures."""
    for link in afdruk.alle(n.LINK):
        if link.attributen.get(f"{R} id") in slecht:
            verslag.meld("link")
            yield Splice(link.begin, link.binnen)
            yield Splice(link.slot, link.einde)
    for soort in n.TEKENLINKS:
        for link in afdruk.alle(soort):
            if link.attributen.get(f"{R} id") in slecht:
                verslag.meld("link")
                yield Splice(link.begin, link.einde)


def _verborgen(afdruk: Afdruk, stijlen: frozenset[str], verslag: Verslag) -> Iterator[Splice]:
    """Yield the runs that nobody sees; the marks and codes of fields stay."""
    for run in afdruk.alle(n.RUN):
        if not _is_verborgen(run, stijlen):
            continue
        inhoud = [kind for kind in run.kinderen if kind.naam != n.RUN_PR]
        heeft_veld = any(kind.naam in (n.VELDTEKEN, n.VELDCODE) for kind in inhoud)
        teksten = [kind for kind in inhoud if kind.naam == n.TEKST]
        woorden = "".join(afdruk.data[t.binnen : t.slot].decode() for t in teksten)
        beelden = any(kind.naam in n.TEKENINGEN for kind in inhoud)
        if woorden.strip() or beelden:
            verslag.meld("verborgen", unescape(woorden.strip()))
        if heeft_veld:
            yield from (Splice(t.begin, t.einde) for t in teksten)
        else:
            yield Splice(run.begin, run.einde)


def _is_verborgen(run: Element, stijlen: frozenset[str]) -> bool:
    opmaak = run.kind(n.RUN_PR)
    eigen = opmaak.kind(n.VERBORGEN) if opmaak else None
    if eigen is not None:
        return staat_aan(eigen.attributen.get(f"{W} val"))
    stijl = opmaak.kind(n.RUNSTIJL) if opmaak else None
    if stijl is not None:
        return stijl.attributen.get(f"{W} val") in stijlen
    alinea = run.ouder
    while alinea is not None and alinea.naam != n.ALINEA:
        alinea = alinea.ouder
    eigenschappen = alinea.kind(n.ALINEA_PR) if alinea else None
    stijl = eigenschappen.kind(n.ALINEASTIJL) if eigenschappen else None
    return stijl is not None and stijl.attributen.get(f"{W} val") in stijlen


def _wijzers(afdruk: Afdruk, weg: frozenset[str]) -> Iterator[Splice]:
    """Yield every other element that points at a relationship that goes."""
    if not weg:
        return
    for elementen in afdruk.op_naam.values():
        for element in elementen:
            if element.naam in (n.BLIP, n.VML_BEELD, n.LINK):  # weighed elsewhere
                continue
            if any(
                waarde in weg
                for kenmerk, waarde in element.attributen.items()
                if kenmerk.startswith(f"{R} ")
            ):
                yield Splice(element.begin, element.einde)
