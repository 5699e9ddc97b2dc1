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

_DELEN = ("word/document.xml", "word/header", "word/footer")
_TEKST = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def beslist(data: bytes, *, aannemen: bool) -> bytes:
    """Return the file with all changes accepted, or all rejected."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            if naam.startswith(_DELEN):
                boom = etree.fromstring(deel)
                _beslis(boom, aannemen=aannemen)
                deel = etree.tostring(boom)
            doel.writestr(naam, deel)
    return uit.getvalue()


def _beslis(boom: Any, *, aannemen: bool) -> None:
    blijft, gaat = (w("ins"), w("del")) if aannemen else (w("del"), w("ins"))
    _rijen(boom, blijft, gaat)
    for change in list(boom.iter(w("pPrChange"))):
        _vorige_vorm(change, terug=not aannemen)
    # From the last to the first: a paragraph may join one that joins the next itself.
    for alinea in reversed(list(boom.iter(w("p")))):
        _einde(alinea, blijft, gaat)
    for element in list(boom.iter(gaat)):
        assert element.tail is None
        element.getparent().remove(element)
    for element in list(boom.iter(blijft)):
        ouder = element.getparent()
        plek = ouder.index(element)
        ouder[plek : plek + 1] = list(element)
    for tekst in boom.iter(*_TEKST):
        assert not aannemen
        tekst.tag = _TEKST[tekst.tag]
    assert not list(boom.iter(w("ins"), w("del"), w("pPrChange"), w("delText")))


def _rijen(boom: Any, blijft: str, gaat: str) -> None:
    for rij in list(boom.iter(w("tr"))):
        eigenschappen = rij.find(w("trPr"))
        if eigenschappen is None:
            continue
        for merk in eigenschappen.findall(blijft):
            eigenschappen.remove(merk)
        if eigenschappen.find(gaat) is not None:
            tabel = rij.getparent()
            tabel.remove(rij)
            if tabel.find(w("tr")) is None:
                tabel.getparent().remove(tabel)


def _einde(alinea: Any, blijft: str, gaat: str) -> None:
    merk = alinea.find(f"{w('pPr')}/{w('rPr')}")
    if merk is None:
        return
    if merk.find(gaat) is not None:
        _voeg_bij_volgende(alinea)
    elif merk.find(blijft) is not None:
        merk.remove(merk.find(blijft))


def _vorige_vorm(change: Any, *, terug: bool) -> None:
    """Take out what a paragraph was like before, or put it back; its mark has no part in that."""
    ppr = change.getparent()
    assert ppr[-1] is change, "wat er eerder gold komt als laatste"
    ppr.remove(change)
    if terug:
        merk = ppr.find(w("rPr"))
        ppr[:] = [*change.find(w("pPr")), *([] if merk is None else [merk])]


def _voeg_bij_volgende(alinea: Any) -> None:
    volgende = alinea.getnext()
    assert volgende is not None, "het einde van een invulveld kan niet weg"
    assert volgende.tag == w("p"), "een alinea kan niet opgaan in een tabel"
    eigen = volgende.find(w("pPr"))
    plek = 0 if eigen is None else 1
    volgende[plek:plek] = [kind for kind in alinea if kind.tag != w("pPr")]
    alinea.getparent().remove(alinea)
