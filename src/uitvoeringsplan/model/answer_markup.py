r"""The small markup of answers: the signs that people already type in a mail.

- an empty line starts a new paragraph; a single line end is a line break;
- `- ` starts a bullet, `1. ` a numbered point; two spaces before it for every level deeper;
- a line that is indented under a point goes on with that point;
- `**vet**`, `*cursief*`, `~~doorgehaald~~`, `[text](https://...)`.

Anything else is literal. A backslash before `*`, `~` or `[`, or in `\- ` and `1\. ` at the start
of a line, makes that sign literal too.

Reading and writing meet in one type, a flat row of `Block`, because that is what Word has:
`write_markup(read_markup(text))` is the canonical form of a text, and reading the canonical
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
    weighs: bool = False  # words without it say something else, so it gives way to nothing


#: In the order of the switches in the schema; the first goes around the others.
EMPHASES = (
    Emphasis("vet", "**", "b", "strong", "bold"),
    Emphasis("cursief", "*", "i", "em", "italic"),
    Emphasis("doorgehaald", "~~", "strike", "s", "strike", weighs=True),
)
_LETTERS = "".join(dict.fromkeys(kind.sign[0] for kind in EMPHASES))
_SIGNS = f"{_LETTERS}[\\"
# All that can be read as more than a letter, and what stands for itself behind a backslash.
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
ESCAPABLE = re.compile(rf"[{re.escape(_LETTERS)}\[]")
# A row of signs, or one that a backslash makes literal.
_ROW = re.compile(rf"\\[{re.escape(_LETTERS)}\[]|([{re.escape(_LETTERS)}])\1*")


class Run(NamedTuple):
    """A run of text in one dress; a line feed in `text` is a line break."""

    text: str
    vet: bool = False
    cursief: bool = False
    doorgehaald: bool = False
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


def is_plain(runs: Iterable[Run]) -> bool:
    """Whether runs have no dress at all, as most have not."""
    return all(run[1:] == _BARE for run in runs)


def shared_dress(one: Run, other: Run, text: str = "") -> Run:
    """Return a run with these words, in the dress that two runs have in common."""
    pairs = zip(one[1:], other[1:], _BARE, strict=True)
    return Run._make((text, *(own if own == its else none for own, its, none in pairs)))


class Paragraph(NamedTuple):
    """A paragraph."""

    runs: tuple[Run, ...]


class ListItem(NamedTuple):
    """A point of a list: a bullet, or numbered when `number` is given; `level` counts from 0."""

    runs: tuple[Run, ...]
    level: int = 0
    number: int | None = None


Block = Paragraph | ListItem


@lru_cache(maxsize=64)  # an answer is read for the document and for its fingerprint
def read_markup(text: str) -> tuple[Block, ...]:
    """Return the blocks of a cleaned text; an empty text has none."""
    blocks: list[Block] = []
    for span in find_blocks(text):
        content = _content(text, span)
        if "\\" in content:
            content = ESCAPED_MARK.sub(r"\1\2\3\4", content)
        runs = read_runs(content)
        if span.kop is None:
            blocks.append(Paragraph(runs))
        else:
            blocks.append(_list_item(span.kop, runs, blocks))
    return tuple(blocks)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the words alone, one line per block and per line break."""
    return "\n".join("".join(run.text for run in block.runs) for block in blocks)


class BlockSpan(NamedTuple):
    """Where a block stands: its words in `text[start:end]`, behind the head of a point."""

    kop: re.Match[str] | None
    start: int
    end: int


def find_blocks(text: str) -> list[BlockSpan]:
    """Return where every block stands in a text."""
    spans: list[BlockSpan] = []
    running = False  # whether the next plain line may still belong to the last group
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if not line.strip():
            running = False
        elif kop := LIST_MARK.match(line):
            spans.append(BlockSpan(kop, start + kop.end(), end))
            running = True
        elif running and (spans[-1].kop is None or line.startswith("  ")):
            spans[-1] = spans[-1]._replace(end=end)
        else:
            spans.append(BlockSpan(None, start, end))
            running = True
        start = end + 1
    return spans


def _content(text: str, span: BlockSpan) -> str:
    """Return the words of a block; the lines that go on with a point lose their indent."""
    content = text[span.start : span.end]
    if span.kop and "\n " in content:
        return _INDENT.sub("\n", content)
    return content


