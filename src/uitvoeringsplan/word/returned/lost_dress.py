"""The dress of words that a program lost, and how a paragraph gets it back from an older text.

What a program loses of a first paragraph is its habit (`habits.py`, from MOVED_CONTROL on). The
words come from the document, and their dress from a text that the answer had before. The same holds
for links that a program wrote another way, or let begin too early.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import (
    PLAIN,
    normalise_runs,
    shared_dress,
)
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.address import comparable
from uitvoeringsplan.word.returned.habits import LINK_AS_CODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.answer_markup import Block, Run

    _Alinea = Sequence[Run]

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_MAX_PIECES = 3_000  # comparing may take the square of this
_LIKENESS = 0.4  # below this two texts have nothing to do with each other
(_CODE,) = LINK_AS_CODE.signs
_LINK = re.compile(rf'{_CODE} "([^"]*)"')
_WORD = re.compile(r"\S*")


class _Older(NamedTuple):
    """An older version: its pieces, the dress of every sign, and before which signs a line ends.

    A dress is a run without words.
    """

    parts: list[str]
    dresses: list[Run]
    ends: set[int]


def taken_over(text: str, earlier: Iterable[Iterable[_Alinea]]) -> tuple[list[Run], set[int]]:
    """Return the dress of every sign of `text`, and before which signs a line ends.

    It is that of the paragraph that looks most like it, in the nearest text that has one.
    """
    dresses = [PLAIN] * len(text)
    parts = _PIECE.findall(text)
    for paragraphs in earlier:
        found = _most_alike(parts, map(_older, paragraphs))
        if found is not None:
            return dresses, _dress(dresses, parts, *found)
    return dresses, set()


def is_alike(text: str, paragraph: _Alinea) -> bool:
    """Whether a text may be this paragraph with other words in it."""
    return _most_alike(_PIECE.findall(text), [_older(paragraph)]) is not None


def dressed(text: str, dresses: Sequence[Run], ends: set[int]) -> tuple[Run, ...]:
    """Return the runs of a text of which every sign has its dress."""
    return normalise_runs(
        dresses[i]._replace(text="\n" * (i in ends) + sign) for i, sign in enumerate(text)
    )


def _older(paragraph: _Alinea) -> _Older:
    dresses: list[Run] = []
    ends: set[int] = set()
    for run in paragraph:
        for sign in run.text:
            if sign == "\n":
                ends.add(len(dresses))
            else:
                dresses.append(run._replace(text=""))
    text = "".join(run.text for run in paragraph).replace("\n", "")
    return _Older(_PIECE.findall(text), dresses, ends)


def _most_alike(
    parts: list[str], paragraphs: Iterable[_Older]
) -> tuple[_Older, SequenceMatcher[str]] | None:
    best: tuple[_Older, SequenceMatcher[str]] | None = None
    limit = _LIKENESS
    for old in paragraphs:
        if len(parts) + len(old.parts) > _MAX_PIECES:
            continue
        matcher = SequenceMatcher(None, old.parts, parts, autojunk=False)
        if matcher.real_quick_ratio() > limit and (size := matcher.ratio()) > limit:
            best, limit = (old, matcher), size
    return best


def _dress(
    dresses: list[Run], parts: list[str], old: _Older, matcher: SequenceMatcher[str]
) -> set[int]:
    """Give every sign that also stood in the old paragraph its dress; returns the line ends."""
    start_at, until = _starts(old.parts), _starts(parts)
    naar: dict[int, int] = {}  # from a sign in the old paragraph to the one that it became
    for block in matcher.get_matching_blocks():
        start = until[block.b]
        for i, place in enumerate(range(start_at[block.a], start_at[block.a + block.size])):
            naar[place] = start + i
            dresses[start + i] = old.dresses[place]
    for kind, _, _, first, last in matcher.get_opcodes():
        start, end = until[first], until[last]
        if kind in ("insert", "replace") and start and end < len(dresses):
            dresses[start:end] = [shared_dress(dresses[start - 1], dresses[end])] * (end - start)
    return {
        naar[place] if place in naar else naar[place - 1] + 1
        for place in old.ends
        if place in naar or place - 1 in naar
    }


def _starts(parts: Sequence[str]) -> list[int]:
    """Return at which sign each piece begins, and where the last one ends."""
    result = [0]
    for part in parts:
        result.append(result[-1] + len(part))
    return result


class Flattened(NamedTuple):
    """A flattened paragraph: its words, and how many line breaks were in it."""

    text: str
    line_ends: int


class Restored(NamedTuple):
    """Its runs; `is_certain` is False when a link or a line break has no certain place."""

    runs: tuple[Run, ...]
    is_certain: bool = True


def flatten(runs: Iterable[Run]) -> Flattened:
    """Return a paragraph as a program with habits.MOVED_CONTROL writes it."""
    parts = []
    line_ends = 0
    for run in runs:
        line_ends += run.text.count("\n")
        code = f'{_CODE} "{run.adres}"' if run.adres else ""
        parts.append(code + run.text.replace("\n", ""))
    return Flattened("".join(parts), line_ends)


def find_same(flat: Flattened, earlier: Iterable[Sequence[Block]]) -> list[tuple[Run, ...]]:
    """Return the runs of the old paragraphs that say the same: each may be what it was."""
    wanted = _comparable(flat)
    runs = (block.runs for blocks in earlier for block in blocks)
    return [s for s in dict.fromkeys(runs) if _comparable(flatten(s)) == wanted]


def restore(flat: Flattened, earlier: Iterable[Sequence[Block]]) -> Restored:
    """Return the runs of a paragraph whose words changed: the dress of the words that did not."""
    text, links = _without_codes(flat.text)
    dresses, ends = taken_over(text, ([b.runs for b in blocks] for blocks in earlier))
    is_certain = len(ends) == flat.line_ends
    for place, adres in links:
        dress = dresses[place] if place < len(dresses) else PLAIN
        if comparable(dress.adres) != comparable(adres):
            is_certain = False  # where it ends nobody knows; on its first word it is not lost
            word = _WORD.match(text, place)
            for i in range(place, word.end() if word else place):
                dresses[i] = dresses[i]._replace(adres=adres)
    return Restored(dressed(text, dresses, ends), is_certain)


def _comparable(flat: Flattened) -> Flattened:
    return flat._replace(text=_LINK.sub(_readable, flat.text.strip()))


def _readable(link: re.Match[str]) -> str:
    return f'{_CODE} "{comparable(link[1])}"'


def _without_codes(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the words without the codes of links, and where each link begins.

    habits.LINK_AS_CODE.
    """
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    start = length = 0
    for code in _LINK.finditer(text):
        parts.append(text[start : code.start()])
        length += code.start() - start
        links.append((length, code[1]))
        start = code.end()
    return "".join((*parts, text[start:])), links


