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
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


class Zin(NamedTuple):
    """One sentence, which may go on in the next paragraph or point; `is_af` when it surely ends.

    The blanks before it belong to it, so that sentences in a row are the text again.
    """

    parts: tuple[Zinsdeel, ...]
    is_af: bool

    @property
    def text(self) -> str:
        """The words alone, one line per block."""
        return "\n".join(part.text for part in self.parts)


def read_zinnen(blocks: Iterable[Block]) -> list[Zin]:
    """Return the sentences of an answer.

    A paragraph that does not end as a sentence does goes on in the next one (a heading, the lines
    of an address); a point does so when it says so itself.
    """
    zinnen: list[list[Zinsdeel]] = []
    previous: Block | None = None
    for block in blocks:
        parts = list(_parts(block._replace(runs=()), block.runs))
        if previous is not None and _goes_on(previous, block, zinnen[-1][-1].text):
            zinnen[-1].append(parts.pop(0))
        zinnen += ([part] for part in parts)
        previous = block
    return [Zin(tuple(parts), is_complete(parts[-1].text)) for parts in zinnen]


def write_zinnen(zinnen: Iterable[Zin]) -> tuple[Block, ...]:
    """Return the blocks that these sentences make."""
    result: list[Block] = []
    for zin in zinnen:
        for kop, runs in zin.parts:
            if kop is not None:
                result.append(kop._replace(runs=runs))
            elif result:
                result[-1] = result[-1]._replace(runs=(*result[-1].runs, *runs))
            else:
                result.append(Paragraph(runs))
    return tuple(block._replace(runs=normalise_runs(block.runs)) for block in result)


def _goes_on(previous: Block, block: Block, text: str) -> bool:
    """Whether the last words of one block go on in the next."""
    if isinstance(previous, ListItem):
        return is_unfinished(text)
    # A list below an unfinished sentence hangs on it (`breaks_context`), and is not one with it.
    return isinstance(block, Paragraph) and not is_complete(text)


def cut_runs(runs: Iterable[Run], ends: Iterable[int]) -> Iterator[tuple[Run, ...]]:
    """Yield runs cut at these places, which go up and end with the length of the text."""
    source = iter(runs)
    run = next(source, None)
    start_at = 0
    for end in ends:
        result: list[Run] = []
        while run is not None and start_at < end:
            own = run._replace(text=run.text[: end - start_at])
            result.append(own)
            start_at += len(own.text)
            rest = run.text[len(own.text) :]
            run = run._replace(text=rest) if rest else next(source, None)
        yield tuple(result)


def _parts(kop: Block, runs: tuple[Run, ...]) -> Iterator[Zinsdeel]:
    """Yield the sentences of one block; blanks between two belong to the second."""
    text = "".join(run.text for run in runs)
    ends = tuple(find_zinseinden(text))
    if not ends and runs and all(run.text for run in runs):
        yield Zinsdeel(kop, runs)  # most points are one sentence
        return
    first: Block | None = kop
    for zin in cut_runs(runs, (*ends, len(text))):
        yield Zinsdeel(first, zin if first else _undress_start(zin))
        first = None


def _undress_start(zin: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a sentence whose first blanks are plain: their dress depends on their neighbours."""
    result = list(zin)
    while result and result[0].text.isspace():
        del result[0]
    blank = "".join(run.text for run in zin)
    blank = blank[: len(blank) - len(blank.lstrip())]
    if result and result[0].text[0].isspace():
        result[0] = result[0]._replace(text=result[0].text.lstrip())
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

    runs: tuple[Run, ...]
    kop: Block | None = None

    @property
    def words(self) -> list[str]:
        """The words in it, whatever they look like."""
        return _WORDS.findall("".join(run.text for run in self.runs).casefold())

    @property
    def is_word(self) -> bool:
        """Whether it is more than signs and figures."""
        return any(_A_LETTER.search(run.text) for run in self.runs)


def read_tokens(zinnen: Iterable[Zin]) -> list[Token]:
    """Return the pieces of sentences; equal pieces make equal sentences."""
    return [run for zin in zinnen for kop, runs in zin.parts for run in _runs(kop, runs)]


def _runs(kop: Block | None, runs: tuple[Run, ...]) -> Iterator[Token]:
    ends = _ends("".join(run.text for run in runs), runs)
    for own in cut_runs(runs, ends):
        yield Token(own, kop)
        kop = None


def _ends(text: str, runs: Iterable[Run]) -> list[int]:
    """Return where the pieces of a text end; a blank that holds its neighbours together is none."""
    in_link = _in_link(runs)
    result = []
    in_name = False
    for chunk, following in pairwise(_CHUNK.finditer(text)):
        in_name = _in_name(chunk[0].strip(), following[0].strip(), begins_before=in_name)
        has_number = _DIGIT.search(chunk[0]) or _DIGIT.search(following[0])
        if not (has_number or in_name or chunk.end() in in_link):
            result.append(chunk.end())
    return [*result, len(text)] if text else result


def _in_name(before: str, after: str, *, begins_before: bool) -> bool:
    """Whether the blank between two words stands in a name: J. de Vries, Jan van Loon.

    `begins_before` tells whether the blank before them does.
    """
    if _INITIAL.match(before):
        return True
    if not before or not after or before.endswith(_PUNCTUATION):
        return False
    begins = begins_before if before in _NAME_PARTICLES else before[0].isupper()
    return begins and (after[0].isupper() or after in _NAME_PARTICLES)


def _in_link(runs: Iterable[Run]) -> set[int]:
    """Return the places between two signs of one link."""
    result: set[int] = set()
    place = 0
    for run in runs:
        if run.adres:
            result.update(range(place + 1, place + len(run.text)))
        place += len(run.text)
    return result
