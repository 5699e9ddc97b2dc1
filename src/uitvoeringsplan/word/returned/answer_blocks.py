"""Paragraphs to the blocks of an answer in our markup, and what became of its placeholder."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import quote

from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.inline import InlineReader
from uitvoeringsplan.document.pictures import Pictures
from uitvoeringsplan.document.visible_form import VisibleForms
from uitvoeringsplan.model.answer_markup import (
    EMPHASES,
    Block,
    ListItem,
    Paragraph,
    Run,
    normalise_runs,
    plain_text,
)
from uitvoeringsplan.model.document import Tekstdeel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.returned.lost_dress import Flattened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.document.inline import Inline
    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import ContentControl, PlacedParagraph

_PLAIN = Tekstdeel("")
_dress = attrgetter(*Run._fields[1:])
_WEB_ADDRESS = ("http://", "https://", "mailto:")
# What would end an address in the markup too early.
_NOT_IN_ADDRESS = re.compile(r"[\s()<>]")
MAX_PARAGRAPHS = 5_000  # in one answer
MAX_SIGNS = 500_000  # idem
_MAX_MARKUP_RUNS = 2_000  # in one paragraph
_MAX_RUNS = 10_000  # idem, as Word writes them
_HIGHEST = 999  # the markup knows no higher number
_BLANKS = " \u00a0\t\n"


class MarkupReader:
    """Reads the words of one part."""

    def __init__(
        self, package: Package, relationships: Iterable[Relationship], stylesheet: Styles
    ) -> None:
        op_id = {relationship.id: relationship for relationship in relationships}
        self.stylesheet, self._relationships = stylesheet, op_id
        self._pictures = Pictures(package, op_id)
        self.forms = VisibleForms(stylesheet)

    def runs(self, line: PlacedParagraph) -> tuple[Run, ...]:
        """Return the runs of a paragraph."""
        return _runs(self._read_parts(line.items, style_id(line.paragraph))[0])

    def runs_inside(self, items: Iterable[Item]) -> tuple[Run, ...]:
        """Return the runs of a piece of a paragraph, whatever its style."""
        return _runs(self._read_parts(items, "")[0])

    def leads_to(self, link: Element) -> tuple[str, str]:
        """Return where a `w:hyperlink` leads: an address, and a place in the document."""
        relationship = self._relationships.get(link.get(f"{{{R}}}id", ""))
        return relationship.target if relationship else "", val(link, "anchor")

    def unread(self, items: Sequence[Item], style_id: str) -> list[str]:
        """Return the instructions of the fields in a paragraph that are shown and not read."""
        return self._read_parts(items, style_id)[1].unread()

    def _read_parts(self, items: Iterable[Item], style_id: str) -> tuple[list[Inline], OpenFields]:
        # New fields each time: one that another paragraph left open is not for this one.
        fields = OpenFields()
        paragraphs = InlineReader(self.stylesheet, self._relationships, self._pictures, fields)
        return paragraphs.read(items, _PLAIN, [], style_id), fields

    def words(self, line: PlacedParagraph) -> str:
        """Return the words alone of a paragraph."""
        return _words(self._read_parts(line.items, style_id(line.paragraph))[0])

    def marked_words(self, line: PlacedParagraph) -> str:
        """Return the words of a paragraph, with our signs around those that are struck through."""
        sign = next(kind.sign for kind in EMPHASES if kind.weighs)
        return "".join(
            f"{sign}{run.text}{sign}" if run.doorgehaald else run.text for run in self.runs(line)
        )

    def words_inside(self, items: Iterable[Item]) -> str:
        """Return the words alone of a piece of a paragraph."""
        return _words(self._read_parts(items, "")[0])


def _words(parts: Iterable[Inline]) -> str:
    """Return the words that count where nothing tells that others are struck through."""
    return "".join(
        part.text for part in parts if isinstance(part, Tekstdeel) and not part.doorgehaald
    )


def _runs(parts: Iterable[Inline]) -> tuple[Run, ...]:
    """Return text as runs: Word cuts a line in as many as it likes, here those alike are one."""
    return tuple(
        Run._make(("".join(part.text for part in equal), *emphases, markup_address(address)))
        for (*emphases, address), equal in groupby(
            (part for part in parts if isinstance(part, Tekstdeel)), _dress
        )
    )


def style_id(paragraph: Element) -> str:
    """Return the style that a paragraph names."""
    return val(child(paragraph, "pPr", "pStyle"))


def markup_address(address: str) -> str:
    """Return an address as the markup writes it; empty for one that it has no place for."""
    kind, point, rest = address.partition(":")
    address = f"{kind.lower()}{point}{rest}"
    if not address.startswith(_WEB_ADDRESS):
        return ""
    return _NOT_IN_ADDRESS.sub(lambda sign: quote(sign[0], safe=""), address)


class ReadBlocks(NamedTuple):
    """The blocks of an answer as they stand.

    Of the block at `place` a program left the bare words: `words` holds them, `before` and
    `after` the runs that stand around them in the same paragraph.
    """

    blocks: tuple[Block, ...]
    place: int = -1
    words: Flattened = Flattened("", 0)
    before: tuple[Run, ...] = ()
    after: tuple[Run, ...] = ()
    is_too_large: bool = False

    def met(self, runs: Iterable[Run]) -> tuple[Block, ...]:
        """Return the blocks with these runs for the bare words."""
        block = self.blocks[self.place]
        new = block._replace(runs=(*self.before, *runs, *self.after))
        return (*self.blocks[: self.place], new, *self.blocks[self.place + 1 :])


def read_blocks(
    paragraphs: Sequence[PlacedParagraph], reader: MarkupReader, bare: ContentControl | None = None
) -> ReadBlocks:
    """Return the blocks of these paragraphs; `bare` is a control that a program made a field.

    Paragraphs without a word are none.
    """
    if len(paragraphs) > MAX_PARAGRAPHS:
        return ReadBlocks((), is_too_large=True)
    blocks: list[Block] = []
    result = ReadBlocks(())
    left = MAX_SIGNS
    for line in paragraphs:
        if sum(1 for _ in line.paragraph.iter(w("r"))) > _MAX_RUNS:
            return ReadBlocks((), is_too_large=True)
        runs = reader.runs(line)
        left -= sum(len(run.text) for run in runs)
        if left < 0 or _has_too_many_runs(runs):
            return ReadBlocks((), is_too_large=True)
        if not any(run.text.strip() for run in runs):
            continue
        if bare is not None and bare in line.controls:
            result = _with_flattened(line, bare, reader, len(blocks))
        blocks.append(_block(line, runs))
    return result._replace(blocks=tuple(blocks))


def _has_too_many_runs(runs: Sequence[Run]) -> bool:
    """Whether a paragraph has too many runs; one gives no more than three, with blanks around."""
    return 3 * len(runs) > _MAX_MARKUP_RUNS and len(normalise_runs(runs)) > _MAX_MARKUP_RUNS


def without_placeholder(
    blocks: tuple[Block, ...], plaatshouders: Iterable[str]
) -> tuple[Block, ...]:
    """Return the blocks without a placeholder that still stands around what was typed.

    Most programs take it away by themselves; with habits.PLACEHOLDER_AS_TEXT half of it stands in
    front and half of it behind.
    """
    for text in plaatshouders:
        if text and text in plain_text(blocks):
            blocks = tuple(
                block
                for old in blocks
                if (block := _stripped(old, text)) and plain_text((block,)).strip()
            )
        elif text and len(blocks) == 1:
            blocks = (_typed_inside(blocks[0], text),)
    return blocks


def _block(line: PlacedParagraph, runs: tuple[Run, ...]) -> Block:
    if line.punt is None:
        return Paragraph(runs)
    level, number = line.punt
    return ListItem(runs, level, None if number is None else min(number, _HIGHEST))


def _with_flattened(
    line: PlacedParagraph, bare: ContentControl, reader: MarkupReader, place: int
) -> ReadBlocks:
    words = reader.runs_inside(line.items[bare.items])
    is_own = bare.element.getparent() is line.paragraph
    if not is_own or any(run != Run(run.text) for run in words):
        return ReadBlocks(())  # it stands in something else, or has kept its dress
    before = reader.runs_inside(line.items[: bare.items.start])
    # habits.MOVED_CONTROL: the line breaks in front have no words; what somebody typed there does.
    line_breaks = sum(run.text.count("\n") for run in before)
    bare_text = (run._replace(text=run.text.replace("\n", "")) for run in before)
    return ReadBlocks(
        (),
        place=place,
        words=Flattened("".join(run.text for run in words), line_breaks),
        before=tuple(run for run in bare_text if run.text),
        after=reader.runs_inside(line.items[bare.items.stop :]),
    )


def _stripped(block: Block, plaatshouder: str) -> Block:
    """Return a block without the placeholder at its beginning or end."""
    text = plain_text((block,))
    core = text.strip(_BLANKS)
    if core.startswith(plaatshouder):
        start_at = len(plaatshouder) + len(text) - len(text.lstrip(_BLANKS))
        return block._replace(runs=_from(block.runs, start_at))
    if core.endswith(plaatshouder):
        until = len(text.rstrip(_BLANKS)) - len(plaatshouder)
        return block._replace(runs=_up_to(block.runs, until))
    return block


def _typed_inside(block: Block, plaatshouder: str) -> Block:
    """Return what was typed somewhere in a placeholder; the block itself when that is not sure."""
    text = plain_text((block,))
    core = text.strip(_BLANKS)
    more = len(core) - len(plaatshouder)
    typed = {
        core[i : i + more].strip(_BLANKS): i
        for i in range(1, len(plaatshouder) if more > 0 else 0)
        if core.startswith(plaatshouder[:i]) and core.endswith(plaatshouder[i:])
    }
    if len(typed) != 1:  # where it begins may differ by a letter
        return block
    start_at = len(text) - len(text.lstrip(_BLANKS)) + next(iter(typed.values()))
    runs = _from(_up_to(block.runs, start_at + more), start_at)
    return block._replace(runs=_up_to(runs, len(plain_text((Paragraph(runs),)).rstrip(_BLANKS))))


def _from(runs: Iterable[Run], start_at: int) -> tuple[Run, ...]:
    result: list[Run] = []
    for run in runs:
        text = run.text[max(0, start_at) :] if start_at > 0 else run.text
        start_at -= len(run.text)
        if not result:
            text = text.lstrip(_BLANKS)
        if text:
            result.append(run._replace(text=text))
    return tuple(result)


def _up_to(runs: Iterable[Run], until: int) -> tuple[Run, ...]:
    result: list[Run] = []
    for run in runs:
        if until > 0:
            result.append(run._replace(text=run.text[:until]))
        until -= len(run.text)
    return tuple(result)
