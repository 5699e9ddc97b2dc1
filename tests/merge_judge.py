"""What must hold of an answer that was put together from two versions of `random_edits`."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from random_edits import tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from random_edits import Blok

_MARKERING = re.compile(r" *(?:-|\d+\.) ")


class Gelezen(NamedTuple):
    """A text as the judge sees it."""

    zinnen: Counter[str]
    buren: frozenset[tuple[str, str]]  # pieces beside each other, with the starts of blocks
    verbanden: frozenset[tuple[str, str]]  # a sentence, and what it hangs on


def lees(markup: str, zinnen: Iterable[str], stukken: Iterable[str]) -> Gelezen | None:
    """Return a text made of these sentences and pieces; None when it holds another sentence."""
    bekend = sorted(set(map(_kaal, zinnen)), key=len, reverse=True)
    alle: list[tuple[str, list[str]]] = []
    for regel in re.split(r"\n+", markup):
        kop = _MARKERING.match(regel)
        delen = _verdeel(_kaal(regel[kop.end() :] if kop else regel), bekend)
        if delen is None:
            return None
        alle.append((kop[0] if kop else "", delen))
    patroon = re.compile(
        "|".join(map(re.escape, sorted(map(_kaal, stukken), key=len, reverse=True))) + r"|\S+"
    )
    rij: list[str] = [""]
    for kop, delen in alle:
        rij.append(f"¶{kop}")
        for deel in delen:
            rij += patroon.findall(deel)
    return Gelezen(
        Counter(deel for _, delen in alle for deel in delen),
        frozenset(pairwise([*rij, ""])),
        frozenset(_verbanden(alle)),
    )


def _kaal(tekst_: str) -> str:
    """Return a text in which words side by side that are bold, or in one link, are so one by one.

    The canonical markup puts one pair of signs around all of them.
    """
    tekst_ = re.sub(r"\*\*(.+?)\*\*", lambda m: _los(m[1], "**", "**"), tekst_)
    return re.sub(r"\[(.+?)\](\(.+?\))", lambda m: _los(m[1], "[", f"]{m[2]}"), tekst_)


def _los(woorden: str, voor: str, na: str) -> str:
    return " ".join(f"{voor}{woord}{na}" for woord in woorden.split(" "))


def _verdeel(regel: str, bekend: list[str]) -> list[str] | None:
    """Return the known sentences that a line is made of, if it is."""
    if not regel:
        return []
    for kandidaat in bekend:
        if regel == kandidaat:
            return [kandidaat]
        if regel.startswith(f"{kandidaat} "):
            rest = _verdeel(regel[len(kandidaat) + 1 :], bekend)
            if rest is not None:
                return [kandidaat, *rest]
    return None


def _verbanden(alle: list[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    aanhef = ouder = vorig = ""
    for kop, delen in alle:
        if not kop:
            if aanhef and aanhef == vorig:  # a heading, or words that go on
                yield vorig, delen[0]
            is_af = delen[-1].rstrip("*").endswith((".", "!", "?"))
            aanhef, ouder = "" if is_af else delen[-1], ""
        else:
            if re.search(r"(?:[;,]| of| en| noch)$", vorig):
                yield vorig, delen[0]
            yield f"nummer {kop.strip()}", delen[0]
            for deel in delen:
                yield aanhef, deel
                if kop.startswith(" "):
                    yield ouder, deel
            if not kop.startswith(" "):
                ouder = delen[0]
        vorig = delen[-1]


def fouten(basis: list[Blok], kanten: tuple[list[Blok], list[Blok]], samen: str) -> list[str]:
    """Return what is wrong with an answer that was made from both."""
    zinnen = [[" ".join(stukken) for blok in kant for stukken in blok.zinnen] for kant in kanten]
    stukken = {s for kant in (basis, *kanten) for b in kant for z in b.zinnen for s in z}
    van_basis = [" ".join(stukken) for blok in basis for stukken in blok.zinnen]
    was = lees(tekst(basis), van_basis, stukken)
    een, ander = (
        lees(tekst(kant), eigen, stukken) for kant, eigen in zip(kanten, zinnen, strict=True)
    )
    nu = lees(samen, [*zinnen[0], *zinnen[1]], stukken)
    if nu is None:
        return ["een zin die niemand schreef"]
    assert was is not None
    assert een is not None
    assert ander is not None
    uit = []
    for kant in (een, ander):
        if (kant.buren - was.buren) - nu.buren:
            uit.append("een wijziging staat niet tussen haar eigen buren")
        if any(zin_ in nu.zinnen for zin_ in was.zinnen.keys() - kant.zinnen.keys()):
            uit.append("een zin die iemand weghaalde of veranderde staat er nog")
    if any(aantal > max(een.zinnen[z], ander.zinnen[z]) for z, aantal in nu.zinnen.items()):
        uit.append("een zin staat er dubbel")
    if (was.zinnen.keys() & een.zinnen.keys() & ander.zinnen.keys()) - nu.zinnen.keys():
        uit.append("een zin die beiden lieten staan is weg")
    if nu.verbanden - een.verbanden - ander.verbanden:
        uit.append("een zin hangt aan woorden waaronder niemand haar schreef")
    return uit
