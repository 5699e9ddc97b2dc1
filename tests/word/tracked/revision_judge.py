"""Accepting and rejecting tracked changes by the rules of the format, with lxml alone.

Written from ECMA-376-1, 17.13.5, and not from what we write: a run that went or came, the end of a
paragraph that did (its words then join the next paragraph, and take the properties of that one),
a row, and the properties that a paragraph had before.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from independent_reader import w

_PARTS = ("word/document.xml", "word/header", "word/footer")
_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def beslist(data: bytes, *, aannemen: bool) -> bytes:
    """Return the file with all changes accepted, or all rejected."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith(_PARTS):
                tree = etree.fromstring(part)
                _beslis(tree, aannemen=aannemen)
                part = etree.tostring(tree)
            target.writestr(name, part)
    return result.getvalue()


def _beslis(tree: Any, *, aannemen: bool) -> None:
    stays, gaat = (w("ins"), w("del")) if aannemen else (w("del"), w("ins"))
    _rijen(tree, stays, gaat)
    for change in list(tree.iter(w("pPrChange"))):
        _previous_form(change, terug=not aannemen)
    # From the last to the first: a paragraph may join one that joins the next itself.
    for paragraph in reversed(list(tree.iter(w("p")))):
        _end(paragraph, stays, gaat)
    for element in list(tree.iter(gaat)):
        assert element.tail is None
        element.getparent().remove(element)
    for element in list(tree.iter(stays)):
        parent = element.getparent()
        place = parent.index(element)
        parent[place : place + 1] = list(element)
    for text in tree.iter(*_TEXT):
        assert not aannemen
        text.tag = _TEXT[text.tag]
    assert not list(tree.iter(w("ins"), w("del"), w("pPrChange"), w("delText")))


def _rijen(tree: Any, stays: str, gaat: str) -> None:
    for row in list(tree.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is None:
            continue
        for mark in properties.findall(stays):
            properties.remove(mark)
        if properties.find(gaat) is not None:
            tabel = row.getparent()
            tabel.remove(row)
            if tabel.find(w("tr")) is None:
                tabel.getparent().remove(tabel)


def _end(paragraph: Any, stays: str, gaat: str) -> None:
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if mark is None:
        return
    if mark.find(gaat) is not None:
        _voeg_bij_volgende(paragraph)
    elif mark.find(stays) is not None:
        mark.remove(mark.find(stays))


def _previous_form(change: Any, *, terug: bool) -> None:
    """Take out what a paragraph was like before, or put it back; its mark has no part in that."""
    ppr = change.getparent()
    assert ppr[-1] is change, "wat er eerder gold komt als laatste"
    ppr.remove(change)
    if terug:
        mark = ppr.find(w("rPr"))
        ppr[:] = [*change.find(w("pPr")), *([] if mark is None else [mark])]


def _voeg_bij_volgende(paragraph: Any) -> None:
    following = paragraph.getnext()
    assert following is not None, "het einde van een invulveld kan niet weg"
    assert following.tag == w("p"), "een alinea kan niet opgaan in een tabel"
    own = following.find(w("pPr"))
    place = 0 if own is None else 1
    following[place:place] = [kind for kind in paragraph if kind.tag != w("pPr")]
    paragraph.getparent().remove(paragraph)
