"""Where each question stands in a document: by its control, and by the bookmark above it.

A control with the id of the question is whole when it stands around paragraphs. Some programs drop
that id, or make the control one inside the first paragraph. Then the bookmark leads to the answer:
what follows it, up to the next question, the end of the cell, or a heading.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.ooxml.tree import w
from uitvoeringsplan.word.invulvelden import BLADWIJZER, bladwijzer
from uitvoeringsplan.word.returned.lean_tree import INHOUD
from uitvoeringsplan.word.returned.repair import WAS_VELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import Besturing, Loper, Regel

BOUWSTEEN_VELD = "UvpVeld-"  # how the placeholder of a field begins, in the glossary
MAX_ANDERS = 5  # of a question that stands there more than once, as many places are looked at


class Namen:
    """By which names a question may be known: its id and those that it had before."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._ids: dict[str, str] = {}
        alle = (*vragenlijst.gegevens, *vragenlijst.vragen)
        for vraag in alle:
            self._ids[vraag.id] = vraag.id
        for vraag in alle:
            for oud in vraag.was:
                self._ids.setdefault(oud, vraag.id)
        self._ankers = {bladwijzer(naam): vraag_id for naam, vraag_id in self._ids.items()}
        self._labels = _enig((vraag.label, vraag.id) for vraag in vragenlijst.vragen)
        self._veldlabels = _enig((veld.label, veld.id) for veld in vragenlijst.gegevens)
        self._velden = vragenlijst.veld_ids

    def van_id(self, naam: str) -> str:
        """Return the id that this name stands for; empty for an unknown one."""
        return self._ids.get(naam, "")

    def van_anker(self, naam: str) -> str:
        """Return the id whose bookmark this is."""
        return self._ankers.get(naam, "")

    def van_kale(self, besturing: Besturing) -> str:
        """Return the id of the question of which LibreOffice left this control inside a line.

        Its older versions drop the tag, newer ones keep it on the first paragraph and make that
        plain text.
        """
        if besturing.bouwsteen.startswith(BOUWSTEEN_VELD):
            return ""
        if besturing.tag:
            vraag_id = self.van_id(besturing.tag)
            return "" if vraag_id in self._velden else vraag_id
        if besturing.is_tekst:
            return ""
        # One that shows a value from elsewhere was put in by somebody, whatever its name.
        return "" if besturing.is_gebonden else self._labels.get(besturing.alias, "")

    def van_veld(self, besturing: Besturing) -> str:
        """Return the id of the field or question that a control inside a line shows."""
        if besturing.tag:
            return self.van_id(besturing.tag)
        eigen = self.van_id(besturing.bouwsteen.removeprefix(BOUWSTEEN_VELD))
        if besturing.bouwsteen.startswith(BOUWSTEEN_VELD) and eigen:
            return eigen
        return self._veldlabels.get(besturing.alias, "") if besturing.is_tekst else ""

    def van_label(self, tekst: str) -> str:
        """Return the id of the question with this label, when there is only one."""
        return self._labels.get(tekst, "")


def _enig(paren: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping without the keys that more than one has."""
    uit: dict[str, str] = {}
    dubbel = set()
    for sleutel, waarde in paren:
        if sleutel in uit:
            dubbel.add(sleutel)
        uit[sleutel] = waarde
    return {sleutel: waarde for sleutel, waarde in uit.items() if sleutel not in dubbel}


class Grenzen:
    """Tells where an answer that begins at a paragraph ends."""

    def __init__(
        self, regels: Sequence[Regel], namen: Namen, blokken: Mapping[str, Sequence[Besturing]]
    ) -> None:
        self._regels, self._namen = regels, namen
        # By the paragraph where it begins, whose control stands there.
        self._begint = {
            besturing.begin: vraag_id for vraag_id, lijst in blokken.items() for besturing in lijst
        }
        # Every heading of ours is in the contents list, so it has a mark for that, level by level.
        koppen = [regel for regel in regels if regel.is_kop]
        self._met_merk = {regel.niveau for regel in koppen if _is_gemerkt(regel)}
        self._zonder_merk = Counter(regel.niveau for regel in koppen if not _is_gemerkt(regel))

    def streek(self, van: int, vraag_id: str, *, is_anker: bool) -> range:
        """Return the paragraphs of an answer that begins at one, below its bookmark if it has it.

        A bookmark leads on from the cell that it is in itself.
        """
        pad = self._regels[van - 1].pad if is_anker else None
        tot = van
        for nummer in range(van, len(self._regels)):
            regel = self._regels[nummer]
            pad = regel.pad if pad is None else pad
            # Inside a cell a heading is somebody's own; the cell ends the answer.
            is_einde = regel.pad[: len(pad)] != pad or (regel.is_kop and not pad)
            if is_einde or self._is_ander(nummer, vraag_id):
                break
            # Where there are no bookmarks, a question begins with its label.
            if not is_anker and self._namen.van_label(_tekst(regel)) not in ("", vraag_id):
                break
            tot = nummer + 1
        return range(van, tot)

    def is_eigen_kop(self, nummer: int) -> bool:
        """Whether a heading is none of the document as it was made."""
        if not 0 < nummer < len(self._regels) or not self._met_merk:
            return False
        regel = self._regels[nummer]
        if not regel.is_kop or regel.pad or _is_gemerkt(regel):
            return False
        return regel.niveau in self._met_merk or self._zonder_merk[regel.niveau] == 1

    def _is_ander(self, nummer: int, vraag_id: str) -> bool:
        """Whether the place of another question begins here."""
        regel = self._regels[nummer]
        if any(naam.startswith(BLADWIJZER) for naam in regel.ankers):
            return True
        if self._begint.get(nummer, vraag_id) != vraag_id:
            return True
        return any(
            self._namen.van_kale(besturing) not in ("", vraag_id) for besturing in regel.besturingen
        )


def _tekst(regel: Regel) -> str:
    return "".join(t.text or "" for t in regel.alinea.iter(w("t"))).strip()


def _is_gemerkt(regel: Regel) -> bool:
    return any(INHOUD in naam or naam.startswith(BLADWIJZER) for naam in regel.ankers)


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
        if vraag.type.shape is Shape.TABLE:  # its control went into the first cell
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
