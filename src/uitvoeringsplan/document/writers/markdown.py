"""A document as Markdown (CommonMark with tables): readable as it is, and by any program.

Only the words of the document are here. There is no contents list, for programs make one from
the headings, and no mark of a concept beside the status that the document itself gives.
Headings are one level down, for the title is the first; pictures are their text; links within
the document are plain text, as Markdown has no places to link to.

A table of plain cells is a table. One with lists or more paragraphs in a cell cannot be, without
HTML; there each row is a heading with the other cells under it, each under the name of its column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.markdown_text import lines, one_line_of
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Cel,
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    Tekstdeel,
    Telwijze,
    alle_inhoud,
    platte_regel,
    rooster,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.document import Celrij, Document, Feit, Inhoud, Tekst
    from uitvoeringsplan.model.huisstijl import Huisstijl

_EMPTY = Cel(())
_DEEPEST_HEADING = 6
_ROW_HEADING = 100  # signs that a heading made from a cell may have


def is_plat(table: Tabel) -> bool:
    """Whether every cell holds one line at most."""
    return len(table.kop) <= 1 and all(
        not cell.content
        or (
            len(cell.content) == 1
            and isinstance(cell.content[0], Passage)
            and cell.content[0].aard is not Aard.TITEL
            and "\n" not in "".join(part.text for part in cell.content[0].text)
        )
        for row in (*table.kop, *table.rijen)
        for cell in row
    )


def platte_tabel(heading: Sequence[Celrij], rows: Sequence[Celrij]) -> list[str]:
    """Return the lines of a table; one without a header row gets an empty one, for it must."""
    width = max(len(row) for row in (*heading, *rows))

    def line(row: Celrij) -> str:
        cells = [_cell_text(cell) for cell in row] + [""] * (width - len(row))
        return f"| {' | '.join(cells)} |"

    return [
        line(heading[0] if heading else (_EMPTY,) * width),
        f"|{' --- |' * width}",
        *(line(row) for row in rows),
    ]


def _cell_text(cell: Cel) -> str:
    return " ".join(one_line_of(block.text) for block in cell.content if isinstance(block, Passage))


def expanded(rows: Sequence[Celrij]) -> list[Celrij]:
    """Return rows with a cell in every column: what was merged stands in the first of them."""
    return [tuple(box.cel if box.starts else _EMPTY for box in row) for row in rooster(rows)]


def write_markdown(document: Document, _: Huisstijl | None = None) -> str:
    """Return the text, which ends with one line end; a house style does not show in it."""
    content = (*document.cover, *document.content)
    writer = _Writer()
    blocks = writer.blocks(content)
    if not any(isinstance(b, Passage) and b.aard is Aard.TITEL for b in alle_inhoud(content)):
        blocks.insert(0, [_heading_line(1, (Tekstdeel(document.titel),))])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


class _Writer:
    """Writes blocks, each as a list of lines; knows under which heading it is."""

    def __init__(self) -> None:
        self._level = 1

    def blocks(self, content: Iterable[Inhoud]) -> list[list[str]]:
        result: list[list[str]] = []
        previous = ""
        for block in content:
            # Lists of one kind below each other would be read as one: another sign parts them.
            sign = _list_sign(block, previous)
            result += self._block(block, sign)
            previous = sign
        return result

    def _block(self, block: Inhoud, sign: str) -> list[list[str]]:
        if isinstance(block, Tabel):
            heading, rows = expanded(block.kop), expanded(block.rijen)
            return [platte_tabel(heading, rows)] if is_plat(block) else [*self._rows(block, rows)]
        if isinstance(block, Kop):
            self._level = min(block.level + 1, _DEEPEST_HEADING)
            return [[_heading_line(self._level, (*_number(block.number), *block.text))]]
        if isinstance(block, Lijst):
            return [self._list(block, sign)]
        if isinstance(block, Feiten):
            return [[f"{sign} {_fact(fact)}" for fact in block.feiten]]
        if isinstance(block, Afbeelding):
            return [lines((Tekstdeel(block.text, cursief=True),))]
        return [_passage(block)]

    def _list(self, points: Lijst, sign: str) -> list[str]:
        result: list[str] = []
        loose = any(_is_loose(point.content) for point in points.punten)
        for i, point in enumerate(points.punten):
            mark = sign if sign in "-*" else f"{points.start + i}{sign}"
            content = point.content
            first = content[0]
            if point.number and isinstance(first, Passage):
                text = (*_number(point.number), *first.text)
                content = (first._replace(text=text), *content[1:])
            parts = self.blocks(content)
            between = [""] if loose else []
            item_lines = [line for part in parts for line in (*between, *part)][len(between) :]
            if loose and result:
                result.append("")
            result += _indented(mark, item_lines)
        return result

    def _rows(self, table: Tabel, rows: Sequence[Celrij]) -> Iterator[list[str]]:
        above = self._level
        names = table.column_names
        yield from self._without_cells(table, rows)
        for row in rows:
            for column, cell in enumerate(row):
                name = names[column] if column < len(names) else ""
                if column == 0 and name:
                    self._level = above + 1
                    yield from self._row_heading(name, cell)
                elif cell.content:
                    self._level = above + 2
                    yield from [[self._heading((Tekstdeel(name),))]] if name else []
                    yield from self.blocks(cell.content)
        self._level = above

    def _without_cells(self, table: Tabel, rows: Sequence[Celrij]) -> Iterator[list[str]]:
        """Return the header cells that will not come back above a cell, so that none is lost."""
        filled = {k for row in rows for k, cell in enumerate(row) if cell.content or k == 0}
        boxes = rooster(table.kop)
        lowest = [box.cel for box in boxes[-1]] if boxes else []
        comes_back = [cell for column, cell in enumerate(lowest) if column in filled]
        for row in table.kop:
            for cell in row:
                if not any(cell is other for other in comes_back):
                    yield from self.blocks(cell.content)

    def _row_heading(self, name: str, cell: Cel) -> Iterator[list[str]]:
        """Return the heading of a row: the name of the column, and what the cell begins with."""
        label, content = _label((Tekstdeel(name),)), cell.content
        first = content[0] if content else None
        text: Tekst = (Tekstdeel(name),)
        if isinstance(first, Passage) and len(platte_regel(first.text)) <= _ROW_HEADING:
            text, content = (*label, Tekstdeel(" "), *first.text), content[1:]
        yield [self._heading(text)]
        yield from self.blocks(content)

    def _heading(self, text: Tekst) -> str:
        """Return a heading on the level of now, or where there is none so deep, bold text."""
        if self._level <= _DEEPEST_HEADING:
            return _heading_line(self._level, text)
        return one_line_of(tuple(part._replace(vet=True) for part in text))


def _passage(passage: Passage) -> list[str]:
    if passage.aard is Aard.TITEL:
        return [_heading_line(1, passage.text)]
    text = passage.text
    if passage.aard is Aard.OPSCHRIFT:
        text = tuple(part._replace(vet=True) for part in text)
    elif passage.aard is Aard.BIJSCHRIFT:
        text = tuple(part._replace(cursief=True) for part in text)
    paragraph = _broken(lines(text))
    return [f"> {line}" for line in paragraph] if passage.aard is Aard.CITAAT else paragraph


def _broken(paragraph: list[str]) -> list[str]:
    """Return lines with a sign at the end that keeps them apart; empty ones cannot be."""
    filled = [line for line in paragraph if line]
    return [*(f"{line}\\" for line in filled[:-1]), *filled[-1:]]


def _heading_line(level: int, text: Tekst) -> str:
    line = one_line_of(text)
    bare_text = line.rstrip("#")
    if bare_text != line:  # a row of these at the end would be taken for the end of the heading
        line = f"{bare_text}\\{line[len(bare_text) :]}"
    return f"{'#' * level} {line}"


def _number(number: str) -> Tekst:
    return (Tekstdeel(f"{number} "),) if number else ()


def _label(label: Tekst) -> Tekst:
    """Return a label with a colon, when it does not end with a mark of its own."""
    return label if label[-1].text[-1:] in ":?!." else (*label, label[-1]._replace(text=":"))


def _fact(fact: Feit) -> str:
    vet = tuple(part._replace(vet=True) for part in _label(fact.label))
    whole = "".join(part.text for part in vet)
    return one_line_of((vet[0]._replace(text=whole), Tekstdeel(" "), *fact.value))


def _list_sign(block: Inhoud, previous: str) -> str:
    """Return the sign for the points of a list that comes after a list with `previous`."""
    if isinstance(block, Feiten) or (
        isinstance(block, Lijst) and block.telwijze in (Telwijze.TEKEN, Telwijze.EIGEN)
    ):
        return "*" if previous == "-" else "-"
    if isinstance(block, Lijst):
        return ")" if previous == "." else "."
    return ""


def _is_loose(content: Sequence[Inhoud]) -> bool:
    """Whether a point needs empty lines: it holds more than text with lists under it."""
    first, *rest = content
    return not isinstance(first, Passage) or any(
        not isinstance(block, Lijst)
        # Only a list that begins with 1 is seen right under a line of text.
        or (_list_sign(block, "") == "." and block.start != 1)
        for block in rest
    )


def _indented(mark: str, text: Sequence[str]) -> list[str]:
    margin = " " * (len(mark) + 1)
    first, *rest = text
    return [f"{mark} {first}", *(f"{margin}{line}" if line else "" for line in rest)]
