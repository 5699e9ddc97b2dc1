"""An independent maker of the table for an answer; how large things become is not its business."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from independent_reader import NS, w
from uitvoeringsplan.model.types import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def cellen(waarde: str) -> list[list[str]]:
    """Return the cells of a stored table."""
    return [
        [re.sub(r"\\(\\*\|)", r"\1", cel.strip()) for cel in re.split(r"(?<!\\)\|", regel)[1:-1]]
        for regel in waarde.splitlines()
    ]


def in_woorden(cel: str) -> str:
    try:
        dag = dt.date.fromisoformat(cel)
    except ValueError:
        return cel
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def vertoond(vraag, waarde: str) -> list[list[str]]:
    """Return the header row and the rows as the document must show them."""
    rijen = cellen(waarde)
    if vraag.sorteer:
        plek = [kolom.id for kolom in vraag.kolommen].index(vraag.sorteer)
        assert vraag.kolommen[plek].type is TYPES["datum"], "anders sorteert dit verkeerd"
        rijen.sort(key=lambda rij: rij[plek] or "9999-99-99")
    uit: list[list[str]] = [[] for _ in range(len(rijen) + 1)]
    for i, kolom in enumerate(vraag.kolommen):
        inhoud = [rij[i] for rij in rijen]
        if any(inhoud):
            if kolom.type is TYPES["datum"]:
                inhoud = list(map(in_woorden, inhoud))
            for rij, cel in zip(uit, [kolom.label, *inhoud], strict=True):
                rij.append(cel or "–")
    return uit


def tabel(e, vraag, waarde: str, loop, vulling: str) -> Iterator:
    """Yield the table in the styles of our template, and the paragraph behind it.

    `vulling` is the colour behind the words of the header row.
    """

    def val(naam: str, **kenmerken: str):
        return e(naam, {w(k): v for k, v in kenmerken.items()})

    def cel(tekst: str, *, is_kop: bool):
        tcpr, alinea = e.tcPr(val("tcW", w="", type="pct")), e.p()
        if is_kop:
            tcpr.append(val("shd", val="clear", color="auto", fill=vulling, themeFill="accent1"))
            alinea.append(e.pPr(val("pStyle", val="UvpTabelkop")))
        alinea.append(loop(tekst))
        return e.tc(tcpr, alinea)

    def rij(inhoud: list[str], *, is_kop: bool = False):
        return e.tr(
            e.trPr(e.cantSplit(), *([e.tblHeader()] if is_kop else [])),
            *(cel(tekst, is_kop=is_kop) for tekst in inhoud),
        )

    kop, *rijen = vertoond(vraag, waarde)
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
        rij(kop, is_kop=True),
        *map(rij, rijen),
    )  # fmt: skip
    yield e.p(e.pPr(val("spacing", before="0", after="0")))


def zonder_maten(document) -> None:
    """Take the sizes out of tables in controls: how wide, how large, how far apart."""
    tabellen = "//w:sdtContent/w:tbl"
    for element in document.xpath(f"{tabellen}//w:gridCol|{tabellen}//w:tcW", namespaces=NS):
        element.set(w("w"), "")
    for element in document.xpath(f"{tabellen}//w:sz|{tabellen}//w:spacing", namespaces=NS):
        ouder = element.getparent()
        ouder.remove(element)
        if not len(ouder):
            ouder.getparent().remove(ouder)
