"""What must hold of an answer that was put together from two versions of `random_edits`."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from random_edits import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from random_edits import Blok

_MARKERING = re.compile(r" *(?:-|\d+\.) ")


class Gelezen(NamedTuple):
    """A text as the judge sees it."""

    zinnen: Counter[str]
    neighbours: frozenset[tuple[str, str]]  # pieces beside each other, with the starts of blocks
    connections: frozenset[tuple[str, str]]  # a sentence, and what it hangs on


def read(markup: str, zinnen: Iterable[str], runs: Iterable[str]) -> Gelezen | None:
    """Return a text made of these sentences and pieces; None when it holds another sentence."""
    known = sorted(set(map(_bare, zinnen)), key=len, reverse=True)
    every: list[tuple[str, list[str]]] = []
    for line in re.split(r"\n+", markup):
        kop = _MARKERING.match(line)
        parts = _verdeel(_bare(line[kop.end() :] if kop else line), known)
        if parts is None:
            return None
        every.append((kop[0] if kop else "", parts))
    patroon = re.compile(
        "|".join(map(re.escape, sorted(map(_bare, runs), key=len, reverse=True))) + r"|\S+"
    )
    rij: list[str] = [""]
    for kop, parts in every:
        rij.append(f"¶{kop}")
        for part in parts:
            rij += patroon.findall(part)
    return Gelezen(
        Counter(part for _, parts in every for part in parts),
        frozenset(pairwise([*rij, ""])),
        frozenset(_connections(every)),
    )


def _bare(text_: str) -> str:
    """Return a text in which words side by side that are bold, or in one link, are so one by one.

    The canonical markup puts one pair of signs around all of them.
    """
    text_ = re.sub(r"\*\*(.+?)\*\*", lambda m: _los(m[1], "**", "**"), text_)
    return re.sub(r"\[(.+?)\](\(.+?\))", lambda m: _los(m[1], "[", f"]{m[2]}"), text_)


def _los(words: str, before: str, after: str) -> str:
    return " ".join(f"{before}{word}{after}" for word in words.split(" "))


def _verdeel(line: str, known: list[str]) -> list[str] | None:
    """Return the known sentences that a line is made of, if it is."""
    if not line:
        return []
    for candidate in known:
        if line == candidate:
            return [candidate]
        if line.startswith(f"{candidate} "):
            rest = _verdeel(line[len(candidate) + 1 :], known)
            if rest is not None:
                return [candidate, *rest]
    return None


def _connections(every: list[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    salutation = parent = previous = ""
    for kop, parts in every:
        if not kop:
            if salutation and salutation == previous:  # a heading, or words that go on
                yield previous, parts[0]
            is_af = parts[-1].rstrip("*").endswith((".", "!", "?"))
            salutation, parent = "" if is_af else parts[-1], ""
        else:
            if re.search(r"(?:[;,]| of| en| noch)$", previous):
                yield previous, parts[0]
            yield f"nummer {kop.strip()}", parts[0]
            for part in parts:
                yield salutation, part
                if kop.startswith(" "):
                    yield parent, part
            if not kop.startswith(" "):
                parent = parts[0]
        previous = parts[-1]


def errors(basis: list[Blok], sides: tuple[list[Blok], list[Blok]], together: str) -> list[str]:
    """Return what is wrong with an answer that was made from both."""
    zinnen = [[" ".join(runs) for block in side for runs in block.zinnen] for side in sides]
    runs = {s for side in (basis, *sides) for b in side for z in b.zinnen for s in z}
    start_basis = [" ".join(runs) for block in basis for runs in block.zinnen]
    was = read(text(basis), start_basis, runs)
    one, other = (read(text(side), own, runs) for side, own in zip(sides, zinnen, strict=True))
    nu = read(together, [*zinnen[0], *zinnen[1]], runs)
    if nu is None:
        return ["een zin die niemand schreef"]
    assert was is not None
    assert one is not None
    assert other is not None
    result = []
    for side in (one, other):
        if (side.neighbours - was.neighbours) - nu.neighbours:
            result.append("een wijziging staat niet tussen haar eigen buren")
        if any(zin_ in nu.zinnen for zin_ in was.zinnen.keys() - side.zinnen.keys()):
            result.append("een zin die iemand weghaalde of veranderde staat er nog")
    if any(count > max(one.zinnen[z], other.zinnen[z]) for z, count in nu.zinnen.items()):
        result.append("een zin staat er dubbel")
    if (was.zinnen.keys() & one.zinnen.keys() & other.zinnen.keys()) - nu.zinnen.keys():
        result.append("een zin die beiden lieten staan is weg")
    if nu.connections - one.connections - other.connections:
        result.append("een zin hangt aan woorden waaronder niemand haar schreef")
    return result
