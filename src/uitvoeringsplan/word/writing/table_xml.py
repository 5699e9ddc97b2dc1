"""The answer to a question of the type `tabel` as a real Word table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.tabel import EMPTY_CELL, visible_tabel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_attribute
from uitvoeringsplan.word.writing.answer_xml import run_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.writing.answer_xml import StyleIds

#: The properties of a paragraph in a cell, which has white of its own.
TIGHT = '<w:spacing w:before="0" w:after="0"/>'

_HEEL = 5000  # fiftieths of a percent
_LINE = 125  # letters of the size of a table on one line of a lying page
_MARGIN = 3  # letters' worth of white in a cell
_LONG_WORD = 14  # a longer word may break; few columns should wait for it
_VEEL = 7  # from this many columns on the letters are smaller
_SMALL = 18  # half points


class HeaderRow(NamedTuple):
    """The header row: its words, what goes around their runs, and what marks its paragraphs."""

    koppen: Sequence[str]
    around: Callable[[str], str] = str
    sign: Callable[[], str] = str


class TableRow(NamedTuple):
    """A row as it is written: the runs of its cells, and what marks the row and its paragraphs."""

    cellen: Sequence[str]
    sign: Callable[[], str] = str


def answer_table_xml(vraag: Vraag, value: str, styles: StyleIds) -> str:
    """Return the table with its header row, and the empty paragraph that Word wants behind it.

    The width is that of the place where it stands; empty columns are left out.
    """
    koppen, rows = visible_tabel(vraag, value)
    if not koppen:  # no rows, or nothing in them
        return ""
    lines = [
        TableRow([run_xml(cell or EMPTY_CELL, letters_xml(koppen)) for cell in row]) for row in rows
    ]
    tabel = table_xml(vraag, HeaderRow(koppen), lines, widths([koppen, *rows]), styles)
    return f"{tabel}<w:p><w:pPr>{TIGHT}</w:pPr></w:p>"


def table_xml(
    vraag: Vraag,
    kop: HeaderRow,
    rows: Iterable[TableRow],
    width: Sequence[int],
    styles: StyleIds,
) -> str:
    """Return a table with these rows; `width` are the widths of its columns (see `widths`)."""
    style = f'<w:tblStyle w:val="{styles.tabel}"/>' if styles.tabel else ""
    edges = "" if styles.tabel else _borders()
    grid = "".join(f'<w:gridCol w:w="{2 * width}"/>' for width in width)
    parts = [
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{_HEEL}" w:type="pct"/>{edges}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1"'
        f' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape_attribute(vraag.label)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>",
        _header_row(kop, width, styles),
    ]
    for row in rows:
        cells = "".join(
            _cel(_paragraph(TIGHT, runs, row.sign()), width)
            for runs, width in zip(row.cellen, width, strict=True)
        )
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{row.sign()}</w:trPr>{cells}</w:tr>")
    return "".join((*parts, "</w:tbl>"))


def letters_xml(koppen: Sequence[str]) -> str:
    """Return the properties of the words in the cells: smaller ones in a table of many columns."""
    return f'<w:rPr><w:sz w:val="{_SMALL}"/></w:rPr>' if len(koppen) >= _VEEL else ""


def _header_row(kop: HeaderRow, width: Sequence[int], styles: StyleIds) -> str:
    own = ""
    ppr, rpr = "", "<w:rPr><w:b/></w:rPr>"
    if styles.table_head and styles.filling:  # our own template: white words on the accent colour
        own = (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{styles.filling}" w:themeFill="accent1"/>'
        )
        ppr, rpr = f'<w:pStyle w:val="{styles.table_head}"/>', ""
    cells = "".join(
        _cel(
            _paragraph(ppr, kop.around(run_xml(text, rpr)), kop.sign()),
            width,
            own,
        )
        for text, width in zip(kop.koppen, width, strict=True)
    )
    trpr = f"<w:trPr><w:cantSplit/><w:tblHeader/>{kop.sign()}</w:trPr>"
    return f"<w:tr>{trpr}{cells}</w:tr>"


def _paragraph(ppr: str, runs: str, sign: str) -> str:
    ppr += f"<w:rPr>{sign}</w:rPr>" if sign else ""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{runs}</w:p>"


def _cel(content: str, width: int, own: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/>{own}</w:tcPr>{content}</w:tc>'


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the widths in fiftieths of a percent: room for the longest word, then for the text."""
    columns = list(zip(*rows, strict=True))
    words = [
        max(len(w) for cell in column for w in (cell or EMPTY_CELL).split()) for column in columns
    ]
    needed = [min(word, _LONG_WORD) + _MARGIN for word in words]
    # A long text asks for width, but not in proportion: it can grow downwards too.
    text = [(sum(map(len, column)) / len(column)) ** 0.5 for column in columns]
    over = max(0, _LINE - sum(needed))
    vraagt = [n + over * t / sum(text) for n, t in zip(needed, text, strict=True)]
    result = [round(_HEEL * part / sum(vraagt)) for part in vraagt]
    result[-1] += _HEEL - sum(result)
    return result


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    strokes = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides
    )
    return f"<w:tblBorders>{strokes}</w:tblBorders>"
