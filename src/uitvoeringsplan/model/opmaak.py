r"""The small markup of answers: the signs that people already type in a mail.

- an empty line starts a new paragraph; a single line end is a line break;
- `- ` starts a bullet, `1. ` a numbered point; two spaces deeper is the second level;
- a line that is indented under a point goes on with that point;
- `**vet**`, `*cursief*`, `[tekst](https://...)`.

Anything else is literal. A backslash before `*` or `[`, or in `\- ` and `1\. ` at the start of a
line, makes that sign literal too.

Reading and writing meet in one type, a flat row of `Blok`, because that is what Word has:
`schrijf_opmaak(lees_opmaak(tekst))` is the canonical form of a text, and reading the canonical
form gives the same blocks again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.inline_markup import find_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NIVEAUS = 2  # levels of points; deeper ones count as the deepest

PUNT = re.compile(r"( *)(?:-|(\d{1,3})\.) +(?=\S)")
# A backslash before what would else be the head of a point.
LETTERLIJK_BEGIN = re.compile(r"^( *)(?:\\(\\*-)|(\d{1,3})\\(\\*\.))(?= )", re.MULTILINE)
_INDENT = re.compile("\n +")
_BEFORE_LINE_END = re.compile("[ \u00a0]+(?=\n)")


class Stuk(NamedTuple):
    """A run of text in one dress; a line feed in `tekst` is a line break."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    adres: str = ""


class Alinea(NamedTuple):
    """A paragraph."""

    stukken: tuple[Stuk, ...]


class Punt(NamedTuple):
    """A point of a list: a bullet, or numbered when `nummer` is given; `niveau` 0 or 1."""

    stukken: tuple[Stuk, ...]
    niveau: int = 0
    nummer: int | None = None


Blok = Alinea | Punt


@lru_cache(maxsize=64)  # an answer is read for the document and for its fingerprint
def lees_opmaak(tekst: str) -> tuple[Blok, ...]:
    """Return the blocks of a cleaned text; an empty text has none."""
    blokken: list[Blok] = []
    for span in find_blocks(tekst):
        inhoud = _content(tekst, span)
        if "\\" in inhoud:
            inhoud = LETTERLIJK_BEGIN.sub(r"\1\2\3\4", inhoud)
        stukken = lees_stukken(inhoud)
        if span.kop is None:
            blokken.append(Alinea(stukken))
        else:
            blokken.append(_list_item(span.kop, stukken, blokken))
    return tuple(blokken)


def platte_tekst(blokken: tuple[Blok, ...]) -> str:
    """Return the words alone, one line per block and per line break."""
    return "\n".join("".join(stuk.tekst for stuk in blok.stukken) for blok in blokken)


class BlockSpan(NamedTuple):
    """Where a block stands: its words in `tekst[begin:eind]`, behind the head of a point."""

    kop: re.Match[str] | None
    begin: int
    eind: int


def find_blocks(tekst: str) -> list[BlockSpan]:
    """Return where every block stands in a text."""
    spans: list[BlockSpan] = []
    lopend = False  # whether the next plain line may still belong to the last group
    begin = 0
    for regel in tekst.split("\n"):
        eind = begin + len(regel)
        if not regel.strip():
            lopend = False
        elif kop := PUNT.match(regel):
            spans.append(BlockSpan(kop, begin + kop.end(), eind))
            lopend = True
        elif lopend and (spans[-1].kop is None or regel.startswith("  ")):
            spans[-1] = spans[-1]._replace(eind=eind)
        else:
            spans.append(BlockSpan(None, begin, eind))
            lopend = True
        begin = eind + 1
    return spans


def _content(tekst: str, span: BlockSpan) -> str:
    """Return the words of a block; the lines that go on with a point lose their indent."""
    inhoud = tekst[span.begin : span.eind]
    if span.kop and "\n " in inhoud:
        return _INDENT.sub("\n", inhoud)
    return inhoud


