"""Paragraphs that came, went or changed, so that accepting and rejecting leave whole paragraphs.

A mark at the end of a paragraph says that this end came or went; where an end goes, the words
before it join the next paragraph and take its properties. The last end in a control belongs to the
control and never has a mark: there it is the end before it that came or went, as when somebody
types on at the end of an answer. How a paragraph was before stands in its properties.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import ListItem
from uitvoeringsplan.model.block_differences import list_numbers
from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.writing.answer_xml import point_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.block_differences import Blokverschil
    from uitvoeringsplan.word.tracked.tracked_runs import Marks
    from uitvoeringsplan.word.writing.answer_xml import Gathered, StyleIds


_GONE, _NEW, _STAYS = Verandering.WEG, Verandering.NIEUW, Verandering.GELIJK


class ParagraphVersion(NamedTuple):
    """A paragraph in the old text, in the new one or in both, and what became of its end.

    `old` and `new` are the inner XML of its properties; `runs` are its words, marks included.
    """

    what: Verandering
    old: str
    new: str
    runs: str


def tracked_paragraphs_xml(paragraphs: Sequence[ParagraphVersion], empty: str, marks: Marks) -> str:
    """Return the paragraphs of a control; `empty` are the properties of one without words."""
    return "".join(_paragraph(paragraph, marks) for paragraph in _with_fixed_end(paragraphs, empty))


def is_numbered(form: str) -> bool:
    """Whether these properties put a paragraph in a numbering of its own.

    Not every program finds that numbering back when it has to undo a change of such properties; a
    paragraph that went and comes back has it. One that came with the very words of one that went
    is a move to some programs, which is worse.
    """
    return "<w:numId " in form


def inner_xml(ppr: str) -> str:
    """Return what stands in an element with properties, as XML; empty text for none."""
    opening = re.match(r"<[^>]*>", ppr)
    if opening is None or opening[0].endswith("/>"):
        return ""
    return ppr[opening.end() : ppr.rindex("</")]


def _with_fixed_end(paragraphs: Sequence[ParagraphVersion], empty: str) -> list[ParagraphVersion]:
    """Return the same paragraphs in such a way that the end of the last one stays."""
    result = list(paragraphs)
    stays = max((i for i, a in enumerate(result) if a.what not in (_GONE, _NEW)), default=-1)
    went = max((i for i, a in enumerate(result) if a.what is _GONE), default=-1)
    came = max((i for i, a in enumerate(result) if a.what is _NEW), default=-1)
    if stays == len(result) - 1:
        return result
    if went > stays and came > stays:  # the last that went and the last that came share the end
        old, new = result[went], result[came]
        last = ParagraphVersion(_STAYS, old.old, new.new, old.runs + new.runs)
        rest = [paragraph for i, paragraph in enumerate(result) if i not in (went, came)]
    else:
        edge = result[stays] if stays >= 0 else ParagraphVersion(_STAYS, empty, empty, "")
        what = result[-1].what
        last = result[-1]._replace(what=_STAYS)
        gone = what is _GONE
        last = last._replace(new=edge.new) if gone else last._replace(old=edge.old)
        rest = [a._replace(what=what) if i == stays else a for i, a in enumerate(result[:-1])]
    if went > stays and last.old != last.new and is_numbered(last.old):
        return [
            *result,
            ParagraphVersion(_STAYS, empty, empty, ""),
        ]  # an empty line is the lesser evil
    return [*rest, last]


def _paragraph(paragraph: ParagraphVersion, marks: Marks) -> str:
    form, letters = _split_up(paragraph.new)
    if sign := marks.sign(paragraph.what):
        letters = f"<w:rPr>{sign}{inner_xml(letters)}</w:rPr>"
    earlier, _ = _split_up(paragraph.old)
    previous = marks.previous_form(earlier) if earlier != form else ""
    properties = f"{form}{letters}{previous}"
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{paragraph.runs}</w:p>"


def _split_up(ppr: str) -> tuple[str, str]:
    """Return the properties of a paragraph, and those of the sign at its end, which come last."""
    letters = re.search(r"<w:rPr\b(?:[^>]*/>|.*</w:rPr>)", ppr, re.DOTALL)
    return (ppr.replace(letters[0], ""), letters[0]) if letters else (ppr, "")


class _Lijst(NamedTuple):
    """A numbered list of one of the two texts: which one it is, and where it starts."""

    number: int
    level: int
    start: int


def properties_of_both(
    verschil: Sequence[Blokverschil], styles: StyleIds, gathered: Gathered, empty: str
) -> list[tuple[str, str]]:
    """Return per block its properties in the old and in the new text, as inner XML.

    A list that has points in both texts and starts at the same number keeps its numbering, so that
    it counts on whatever comes or goes; every other list of either text has one of its own.
    `empty` are the properties of a plain paragraph. What is in one text only has those twice.
    """
    old = _lijsten([block.old for block in verschil])
    new = _lijsten([block.new for block in verschil])
    num_ids: dict[tuple[str, _Lijst], int] = {}
    shared: set[_Lijst] = set()  # of the old text
    for one, other in zip(old, new, strict=True):
        if one is None or other is None or one[1:] != other[1:]:
            continue
        if one not in shared and ("nieuw", other) not in num_ids:
            shared.add(one)
            num_ids["oud", one] = num_ids["nieuw", other] = gathered.numbering(*one[1:])

    def form(side: str, block: Block | None, lijst: _Lijst | None) -> str:
        if not isinstance(block, ListItem):
            return empty
        if lijst is None:
            return point_properties(styles, styles.level(block))
        if (side, lijst) not in num_ids:
            num_ids[side, lijst] = gathered.numbering(*lijst[1:])
        return point_properties(styles, lijst.level, num_ids[side, lijst])

    result = []
    for block, one, other in zip(verschil, old, new, strict=True):
        was = form("oud", block.old, one) if block.old else None
        wordt = form("nieuw", block.new, other) if block.new else was or ""
        result.append((wordt if was is None else was, wordt))
    return result


def _lijsten(blocks: Sequence[Block | None]) -> list[_Lijst | None]:
    """Return for every place the numbered list that the point there belongs to."""
    present = [block for block in blocks if block is not None]
    known: dict[int, _Lijst] = {}
    per_block: list[_Lijst | None] = []
    for block, number in zip(present, list_numbers(present), strict=True):
        if number is None or not isinstance(block, ListItem) or block.number is None:
            per_block.append(None)
        else:
            per_block.append(known.setdefault(number, _Lijst(number, block.level, block.number)))
    following = iter(per_block)
    return [None if block is None else next(following) for block in blocks]
