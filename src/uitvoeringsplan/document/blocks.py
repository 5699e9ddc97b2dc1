"""What stands below each other: paragraphs, headings, points of lists, tables.

Controls, smart tags and insertions are looked through on every level; what was deleted is not
there. Paragraphs without text vanish, but those that are counted do count, as they do in Word.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import FORMULES, Boven, Noot, Tekstvak, is_plaatshouder
from uitvoeringsplan.document.outline import Los, LosPunt, bouw_op, gesplitst, netjes
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.document.tables import lees_tabel
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Feit,
    Kop,
    Passage,
    Tekstdeel,
    platte_regel,
)
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.document.anchors import Ankers, Noten
    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.inline import Regeldeel, Regellezer
    from uitvoeringsplan.document.paragraphs import ParagraphReader
    from uitvoeringsplan.model.document import Inhoud, Tekst
    from uitvoeringsplan.ooxml.counters import Nummer
    from uitvoeringsplan.ooxml.styles import Stijl
    from uitvoeringsplan.ooxml.tree import Element

_DOORZICHTIG = frozenset(
    map(w, ("sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent"))
)
_AARDEN = {
    "title": Aard.TITEL,
    "subtitle": Aard.ONDERTITEL,
    "uvp periode": Aard.ONDERTITEL,
    "quote": Aard.CITAAT,
    "intense quote": Aard.CITAAT,
    "uvp citaat": Aard.CITAAT,
    "caption": Aard.BIJSCHRIFT,
}
_FEIT = "uvp feit"
_KOP_VAN_INHOUDSOPGAVE = "toc heading"
_KAAL = Tekstdeel("")


class Bloklezer:
    """Reads the blocks of a document from first to last; asked twice, it counts on."""

    def __init__(
        self,
        regels: Regellezer,
        alineas: ParagraphReader,
        velden: OpenFields,
        ankers: Ankers,
        noten: Noten,
    ) -> None:
        self._regels, self._alineas = regels, alineas
        self._velden, self._ankers, self._noten = velden, ankers, noten
        self._bladwijzers: list[str] = []  # that wait for something to stand at
        self._voorloop: list[Regeldeel] = []  # of a paragraph whose mark was deleted
        self._diepte = 0  # of the last heading
        self._titel_gezien = False
        self._hoofd: list[Los] = []
        self._boven_inhoud: Los | None = None  # the words above a contents list
        self._grens: int | None = None

    def lees_hoofd(self, body: Element) -> tuple[tuple[Inhoud, ...], tuple[Inhoud, ...]]:
        """Return what stands before the contents list, or else the title block, and the rest."""
        self._alineas.look_ahead(body)
        self._blokken(body, _KAAL, self._hoofd)
        hoofd = self._hoofd
        grens = self._grens
        eerste_kop = next((i for i, blok in enumerate(hoofd) if isinstance(blok, Kop)), len(hoofd))
        if grens is None or grens > eerste_kop:
            titelblok = [*takewhile(_op_voorblad, hoofd)]
            grens = len(titelblok) if any(map(_is_titel, titelblok)) else 0
        return bouw_op(hoofd[:grens]), bouw_op(hoofd[grens:])

    def lees(self, houder: Element, plaatshouder: bool = False) -> tuple[Inhoud, ...]:  # noqa: FBT001, FBT002 - the one thing that a holder says of its content
        """Return what stands in a cell, a text box or a note."""
        uit: list[Los] = []
        self._blokken(houder, _KAAL._replace(plaatshouder=plaatshouder), uit)
        return bouw_op(uit)

    def _blokken(self, houder: Element, jas: Tekstdeel, uit: list[Los]) -> None:
        for element in houder:
            naam = element.tag
            if naam == w("p"):
                self._alinea(element, child(element, "pPr"), jas, uit)
            elif naam in _DOORZICHTIG:
                self._blokken(element, jas, uit)
            elif naam == w("sdt"):
                self._besturing(element, jas, uit)
            elif naam in FORMULES:
                self._alinea([element], None, jas, uit)
            elif naam == ALTERNATE_CONTENT:
                for keuze in chosen(element):
                    self._blokken(keuze, jas, uit)
            elif naam == w("tbl"):
                self._spoel(uit)
                uit += lees_tabel(element, self.lees, plaatshouder=jas.plaatshouder)
            elif naam == w("bookmarkStart"):
                self._bladwijzers.append(val(element, "name"))
        self._spoel(uit)

    def _besturing(self, sdt: Element, jas: Tekstdeel, uit: list[Los]) -> None:
        if is_contents_list(sdt):
            self._velden.follow(sdt)  # a field may end after the control does
            self._inhoudsopgave(uit)
            return
        open_ = jas.plaatshouder or is_plaatshouder(sdt)
        inhoud = child(sdt, "sdtContent")
        if inhoud is not None:
            self._blokken(inhoud, jas._replace(plaatshouder=open_), uit)

    def _inhoudsopgave(self, uit: list[Los]) -> None:
        if uit and uit[-1] is self._boven_inhoud:
            uit.pop()
        if uit is self._hoofd and self._grens is None:
            self._grens = len(uit)

    def _alinea(
        self, alinea: Iterable[Element], eigen: Element | None, jas: Tekstdeel, uit: list[Los]
    ) -> None:
        stijl_id = val(child(eigen, "pStyle"))
        gelezen = self._regels.lees(alinea, jas, self._bladwijzers, stijl_id)
        delen = [*self._voorloop, *gelezen]
        self._voorloop = []
        if child(eigen, "rPr", "del") is not None:
            self._voorloop = delen
            return
        if self._velden.take_contents():
            self._inhoudsopgave(uit)
        delen = [losse for deel in delen for losse in self._met_boven(deel, jas)]
        losse = [deel for deel in delen if isinstance(deel, Tekstdeel | Noot)]
        tekst = [
            self._noten.verwijzing(deel, jas) if isinstance(deel, Noot) else deel for deel in losse
        ]
        beelden = [deel for deel in delen if isinstance(deel, Afbeelding)]
        vooraf = bool(delen) and isinstance(delen[0], Afbeelding)
        blok = self._blok(eigen, tekst)
        uit += [*beelden, *blok] if vooraf else [*blok, *beelden]
        for deel in delen:
            if isinstance(deel, Tekstvak):
                self._blokken(deel.inhoud, jas, uit)

    def _met_boven(self, deel: Regeldeel, jas: Tekstdeel) -> list[Regeldeel]:
        """Put what stands above words between brackets behind them."""
        if not isinstance(deel, Boven):
            return [deel]
        binnen = self._regels.lees(deel.inhoud, jas, self._bladwijzers)
        return [jas._replace(tekst=" ("), *binnen, jas._replace(tekst=")")]

    def _blok(self, eigen: Element | None, delen: list[Tekstdeel]) -> list[Los]:
        """Return the paragraph as what it is; counts it also when it turns out to be empty."""
        alinea = self._alineas.read(eigen)
        tekst = netjes(delen)
        if not tekst:
            return []
        nummer = alinea.number
        if alinea.outline is not None:
            return [self._kop(alinea.outline, nummer, tekst)]
        ankers = self._ankers.van_tekst(self._pak_bladwijzers())
        if nummer is not None and (nummer.tekst.strip() or nummer.vorm == "bullet"):
            return [LosPunt(alinea.list_level, nummer, tekst, ankers)]
        naam = alinea.style.naam
        if naam == _FEIT and (paar := gesplitst(delen)):
            return [Feit(*paar, ankers)]
        passage = Passage(tekst, self._aard(alinea.style), ankers)
        if naam == _KOP_VAN_INHOUDSOPGAVE:
            self._boven_inhoud = passage
        return [passage]

    def _kop(self, niveau: int, nummer: Nummer | None, tekst: Tekst) -> Kop:
        self._diepte = min(niveau, self._diepte) + 1
        plat = netjes(
            deel._replace(tekst=deel.tekst.replace("\n", " "), vet=False) for deel in tekst
        )
        anker = self._ankers.van_kop(platte_regel(plat), self._pak_bladwijzers())
        label = nummer.tekst.strip() if nummer is not None and nummer.vorm != "bullet" else ""
        return Kop(self._diepte, label, plat, anker)

    def _aard(self, stijl: Stijl) -> Aard:
        aard = _AARDEN.get(stijl.naam)
        if aard is Aard.TITEL:
            if self._titel_gezien or self._diepte:
                return Aard.OPSCHRIFT if self._diepte else Aard.ONDERTITEL
            self._titel_gezien = True
        if aard is None and stijl.vet:
            return Aard.OPSCHRIFT
        return aard or Aard.ALINEA

    def _pak_bladwijzers(self) -> list[str]:
        namen, self._bladwijzers = self._bladwijzers, []
        return namen

    def _spoel(self, uit: list[Los]) -> None:
        """Give text whose paragraph mark was deleted, but that has no paragraph to go on in."""
        delen = [deel for deel in self._voorloop if isinstance(deel, Tekstdeel)]
        self._voorloop = []
        uit += self._blok(None, delen)


def _is_titel(blok: Los) -> bool:
    return isinstance(blok, Passage) and blok.aard is Aard.TITEL


def _op_voorblad(blok: Los) -> bool:
    """Whether a block belongs to the title block where no contents list ends it."""
    if isinstance(blok, Passage):
        return blok.aard in (Aard.TITEL, Aard.ONDERTITEL)
    return isinstance(blok, Feit | Afbeelding)
