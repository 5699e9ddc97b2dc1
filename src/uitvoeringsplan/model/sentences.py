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
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Block, ListItem, Paragraph, Run, normalise_runs
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Zinsdeel(NamedTuple):
    """A piece of a sentence; `kop` is the block without its text that starts here, if one does."""

    kop: Block | None
    stukken: tuple[Run, ...]

    @property
    def tekst(self) -> str:
        """The words alone."""
        return "".join(run.tekst for run in self.stukken)


class Zin(NamedTuple):
    """One sentence, which may go on in the next paragraph or point; `is_af` when it surely ends.

    The blanks before it belong to it, so that sentences in a row are the text again.
    """

    delen: tuple[Zinsdeel, ...]
    is_af: bool

    @property
    def tekst(self) -> str:
        """The words alone, one line per block."""
        return "\n".join(part.tekst for part in self.delen)


def read_zinnen(blocks: Iterable[Block]) -> list[Zin]:
    """Return the sentences of an answer.

    A paragraph that does not end as a sentence does goes on in the next one (a heading, the lines
    of an address); a point does so when it says so itself.
    """
    zinnen: list[list[Zinsdeel]] = []
    previous: Block | None = None
    for block in blocks:
        delen = list(_parts(block._replace(stukken=()), block.stukken))
        if previous is not None and _goes_on(previous, block, zinnen[-1][-1].tekst):
            zinnen[-1].append(delen.pop(0))
        zinnen += ([part] for part in delen)
        previous = block
    return [Zin(tuple(delen), is_complete(delen[-1].tekst)) for delen in zinnen]


def write_zinnen(zinnen: Iterable[Zin]) -> tuple[Block, ...]:
    """Return the blocks that these sentences make."""
    result: list[Block] = []
    for zin in zinnen:
        for kop, stukken in zin.delen:
            if kop is not None:
                result.append(kop._replace(stukken=stukken))
            elif result:
                result[-1] = result[-1]._replace(stukken=(*result[-1].stukken, *stukken))
            else:
                result.append(Paragraph(stukken))
    return tuple(block._replace(stukken=normalise_runs(block.stukken)) for block in result)


def _goes_on(previous: Block, block: Block, text: str) -> bool:
    """Whether the last words of one block go on in the next."""
    if isinstance(previous, ListItem):
        return is_unfinished(text)
    # A list below an unfinished sentence hangs on it (`breaks_context`), and is not one with it.
    return isinstance(block, Paragraph) and not is_complete(text)


def cut_runs(stukken: Iterable[Run], einden: Iterable[int]) -> Iterator[tuple[Run, ...]]:
    """Yield runs cut at these places, which go up and end with the length of the text."""
    bron = iter(stukken)
    run = next(bron, None)
    start_at = 0
    for end in einden:
        result: list[Run] = []
        while run is not None and start_at < end:
            own = run._replace(tekst=run.tekst[: end - start_at])
            result.append(own)
            start_at += len(own.tekst)
            rest = run.tekst[len(own.tekst) :]
            run = run._replace(tekst=rest) if rest else next(bron, None)
        yield tuple(result)


def _parts(kop: Block, stukken: tuple[Run, ...]) -> Iterator[Zinsdeel]:
    """Yield the sentences of one block; blanks between two belong to the second."""
    text = "".join(run.tekst for run in stukken)
    einden = tuple(find_zinseinden(text))
    if not einden and stukken and all(run.tekst for run in stukken):
        yield Zinsdeel(kop, stukken)  # most points are one sentence
        return
    first: Block | None = kop
    for zin in cut_runs(stukken, (*einden, len(text))):
        yield Zinsdeel(first, zin if first else _undress_begin(zin))
        first = None


