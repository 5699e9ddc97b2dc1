"""Giving the words of a paragraph the dress that the same words had in an older version of it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.opmaak import Stuk, normaliseer_stukken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    _Alinea = Sequence[Stuk]

_DEEL = re.compile(r"\w+|\s+|[^\w\s]")
_MAX_DELEN = 3_000  # comparing may take the square of this
_GELIJKENIS = 0.4  # below this two texts have nothing to do with each other


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
