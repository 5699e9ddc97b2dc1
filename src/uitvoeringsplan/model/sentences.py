"""Sentences of an answer, where they end for certain, and the pieces that nobody may take apart.

`write_zinnen(read_zinnen(blokken))` gives the same blocks again.

A dot ends a sentence, an abbreviation, an initial or a number, and only a reader can tell which.
Two people's changes go together per sentence (`model.sentence_merge`), so a sentence that is cut
in two by mistake would be written by nobody; one that is too long only asks a question too many.
So whatever is in doubt is no end.

A piece is what stands between blanks, so 10.000,-, 2027-2028, 10.30, j.jansen@delft.nl, art.3 and
[a link] are one. A blank is no end either beside a number (12 maart 2027, 0,4 fte, € 10, art. 3,
1234 AB), inside a name (J. de Vries) or inside the words of a link.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.opmaak import Alinea, Blok, Punt, Stuk, normaliseer_stukken

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
        delen = list(_parts(blok._replace(stukken=()), blok.stukken))
        if vorig is not None and _goes_on(vorig, blok, zinnen[-1][-1].tekst):
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


def _goes_on(vorig: Blok, blok: Blok, tekst: str) -> bool:
    """Whether the last words of one block go on in the next."""
    if isinstance(vorig, Punt):
        return is_unfinished(tekst)
    # A list below an unfinished sentence hangs on it (`breaks_verband`), and is not one with it.
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


def _parts(kop: Blok, stukken: tuple[Stuk, ...]) -> Iterator[Zinsdeel]:
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


_CLOSING = "\"'”’»)\\]"
_END = re.compile(rf"[.!?][{_CLOSING}]*(?=\s)")
_LAST = re.compile(rf"[.!?][{_CLOSING}]*\s*\Z")
# A capital starts a sentence; after a digit or a small letter it may have been an abbreviation.
_FIRST = re.compile(r"\s+[\"'“‘«(\[]*(\w)")
_LAST_WORD = re.compile(r"\S{1,60}\Z")
_NUMBER = re.compile(r"[€(]*[\d.,:/%-]*\d[\d.,:/%-]*\Z")
_VOWEL = re.compile(r"[aeiouyàâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,;]|\b(?:en|of|en/of|maar|noch|tenzij|behalve|zonder|mits|als|indien|want|plus))\s*\Z"
)
_LONG_NUMBER = 4  # digits: “3.” may be the number of an article or a step, “2027.” is a year
_SHORT = 3
#: Words this short are mostly abbreviations before a dot (nr., art., Jan.); these are not.
_SHORT_WORDS = frozenset((
    "aan", "af", "al", "bij", "dag", "dan", "dat", "die", "dit", "dus", "een", "en", "er", "ga",
    "had", "hem", "hen", "het", "hij", "hoe", "hun", "ik", "in", "is", "ja", "je", "jij", "kan",
    "kon", "lag", "man", "mee", "met", "mij", "na", "nee", "nu", "om", "ons", "ook", "op", "per",
    "toe", "tot", "u", "uit", "uur", "vak", "van", "ver", "vol", "wat", "weg", "wel", "wet", "wie",
    "wij", "wil", "zal", "zei", "zij", "zin", "zo", "zou",
))  # fmt: skip
_ABBREVIATIONS = frozenset((
    "artt", "bijl", "bijv", "blzz", "burg", "circ", "conf", "corn", "dept", "dipl", "excl", "exkl",
    "gebr", "genm", "gest", "hfdst", "hist", "hoofdst", "incl", "inst", "lett", "maatsch", "mevr",
    "minr", "nadr", "onderd", "onderz", "openb", "overl", "past", "plaatsv", "postb", "prof",
    "prov", "rapp", "resp", "secr", "sect", "sept", "staatssecr", "techn", "telef", "temp", "toel",
    "uitg", "univ", "verg", "verm", "vert", "voorz", "vrijw", "weth", "wethr", "wijz",
))  # fmt: skip


def find_zinseinden(tekst: str) -> list[int]:
    """Return the places behind every sentence in a paragraph that another one surely follows."""
    uit = []
    for einde in _END.finditer(tekst):
        begin = _FIRST.match(tekst, einde.end())
        if begin and begin[1].isupper() and _is_certain(tekst, einde.start()):
            uit.append(einde.end())
    return uit


def is_complete(tekst: str) -> bool:
    """Whether a text surely ends where a sentence ends; else what follows it may belong to it."""
    slot = _LAST.search(tekst, max(0, len(tekst.rstrip()) - 8))
    return slot is not None and _is_certain(tekst, slot.start())


def is_unfinished(tekst: str) -> bool:
    """Whether a text says itself that it goes on: a comma, a semicolon, a word like “of”."""
    return _UNFINISHED.search(tekst, max(0, len(tekst.rstrip()) - 10)) is not None


def _is_certain(tekst: str, plek: int) -> bool:
    """Whether the sign at `plek` ends a sentence, and is not part of the word before it."""
    if tekst[plek] != ".":
        return True
    gevonden = _LAST_WORD.search(tekst, max(0, plek - 60), plek)
    woord = gevonden[0].strip("\"'”’»“‘«()[]*") if gevonden else ""
    if _NUMBER.match(woord):
        return woord[-1] == "%" or sum(teken.isdigit() for teken in woord) >= _LONG_NUMBER
    if not woord or "." in woord or not woord[-1].isalnum():
        return False
    if len(woord) <= _SHORT:
        return woord in _SHORT_WORDS
    return woord.casefold() not in _ABBREVIATIONS and _VOWEL.search(woord) is not None


_CHUNK = re.compile(r"\s*\S+|\s+\Z")
_DIGIT = re.compile(r"[\d€$£%‰°]")
_INITIAL = re.compile(r"[(\"'“‘]*(?:[A-Z][a-z]?\.-?)+\Z")
_NAME_PARTICLES = frozenset((
    "van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "'t", "’t", "von", "la", "el",
))  # fmt: skip
_PUNCTUATION = tuple(".,;:!?")
_WORDS = re.compile(r"\w+")
_A_LETTER = re.compile(r"[^\W\d_]")


class Woordstuk(NamedTuple):
    """A piece in its dress, with the blanks before it and the block that starts with it."""

    stukken: tuple[Stuk, ...]
    kop: Blok | None = None

    @property
    def woorden(self) -> list[str]:
        """The words in it, whatever they look like."""
        return _WORDS.findall("".join(stuk.tekst for stuk in self.stukken).casefold())

    @property
    def is_woord(self) -> bool:
        """Whether it is more than signs and figures."""
        return any(_A_LETTER.search(stuk.tekst) for stuk in self.stukken)


def read_woordstukken(zinnen: Iterable[Zin]) -> list[Woordstuk]:
    """Return the pieces of sentences; equal pieces make equal sentences."""
    return [stuk for zin in zinnen for kop, stukken in zin.delen for stuk in _runs(kop, stukken)]


def _runs(kop: Blok | None, stukken: tuple[Stuk, ...]) -> Iterator[Woordstuk]:
    einden = _ends("".join(stuk.tekst for stuk in stukken), stukken)
    for eigen in cut_stukken(stukken, einden):
        yield Woordstuk(eigen, kop)
        kop = None


def _ends(tekst: str, stukken: Iterable[Stuk]) -> list[int]:
    """Return where the pieces of a text end; a blank that holds its neighbours together is none."""
    in_link = _in_link(stukken)
    uit = []
    in_naam = False
    for brok, volgend in pairwise(_CHUNK.finditer(tekst)):
        in_naam = _in_name(brok[0].strip(), volgend[0].strip(), ervoor=in_naam)
        heeft_getal = _DIGIT.search(brok[0]) or _DIGIT.search(volgend[0])
        if not (heeft_getal or in_naam or brok.end() in in_link):
            uit.append(brok.end())
    return [*uit, len(tekst)] if tekst else uit


def _in_name(voor: str, na: str, *, ervoor: bool) -> bool:
    """Whether the blank between two words stands in a name: J. de Vries, Jan van Loon.

    `ervoor` tells whether the blank before them does.
    """
    if _INITIAL.match(voor):
        return True
    if not voor or not na or voor.endswith(_PUNCTUATION):
        return False
    begint = ervoor if voor in _NAME_PARTICLES else voor[0].isupper()
    return begint and (na[0].isupper() or na in _NAME_PARTICLES)


def _in_link(stukken: Iterable[Stuk]) -> set[int]:
    """Return the places between two signs of one link."""
    uit: set[int] = set()
    plek = 0
    for stuk in stukken:
        if stuk.adres:
            uit.update(range(plek + 1, plek + len(stuk.tekst)))
        plek += len(stuk.tekst)
    return uit
