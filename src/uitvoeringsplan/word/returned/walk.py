"""A document as a row of its paragraphs, each with where it stands: which cell, which control.

Of a paragraph only what tells whose it is is looked up here; its words are read when somebody
asks for them. Lists are counted along all the while, for a number goes on from what stood above.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import SILENT, Kind, letters, read_items
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.document.tables import Grid
from uitvoeringsplan.model.answer_markup import LEVELS, known_level
from uitvoeringsplan.ooxml.names import W15
from uitvoeringsplan.ooxml.tree import child, is_on, is_true, new, val, w
from uitvoeringsplan.word.invulvelden import ANSWER_BOOKMARK, BOOKMARK, IN_CONTENTS
from uitvoeringsplan.word.writing.point_levels import number_format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.document.paragraphs import Paragraph, ParagraphReader
    from uitvoeringsplan.ooxml.counters import Counted
    from uitvoeringsplan.ooxml.tree import Element

_BINDINGS = (w("dataBinding"), f"{{{W15}}}dataBinding")
_TRANSPARENT = frozenset(map(w, ("body", "sdtContent", "customXml", "smartTag", "hdr", "ftr")))
_MARKS = frozenset(map(w, ("commentRangeStart", "commentRangeEnd")))
# What may stand between paragraphs and shows nothing. Whatever else does is read as a paragraph.
_SILENT = SILENT.union(map(w, ("tcPr", "tblPr", "tblGrid", "trPr")))
_SDT, _BOOKMARK = w("sdt"), w("bookmarkStart")
_BLOCKS = frozenset((_SDT, w("tbl")))
_PLACE_STARTS = (IN_CONTENTS, BOOKMARK)  # how bookmarks of headings and of questions begin
_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_CONTENT, _SECTION = w("sdtContent"), w("sectPr")
_LETTERS = ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman")


@dataclass(slots=True, eq=False)
class ContentControl:
    """A content control, around paragraphs (`start` up to `end`) or inside one.

    `placeholder_name` is that of the glossary entry with its placeholder; `is_bound` tells that it
    shows a value from elsewhere in the file, which programs put back over what was typed.
    """

    element: Element
    tag: str
    alias: str
    placeholder_name: str
    shows_placeholder: bool
    is_text: bool
    start: int
    end: int = 0
    is_block: bool = True
    is_bound: bool = False
    depth: int = 0  # how many cells are around what it holds
    # Of one in a line: what of its paragraph is in it, and how many pieces of text stand in front
    # of its own, if it has any.
    items: slice = field(default_factory=partial(slice, 0))
    words_before: int = 0


@dataclass(slots=True, eq=False)
class PlacedCell:
    """A cell of a table, in the column of the grid in which it begins."""

    tabel: PlacedTable
    rij: int
    kolom: int
    width: int
    goes_on: bool  # goes on with the cell above it
    is_hidden: bool  # for that reason, or because its row is hidden
    start: int
    end: int = 0


@dataclass(slots=True, eq=False)
class PlacedTable:
    """A table: its cells, row by row."""

    rijen: list[list[PlacedCell]] = field(default_factory=list)
    grid: Grid = field(default_factory=Grid)
    is_rij_hidden: bool = False  # the row that was read last


@dataclass(slots=True, eq=False)
class PlacedParagraph:
    """A paragraph, with what stands in it; `path` holds the cells it is in, from the outside in.

    `punt` is None for what is no point of a list, or else (level, number or None for a bullet).
    """

    paragraph: Element
    _items: list[Item] | None
    path: tuple[PlacedCell, ...]
    anchors: tuple[str, ...]
    level: int | None  # of a heading
    punt: tuple[int, int | None] | None
    controls: tuple[ContentControl, ...] = ()  # inside it
    met_letters: bool = False  # its number in a list is no figure, where the plan has one
    is_deeper: bool = False  # it is a point on a level that the plan does not have

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it, because of the cell that it is in."""
        return any(cell.is_hidden for cell in self.path)

    @property
    def items(self) -> list[Item]:
        """What stands in it, read once when somebody asks."""
        if self._items is None:
            self._items = read_items(self.paragraph)
        return self._items

    def letters(self) -> str:
        """Return its letters, without blanks around them."""
        return letters(self.items).strip()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.level is not None

    def tabel(self) -> range:
        """Return the numbers of all paragraphs of the innermost table that it is in."""
        if not self.path:
            return range(0)
        cells = [cell for row in self.path[-1].tabel.rijen for cell in row]
        return range(cells[0].start, cells[-1].end)


