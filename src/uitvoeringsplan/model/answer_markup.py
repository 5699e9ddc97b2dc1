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
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
_STARS = re.compile(r"\\[*\[]|\*+")  # a row of stars, or a sign that a backslash makes literal
_SIGN = re.compile(r"[*\[\\]")
_LINK = re.compile(r"\[(?=\S)((?:\\\[|[^\[\]])+)(?<=\S)\]\(((?:https?://|mailto:)[^\s()<>]+)\)")


class Run(NamedTuple):
    """A run of text in one dress; a line feed in `tekst` is a line break."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    adres: str = ""


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


def read_runs(tekst: str) -> tuple[Run, ...]:
    """Return the runs of one paragraph."""
    if not any(sign in tekst for sign in "*[\\"):  # most paragraphs have no signs at all
        return (Run(tekst),) if tekst else ()
    stukken: list[Run] = []
    for span in find_spans(tekst):
        _append(stukken, Run(tekst[span.begin : span.eind], span.vet, span.cursief, span.adres))
    return normalise_runs(stukken)


def normalise_runs(stukken: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in their one normal form: equal neighbours joined, blanks dressed by both sides.

    Nobody sees whether a blank is bold; it takes the dress that the words on both sides share.
    So emphasis and links never start or end with a blank, which the markup could not say.
    """
    stukken = tuple(stukken)
    if not any(run.vet or run.cursief or run.adres for run in stukken):
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
    left = Run("")
    right = _words_follow(parts)
    for i, part in enumerate(parts):
        if part.tekst.isspace():
            part = Run(  # noqa: PLW2901 - the same blank in another dress
                part.tekst,
                left.vet and right[i].vet,
                left.cursief and right[i].cursief,
                left.adres if left.adres == right[i].adres else "",
            )
        else:
            left = part
        _append(result, part)
    return tuple(result)


def _words_follow(parts: list[Run]) -> list[Run]:
    """Return for every run the nearest one at or after it that is not blank."""
    result: list[Run] = []
    hierna = Run("")
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
    vet: bool = False
    cursief: bool = False
    adres: str = ""


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
            if text[i : min(i + 1, inside.eind)] in ("*", "["):
                _append_span(result, inside, begin, place)
                begin, i = i, i + 1
            continue
        emphasis, end = None, i
        if sign[0] == "*":
            emphasis, end = _find_emphasis(text, place, inside, zonder_slot)
        elif not inside.adres and (link := _LINK.match(text, place, inside.eind)):
            emphasis, end = inside._replace(begin=link.start(1), eind=link.end(1)), link.end()
            emphasis = emphasis._replace(adres=link[2])
        if emphasis is None:
            continue
        _append_span(result, inside, begin, place)
        _read_spans(text, emphasis, result)
        begin = i = end
    _append_span(result, inside, begin, inside.eind)


def _append_span(result: list[InlineSpan], dress: InlineSpan, begin: int, eind: int) -> None:
    if begin < eind:
        result.append(InlineSpan(begin, eind, dress.vet, dress.cursief, dress.adres))


def _find_emphasis(
    text: str, i: int, inside: InlineSpan, zonder_slot: set[str]
) -> tuple[InlineSpan | None, int]:
    """Return what the stars at `i` dress and the index after it; None: they are literal."""
    sign = "**" if text.startswith("**", i, inside.eind) else "*"
    begin = i + len(sign)
    al_aan = inside.vet if sign == "**" else inside.cursief
    if al_aan or sign in zonder_slot or not text[begin : min(begin + 1, inside.eind)].strip():
        return None, i
    closing = _find_closing(text, begin, inside.eind, sign)
    if closing < 0:
        zonder_slot.add(sign)
        return None, i
    new = inside._replace(begin=begin, eind=closing)
    new = new._replace(vet=True) if sign == "**" else new._replace(cursief=True)
    return new, closing + len(sign)


def _find_closing(text: str, begin: int, bound: int, sign: str) -> int:
    """Return where the closing stars of an emphasis that starts at `begin` stand, or -1."""
    for stars in _STARS.finditer(text, begin, bound):
        i, end = stars.span()
        if text[i] == "\\" or i == begin or text[i - 1].isspace():
            continue
        # A row of stars closes with its last ones.
        if sign == "**" and end - i >= 2:
            return end - 2
        if sign == "*" and (end - i) % 2 == 1:
            return end - 1
    return -1
