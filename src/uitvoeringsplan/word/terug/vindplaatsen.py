"""Where each question stands in a document: by its control, and by the bookmark above it.

A control with the id of the question is whole when it stands around paragraphs. Some programs drop
that id, or make the control one inside the first paragraph. Then the bookmark leads to the answer:
what follows it, up to the next question, the end of the cell, or a heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.ooxml.read_tree import w
from uitvoeringsplan.word.terug.grenzen import Grenzen
from uitvoeringsplan.word.terug.libreoffice import WAS_VELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.read_tree import Element
    from uitvoeringsplan.word.terug.namen import Namen
    from uitvoeringsplan.word.terug.plekken import Besturing, Regel
    from uitvoeringsplan.word.terug.regels import Loper

MAX_ANDERS = 5  # of a question that stands there more than once, as many places are looked at


class Vindplaats(NamedTuple):
    """Where one question was found; `anker` is the number of the paragraph with its bookmark.

    `streek` holds the numbers of the paragraphs that the bookmark leads to, `kale` is what
    LibreOffice left of a control. `kop` is the number of the heading that ends the answer, when
    somebody seems to have made that heading later. `meer` holds the paragraphs of every further
    place, and `aantal_kale` tells how many controls LibreOffice left something of.
    """

    blokken: tuple[Besturing, ...] = ()
    ankers: tuple[int, ...] = ()
    streek: range = range(0)
    kale: Besturing | None = None
    kop: int = -1
    meer: tuple[range, ...] = ()
    aantal_kale: int = 0

    def plekken(self) -> Iterator[int]:
        """Yield the numbers of the paragraphs that are about this question."""
        yield from self.ankers
        yield from self.streek
        for streek in self.meer:
            yield from streek
        for besturing in self.blokken[:MAX_ANDERS]:
            yield from range(besturing.begin, besturing.einde)


def vind(loper: Loper, namen: Namen, vragen: Iterable[Vraag]) -> dict[str, Vindplaats]:
    """Return where the questions stand; those that stand nowhere are left out."""
    blokken: dict[str, list[Besturing]] = {}
    kale: dict[str, list[Besturing]] = {}
    ankers: dict[str, list[int]] = {}
    for besturing in loper.besturingen:
        if vraag_id := namen.van_id(besturing.tag):
            blokken.setdefault(vraag_id, []).append(besturing)
    for nummer, regel in enumerate(loper.regels):
        eerste = _eerste_woorden(regel.alinea) if regel.besturingen else None
        for besturing in regel.besturingen:
            # In a sentence it is a place of an answer as it is, and not what is left of one.
            if (vraag_id := namen.van_kale(besturing)) and _begint_met(eerste, besturing):
                kale.setdefault(vraag_id, []).append(besturing)
        for naam in regel.ankers:
            if vraag_id := namen.van_anker(naam):
                ankers.setdefault(vraag_id, []).append(nummer)
    grenzen = Grenzen(loper.regels, namen, blokken)
    uit = {}
    for vraag in vragen:
        naam = vraag.id
        eigen = kale.get(naam, [])
        plaats = Vindplaats(
            tuple(blokken.get(naam, ())),
            tuple(ankers.get(naam, ())),
            kale=eigen[0] if eigen else None,
            aantal_kale=len(eigen),
        )
        if plaats.blokken or plaats.ankers or plaats.kale:
            uit[naam] = _met_streek(plaats, vraag, loper.regels, grenzen)
    return uit


def _met_streek(
    plaats: Vindplaats, vraag: Vraag, regels: Sequence[Regel], grenzen: Grenzen
) -> Vindplaats:
    """Return the place with the paragraphs that its bookmark leads to, or what is left of it."""
    if plaats.ankers:
        streek = grenzen.streek(plaats.ankers[0] + 1, vraag.id, is_anker=True)
        if streek and not plaats.kale:
            plaats = plaats._replace(kale=_was_veld(regels[streek.start]))
    elif plaats.kale:
        begin = plaats.kale.begin
        streek = grenzen.streek(begin, vraag.id, is_anker=False)
        if vraag.type is VraagType.TABEL:  # its control went into the first cell
            streek = regels[begin].tabel() or streek
    else:
        return plaats
    kop = streek.stop if grenzen.is_eigen_kop(streek.stop) else -1
    plaats = plaats._replace(streek=streek, kop=kop)
    meer = [grenzen.streek(a + 1, vraag.id, is_anker=True) for a in plaats.ankers[1:MAX_ANDERS]]
    if plaats.blokken and plaats.kale and plaats.kale.bouwsteen != WAS_VELD:
        begin = plaats.kale.begin  # a copy, when it stands outside the control
        binnen = (range(b.begin, b.einde) for b in plaats.blokken)
        if begin not in streek or (not plaats.ankers and not any(begin in een for een in binnen)):
            meer.append(grenzen.streek(begin, vraag.id, is_anker=False))
    return plaats._replace(meer=tuple(meer))


def _begint_met(eerste: Element | None, besturing: Besturing) -> bool:
    """Whether no words stand before a control; `eerste` holds the first ones of its paragraph."""
    eigen = _eerste_woorden(besturing.element)
    return eigen is None or eigen is eerste


def _eerste_woorden(element: Element) -> Element | None:
    return next((t for t in element.iter(w("t")) if (t.text or "").strip()), None)


def _was_veld(regel: Regel) -> Besturing | None:
    """Return the control that was a field to fill in, when a paragraph begins with it."""
    for besturing in regel.besturingen:
        if besturing.bouwsteen == WAS_VELD:
            return besturing if _begint_met(_eerste_woorden(regel.alinea), besturing) else None
    return None