def read_control(sdt: Element, start: int, end: int = 0, *, depth: int = 0) -> ContentControl:
    """Return what the properties of a content control say; with `end` it stands in a line."""
    properties: dict[str, Element] = {}
    for part in next(sdt.iterchildren(w("sdtPr")), ()):
        properties.setdefault(part.tag, part)
    empty = properties.get(w("showingPlcHdr"))
    return ContentControl(
        sdt,
        val(properties.get(w("tag"))),
        val(properties.get(w("alias"))),
        val(child(properties.get(w("placeholder")), "docPart")),
        empty is not None and is_true(empty.get(w("val"))),
        w("text") in properties,
        start,
        end,
        is_block=not end,
        is_bound=any(name in properties for name in _BINDINGS),
        depth=depth,
    )


class DocumentWalk:
    """Goes through a part once, from first to last; what it found stands in its lists."""

    def __init__(self, paragraphs: ParagraphReader) -> None:
        self._paragraph_reader = paragraphs
        self._anchors: list[str] = []  # that wait for a paragraph to stand in
        self._open = 0  # controls around paragraphs
        self.paragraphs: list[PlacedParagraph] = []
        self.controls: list[ContentControl] = []
        self.marks: list[tuple[int, Element]] = []  # of comments, with the paragraph behind them
        # The paragraphs before which a section ends in a contents list: a program may put it there.
        self.sections: list[int] = []

    def read(self, holder: Element) -> None:
        """Take all that stands in a part."""
        self._paragraph_reader.look_ahead(holder)
        self._walk(holder, ())

    def _walk(self, holder: Iterable[Element], path: tuple[PlacedCell, ...]) -> None:
        """Take what stands below each other in `holder`."""
        for element in holder:
            name = element.tag
            if name == _P:
                self._paragraph(element, path)
            elif name in _TRANSPARENT:
                self._walk(element, path)
            elif name == _SDT:
                self._control(element, path)
            elif name == _TBL:
                self._table(element, PlacedTable(), path)
            elif name == _BOOKMARK:
                self._anchors += _place_names(element)
            elif name in _MARKS:
                self.marks.append((len(self.paragraphs), element))
            elif name not in _SILENT:
                self._loose([element], path)

    def _loose(self, elements: Iterable[Element], path: tuple[PlacedCell, ...]) -> None:
        """Take what stands in no paragraph as one."""
        self._paragraph(new("p"), path, read_items(elements))

    def _control(self, sdt: Element, path: tuple[PlacedCell, ...]) -> None:
        if not is_contents_list(sdt):
            self._inside(sdt, len(path), lambda content: self._walk(content, path))
            return
        if self._open:  # somebody put it in an answer
            self._loose(sdt.iterfind(f"{w('sdtPr')}/{w('docPartObj')}"), path)
        if next(sdt.iter(_SECTION), None) is not None:
            self.sections.append(len(self.paragraphs))
        for contents in sdt.iterchildren(_CONTENT):
            self._walk(_behind_contents(contents), path)

    def _inside(self, sdt: Element, depth: int, take: Callable[[Element], None]) -> None:
        """Take a control around paragraphs, rows or cells, and with `take` what it holds."""
        control = read_control(sdt, len(self.paragraphs), depth=depth)
        self.controls.append(control)
        self._open += 1
        for content in sdt.iterchildren(_CONTENT):
            take(content)
        self._open -= 1
        control.end = len(self.paragraphs)

    def _table(self, parent: Element, tabel: PlacedTable, path: tuple[PlacedCell, ...]) -> None:
        """Take the rows of a table, or the cells of a row."""
        for element in parent:
            name = element.tag
            if name == _TR:
                tabel.rijen.append([])
                tabel.grid.start_row(element)
                tabel.is_rij_hidden = is_on(element, "trPr", "hidden")
                self._table(element, tabel, path)
            elif name == _TC and tabel.rijen:
                self._cell(element, tabel, path)
            elif name == _SDT:
                take = partial(self._table, tabel=tabel, path=path)
                self._inside(element, len(path) + 1, take)
            elif name in _TRANSPARENT:
                self._table(element, tabel, path)
            elif name == _BOOKMARK:
                self._anchors += _place_names(element)

    def _cell(self, element: Element, tabel: PlacedTable, path: tuple[PlacedCell, ...]) -> None:
        place = tabel.grid.take(child(element, "tcPr"))
        cell = PlacedCell(
            tabel,
            len(tabel.rijen) - 1,
            place.column,
            place.width,
            place.goes_on,
            place.goes_on or tabel.is_rij_hidden,
            len(self.paragraphs),
        )
        tabel.rijen[-1].append(cell)
        self._walk(element, (*path, cell))
        cell.end = len(self.paragraphs)

    def _paragraph(
        self, paragraph: Element, path: tuple[PlacedCell, ...], items: list[Item] | None = None
    ) -> None:
        read = self._paragraph_reader.read(child(paragraph, "pPr"))
        if items is None and next(paragraph.iter(_BOOKMARK, _SDT), None) is not None:
            items = read_items(paragraph)
        anchors, self._anchors = self._anchors, []
        controls = tuple(_controls(items or (), len(self.paragraphs), anchors))
        punt = _point(read) if read.outline is None else None
        letters = _has_letters(read)
        is_deeper = punt is not None and read.list_level >= LEVELS
        self.paragraphs.append(
            PlacedParagraph(
                paragraph,
                items,
                path,
                tuple(anchors),
                read.outline,
                punt,
                controls,
                letters,
                is_deeper,
            )
        )


