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

from uitvoeringsplan.document.writers.markdown_text import een_regel, regels
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
        not cell.inhoud
        or (
            len(cell.inhoud) == 1
            and isinstance(cell.inhoud[0], Passage)
            and cell.inhoud[0].aard is not Aard.TITEL
            and "\n" not in "".join(part.tekst for part in cell.inhoud[0].tekst)
        )
        for row in (*table.kop, *table.rijen)
        for cell in row
    )


def platte_tabel(heading: Sequence[Celrij], rows: Sequence[Celrij]) -> list[str]:
    """Return the lines of a table; one without a header row gets an empty one, for it must."""
    width = max(len(row) for row in (*heading, *rows))

    def regel(row: Celrij) -> str:
        cells = [_cell_text(cell) for cell in row] + [""] * (width - len(row))
        return f"| {' | '.join(cells)} |"

    return [
        regel(heading[0] if heading else (_EMPTY,) * width),
        f"|{' --- |' * width}",
        *(regel(row) for row in rows),
    ]


def _cell_text(cell: Cel) -> str:
    return " ".join(een_regel(block.tekst) for block in cell.inhoud if isinstance(block, Passage))


def uitgevouwen(rows: Sequence[Celrij]) -> list[Celrij]:
    """Return rows with a cell in every column: what was merged stands in the first of them."""
    return [tuple(box.cel if box.begint else _EMPTY for box in row) for row in rooster(rows)]


def write_markdown(document: Document, _: Huisstijl | None = None) -> str:
    """Return the text, which ends with one line end; a house style does not show in it."""
    content = (*document.voorblad, *document.inhoud)
    writer = _Writer()
    blocks = writer.blokken(content)
    if not any(isinstance(b, Passage) and b.aard is Aard.TITEL for b in alle_inhoud(content)):
        blocks.insert(0, [_heading_line(1, (Tekstdeel(document.titel),))])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


class _Writer:
    """Writes blocks, each as a list of lines; knows under which heading it is."""

    def __init__(self) -> None:
        self._level = 1

    def blokken(self, content: Iterable[Inhoud]) -> list[list[str]]:
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
            heading, rows = uitgevouwen(block.kop), uitgevouwen(block.rijen)
            return [platte_tabel(heading, rows)] if is_plat(block) else [*self._rows(block, rows)]
        if isinstance(block, Kop):
            self._level = min(block.niveau + 1, _DEEPEST_HEADING)
            return [[_heading_line(self._level, (*_number(block.nummer), *block.tekst))]]
        if isinstance(block, Lijst):
            return [self._list(block, sign)]
        if isinstance(block, Feiten):
            return [[f"{sign} {_fact(fact)}" for fact in block.feiten]]
        if isinstance(block, Afbeelding):
            return [regels((Tekstdeel(block.tekst, cursief=True),))]
        return [_passage(block)]

    def _list(self, points: Lijst, sign: str) -> list[str]:
        result: list[str] = []
        loose = any(_is_loose(point.inhoud) for point in points.punten)
        for i, point in enumerate(points.punten):
            mark = sign if sign in "-*" else f"{points.begin + i}{sign}"
            content = point.inhoud
            first = content[0]
            if point.nummer and isinstance(first, Passage):
                text = (*_number(point.nummer), *first.tekst)
                content = (first._replace(tekst=text), *content[1:])
            parts = self.blokken(content)
            tussen = [""] if loose else []
            regels_ = [regel for part in parts for regel in (*tussen, *part)][len(tussen) :]
            if loose and result:
                result.append("")
            result += _indented(mark, regels_)
        return result

    def _rows(self, table: Tabel, rows: Sequence[Celrij]) -> Iterator[list[str]]:
        above = self._level
        names = table.kolomnamen
        yield from self._without_cells(table, rows)
        for row in rows:
            for column, cell in enumerate(row):
                name = names[column] if column < len(names) else ""
                if column == 0 and name:
                    self._level = above + 1
                    yield from self._row_heading(name, cell)
                elif cell.inhoud:
                    self._level = above + 2
                    yield from [[self._heading((Tekstdeel(name),))]] if name else []
                    yield from self.blokken(cell.inhoud)
        self._level = above

    def _without_cells(self, table: Tabel, rows: Sequence[Celrij]) -> Iterator[list[str]]:
        """Return the header cells that will not come back above a cell, so that none is lost."""
        gevuld = {k for row in rows for k, cell in enumerate(row) if cell.inhoud or k == 0}
        boxes = rooster(table.kop)
        onderste = [box.cel for box in boxes[-1]] if boxes else []
        komt_terug = [cell for column, cell in enumerate(onderste) if column in gevuld]
        for row in table.kop:
            for cell in row:
                if not any(cell is other for other in komt_terug):
                    yield from self.blokken(cell.inhoud)

    def _row_heading(self, name: str, cell: Cel) -> Iterator[list[str]]:
        """Return the heading of a row: the name of the column, and what the cell begins with."""
        label, content = _label((Tekstdeel(name),)), cell.inhoud
        first = content[0] if content else None
        text: Tekst = (Tekstdeel(name),)
        if isinstance(first, Passage) and len(platte_regel(first.tekst)) <= _ROW_HEADING:
            text, content = (*label, Tekstdeel(" "), *first.tekst), content[1:]
        yield [self._heading(text)]
        yield from self.blokken(content)

    def _heading(self, text: Tekst) -> str:
        """Return a heading on the level of now, or where there is none so deep, bold text."""
        if self._level <= _DEEPEST_HEADING:
            return _heading_line(self._level, text)
        return een_regel(tuple(part._replace(vet=True) for part in text))


