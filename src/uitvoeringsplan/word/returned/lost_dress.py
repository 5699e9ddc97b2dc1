"""The dress of words that a program lost, and how a paragraph gets it back from an older text.

LibreOffice (7.4) makes a field of the first paragraph of a block control. Of bold and italics
nothing is left, a link is its code and its words as text, and the line breaks all stand in front.
So the words come from the document, and their dress from a text that the answer had before.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.fingerprint import vingerafdruk
from uitvoeringsplan.model.opmaak import Stuk, lees_opmaak, normaliseer_stukken, platte_tekst
from uitvoeringsplan.word.returned.links import gelijkvormig

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.word.returned.values import Merk

    _Alinea = Sequence[Stuk]

_DEEL = re.compile(r"\w+|\s+|[^\w\s]")
_MAX_DELEN = 3_000  # comparing may take the square of this
_GELIJKENIS = 0.4  # below this two texts have nothing to do with each other
_LINK = re.compile(r'HYPERLINK "([^"]*)"')
_WOORD = re.compile(r"\S*")
_OPMAAK = (
    "De woorden zijn gelijk gebleven en alleen de opmaak is anders. Het invulveld is weg, dus"
    " misschien deed een programma dat."
)
_BEGIN = (
    "Alleen het begin van het antwoord is over. Het invulveld is weg of er staat niet meer waar het"
    " bij hoort, dus misschien liet een programma de rest weg."
)


class Jas(NamedTuple):
    """How one sign looks."""

    vet: bool = False
    cursief: bool = False
    adres: str = ""


class _Oud(NamedTuple):
    """An older version: its pieces, the dress of every sign, and before which signs a line ends."""

    delen: list[str]
    jassen: list[Jas]
    eindes: set[int]


def overgenomen(tekst: str, eerder: Iterable[Iterable[_Alinea]]) -> tuple[list[Jas], set[int]]:
    """Return the dress of every sign of `tekst`, and before which signs a line ends.

    It is that of the paragraph that looks most like it, in the nearest text that has one.
    """
    jassen = [Jas()] * len(tekst)
    delen = _DEEL.findall(tekst)
    for alineas in eerder:
        gevonden = _meest_gelijke(delen, map(_oud, alineas))
        if gevonden is not None:
            return jassen, _kleed_aan(jassen, delen, *gevonden)
    return jassen, set()


def aangekleed(tekst: str, jassen: Sequence[Jas], eindes: set[int]) -> tuple[Stuk, ...]:
    """Return the runs of a text of which every sign has its dress."""
    return normaliseer_stukken(
        Stuk("\n" * (i in eindes) + teken, *jassen[i]) for i, teken in enumerate(tekst)
    )


def _oud(alinea: _Alinea) -> _Oud:
    jassen: list[Jas] = []
    eindes: set[int] = set()
    for stuk in alinea:
        for teken in stuk.tekst:
            if teken == "\n":
                eindes.add(len(jassen))
            else:
                jassen.append(Jas(stuk.vet, stuk.cursief, stuk.adres))
    tekst = "".join(stuk.tekst for stuk in alinea).replace("\n", "")
    return _Oud(_DEEL.findall(tekst), jassen, eindes)


def _meest_gelijke(
    delen: list[str], alineas: Iterable[_Oud]
) -> tuple[_Oud, SequenceMatcher[str]] | None:
    beste: tuple[_Oud, SequenceMatcher[str]] | None = None
    grens = _GELIJKENIS
    for oud in alineas:
        if len(delen) + len(oud.delen) > _MAX_DELEN:
            continue
        vergelijking = SequenceMatcher(None, oud.delen, delen, autojunk=False)
        if vergelijking.real_quick_ratio() > grens and (maat := vergelijking.ratio()) > grens:
            beste, grens = (oud, vergelijking), maat
    return beste


def _kleed_aan(
    jassen: list[Jas], delen: list[str], oud: _Oud, vergelijking: SequenceMatcher[str]
) -> set[int]:
    """Give every sign that also stood in the old paragraph its dress; returns the line ends."""
    van, tot = _beginnen(oud.delen), _beginnen(delen)
    naar: dict[int, int] = {}  # from a sign in the old paragraph to the one that it became
    for blok in vergelijking.get_matching_blocks():
        begin = tot[blok.b]
        for i, plek in enumerate(range(van[blok.a], van[blok.a + blok.size])):
            naar[plek] = begin + i
            jassen[begin + i] = oud.jassen[plek]
    for soort, _, _, eerste, laatste in vergelijking.get_opcodes():
        begin, einde = tot[eerste], tot[laatste]
        if soort in ("insert", "replace") and begin and einde < len(jassen):
            jassen[begin:einde] = [_samen(jassen[begin - 1], jassen[einde])] * (einde - begin)
    return {
        naar[plek] if plek in naar else naar[plek - 1] + 1
        for plek in oud.eindes
        if plek in naar or plek - 1 in naar
    }


def _samen(links: Jas, rechts: Jas) -> Jas:
    """Return the dress of new words: what both of their neighbours share."""
    return Jas(
        links.vet and rechts.vet,
        links.cursief and rechts.cursief,
        links.adres if links.adres == rechts.adres else "",
    )


def _beginnen(delen: Sequence[str]) -> list[int]:
    """Return at which sign each piece begins, and where the last one ends."""
    uit = [0]
    for deel in delen:
        uit.append(uit[-1] + len(deel))
    return uit


class Plat(NamedTuple):
    """A flattened paragraph: its words, and how many line breaks were in it."""

    tekst: str
    regeleindes: int


class Hersteld(NamedTuple):
    """Its runs; `is_zeker` is False when a link or a line break has no certain place."""

    stukken: tuple[Stuk, ...]
    is_zeker: bool = True


def afgeplat(stukken: Iterable[Stuk]) -> Plat:
    """Return a paragraph as LibreOffice would write it."""
    delen = []
    regeleindes = 0
    for stuk in stukken:
        regeleindes += stuk.tekst.count("\n")
        code = f'HYPERLINK "{stuk.adres}"' if stuk.adres else ""
        delen.append(code + stuk.tekst.replace("\n", ""))
    return Plat("".join(delen), regeleindes)


def zelfde(plat: Plat, eerder: Iterable[Sequence[Blok]]) -> list[tuple[Stuk, ...]]:
    """Return the runs of the old paragraphs that say the same: each may be what it was."""
    gezocht = _vergelijkbaar(plat)
    stukken = (blok.stukken for blokken in eerder for blok in blokken)
    return [s for s in dict.fromkeys(stukken) if _vergelijkbaar(afgeplat(s)) == gezocht]


def herstel(plat: Plat, eerder: Iterable[Sequence[Blok]]) -> Hersteld:
    """Return the runs of a paragraph whose words changed: the dress of the words that did not."""
    tekst, links = _zonder_codes(plat.tekst)
    jassen, eindes = overgenomen(tekst, ([b.stukken for b in blokken] for blokken in eerder))
    is_zeker = len(eindes) == plat.regeleindes
    for plek, adres in links:
        jas = jassen[plek] if plek < len(jassen) else Jas()
        if gelijkvormig(jas.adres) != gelijkvormig(adres):
            is_zeker = False  # where it ends nobody knows; on its first word it is not lost
            woord = _WOORD.match(tekst, plek)
            for i in range(plek, woord.end() if woord else plek):
                jassen[i] = jassen[i]._replace(adres=adres)
    return Hersteld(aangekleed(tekst, jassen, eindes), is_zeker)


def _vergelijkbaar(plat: Plat) -> Plat:
    return plat._replace(tekst=_LINK.sub(_leesbaar, plat.tekst.strip()))


def _leesbaar(link: re.Match[str]) -> str:
    return f'HYPERLINK "{gelijkvormig(link[1])}"'


def _zonder_codes(tekst: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the words without the codes of links, and where each link begins."""
    delen: list[str] = []
    links: list[tuple[int, str]] = []
    vanaf = lengte = 0
    for code in _LINK.finditer(tekst):
        delen.append(tekst[vanaf : code.start()])
        lengte += code.start() - vanaf
        links.append((lengte, code[1]))
        vanaf = code.end()
    return "".join((*delen, tekst[vanaf:])), links


def verloren(tekst: str, merk: Merk) -> str:
    """Return a sentence when an answer has only lost or changed its dress, or lost its end."""
    if vingerafdruk(tekst) in map(vingerafdruk, merk.eerder):
        return ""
    if alleen_begin(tekst, merk):
        return _BEGIN
    woorden = _woorden(tekst)
    return _OPMAAK if any(_woorden(oud) == woorden for oud in merk.eerder) else ""


def alleen_begin(tekst: str, merk: Merk) -> bool:
    """Whether an answer is the first paragraphs of one that it was before, and no more."""
    alineas = _alineas(tekst)
    return any(
        len(alineas) < len(oud) and oud[: len(alineas)] == alineas
        for oud in map(_alineas, merk.eerder)
    )


def _alineas(tekst: str) -> list[str]:
    return ["".join(platte_tekst((blok,)).split()) for blok in lees_opmaak(tekst)]


def _woorden(tekst: str) -> str:
    return "".join(_alineas(tekst))
