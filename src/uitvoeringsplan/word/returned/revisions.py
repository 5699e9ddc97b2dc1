"""Tracked changes: the text as it is when all of them are accepted, or all rejected.

After this nothing of them is left in the tree, so whoever reads on need not know that they exist.
The versions of one thing (`mc:AlternateContent`) that Word offers to older programs go too: of
those the first that can be read is.

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.read_tree import KEUZE, gekozen, kind, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.read_tree import Element

_NIEUW = (w("ins"), w("moveTo"))
_OUD = (w("del"), w("moveFrom"))
_NAMEN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_OPMAAK = (w("rPrChange"), w("pPrChange"))
_CEL_OUD, _CEL_NIEUW = w("cellDel"), w("cellIns")
_SPOREN = frozenset((*_NIEUW, *_OUD, *_OPMAAK, _CEL_OUD, _CEL_NIEUW))
_ALINEA, _TABEL, _RIJ, _CEL = w("p"), w("tbl"), w("tr"), w("tc")
_PPR, _RPR, _TRPR, _NUMPR = w("pPr"), w("rPr"), w("trPr"), w("numPr")
_EIGEN = frozenset((_RPR, _TRPR, _NUMPR))
_MERKEN = frozenset(map(w, ("bookmarkStart", "commentRangeStart", "commentRangeEnd")))
_VELD_WEG, _VELD_NIEUW = w("customXmlDelRangeStart"), w("customXmlInsRangeStart")
_VELDINHOUD = w("sdtContent")


def werk_weg(wortel: Element, *, nieuw: bool) -> bool:
    """Settle all tracked changes below `wortel`; returns whether there were any.

    With `nieuw` they are accepted, else rejected.
    """
    tags = {element.tag for element in wortel.iter()}
    heeft = not tags.isdisjoint(_SPOREN)
    if heeft or KEUZE in tags:
        _Opruimer(nieuw=nieuw).ruim_op(wortel)
    return heeft


class _Opruimer:
    """Rewrites the children of one element after another."""

    def __init__(self, *, nieuw: bool) -> None:
        self._blijft, self._weg = (_NIEUW, _OUD) if nieuw else (_OUD, _NIEUW)
        self._nieuw = nieuw
        self._celmerk = _CEL_OUD if nieuw else _CEL_NIEUW

    def ruim_op(self, ouder: Element) -> None:
        kinderen: list[Element] = []
        for element in self._uitgepakt(ouder):
            if self._valt_weg(element):
                continue
            if element.tag in (_PPR, _RPR):
                self._opmaak(element)
            elif element.tag in _NAMEN:
                element.tag = _NAMEN[element.tag]
            if len(element) and not _is_kaal(element):
                self.ruim_op(element)
            if not _is_leeg(element):
                kinderen.append(element)
        ouder[:] = self._samengevoegd(kinderen)

    def _uitgepakt(self, ouder: Element) -> Iterator[Element]:
        """Yield the children, with what stands in a wrapper in the place of the wrapper."""
        if ouder.tag in _EIGEN:
            yield from ouder  # here they are marks of what is around them
            return
        stapel = [
            iter(ouder)
        ]  # no calls in calls: wrappers may be nested as deep as the gate allows
        while stapel:
            element = next(stapel[-1], None)
            if element is None:
                stapel.pop()
            elif element.tag in self._blijft:
                stapel.append(iter(element))
            elif element.tag == KEUZE:
                stapel += map(iter, gekozen(element))
            elif element.tag not in self._weg:
                yield element

    def _valt_weg(self, element: Element) -> bool:
        if element.tag == _RIJ:
            return self._staat_in(kind(element, "trPr"))
        if element.tag == _CEL:
            eigen = kind(element, "tcPr")
            return eigen is not None and eigen.find(self._celmerk) is not None
        return False

    def _staat_in(self, eigen: Element | None) -> bool:
        """Whether properties say that what they belong to goes."""
        return eigen is not None and any(eigen.find(naam) is not None for naam in self._weg)

    def _opmaak(self, eigen: Element) -> None:
        """Give properties back what they were before a change that is rejected."""
        for naam in _OPMAAK:
            wijziging = eigen.find(naam)
            if wijziging is None:
                continue
            eigen.remove(wijziging)
            oud = kind(wijziging, "pPr" if naam == w("pPrChange") else "rPr")
            if not self._nieuw and oud is not None:
                merk = [k for k in eigen if k.tag == _RPR or k.tag in (*_NIEUW, *_OUD)]
                eigen[:] = [*oud, *merk]

    def _samengevoegd(self, kinderen: list[Element]) -> list[Element]:
        """Return the children with paragraphs joined where the mark between them goes.

        The words go to the paragraph behind it, which keeps its own properties; at the end of a
        cell or a control there is none, and what is empty then goes with its mark.
        """
        uit: list[Element] = []
        wacht: Element | None = None  # a paragraph without an end
        # What stood in the paragraphs before that one, put in only where it stays: to move it on
        # from each to the next would take the square of their number.
        voor: list[Element] = []
        for element in kinderen:
            if wacht is not None and element.tag == _ALINEA:
                voor += (deel for deel in wacht if deel.tag != _PPR)
                wacht = None
            elif wacht is not None and not _is_merk(element):
                _zet_vooraan(wacht, voor)
                uit += [wacht] if _heeft_tekst(wacht) else []
                wacht, voor = None, []
            if element.tag == _ALINEA and self._staat_in(kind(element, "pPr", "rPr")):
                wacht = element
            else:
                if element.tag == _ALINEA and voor:
                    _zet_vooraan(element, voor)
                    voor = []
                uit.append(element)
        if wacht is not None:
            _zet_vooraan(wacht, voor)
            if _heeft_tekst(wacht) or not any(k.tag == _ALINEA for k in uit):
                uit.append(wacht)
        return uit


def _zet_vooraan(alinea: Element, delen: list[Element]) -> None:
    """Put parts in a paragraph, behind its properties."""
    eigen = 1 if kind(alinea, "pPr") is not None else 0
    alinea[eigen:eigen] = delen


def _heeft_tekst(alinea: Element) -> bool:
    return any(deel.tag != _PPR for deel in alinea)


def _is_kaal(element: Element) -> bool:
    """Whether it holds marks of what is around it and nothing below those: there all is settled."""
    return element.tag in _EIGEN and not any(map(len, element))


def _is_merk(element: Element) -> bool:
    return element.tag in _MERKEN


def _is_leeg(element: Element) -> bool:
    """Whether a table has lost all of its rows."""
    return element.tag == _TABEL and element.find(_RIJ) is None and (element.find(w("sdt")) is None)


def werk_velden_weg(wortel: Element, *, nieuw: bool) -> bool:
    """Settle the controls that came or went below `wortel`; returns whether there were any.

    With `nieuw` the changes are accepted, else rejected. Of a control that goes the content stays.
    """
    tags = {element.tag for element in wortel.iter()}
    if tags.isdisjoint((_VELD_WEG, _VELD_NIEUW)):
        return False
    merk = _VELD_WEG if nieuw else _VELD_NIEUW
    for ouder in list(wortel.iter()):
        if any(kind.tag in (_VELD_WEG, _VELD_NIEUW) for kind in ouder):
            ouder[:] = _zonder(ouder, merk)
    return True


def _zonder(ouder: Element, merk: str) -> Iterator[Element]:
    """Yield what stands in an element, without the marks and the controls that go."""
    gaat = False
    for element in ouder:
        if element.tag in (_VELD_WEG, _VELD_NIEUW):
            gaat = gaat or element.tag == merk
        elif gaat and element.tag == w("sdt"):
            for inhoud in element.findall(_VELDINHOUD):
                # The mark of its end stands last in it.
                yield from (kind for kind in inhoud if kind.tag not in (_VELD_WEG, _VELD_NIEUW))
            gaat = False
        else:
            gaat = False
            yield element