def _list_item(kop: re.Match[str], stukken: tuple[Stuk, ...], eerder: list[Blok]) -> Punt:
    """Return the point, its level and number in line with the points just before it."""
    inspringing, cijfers = kop.groups()
    in_lijst = bool(eerder) and isinstance(eerder[-1], Punt)
    niveau = min(len(inspringing) // 2, NIVEAUS - 1) if in_lijst else 0
    if cijfers is None:
        return Punt(stukken, niveau)
    return Punt(stukken, niveau, volgend_nummer(eerder, niveau) or int(cijfers))


def volgend_nummer(eerder: Sequence[Blok], niveau: int) -> int | None:
    """Return the number that a numbered point on `niveau` gets behind the blocks `eerder`.

    None when it starts a list of its own: nothing numbered stands before it on its level, or
    a paragraph, a bullet or a higher level came between.
    """
    for blok in reversed(eerder):
        if not isinstance(blok, Punt) or blok.niveau < niveau:
            return None
        if blok.niveau == niveau:
            return None if blok.nummer is None else blok.nummer + 1
    return None


def lees_stukken(tekst: str) -> tuple[Stuk, ...]:
    """Return the runs of one paragraph."""
    if not any(teken in tekst for teken in "*[\\"):  # most paragraphs have no signs at all
        return (Stuk(tekst),) if tekst else ()
    stukken: list[Stuk] = []
    for span in find_spans(tekst):
        _append(stukken, Stuk(tekst[span.begin : span.eind], span.vet, span.cursief, span.adres))
    return normaliseer_stukken(stukken)


def normaliseer_stukken(stukken: Iterable[Stuk]) -> tuple[Stuk, ...]:
    """Return runs in their one normal form: equal neighbours joined, blanks dressed by both sides.

    Nobody sees whether a blank is bold; it takes the dress that the words on both sides share.
    So emphasis and links never start or end with a blank, which the markup could not say.
    """
    stukken = tuple(stukken)
    if not any(stuk.vet or stuk.cursief or stuk.adres for stuk in stukken):
        # Most text has no dress, and then there is nothing to weigh.
        tekst = "".join(stuk.tekst for stuk in stukken).rstrip(" \u00a0")
        if " \n" in tekst or "\u00a0\n" in tekst:
            tekst = "\n".join(regel.rstrip(" \u00a0") for regel in tekst.split("\n"))
        return (Stuk(tekst),) if tekst else ()
    delen: list[Stuk] = []
    for stuk in _without_loose_ends(stukken):
        kern = stuk.tekst.strip()
        voor, _, na = stuk.tekst.partition(kern) if kern else (stuk.tekst, "", "")
        delen += [stuk._replace(tekst=tekst) for tekst in (voor, kern, na) if tekst]
    uit: list[Stuk] = []
    links = Stuk("")
    rechts = _words_follow(delen)
    for i, deel in enumerate(delen):
        jas = deel
        if deel.tekst.isspace():
            jas = Stuk(
                "",
                links.vet and rechts[i].vet,
                links.cursief and rechts[i].cursief,
                links.adres if links.adres == rechts[i].adres else "",
            )
        else:
            links = deel
        _append(uit, jas._replace(tekst=deel.tekst))
    return tuple(uit)


def _words_follow(delen: list[Stuk]) -> list[Stuk]:
    """Return for every run the nearest one at or after it that is not blank."""
    uit: list[Stuk] = []
    hierna = Stuk("")
    for deel in reversed(delen):
        hierna = hierna if deel.tekst.isspace() else deel
        uit.append(hierna)
    return uit[::-1]


def _without_loose_ends(stukken: Iterable[Stuk]) -> list[Stuk]:
    """Return runs without blanks at the end of a line, which nobody sees and cleaning drops."""
    lijst = [stuk for stuk in stukken if stuk.tekst]
    slot = True  # whether the text after this run starts with a line end
    for i in reversed(range(len(lijst))):
        tekst = _BEFORE_LINE_END.sub("", lijst[i].tekst)
        lijst[i] = lijst[i]._replace(tekst=tekst.rstrip(" \u00a0") if slot else tekst)
        slot = (slot and not lijst[i].tekst) or lijst[i].tekst.startswith("\n")
    return lijst


def _append(uit: list[Stuk], stuk: Stuk) -> None:
    """Append, joining runs in the same dress so that equal content has one form."""
    if not stuk.tekst:
        return
    vorig = uit[-1] if uit else None
    if vorig and (vorig.vet, vorig.cursief, vorig.adres) == (stuk.vet, stuk.cursief, stuk.adres):
        uit[-1] = stuk._replace(tekst=vorig.tekst + stuk.tekst)
    else:
        uit.append(stuk)
