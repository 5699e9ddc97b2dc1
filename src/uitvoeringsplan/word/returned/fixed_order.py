"""Sentences as they follow each other now against the fingerprints of those that there were."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.word.fixed.fingerprints import Zin

_KORT = 300  # signs of a quotation
# A sentence that comes from much further on was moved up; the place goes on from where it was.
_SPRONG = 50


class Stuk(NamedTuple):
    """A sentence and where it stands; without a sentence, an answer that is passed over.

    `regel` is the number of its paragraph, `waar` the heading or question above it, `rij` tells
    the row of a table from every other. Where `is_antwoord`, words that are not known belong to an
    answer.
    """

    zin: Zin | None
    regel: int
    waar: str
    rij: tuple[int, int] | None = None
    is_antwoord: bool = False


class _Groep(NamedTuple):
    """Sentences that were not there, one behind the other, and the known one before them."""

    na: int
    stukken: list[Stuk]


def compare_order(toen: Sequence[str], stukken: Sequence[Stuk]) -> list[str]:
    """Return what is new, changed, moved and gone, as sentences for the user.

    `toen` are the fingerprints of the sentences in the order that they had.
    """
    gevonden = _match(toen, stukken)
    bekend = {plek: stuk for plek, stuk in zip(gevonden, stukken, strict=True) if plek is not None}
    weg = _weg(toen, bekend)
    rijen = {
        stuk.rij
        for plek, stuk in zip(gevonden, stukken, strict=True)
        if stuk.rij and (plek is not None or stuk.is_antwoord)
    }
    uit = []
    for groep in _groepen(gevonden, stukken):
        veranderd = weg.pop(groep.na, 0)
        uit.append(_melding(groep.stukken, rijen, is_veranderd=bool(veranderd)))
    for na, aantal in weg.items():
        uit.append(_weg_melding(bekend.get(na), aantal))
    uit += _verplaatst(gevonden, stukken)
    return uit


def _match(toen: Sequence[str], stukken: Sequence[Stuk]) -> list[int | None]:
    """Return for every sentence which of the known ones it is; each is there once.

    What is no answer for sure goes first. Of what may be one, only a sentence that stands where it
    stood is taken for fixed text: a word of an answer may be one of the fixed text elsewhere.
    """
    op_afdruk: dict[str, deque[int]] = {}
    for plek, code in enumerate(toen):
        for sleutel in filter(None, code.split("=")):
            op_afdruk.setdefault(sleutel, deque()).append(plek)
    gebruikt: set[int] = set()
    uit: list[int | None] = [None] * len(stukken)
    laatste = -1
    for nummer, stuk in enumerate(stukken):
        if stuk.is_antwoord:
            continue
        rijen = (op_afdruk.get(sleutel, deque()) for sleutel in _sleutels(stuk))
        gevonden = next(filter(None, (_volgende(rij, gebruikt, laatste) for rij in rijen)), None)
        if gevonden is None:
            continue
        (plek,) = gevonden
        gebruikt.add(plek)
        uit[nummer] = plek
        if laatste < plek <= laatste + _SPRONG:
            laatste = plek
    _match_answers(toen, stukken, gebruikt, uit)
    return uit


def _match_answers(
    toen: Sequence[str], stukken: Sequence[Stuk], gebruikt: set[int], uit: list[int | None]
) -> None:
    """Find the fixed sentences among what may be an answer, each between its neighbours."""
    over: dict[str, list[int]] = {}
    for plek, code in enumerate(toen):
        if plek not in gebruikt:
            for sleutel in filter(None, code.split("=")):
                over.setdefault(sleutel, []).append(plek)
    grens = len(toen)
    grenzen = [grens] * len(stukken)  # the known sentence behind each
    for nummer in range(len(stukken) - 1, -1, -1):
        grenzen[nummer] = grens
        gevonden = uit[nummer]
        grens = grens if gevonden is None else gevonden
    vorige = -1
    for nummer, stuk in enumerate(stukken):
        if stuk.is_antwoord and uit[nummer] is None:
            for sleutel in _sleutels(stuk):
                rij = over.get(sleutel, [])
                i = bisect_left(rij, vorige + 1)
                if i < len(rij) and rij[i] < grenzen[nummer]:
                    uit[nummer] = rij[i]
                    break
        gevonden = uit[nummer]
        vorige = vorige if gevonden is None else gevonden


def _sleutels(stuk: Stuk) -> list[str]:
    return [een for een in (stuk.zin.afdruk, stuk.zin.gevuld) if een] if stuk.zin else []


def _volgende(rij: deque[int], gebruikt: set[int], laatste: int) -> tuple[int] | None:
    """Take the next of equal sentences, so that one that went is missed where it was."""
    while rij and (rij[0] in gebruikt or rij[0] < laatste < rij[-1]):
        rij.popleft()
    return (rij.popleft(),) if rij else None


def _weg(toen: Sequence[str], bekend: Iterable[int]) -> dict[int, int]:
    """Return how many sentences are gone, by the known one before them (-1: none)."""
    bekend = set(bekend)
    uit: dict[int, int] = {}
    na = -1
    for plek, code in enumerate(toen):
        if plek in bekend:
            na = plek
        elif not code.startswith("="):
            uit[na] = uit.get(na, 0) + 1
    return uit


def _groepen(gevonden: Sequence[int | None], stukken: Sequence[Stuk]) -> list[_Groep]:
    """Return the sentences that were not there, those together that follow each other."""
    uit: list[_Groep] = []
    na = -1
    open_ = False
    for plek, stuk in zip(gevonden, stukken, strict=True):
        if plek is not None:
            na, open_ = plek, False
        elif stuk.is_antwoord or stuk.zin is None or not stuk.zin.afdruk:
            open_ = open_ and stuk.zin is not None
        elif open_:
            uit[-1].stukken.append(stuk)
        else:
            uit.append(_Groep(na, [stuk]))
            open_ = True
    return uit


def _verplaatst(gevonden: Sequence[int | None], stukken: Sequence[Stuk]) -> list[str]:
    """Return a sentence per piece that stands in another order; the fewest that explain it."""
    paren = [(p, s) for p, s in zip(gevonden, stukken, strict=True) if p is not None]
    # The longest row that goes up (patience sorting): all that is not in it was moved.
    toppen: list[int] = []
    eindes: list[int] = []
    vorige: list[int] = []
    for i, (plek, _) in enumerate(paren):
        hoogte = bisect_left(toppen, plek)
        vorige.append(eindes[hoogte - 1] if hoogte else -1)
        toppen[hoogte : hoogte + 1] = [plek]
        eindes[hoogte : hoogte + 1] = [i]
    vast = set()
    i = eindes[-1] if eindes else -1
    while i >= 0:
        vast.add(i)
        i = vorige[i]
    uit = []
    for i, (_, stuk) in enumerate(paren):
        if i not in vast and stuk.zin is not None:
            uit.append(
                f"{_bij(stuk.waar)} staat vaste tekst op een andere plaats:"
                f" {quote(stuk.zin.woorden)}"
            )
    return uit


def _melding(stukken: Sequence[Stuk], rijen: set[tuple[int, int]], *, is_veranderd: bool) -> str:
    bij = _bij(stukken[0].waar)
    regels: dict[int, list[str]] = {}
    for stuk in stukken:
        regels.setdefault(stuk.regel, []).append(stuk.zin.woorden if stuk.zin else "")
    woorden = " | ".join(map(" ".join, regels.values()))
    eigen = {stuk.rij for stuk in stukken}
    if None not in eigen and eigen.isdisjoint(rijen):
        return f"{bij} is een tabelrij bijgekomen: {quote(woorden)}"
    if is_veranderd:
        if stukken[0].waar == woorden:  # a heading names itself
            return f"Vaste tekst is veranderd. Er staat nu: {quote(woorden)}"
        return f"{bij} is de vaste tekst veranderd. Er staat nu: {quote(woorden)}"
    return f"{bij} staat buiten de antwoorden tekst die er niet stond: {quote(woorden)}"


def _weg_melding(na: Stuk | None, aantal: int) -> str:
    zinnen = "een zin" if aantal == 1 else f"{aantal} zinnen"
    if na is None or na.zin is None:
        return f"Aan het begin van het document is vaste tekst weg ({zinnen})."
    if na.waar == na.zin.woorden:
        return f"{_bij(na.waar)} is vaste tekst weg ({zinnen})."
    return f"{_bij(na.waar)} is vaste tekst weg ({zinnen}), na {quote(na.zin.woorden)}"


def _bij(waar: str) -> str:
    return f"Bij “{waar}”" if waar else "Aan het begin van het document"


def quote(tekst: str) -> str:
    """Return words between quotation marks as the end of a sentence; of many words the first."""
    kort = tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1].rstrip()}…"
    return f"“{kort}”" if kort.endswith((".", "!", "?", "…")) else f"“{kort}”."
