"""Writing blocks back as markup: the canonical form of an answer."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Literal, get_args

from uitvoeringsplan.model.answer_markup import (
    EMPHASES,
    ESCAPABLE,
    LEVEL_INDENT,
    Block,
    ListItem,
    Paragraph,
    Run,
    emphases,
    has_signs,
    is_plain,
    normalise_runs,
    plain_text,
    read_markup,
    read_runs,
    without_emphases,
)
from uitvoeringsplan.model.cleaning import clean

_LIST_MARK = re.compile(r"^( *)(?:(\\*-)|(\d{1,3})(\\*\.))(?= )")
_GIVE_WAY = sorted(EMPHASES, key=lambda kind: (kind.weighs, -EMPHASES.index(kind)))
Nesting = Literal["langste", "link", "jas", "apart"]
NESTINGS: tuple[Nesting, ...] = get_args(Nesting)


def write_markup(blocks: tuple[Block, ...]) -> str:
    """Return the text whose blocks are `blocks`; points of one list stand on adjacent lines.

    Blocks without a word, which a document may have and markup cannot say, are left out.
    """
    blocks = tuple(block for block in blocks if plain_text((block,)).strip())
    parts = [_block(block) for block in blocks]
    if not parts:
        return ""
    text = parts[0]
    for (previous, block), part in zip(pairwise(blocks), parts[1:], strict=True):
        same_lijst = isinstance(previous, ListItem) and isinstance(block, ListItem)
        text += ("\n" if same_lijst else "\n\n") + part
    return text


def write_canonical(blocks: tuple[Block, ...]) -> str:
    """Return blocks of anywhere as the canonical text of an answer."""
    text = write_markup(blocks)
    reread = read_markup(clean(text))
    # Nearly all blocks are read back as they were, and are then written as they were.
    return text if reread == blocks else write_markup(reread)


def canonical(text: str) -> str:
    """Return the canonical form of an answer: same blocks, one way of writing them."""
    return write_markup(read_markup(clean(text)))


def _block(block: Block) -> str:
    text = _runs(block.runs)
    if isinstance(block, Paragraph):
        return "\n".join(_escape_start(line) for line in text.split("\n"))
    indent = LEVEL_INDENT * block.level
    sign = "- " if block.number is None else f"{block.number}. "
    first, *rest = text.lstrip().split("\n")  # a point starts with a word
    lines = [indent + sign + _escape_start(first)]
    lines += [indent + "  " + _escape_start(line.lstrip(" ")) for line in rest]
    return "\n".join(lines)


def _escape_start(line: str) -> str:
    """Return a line that would start a point as literal text."""
    return _LIST_MARK.sub(lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", line)


def _runs(runs: tuple[Run, ...]) -> str:
    """Return runs as markup; where stars would be read otherwise, the dress gives way, not a word.

    `**a***b*` cannot be told from other readings; then italics go first, bold after it. What says
    something else without its dress keeps it longest.
    """
    if is_plain(runs):
        bare = "".join(run.text for run in normalise_runs(runs))
        if not has_signs(bare):  # most text: nothing in it can be read as markup
            return bare
    runs = tuple(_linkable(run) for run in runs)
    for given_way in range(len(EMPHASES) + 1):
        neat = normalise_runs(without_emphases(run, _GIVE_WAY[:given_way]) for run in runs)
        for nesting in NESTINGS:
            text = _emphasis(list(neat), nesting)
            if read_runs(text) == neat:
                return text
    return "".join(_literally(s.text) for s in runs)


def _linkable(run: Run) -> Run:
    """Return a run as the markup can have it in a link.

    A closing bracket would end the link too early; its two lookalikes do not.
    """
    if not run.adres:
        return run
    address = run.adres.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return run._replace(text=run.text.replace("]", ")"), adres=address)


def _literally(text: str) -> str:
    """Return text without markup; before a sign a backslash is doubled by the sign's own."""
    return ESCAPABLE.sub(r"\\\g<0>", text)


def _emphasis(runs: list[Run], nesting: Nesting) -> str:
    """Return runs with stars and links around them, nested in one of the possible ways.

    `langste`: the longest dress outermost; `link`: a link before any star; `jas`: a link ends
    where its dress changes; `apart`: no dress goes around the edge of a link.
    """
    result: list[str] = []
    i = 0
    while i < len(runs):
        run = runs[i]
        rest = runs[i:]
        if nesting == "apart":
            rest = list(takewhile(lambda other: other.adres == run.adres, rest))  # noqa: B023
        alike = [list(takewhile(attrgetter(kind.name), rest)) for kind in EMPHASES]
        link = _link(rest, to_other_dress=nesting == "jas")
        is_link_first = link and nesting in ("link", "apart")
        longest = link if is_link_first else max(*alike, link, key=len)
        if not longest:
            result.append(_literally(run.text))
        elif longest is not link:
            kind = next(kind for kind, own in zip(EMPHASES, alike, strict=True) if own is longest)
            inside = _emphasis([without_emphases(s, [kind]) for s in longest], nesting)
            core = inside.strip() if nesting == "apart" else inside  # blanks go by their neighbours
            before, _, after = inside.partition(core or inside)
            result.append(f"{before}{kind.sign}{core}{kind.sign}{after}" if core else inside)
        else:
            inside = _emphasis([s._replace(adres="") for s in link], nesting)
            result.append(f"[{inside}]({run.adres})")
        i += max(1, len(longest))
    return "".join(result)


def _link(runs: list[Run], *, to_other_dress: bool) -> list[Run]:
    """Return the runs at the start that share the address of the first, if it has one."""
    first = runs[0]
    if not first.adres:
        return []
    result = []
    for run in runs:
        other_dress = emphases(run) != emphases(first)
        if run.adres != first.adres or (to_other_dress and other_dress):
            break
        result.append(run)
    return result