def with_old_addresses(
    blocks: tuple[Block, ...], earlier: Iterable[Sequence[Block]]
) -> tuple[Block, ...]:
    """Return the blocks with every address written as in the text that the answer had before.

    habits.OTHER_ADDRESS.
    """
    if not any(run.adres for block in blocks for run in block.runs):
        return blocks
    old: dict[str, str] = {}
    for older in earlier:
        for address in (run.adres for block in older for run in block.runs if run.adres):
            old.setdefault(comparable(address), address)
    return tuple(
        block._replace(
            runs=tuple(
                run._replace(adres=old.get(comparable(run.adres), run.adres)) for run in block.runs
            )
        )
        for block in blocks
    )


def with_old_links(
    blocks: tuple[Block, ...], earlier: Iterable[Sequence[Block]]
) -> tuple[tuple[Block, ...], bool]:
    """Return the blocks with every link beginning where it did, and whether that is certain.

    Of an answer without a control a program may let it begin with its paragraph: habits.LONG_LINK.
    It is not certain where the words of such a paragraph are others too.
    """
    # Only an old link that stood further on can have come to the front.
    old_ones = [block for older in earlier for block in older if not _first_address(block)]
    addresses = {comparable(run.adres) for block in old_ones for run in block.runs if run.adres}
    known_ones = {_without_beginning(block): block for block in reversed(old_ones)}
    result = []
    is_certain = True
    for block in blocks:
        address = _first_address(block)
        if address and comparable(address) in addresses:
            old = known_ones.get(_without_beginning(block))
            is_certain = is_certain and old is not None
            result.append(block._replace(runs=old.runs) if old else block)
        else:
            result.append(block)
    return tuple(result), is_certain


def _first_address(block: Block) -> str:
    return block.runs[0].adres if block.runs else ""


def _without_beginning(block: Block) -> tuple[tuple[str, Run, str], ...]:
    """Return every sign of a block in its dress, without address up to the end of a first link."""
    signs = [
        (sign, dress, address)
        for run in block.runs
        for dress, address in ((run._replace(text="", adres=""), comparable(run.adres)),)
        for sign in run.text
    ]
    first = next((i for i, sign in enumerate(signs) if sign[2]), len(signs))
    end = next((i for i in range(first, len(signs)) if signs[i][2] != signs[first][2]), None)
    end = len(signs) if end is None else end
    return (*((*sign[:2], "") for sign in signs[:end]), *signs[end:])
