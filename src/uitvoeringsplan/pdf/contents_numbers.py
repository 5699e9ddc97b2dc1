"""The page numbers in a contents list, as text at the end of every line."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import insert, new, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_A4, _MARGE = 11906, 1417
_NUMMERBREEDTE = 567  # room for the number of a chapter, in twentieths of a point


class ContentsLine(NamedTuple):
    """One line of a contents list: its paragraph, and the bookmark that it points at."""

    alinea: Element
    anker: str
    breedte: int  # of the text on its page, in twentieths of a point


def find_contents_lines(boom: Element) -> list[ContentsLine]:
    """Return the lines of the contents lists in a document, in order."""
    return [
        ContentsLine(alinea, anker, _breedte(alinea))
        for alinea in _in_inhoudsopgave(boom)
        if (anker := _anker(alinea))
    ]


def fill_numbers(
    regels: list[ContentsLine],
    nummer_van: Callable[[str], str],
    stijlen: Element | None,
    bekend: Collection[str],
) -> None:
    """Write the numbers in their lines; `bekend` are the anchors that are in the document.

    A line that points nowhere gets none, and so does one for which `nummer_van` has no text.
    """
    for alinea, anker, breedte in regels:
        _haal_nummer_weg(alinea)
        runs = [run for run in alinea.iter(w("r")) if run.find(w("t")) is not None]
        tekst = nummer_van(anker) if anker in bekend else ""
        if not tekst or not runs:
            continue
        nummer = new("t")
        nummer.text = tekst
        run = new("r", new("tab"), nummer)
        opmaak = runs[-1].find(w("rPr"))
        if opmaak is not None:
            run.insert(0, copy.deepcopy(opmaak))
        runs[-1].addnext(run)
        _zorg_voor_tabs(alinea, breedte, stijlen)


def _in_inhoudsopgave(boom: Element) -> Iterator[Element]:
    """Yield the paragraphs of every contents list, each one once."""
    open_: list[str] = []  # the instructions of the fields we are in
    vorige: Element | None = None
    for element in boom.iter(w("p"), w("fldChar"), w("instrText")):
        if element.tag == w("p"):
            if any(_soort(opdracht) == "TOC" for opdracht in open_):
                yield element
        elif element.tag == w("instrText"):
            if open_:
                open_[-1] += element.text or ""
                # The paragraph in which the list begins was there before its instruction.
                alinea = next(element.iterancestors(w("p")))
                if _soort(open_[-1]) == "TOC" and alinea is not vorige:
                    vorige = alinea
                    yield alinea
        elif element.get(w("fldCharType")) == "begin":
            open_.append("")
        elif element.get(w("fldCharType")) == "end" and open_:
            open_.pop()


def _anker(alinea: Element) -> str:
    for link in alinea.iter(w("hyperlink")):
        if anker := link.get(w("anchor")):
            return str(anker)
    delen = "".join(o.text or "" for o in alinea.iter(w("instrText"))).split()
    return next((naam for veld, naam in pairwise(delen) if veld == "PAGEREF"), "")


def _haal_nummer_weg(alinea: Element) -> None:
    """Take out the number that stands there, with the tab before it."""
    weg = _nummervelden(alinea)
    # Behind the words; a tab before them stands between the number of a chapter and its name.
    tabs: list[Element] | None = None
    for run in alinea.iter(w("r")):
        if run.find(w("t")) is not None and run not in weg:
            tabs = []
        elif tabs is not None and [k.tag for k in run if k.tag != w("rPr")] == [w("tab")]:
            tabs.append(run)
    for run in dict.fromkeys([*weg, *(tabs or ())]):
        parent_of(run).remove(run)


def _nummervelden(alinea: Element) -> list[Element]:
    """Return the runs of the fields that Word keeps a page number in."""
    velden: list[tuple[str, list[Element]]] = []
    weg: list[Element] = []
    for run in alinea.iter(w("r")):
        for veld in velden:
            veld[1].append(run)
        for element in run.iter(w("fldChar"), w("instrText")):
            if element.tag == w("instrText"):
                velden = [(o + (element.text or ""), runs) for o, runs in velden]
            elif element.get(w("fldCharType")) == "begin":
                velden.append(("", [run]))
            elif element.get(w("fldCharType")) == "end" and velden:
                opdracht, runs = velden.pop()
                weg += runs if _soort(opdracht) == "PAGEREF" else []
    return weg


def _zorg_voor_tabs(alinea: Element, breedte: int, stijlen: Element | None) -> None:
    """Give a line tab stops where neither it nor its style has one to end at."""
    eigenschappen = alinea.find(w("pPr"))
    if eigenschappen is None:
        eigenschappen = new("pPr")
        alinea.insert(0, eigenschappen)
    keten = [eigenschappen, *_stijlketen(eigenschappen, stijlen)]
    soorten = {tab.get(w("val")) for deel in keten for tab in _tabs(deel)}
    if soorten & {"right", "end"}:
        return
    maten = (_inspringing(deel) for deel in keten)
    inspringing = next((int(maat) for maat in maten if maat.removeprefix("-").isdecimal()), 0)
    tabs = eigenschappen.find(w("tabs"))
    if tabs is None:
        tabs = new("tabs")
        insert(eigenschappen, tabs)
    if not soorten & {"left", "start"} and _heeft_hoofdstuknummer(alinea):
        tabs.append(new("tab", val="left", pos=str(inspringing + _NUMMERBREEDTE)))
    tabs.append(new("tab", val="right", leader="dot", pos=str(breedte)))


def _heeft_hoofdstuknummer(alinea: Element) -> bool:
    """Whether the line has a tab besides the one before its page number."""
    return [parent_of(tab).tag for tab in alinea.iter(w("tab"))].count(w("r")) > 1


def _stijlketen(eigenschappen: Element, stijlen: Element | None) -> Iterator[Element]:
    """Yield the properties of the style of a paragraph, and of the styles it is based on."""
    op_id = {} if stijlen is None else {
        stijl.get(w("styleId")): stijl for stijl in stijlen.iter(w("style"))
    }  # fmt: skip
    verwijzing = eigenschappen.find(w("pStyle"))
    while verwijzing is not None:
        # Taken out, so that a circle of styles ends.
        stijl = op_id.pop(verwijzing.get(w("val")), None)
        if stijl is None:
            return
        deel = stijl.find(w("pPr"))
        if deel is not None:
            yield deel
        verwijzing = stijl.find(w("basedOn"))


def _tabs(eigenschappen: Element) -> list[Element]:
    tabs = eigenschappen.find(w("tabs"))
    return [] if tabs is None else list(tabs)


def _inspringing(eigenschappen: Element) -> str:
    inspringing = eigenschappen.find(w("ind"))
    if inspringing is None:
        return ""
    return inspringing.get(w("left")) or inspringing.get(w("start")) or ""


def _breedte(alinea: Element) -> int:
    """Return how wide the text is on the page of a paragraph."""
    blok = alinea
    while parent_of(blok).tag != w("body"):
        blok = parent_of(blok)
    sectie = next((s for b in (blok, *blok.itersiblings()) for s in b.iter(w("sectPr"))), None)
    maat = None if sectie is None else sectie.find(w("pgSz"))
    marge = None if sectie is None else sectie.find(w("pgMar"))
    return _getal(maat, "w", _A4) - _getal(marge, "left", _MARGE) - _getal(marge, "right", _MARGE)


def _getal(element: Element | None, naam: str, anders: int) -> int:
    waarde = "" if element is None else element.get(w(naam), "")
    return int(waarde) if waarde.isdecimal() else anders


def _soort(opdracht: str) -> str:
    return opdracht.split(maxsplit=1)[0].upper() if opdracht.split() else ""
