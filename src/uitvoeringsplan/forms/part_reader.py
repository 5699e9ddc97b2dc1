"""One part of a Word file to what holds its lines and tables."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.paragraph_content import read_items
from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.document.tables import Grid
from uitvoeringsplan.forms import controls
from uitvoeringsplan.forms.layout import Cell, Container, Line, Piece, Row, Table
from uitvoeringsplan.forms.line_reader import FormFields, LineTaker
from uitvoeringsplan.forms.places import Level
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.forms.layout import Place
    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

_P, _TBL, _SDT, _TR, _TC, _BOX = map(w, ("p", "tbl", "sdt", "tr", "tc", "txbxContent"))
_THROUGH = frozenset(map(w, ("sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")))
_WHITE = ("", "auto", "FFFFFF", "ffffff")


class PartReader:
    """Reads one part from first to last."""

    def __init__(
        self, part: str, stylesheet: Styles, counters: Counters, reader: controls.ControlReader
    ) -> None:
        self._part, self._stylesheet, self._controls = part, stylesheet, reader
        self._paragraphs = ParagraphReader(stylesheet, counters)
        self._fields = FormFields(OpenFields())
        self._twins: dict[Element, list[Element]] = {}
        self._repeats: list[Element] = []

    def read(self, root: Element, kind: str) -> list[Container]:
        """Return what holds the text of the part: one thing, or one for every note."""
        self._paragraphs.look_ahead(root)
        self._twins = _find_twins(root)
        if kind != "note":
            holder = child(root, "body") if kind == "body" else root
            return [self._container(holder, kind)] if holder is not None else []
        # The first two are the lines that Word draws above notes.
        notes = (note for note in root if not val(note, "type").endswith("eparator"))
        return [self._container(note, kind) for note in notes]

    def _container(self, holder: Element, kind: str) -> Container:
        container = Container(self._part, kind)
        self._blocks(holder, container)
        return container

    def _blocks(self, holder: Iterable[Element], container: Container) -> None:
        for element in holder:
            tag = element.tag
            if tag == _P:
                container.add(self._line(element))
            elif tag == _TBL:
                container.add(self._table(element))
            elif tag == _SDT:
                self._block_control(element, container)
            elif tag in _THROUGH:
                self._blocks(element, container)
            elif tag == ALTERNATE_CONTENT:
                for version in chosen(element):
                    self._blocks(version, container)

    def _block_control(self, sdt: Element, container: Container) -> None:
        content = child(sdt, "sdtContent")
        if content is None:
            return
        if controls.is_made_by_word(sdt) and not controls.is_wrapper(sdt):
            self._fields.follow(sdt)
        elif self._is_place(sdt):
            self._pass_over(sdt)
            container.add(_line_of(sdt, self._place(sdt, Level.BLOCK)))
        else:
            with self._inside(sdt):
                self._blocks(content, container)

    def _pass_over(self, holder: Element) -> None:
        """Let paragraphs that are not read count in their lists, and their fields begin and end."""
        for paragraph in holder.iter(_P):
            self._paragraphs.read(child(paragraph, "pPr"))
        self._fields.follow(holder)

    @contextmanager
    def _inside(self, sdt: Element) -> Iterator[None]:
        """Read what stands in a control that may be a repeating section."""
        is_repeating = controls.repeats(sdt)
        if is_repeating:
            self._repeats.append(sdt)
        yield
        if is_repeating:
            self._repeats.pop()

    def _is_place(self, sdt: Element) -> bool:
        """Whether a control is one to fill in, and not words around others or words that stay."""
        if not controls.is_open(sdt) or controls.is_group(sdt) or controls.repeats(sdt):
            return False
        return not controls.is_item(sdt) and not controls.is_wrapper(sdt)

    def _inline_place(self, sdt: Element) -> Place | None:
        is_made = controls.is_made_by_word(sdt) and not controls.is_wrapper(sdt)
        return self._place(sdt, Level.INLINE) if not is_made and self._is_place(sdt) else None

    def _place(self, sdt: Element, level: Level) -> Place:
        place = self._controls.place(sdt, level)
        place.twins = self._twins.get(sdt, [])
        place.repeats = self._repeats[-1] if self._repeats else None
        return place

    def _table(self, element: Element) -> Table:
        table = Table()
        grid = Grid()
        self._rows(element, table, grid)
        return table

    def _rows(self, holder: Iterable[Element], table: Table, grid: Grid) -> None:
        for element in holder:
            if element.tag == _TR:
                own = child(element, "trPr")
                if child(own, "del") is None:
                    row = Row(table, len(table.rows), is_on(own, "tblHeader"))
                    table.rows.append(row)
                    grid.start_row(element)
                    self._cells(element, row, grid)
            elif element.tag == _SDT and (content := child(element, "sdtContent")) is not None:
                if self._is_place(element) and not controls.is_made_by_word(element):
                    self._row_control(element, table, grid)
                    continue
                with self._inside(element):
                    self._rows(content, table, grid)
            elif element.tag in _THROUGH:
                self._rows(element, table, grid)

    def _row_control(self, sdt: Element, table: Table, grid: Grid) -> None:
        """Take a control around whole rows: one place, as wide as they are."""
        row = Row(table, len(table.rows))
        table.rows.append(row)
        place = self._place(sdt, Level.ROW)
        inside = next(sdt.iter(_TR), None)
        count = 0
        if inside is not None:
            grid.start_row(inside)
            for cell in inside.iter(_TC):
                count = grid.take(child(cell, "tcPr")).column + 1
        holder = Cell(self._part, "cell", element=None, column=0, width=max(count, 1))
        holder.row = row
        holder.add(_line_of(sdt, place))
        row.cells.append(holder)

    def _cells(self, holder: Iterable[Element], row: Row, grid: Grid) -> None:
        for element in holder:
            if element.tag == _TC:
                row.cells.append(self._cell(element, row, grid))
            elif element.tag == _SDT and (content := child(element, "sdtContent")) is not None:
                tc = next(content.iter(_TC), None)
                if tc is None or not self._is_place(element):
                    self._cells(content, row, grid)
                    continue
                cell = self._cell(tc, row, grid, is_read=False)
                cell.add(_line_of(tc, self._place(element, Level.CELL)))
                self._pass_over(tc)
                row.cells.append(cell)
            elif element.tag in _THROUGH:
                self._cells(element, row, grid)

    def _cell(self, tc: Element, row: Row, grid: Grid, *, is_read: bool = True) -> Cell:
        own = child(tc, "tcPr")
        taken = grid.take(own)
        shading = val(child(own, "shd"), "fill")
        cell = Cell(
            self._part,
            "cell",
            element=tc,
            column=taken.column,
            width=taken.width,
            goes_on=taken.goes_on,
            is_shaded=shading not in _WHITE,
        )
        cell.row = row
        if is_read:
            self._blocks(tc, cell)
        return cell

    def _line(self, element: Element) -> Line:
        own = child(element, "pPr")
        paragraph = self._paragraphs.read(own)
        style = paragraph.style
        taker = LineTaker(self._fields, self._inline_place, style_is_bold=bool(style.vet))
        for item in read_items(element):
            taker.take(item)
        line = Line(
            element,
            taker.finish(),
            paragraph.outline,
            is_point=paragraph.number is not None or bool(paragraph.list_style),
            is_bold=taker.is_bold,
            style=style.name,
        )
        for place in line.own_places:
            place.line = line
        line.boxes = [self._container(box, "box") for box in taker.boxes]
        return line


def _line_of(holder: Element, place: Place) -> Line:
    """Return the line that a control around paragraphs is."""
    line = Line(next(holder.iter(_P), holder), [Piece("", place)])
    place.line = line
    return line


def _find_twins(root: Element) -> dict[Element, list[Element]]:
    """Return the controls of the version of a text box that is read, with those of the other."""
    twins: dict[Element, list[Element]] = {}
    for alternate in root.iter(ALTERNATE_CONTENT):
        read = chosen(alternate)
        if not read or next(alternate.iter(_BOX), None) is None:
            continue
        own = list(read[0].iter(_SDT))
        for other in alternate:
            theirs = list(other.iter(_SDT))
            if other is not read[0] and len(theirs) == len(own):
                for one, twin in zip(own, theirs, strict=True):
                    twins.setdefault(one, []).append(twin)
    return twins
