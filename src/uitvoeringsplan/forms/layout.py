"""A form as it lies on the page: lines of words and places, tables of cells, boxes.

It is what everything that looks for a label walks over. Words are only those that the form shows
by itself: what stands in a place is in the place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from uitvoeringsplan.forms.places import BLANKS, Source
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.places import Level, Spot, Takes
    from uitvoeringsplan.ooxml.tree import Element


@dataclass(slots=True, eq=False)
class Place:
    """One place to fill in.

    `element` is the control, the sign that begins a field, the cell, or None for a blank in a
    line. `prompt` is what it shows while it is empty, `default` what was filled in already. `twins`
    are the same control in the other version of a text box. `repeats` is the repeating section
    that it is in. `name` is what a merge field calls it; `spot` is where a blank in a line stands.
    """

    source: Source
    takes: Takes
    level: Level
    element: Element | None = None
    title: str = ""
    tag: str = ""
    name: str = ""
    prompt: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    explanation: str = ""
    binding: str = ""
    is_long: bool = False  # may hold more than one line
    is_computed: bool = False  # Word works it out from other places
    repeats: Element | None = None
    twins: list[Element] = field(default_factory=list)
    line: Line | None = None
    spot: Spot | None = None
    is_new_line: bool = False  # `element` is the paragraph that it comes below

    @property
    def is_blank(self) -> bool:
        """Whether no field of Word marks it."""
        return self.source in BLANKS


class Piece(NamedTuple):
    """A stretch of words in a line, or a place in it.

    `sources` are the elements that the words came from, with what each of them gave; None where
    words are not in the file as they read.
    """

    text: str
    place: Place | None = None
    sources: tuple[tuple[Element | None, str], ...] = ()


@dataclass(eq=False)
class Container:
    """What holds blocks: the text itself, a cell, a text box, a header or a note."""

    part: str
    kind: str = "body"
    blocks: list[Line | Table] = field(default_factory=list)

    def add(self, block: Line | Table) -> None:
        """Put a block behind the others."""
        block.container, block.position = self, len(self.blocks)
        self.blocks.append(block)

    @property
    def lines(self) -> list[Line]:
        """The lines that stand in it itself."""
        return [block for block in self.blocks if isinstance(block, Line)]

    @cached_property
    def words(self) -> str:
        """Everything that it says by itself, tables too."""
        return " ".join(filter(None, (block.words for block in self.blocks)))

    @cached_property
    def places(self) -> list[Place]:
        """The places somewhere in it."""
        return [place for block in self.blocks for place in block.places]

    @property
    def around(self) -> Container | None:
        """What this stands in; None for what stands in nothing."""
        return None

    def forget_own(self) -> None:
        """Work out anew what follows from its blocks, which changed."""
        for name in ("words", "places"):
            self.__dict__.pop(name, None)


@dataclass(eq=False)
class Line:
    """A paragraph. `outline` is its level as a heading, from 0; `boxes` are its text boxes."""

    element: Element
    pieces: list[Piece]
    outline: int | None = None
    is_point: bool = False
    is_bold: bool = False
    style: str = ""
    boxes: list[Container] = field(default_factory=list)
    container: Container = field(init=False)
    position: int = field(init=False, default=0)

    @cached_property
    def words(self) -> str:
        """The words of the line, without what stands in its places."""
        return " ".join("".join(piece.text for piece in self.pieces).split())

    @property
    def own_places(self) -> list[Place]:
        """The places in the line itself."""
        return [piece.place for piece in self.pieces if piece.place is not None]

    @cached_property
    def places(self) -> list[Place]:
        """The places in the line, those in its text boxes first."""
        in_boxes = [place for box in self.boxes for place in box.places]
        return [*in_boxes, *self.own_places]

    def forget(self) -> None:
        """Work out anew what follows from the pieces, which changed."""
        for name in ("words", "places"):
            self.__dict__.pop(name, None)


@dataclass(eq=False)
class Cell(Container):
    """A cell of a table, by the columns of the grid that it takes."""

    element: Element | None = None
    column: int = 0
    width: int = 1
    goes_on: bool = False  # is one with the cell above it
    is_shaded: bool = False
    row: Row = field(init=False)

    @property
    def end(self) -> int:
        """The first column behind it."""
        return self.column + self.width

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing and holds no place."""
        return not self.words and not self.places

    @property
    def around(self) -> Container | None:
        """What the table of the cell stands in."""
        return self.row.table.container


@dataclass(eq=False)
class Row:
    """A row of a table."""

    table: Table
    index: int
    is_header: bool = False
    cells: list[Cell] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        """The places in its cells."""
        return [place for cell in self.cells for place in cell.places]

    @cached_property
    def words(self) -> str:
        """What its cells say."""
        return " ".join(filter(None, (cell.words for cell in self.cells)))

    def over(self, cell: Cell) -> list[Cell]:
        """Return the cells of this row in the columns of a cell of another one."""
        return [one for one in self.cells if one.column < cell.end and cell.column < one.end]


@dataclass(eq=False)
class Table:
    """A table, row by row."""

    rows: list[Row] = field(default_factory=list)
    container: Container = field(init=False)
    position: int = field(init=False, default=0)
    # What `table_context` worked out of it once.
    heads: dict[int, Row] | None = field(init=False, default=None)
    notes: list[Cell] | None = field(init=False, default=None)

    @cached_property
    def words(self) -> str:
        """What its rows say."""
        return " ".join(filter(None, (row.words for row in self.rows)))

    @cached_property
    def places(self) -> list[Place]:
        """The places in its rows."""
        return [place for row in self.rows for place in row.places]

    @cached_property
    def columns(self) -> int:
        """How many columns of the grid it takes."""
        return max((row.cells[-1].end for row in self.rows if row.cells), default=0)


@dataclass(eq=False)
class Form:
    """A whole form: its main text first, then headers, footers and notes."""

    containers: list[Container]
    title: str = ""
    protection: str = ""  # what may still be done in a protected document
    part_roots: dict[str, Element] = field(default_factory=dict)
    prompt_style: str = ""  # the id of the style of what stands in an empty control


def forget(container: Container) -> None:
    """Work out anew everything in a container that follows from lines, which changed."""
    container.forget_own()
    for block in walk(container):
        if isinstance(block, Line):
            block.forget()
            for box in block.boxes:
                box.forget_own()
        elif isinstance(block, Cell):
            block.forget_own()
        else:
            for name in ("words", "places"):
                block.__dict__.pop(name, None)
            if isinstance(block, Table):
                block.heads = block.notes = None


def walk(container: Container) -> Iterator[Line | Table | Row | Cell]:
    """Yield everything in a container in the order in which it is read; a box before its line."""
    for block in container.blocks:
        if isinstance(block, Line):
            for box in block.boxes:
                yield from walk(box)
            yield block
            continue
        yield block
        for row in block.rows:
            yield row
            for cell in row.cells:
                yield cell
                yield from walk(cell)
