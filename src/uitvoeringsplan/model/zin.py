"""Sentences of an answer, with the form of the paragraphs and points that they stand in.

`write_zinnen(read_zinnen(blokken))` gives the same blocks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.opmaak import Alinea, Blok, Punt, Stuk, normaliseer_stukken
from uitvoeringsplan.model.zinseinde import find_zinseinden, is_complete, is_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Zinsdeel(NamedTuple):
    """A piece of a sentence; `kop` is the block without its text that starts here, if one does."""

    kop: Blok | None
    stukken: tuple[Stuk, ...]

    @property
    def tekst(self) -> str:
        """The words alone."""
        return "".join(stuk.tekst for stuk in self.stukken)


class Zin(NamedTuple):
    """One sentence, which may go on in the next paragraph or point; `is_af` when it surely ends.

    The blanks before it belong to it, so that sentences in a row are the text again.
    """

    delen: tuple[Zinsdeel, ...]
    is_af: bool

    @property
    def tekst(self) -> str:
        """The words alone, one line per block."""
        return "\n".join(deel.tekst for deel in self.delen)


def read_zinnen(blokken: Iterable[Blok]) -> list[Zin]:
    """Return the sentences of an answer.

    A paragraph that does not end as a sentence does goes on in the next one (a heading, the lines
    of an address); a point does so when it says so itself.
    """
    zinnen: list[list[Zinsdeel]] = []
    vorig: Blok | None = None
    for blok in blokken:
        delen = list(_delen(blok._replace(stukken=()), blok.stukken))
        if vorig is not None and _loopt_door(vorig, blok, zinnen[-1][-1].tekst):
            zinnen[-1].append(delen.pop(0))
        zinnen += ([deel] for deel in delen)
        vorig = blok
    return [Zin(tuple(delen), is_complete(delen[-1].tekst)) for delen in zinnen]


def write_zinnen(zinnen: Iterable[Zin]) -> tuple[Blok, ...]:
    """Return the blocks that these sentences make."""
    uit: list[Blok] = []
    for zin in zinnen:
        for kop, stukken in zin.delen:
            if kop is not None:
                uit.append(kop._replace(stukken=stukken))
            elif uit:
                uit[-1] = uit[-1]._replace(stukken=(*uit[-1].stukken, *stukken))
            else:
                uit.append(Alinea(stukken))
    return tuple(blok._replace(stukken=normaliseer_stukken(blok.stukken)) for blok in uit)


def _loopt_door(vorig: Blok, blok: Blok, tekst: str) -> bool:
    """Whether the last words of one block go on in the next."""
    if isinstance(vorig, Punt):
        return is_unfinished(tekst)
    # A list below an unfinished sentence hangs on it (`model.zinsverband`), and is not one with it.
    return isinstance(blok, Alinea) and not is_complete(tekst)


def cut_stukken(stukken: Iterable[Stuk], einden: Iterable[int]) -> Iterator[tuple[Stuk, ...]]:
    """Yield runs cut at these places, which go up and end with the length of the text."""
    bron = iter(stukken)
    stuk = next(bron, None)
    vanaf = 0
    for einde in einden:
        uit: list[Stuk] = []
        while stuk is not None and vanaf < einde:
            eigen = stuk._replace(tekst=stuk.tekst[: einde - vanaf])
            uit.append(eigen)
            vanaf += len(eigen.tekst)
            rest = stuk.tekst[len(eigen.tekst) :]
            stuk = stuk._replace(tekst=rest) if rest else next(bron, None)
        yield tuple(uit)


def _delen(kop: Blok, stukken: tuple[Stuk, ...]) -> Iterator[Zinsdeel]:
    """Yield the sentences of one block; blanks between two belong to the second."""
    tekst = "".join(stuk.tekst for stuk in stukken)
    einden = tuple(find_zinseinden(tekst))
    if not einden and stukken and all(stuk.tekst for stuk in stukken):
        yield Zinsdeel(kop, stukken)  # most points are one sentence
        return
    eerste: Blok | None = kop
    for zin in cut_stukken(stukken, (*einden, len(tekst))):
        yield Zinsdeel(eerste, zin if eerste else _undress_begin(zin))
        eerste = None


def _undress_begin(zin: tuple[Stuk, ...]) -> tuple[Stuk, ...]:
    """Return a sentence whose first blanks are plain: their dress depends on their neighbours."""
    uit = list(zin)
    while uit and uit[0].tekst.isspace():
        del uit[0]
    wit = "".join(stuk.tekst for stuk in zin)
    wit = wit[: len(wit) - len(wit.lstrip())]
    if uit and uit[0].tekst[0].isspace():
        uit[0] = uit[0]._replace(tekst=uit[0].tekst.lstrip())
    return (Stuk(wit), *uit) if wit else tuple(uit)
