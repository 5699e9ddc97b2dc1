r"""The small markup of answers: the signs that people already type in a mail.

- an empty line starts a new paragraph; a single line end is a line break;
- `- ` starts a bullet, `1. ` a numbered point; two spaces before it for every level deeper;
- a line that is indented under a point goes on with that point;
- `**vet**`, `*cursief*`, `[tekst](https://...)`.

Anything else is literal. A backslash before `*` or `[`, or in `\- ` and `1\. ` at the start of a
line, makes that sign literal too.

Reading and writing meet in one type, a flat row of `Block`, because that is what Word has:
`write_markup(read_markup(tekst))` is the canonical form of a text, and reading the canonical
form gives the same blocks again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

#: How many levels of points there are: the one place that says so. What is deeper counts as the
#: deepest. Word names styles for five, and what each level looks like there is in
#: `word/writing/point_levels.py`.
LEVELS = 2
LEVEL_INDENT = "  "  # before the mark of a point, for every level above its own

LIST_MARK = re.compile(r"( *)(?:-|(\d{1,3})\.) +(?=\S)")
# A backslash before what would else be the head of a point.
ESCAPED_MARK = re.compile(r"^( *)(?:\\(\\*-)|(\d{1,3})\\(\\*\.))(?= )", re.MULTILINE)
_INDENT = re.compile("\n +")
_BEFORE_LINE_END = re.compile("[ \u00a0]+(?=\n)")
_LINK = re.compile(r"\[(?=\S)((?:\\\[|[^\[\]])+)(?<=\S)\]\(((?:https?://|mailto:)[^\s()<>]+)\)")


class Emphasis(NamedTuple):
    """A way in which words stand out, and what it is called where answers come.

    One table for all of them, so that an answer looks the same everywhere: who writes or reads a
    run asks `emphases` and knows none by itself.
    """

    name: str  # the field of `Run` and `Tekstdeel`, and its name in JSON and fingerprints
    sign: str  # around the words, in an answer and in Markdown: one or two times the same
    switch: str  # in `w:rPr`, ECMA-376 17.3.2
    tag: str  # in HTML
    screen: str  # in the text field


#: In the order of the switches in the schema; the first goes around the others.
EMPHASES = (
    Emphasis("vet", "**", "b", "strong", "bold"),
    Emphasis("cursief", "*", "i", "em", "italic"),
)
_LETTERS = "".join(dict.fromkeys(kind.sign[0] for kind in EMPHASES))
_SIGNS = f"{_LETTERS}[\\"
# All that can be read as more than a letter, and what stands for itself behind a backslash.
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
ESCAPABLE = re.compile(rf"[{re.escape(_LETTERS)}\[]")
# A row of signs, or one that a backslash makes literal.
_ROW = re.compile(rf"\\[{re.escape(_LETTERS)}\[]|([{re.escape(_LETTERS)}])\1*")


class Run(NamedTuple):
    """A run of text in one dress; a line feed in `tekst` is a line break."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    adres: str = ""


PLAIN = Run("")
_BARE = PLAIN[1:]
_worn = attrgetter(*(kind.name for kind in EMPHASES))


def emphases(dressed: object) -> list[Emphasis]:
    """Return how the words of a run stand out, in the order of `EMPHASES`."""
    worn = _worn(dressed)
    return [kind for kind, is_on in zip(EMPHASES, worn, strict=True) if is_on] if any(worn) else []


def without_emphases(run: Run, kinds: Iterable[Emphasis]) -> Run:
    """Return a run that does not stand out in these ways."""
    off: dict[str, Any] = {kind.name: False for kind in kinds}
    return run._replace(**off)


def is_plain(stukken: Iterable[Run]) -> bool:
    """Whether runs have no dress at all, as most have not."""
    return all(run[1:] == _BARE for run in stukken)


def shared_dress(one: Run, other: Run, tekst: str = "") -> Run:
    """Return a run with these words, in the dress that two runs have in common."""
    pairs = zip(one[1:], other[1:], _BARE, strict=True)
    return Run._make((tekst, *(own if own == its else none for own, its, none in pairs)))


class Paragraph(NamedTuple):
    """A paragraph."""

    stukken: tuple[Run, ...]


class ListItem(NamedTuple):
    """A point of a list: a bullet, or numbered when `nummer` is given; `niveau` counts from 0."""

    stukken: tuple[Run, ...]
    niveau: int = 0
    nummer: int | None = None


Block = Paragraph | ListItem


