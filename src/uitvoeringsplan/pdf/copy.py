"""The copy of a document that LibreOffice turns into a PDF or an ODT.

What Word makes of our documents and what LibreOffice makes of them differ in three places, and
the copy is changed there:

- LibreOffice turns the first paragraph of a content control into a plain field, without bold type
  and with the code of a link instead of the link. The copy has no controls, only what is in them.
- A link whose letters have no character style gets lost in the PDF. The copy gives it an empty one.
- Word works out the page numbers of the contents list itself; LibreOffice never does on converting.
  The copy has them as text (see `contents_numbers`), which is why it is made again once they are
  known. A live field would do it in one go, but LibreOffice takes the list for loose paragraphs
  then, with two links on every line of which one is not tagged.

The copy has a bookmark at every place of which the page must be known. Their names have only
letters and digits, because LibreOffice does not write other signs as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_STYLES
from uitvoeringsplan.ooxml.package import deflated, load_package, write_package
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.tree import child, new, parent_of, parse, remove, w, write
from uitvoeringsplan.pdf.contents_numbers import fill_numbers, find_contents_lines
from uitvoeringsplan.pdf.page_numbers import Counting, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_MET_TEKST = ("header", "footer", "footnotes", "endnotes", "comments")
_LINKSTIJL = "UvpLinkZonderOpmaak"
_MERK = "uvpplek"


class Copy(NamedTuple):
    """A copy for LibreOffice, and what to look for in the PDF to learn its page numbers."""

    data: bytes
    telling: Counting


def make_copy(docx: bytes, nummer_van: Callable[[str], str], pad: str) -> Copy:
    """Return the copy, with a page number on every line of its contents list.

    `nummer_van` gives it by the bookmark that the line points at; no text means no number. `pad`
    names the document in messages.
    """
    pakket = load_package(docx, pad)
    document = main_part(pakket)
    relaties = [r for r in load_relationships(pakket, document) if r.doel in pakket.leden]
    delen = {
        naam: parse(pakket.inhoud(naam), naam, pad)
        for naam in (
            document,
            *(r.doel for r in relaties if r.soort.rpartition("/")[2] in _MET_TEKST),
        )
    }
    stijldeel = next((r.doel for r in relaties if r.soort == REL_STYLES), "")
    stijlen = parse(pakket.inhoud(stijldeel), stijldeel, pad) if stijldeel else None
    for boom in delen.values():
        _pak_uit(boom)
    regels = find_contents_lines(delen[document])
    telling = _merk(delen[document], [regel.anker for regel in regels])
    fill_numbers(regels, nummer_van, stijlen, telling.plekken)
    had_kale_link = [_geef_linkstijl(boom) for boom in delen.values()]
    if stijlen is not None and any(had_kale_link):
        stijlen.append(new("style", new("name", val=_LINKSTIJL), type="character",
                           customStyle="1", styleId=_LINKSTIJL))  # fmt: skip
        delen[stijldeel] = stijlen
    leden = pakket.leden | {naam: deflated(naam, write(boom)) for naam, boom in delen.items()}
    return Copy(write_package(list(leden.values())), telling)


def _pak_uit(boom: Element) -> None:
    """Put what is in a content control in its place, of every control at every level."""
    for sdt in list(boom.iter(w("sdt"))):
        inhoud = child(sdt, "sdtContent")
        for inner in () if inhoud is None else list(inhoud):
            sdt.addprevious(inner)
        remove(sdt)
    for cel in boom.iter(w("tc")):
        # A cell ends with a paragraph; the control around its last one may have held a table.
        blokken = [blok.tag for blok in cel if blok.tag in (w("p"), w("tbl"))]
        if blokken[-1:] != [w("p")]:
            cel.append(new("p"))


def _geef_linkstijl(boom: Element) -> bool:
    """Give the letters of every link a character style; return whether any had none."""
    geraakt = False
    for link in boom.iter(w("hyperlink")):
        for run in link.iter(w("r")):
            opmaak = run.find(w("rPr"))
            if opmaak is None:
                opmaak = new("rPr")
                run.insert(0, opmaak)
            if opmaak.find(w("rStyle")) is None:
                opmaak.insert(0, new("rStyle", val=_LINKSTIJL))
                geraakt = True
    return geraakt


def _merk(boom: Element, ankers: list[str]) -> Counting:
    """Put a bookmark where each anchor stands and where each section begins."""
    ids = (b.get(w("id"), "") for b in boom.iter(w("bookmarkStart")))
    volgende = 1 + max((int(i) for i in ids if i.isdecimal()), default=0)
    gezocht = set(ankers)
    plekken: dict[str, str] = {}
    for start in list(boom.iter(w("bookmarkStart"))):
        anker = start.get(w("name"), "")
        if anker in gezocht and anker not in plekken:
            plekken[anker] = f"{_MERK}{volgende}"
            ouder = parent_of(start)
            _zet_merk(ouder, ouder.index(start), volgende)
            volgende += 1
    secties: list[Section] = []
    for alinea, eigenschappen in _secties(boom):
        if alinea is None:
            continue
        secties.append(_sectie(f"{_MERK}{volgende}", eigenschappen))
        _zet_merk(alinea, 0 if alinea.find(w("pPr")) is None else 1, volgende)
        volgende += 1
    return Counting(plekken, tuple(secties))


def _zet_merk(ouder: Element, plek: int, nummer: int) -> None:
    ouder[plek:plek] = [
        new("bookmarkStart", id=str(nummer), name=f"{_MERK}{nummer}"),
        new("bookmarkEnd", id=str(nummer)),
    ]


def _secties(boom: Element) -> Iterator[tuple[Element | None, Element]]:
    """Yield the first paragraph of every section and the properties at the end of it."""
    eerste: Element | None = None
    body = child(boom, "body")
    for blok in () if body is None else body:
        if eerste is None:
            eerste = next(blok.iter(w("p")), None)
        eigenschappen = next(blok.iter(w("sectPr")), None)
        if eigenschappen is not None:
            yield eerste, eigenschappen
            eerste = None


def _sectie(merk: str, eigenschappen: Element) -> Section:
    nummering = eigenschappen.find(w("pgNumType"))
    soort = eigenschappen.find(w("type"))
    begin = "" if nummering is None else nummering.get(w("start"), "")
    return Section(
        merk,
        int(begin) if begin.isdecimal() else None,
        "decimal" if nummering is None else nummering.get(w("fmt"), "decimal"),
        "nextPage" if soort is None else soort.get(w("val"), "nextPage"),
    )
