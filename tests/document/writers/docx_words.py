"""The words of a Word file, read with lxml alone: what every other format must say too."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHORT = 100  # signs that the heading of a row may have in Markdown


class Woordlezer:
    """Reads words in order; with `md`, in the order and the number that Markdown has them.

    Markdown has no contents list and no pictures but their text; a fact has a colon behind its
    label, and a table with more than a line in a cell names the column before every cell.
    """

    def __init__(self, data: bytes, *, md: bool) -> None:
        self._md = md
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
            styles = etree.fromstring(package.read("word/styles.xml"))
        self._names = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
            for style in styles.iter(f"{W}style")
        }

    def words(self) -> list[str]:
        return self._blocks(self._body)

    def _blocks(self, holder: Any) -> list[str]:
        result: list[str] = []
        for element in holder:
            if element.tag == f"{W}p":
                result += self._paragraph(element)
            elif element.tag == f"{W}tbl":
                result += self._tabel(element)
            elif element.tag == f"{W}sdt" and element.find(f".//{W}docPartGallery") is None:
                result += self._blocks(element.find(f"{W}sdtContent"))
        return result

    def _paragraph(self, p: Any) -> list[str]:
        result = ""
        for element in p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{WP}docPr"):
            if element.tag == f"{W}t":
                result += element.text or ""
            elif element.tag == f"{W}tab" and element.getparent().tag == f"{W}r":
                result += "\t" if "\t" in result or not self._is_feit(p) else ":\t"
            elif element.tag == f"{W}br":
                result += "\n"
            elif element.tag == f"{WP}docPr" and self._md:
                result += f" {element.get('descr')} "
        return result.split()

    def _style(self, p: Any) -> str:
        style = p.find(f"{W}pPr/{W}pStyle")
        return "" if style is None else self._names[style.get(f"{W}val")]

    def _is_feit(self, p: Any) -> bool:
        return self._md and self._style(p) == "Uvp Feit"

    def _tabel(self, tbl: Any) -> list[str]:
        rijen = [self._cellen(tr) for tr in tbl.iter(f"{W}tr") if self._start(tr, tbl)]
        words = [[self._blocks(cel) for cel in rij] for rij in rijen]
        if not self._md or all(self._is_plat(cel) for rij in rijen for cel in rij):
            return [word for rij in words for cel in rij for word in cel]
        kop, *rest = words
        result: list[str] = []
        for rij, cellen in zip(rest, rijen[1:], strict=True):
            for kolom, (name, cel) in enumerate(zip(kop, rij, strict=True)):
                if kolom == 0:
                    first = self._paragraph(next(cellen[0].iter(f"{W}p")))
                    short = first and len(" ".join(first)) <= _SHORT
                    result += [*name[:-1], f"{name[-1]}:"] if short else name
                else:
                    result += name if cel else []
                result += cel
        return result

    def _start(self, tr: Any, tbl: Any) -> bool:
        return next(tr.iterancestors(f"{W}tbl")) is tbl

    def _cellen(self, tr: Any) -> list[Any]:
        return [tc for tc in tr.iter(f"{W}tc") if next(tc.iterancestors(f"{W}tr")) is tr]

    def _is_plat(self, cel: Any) -> bool:
        paragraphs = [p for p in cel.iter(f"{W}p") if self._paragraph(p)]
        return len(paragraphs) <= 1 and not any(
            self._style(p).startswith("List")
            or p.find(f".//{W}br") is not None
            or p.find(f".//{WP}docPr") is not None
            for p in paragraphs
        )