@lru_cache(maxsize=64)  # an answer is read for the document and for its fingerprint
def read_markup(tekst: str) -> tuple[Block, ...]:
    """Return the blocks of a cleaned text; an empty text has none."""
    blocks: list[Block] = []
    for span in find_blocks(tekst):
        content = _content(tekst, span)
        if "\\" in content:
            content = ESCAPED_MARK.sub(r"\1\2\3\4", content)
        stukken = read_runs(content)
        if span.kop is None:
            blocks.append(Paragraph(stukken))
        else:
            blocks.append(_list_item(span.kop, stukken, blocks))
    return tuple(blocks)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the words alone, one line per block and per line break."""
    return "\n".join("".join(run.tekst for run in block.stukken) for block in blocks)


class BlockSpan(NamedTuple):
    """Where a block stands: its words in `text[begin:eind]`, behind the head of a point."""

    kop: re.Match[str] | None
    begin: int
    eind: int


def find_blocks(tekst: str) -> list[BlockSpan]:
    """Return where every block stands in a text."""
    spans: list[BlockSpan] = []
    running = False  # whether the next plain line may still belong to the last group
    begin = 0
    for line in tekst.split("\n"):
        eind = begin + len(line)
        if not line.strip():
            running = False
        elif kop := LIST_MARK.match(line):
            spans.append(BlockSpan(kop, begin + kop.end(), eind))
            running = True
        elif running and (spans[-1].kop is None or line.startswith("  ")):
            spans[-1] = spans[-1]._replace(eind=eind)
        else:
            spans.append(BlockSpan(None, begin, eind))
            running = True
        begin = eind + 1
    return spans


def _content(tekst: str, span: BlockSpan) -> str:
    """Return the words of a block; the lines that go on with a point lose their indent."""
    content = tekst[span.begin : span.eind]
    if span.kop and "\n " in content:
        return _INDENT.sub("\n", content)
    return content


def _list_item(kop: re.Match[str], stukken: tuple[Run, ...], earlier: list[Block]) -> ListItem:
    """Return the point, its level and number in line with the points just before it."""
    indent, digits = kop.groups()
    in_list = bool(earlier) and isinstance(earlier[-1], ListItem)
    niveau = known_level(len(indent) // len(LEVEL_INDENT)) if in_list else 0
    if digits is None:
        return ListItem(stukken, niveau)
    return ListItem(stukken, niveau, next_number(earlier, niveau) or int(digits))


def known_level(niveau: int) -> int:
    """Return the level at which answers have a point of this level."""
    return min(niveau, LEVELS - 1)


def next_number(earlier: Sequence[Block], niveau: int) -> int | None:
    """Return the number that a numbered point on `niveau` gets behind the blocks `earlier`.

    None when it starts a list of its own: nothing numbered stands before it on its level, or
    a paragraph, a bullet or a higher level came between.
    """
    for block in reversed(earlier):
        if not isinstance(block, ListItem) or block.niveau < niveau:
            return None
        if block.niveau == niveau:
            return None if block.nummer is None else block.nummer + 1
    return None


def has_signs(text: str) -> bool:
    """Whether anything in a text may be read as more than letters."""
    return any(sign in text for sign in _SIGNS)


def read_runs(tekst: str) -> tuple[Run, ...]:
    """Return the runs of one paragraph."""
    if not has_signs(tekst):  # as most paragraphs
        return (Run(tekst),) if tekst else ()
    stukken: list[Run] = []
    for begin, eind, dress in find_spans(tekst):
        _append(stukken, dress._replace(tekst=tekst[begin:eind]))
    return normalise_runs(stukken)


def normalise_runs(stukken: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in their one normal form: equal neighbours joined, blanks dressed by both sides.

    Nobody sees whether a blank is bold; it takes the dress that the words on both sides share.
    So emphasis and links never start or end with a blank, which the markup could not say.
    """
    stukken = tuple(stukken)
    if is_plain(stukken):
        # Most text has no dress, and then there is nothing to weigh.
        tekst = "".join(run.tekst for run in stukken).rstrip(" \u00a0")
        if " \n" in tekst or "\u00a0\n" in tekst:
            tekst = "\n".join(line.rstrip(" \u00a0") for line in tekst.split("\n"))
        return (Run(tekst),) if tekst else ()
    parts: list[Run] = []
    for run in _without_loose_ends(stukken):
        kern = run.tekst.strip()
        if kern in ("", run.tekst):
            parts += [run] if run.tekst else []
            continue
        before, _, after = run.tekst.partition(kern)
        parts += [run._replace(tekst=tekst) for tekst in (before, kern, after) if tekst]
    result: list[Run] = []
    left = PLAIN
    right = _words_follow(parts)
    for i, part in enumerate(parts):
        if part.tekst.isspace():
            part = shared_dress(left, right[i], part.tekst)  # noqa: PLW2901 - the same blank in another dress
        else:
            left = part
        _append(result, part)
    return tuple(result)


