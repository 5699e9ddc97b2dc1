"""The words of a Word file, read with lxml alone: what every other format must say too."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_KORT = 100  # signs that the heading of a row may have in Markdown


class Woordlezer:
    """Reads words in order; with `md`, in the order and the number that Markdown has them.

    Markdown has no contents list and no pictures but their text; a fact has a colon behind its
    label, and a table with more than a line in a cell names the column before every cell.
    """

    def __init__(self, data: bytes, *, md: bool) -> None:
        self._md = md
        with zipfile.ZipFile(io.BytesIO(data)) as pakket:
            self._body = etree.fromstring(pakket.read("word/document.xml")).find(f"{W}body")
            stijlen = etree.fromstring(pakket.read("word/styles.xml"))
        self._namen = {
            stijl.get(f"{W}styleId"): stijl.find(f"{W}name").get(f"{W}val")
            for stijl in stijlen.iter(f"{W}style")
        }

    def woorden(self) -> list[str]:
        return self._blokken(self._body)

    def _blokken(self, houder: Any) -> list[str]:
        uit: list[str] = []
        for element in houder:
            if element.tag == f"{W}p":
                uit += self._alinea(element)
            elif element.tag == f"{W}tbl":
                uit += self._tabel(element)
            elif element.tag == f"{W}sdt" and element.find(f".//{W}docPartGallery") is None:
                uit += self._blokken(element.find(f"{W}sdtContent"))
        return uit

    def _alinea(self, p: Any) -> list[str]:
        uit = ""
        for element in p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{WP}docPr"):
            if element.tag == f"{W}t":
                uit += element.text or ""
            elif element.tag == f"{W}tab" and element.getparent().tag == f"{W}r":
                uit += "\t" if "\t" in uit or not self._is_feit(p) else ":\t"
            elif element.tag == f"{W}br":
                uit += "\n"
            elif element.tag == f"{WP}docPr" and self._md:
                uit += f" {element.get('descr')} "
        return uit.split()

    def _stijl(self, p: Any) -> str:
        stijl = p.find(f"{W}pPr/{W}pStyle")
        return "" if stijl is None else self._namen[stijl.get(f"{W}val")]

    def _is_feit(self, p: Any) -> bool:
        return self._md and self._stijl(p) == "Uvp Feit"

    def _tabel(self, tbl: Any) -> list[str]:
        rijen = [self._cellen(tr) for tr in tbl.iter(f"{W}tr") if self._van(tr, tbl)]
        woorden = [[self._blokken(cel) for cel in rij] for rij in rijen]
        if not self._md or all(self._is_plat(cel) for rij in rijen for cel in rij):
            return [woord for rij in woorden for cel in rij for woord in cel]
        kop, *rest = woorden
        uit: list[str] = []
        for rij, cellen in zip(rest, rijen[1:], strict=True):
            for kolom, (naam, cel) in enumerate(zip(kop, rij, strict=True)):
                if kolom == 0:
                    eerste = self._alinea(next(cellen[0].iter(f"{W}p")))
                    kort = eerste and len(" ".join(eerste)) <= _KORT
                    uit += [*naam[:-1], f"{naam[-1]}:"] if kort else naam
                else:
                    uit += naam if cel else []
                uit += cel
        return uit

    def _van(self, tr: Any, tbl: Any) -> bool:
        return next(tr.iterancestors(f"{W}tbl")) is tbl

    def _cellen(self, tr: Any) -> list[Any]:
        return [tc for tc in tr.iter(f"{W}tc") if next(tc.iterancestors(f"{W}tr")) is tr]

    def _is_plat(self, cel: Any) -> bool:
        alineas = [p for p in cel.iter(f"{W}p") if self._alinea(p)]
        return len(alineas) <= 1 and not any(
            self._stijl(p).startswith("List")
            or p.find(f".//{W}br") is not None
            or p.find(f".//{WP}docPr") is not None
            for p in alineas
        )