def _undress_begin(zin: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a sentence whose first blanks are plain: their dress depends on their neighbours."""
    result = list(zin)
    while result and result[0].tekst.isspace():
        del result[0]
    blank = "".join(run.tekst for run in zin)
    blank = blank[: len(blank) - len(blank.lstrip())]
    if result and result[0].tekst[0].isspace():
        result[0] = result[0]._replace(tekst=result[0].tekst.lstrip())
    return (Run(blank), *result) if blank else tuple(result)


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


def find_zinseinden(text: str) -> list[int]:
    """Return the places behind every sentence in a paragraph that another one surely follows."""
    result = []
    for end in _END.finditer(text):
        start = _FIRST.match(text, end.end())
        if start and start[1].isupper() and _is_certain(text, end.start()):
            result.append(end.end())
    return result


def is_complete(text: str) -> bool:
    """Whether a text surely ends where a sentence ends; else what follows it may belong to it."""
    closing = _LAST.search(text, max(0, len(text.rstrip()) - 8))
    return closing is not None and _is_certain(text, closing.start())


def is_unfinished(text: str) -> bool:
    """Whether a text says itself that it goes on: a comma, a semicolon, a word like “of”."""
    return _UNFINISHED.search(text, max(0, len(text.rstrip()) - 10)) is not None


def _is_certain(text: str, place: int) -> bool:
    """Whether the sign at `place` ends a sentence, and is not part of the word before it."""
    if text[place] != ".":
        return True
    found = _LAST_WORD.search(text, max(0, place - 60), place)
    word = found[0].strip("\"'”’»“‘«()[]*") if found else ""
    if _NUMBER.match(word):
        return word[-1] == "%" or sum(sign.isdigit() for sign in word) >= _LONG_NUMBER
    if not word or "." in word or not word[-1].isalnum():
        return False
    if len(word) <= _SHORT:
        return word in _SHORT_WORDS
    return word.casefold() not in _ABBREVIATIONS and _VOWEL.search(word) is not None


_CHUNK = re.compile(r"\s*\S+|\s+\Z")
_DIGIT = re.compile(r"[\d€$£%‰°]")
_INITIAL = re.compile(r"[(\"'“‘]*(?:[A-Z][a-z]?\.-?)+\Z")
_NAME_PARTICLES = frozenset((
    "van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "'t", "’t", "von", "la", "el",
))  # fmt: skip
_PUNCTUATION = tuple(".,;:!?")
_WORDS = re.compile(r"\w+")
_A_LETTER = re.compile(r"[^\W\d_]")


class Token(NamedTuple):
    """A piece in its dress, with the blanks before it and the block that starts with it."""

    stukken: tuple[Run, ...]
    kop: Block | None = None

    @property
    def woorden(self) -> list[str]:
        """The words in it, whatever they look like."""
        return _WORDS.findall("".join(run.tekst for run in self.stukken).casefold())

    @property
    def is_woord(self) -> bool:
        """Whether it is more than signs and figures."""
        return any(_A_LETTER.search(run.tekst) for run in self.stukken)


def read_tokens(zinnen: Iterable[Zin]) -> list[Token]:
    """Return the pieces of sentences; equal pieces make equal sentences."""
    return [run for zin in zinnen for kop, stukken in zin.delen for run in _runs(kop, stukken)]


def _runs(kop: Block | None, stukken: tuple[Run, ...]) -> Iterator[Token]:
    einden = _ends("".join(run.tekst for run in stukken), stukken)
    for own in cut_runs(stukken, einden):
        yield Token(own, kop)
        kop = None


def _ends(text: str, stukken: Iterable[Run]) -> list[int]:
    """Return where the pieces of a text end; a blank that holds its neighbours together is none."""
    in_link = _in_link(stukken)
    result = []
    in_name = False
    for chunk, following in pairwise(_CHUNK.finditer(text)):
        in_name = _in_name(chunk[0].strip(), following[0].strip(), ervoor=in_name)
        heeft_getal = _DIGIT.search(chunk[0]) or _DIGIT.search(following[0])
        if not (heeft_getal or in_name or chunk.end() in in_link):
            result.append(chunk.end())
    return [*result, len(text)] if text else result


def _in_name(before: str, after: str, *, ervoor: bool) -> bool:
    """Whether the blank between two words stands in a name: J. de Vries, Jan van Loon.

    `ervoor` tells whether the blank before them does.
    """
    if _INITIAL.match(before):
        return True
    if not before or not after or before.endswith(_PUNCTUATION):
        return False
    begins = ervoor if before in _NAME_PARTICLES else before[0].isupper()
    return begins and (after[0].isupper() or after in _NAME_PARTICLES)


def _in_link(stukken: Iterable[Run]) -> set[int]:
    """Return the places between two signs of one link."""
    result: set[int] = set()
    place = 0
    for run in stukken:
        if run.adres:
            result.update(range(place + 1, place + len(run.tekst)))
        place += len(run.tekst)
    return result