def _passage(passage: Passage) -> list[str]:
    if passage.aard is Aard.TITEL:
        return [_heading_line(1, passage.tekst)]
    text = passage.tekst
    if passage.aard is Aard.OPSCHRIFT:
        text = tuple(part._replace(vet=True) for part in text)
    elif passage.aard is Aard.BIJSCHRIFT:
        text = tuple(part._replace(cursief=True) for part in text)
    paragraph = _broken(regels(text))
    return [f"> {regel}" for regel in paragraph] if passage.aard is Aard.CITAAT else paragraph


def _broken(paragraph: list[str]) -> list[str]:
    """Return lines with a sign at the end that keeps them apart; empty ones cannot be."""
    gevuld = [regel for regel in paragraph if regel]
    return [*(f"{regel}\\" for regel in gevuld[:-1]), *gevuld[-1:]]


def _heading_line(level: int, text: Tekst) -> str:
    regel = een_regel(text)
    bare_text = regel.rstrip("#")
    if bare_text != regel:  # a row of these at the end would be taken for the end of the heading
        regel = f"{bare_text}\\{regel[len(bare_text) :]}"
    return f"{'#' * level} {regel}"


def _number(number: str) -> Tekst:
    return (Tekstdeel(f"{number} "),) if number else ()


def _label(label: Tekst) -> Tekst:
    """Return a label with a colon, when it does not end with a mark of its own."""
    return label if label[-1].tekst[-1:] in ":?!." else (*label, label[-1]._replace(tekst=":"))


def _fact(fact: Feit) -> str:
    vet = tuple(part._replace(vet=True) for part in _label(fact.label))
    whole = "".join(part.tekst for part in vet)
    return een_regel((vet[0]._replace(tekst=whole), Tekstdeel(" "), *fact.waarde))


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
        or (_list_sign(block, "") == "." and block.begin != 1)
        for block in rest
    )


def _indented(mark: str, text: Sequence[str]) -> list[str]:
    marge = " " * (len(mark) + 1)
    first, *rest = text
    return [f"{mark} {first}", *(f"{marge}{regel}" if regel else "" for regel in rest)]
