"""A document as a row of its paragraphs, each with where it stands: which cell, which control.

Of a paragraph only what tells whose it is is looked up here; its words are read when somebody
asks for them. Lists are counted along all the while, for a number goes on from what stood above.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import FORMULES
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.document.tables import Grid
from uitvoeringsplan.model.opmaak import NIVEAUS
from uitvoeringsplan.ooxml.tree import child, is_on, is_true, new, val, w
from uitvoeringsplan.word.invulvelden import BLADWIJZER
from uitvoeringsplan.word.returned.lean_tree import INHOUD, UNKNOWN, w15

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.document.paragraphs import Paragraph, ParagraphReader
    from uitvoeringsplan.ooxml.counters import Nummer
    from uitvoeringsplan.ooxml.tree import Element

_BINDINGEN = (w("dataBinding"), w15("dataBinding"))
_DOORZICHTIG = frozenset(map(w, ("body", "sdtContent", "customXml", "smartTag", "hdr", "ftr")))
_MERKEN = frozenset(map(w, ("commentRangeStart", "commentRangeEnd")))
# What may stand between paragraphs and is read as one.
_LOS = FORMULES.union((w("altChunk"), w("subDoc"), UNKNOWN))
_SDT, _BLADWIJZER = w("sdt"), w("bookmarkStart")
_BLOKKEN = frozenset((_SDT, w("tbl")))
_PLAATSEN = (INHOUD, BLADWIJZER)  # how bookmarks of headings and of questions begin
_ALINEA, _TABEL, _RIJ, _CEL = w("p"), w("tbl"), w("tr"), w("tc")
_INHOUD = w("sdtContent")
_LETTERS = ("upperLetter", "lowerRoman", "upperRoman")


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
    grid: Grid = field(default_factory=Grid)
    is_rij_verborgen: bool = False  # the row that was read last


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
    eigen: dict[str, Element] = {}
    for deel in next(sdt.iterchildren(w("sdtPr")), ()):
        eigen.setdefault(deel.tag, deel)
    leeg = eigen.get(w("showingPlcHdr"))
    return Besturing(
        sdt,
        val(eigen.get(w("tag"))),
        val(eigen.get(w("alias"))),
        val(child(eigen.get(w("placeholder")), "docPart")),
        leeg is not None and is_true(leeg.get(w("val"))),
        w("text") in eigen,
        begin,
        einde,
        is_blok=not einde,
        is_gebonden=any(naam in eigen for naam in _BINDINGEN),
        diepte=diepte,
    )


class Loper:
    """Goes through a part once, from first to last; what it found stands in its lists."""

    def __init__(self, alineas: ParagraphReader) -> None:
        self._alineas = alineas
        self._ankers: list[str] = []  # that wait for a paragraph to stand in
        self._open = 0  # controls around paragraphs
        self.regels: list[Regel] = []
        self.besturingen: list[Besturing] = []
        self.merken: list[tuple[int, Element]] = []  # of comments, with the paragraph behind them

    def lees(self, houder: Element) -> None:
        """Take all that stands in a part."""
        self._alineas.look_ahead(houder)
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
                self._ankers += _plaats(element)
            elif naam in _MERKEN:
                self.merken.append((len(self.regels), element))
            elif naam in _LOS:
                self._los([element], pad)

    def _los(self, elementen: Iterable[Element], pad: tuple[Cel, ...]) -> None:
        """Take what stands in no paragraph as one."""
        self._alinea(new("p", *map(deepcopy, elementen)), pad)

    def _besturing(self, sdt: Element, pad: tuple[Cel, ...]) -> None:
        if is_contents_list(sdt):
            if self._open:  # somebody put it in an answer
                self._los(sdt.iterfind(f"{w('sdtPr')}/{w('docPartObj')}"), pad)
            for lijst in sdt.iterchildren(_INHOUD):
                self._loop(_na_inhoudsopgave(lijst), pad)
            return
        besturing = lees_besturing(sdt, len(self.regels), diepte=len(pad))
        self.besturingen.append(besturing)
        inhoud = child(sdt, "sdtContent")
        if inhoud is not None:
            self._open += 1
            self._loop(inhoud, pad)
            self._open -= 1
        besturing.einde = len(self.regels)

    def _tabel(self, element: Element, pad: tuple[Cel, ...]) -> None:
        self._rijen(element, Tabel(), pad)

    def _rijen(self, ouder: Element, tabel: Tabel, pad: tuple[Cel, ...]) -> None:
        for element in ouder:
            if element.tag == _RIJ:
                tabel.rijen.append([])
                tabel.grid.begin_row(element)
                tabel.is_rij_verborgen = is_on(element, "trPr", "hidden")
                self._cellen(element, tabel, pad)
            elif element.tag == _SDT:
                besturing = lees_besturing(element, len(self.regels), diepte=len(pad) + 1)
                self.besturingen.append(besturing)
                for inhoud in element.iterchildren(_INHOUD):
                    self._rijen(inhoud, tabel, pad)
                besturing.einde = len(self.regels)
            elif element.tag in _DOORZICHTIG:
                self._rijen(element, tabel, pad)
            elif element.tag == _BLADWIJZER:
                self._ankers += _plaats(element)

    def _cellen(self, ouder: Element, tabel: Tabel, pad: tuple[Cel, ...]) -> None:
        """Take the cells of a row."""
        rij = tabel.rijen[-1]
        for element in ouder:
            if element.tag == _CEL:
                plek = tabel.grid.take(child(element, "tcPr"))
                cel = Cel(
                    tabel,
                    len(tabel.rijen) - 1,
                    plek.column,
                    plek.width,
                    plek.goes_on,
                    plek.goes_on or tabel.is_rij_verborgen,
                    len(self.regels),
                )
                rij.append(cel)
                self._loop(element, (*pad, cel))
                cel.einde = len(self.regels)
            elif element.tag == _SDT:
                besturing = lees_besturing(element, len(self.regels), diepte=len(pad) + 1)
                self.besturingen.append(besturing)
                for inhoud in element.iterchildren(_INHOUD):
                    self._cellen(inhoud, tabel, pad)
                besturing.einde = len(self.regels)
            elif element.tag in _DOORZICHTIG:
                self._cellen(element, tabel, pad)

    def _alinea(self, alinea: Element, pad: tuple[Cel, ...]) -> None:
        gelezen = self._alineas.read(child(alinea, "pPr"))
        nummer = len(self.regels)
        ankers, self._ankers = self._ankers, []
        besturingen = []
        for element in alinea.iter(_BLADWIJZER, _SDT):
            if element.tag == _SDT:
                besturingen.append(lees_besturing(element, nummer, nummer + 1))
            else:
                ankers += _plaats(element)
        punt = _punt(gelezen) if gelezen.outline is None else None
        self.regels.append(
            Regel(
                alinea,
                pad,
                tuple(ankers),
                gelezen.outline,
                punt,
                tuple(besturingen),
                _met_letters(gelezen),
            )
        )


def _plaats(bladwijzer: Element) -> list[str]:
    """Return the name of a bookmark of a question, or one that a contents list leads to.

    Word is full of others; where those stand nobody asks.
    """
    naam = val(bladwijzer, "name")
    return [naam] if naam.startswith(BLADWIJZER) or INHOUD in naam else []


def _punt(alinea: Paragraph) -> tuple[int, int | None] | None:
    """Return the level of a point as the markup knows it, and its number when it has one."""
    niveau = min(alinea.list_level, NIVEAUS - 1)
    nummer = alinea.number
    if nummer is None:
        # The style alone says that it is a point, where a program dropped the lists.
        is_punt = alinea.list_style and not alinea.num_id
        return (niveau, None if alinea.list_style == "bullet" else 1) if is_punt else None
    if nummer.vorm == "bullet":
        return niveau, None
    return (niveau, nummer.waarde) if _is_genummerd(nummer, alinea) else None


def _is_genummerd(nummer: Nummer, alinea: Paragraph) -> bool:
    return nummer.vorm != "none" and bool(nummer.tekst.strip() or alinea.list_style)


def _met_letters(alinea: Paragraph) -> bool:
    """Whether a number in a list is no figure: on the second level our own lists have letters."""
    if alinea.number is None:
        return False
    return alinea.number.vorm in (_LETTERS if alinea.list_level else (*_LETTERS, "lowerLetter"))


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