def _controls(items: Sequence[Item], number: int, anchors: list[str]) -> Iterator[ContentControl]:
    """Yield the controls in the paragraph with this number; adds the places in it to `anchors`."""
    around: list[ContentControl] = []
    words = 0  # how many pieces of text that are more than blanks
    for place, (kind, element, _, text) in enumerate(items):
        if kind is Kind.TEXT:
            words += bool(text.strip())
        elif kind is Kind.BOOKMARK:
            anchors += _place_names(element)
        elif kind is Kind.CONTROL:
            control = read_control(element, number, number + 1)
            control.words_before, control.items = words, slice(place, place)
            around.append(control)
            yield control
        elif kind is Kind.END and element.tag == _SDT:
            control = around.pop()
            control.items = slice(control.items.start, place + 1)
            if control.words_before == words:  # no words of its own stand behind others
                control.words_before = 0


def _place_names(bookmark: Element) -> list[str]:
    """Return the name of a bookmark of a question or answer, or one that a contents list leads to.

    Word is full of others; where those stand nobody asks.
    """
    name = val(bookmark, "name")
    is_ours = name.startswith((BOOKMARK, ANSWER_BOOKMARK))
    return [name] if is_ours or IN_CONTENTS in name else []


def _point(paragraph: Paragraph) -> tuple[int, int | None] | None:
    """Return the level of a point as the markup knows it, and its number when it has one."""
    level = known_level(paragraph.list_level)
    number = paragraph.number
    if number is None:
        # The style alone says that it is a point, where a program dropped the lists.
        is_punt = paragraph.list_style and not paragraph.num_id
        return (level, None if paragraph.list_style == "bullet" else 1) if is_punt else None
    if number.form == "bullet":
        return level, None
    return (level, number.value) if _is_numbered(number, paragraph) else None


def _is_numbered(number: Counted, paragraph: Paragraph) -> bool:
    return number.form != "none" and bool(number.text.strip() or paragraph.list_style)


def _has_letters(paragraph: Paragraph) -> bool:
    """Whether a number in a list is no figure, where our own lists do not have it so."""
    if paragraph.number is None or paragraph.number.form not in _LETTERS:
        return False
    return paragraph.number.form != number_format(known_level(paragraph.list_level))


def _behind_contents(content: Element) -> list[Element]:
    """Return what stands in a contents list behind its lines, where no list should be.

    habits.CONTENTS_GOES_ON; the first place that a line of it leads to, or that is ours, is no line
    itself.
    """
    children = list(content)
    for i, element in enumerate(children):
        names = (val(mark, "name") for mark in element.iter(_BOOKMARK))
        if element.tag in _BLOCKS or any(name.startswith(_PLACE_STARTS) for name in names):
            return children[i:]
    return []