def _words_follow(parts: list[Run]) -> list[Run]:
    """Return for every run the nearest one at or after it that is not blank."""
    result: list[Run] = []
    hierna = PLAIN
    for part in reversed(parts):
        hierna = hierna if part.tekst.isspace() else part
        result.append(hierna)
    return result[::-1]


def _without_loose_ends(stukken: Iterable[Run]) -> list[Run]:
    """Return runs without blanks at the end of a line, which nobody sees and cleaning drops."""
    lijst = [run for run in stukken if run.tekst]
    closing = True  # whether the text after this run starts with a line end
    for i in reversed(range(len(lijst))):
        tekst = _BEFORE_LINE_END.sub("", lijst[i].tekst)
        if closing:
            tekst = tekst.rstrip(" \u00a0")
        if tekst != lijst[i].tekst:
            lijst[i] = lijst[i]._replace(tekst=tekst)
        closing = (closing and not tekst) or tekst.startswith("\n")
    return lijst


def _append(result: list[Run], run: Run) -> None:
    """Append, joining runs in the same dress so that equal content has one form."""
    if not run.tekst:
        return
    previous = result[-1] if result else None
    if previous and previous[1:] == run[1:]:
        result[-1] = run._replace(tekst=previous.tekst + run.tekst)
    else:
        result.append(run)


class InlineSpan(NamedTuple):
    """`text[begin:eind]` in one dress; what stands between two of them are the signs."""

    begin: int
    eind: int
    dress: Run = PLAIN


def find_spans(text: str) -> list[InlineSpan]:
    """Return the spans of one paragraph, in order; neighbours may have the same dress."""
    spans: list[InlineSpan] = []
    _read_spans(text, InlineSpan(0, len(text)), spans)
    return spans


def _read_spans(text: str, inside: InlineSpan, result: list[InlineSpan]) -> None:
    """Append the spans within `inside`, dressed as that is."""
    # Signs for which no closing one stands further on; looking again would take quadratic time.
    zonder_slot: set[str] = set()
    begin = i = inside.begin
    while sign := _SIGN.search(text, i, inside.eind):
        place = sign.start()
        i = place + 1
        if sign[0] == "\\":
            if ESCAPABLE.match(text, i, inside.eind):
                _append_span(result, inside, begin, place)
                begin, i = i, i + 1
            continue
        emphasis, end = None, i
        if sign[0] != "[":
            emphasis, end = _find_emphasis(text, place, inside, zonder_slot)
        elif not inside.dress.adres and (link := _LINK.match(text, place, inside.eind)):
            dress = inside.dress._replace(adres=link[2])
            emphasis, end = InlineSpan(*link.span(1), dress), link.end()
        if emphasis is None:
            continue
        _append_span(result, inside, begin, place)
        _read_spans(text, emphasis, result)
        begin = i = end
    _append_span(result, inside, begin, inside.eind)


def _append_span(result: list[InlineSpan], within: InlineSpan, begin: int, eind: int) -> None:
    if begin < eind:
        result.append(InlineSpan(begin, eind, within.dress))


def _find_emphasis(
    text: str, i: int, inside: InlineSpan, zonder_slot: set[str]
) -> tuple[InlineSpan | None, int]:
    """Return what the signs at `i` dress and the index after it; None: they are literal."""
    kinds = [kind for kind in EMPHASES if text.startswith(kind.sign, i, inside.eind)]
    if not kinds:
        return None, i
    kind = max(kinds, key=lambda kind: len(kind.sign))
    sign, begin = kind.sign, i + len(kind.sign)
    al_aan = kind in emphases(inside.dress)
    if al_aan or sign in zonder_slot or not text[begin : min(begin + 1, inside.eind)].strip():
        return None, i
    closing = _find_closing(text, begin, inside.eind, sign)
    if closing < 0:
        zonder_slot.add(sign)
        return None, i
    on: dict[str, Any] = {kind.name: True}
    return InlineSpan(begin, closing, inside.dress._replace(**on)), closing + len(sign)


def _find_closing(text: str, begin: int, bound: int, sign: str) -> int:
    """Return where the closing signs of an emphasis that starts at `begin` stand, or -1."""
    for row in _ROW.finditer(text, begin, bound):
        i, end = row.span()
        if row[1] != sign[0] or i == begin or text[i - 1].isspace():
            continue
        # A row closes with its last signs; of pairs none is left over for a single one.
        if len(sign) == 1 and (end - i) % 2 == 0:
            continue
        if end - i >= len(sign):
            return end - len(sign)
    return -1
