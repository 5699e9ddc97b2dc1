"""What stands below each other: paragraphs, headings, points of lists, tables.

Controls, smart tags and insertions are looked through on every level; what was deleted is not
there. Paragraphs without text vanish, but those that are counted do count, as they do in Word.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import NoteReference, RubyText, TextBox, Unread, is_placeholder
from uitvoeringsplan.document.outline import LooseBlock, LoosePoint, build_up, split_at_tab, tidy
from uitvoeringsplan.document.paragraph_content import SILENT, read_items
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.document.tables import read_table
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Feit,
    Kop,
    Passage,
    Tekstdeel,
    platte_regel,
)
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.document.anchors import Anchors, Notes
    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.inline import Inline, InlineReader
    from uitvoeringsplan.document.paragraphs import ParagraphReader
    from uitvoeringsplan.model.document import Inhoud, Tekst
    from uitvoeringsplan.ooxml.counters import Counted
    from uitvoeringsplan.ooxml.styles import Style
    from uitvoeringsplan.ooxml.tree import Element

_TRANSPARENT = frozenset(
    map(w, ("sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent"))
)
# What shows nothing here: what was deleted, and what others read of a holder.
_SILENT = SILENT.union(map(w, ("del", "moveFrom", "tcPr", "commentRangeStart", "commentRangeEnd")))
_PASSAGE_KINDS = {
    "title": Aard.TITEL,
    "subtitle": Aard.ONDERTITEL,
    "uvp periode": Aard.ONDERTITEL,
    "quote": Aard.CITAAT,
    "intense quote": Aard.CITAAT,
    "uvp citaat": Aard.CITAAT,
    "caption": Aard.BIJSCHRIFT,
}
_FACT = "uvp feit"
_CONTENTS_HEADING = "toc heading"
_PLAIN = Tekstdeel("")


class BlockReader:
    """Reads the blocks of a document from first to last; asked twice, it counts on."""

    def __init__(
        self,
        lines: InlineReader,
        paragraphs: ParagraphReader,
        fields: OpenFields,
        anchors: Anchors,
        notes: Notes,
    ) -> None:
        self._paragraphs, self._paragraph_reader = lines, paragraphs
        self._fields, self._anchors, self._notes = fields, anchors, notes
        self._bookmarks: list[str] = []  # that wait for something to stand at
        self._carried: list[Inline] = []  # of a paragraph whose mark was deleted
        self._depth = 0  # of the last heading
        self._has_title = False
        self._main: list[LooseBlock] = []
        self._above_contents: LooseBlock | None = None  # the words above a contents list
        self._end_of_title_page: int | None = None

    def read_main(self, body: Element) -> tuple[tuple[Inhoud, ...], tuple[Inhoud, ...]]:
        """Return what stands before the contents list, or else the title block, and the rest."""
        self._paragraph_reader.look_ahead(body)
        self._blocks(body, _PLAIN, self._main)
        head = self._main
        limit = self._end_of_title_page
        eerste_kop = next((i for i, block in enumerate(head) if isinstance(block, Kop)), len(head))
        if limit is None or limit > eerste_kop:
            title_block = [*takewhile(_on_title_page, head)]
            limit = len(title_block) if any(map(_is_title, title_block)) else 0
        return build_up(head[:limit]), build_up(head[limit:])

    def read(self, holder: Element, plaatshouder: bool = False) -> tuple[Inhoud, ...]:  # noqa: FBT001, FBT002 - the one thing that a holder says of its content
        """Return what stands in a cell, a text box or a note."""
        result: list[LooseBlock] = []
        self._blocks(holder, _PLAIN._replace(plaatshouder=plaatshouder), result)
        return build_up(result)

    def _blocks(self, holder: Element, dress: Tekstdeel, result: list[LooseBlock]) -> None:
        for element in holder:
            name = element.tag
            if name == w("p"):
                self._paragraph(element, child(element, "pPr"), dress, result)
            elif name in _TRANSPARENT:
                self._blocks(element, dress, result)
            elif name == w("sdt"):
                self._control(element, dress, result)
            elif name == ALTERNATE_CONTENT:
                for choice in chosen(element):
                    self._blocks(choice, dress, result)
            elif name == w("tbl"):
                self._flush(result)
                result += read_table(element, self.read, plaatshouder=dress.plaatshouder)
            elif name == w("bookmarkStart"):
                self._bookmarks.append(val(element, "name"))
            elif name not in _SILENT:  # a formula, or what nobody here knows
                self._paragraph([element], None, dress, result)
        self._flush(result)

    def _control(self, sdt: Element, dress: Tekstdeel, result: list[LooseBlock]) -> None:
        if is_contents_list(sdt):
            self._fields.follow(sdt)  # a field may end after the control does
            self._contents_list(result)
            return
        is_open = dress.plaatshouder or is_placeholder(sdt)
        content = child(sdt, "sdtContent")
        if content is not None:
            self._blocks(content, dress._replace(plaatshouder=is_open), result)

    def _contents_list(self, result: list[LooseBlock]) -> None:
        if result and result[-1] is self._above_contents:
            result.pop()
        if result is self._main and self._end_of_title_page is None:
            self._end_of_title_page = len(result)

    def _paragraph(
        self,
        paragraph: Iterable[Element],
        properties: Element | None,
        dress: Tekstdeel,
        result: list[LooseBlock],
    ) -> None:
        style_id = val(child(properties, "pStyle"))
        read = self._paragraphs.read(read_items(paragraph), dress, self._bookmarks, style_id)
        parts = [*self._carried, *read]
        self._carried = []
        if child(properties, "rPr", "del") is not None:
            self._carried = parts
            return
        if self._fields.take_contents():
            self._contents_list(result)
        parts = [loose_ones for part in parts for loose_ones in _readable_parts(part, dress)]
        loose_ones = [part for part in parts if isinstance(part, Tekstdeel | NoteReference)]
        text = [
            self._notes.reference(part, dress) if isinstance(part, NoteReference) else part
            for part in loose_ones
        ]
        pictures = [part for part in parts if isinstance(part, Afbeelding)]
        beforehand = bool(parts) and isinstance(parts[0], Afbeelding)
        block = self._block(properties, text)
        result += [*pictures, *block] if beforehand else [*block, *pictures]
        for part in parts:
            if isinstance(part, TextBox):
                self._blocks(part.content, dress, result)

    def _block(self, properties: Element | None, parts: list[Tekstdeel]) -> list[LooseBlock]:
        """Return the paragraph as what it is; counts it also when it turns out to be empty."""
        paragraph = self._paragraph_reader.read(properties)
        text = tidy(parts)
        if not text:
            return []
        number = paragraph.number
        if paragraph.outline is not None:
            return [self._heading(paragraph.outline, number, text)]
        anchors = self._anchors.of_text(self._take_bookmarks())
        if number is not None and (number.text.strip() or number.form == "bullet"):
            return [LoosePoint(paragraph.list_level, number, text, anchors)]
        name = paragraph.style.name
        if name == _FACT and (pair := split_at_tab(parts)):
            return [Feit(*pair, anchors)]
        passage = Passage(text, self._passage_kind(paragraph.style), anchors)
        if name == _CONTENTS_HEADING:
            self._above_contents = passage
        return [passage]

    def _heading(self, level: int, number: Counted | None, text: Tekst) -> Kop:
        self._depth = min(level, self._depth) + 1
        flat = tidy(part._replace(text=part.text.replace("\n", " "), vet=False) for part in text)
        anchor = self._anchors.of_heading(platte_regel(flat), self._take_bookmarks())
        label = number.text.strip() if number is not None and number.form != "bullet" else ""
        return Kop(self._depth, label, flat, anchor)

    def _passage_kind(self, style: Style) -> Aard:
        aard = _PASSAGE_KINDS.get(style.name)
        if aard is Aard.TITEL:
            if self._has_title or self._depth:
                return Aard.OPSCHRIFT if self._depth else Aard.ONDERTITEL
            self._has_title = True
        if aard is None and style.vet:
            return Aard.OPSCHRIFT
        return aard or Aard.ALINEA

    def _take_bookmarks(self) -> list[str]:
        names, self._bookmarks = self._bookmarks, []
        return names

    def _flush(self, result: list[LooseBlock]) -> None:
        """Give text whose paragraph mark was deleted, but that has no paragraph to go on in."""
        parts = [part for part in self._carried if isinstance(part, Tekstdeel)]
        self._carried = []
        result += self._block(None, parts)


def _readable_parts(part: Inline, dress: Tekstdeel) -> list[Inline]:
    """Put what stands above words between brackets behind them, and a mark for what is unread."""
    if isinstance(part, Unread):
        return [dress._replace(text=f"[{': '.join(filter(None, part))}]")]
    if not isinstance(part, RubyText):
        return [part]
    inner = [inner for one in part.parts for inner in _readable_parts(one, dress)]
    return [dress._replace(text=" ("), *inner, dress._replace(text=")")]


def _is_title(block: LooseBlock) -> bool:
    return isinstance(block, Passage) and block.aard is Aard.TITEL


def _on_title_page(block: LooseBlock) -> bool:
    """Whether a block belongs to the title block where no contents list ends it."""
    if isinstance(block, Passage):
        return block.aard in (Aard.TITEL, Aard.ONDERTITEL)
    return isinstance(block, Feit | Afbeelding)
