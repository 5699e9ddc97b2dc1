"""The rows of a chapter as a table: what, how, and what the municipality makes of it.

Rows may break over pages, for answers are long. What stays together: a question and the first
lines of its answer. The title in the first column must not ask to stay with what follows: Word
reads that as "keep this row with the next one" and pushes whole rows to a new page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.maker.elementen import Element, alinea, el, run
from uitvoeringsplan.maker.thema import ACCENT, BREEDTE_LIGGEND

if TYPE_CHECKING:
    from uitvoeringsplan.maker.schrijver import Schrijver
    from uitvoeringsplan.model.vragenlijst import Rij

KOLOMMEN = ("Wat", "Hoe", "Lokale uitwerking")

# Answers are by far the longest, so most of the width is theirs.
_BREEDTES = (2900, 3500, BREEDTE_LIGGEND - 2900 - 3500)


def tabel(schrijver: Schrijver, hoofdstuk_id: str) -> Element:
    """Return the table with a row for each row of the chapter."""
    hoofdstuk = schrijver.hoofdstuk(hoofdstuk_id)
    eigenschappen = el(
        "tblPr",
        el("tblStyle", val="UvpTabel"),
        el("tblW", w=sum(_BREEDTES), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblLook",
            val="04A0",
            firstRow=1,
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        el("tblCaption", val=hoofdstuk.titel),
        el("tblDescription", val=f"Per onderdeel: {', '.join(KOLOMMEN).lower()}."),
    )
    raster = el("tblGrid", *(el("gridCol", w=breedte) for breedte in _BREEDTES))
    rijen = [_rij(schrijver, rij) for rij in hoofdstuk.rijen]
    return el("tbl", eigenschappen, raster, _kopregel(), *rijen)


def _kopregel() -> Element:
    cellen = []
    for i, kolom in enumerate(KOLOMMEN):
        cel = _cel(i, [alinea("UvpTabelkop", [run(kolom)])])
        if i:
            # Without it a white hairline shows between two cells of one colour.
            rand = el("left", val="single", sz=4, space=0, color=ACCENT, themeColor="accent1")
            cel.tcPr.append(el("tcBorders", rand))
        cel.tcPr.append(el("shd", val="clear", color="auto", fill=ACCENT, themeFill="accent1"))
        cellen.append(cel)
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader")), *cellen)


def _rij(schrijver: Schrijver, rij: Rij) -> Element:
    wat = [alinea("UvpRijtitel", [run(rij.titel)]), *schrijver.opmaak(rij.wat)]
    lokaal = schrijver.opmaak(rij.lokaal)
    for vraag in rij.vragen:
        lokaal += schrijver.vraag(vraag, bovenaan=not lokaal)
    if rij.vragen:
        # Word wants a paragraph, not a control, at the end of a cell.
        lokaal.append(alinea("UvpCelslot", []))
    return el("tr", _cel(0, wat), _cel(1, schrijver.opmaak(rij.hoe)), _cel(2, lokaal))


def _cel(kolom: int, inhoud: list[Element]) -> Element:
    return el("tc", el("tcPr", el("tcW", w=_BREEDTES[kolom], type="dxa")), *inhoud)