def _list_item(kop: re.Match[str], runs: tuple[Run, ...], earlier: list[Block]) -> ListItem:
    """Return the point, its level and number in line with the points just before it."""
    indent, digits = kop.groups()
    in_list = bool(earlier) and isinstance(earlier[-1], ListItem)
    level = known_level(len(indent) // len(LEVEL_INDENT)) if in_list else 0
    if digits is None:
        return ListItem(runs, level)
    return ListItem(runs, level, next_number(earlier, level) or int(digits))


def known_level(level: int) -> int:
    """Return the level at which answers have a point of this level."""
    return min(level, LEVELS - 1)


def next_number(earlier: Sequence[Block], level: int) -> int | None:
    """Return the number that a numbered point on `level` gets behind the blocks `earlier`.

    None when it starts a list of its own: nothing numbered stands before it on its level, or
    a paragraph, a bullet or a higher level came between.
    """
    for block in reversed(earlier):
        if not isinstance(block, ListItem) or block.level < level:
            return None
        if block.level == level:
            return None if block.number is None else block.number + 1
    return None


def has_signs(text: str) -> bool:
    """Whether anything in a text may be read as more than letters."""
    return any(sign in text for sign in _SIGNS)


def read_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one paragraph."""
    if not has_signs(text):  # as most paragraphs
        return (Run(text),) if text else ()
    runs: list[Run] = []
    for start, end, dress in find_spans(text):
        _append(runs, dress._replace(text=text[start:end]))
    return normalise_runs(runs)


def normalise_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in their one normal form: equal neighbours joined, blanks dressed by both sides.

    Nobody sees whether a blank is bold; it takes the dress that the words on both sides share.
    So emphasis and links never start or end with a blank, which the markup could not say.
    """
    runs = tuple(runs)
    if is_plain(runs):
        # Most text has no dress, and then there is nothing to weigh.
        text = "".join(run.text for run in runs).rstrip(" \u00a0")
        if " \n" in text or "\u00a0\n" in text:
            text = "\n".join(line.rstrip(" \u00a0") for line in text.split("\n"))
        return (Run(text),) if text else ()
    parts: list[Run] = []
    for run in _without_loose_ends(runs):
        core = run.text.strip()
        if core in ("", run.text):
            parts += [run] if run.text else []
            continue
        before, _, after = run.text.partition(core)
        parts += [run._replace(text=text) for text in (before, core, after) if text]
    result: list[Run] = []
    left = PLAIN
    right = _words_follow(parts)
    for i, part in enumerate(parts):
        if part.text.isspace():
            part = shared_dress(left, right[i], part.text)  # noqa: PLW2901 - the same blank in another dress
        else:
            left = part
        _append(result, part)
    return tuple(result)


def _words_follow(parts: list[Run]) -> list[Run]:
    """Return for every run the nearest one at or after it that is not blank."""
    result: list[Run] = []
    after_this = PLAIN
    for part in reversed(parts):
        after_this = after_this if part.text.isspace() else part
        result.append(after_this)
    return result[::-1]


def _without_loose_ends(runs: Iterable[Run]) -> list[Run]:
    """Return runs without blanks at the end of a line, which nobody sees and cleaning drops."""
    lijst = [run for run in runs if run.text]
    closing = True  # whether the text after this run starts with a line end
    for i in reversed(range(len(lijst))):
        text = _BEFORE_LINE_END.sub("", lijst[i].text)
        if closing:
            text = text.rstrip(" \u00a0")
        if text != lijst[i].text:
            lijst[i] = lijst[i]._replace(text=text)
        closing = (closing and not text) or text.startswith("\n")
    return lijst


def _append(result: list[Run], run: Run) -> None:
    """Append, joining runs in the same dress so that equal content has one form."""
    if not run.text:
        return
    previous = result[-1] if result else None
    if previous and previous[1:] == run[1:]:
        result[-1] = run._replace(text=previous.text + run.text)
    else:
        result.append(run)


class InlineSpan(NamedTuple):
    """`text[start:end]` in one dress; what stands between two of them are the signs."""

    start: int
    end: int
    dress: Run = PLAIN


def find_spans(text: str) -> list[InlineSpan]:
    """Return the spans of one paragraph, in order; neighbours may have the same dress."""
    spans: list[InlineSpan] = []
    _read_spans(text, InlineSpan(0, len(text)), spans)
    return spans


def _read_spans(text: str, inside: InlineSpan, result: list[InlineSpan]) -> None:
    """Append the spans within `inside`, dressed as that is."""
    # Signs for which no closing one stands further on; looking again would take quadratic time.
    without_lock: set[str] = set()
    start = i = inside.start
    while sign := _SIGN.search(text, i, inside.end):
        place = sign.start()
        i = place + 1
        if sign[0] == "\\":
            if ESCAPABLE.match(text, i, inside.end):
                _append_span(result, inside, start, place)
                start, i = i, i + 1
            continue
        emphasis, end = None, i
        if sign[0] != "[":
            emphasis, end = _find_emphasis(text, place, inside, without_lock)
        elif not inside.dress.adres and (link := _LINK.match(text, place, inside.end)):
            dress = inside.dress._replace(adres=link[2])
            emphasis, end = InlineSpan(*link.span(1), dress), link.end()
        if emphasis is None:
            continue
        _append_span(result, inside, start, place)
        _read_spans(text, emphasis, result)
        start = i = end
    _append_span(result, inside, start, inside.end)


def _append_span(result: list[InlineSpan], within: InlineSpan, start: int, end: int) -> None:
    if start < end:
        result.append(InlineSpan(start, end, within.dress))


def _find_emphasis(
    text: str, i: int, inside: InlineSpan, without_lock: set[str]
) -> tuple[InlineSpan | None, int]:
    """Return what the signs at `i` dress and the index after it; None: they are literal."""
    kinds = [kind for kind in EMPHASES if text.startswith(kind.sign, i, inside.end)]
    if not kinds:
        return None, i
    kind = max(kinds, key=lambda kind: len(kind.sign))
    sign, start = kind.sign, i + len(kind.sign)
    already_on = kind in emphases(inside.dress)
    if already_on or sign in without_lock or not text[start : min(start + 1, inside.end)].strip():
        return None, i
    closing = _find_closing(text, start, inside.end, sign)
    if closing < 0:
        without_lock.add(sign)
        return None, i
    on: dict[str, Any] = {kind.name: True}
    return InlineSpan(start, closing, inside.dress._replace(**on)), closing + len(sign)


def _find_closing(text: str, start: int, bound: int, sign: str) -> int:
    """Return where the closing signs of an emphasis that starts at `start` stand, or -1."""
    for row in _ROW.finditer(text, start, bound):
        i, end = row.span()
        if row[1] != sign[0] or i == start or text[i - 1].isspace():
            continue
        # A row closes with its last signs; of pairs none is left over for a single one.
        if len(sign) == 1 and (end - i) % 2 == 0:
            continue
        if end - i >= len(sign):
            return end - len(sign)
    return -1
