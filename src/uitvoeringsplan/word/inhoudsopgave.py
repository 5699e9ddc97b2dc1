"""The contents list of a finished document: its real headings, with their numbers and links.

Word works the list out again on opening, and only then knows the pages; every other program shows
what is stored. So what is stored must be the headings of this document, not those of the template.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W, tekst_xml
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.ooxml.styles import GEEN_NUMMERING, PLATTE_TEKST, getal
from uitvoeringsplan.word.invulvelden import P_PR, P

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.counters import Tellers
    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.ooxml.styles import Stijlblad

_VELD, _OPDRACHT, BLADWIJZER = f"{W} fldChar", f"{W} instrText", f"{W} bookmarkStart"
_STIJL, _NUM_PR = f"{W} pStyle", f"{W} numPr"
_NUM_ID, _ILVL, _NIVEAU = f"{W} numId", f"{W} ilvl", f"{W} outlineLvl"
#: What must be kept of a part to find headings and contents list (see `tast_af`).
NODIG = frozenset(
    (_VELD, _OPDRACHT, BLADWIJZER, _STIJL, _NUM_PR, _NUM_ID, _ILVL, _NIVEAU)
)  # fmt: skip
_VAL, _NAAM, _ID = f"{W} val", f"{W} name", f"{W} id"
_NIVEAUS = re.compile(r'\\o\s+(?:"|&quot;|&#34;)?(\d)\s*-\s*(\d)')


class Kop(NamedTuple):
    """A heading: its place in the part, its level from 0, and its list."""

    begin: int
    binnen: int  # behind its properties
    slot: int
    einde: int
    niveau: int
    nummering: tuple[str, int] | None
    stijl: str  # its id; empty when the heading itself says at which level of the list it is
    anker: str  # the bookmark that links can point at; empty when it has none


class Inhoudsopgave(NamedTuple):
    """The contents list of a part: the paragraphs it fills, and the headings it is about."""

    begin: int
    einde: int
    opdracht: str
    slot_ppr: bytes  # the properties of its last paragraph
    koppen: tuple[Kop, ...]  # all of them, for those that are not listed count too
    niveaus: tuple[int, int]  # the highest and the lowest level that are listed, from 0
    stijlen: tuple[str, ...]  # of the entries, by level; empty where there is none
    volgend_id: int  # the first free number for a bookmark


def vind_inhoudsopgave(afdruk: Afdruk, stijlblad: Stijlblad) -> Inhoudsopgave | None:
    """Return the contents list of a part, or None when there is none that can be filled."""
    grenzen = _grenzen(afdruk)
    if grenzen is None:
        return None
    eerste, laatste, opdracht = grenzen
    niveaus = _NIVEAUS.search(opdracht)
    koppen = tuple(
        kop
        for alinea in afdruk.alle(P)
        if not eerste.begin <= alinea.begin < laatste.einde
        and (kop := _kop(alinea, stijlblad)) is not None
    )
    ids = (getal(b.attributen.get(_ID)) or 0 for b in afdruk.alle(BLADWIJZER))
    slot_ppr = laatste.kind(P_PR)
    return Inhoudsopgave(
        eerste.begin,
        laatste.einde,
        opdracht,
        afdruk.bytes(slot_ppr) if slot_ppr and laatste is not eerste else b"",
        koppen,
        (int(niveaus[1]) - 1, int(niveaus[2]) - 1) if niveaus else (0, PLATTE_TEKST - 1),
        tuple(stijlblad.id_van(f"toc {niveau + 1}") for niveau in range(PLATTE_TEKST)),
        max(ids, default=0) + 1,
    )


def vul_inhoudsopgave(
    inhoud: Inhoudsopgave,
    data: bytes,
    knippen: Iterable[Splice],
    tellers: Tellers,
    w: str,
) -> list[Splice]:
    """Return what to replace so that the list shows the headings that are in the document.

    `knippen` is everything else that is replaced in `data`; `w` the prefix with its colon.
    """
    knippen = list(knippen)
    regels: list[str] = []
    uit: list[Splice] = []
    gebruikt = {kop.anker for kop in inhoud.koppen}
    hoogste, laagste = inhoud.niveaus
    for kop in inhoud.koppen:
        # It may stand in a part that goes, or an answer may take its place.
        if any(knip.begin <= kop.begin < knip.einde for knip in knippen):
            continue
        nummer = _nummer(kop, tellers)
        tekst = _tekst(data, kop, knippen, w)
        if not tekst or not hoogste <= kop.niveau <= laagste:
            continue
        anker = kop.anker
        if not anker:
            anker = _nieuw_anker(tekst, gebruikt)
            gebruikt.add(anker)
            uit += _bladwijzer(kop, anker, inhoud.volgend_id + len(uit), w)
        regels.append(_regel(inhoud.stijlen[kop.niveau], nummer, tekst, anker, w))
    return [*uit, Splice(inhoud.begin, inhoud.einde, _lijst(inhoud, regels, w).encode())]


def _grenzen(afdruk: Afdruk) -> tuple[Element, Element, str] | None:
    """Return the first and last paragraph of the field, and its instruction."""
    diepte = 0
    begin: Element | None = None  # where the outermost field starts
    eerste: Element | None = None
    opdracht = ""
    for element in _veldtekens(afdruk):
        alinea = _alinea_om(element)
        if element.naam == _OPDRACHT:
            tekst = afdruk.data[element.binnen : element.slot].decode()
            if eerste is None and diepte == 1 and tekst.split()[:1] == ["TOC"]:
                eerste, opdracht = begin, tekst.strip()
            elif eerste is not None and diepte == 1:
                opdracht += tekst
            continue
        soort = element.attributen.get(f"{W} fldCharType")
        if diepte == 0:
            begin = alinea
        diepte += {"begin": 1, "end": -1}.get(soort or "", 0)
        if eerste is not None and diepte == 0 and soort == "end":
            heel = alinea is not None and alinea.ouder is eerste.ouder
            return (eerste, alinea, opdracht) if alinea is not None and heel else None
    return None


def _veldtekens(afdruk: Afdruk) -> list[Element]:
    """Return what fields are made of, in document order."""
    return sorted((*afdruk.alle(_VELD), *afdruk.alle(_OPDRACHT)), key=lambda teken: teken.begin)


def _alinea_om(element: Element) -> Element | None:
    ouder = element.ouder
    while ouder is not None and ouder.naam != P:
        ouder = ouder.ouder
    return ouder


def _kop(alinea: Element, stijlblad: Stijlblad) -> Kop | None:
    """Return a paragraph as a heading; None when it is none."""
    ppr = alinea.kind(P_PR)
    if ppr is None:
        return None
    stijl = ppr.kind(_STIJL)
    stijl_id = stijl.attributen.get(_VAL, "") if stijl else ""
    eigen = ppr.kind(_NIVEAU)
    niveau = getal(eigen.attributen.get(_VAL)) if eigen else stijlblad.niveau(stijl_id)
    if niveau is None or niveau >= PLATTE_TEKST:
        return None
    ankers = [b.attributen.get(_NAAM, "") for b in alinea.alle(BLADWIJZER)]
    anker = next((naam for naam in ankers if naam.startswith("_Toc")), "")
    return Kop(
        alinea.begin,
        ppr.einde,
        alinea.slot,
        alinea.einde,
        niveau,
        _nummering(ppr, stijlblad.nummering(stijl_id)),
        "" if (num_pr := ppr.kind(_NUM_PR)) and num_pr.kind(_ILVL) else stijl_id,
        anker,
    )


def _nummering(ppr: Element, van_stijl: tuple[str, int] | None) -> tuple[str, int] | None:
    eigen = ppr.kind(_NUM_PR)
    if eigen is None:
        return van_stijl
    num, laag = eigen.kind(_NUM_ID), eigen.kind(_ILVL)
    num_id = num.attributen.get(_VAL, "") if num else (van_stijl or ("", 0))[0]
    ilvl = getal(laag.attributen.get(_VAL)) if laag else None
    if num_id in ("", GEEN_NUMMERING):
        return None
    return num_id, (van_stijl[1] if van_stijl else 0) if ilvl is None else ilvl


def _nummer(kop: Kop, tellers: Tellers) -> str:
    """Count a heading, and return what stands before it."""
    if kop.nummering is None:
        return ""
    num_id, laag = kop.nummering
    van_stijl = tellers.laag_van_stijl(num_id, kop.stijl)
    return tellers.volgende(num_id, laag if van_stijl is None else van_stijl)


def _tekst(data: bytes, kop: Kop, knippen: list[Splice], w: str) -> str:
    """Return the words of a heading as XML character data, fields of the plan filled in."""
    hier = [knip for knip in knippen if kop.binnen <= knip.begin and knip.einde <= kop.slot]
    xml = splice(data, hier, kop.binnen, kop.slot).decode()
    delen = re.findall(rf"<{w}t(?:\s[^>]*)?>([^<]*)</{w}t>|<{w}(?:tab|br)\b", xml)
    return " ".join("".join(deel or " " for deel in delen).split())


def _nieuw_anker(tekst: str, gebruikt: set[str]) -> str:
    keer = 0
    while True:
        anker = f"_Toc{zlib.crc32(f'{tekst}#{keer}'.encode()) % 10**9:09d}"
        if anker not in gebruikt:
            return anker
        keer += 1


def _bladwijzer(kop: Kop, naam: str, nummer: int, w: str) -> tuple[Splice, Splice]:
    begin = f'<{w}bookmarkStart {w}id="{nummer}" {w}name="{naam}"/>'
    slot = f'<{w}bookmarkEnd {w}id="{nummer}"/>'
    return Splice(kop.binnen, kop.binnen, begin.encode()), Splice(kop.slot, kop.slot, slot.encode())


def _regel(stijl: str, nummer: str, tekst: str, anker: str, w: str) -> str:
    """Return one entry; the place of the field in the first one is marked by a line feed."""
    ppr = f'<{w}pPr><{w}pStyle {w}val="{stijl}"/></{w}pPr>' if stijl else ""
    begin = f"<{w}t>{tekst_xml(nummer)}</{w}t><{w}tab/>" if nummer else ""
    return (
        f'<{w}p>{ppr}\n<{w}hyperlink {w}anchor="{anker}" {w}history="1"><{w}r>{begin}'
        f'<{w}t xml:space="preserve">{tekst}</{w}t></{w}r></{w}hyperlink></{w}p>'
    )


def _lijst(inhoud: Inhoudsopgave, regels: list[str], w: str) -> str:
    opdracht = inhoud.opdracht
    veld = (
        f'<{w}r><{w}fldChar {w}fldCharType="begin" {w}dirty="true"/></{w}r>'
        f'<{w}r><{w}instrText xml:space="preserve"> {opdracht} </{w}instrText></{w}r>'
        f'<{w}r><{w}fldChar {w}fldCharType="separate"/></{w}r>'
    )
    regels = regels or [f"<{w}p>\n</{w}p>"]
    lijst = "".join(regel.replace("\n", "" if i else veld) for i, regel in enumerate(regels))
    slot = f'<{w}r><{w}fldChar {w}fldCharType="end"/></{w}r>'
    return f"{lijst}<{w}p>{inhoud.slot_ppr.decode()}{slot}</{w}p>"
