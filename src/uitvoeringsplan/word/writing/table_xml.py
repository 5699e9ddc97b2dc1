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
_REGEL = 125  # letters of the size of a table on one line of a lying page
_MARGE = 3  # letters' worth of white in a cell
_LANG_WOORD = 14  # a longer word may break; few columns should wait for it
_VEEL = 7  # from this many columns on the letters are smaller
_KLEIN = 18  # half points


class HeaderRow(NamedTuple):
    """The header row: its words, what goes around their runs, and what marks its paragraphs."""

    koppen: Sequence[str]
    om: Callable[[str], str] = str
    teken: Callable[[], str] = str


class TableRow(NamedTuple):
    """A row as it is written: the runs of its cells, and what marks the row and its paragraphs."""

    cellen: Sequence[str]
    teken: Callable[[], str] = str


def answer_table_xml(vraag: Vraag, waarde: str, stijlen: StyleIds) -> str:
    """Return the table with its header row, and the empty paragraph that Word wants behind it.

    The width is that of the place where it stands; empty columns are left out.
    """
    koppen, rijen = visible_tabel(vraag, waarde)
    if not koppen:  # no rows, or nothing in them
        return ""
    regels = [
        TableRow([run_xml(cel or EMPTY_CELL, letters_xml(koppen)) for cel in rij]) for rij in rijen
    ]
    tabel = table_xml(vraag, HeaderRow(koppen), regels, widths([koppen, *rijen]), stijlen)
    return f"{tabel}<w:p><w:pPr>{TIGHT}</w:pPr></w:p>"


def table_xml(
    vraag: Vraag,
    kop: HeaderRow,
    rijen: Iterable[TableRow],
    breed: Sequence[int],
    stijlen: StyleIds,
) -> str:
    """Return a table with these rows; `breed` are the widths of its columns (see `widths`)."""
    stijl = f'<w:tblStyle w:val="{stijlen.tabel}"/>' if stijlen.tabel else ""
    randen = "" if stijlen.tabel else _borders()
    raster = "".join(f'<w:gridCol w:w="{2 * breedte}"/>' for breedte in breed)
    delen = [
        f'<w:tbl><w:tblPr>{stijl}<w:tblW w:w="{_HEEL}" w:type="pct"/>{randen}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1"'
        f' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape_attribute(vraag.label)}"/></w:tblPr>'
        f"<w:tblGrid>{raster}</w:tblGrid>",
        _kopregel(kop, breed, stijlen),
    ]
    for rij in rijen:
        cellen = "".join(
            _cel(_alinea(TIGHT, runs, rij.teken()), breedte)
            for runs, breedte in zip(rij.cellen, breed, strict=True)
        )
        delen.append(f"<w:tr><w:trPr><w:cantSplit/>{rij.teken()}</w:trPr>{cellen}</w:tr>")
    return "".join((*delen, "</w:tbl>"))


def letters_xml(koppen: Sequence[str]) -> str:
    """Return the properties of the words in the cells: smaller ones in a table of many columns."""
    return f'<w:rPr><w:sz w:val="{_KLEIN}"/></w:rPr>' if len(koppen) >= _VEEL else ""


def _kopregel(kop: HeaderRow, breed: Sequence[int], stijlen: StyleIds) -> str:
    eigen = ""
    ppr, rpr = "", "<w:rPr><w:b/></w:rPr>"
    if stijlen.tabelkop and stijlen.vulling:  # our own template: white words on the accent colour
        eigen = (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{stijlen.vulling}"'
            f' w:themeFill="accent1"/>'
        )
        ppr, rpr = f'<w:pStyle w:val="{stijlen.tabelkop}"/>', ""
    cellen = "".join(
        _cel(
            _alinea(ppr, kop.om(run_xml(tekst, rpr)), kop.teken()),
            breedte,
            eigen,
        )
        for tekst, breedte in zip(kop.koppen, breed, strict=True)
    )
    trpr = f"<w:trPr><w:cantSplit/><w:tblHeader/>{kop.teken()}</w:trPr>"
    return f"<w:tr>{trpr}{cellen}</w:tr>"


def _alinea(ppr: str, runs: str, teken: str) -> str:
    ppr += f"<w:rPr>{teken}</w:rPr>" if teken else ""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{runs}</w:p>"


def _cel(inhoud: str, breedte: int, eigen: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="pct"/>{eigen}</w:tcPr>{inhoud}</w:tc>'


def widths(rijen: Sequence[Sequence[str]]) -> list[int]:
    """Return the widths in fiftieths of a percent: room for the longest word, then for the text."""
    kolommen = list(zip(*rijen, strict=True))
    woorden = [
        max(len(w) for cel in kolom for w in (cel or EMPTY_CELL).split()) for kolom in kolommen
    ]
    nodig = [min(woord, _LANG_WOORD) + _MARGE for woord in woorden]
    # A long text asks for width, but not in proportion: it can grow downwards too.
    tekst = [(sum(map(len, kolom)) / len(kolom)) ** 0.5 for kolom in kolommen]
    over = max(0, _REGEL - sum(nodig))
    vraagt = [n + over * t / sum(tekst) for n, t in zip(nodig, tekst, strict=True)]
    uit = [round(_HEEL * deel / sum(vraagt)) for deel in vraagt]
    uit[-1] += _HEEL - sum(uit)
    return uit


def _borders() -> str:
    zijden = ("top", "left", "bottom", "right", "insideH", "insideV")
    lijnen = "".join(
        f'<w:{zijde} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for zijde in zijden
    )
    return f"<w:tblBorders>{lijnen}</w:tblBorders>"
