"""An independent maker of the table for an answer; how large things become is not its business."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from independent_reader import NS, w
from uitvoeringsplan.model.types import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def cells(value: str) -> list[list[str]]:
    """Return the cells of a stored table."""
    return [
        [re.sub(r"\\(\\*\|)", r"\1", cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in value.splitlines()
    ]


def in_words(cell: str) -> str:
    try:
        day = dt.date.fromisoformat(cell)
    except ValueError:
        return cell
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def displayed(vraag, value: str) -> list[list[str]]:
    """Return the header row and the rows as the document must show them."""
    rows = cells(value)
    if vraag.sorteer:
        place = [column.id for column in vraag.kolommen].index(vraag.sorteer)
        assert vraag.kolommen[place].type is TYPES["datum"], "anders sorteert dit verkeerd"
        rows.sort(key=lambda row: row[place] or "9999-99-99")
    result: list[list[str]] = [[] for _ in range(len(rows) + 1)]
    for i, column in enumerate(vraag.kolommen):
        content = [row[i] for row in rows]
        if any(content):
            if column.type is TYPES["datum"]:
                content = list(map(in_words, content))
            for row, cell in zip(result, [column.label, *content], strict=True):
                row.append(cell or "–")
    return result


def tabel(e, vraag, value: str, loop, filling: str) -> Iterator:
    """Yield the table in the styles of our template, and the paragraph behind it.

    `filling` is the colour behind the words of the header row.
    """

    def val(name: str, **attributes: str):
        return e(name, {w(k): v for k, v in attributes.items()})

    def cell(text: str, *, is_kop: bool):
        tcpr, paragraph = e.tcPr(val("tcW", w="", type="pct")), e.p()
        if is_kop:
            tcpr.append(val("shd", val="clear", color="auto", fill=filling, themeFill="accent1"))
            paragraph.append(e.pPr(val("pStyle", val="UvpTabelkop")))
        paragraph.append(loop(text))
        return e.tc(tcpr, paragraph)

    def row(content: list[str], *, is_kop: bool = False):
        return e.tr(
            e.trPr(e.cantSplit(), *([e.tblHeader()] if is_kop else [])),
            *(cell(text, is_kop=is_kop) for text in content),
        )

    kop, *rows = displayed(vraag, value)
    yield e.tbl(
        e.tblPr(
            val("tblStyle", val="UvpTabel"),
            val("tblW", w="5000", type="pct"),
            val("tblLayout", type="fixed"),
            val(
                "tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0",
                noHBand="0", noVBand="1",
            ),
            val("tblCaption", val=vraag.label),
        ),
        e.tblGrid(*(val("gridCol", w="") for _ in kop)),
        row(kop, is_kop=True),
        *map(row, rows),
    )  # fmt: skip
    yield e.p(e.pPr(val("spacing", before="0", after="0")))


def without_sizes(document) -> None:
    """Take the sizes out of tables in controls: how wide, how large, how far apart."""
    tabellen = "//w:sdtContent/w:tbl"
    for element in document.xpath(f"{tabellen}//w:gridCol|{tabellen}//w:tcW", namespaces=NS):
        element.set(w("w"), "")
    for element in document.xpath(f"{tabellen}//w:sz|{tabellen}//w:spacing", namespaces=NS):
        parent = element.getparent()
        parent.remove(element)
        if not len(parent):
            parent.getparent().remove(parent)
