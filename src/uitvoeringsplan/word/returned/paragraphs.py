"""A document as a row of its paragraphs, each with where it stands: which cell, which control.

Of a paragraph only what tells whose it is is looked up here; its words are read when somebody
asks for them. Lists are counted along all the while, for a number goes on from what stood above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from uitvoeringsplan.document.inline import FORMULES
from uitvoeringsplan.model.opmaak import NIVEAUS
from uitvoeringsplan.ooxml.read_tree import aan, kind, val, w
from uitvoeringsplan.ooxml.styles import GEEN_NUMMERING, PLATTE_TEKST, getal
from uitvoeringsplan.word.invulvelden import BLADWIJZER
from uitvoeringsplan.word.returned.lean_tree import INHOUD, UNKNOWN, w15

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.counters import Tellers
    from uitvoeringsplan.ooxml.styles import Stijl, Stijlblad

_BINDINGEN = (w("dataBinding"), w15("dataBinding"))
_DOORZICHTIG = frozenset(map(w, ("body", "sdtContent", "customXml", "smartTag", "hdr", "ftr")))
_MERKEN = frozenset(map(w, ("commentRangeStart", "commentRangeEnd")))
_LIJSTSTIJL = re.compile("list (bullet|number)(?: ([2-5]))?")
# What may stand between paragraphs and is read as one.
_LOS = FORMULES.union((w("altChunk"), w("subDoc"), UNKNOWN))
_PPR, _SDT, _BLADWIJZER = w("pPr"), w("sdt"), w("bookmarkStart")
_BLOKKEN = frozenset((_SDT, w("tbl")))
_PLAATSEN = (INHOUD, BLADWIJZER)  # how bookmarks of headings and of questions begin
_ALINEA, _TABEL, _RIJ, _CEL = w("p"), w("tbl"), w("tr"), w("tc")
_INHOUD, _NUMPR = w("sdtContent"), w("numPr")
_LETTERS = ("upperLetter", "lowerRoman", "upperRoman")
_GALERIJ = "table of contents"
_KOLOMMEN = 200  # more than Word allows; a cell that says it is wider is not believed


@dataclass(slots=True, eq=False)
class Besturing:
    """A content control, around paragraphs (`begin` up to `einde`) or inside one.

    `bouwsteen` is the name of the glossary entry with its placeholder; `is_gebonden` tells that it
    shows a value from elsewhere in the file, which programs put back over what was typed.
    """

    element: Element
    tag: str
    alias: str
    bouwsteen: str
    toont_plaatshouder: bool
    is_tekst: bool
    begin: int
    einde: int = 0
    is_blok: bool = True
    is_gebonden: bool = False
    diepte: int = 0  # how many cells are around what it holds


@dataclass(slots=True, eq=False)
class Cel:
    """A cell of a table, in the column of the grid in which it begins."""

    tabel: Tabel
    rij: int
    kolom: int
    breed: int
    loopt_door: bool  # goes on with the cell above it
    is_verborgen: bool  # for that reason, or because its row is hidden
    begin: int
    einde: int = 0


@dataclass(slots=True, eq=False)
class Tabel:
    """A table: its cells, row by row."""

    rijen: list[list[Cel]] = field(default_factory=list)
    is_rij_verborgen: bool = False  # the row that was read last
    # By column how wide the merged cells are of the row above, and of this one.
    boven: dict[int, int] = field(default_factory=dict)
    samen: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Regel:
    """A paragraph; `pad` holds the cells it is in, from the outside in.

    `punt` is None for what is no point of a list, or else (level, number or None for a bullet).
    """

    alinea: Element
    pad: tuple[Cel, ...]
    ankers: tuple[str, ...]
    niveau: int | None  # of a heading
    punt: tuple[int, int | None] | None
    besturingen: tuple[Besturing, ...] = ()  # inside it
    met_letters: bool = False  # its number in a list is no figure, where the plan has one

    @property
    def is_verborgen(self) -> bool:
        """Whether nobody sees it, because of the cell that it is in."""
        return any(cel.is_verborgen for cel in self.pad)

    @property
    def is_kop(self) -> bool:
        """Whether it is a heading."""
        return self.niveau is not None

    def tabel(self) -> range:
        """Return the numbers of all paragraphs of the innermost table that it is in."""
        if not self.pad:
            return range(0)
        cellen = [cel for rij in self.pad[-1].tabel.rijen for cel in rij]
        return range(cellen[0].begin, cellen[-1].einde)


def lees_besturing(sdt: Element, begin: int, einde: int = 0, *, diepte: int = 0) -> Besturing:
    """Return what the properties of a content control say; with `einde` it stands in a line."""
    eigen = kind(sdt, "sdtPr")
    return Besturing(
        sdt,
        val(kind(eigen, "tag")),
        val(kind(eigen, "alias")),
        val(kind(eigen, "placeholder", "docPart")),
        aan(eigen, "showingPlcHdr"),
        kind(eigen, "text") is not None,
        begin,
        einde,
        is_blok=not einde,
        is_gebonden=eigen is not None and any(deel.tag in _BINDINGEN for deel in eigen),
        diepte=diepte,
    )


class _Stijl(NamedTuple):
    """What a style says of its paragraphs; worked out once for each."""

    stijl: Stijl
    niveau: int | None
    lijst: re.Match[str] | None


class Loper:
    """Goes through a part once, from first to last; what it found stands in its lists."""

    def __init__(self, stijlblad: Stijlblad, tellers: Tellers) -> None:
        self._stijlblad, self._tellers = stijlblad, tellers
        self._stijlen: dict[str, _Stijl] = {}
        self._ankers: list[str] = []  # that wait for a paragraph to stand in
        self._open = 0  # controls around paragraphs
        self._met_letters = False  # of the paragraph that was counted last
        self.regels: list[Regel] = []
        self.besturingen: list[Besturing] = []
        # The lists in which the level of a paragraph is told by the paragraph, not by its style.
        self._gelaagd = {s.num_id for s in stijlblad.stijlen.values() if s.ilvl}
        self.tabellen: list[Tabel] = []
        self.merken: list[tuple[int, Element]] = []  # of comments, with the paragraph behind them

    def lees(self, houder: Element) -> None:
        """Take all that stands in a part."""
        for numpr in houder.iter(_NUMPR):
            if val(kind(numpr, "ilvl")) not in ("", "0"):
                self._gelaagd.add(val(kind(numpr, "numId")))
        self._loop(houder, ())

    def _loop(self, houder: Iterable[Element], pad: tuple[Cel, ...]) -> None:
        """Take what stands below each other in `houder`."""
        for element in houder:
            naam = element.tag
            if naam == _ALINEA:
                self._alinea(element, pad)
            elif naam in _DOORZICHTIG:
                self._loop(element, pad)
            elif naam == _SDT:
                self._besturing(element, pad)
            elif naam == _TABEL:
                self._tabel(element, pad)
            elif naam == _BLADWIJZER:
                self._ankers.append(val(element, "name"))
            elif naam in _MERKEN:
                self.merken.append((len(self.regels), element))
            elif naam in _LOS:
                self._los([element], pad)

    def _los(self, elementen: Iterable[Element], pad: tuple[Cel, ...]) -> None:
        """Take what stands in no paragraph as one."""
        alinea = Element(_ALINEA)
        alinea.extend(elementen)
        self._alinea(alinea, pad)

    def _besturing(self, sdt: Element, pad: tuple[Cel, ...]) -> None:
        galerij = val(kind(sdt, "sdtPr", "docPartObj", "docPartGallery"))
        if galerij.lower() == _GALERIJ:
            if self._open:  # somebody put it in an answer
                self._los(sdt.findall(f"{w('sdtPr')}/{w('docPartObj')}"), pad)
            for lijst in sdt.findall(w("sdtContent")):
                self._loop(_na_inhoudsopgave(lijst), pad)
            return
        besturing = lees_besturing(sdt, len(self.regels), diepte=len(pad))
        self.besturingen.append(besturing)
        inhoud = kind(sdt, "sdtContent")
        if inhoud is not None:
            self._open += 1
            self._loop(inhoud, pad)
            self._open -= 1
        besturing.einde = len(self.regels)

    def _tabel(self, element: Element, pad: tuple[Cel, ...]) -> None:
        tabel = Tabel()
        self.tabellen.append(tabel)
        self._rijen(element, tabel, pad)

    def _rijen(self, ouder: Element, tabel: Tabel, pad: tuple[Cel, ...]) -> None:
        for element in ouder:
            if element.tag == _RIJ:
                tabel.rijen.append([])
                tabel.boven, tabel.samen = tabel.samen, {}
                eigen = kind(element, "trPr")
                tabel.is_rij_verborgen = aan(eigen, "hidden")
                inspringing = getal(val(kind(eigen, "gridBefore"))) or 0
                self._cellen(element, tabel, pad, min(inspringing, _KOLOMMEN))
            elif element.tag == _SDT:
                besturing = lees_besturing(element, len(self.regels), diepte=len(pad) + 1)
                self.besturingen.append(besturing)
                for inhoud in element.findall(_INHOUD):
                    self._rijen(inhoud, tabel, pad)
                besturing.einde = len(self.regels)
            elif element.tag in _DOORZICHTIG:
                self._rijen(element, tabel, pad)
            elif element.tag == _BLADWIJZER:
                self._ankers.append(val(element, "name"))

    def _cellen(self, ouder: Element, tabel: Tabel, pad: tuple[Cel, ...], begin: int) -> None:
        """Take the cells of a row, which begins at this column."""
        rij = tabel.rijen[-1]
        for element in ouder:
            if element.tag == _CEL:
                eigen = kind(element, "tcPr")
                samen = kind(eigen, "vMerge")
                breed = min(getal(val(kind(eigen, "gridSpan"))) or 1, _KOLOMMEN)
                kolom = rij[-1].kolom + rij[-1].breed if rij else begin
                is_vervolg = samen is not None and val(samen) != "restart"
                loopt_door = is_vervolg and tabel.boven.get(kolom) == breed
                if samen is not None:
                    tabel.samen[kolom] = breed
                cel = Cel(
                    tabel,
                    len(tabel.rijen) - 1,
                    kolom,
                    breed,
                    loopt_door,
                    loopt_door or tabel.is_rij_verborgen,
                    len(self.regels),
                )
                rij.append(cel)
                self._loop(element, (*pad, cel))
                cel.einde = len(self.regels)
            elif element.tag == _SDT:
                besturing = lees_besturing(element, len(self.regels), diepte=len(pad) + 1)
                self.besturingen.append(besturing)
                for inhoud in element.findall(_INHOUD):
                    self._cellen(inhoud, tabel, pad, begin)
                besturing.einde = len(self.regels)
            elif element.tag in _DOORZICHTIG:
                self._cellen(element, tabel, pad, begin)

    def _alinea(self, alinea: Element, pad: tuple[Cel, ...]) -> None:
        eigen = alinea.find(_PPR)
        stijl_id = "" if eigen is None else val(kind(eigen, "pStyle"))
        stijl = self._stijlen.get(stijl_id) or self._lees_stijl(stijl_id)
        niveau = stijl.niveau if eigen is None else _eigen_niveau(eigen, stijl)
        punt = self._punt(eigen, stijl_id, stijl)
        nummer = len(self.regels)
        ankers, self._ankers = self._ankers, []
        besturingen = []
        for element in alinea.iter():
            if element.tag == _BLADWIJZER:
                ankers.append(val(element, "name"))
            elif element.tag == _SDT:
                besturingen.append(lees_besturing(element, nummer, nummer + 1))
        self.regels.append(
            Regel(
                alinea,
                pad,
                tuple(ankers),
                niveau,
                None if niveau is not None else punt,
                tuple(besturingen),
                self._met_letters,
            )
        )

    def _lees_stijl(self, stijl_id: str) -> _Stijl:
        stijl = self._stijlblad.stijl(stijl_id)
        niveau = self._stijlblad.niveau(stijl_id)
        lijst = _LIJSTSTIJL.fullmatch(stijl.naam)
        self._stijlen[stijl_id] = gelezen = _Stijl(stijl, niveau, lijst)
        return gelezen

    def _punt(
        self, eigen: Element | None, stijl_id: str, gelezen: _Stijl
    ) -> tuple[int, int | None] | None:
        """Count a paragraph; return its level in a list, and its number when it has one."""
        self._met_letters = False
        stijl, naam = gelezen.stijl, gelezen.lijst
        numpr = None if eigen is None else kind(eigen, "numPr")
        num_id = val(kind(numpr, "numId")) or stijl.num_id
        if num_id == GEEN_NUMMERING:
            return None
        if not num_id:
            # The style alone says that it is a point, where a program dropped the lists.
            return None if naam is None else (_niveau(naam), None if naam[1] == "bullet" else 1)
        ilvl = getal(val(kind(numpr, "ilvl")))
        if ilvl is None:
            laag = self._tellers.laag_van_stijl(num_id, stijl_id)
            ilvl = (stijl.ilvl or 0) if laag is None else laag
        nummer = self._tellers.tel(num_id, ilvl)
        niveau = min(ilvl, NIVEAUS - 1)
        if naam is not None and num_id not in self._gelaagd:
            niveau = niveau or _niveau(naam)
        if nummer.vorm == "bullet":
            return niveau, None
        is_genummerd = nummer.vorm != "none" and (nummer.tekst.strip() or naam)
        # On the second level our own lists have letters.
        self._met_letters = nummer.vorm in (_LETTERS if niveau else (*_LETTERS, "lowerLetter"))
        return (niveau, nummer.waarde) if is_genummerd else None


def _na_inhoudsopgave(inhoud: Element) -> list[Element]:
    """Return what stands in a contents list behind its lines, where no list should be.

    LibreOffice may let the control go on over the text; the first place that a line of it leads to,
    or that is ours, is no line itself.
    """
    kinderen = list(inhoud)
    for i, element in enumerate(kinderen):
        namen = (val(merk, "name") for merk in element.iter(_BLADWIJZER))
        if element.tag in _BLOKKEN or any(naam.startswith(_PLAATSEN) for naam in namen):
            return kinderen[i:]
    return []


def _eigen_niveau(eigen: Element, stijl: _Stijl) -> int | None:
    """Return the outline level of a paragraph that has properties; None for body text."""
    direct = getal(val(kind(eigen, "outlineLvl")))
    if direct is None:
        return stijl.niveau
    return direct if direct < PLATTE_TEKST else None


def _niveau(stijlnaam: re.Match[str]) -> int:
    return min(int(stijlnaam[2] or 1), NIVEAUS) - 1
